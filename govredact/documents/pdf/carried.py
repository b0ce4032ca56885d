"""The header of a table that goes on over the next page without it: read again above the rows there, as people do."""

from __future__ import annotations

import re

from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from govredact.documents.pdf.lines import Line

_DATA = re.compile("[0-9]")
_MOST_ROWS = 3
# Points by which the borders of one table differ between pages.
_SAME = 3.0


class Piece(NamedTuple):
    """A text of a header, the separator before it, and the leaf that it is on its own page."""

    separator: str
    text: str
    leaf: Hashable


class Headers:
    """What one page leaves for the next: the header rows of its last table, and the borders of that table's columns."""

    __slots__ = ("_borders", "_rows")

    def __init__(self) -> None:
        self._borders: tuple[float, ...] = ()
        self._rows: list[list[Piece]] = []

    def before(self, lines: list[Line]) -> tuple[int, list[list[Piece]]]:
        """The number of the line that the rows of a header belong above, and these rows."""
        first = next((number for number, line in enumerate(lines) if line.borders), -1)
        if first < 0 or not self._rows or not self._goes_on(lines[first].borders) or not _is_data(lines[first]):
            return 0, []
        return first, self._rows

    def leave(self, lines: list[Line], leaf: Callable[[int], Hashable], number: dict[int, int]) -> None:
        """Remembers the header of the last table among ``lines``; ``leaf`` and ``number`` make leaves of its runs."""
        borders = next((line.borders for line in reversed(lines) if line.borders), ())
        rows = [line for line in lines if line.borders == borders] if borders else []
        header: list[list[Piece]] = []
        for line in rows[: _MOST_ROWS + 1]:
            if _is_data(line):
                break
            pieces = [Piece(separator, run.text, leaf(number[id(run)])) for separator, run in line]
            header.append([*pieces, Piece(line.tail, "", None)])
        if not borders or (rows and not header and self._goes_on(borders)):
            return
        self._borders, self._rows = borders, header if len(header) <= _MOST_ROWS else []

    def _goes_on(self, borders: tuple[float, ...]) -> bool:
        same = len(borders) == len(self._borders)
        return same and all(abs(one - other) < _SAME for one, other in zip(borders, self._borders, strict=True))


def _is_data(line: Line) -> bool:
    return any(_DATA.search(run.text) for _, run in line)
