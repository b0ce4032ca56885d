"""From runs to text as people read it: lines by geometry, whatever the order and the pieces in which it was written.

A line is a list of (separator, run). Gaps become nothing, a blank or a tab by their width; what lies over other text of the
same line (doubled for bold, stacked to hide) becomes a line of its own.
"""

from __future__ import annotations

from itertools import pairwise
from math import atan2, cos, degrees, radians, sin

from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govredact.documents.pdf.content import Run

# Shares of an em: baselines this close are one line; gaps this wide are a blank, a cell border; overlaps are another line.
_SAME_LINE = 0.35
_BLANK = 0.18
_CELL = 1.0
_OVERLAP = 0.5
_LETTER_SPACED = 4.0
# Word processors put a quarter of an em between Chinese characters and Latin letters or digits; nobody typed it.
_AUTOMATIC = 0.45
# A column of single characters: at least so many, at most so many em apart.
_STACK = 7
_STACK_GAP = 3.0


class Line(list[tuple[str, "Run"]]):
    """(separator, run) from left to right, and what stands behind the last one: tabs of empty cells.

    ``top`` orders lines on the page; ``borders`` are those of the columns of the ruled table that the line is a row of.
    """

    __slots__ = ("borders", "tail", "top")

    def __init__(self, pieces: Iterable[tuple[str, Run]] = (), top: float = 0.0) -> None:
        super().__init__(pieces)
        self.tail = ""
        self.top = top
        self.borders: tuple[float, ...] = ()


class Placed(NamedTuple):
    """A run in the frame of its own direction: ``along`` the baseline from ``start`` to ``end``, ``level`` across it."""

    level: float
    start: float
    end: float
    em: float
    run: Run


def stored_lines(runs: list[Run]) -> list[Line]:
    """The runs in the order of the file, in lines where the writer went to a new one."""
    lines: list[Line] = []
    last: tuple[int, Placed] | None = None
    for run in runs:
        angle, placed = place(run)
        between = None
        if last is not None and last[0] == angle and abs(last[1].level - placed.level) < _SAME_LINE * max(placed.em, last[1].em):
            between = None if placed.start < last[1].end - _OVERLAP * placed.em else separator(last[1], placed)
        if between is None:
            lines.append(Line([("", run)]))
        else:
            lines[-1].append((between, run))
        last = angle, placed
    return lines


def stacks(runs: list[Run]) -> list[Line]:
    """Columns of single characters that stand one below another, as lines."""
    columns: dict[int, list[Placed]] = {}
    for run in runs:
        if len(run.text.strip()) == 1:
            angle, placed = place(run)
            if not angle:
                columns.setdefault(round((placed.start + placed.end) / 2 / max(1.0, placed.em / 2)), []).append(placed)
    found: list[Line] = []
    for column in columns.values():
        column.sort(key=lambda placed: -placed.level)
        found.extend(_chains(column))
    return found


def _chains(column: list[Placed]) -> Iterator[Line]:
    chain: list[Placed] = []
    for placed in [*column, None]:
        if placed is not None and (not chain or 0.2 * placed.em < chain[-1].level - placed.level < _STACK_GAP * placed.em):
            chain.append(placed)
            continue
        if len(chain) >= _STACK:
            yield Line([("", item.run) for item in chain])
        chain = [placed] if placed is not None else []


def place(run: Run) -> tuple[int, Placed]:
    """The direction of a run in degrees, and its place in the frame of that direction."""
    x0, y0, x1, y1, em = run.baseline()
    if abs(y1 - y0) < 1e-6 and x1 >= x0:
        return 0, Placed(y0, x0, x1, em, run)
    angle = round(degrees(atan2(y1 - y0, x1 - x0)))
    c, s = cos(radians(angle)), sin(radians(angle))
    return angle, Placed(y0 * c - x0 * s, x0 * c + y0 * s, x1 * c + y1 * s, em, run)


def rows_of(group: list[Placed]) -> Iterator[list[Placed]]:
    """Groups of runs on one baseline, from top to bottom."""
    row: list[Placed] = []
    for placed in sorted(group, key=lambda placed: (-placed.level, placed.start)):
        if row and row[0].level - placed.level > _SAME_LINE * max(row[0].em, placed.em):
            yield row
            row = []
        row.append(placed)
    if row:
        yield row


def layers(row: list[Placed]) -> Iterator[list[Placed]]:
    """The lines of one row: what overlaps goes to further lines, so that each line can be read."""
    row = sorted(row, key=lambda placed: placed.start)
    while row:
        layer: list[Placed] = []
        over: list[Placed] = []
        for placed in row:
            if layer and placed.start < layer[-1].end - _OVERLAP * min(placed.em, max(placed.end - placed.start, 0.1)):
                over.append(placed)
            else:
                layer.append(placed)
        yield layer
        row = over


def line_of(layer: list[Placed]) -> Line:
    """The runs of one line with what stands between them."""
    line = Line([("", layer[0].run)], layer[0].level + layer[0].em)
    line.extend((separator(before, placed), placed.run) for before, placed in pairwise(layer))
    return line


def separator(last: Placed, placed: Placed) -> str:
    """What stands between two neighbours in a line: nothing, a blank, or a tab between cells."""
    gap, em = placed.start - last.end, max(placed.em, last.em)
    if gap < _BLANK * em:
        return ""
    end, start = last.run.text[-1:], placed.run.text[:1]
    if gap < _AUTOMATIC * em and _is_han(end) != _is_han(start) and end.isalnum() and start.isalnum():
        return ""
    if gap < _CELL * em or (gap < _LETTER_SPACED * em and _is_single_han(last.run) and _is_single_han(placed.run)):
        return "" if end == " " or start == " " else " "
    return "\t"


def _is_single_han(run: Run) -> bool:
    text = run.text.strip()
    return len(text) == 1 and _is_han(text)


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"
