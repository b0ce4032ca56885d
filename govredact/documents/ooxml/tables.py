"""Tables of a part: which cells stand to the left of a value, above it and in its row."""

from __future__ import annotations

import re

from govredact.documents.leaves import NO_TRAITS, Block
from govredact.models import Context
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable

    from govredact.models import Location

_MOST_HEADER_ROWS = 4
# A row with such a number holds data; header cells have names, at most a year or a unit.
_DATA = re.compile("[0-9０-９]{6}")


class Cell:
    """One cell: its first grid column (from 0), how many it spans, its row, the merged cell that it continues, its paragraphs."""

    __slots__ = ("column", "origin", "paragraphs", "row", "span", "table")

    def __init__(self, table: Table, row: int, column: int, span: int) -> None:
        self.table = table
        self.row = row
        self.column = column
        self.span = span
        self.origin = self
        self.paragraphs: list[Paragraph] = []

    @property
    def text(self) -> str:
        """What the cell shows."""
        return " ".join(text for paragraph in self.paragraphs if (text := paragraph.text))

    @property
    def shown(self) -> str:
        """What a reader sees there: the text of the merged cell that it belongs to."""
        return self.text or self.origin.text

    @property
    def name(self) -> str:
        """Column letters and row number, as in a sheet: ``B3``."""
        letters, rest = "", self.column + 1
        while rest:
            rest, digit = divmod(rest - 1, 26)
            letters = chr(65 + digit) + letters
        return f"{letters}{self.row + 1}"


class Table:
    """One table: its number in the part (from 1) and its rows."""

    __slots__ = ("_headers", "number", "rows")

    def __init__(self, number: int) -> None:
        self.number = number
        self.rows: list[list[Cell]] = []
        self._headers: list[list[Cell]] | None = None

    def add_row(self) -> None:
        """A new row below the others."""
        self.rows.append([])

    def add_cell(self, span: int, continues: bool = False) -> Cell:
        """A new cell at the end of the last row, ``span`` grid columns wide; it may continue the one above it."""
        if not self.rows:
            self.add_row()
        row = self.rows[-1]
        cell = Cell(self, len(self.rows) - 1, row[-1].column + row[-1].span if row else 0, span)
        above = _above(self.rows[-2], cell) if continues and len(self.rows) > 1 else None
        cell.origin = above.origin if above else cell
        row.append(cell)
        return cell

    def above(self, cell: Cell) -> list[Cell]:
        """The header cells above ``cell`` that are not empty, from top to bottom."""
        found = (_above(row, cell) for row in self._header_rows()[: cell.row])
        return [header for header in found if header is not None and header.text]

    def context(self, cell: Cell) -> Context:
        """The nearest filled cell on the left, the header cells above from top to bottom, the rest of the row."""
        row = self.rows[cell.row]
        left = [other.shown for other in row if other.column < cell.column]
        before = next((text for text in reversed(left) if text), "")
        headers = tuple(header.text for header in self.above(cell))
        return Context(before, headers, tuple(other.shown for other in row if other is not cell))

    def _header_rows(self) -> list[list[Cell]]:
        if self._headers is None:
            self._headers = []
            for row in self.rows[:_MOST_HEADER_ROWS]:
                if any(_DATA.search(cell.text) for cell in row):
                    break
                self._headers.append(row)
        return self._headers


def _above(row: list[Cell], cell: Cell) -> Cell | None:
    return next((other for other in row if other.column <= cell.column < other.column + other.span), None)


class Paragraph(Block):
    """A block of text: its pieces in reading order, where it stands, and what is special about all of it.

    A piece is (leaf key or None for a separator, text, traits).
    """

    __slots__ = ("_attribute", "_number", "_place", "cell", "pieces")

    def __init__(
        self, place: Location, number: int, cell: Cell | None = None, traits: frozenset[str] = NO_TRAITS, attribute: str | None = None
    ) -> None:
        self.traits = traits
        self.cell = cell
        self._place = place
        self._number = number
        self._attribute = attribute
        self.pieces: list[tuple[Hashable | None, str, frozenset[str]]] = []

    @property
    def location(self) -> Location:
        """The part's location with paragraph, cell and attribute; worked out when asked, for most are never asked."""
        place = self._place._replace(paragraph=self._number or None, attribute=self._attribute)
        return place._replace(table=self.cell.table.number, cell=self.cell.name) if self.cell else place

    def stand_in(self, cell: str) -> None:
        """Says which cell of a sheet the paragraph belongs to, for comments that are kept in a part of their own."""
        self._place = self._place._replace(cell=cell)

    @property
    def text(self) -> str:
        """What is read: everything but deleted text."""
        return "".join(text for _, text, traits in self.pieces if "deleted" not in traits).strip()

    def context(self) -> Context | None:
        """The cells around it; None outside tables."""
        return self.cell.table.context(self.cell) if self.cell else None
