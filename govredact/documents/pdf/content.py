"""What the interpreter makes of a content stream: runs of glyphs with their places, painted areas, nested streams."""

from __future__ import annotations

from math import hypot

from govredact.documents.pdf.geometry import Box, Matrix, apply, bounds
from govredact.documents.pdf.radicals import folded
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any

    from govredact.documents.pdf.fonts import Font

_ASCENT, _DESCENT = 0.8, -0.2


class Paint(NamedTuple):
    """An area that was filled or covered by a picture; ``order`` counts painting operations of the page.

    ``color`` is (red, green, blue) from 0 to 1, None for pictures, patterns and shadings.
    """

    order: int
    box: Box
    color: tuple[float, float, float] | None
    picture: bool


class Picture(NamedTuple):
    """A picture that was drawn: the box that it covers on the page, the way from the unit square to the page, and its object.

    ``entry`` is None for a picture that stands in the stream itself.
    """

    order: int
    box: Box
    matrix: Matrix
    entry: Any


class Stroke(NamedTuple):
    """A straight piece of a line that was stroked, from (x0, y0) to (x1, y1) on the page; ``order`` as for Paint."""

    order: int
    x0: float
    y0: float
    x1: float
    y1: float


class Run:
    """The glyphs of one shown string, in one font, on one baseline.

    ``data`` is the string as stored, ``text`` its meaning, ``matrix`` leads from text space to the page, ``scale`` is
    Tz/100. ``show`` is the operation it stands in, ``item`` its number there.
    """

    __slots__ = (
        "_offsets",
        "clip",
        "color",
        "data",
        "font",
        "hidden",
        "item",
        "matrix",
        "mode",
        "order",
        "rise",
        "scale",
        "show",
        "size",
        "spacing",
        "text",
        "width",
        "word",
    )

    def __init__(self, font: Font, data: bytes, size: float, scale: float, spacing: float, word: float) -> None:
        self.font = font
        self.data = data
        self.size, self.scale, self.spacing, self.word = size, scale, spacing, word
        self.text, width, codes, blanks = font.read(data)
        total = width * size / 1000.0 + spacing * codes + word * blanks
        self.width = total if font.vertical else total * scale
        self._offsets: list[int] | None = None
        self.matrix: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        self.rise = 0.0
        self.mode = self.order = self.item = 0
        self.color: tuple[float, float, float] | None = None
        self.hidden = False
        self.clip: Box | None = None
        self.show: Show

    @property
    def codes(self) -> list[bytes]:
        """The codes as they stand in the file."""
        return self.font.split(self.data)

    @property
    def texts(self) -> list[str]:
        """What each code says."""
        return [self.font.glyphs[code][0] for code in self.codes]

    def advances(self) -> list[float]:
        """How far each glyph moves on, in text space."""
        glyphs, size, spacing, word = self.font.glyphs, self.size / 1000.0, self.spacing, self.word
        scale = 1.0 if self.font.vertical else self.scale
        return [(glyphs[code][1] * size + spacing + (word if code == b" " else 0.0)) * scale for code in self.codes]

    def glyph_at(self, offset: int) -> int:
        """The number of the glyph that character ``offset`` of ``text`` belongs to."""
        if self._offsets is None:
            self._offsets = [index for index, text in enumerate(self.texts) for _ in text]
        return self._offsets[offset]

    def offset_of(self, glyph: int) -> int:
        """The offset in ``text`` at which ``glyph`` begins."""
        return sum([len(text) for text in self.texts[:glyph]])

    def box(self, first: int = 0, last: int | None = None) -> Box:
        """The box on the page around glyphs [first, last)."""
        advances = self.advances()
        start = sum(advances[:first])
        end = start + sum(advances[first:last])
        if self.font.vertical:
            return bounds(self.matrix, -self.size / 2, start, self.size / 2, end)
        low, high = self.rise + _DESCENT * self.size, self.rise + _ASCENT * self.size
        return bounds(self.matrix, start, low, end, high)

    def boxes(self) -> list[Box]:
        """The box on the page around each glyph."""
        low, high = self.rise + _DESCENT * self.size, self.rise + _ASCENT * self.size
        found, start, half = [], 0.0, self.size / 2
        for advance in self.advances():
            end = start + advance
            vertical = self.font.vertical
            found.append(bounds(self.matrix, -half, start, half, end) if vertical else bounds(self.matrix, start, low, end, high))
            start = end
        return found

    def baseline(self) -> tuple[float, float, float, float, float]:
        """(x, y) of the origin, (x, y) of the end on the page, and the height of an em there, in points."""
        matrix = self.matrix
        x0, y0 = apply(matrix, 0.0, self.rise)
        x1, y1 = apply(matrix, 0.0, self.width) if self.font.vertical else apply(matrix, self.width, self.rise)
        return x0, y0, x1, y1, abs(self.size) * hypot(matrix[2], matrix[3])


class Show(NamedTuple):
    """A text-showing operation: ``items`` are numbers of a TJ array and Runs, in order.

    ``font`` is the font's name among the resources, "" where the graphics state was loaded with it.
    """

    scope: Scope
    start: int
    end: int
    operator: bytes
    operands: list[Any]
    items: list[Any]
    font: str


class Marked:
    """A text that marked content carries in its inline properties, or a comment: its key, its place in the stream, what it says.

    ``first`` and ``last`` are the numbers of the runs inside it (half-open); ``last`` is -1 where that is not known.
    """

    __slots__ = ("end", "first", "key", "last", "start", "text")

    def __init__(self, key: str, start: int, end: int, text: str, first: int = 0) -> None:
        self.key, self.start, self.end, self.text = key, start, end, text
        self.first, self.last = first, -1

    def repeats(self, runs: list[Run]) -> bool:
        """Whether it says what its glyphs show, as writers say it of glyphs that look like others."""
        shown = "".join([run.text for run in runs[self.first : self.last]]) if self.last > self.first else ""
        return bool(shown.strip()) and folded(self.text).strip() == shown.strip()


class Scope:
    """One content stream at one place of use: the page itself, or a form where it is drawn.

    ``holder`` is the pikepdf object that carries the stream, ``resources`` what names mean inside it.
    """

    __slots__ = ("children", "data", "depth", "holder", "marked", "resources", "shows")

    def __init__(self, data: bytes, holder: Any, resources: Any, depth: int) -> None:
        self.data = data
        self.holder = holder
        self.resources = resources
        self.depth = depth
        self.shows: list[Show] = []
        # (start, end, name) of the Do operation that draws the form, and the form.
        self.children: list[tuple[int, int, str, Scope]] = []
        self.marked: list[Marked] = []


class Content:
    """Everything that one page or appearance stream shows."""

    __slots__ = ("box", "depth", "gaps", "paints", "pictures", "runs", "scope", "strokes")

    def __init__(self, scope: Scope, box: Box) -> None:
        self.scope = scope
        self.box = box
        self.runs: list[Run] = []
        self.paints: list[Paint] = []
        self.strokes: list[Stroke] = []
        self.pictures: list[Picture] = []
        self.gaps: set[str] = set()
        # How many q are left open at the end; -1 where a Q had none.
        self.depth = 0
