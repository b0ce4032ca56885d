"""Text in ruled tables as rows of cells: one line a row, tabs between cells, a wrapped cell in one piece.

That is what the same table reads like in a file of tab-separated values, so that labels above and on the left are found alike.
"""

from __future__ import annotations

import re
from itertools import pairwise

from govredact.documents.pdf.lines import Line, layers, line_of, rows_of, separator
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.documents.pdf.content import Run
    from govredact.documents.pdf.grids import Grid
    from govredact.documents.pdf.lines import Placed

Cell = tuple[int, int]
Interval = tuple[float, float]
# The widest margin inside a cell that counts as one, as a share of an em.
_MARGIN = 0.8
_TOKEN_END, _TOKEN_START = re.compile("[0-9A-Za-z]+$"), re.compile("^[0-9A-Za-z]+")
# Numbers of these lengths are whole: two of them one below the other are two telephones, not one long number.
_WHOLE = frozenset((7, 8, 11, 12, 15, 16, 17, 18, 19))


def in_cells(grid: Grid, placed: list[Placed]) -> tuple[dict[Cell, list[Placed]], list[Placed]]:
    """What stands in each cell of ``grid``, by its first glyph, and what stands outside."""
    inside: dict[Cell, list[Placed]] = {}
    outside: list[Placed] = []
    for item in placed:
        x = item.start + min(0.4 * item.em, (item.end - item.start) / 2)
        cell = grid.cell(x, item.level + 0.3 * item.em)
        if cell is None:
            outside.append(item)
        else:
            inside.setdefault(cell, []).append(item)
    return inside, outside


def table_lines(grid: Grid, inside: dict[Cell, list[Placed]]) -> Iterator[Line]:
    """One Line a row that holds text; a merged cell stands in its first column, the others that it covers are empty."""
    columns = grid.columns()
    for row in range(len(grid.ys) - 1):
        starts = grid.starts(row)
        regular = bool(columns) and set(starts) <= set(columns)
        line, tabs, last = Line(top=grid.ys[row]), 0, 0
        over: list[Line] = []
        for number, column in enumerate(starts):
            position = columns.index(column) if regular else number
            tabs, last = tabs + position - last, position
            cell = (row, column)
            for index, (between, run) in enumerate(_wrapped(inside.get(cell, []), (grid.xs[column], grid.right(cell)), over)):
                line.append((between if index else "\t" * tabs, run))
                tabs = 0
        if line:
            line.borders = tuple(grid.xs) if columns else ()
            line.tail = "\t" * (tabs + (len(columns) - 1 - last if regular else 0))
            yield line
        yield from over


def _wrapped(placed: list[Placed], sides: Interval, over: list[Line]) -> Iterator[tuple[str, Run]]:
    """The text of one cell; its lines follow each other without a sign where the writer broke a full line.

    What lies over other text of the cell goes to ``over``.
    """
    rows = []
    for row in rows_of(placed):
        first, *others = layers(row)
        rows.append(first)
        over.extend(line_of(other) for other in others)
    yield from pieces(rows, sides)


def pieces(rows: list[list[Placed]], sides: Interval) -> Iterator[tuple[str, Run]]:
    """The lines of one cell between its left and right side as (separator, run)."""
    room = _room(rows, sides)
    for number, row in enumerate(rows):
        yield (continues(rows[number - 1], row, room) if number else ""), row[0].run
        for before, item in pairwise(row):
            yield separator(before, item).replace("\t", " "), item.run


def _room(rows: list[list[Placed]], sides: Interval) -> float:
    """How wide a line of the cell can be: what lies inside the margins that its lines keep, or inside usual ones."""
    margin = min((min(row[0].start - sides[0], sides[1] - row[-1].end) for row in rows), default=0.0)
    return sides[1] - sides[0] - 2 * min(max(margin, 0.0), _MARGIN * max((row[0].em for row in rows), default=0.0))


def continues(above: list[Placed], row: list[Placed], room: float) -> str:
    """What stands for the end of a line inside a cell: nothing where what follows had no room in it, else a blank."""
    end, start = above[-1].run.text.rstrip()[-1:], row[0].run.text.lstrip()[:1]
    # Words and numbers are not broken unless they fill a line of their own.
    after = _TOKEN_START.search("".join([item.run.text for item in row]).lstrip())
    following = (0.5 * len(after[0]) if after else 1.0) * row[0].em
    if above[-1].end - above[0].start + following < room:
        return " "
    if not (end.isascii() and start.isascii()):
        return ""
    before = _TOKEN_END.search("".join([item.run.text for item in above]))
    if before is None or after is None or before.start():
        return " "
    return " " if len(before[0]) == len(after[0]) and len(after[0]) in _WHOLE else ""
