"""The passages of a part: as it reads, before tracked changes, with broken numbers joined, its attributes."""

from __future__ import annotations

import re
from itertools import pairwise

from govredact.documents.leaves import LeafBuffer, LeafPassage
from govredact.models import JOINED
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from govredact.documents.ooxml.part import Part
    from govredact.documents.ooxml.tables import Cell, Paragraph
    from govredact.models import Passage

    Piece = tuple[Hashable | None, str, frozenset[str]]

_BROKEN = re.compile("[0-9０-９][\t\n-]{1,3}[0-9０-９Xx]")
_DIGITS = re.compile("[0-9]{1,17}[Xx]?")
# Numbers that cells or lines may cut in two: mobiles, and ID numbers.
_LENGTHS = frozenset((11, 18))
_ID_LENGTH = 18
# Characters; longer paragraphs are running text.
_SHORT = 24


def views(part: Part) -> Iterator[Passage]:
    """All passages of ``part`` that hold text; they share their leaves."""
    yield from view(part.name, part.paragraphs, "deleted", part.name)
    if "deleted" in part.marks:
        changed = [row for row in part.paragraphs if any("deleted" in traits for _, _, traits in row.pieces)]
        yield from view(part.name, changed, "inserted", f"{part.name} (before changes)")
    yield from _joined(part)
    yield from view(part.name, part.attributes, "", f"{part.name} (attributes)")


def view(part: str, paragraphs: Iterable[Paragraph], without: str, place: str) -> Iterator[Passage]:
    """The paragraphs without the pieces that have the trait ``without``; nothing where no text is left."""
    buffer, above = LeafBuffer(part), None
    for paragraph in paragraphs:
        pieces = [piece for piece in paragraph.pieces if without not in piece[2]] if without else paragraph.pieces
        if pieces or paragraph.cell:
            append(buffer, paragraph, pieces, _separator(above, paragraph))
            above = paragraph
    text = buffer.text()
    if text and not text.isspace():
        yield LeafPassage(buffer, place)


def append(buffer: LeafBuffer, paragraph: Paragraph, pieces: Iterable[Piece], separator: str) -> None:
    """Adds one paragraph to a buffer, with ``separator`` before it."""
    if separator:
        buffer.separator(separator)
    buffer.begin(paragraph)
    for key, text, traits in pieces:
        if key is None:
            buffer.separator(text)
        else:
            buffer.leaf(key, text, traits)


def _separator(above: Paragraph | None, paragraph: Paragraph) -> str:
    """Tabs between the cells of a row, as many as columns lie between, so that columns can be counted; else a line end."""
    if above is None:
        return ""
    left, cell = above.cell, paragraph.cell
    if left is None:
        return "\n"
    if cell is None or left.table is not cell.table or left.row != cell.row:
        return "\t" * (left.span - 1) + "\n"
    if left is not cell:
        return "\t" * (cell.column - left.column)
    # The short lines of a cell beside others are one text that the width of the column has broken.
    short = len(left.table.rows[left.row]) > 1 and len(above.text) <= _SHORT and len(paragraph.text) <= _SHORT
    return " " if short else "\n"


def _joined(part: Part) -> Iterator[Passage]:
    """What people break with tabs, line breaks, paragraphs of a cell and cells, without what breaks it."""
    buffer, separator = LeafBuffer(part.name), ""
    for paragraph in part.paragraphs:
        if any(key is None for key, _, _ in paragraph.pieces) and _BROKEN.search("".join([piece[1] for piece in paragraph.pieces])):
            append(buffer, paragraph, _solid(paragraph), separator)
            separator = "\n"
    for first, second in _neighbours(part.paragraphs):
        append(buffer, first, _paired(first), separator)
        append(buffer, second, _paired(second), "")
        separator = "\n"
    if separator:
        yield LeafPassage(buffer, f"{part.name} (joined)")


def _solid(paragraph: Paragraph) -> list[Piece]:
    return [piece for piece in paragraph.pieces if piece[0] is not None and "deleted" not in piece[2]]


def _paired(paragraph: Paragraph) -> list[Piece]:
    """The pieces with the trait ``joined``: only a number that proves itself counts, not an account and the amount beside it."""
    return [(key, text, traits | JOINED) for key, text, traits in _solid(paragraph)]


def _neighbours(paragraphs: list[Paragraph]) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Two paragraphs of a cell, or of two cells side by side, that may hold one number together."""
    for first, second in pairwise(paragraphs):
        left, right = first.cell, second.cell
        if left is None or right is None or left.table is not right.table or left.row != right.row:
            continue
        one, other = first.text, second.text
        if len(one) + len(other) not in _LENGTHS or not one.isdigit() or not _DIGITS.fullmatch(other):
            continue
        if left is right or len(one) + len(other) == _ID_LENGTH or _one_header(left, right):
            yield first, second


def _one_header(left: Cell, right: Cell) -> bool:
    """Whether one merged header cell stands above both."""
    return any(above is other for above in left.table.above(left) for other in right.table.above(right))
