"""From runs to text as people read it: lines by geometry, whatever the order and the pieces in which it was written.

A line is a list of (separator, run). Gaps become nothing, a blank or a tab by their width; what lies over other text of the
same line (doubled for bold, stacked to hide) becomes a line of its own.
"""

from __future__ import annotations

from math import atan2, cos, degrees, radians, sin
from typing import TYPE_CHECKING, NamedTuple

from govredact.documents.pdf.columns import align

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govredact.documents.pdf.content import Run

# Shares of an em: baselines this close are one line; gaps this wide are a blank, a cell border; overlaps are another line.
_SAME_LINE = 0.35
_BLANK = 0.18
_CELL = 1.0
_OVERLAP = 0.5
# A column of single characters: at least so many, at most so many em apart.
_STACK = 7
_STACK_GAP = 3.0


class Line(list[tuple[str, "Run"]]):
    """(separator, run) from left to right, and what stands behind the last one: tabs of empty cells."""

    __slots__ = ("tail",)

    def __init__(self, pieces: Iterable[tuple[str, Run]] = ()) -> None:
        super().__init__(pieces)
        self.tail = ""


class _Placed(NamedTuple):
    """A run in the frame of its own direction: ``along`` the baseline from ``start`` to ``end``, ``level`` across it."""

    level: float
    start: float
    end: float
    em: float
    run: Run


def reading_lines(runs: list[Run]) -> list[Line]:
    """Lines from top to bottom, horizontal ones first, then each other direction."""
    groups: dict[int, list[_Placed]] = {}
    for run in runs:
        angle, placed = _place(run)
        groups.setdefault(angle, []).append(placed)
    lines: list[Line] = []
    for angle in sorted(groups, key=lambda angle: (angle != 0, angle)):
        for row in _rows(groups[angle]):
            lines.extend(_split(sorted(row, key=lambda placed: placed.start)))
    align(lines)
    return lines


def stored_lines(runs: list[Run]) -> list[Line]:
    """The runs in the order of the file, in lines where the writer went to a new one."""
    lines: list[Line] = []
    last: tuple[int, _Placed] | None = None
    for run in runs:
        angle, placed = _place(run)
        separator = None
        if last is not None and last[0] == angle and abs(last[1].level - placed.level) < _SAME_LINE * max(placed.em, last[1].em):
            separator = None if placed.start < last[1].end - _OVERLAP * placed.em else _separator(last[1], placed)
        if separator is None:
            lines.append(Line([("", run)]))
        else:
            lines[-1].append((separator, run))
        last = angle, placed
    return lines


def stacks(runs: list[Run]) -> list[Line]:
    """Columns of single characters that stand one below another, as lines."""
    columns: dict[int, list[_Placed]] = {}
    for run in runs:
        if len(run.text.strip()) == 1:
            angle, placed = _place(run)
            if not angle:
                columns.setdefault(round((placed.start + placed.end) / 2 / max(1.0, placed.em / 2)), []).append(placed)
    found: list[Line] = []
    for column in columns.values():
        column.sort(key=lambda placed: -placed.level)
        found.extend(_chains(column))
    return found


def _chains(column: list[_Placed]) -> Iterator[Line]:
    chain: list[_Placed] = []
    for placed in [*column, None]:
        if placed is not None and (not chain or 0.2 * placed.em < chain[-1].level - placed.level < _STACK_GAP * placed.em):
            chain.append(placed)
            continue
        if len(chain) >= _STACK:
            yield Line([("", item.run) for item in chain])
        chain = [placed] if placed is not None else []


def _place(run: Run) -> tuple[int, _Placed]:
    x0, y0, x1, y1, em = run.baseline()
    if abs(y1 - y0) < 1e-6 and x1 >= x0:
        return 0, _Placed(y0, x0, x1, em, run)
    angle = round(degrees(atan2(y1 - y0, x1 - x0)))
    c, s = cos(radians(angle)), sin(radians(angle))
    return angle, _Placed(y0 * c - x0 * s, x0 * c + y0 * s, x1 * c + y1 * s, em, run)


def _rows(group: list[_Placed]) -> Iterator[list[_Placed]]:
    row: list[_Placed] = []
    for placed in sorted(group, key=lambda placed: (-placed.level, placed.start)):
        if row and row[0].level - placed.level > _SAME_LINE * max(row[0].em, placed.em):
            yield row
            row = []
        row.append(placed)
    if row:
        yield row


def _split(row: list[_Placed]) -> Iterator[Line]:
    """The lines of one row: what overlaps goes to further lines, so that each line can be read."""
    while row:
        line = Line()
        over: list[_Placed] = []
        last: _Placed | None = None
        for placed in row:
            if last is None:
                line.append(("", placed.run))
            elif placed.start < last.end - _OVERLAP * min(placed.em, max(placed.end - placed.start, 0.1)):
                over.append(placed)
                continue
            else:
                line.append((_separator(last, placed), placed.run))
            last = placed
        yield line
        row = over


def _separator(last: _Placed, placed: _Placed) -> str:
    gap, em = placed.start - last.end, max(placed.em, last.em)
    if gap < _BLANK * em:
        return ""
    if gap < _CELL * em or (_is_single_han(last.run) and _is_single_han(placed.run)):
        return "" if last.run.text.endswith(" ") or placed.run.text.startswith(" ") else " "
    return "\t"


def _is_single_han(run: Run) -> bool:
    text = run.text.strip()
    return len(text) == 1 and "\u4e00" <= text <= "\u9fff"
