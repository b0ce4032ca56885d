"""The current path (ISO 32000-2, 8.5.2) as far as it hides text or draws tables: boxes that a fill covers, pieces of strokes."""

from __future__ import annotations

from govredact.documents.pdf.geometry import Box, area, bounds
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.documents.pdf.geometry import Matrix

# A shape that fills less of its box than this (a triangle, a letter, a slanted line) covers no text that stands in it.
_SOLID = 0.7
# Drawings with more straight pieces than this in one path draw no table.
_MOST = 4000


class _Shape:
    """One subpath: the box around it, and twice its signed area."""

    __slots__ = ("box", "double")

    def __init__(self, box: Box, double: float) -> None:
        self.box = box
        self.double = double


class Path:
    """Subpaths under construction; all points are on the page, in points."""

    __slots__ = ("_first", "_point", "_shapes", "clips", "segments")

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begins anew."""
        self._shapes: list[_Shape] = []
        self.segments: list[Box] = []
        self._point = self._first = (0.0, 0.0)
        self.clips = False

    def rectangle(self, matrix: Matrix, x: float, y: float, width: float, height: float) -> None:
        """A rectangle in the space of ``matrix``."""
        x0, y0, x1, y1 = box = bounds(matrix, x, y, x + width, y + height)
        self._shapes.append(_Shape(box, 2 * area(box)))
        self.segments += [(x0, y0, x1, y0), (x1, y0, x1, y1), (x0, y1, x1, y1), (x0, y0, x0, y1)]

    def begin(self, x: float, y: float) -> None:
        """A new subpath at a point."""
        self._shapes.append(_Shape((x, y, x, y), 0.0))
        self._point = self._first = (x, y)

    def line(self, x: float, y: float) -> None:
        """A line to a point. Of a curve the end point is enough, since what hides text is made of straight lines."""
        if not self._shapes:
            self.begin(x, y)
            return
        if len(self.segments) < _MOST:
            self.segments.append((*self._point, x, y))
        shape, (last_x, last_y) = self._shapes[-1], self._point
        x0, y0, x1, y1 = shape.box
        shape.box = (min(x0, x), min(y0, y), max(x1, x), max(y1, y))
        shape.double += last_x * y - x * last_y
        self._point = (x, y)

    def close(self) -> None:
        """A line back to where the subpath began."""
        self.line(*self._first)

    def boxes(self) -> list[Box]:
        """The boxes around all subpaths."""
        return [shape.box for shape in self._shapes]

    def covers(self, *, even_odd: bool) -> Iterator[Box]:
        """The boxes that a fill covers. With ``even_odd`` the inside of a frame stays free."""
        first_x, first_y = self._first
        if self._shapes and self._point != self._first:
            # A fill closes the last subpath; others that are open are rare and end where they began, or nearly so.
            self._shapes[-1].double += self._point[0] * first_y - first_x * self._point[1]
        solid = [shape.box for shape in self._shapes if abs(shape.double) / 2 >= _SOLID * area(shape.box)]
        if not even_odd or len(solid) < 2:
            yield from solid
            return
        for box in solid:
            holes = [other for other in solid if other != box and _contains(box, other)]
            if holes:
                yield from _frame(box, holes[0])
            elif not any(_contains(other, box) for other in solid if other != box):
                yield box


def _contains(outer: Box, inner: Box) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def _frame(outer: Box, inner: Box) -> list[Box]:
    x0, y0, x1, y1 = outer
    a, b, c, d = inner
    return [(x0, y0, x1, b), (x0, d, x1, y1), (x0, b, a, d), (c, b, x1, d)]
