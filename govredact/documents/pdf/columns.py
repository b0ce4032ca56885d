"""Empty cells of tables: rows that lack a cell get the tab of it, so that what stands below a header stays below it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.documents.pdf.lines import Line

# Left and right end of a cell on the page, in points.
Cell = tuple[float, float]


def align(lines: list[Line]) -> None:
    """Adds tabs to the rows of each table, a block of lines with cells, by the places of the cells of its fullest row."""
    for block in _blocks(lines):
        cells = [_cells(line) for line in block]
        template = max(cells, key=len)
        for line, own in zip(block, cells, strict=True):
            if len(own) < len(template):
                _pad(line, _columns(own, template), len(template))


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if any(separator == "\t" for separator, _ in line):
            block.append(line)
            continue
        if len(block) > 1:
            yield block
        block = []
    if len(block) > 1:
        yield block


def _cells(line: Line) -> list[Cell]:
    cells: list[Cell] = []
    for separator, run in line:
        x0, _, x1, *_ = run.baseline()
        if separator == "\t" or not cells:
            cells.append((x0, x1))
        else:
            cells[-1] = (cells[-1][0], x1)
    return cells


def _columns(cells: list[Cell], template: list[Cell]) -> list[int]:
    """The column of each cell: the one it shares most of its width with, else the nearest; [] where two cells claim one."""
    columns = [max(range(len(template)), key=lambda index: _shared(cell, template[index])) for cell in cells]
    return columns if all(left < right for left, right in pairwise(columns)) else []


def _shared(cell: Cell, column: Cell) -> float:
    """The width that two cells share; minus their distance where they share none."""
    return min(cell[1], column[1]) - max(cell[0], column[0])


def _pad(line: Line, columns: list[int], count: int) -> None:
    if not columns:
        return
    number, last = 0, 0
    for index, (separator, run) in enumerate(line):
        if index and separator != "\t":
            continue
        line[index] = ("\t" * (columns[number] - last), run)
        last = columns[number]
        number += 1
    line.tail = "\t" * (count - 1 - last)
