"""A content stream without some of its glyphs: gaps of equal width, asterisks where they fit, every other byte as it was."""

from __future__ import annotations

import re

from govredact.documents.pdf.content import Run
from govredact.documents.pdf.cuts import STAR
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.documents.pdf.content import Scope, Show
    from govredact.documents.pdf.cuts import Cuts
    from govredact.documents.pdf.geometry import Box

# A name that no writer uses; the font behind it is one of the fourteen that every viewer has.
MASK_FONT = "GovredactMask"
_STAR_WIDTH = 600.0
_WIDE = 750.0
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_.+*'-]")

# (number of the show operation in its scope, number of the item in it) -> glyphs that go
ScopeCuts = dict[tuple[int, int], "Cuts"]


def rewritten(scope: Scope, cuts: ScopeCuts, strip: Iterable[tuple[int, int]]) -> bytes:
    """The stream of ``scope`` with ``cuts`` carried out and without the pieces [start, end) of ``strip``."""
    shows = sorted({show for show, _ in cuts})
    splices = [(scope.shows[number].start, scope.shows[number].end, _show(scope.shows[number], number, cuts)) for number in shows]
    splices.extend((start, end, b"") for start, end in strip)
    pieces, position = [], 0
    for start, end, piece in sorted(splices):
        pieces += [scope.data[position:start], piece]
        position = end
    return b"".join([*pieces, scope.data[position:]])


def with_boxes(data: bytes, boxes: list[Box], depth: int) -> bytes:
    """``data`` and filled boxes over it; ``depth`` is how many q it leaves open (-1: a Q too many, so they go below)."""
    if not boxes:
        return data
    drawn = b"".join([_box(box) for box in boxes])
    filled = b"q 0 g " + drawn + b"Q\n"
    if depth < 0:
        return filled + data
    return b"q\n" + data + b"\nQ" * (depth + 1) + b"\n" + filled


def takes_star(run: Run) -> bool:
    """Whether an asterisk can be drawn in the place of a glyph of ``run``."""
    return bool(run.show.font) and not run.font.vertical and not run.font.type3 and run.size != 0


def _box(box: Box) -> bytes:
    x0, y0, x1, y1 = box
    return b"%s %s %s %s re f " % (_number(x0), _number(y0), _number(x1 - x0), _number(y1 - y0))


def _number(value: float) -> bytes:
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return (text if text not in ("-0", "") else "0").encode()


def _name(name: str) -> bytes:
    return b"/" + "".join([c if _PLAIN_NAME.match(c) else f"#{ord(c) & 0xFF:02X}" for c in name[1:]]).encode()


def _show(show: Show, number: int, cuts: ScopeCuts) -> bytes:
    array = _Array(show)
    for index, item in enumerate(show.items):
        if not isinstance(item, Run):
            array.move(item)
            continue
        own = cuts.get((number, index))
        if own is None:
            array.codes(item.data)
            continue
        for glyph, code in enumerate(item.codes):
            verdict = own.get(glyph)
            if verdict is None:
                array.codes(code)
            elif verdict == STAR and takes_star(item):
                array.star(item, code)
            else:
                array.gap(item, code)
    return _prefix(show) + array.done()


def _prefix(show: Show) -> bytes:
    if show.operator == b'"':
        word, spacing = show.operands[-3:-1]
        return b"%s Tw %s Tc T* " % (_number(word), _number(spacing))
    return b"T* " if show.operator == b"'" else b""


class _Array:
    """Builds TJ arrays, changing the font for asterisks and back."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self._operators: list[bytes] = []
        self._items: list[bytes] = []
        self._codes: list[bytes] = []
        self._masking = False
        self._size = next((item.size for item in show.items if isinstance(item, Run)), 0.0)

    def codes(self, codes: bytes) -> None:
        """Shows ``codes`` in the original font."""
        self._switch(masking=False)
        self._codes.append(codes)

    def move(self, number: float) -> None:
        """A number as it stands in a TJ array."""
        self._flush_codes()
        self._items.append(_number(number))

    def gap(self, run: Run, code: bytes) -> None:
        """Moves on as far as ``code`` would."""
        if run.size:
            self.move(-(run.font.glyphs[code][1] + (run.spacing + (run.word if code == b" " else 0.0)) * 1000.0 / run.size))

    def star(self, run: Run, code: bytes) -> None:
        """An asterisk in the middle of the place of ``code``, as wide as a wide place, so that readers see no blanks between."""
        self._switch(masking=True)
        if run.font.glyphs[code][1] > _WIDE and run.scale:
            self._wide_star(run, code)
            return
        lead = (run.font.glyphs[code][1] - _STAR_WIDTH) / 2
        after = lead + (run.word * 1000.0 / run.size if code == b" " else 0.0)
        self._items += [_number(-lead), b"(*)", _number(-after)]

    def _wide_star(self, run: Run, code: bytes) -> None:
        self._flush()
        stretch = run.font.glyphs[code][1] / _STAR_WIDTH
        # Tz stretches the character and word spacing too; the number takes that back.
        after = (run.spacing * (1 / stretch - 1) + (run.word / stretch if code == b" " else 0.0)) * 1000.0 / run.size
        scales = _number(run.scale * stretch * 100), _number(-after), _number(run.scale * 100)
        self._operators.append(b"%s Tz [(*) %s] TJ %s Tz" % scales)

    def done(self) -> bytes:
        """The operators, with the original font in force at the end."""
        self._switch(masking=False)
        self._flush()
        return b" ".join(self._operators) or b"[] TJ"

    def _switch(self, *, masking: bool) -> None:
        if masking == self._masking:
            return
        self._flush()
        self._masking = masking
        name = "/" + MASK_FONT if masking else self._show.font
        self._operators.append(b"%s %s Tf" % (_name(name), _number(self._size)))

    def _flush_codes(self) -> None:
        if self._codes:
            self._items.append(b"<" + b"".join(self._codes).hex().encode() + b">")
            self._codes = []

    def _flush(self) -> None:
        self._flush_codes()
        if self._items:
            self._operators.append(b"[" + b" ".join(self._items) + b"] TJ")
            self._items = []
