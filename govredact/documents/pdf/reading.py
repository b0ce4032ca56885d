"""The text of a page in the order in which people read it: lines, and the rows of tables, from top to bottom."""

from __future__ import annotations

from govredact.documents.pdf.cells import in_cells, table_lines
from govredact.documents.pdf.columns import lines_of
from govredact.documents.pdf.grids import grids
from govredact.documents.pdf.lines import layers, place, rows_of
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.documents.pdf.content import Run
    from govredact.documents.pdf.grids import Rule
    from govredact.documents.pdf.lines import Line, Placed


def reading_lines(runs: list[Run], rules: list[Rule]) -> list[Line]:
    """Lines from top to bottom, horizontal ones first, then each other direction; ``rules`` are the lines that draw tables."""
    groups: dict[int, list[Placed]] = {}
    for run in runs:
        angle, placed = place(run)
        groups.setdefault(angle, []).append(placed)
    lines: list[Line] = []
    for angle in sorted(groups, key=lambda angle: (angle != 0, angle)):
        lines.extend(_in_one_direction(groups[angle], rules, angle))
    return lines


def _in_one_direction(placed: list[Placed], rules: list[Rule], angle: int) -> list[Line]:
    tables: list[list[Line]] = []
    for grid in grids(rules, angle):
        inside, outside = in_cells(grid, placed)
        if len(inside) > 1:
            placed = outside
            tables.append(list(table_lines(grid, inside)))
    rows = [layer for row in rows_of(placed) for layer in layers(row)]
    lines: list[Line] = []
    for table in tables:
        above = next((number for number, row in enumerate(rows) if row[0].level <= table[0].top), len(rows))
        lines += [*lines_of(rows[:above]), *table]
        del rows[:above]
    return [*lines, *lines_of(rows)]
