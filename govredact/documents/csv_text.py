"""CSV and TSV (RFC 4180): a masked table keeps its rows, its columns and its quoting, and gains no formula."""

from __future__ import annotations

import re
from array import array

from govredact.documents.plain import TextDocument, TextPassage
from govredact.documents.splice import spliced
from govredact.models import Edit
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.documents.limits import Limits

# Programs that open a table run a cell that begins like this.
_FORMULA = frozenset("=+-@")
_MOST_HEADER = 4096
# So many characters are read as lines at a time.
_PART = 1 << 16
# A cell of more lines is rather a quote that nobody closed.
_LONGEST_CELL, _MOST_LINES = 4_000, 40
_LINE_ENDS = str.maketrans("\r\n", "  ")


class _RowsPassage(TextPassage):
    """A table with each row in one line: line ends inside quoted cells are read as blanks."""

    __slots__ = ("_written",)

    def __init__(self, text: str, kind: str, delimiter: str) -> None:
        super().__init__(_in_rows(text, delimiter), kind)
        self._written = text

    @property
    def written(self) -> str:
        return self._written


class CsvDocument(TextDocument):
    """A table whose cells are separated by commas (or semicolons, tabs or bars where its first line says so)."""

    has_syntax = True

    def __init__(self, data: bytes, format_name: str, limits: Limits) -> None:
        self._tabs = format_name == "tsv"
        super().__init__(data, format_name, limits)

    @property
    def _delimiter(self) -> str:
        return "\t" if self._tabs else _delimiter(self.text)

    def passage(self) -> TextPassage:
        """The file, row by row where a cell holds several lines."""
        return _RowsPassage(self.text, self.format, self._delimiter)

    def fit(self, edits: list[Edit]) -> list[Edit]:
        """Keeps an edit from changing the number of cells; touched cells are quoted where their new text demands it."""
        return sorted(_fitted(self.text, edits, self._delimiter), key=lambda edit: edit.start)

    def still_parses(self, masked: str) -> bool:
        """The same number of rows, and of columns in each."""
        before = _shape(self.text, self._delimiter)
        return before is None or before == _shape(masked, self._delimiter)


def _delimiter(text: str) -> str:
    head = text[:_MOST_HEADER].split("\n", 1)[0]
    return max(",;\t|", key=head.count)


def _in_rows(text: str, delimiter: str) -> str:
    if '"' not in text:
        return text
    pieces, done = [], 0
    for cell in _quoted(delimiter).finditer(text):
        if cell.end() - cell.start() <= _LONGEST_CELL and 0 < cell[0].count("\n") + cell[0].count("\r") <= _MOST_LINES:
            pieces += [text[done : cell.start()], cell[0].translate(_LINE_ENDS)]
            done = cell.end()
    return "".join([*pieces, text[done:]]) if pieces else text


def _quoted(delimiter: str) -> re.Pattern[str]:
    separator = f"{re.escape(delimiter)}\r\n"
    return re.compile(f'(?<![^{separator}])"[^"]*(?:""[^"]*)*"')


def _fitted(text: str, edits: list[Edit], delimiter: str) -> Iterator[Edit]:
    separator = f"{re.escape(delimiter)}\r\n"
    regions = _quoted(delimiter).finditer(text)
    region = next(regions, None)
    loose: list[Edit] = []
    for edit in edits:
        while region and region.end() <= edit.start:
            region = next(regions, None)
        if region and region.start() < edit.start and edit.end < region.end():
            yield _in_quotes(edit, at_start=edit.start == region.start() + 1)
        else:
            loose += _by_cell(text, edit, re.compile(f"[^{separator}]+"))
    for (start, end), touched in _grouped(text, loose, frozenset(delimiter + "\r\n")):
        yield from _in_cell(text, start, end, touched, frozenset(delimiter + '"\r\n'))


def _in_quotes(edit: Edit, *, at_start: bool) -> Edit:
    guard = "'" if at_start and edit.replacement[:1] in _FORMULA else ""
    return edit._replace(replacement=guard + edit.replacement.replace('"', '""'))


def _by_cell(text: str, edit: Edit, cell: re.Pattern[str]) -> list[Edit]:
    """``edit`` without the separators inside its span: one edit a cell (digits of one number in several cells)."""
    old = list(cell.finditer(text, edit.start, edit.end))
    if len(old) == 1 and old[0].span() == (edit.start, edit.end):
        return [edit]
    new = cell.findall(edit.replacement)
    if len(new) != len(old):
        new = ["".join(new)] + [""] * len(old)
    return [Edit(0, match.start(), match.end(), part) for match, part in zip(old, new, strict=False)]


def _grouped(text: str, edits: list[Edit], separators: frozenset[str]) -> Iterator[tuple[tuple[int, int], list[Edit]]]:
    """The edits of each cell without quotes, with the cell's span."""
    touched: list[Edit] = []
    start = end = -1
    for edit in edits:
        if edit.start > end or not touched:
            if touched:
                yield (start, end), touched
            touched, start, end = [], edit.start, edit.end
            while start > 0 and text[start - 1] not in separators:
                start -= 1
            while end < len(text) and text[end] not in separators:
                end += 1
        touched.append(edit)
    if touched:
        yield (start, end), touched


def _in_cell(text: str, start: int, end: int, edits: list[Edit], special: frozenset[str]) -> list[Edit]:
    masked = spliced(text, edits, start, end)
    formula = masked[:1] in _FORMULA and text[start : start + 1] != masked[:1]
    quotes = any(not special.isdisjoint(edit.replacement) for edit in edits)
    if not formula and not quotes:
        return edits
    masked = f"'{masked}" if formula else masked
    return [Edit(0, start, end, '"' + masked.replace('"', '""') + '"' if quotes else masked)]


def _shape(text: str, delimiter: str) -> array[int] | None:
    """The number of cells of each row; None where the reader gives up."""
    import csv

    try:
        return array("I", map(len, csv.reader(_lines(text), delimiter=delimiter)))
    except csv.Error:
        return None


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends, as a file gives them that is opened without translating these."""
    import io

    start = 0
    while start < len(text):
        end = text.find("\n", start + _PART) + 1 or len(text)
        yield from io.StringIO(text[start:end], newline="")
        start = end
