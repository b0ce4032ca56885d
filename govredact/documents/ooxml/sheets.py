"""One worksheet as one buffer: rows are lines, cells are parted by tabs; what stands around a cell is worked out when asked."""

from __future__ import annotations

import re
from bisect import bisect_right

from govredact.documents.ooxml import cells
from govredact.documents.ooxml.cells import Cell, letters_of
from govredact.models import Context, Location, Passage
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from govredact.documents.ooxml.areas import Area
    from govredact.documents.ooxml.shared import SharedStrings
    from govredact.documents.ooxml.sheet_reading import Rows

_MOST_HEADER_ROWS = 4
# A row with such a number holds data; header cells have names, at most a year or a unit.
_DATA = re.compile("[0-9０-９]{7}")
_NONE: frozenset[str] = frozenset()
# Cells of merged areas that are kept in mind; a form has some hundreds.
_MOST_MERGED = 200_000


def _cell_end(text: str, position: int) -> int:
    """Where the cell that holds ``position`` ends."""
    tab, line = text.find("\t", position), text.find("\n", position)
    return min(end for end in (tab, line, len(text)) if end >= 0)


class Sheet(NamedTuple):
    """What a sheet is: its part and name, its rows, the strings that it shares, the merged areas."""

    part: str
    name: str
    rows: Rows
    strings: SharedStrings
    merged: tuple[Area, ...]


class Spot(NamedTuple):
    """A cell of the buffer: the index of its row, and its number in the line."""

    row: int
    slot: int


