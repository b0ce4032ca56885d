"""Ruled tables: the grids that thin lines draw on a page, merged cells included.

All geometry is in the frame of one direction of text: x along the lines of text, y across them, upwards.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from math import cos, radians, sin

from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govredact.documents.pdf.content import Content

# Points: lines closer than this are one (double borders, borders of neighbouring cells); thicker ones are areas.
_SAME = 3.0
_THICK = 3.0
_SHORT = 5.0
# A page with more rules than this is a drawing; its text is read without tables.
_MOST_RULES = 6000
_MOST_CELLS = 20_000

# Start and end of a rule along its own direction.
Interval = tuple[float, float]
Rules = dict[float, list[Interval]]
Rule = tuple[float, float, float, float]


class Grid(NamedTuple):
    """One table: borders of columns (ascending) and of rows (descending); ``roots`` names the first (row, column) of each merged cell."""

    xs: list[float]
    ys: list[float]
    roots: dict[tuple[int, int], tuple[int, int]]

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """The cell around a point; None outside."""
        if not (self.xs[0] - _SAME / 2 <= x <= self.xs[-1] + _SAME / 2 and self.ys[-1] <= y <= self.ys[0]):
            return None
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        row = next((i for i in range(len(self.ys) - 1) if y >= self.ys[i + 1]), len(self.ys) - 2)
        return self.roots[row, column]

    def right(self, cell: tuple[int, int]) -> float:
        """The right border of the merged cell that begins at ``cell``."""
        column = cell[1]
        while column + 1 < len(self.xs) - 1 and self.roots[cell[0], column + 1] == cell:
            column += 1
        return self.xs[column + 1]

    def columns(self) -> list[int]:
        """The columns in which the rows of a regular table begin their cells; [] for a form, whose rows differ."""
        starts = Counter(self.starts(row) for row in range(len(self.ys) - 1))
        (template, _), *_ = starts.most_common(1)
        fitting = sum(count for own, count in starts.items() if set(own) <= set(template))
        same = starts[template]
        return list(template) if len(template) > 1 and same * 2 > fitting and fitting * 5 > sum(starts.values()) * 4 else []

    def starts(self, row: int) -> tuple[int, ...]:
        """The columns in which a cell of ``row`` begins."""
        return tuple(column for column in range(len(self.xs) - 1) if self.roots[row, column][1] == column)


def rules(content: Content) -> list[Rule]:
    """The thin straight lines that ``content`` draws, as (x0, y0, x1, y1); [] where it draws so many that it is a drawing."""
    found: list[Rule] = []
    for paint in content.paints:
        x0, y0, x1, y1 = paint.box
        if not paint.picture and min(x1 - x0, y1 - y0) <= _THICK and max(x1 - x0, y1 - y0) >= _SHORT:
            found.append(paint.box)
    found.extend((stroke.x0, stroke.y0, stroke.x1, stroke.y1) for stroke in content.strokes)
    return found if len(found) <= _MOST_RULES else []


def grids(found: list[Rule], angle: int) -> list[Grid]:
    """The tables among ``found`` for text that runs at ``angle`` degrees, from top to bottom."""
    if len(found) < 3 or angle % 90:
        return []
    horizontal: list[tuple[float, float, float]] = []
    vertical: list[tuple[float, float, float]] = []
    for x0, y0, x1, y1 in _turned(found, angle):
        if abs(y1 - y0) <= _THICK and abs(x1 - x0) >= _SHORT:
            horizontal.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= _THICK and abs(y1 - y0) >= _SHORT:
            vertical.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    made = [_grid(rows, columns) for rows, columns in _tables(_merged(horizontal), _merged(vertical))]
    return sorted((grid for grid in made if grid is not None), key=lambda grid: -grid.ys[0])


def _turned(found: list[Rule], angle: int) -> Iterable[Rule]:
    if not angle:
        return found
    c, s = round(cos(radians(angle))), round(sin(radians(angle)))
    return [(x0 * c + y0 * s, y0 * c - x0 * s, x1 * c + y1 * s, y1 * c - x1 * s) for x0, y0, x1, y1 in found]


def _merged(lines: list[tuple[float, float, float]]) -> Rules:
    """Lines by their place across, pieces that touch joined."""
    found: Rules = {}
    place = -1e9
    for at, start, end in sorted(lines):
        if at - place > _SAME:
            place = at
        found.setdefault(place, []).append((start, end))
    return {at: list(_joined(sorted(pieces))) for at, pieces in found.items()}


def _joined(pieces: list[Interval]) -> Iterator[Interval]:
    start, end = pieces[0]
    for left, right in pieces[1:]:
        if left > end + _SAME:
            yield start, end
            start, end = left, right
        end = max(end, right)
    yield start, end


def _tables(horizontal: Rules, vertical: Rules) -> Iterator[tuple[Rules, Rules]]:
    """Groups of lines that cross or touch one another."""
    rows = [(at, *piece) for at, pieces in horizontal.items() for piece in pieces]
    columns = [(at, *piece) for at, pieces in vertical.items() for piece in pieces]
    if len(rows) * len(columns) > _MOST_RULES * 10:
        return
    left = set(range(len(columns)))
    taken = [False] * len(rows)
    for first in range(len(rows)):
        if taken[first]:
            continue
        taken[first] = True
        own_rows, own_columns, pending = [rows[first]], [], [rows[first]]
        while pending:
            y, x0, x1 = pending.pop()
            for index in [i for i in left if _meets((y, x0, x1), columns[i])]:
                left.discard(index)
                own_columns.append(columns[index])
                for other, row in enumerate(rows):
                    if not taken[other] and _meets(row, columns[index]):
                        taken[other] = True
                        own_rows.append(row)
                        pending.append(row)
        if own_columns:
            yield _by_place(own_rows), _by_place(own_columns)


def _meets(row: tuple[float, float, float], column: tuple[float, float, float]) -> bool:
    (y, x0, x1), (x, y0, y1) = row, column
    return x0 - _SAME <= x <= x1 + _SAME and y0 - _SAME <= y <= y1 + _SAME


def _by_place(lines: list[tuple[float, float, float]]) -> Rules:
    found: Rules = {}
    for at, start, end in lines:
        found.setdefault(at, []).append((start, end))
    return found


def _grid(horizontal: Rules, vertical: Rules) -> Grid | None:
    # Open sides: a table without a left or right border ends where its lines end.
    xs = _with_ends(sorted(vertical), [piece for pieces in horizontal.values() for piece in pieces])
    ys = _with_ends(sorted(horizontal), [piece for pieces in vertical.values() for piece in pieces])[::-1]
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns < 2 or rows * columns > _MOST_CELLS:
        return None
    roots: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(rows):
        middle = (ys[row] + ys[row + 1]) / 2
        for column in range(columns):
            centre = (xs[column] + xs[column + 1]) / 2
            above, before = (row - 1, column), (row, column - 1)
            if column and not _covers(vertical, xs[column], middle):
                roots[row, column] = roots[before]
            elif row and not _covers(horizontal, ys[row], centre):
                roots[row, column] = roots[above]
            else:
                roots[row, column] = (row, column)
    return Grid(xs, ys, roots)


def _with_ends(places: list[float], pieces: list[Interval]) -> list[float]:
    low, high = min(start for start, _ in pieces), max(end for _, end in pieces)
    if low < places[0] - 2 * _SAME:
        places = [low, *places]
    if high > places[-1] + 2 * _SAME:
        places = [*places, high]
    return places


def _covers(lines: Rules, at: float, position: float) -> bool:
    return any(start <= position <= end for start, end in lines.get(at, ()))
