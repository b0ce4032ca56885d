"""Tables without rules: rows whose cells stand one below another, told apart by the white columns between them.

A row that lacks a cell gets the tab of it, so that what stands below a header stays below it; a cell that was wrapped is put
together again where a row is known by its first cell.
"""

from __future__ import annotations

from itertools import pairwise

from govredact.documents.pdf.cells import continues, pieces
from govredact.documents.pdf.lines import Line, line_of, separator
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.documents.pdf.lines import Placed

# Shares of an em: the narrowest white column, the widest gap between two rows of a table and between two lines of a cell.
_WHITE = 0.25
_FAR = 3.5
_LEADING = 1.8
_FEWEST_TABS = 2

Interval = tuple[float, float]
Row = list["Placed"]
Cells = dict[int, Row]


class _Fragment(NamedTuple):
    """What stands in one column of one row."""

    row: int
    placed: Row


def lines_of(rows: list[Row]) -> list[Line]:
    """The lines of ``rows``, which go from top to bottom; those of tables as rows of cells."""
    tabs = [sum(separator(*pair) == "\t" for pair in pairwise(row)) for row in rows]
    lines: list[Line] = []
    done = number = 0
    while number < len(rows):
        end, columns = (number + 1, []) if not tabs[number] else _table(rows, tabs, number)
        if len(columns) > 1:
            start, columns = _with_upper_lines(rows, done, number, columns)
            lines.extend(map(line_of, rows[done:start]))
            lines.extend(_laid_out(rows[start:end], columns))
            done = end
        number = end
    return [*lines, *map(line_of, rows[done:])]


def _with_upper_lines(rows: list[Row], done: int, first: int, columns: list[Interval]) -> tuple[int, list[Interval]]:
    """Where the table begins if the lines above its first row are the upper lines of its cells, and its columns then."""
    while first > done and len(columns) > _FEWEST_TABS and rows[first - 1][0].level - rows[first][0].level < _LEADING * rows[first][0].em:
        grown = _merged([*columns, *((item.start, item.end) for item in rows[first - 1])], _WHITE * rows[first][0].em)
        if len(grown) < len(columns):
            break
        first, columns = first - 1, grown
    return first, columns


def _table(rows: list[Row], tabs: list[int], first: int) -> tuple[int, list[Interval]]:
    """The end of the table that begins with row ``first``, and its columns; one row and no columns where there is none."""
    white = _WHITE * rows[first][0].em
    columns = _merged([(item.start, item.end) for item in rows[first]], white)
    wanted = tabs[first]
    end = first + 1
    while end < len(rows) and rows[end - 1][0].level - rows[end][0].level < _FAR * rows[end][0].em:
        grown = _merged([*columns, *((item.start, item.end) for item in rows[end])], white)
        if len(grown) > wanted and (tabs[end] or wanted >= _FEWEST_TABS):
            columns = grown
        elif not tabs[end]:
            break
        end += 1
    return (end, columns) if end - first > 1 else (end, [])


def _merged(pieces: list[Interval], white: float) -> list[Interval]:
    found: list[Interval] = []
    for start, end in sorted(pieces):
        if found and start < found[-1][1] + white:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _laid_out(rows: list[Row], columns: list[Interval]) -> Iterator[Line]:
    cells = [_cells(row, columns) for row in rows]
    joined = _joined(cells, columns)
    for row, own in zip(rows, cells, strict=True):
        if own:
            yield _line(own, joined, columns)
        elif own is None:
            yield line_of(row)


def _cells(row: Row, columns: list[Interval]) -> Cells | None:
    """What stands in each column; None where a piece reaches over several of them and takes the place of another."""
    cells: Cells = {}
    last = -1
    for item in row:
        column = max(range(len(columns)), key=lambda index: _shared((item.start, item.end), columns[index]))
        if column < last:
            return None
        last = column
        cells.setdefault(column, []).append(item)
    return cells


def _shared(cell: Interval, column: Interval) -> float:
    """The width that two share; minus their distance where they share none."""
    return min(cell[1], column[1]) - max(cell[0], column[0])


def _joined(cells: list[Cells | None], columns: list[Interval]) -> dict[int, list[Row]]:
    """Moves the lines of wrapped cells to the row that they belong to; returns them by the identity of the first one's list."""
    heads = [number for number, own in enumerate(cells) if own and ((0 in own and len(own) > 1) or len(own) * 2 > len(columns))]
    found: dict[int, list[Row]] = {}
    if len(heads) < 2:
        return found
    for column, (left, right) in enumerate(columns):
        fragments = [_Fragment(number, own[column]) for number, own in enumerate(cells) if own and column in own]
        for chain in _chains(fragments, heads, right - left):
            row = _head_of(chain, heads, cells)
            for fragment in chain:
                own = cells[fragment.row]
                if own is not None:
                    del own[column]
            target = cells[row]
            if target is not None:
                target[column] = chain[0].placed
                found[id(chain[0].placed)] = [fragment.placed for fragment in chain]
    return found


def _chains(fragments: list[_Fragment], heads: list[int], width: float) -> Iterator[list[_Fragment]]:
    """Fragments of one column that follow each other as the lines of one cell, at most one of them in a head row."""
    chain: list[_Fragment] = []
    for fragment in fragments:
        is_head = fragment.row in heads
        if chain and not (is_head and any(item.row in heads for item in chain)) and _follows(chain[-1].placed, fragment.placed, width):
            chain.append(fragment)
            continue
        if len(chain) > 1:
            yield chain
        chain = [fragment]
    if len(chain) > 1:
        yield chain


def _follows(above: Row, row: Row, width: float) -> bool:
    near = above[0].level - row[0].level < _LEADING * row[0].em
    return near and continues(above, row, width) == ""


def _head_of(chain: list[_Fragment], heads: list[int], cells: list[Cells | None]) -> int:
    """The head row among the chain, else the nearest one."""
    own = [fragment.row for fragment in chain if fragment.row in heads]
    if own:
        return own[0]
    middle = (chain[0].placed[0].level + chain[-1].placed[0].level) / 2
    return min(heads, key=lambda head: abs(_level(cells[head]) - middle))


def _level(own: Cells | None) -> float:
    return next(iter(own.values()))[0].level if own else -1e9


def _line(own: Cells, joined: dict[int, list[Row]], columns: list[Interval]) -> Line:
    line, last = Line(), 0
    for column in sorted(own):
        rows = joined.get(id(own[column]), [own[column]])
        for index, (between, run) in enumerate(pieces(rows, columns[column])):
            line.append((between if index else "\t" * (column - last), run))
        last = column
    line.tail = "\t" * (len(columns) - 1 - last)
    return line
