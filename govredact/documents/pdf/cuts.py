"""From edits to glyphs: which glyphs of which runs go, and whether an asterisk or a box takes their place."""

from __future__ import annotations

from math import floor

from govredact.documents.pdf.geometry import apply
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govredact.documents.pdf.content import Content, Run
    from govredact.models import Edit

STAR, BOX, GAP = "star", "box", "gap"
_STARS = frozenset("*＊")
# A glyph of the same meaning closer than this share of an em is a copy of the one that goes (doubled for bold, shadows).
_NEAR = 0.35

# Glyph number to what takes its place.
Cuts = dict[int, str]


class Gone(NamedTuple):
    """A glyph that was taken out: its origin on the page in points, the height of an em, and what it said."""

    x: float
    y: float
    em: float
    text: str


def of_edits(content: Content, edits: Iterable[Edit], part: str, whole: frozenset[int]) -> dict[int, Cuts]:
    """The cuts by number of the run. What an edit leaves as it was stays; two edits of one glyph add up.

    Of the runs ``whole`` nothing stays: a picture shows their text, and where in it each character stands is not known exactly.
    """
    cuts: dict[int, Cuts] = {}
    for edit in _spread(content, list(edits)):
        index = edit.leaf[1]  # type: ignore[index]
        run = content.runs[index]
        if edit.end > len(run.text):
            raise IndexError(part)
        for glyph, verdict in _verdicts(run, edit._replace(replacement="") if index in whole else edit):
            own = cuts.setdefault(index, {})
            own[glyph] = verdict if own.get(glyph, verdict) == verdict else BOX
    return cuts


def _spread(content: Content, edits: list[Edit]) -> Iterator[Edit]:
    """Edits of one value over several runs, each with its own part of the replacement.

    Where a view put a line end into the value, the replacement has it too, no run has it, and the first edit came with all.
    """
    position = 0
    while position < len(edits):
        group = [edits[position]]
        position += 1
        while position < len(edits) and not edits[position].replacement:
            group.append(edits[position])
            position += 1
        stored = "".join([content.runs[edit.leaf[1]].text[edit.start : edit.end] for edit in group])  # type: ignore[index]
        fitted = _fit(stored, group[0].replacement)
        if fitted is None:
            yield from group
            continue
        done = 0
        for edit in group:
            size = edit.end - edit.start
            yield edit._replace(replacement=fitted[done : done + size])
            done += size


def _fit(stored: str, replacement: str) -> str | None:
    """``replacement`` without the separators that ``stored`` does not have; None where the two do not fit."""
    fitted, position = [], 0
    for character in stored:
        while position < len(replacement) and replacement[position] != character and replacement[position].isspace():
            position += 1
        if position == len(replacement):
            return None
        fitted.append(replacement[position])
        position += 1
    return None if replacement[position:].strip() else "".join(fitted)


def _verdicts(run: Run, edit: Edit) -> Iterator[tuple[int, str]]:
    same = len(edit.replacement) == edit.end - edit.start
    for offset in range(edit.start, edit.end):
        new = edit.replacement[offset - edit.start] if same else ""
        if new != run.text[offset]:
            glyph = run.glyph_at(offset)
            yield glyph, STAR if new in _STARS and len(run.texts[glyph]) == 1 else BOX


def origins(run: Run) -> list[tuple[float, float]]:
    """Where on the page each glyph begins."""
    points, along = [], 0.0
    for advance in run.advances():
        points.append(apply(run.matrix, 0.0, along) if run.font.vertical else apply(run.matrix, along, run.rise))
        along += advance
    return points


def gone(content: Content, cuts: dict[int, Cuts]) -> list[Gone]:
    """The glyphs that the cuts take out."""
    found: list[Gone] = []
    for index, own in cuts.items():
        run = content.runs[index]
        points, texts, em = origins(run), run.texts, run.baseline()[4]
        found.extend(Gone(*points[glyph], em, texts[glyph]) for glyph in own)
    return found


def add_copies(content: Content, cuts: dict[int, Cuts]) -> None:
    """Adds to ``cuts`` the copies of glyphs that go: the same text at nearly the same place, in any run."""
    grid: dict[tuple[int, int], list[Gone]] = {}
    for item in gone(content, cuts):
        grid.setdefault((floor(item.x / 8), floor(item.y / 8)), []).append(item)
    for index, run in enumerate(content.runs):
        own = cuts.get(index, {})
        x0, y0, x1, y1, em = run.baseline()
        if not _touches(grid, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)):
            continue
        texts = run.texts
        for glyph, (x, y) in enumerate(origins(run)):
            if glyph not in own and any(
                item.text == texts[glyph] and abs(item.x - x) < _NEAR * em and abs(item.y - y) < _NEAR * em for item in _around(grid, x, y)
            ):
                cuts.setdefault(index, own)[glyph] = GAP


def _touches(grid: dict[tuple[int, int], list[Gone]], x0: float, y0: float, x1: float, y1: float) -> bool:
    left, low, right, high = floor(x0 / 8) - 1, floor(y0 / 8) - 1, floor(x1 / 8) + 1, floor(y1 / 8) + 1
    return any(left <= column <= right and low <= row <= high for column, row in grid)


def _around(grid: dict[tuple[int, int], list[Gone]], x: float, y: float) -> Iterator[Gone]:
    column, row = floor(x / 8), floor(y / 8)
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            yield from grid.get((column + dx, row + dy), ())


def grouped(edits: Sequence[Edit]) -> dict[str, list[Edit]]:
    """Edits by the part that their leaves name."""
    parts: dict[str, list[Edit]] = {}
    for edit in edits:
        part: str = edit.leaf[0]  # type: ignore[index]
        parts.setdefault(part, []).append(edit)
    return parts
