"""One worksheet as one buffer: rows are lines, cells are parted by tabs; what stands around a cell is worked out when asked."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from govredact.models import Context, Location, Passage

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from govredact.documents.ooxml.shared import SharedStrings

_REF = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_MOST_HEADER_ROWS = 4
# A row with such a number holds data; header cells have names, at most a year or a unit.
_DATA = re.compile("[0-9０-９]{7}")
_NONE: frozenset[str] = frozenset()


def column_of(ref: str) -> int:
    """The column, from 1, of a reference such as ``B3``; 0 for what is none."""
    match = _REF.match(ref)
    number = 0
    for letter in match[1] if match else "":
        number = number * 26 + ord(letter) - 64
    return number


def row_of(ref: str) -> int:
    """The row of a reference; 0 for what is none."""
    match = _REF.match(ref)
    return int(match[2]) if match else 0


class Area(NamedTuple):
    """A range of cells, borders included."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def read(cls, text: str) -> Area:
        """``B2:C3`` or ``B2``."""
        first, _, last = text.partition(":")
        return cls(row_of(first), column_of(first), row_of(last or first), column_of(last or first))

    def holds(self, row: int, column: int) -> bool:
        """Whether the cell lies in it."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


class Sheet:
    """What was read of one sheet: cells in the order of the file, as parallel lists."""

    __slots__ = ("merged", "name", "numbers", "part", "pieces", "refs", "row_starts", "sources", "starts", "strings", "traits")

    def __init__(self, part: str, name: str, strings: SharedStrings) -> None:
        self.part = part
        self.name = name
        self.strings = strings
        self.pieces: list[str] = []
        # For each cell: offset of its text, reference, number of the cell in the part, and index of its shared string or a leaf kind.
        self.starts = array("Q")
        self.refs: list[str] = []
        self.numbers = array("Q")
        self.sources: list[int | str] = []
        self.row_starts = array("Q")
        self.traits: dict[int, frozenset[str]] = {}
        self.merged: list[Area] = []


class SheetPassage(Passage):
    """A Sheet as the engine sees it."""

    __slots__ = ("_headers", "_kind", "_sheet")

    def __init__(self, sheet: Sheet, kind: str) -> None:
        super().__init__("".join(sheet.pieces), sheet.part)
        sheet.pieces = []
        self._sheet = sheet
        self._kind = kind
        self._headers: dict[int, list[int]] = {}

    def locate(self, start: int, end: int) -> Location:
        """The cell, as ``Sheet!B3``."""
        return Location(self._kind, part=self._sheet.part, cell=f"{self._sheet.name}!{self._sheet.refs[self.index(start)]}")

    def index(self, position: int) -> int:
        """The number of the cell in this passage that ``position`` lies in."""
        return max(0, bisect_right(self._sheet.starts, position) - 1)

    def text_of(self, index: int) -> str:
        """What the cell shows."""
        starts = self._sheet.starts
        end = starts[index + 1] - 1 if index + 1 < len(starts) else len(self.text)
        return self.text[starts[index] : end]

    @property
    def refs(self) -> list[str]:
        """The references of the cells."""
        return self._sheet.refs

    @property
    def styled(self) -> dict[int, frozenset[str]]:
        """The cells whose style hides or covers them."""
        return self._sheet.traits

    def span_of(self, index: int) -> tuple[int, int]:
        """[start, end) of a cell's text."""
        start = self._sheet.starts[index]
        return start, start + len(self.text_of(index))

    def traits(self, position: int) -> frozenset[str]:
        """``hidden`` or ``covered``, where the cell's style says so."""
        return self._sheet.traits.get(self.index(position), _NONE)

    def leaves(self, start: int, end: int) -> Sequence[tuple[Hashable, int, int]]:
        """Nodes of shared strings, or (part, ``kind:number``) for what the sheet itself holds."""
        sheet = self._sheet
        found: list[tuple[Hashable, int, int]] = []
        index = self.index(start)
        while index < len(sheet.starts) and sheet.starts[index] < end:
            base, source = sheet.starts[index], sheet.sources[index]
            first, last = max(start - base, 0), min(end - base, len(self.text_of(index)))
            if first < last and isinstance(source, int):
                found += sheet.strings.leaves(source, first, last)
            elif first < last:
                found.append(((sheet.part, f"{source}:{sheet.numbers[index]}"), first, last))
            index += 1
        return found

    def context(self, position: int) -> Context:
        """The nearest filled cell on the left, the headers above from top to bottom, the rest of the row."""
        index = self.index(position)
        first, last = self._row(index)
        cells = {column_of(self._sheet.refs[other]): self.text_of(other) for other in range(first, last)}
        column = column_of(self._sheet.refs[index])
        before = next((cells[other] for other in sorted(cells, reverse=True) if other < column and cells[other].strip()), "")
        headers = tuple(self.text_of(other) for other in self.above(index))
        return Context(before, headers, tuple(text for other, text in cells.items() if other != column))

    def above(self, index: int) -> list[int]:
        """The header cells over a cell, merged ones included, from top to bottom."""
        column, found = column_of(self._sheet.refs[index]), []
        first = self._row(index)[0]
        for row in self._header_rows(first):
            if row >= first:
                break
            cell = self._cell_over(row, column)
            if cell is not None and self.text_of(cell).strip():
                found.append(cell)
        return found

    def _cell_over(self, row: int, column: int) -> int | None:
        refs = self._sheet.refs
        number = row_of(refs[row])
        area = next((area for area in self._sheet.merged if area.holds(number, column)), None)
        wanted = area.left if area and area.top == number else column
        return next((cell for cell in range(*self._row(row)) if column_of(refs[cell]) == wanted), None)

    def _row(self, index: int) -> tuple[int, int]:
        """[first, last) of the cells in the row of a cell."""
        rows = self._sheet.row_starts
        number = bisect_right(rows, index)
        return rows[number - 1], rows[number] if number < len(rows) else len(self._sheet.refs)

    def _header_rows(self, first: int) -> list[int]:
        """First cells of the header rows of the block of rows that the row beginning with ``first`` belongs to."""
        rows = self._sheet.row_starts
        number = top = bisect_right(rows, first) - 1
        known = self._headers.get(top)
        while known is None and top > 0 and self._follows(rows[top - 1], rows[top]):
            top -= 1
            known = self._headers.get(top)
        if known is None:
            known = []
            for row in range(top, min(top + _MOST_HEADER_ROWS, len(rows))):
                start, end = self._row(rows[row])
                if any(_DATA.search(self.text_of(cell)) for cell in range(start, end)) and end - start > 1:
                    break
                known.append(start)
        self._headers[number] = self._headers[top] = known
        return known

    def _follows(self, upper: int, lower: int) -> bool:
        return row_of(self._sheet.refs[lower]) - row_of(self._sheet.refs[upper]) <= 1
