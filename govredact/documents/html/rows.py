"""Tables as lines of tab-separated cells, as the same table reads in a sheet: spans are padded, layout tables stay paragraphs."""

from __future__ import annotations

from govredact.documents.html.page import NOWHERE
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.documents.html.page import Page

# Beyond this a row holds paragraphs and columns of a page, not the cells of a table.
_MOST_BREAKS = 8
_LONGEST = 2000
_WIDEST = 200


class Row:
    """Numbers of pieces: where the row begins and ends, the tabs before its cells, the line ends inside them.

    ``tabs`` counts the tabs written so far, ``columns`` the grid columns that the cells so far cover.
    """

    __slots__ = ("breaks", "columns", "end", "has_table", "number", "separators", "start", "tabs")

    def __init__(self, number: int, start: int) -> None:
        self.number = number
        self.start = self.end = start
        self.separators: list[int] = []
        self.breaks: list[int] = []
        self.columns = self.tabs = 0
        self.has_table = False


class Table:
    """One open table; ``settle`` is called when it ends, because only then it is known how wide it is."""

    __slots__ = ("_count", "_covered", "_page", "_rows", "_width", "row")

    def __init__(self, page: Page) -> None:
        self._page = page
        self._rows: list[Row] = []
        # Column -> number of the last row that a cell from further up covers there.
        self._covered: dict[int, int] = {}
        self._count = self._width = 0
        self.row: Row | None = None

    def begin_row(self) -> Row:
        """A new row; the one before ends."""
        self.end_row()
        self._count += 1
        self.row = Row(self._count, len(self._page.pieces))
        return self.row

    def end_row(self) -> None:
        """Leaves room for the cells that the row lacks."""
        row, self.row = self.row, None
        if row is not None and row.columns:
            row.end = len(self._page.pieces)
            self._put("")
            self._rows.append(row)
            self._width = max(self._width, row.columns)

    def begin_cell(self, columns: int, rows: int) -> None:
        """A new cell of the open row, which is made where there is none."""
        row = self.row or self.begin_row()
        if not row.columns and self._page.pieces:
            self._put("\n")
        column = row.columns
        while self._covered.get(column, 0) >= row.number:
            column += 1
        column = min(column, _WIDEST)
        if column > row.tabs:
            row.separators.append(len(self._page.pieces))
            self._put("\t" * (column - row.tabs))
            row.tabs = column
        row.columns = min(_WIDEST, column + columns) if column < _WIDEST else _WIDEST
        if rows > 1:
            self._covered.update(dict.fromkeys(range(column, row.columns), row.number + rows - 1))

    def settle(self) -> None:
        """Rows of a data table get one line each and equal numbers of tabs; cells of a layout become paragraphs."""
        self.end_row()
        pieces = self._page.pieces
        for row in self._rows:
            if self._is_layout(row):
                for number in row.separators:
                    pieces[number] = "\n"
            elif row.separators or not row.breaks:
                for number in row.breaks:
                    pieces[number] = " "
                pieces[row.end] = "\t" * (self._width - 1 - row.tabs)

    def _is_layout(self, row: Row) -> bool:
        if row.has_table:
            return True
        if len(row.breaks) > _MOST_BREAKS * (len(row.separators) + 1):
            return True
        return bool(row.separators) and sum(map(len, self._page.pieces[row.start : row.end])) > _LONGEST

    def _put(self, text: str) -> None:
        self._page.pieces.append(text)
        self._page.sources.append(NOWHERE)