class SheetPassage(Passage):
    """A Sheet as the engine sees it."""

    __slots__ = ("_headers", "_kind", "_merged", "_sheet", "_starts")

    def __init__(self, sheet: Sheet, kind: str) -> None:
        text, self._starts = sheet.rows.laid_out()
        super().__init__(text, sheet.part)
        sheet.rows.lines = []
        self._sheet = sheet
        self._kind = kind
        self._headers: dict[int, list[int]] = {}
        self._merged: dict[tuple[int, int], Area] | None = None

    def locate(self, start: int, end: int) -> Location:
        """The cell, as ``Sheet!B3``."""
        return Location(self._kind, part=self._sheet.part, cell=f"{self._sheet.name}!{self.ref(self.spot(start))}")

    def spot(self, position: int) -> Spot:
        """The cell that ``position`` lies in."""
        row = max(0, bisect_right(self._starts, position) - 1)
        return Spot(row, self.text.count("\t", self._starts[row], position))

    def ref(self, spot: Spot) -> str:
        """The reference of a cell, such as ``B3``."""
        return f"{letters_of(self.column(spot))}{self._sheet.rows.numbers[spot.row]}"

    def column(self, spot: Spot) -> int:
        """The column, from 1."""
        columns = self._sheet.rows.columns.get(spot.row)
        return columns[spot.slot] if columns and spot.slot < len(columns) else spot.slot + 1

    def row_number(self, row: int) -> int:
        """The number of a row in the sheet."""
        return self._sheet.rows.numbers[row]

    def line(self, row: int) -> list[str]:
        """The texts of a row by slot."""
        start = self._starts[row]
        end = self.text.find("\n", start)
        return self.text[start : len(self.text) if end < 0 else end].split("\t")

    def row_count(self) -> int:
        """How many rows hold text."""
        return len(self._starts)

    @property
    def styled(self) -> dict[tuple[int, int], frozenset[str]]:
        """The cells whose style hides or covers them."""
        return self._sheet.rows.styled

    def span_of(self, spot: Spot) -> tuple[int, int]:
        """[start, end) of a cell's text."""
        line = self.line(spot.row)
        start = self._starts[spot.row] + sum(len(text) + 1 for text in line[: spot.slot])
        return start, start + len(line[spot.slot])

    def spots(self, row: int) -> Iterator[tuple[Spot, str]]:
        """The cells of a row that hold text."""
        for slot, text in enumerate(self.line(row)):
            if text:
                yield Spot(row, slot), text

    def traits(self, position: int) -> frozenset[str]:
        """``hidden`` or ``covered``, where the cell's style says so."""
        return self._sheet.rows.styled.get(self.spot(position), _NONE) if self._sheet.rows.styled else _NONE

    def leaves(self, start: int, end: int) -> Sequence[tuple[Hashable, int, int]]:
        """Text nodes of shared and inline strings, or (part, ``value:offset``) for the other values of cells."""
        found: list[tuple[Hashable, int, int]] = []
        spot = self.spot(start)
        begin = max(self.text.rfind("\t", 0, start), self.text.rfind("\n", 0, start)) + 1
        if start < end <= _cell_end(self.text, start):
            return list(self._leaves(spot, start - begin, end - begin))
        row = spot.row
        while row < len(self._starts) and self._starts[row] < end:
            base = self._starts[row]
            for slot, text in enumerate(self.line(row)):
                first, last = max(start - base, 0), min(end - base, len(text))
                if first < last:
                    found += self._leaves(Spot(row, slot), first, last)
                base += len(text) + 1
            row += 1
        return found

    def _leaves(self, spot: Spot, first: int, last: int) -> Iterator[tuple[tuple[str, str], int, int]]:
        cell = self._cell(spot)
        if cell is None:
            return
        if cell.kind == "s":
            yield from self._sheet.strings.leaves(cell.value, first, last)
            return
        base = 0
        for piece in cell.pieces or (cells.Piece(f"value:{cell.offset}", last),):
            start, end = max(first, base), min(last, base + piece.length)
            if start < end:
                yield (self._sheet.part, piece.key), start - base, end - base
            base += piece.length

    def _cell(self, spot: Spot) -> Cell | None:
        """The stored cell; nearly all say where they stand, so that the others of the row need not be read."""
        rows, column = self._sheet.rows, self.column(spot)
        text, rules = rows.source.markup.text, rows.source.rules
        number = rows.numbers[spot.row]
        _, start, end = cells.row_at(text, rows.offsets[spot.row], rules)
        offset = text.find(f'<{rules.prefix}c r="{letters_of(column)}{number}"', start, end)
        if offset >= 0:
            return next(cells.cells(text, offset, end, number, rules))
        return next((cell for cell in cells.cells(text, start, end, number, rules) if cell.column == column), None)

    def context(self, position: int) -> Context:
        """The nearest filled cell on the left, the headers above from top to bottom, the rest of the row."""
        spot = self.spot(position)
        line = self.line(spot.row)
        before = next((text for text in reversed(line[: spot.slot]) if text.strip()), "")
        if self._sheet.merged:
            before = self._merged_left(spot, line) or before
        headers = tuple(self.text_of(other) for other in self.above(spot))
        return Context(before, headers, tuple(text for slot, text in enumerate(line) if text and slot != spot.slot))

    def text_of(self, spot: Spot) -> str:
        """What a cell shows."""
        line = self.line(spot.row)
        return line[spot.slot] if spot.slot < len(line) else ""

    def _merged_left(self, spot: Spot, line: list[str]) -> str:
        """The text of a merged cell that reaches down to the left of a cell, with nothing filled between."""
        number = self.row_number(spot.row)
        for slot in range(spot.slot - 1, -1, -1):
            if line[slot].strip():
                return ""
            area = self._areas().get((number, slot + 1))
            if area and area.top < number:
                row = bisect_right(self._sheet.rows.numbers, area.top) - 1
                if row >= 0 and self.row_number(row) == area.top and (text := self.text_of(Spot(row, area.left - 1)).strip()):
                    return text
        return ""

    def _areas(self) -> dict[tuple[int, int], Area]:
        if self._merged is None:
            self._merged = {}
            for area in self._sheet.merged:
                height, width = area.bottom - area.top + 1, area.right - area.left + 1
                if height * width > 0 and len(self._merged) + height * width <= _MOST_MERGED:
                    for row in range(area.top, area.bottom + 1):
                        self._merged.update({(row, column): area for column in range(area.left, area.right + 1)})
        return self._merged

    def above(self, spot: Spot) -> list[Spot]:
        """The header cells over a cell, merged ones included, from top to bottom."""
        found = []
        column = self.column(spot)
        for row in self._header_rows(spot.row):
            if row >= spot.row:
                break
            cell = self._cell_over(row, column)
            if self.text_of(cell).strip():
                found.append(cell)
        return found

    def _cell_over(self, row: int, column: int) -> Spot:
        area = self._areas().get((self.row_number(row), column)) if self._sheet.merged else None
        wanted = area.left if area and area.top == self.row_number(row) else column
        columns = self._sheet.rows.columns.get(row)
        if columns:
            return Spot(row, columns.index(wanted) if wanted in columns else len(columns))
        return Spot(row, wanted - 1)

    def _header_rows(self, row: int) -> list[int]:
        """The header rows of the block of rows that a row belongs to."""
        top = row
        known = self._headers.get(top)
        while known is None and top > 0 and self.row_number(top) - self.row_number(top - 1) <= 1:
            top -= 1
            known = self._headers.get(top)
        if known is None:
            known = []
            for index in range(top, min(top + _MOST_HEADER_ROWS, len(self._starts))):
                filled = [text for text in self.line(index) if text]
                if len(filled) > 1 and any(_DATA.search(text) for text in filled):
                    break
                known.append(index)
        self._headers[row] = self._headers[top] = known
        return known
