"""What lies near a piece of text: painted areas, and lines that were drawn over it so densely that they are meant to hide it."""

from __future__ import annotations

from math import floor

from govredact.documents.pdf.geometry import overlap
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from govredact.documents.pdf.content import Content, Paint
    from govredact.documents.pdf.geometry import Box

# Points of height, and of width, that are looked at together; pages are not larger than so many of them.
_BAND = 24.0
_MOST_BANDS = 1000
# Areas thinner than this are lines. So many lines over one character are no underlining and no striking through.
_LINE = 2.5
DENSE = 3


class _Line(NamedTuple):
    order: int
    box: Box
    start: tuple[float, float]
    end: tuple[float, float]


class Surroundings:
    """The painted areas and the lines of one page, by the height at which they stand."""

    __slots__ = ("_lines", "_paints", "has_lines")

    def __init__(self, content: Content) -> None:
        self._paints: dict[int, list[Paint]] = {}
        self._lines: dict[tuple[int, int], list[_Line]] = {}
        for paint in content.paints:
            x0, y0, x1, y1 = paint.box
            if not paint.picture and min(x1 - x0, y1 - y0) <= _LINE:
                self._add_line(_Line(paint.order, paint.box, (x0, (y0 + y1) / 2), (x1, (y0 + y1) / 2)))
            for band in _bands(paint.box):
                self._paints.setdefault(band, []).append(paint)
        for stroke in content.strokes:
            order, x0, y0, x1, y1 = stroke
            self._add_line(_Line(order, (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), (x0, y0), (x1, y1)))
        self.has_lines = bool(self._lines)

    def _add_line(self, line: _Line) -> None:
        (x0, y0), (x1, y1) = line.start, line.end
        for band in _bands(line.box):
            # The piece of the line inside the band; a level line is there with all its length.
            shares = [min(max((edge * _BAND - y0) / (y1 - y0), 0.0), 1.0) for edge in (band, band + 1)] if y1 != y0 else [0.0, 1.0]
            left, right = sorted(x0 + (x1 - x0) * share for share in shares)
            for column in _bands((0.0, left, 0.0, right)):
                self._lines.setdefault((band, column), []).append(line)

    def paints(self, box: Box) -> list[Paint]:
        """The areas that share a part of ``box``, in the order in which they were painted."""
        near = {paint.order: paint for band in _bands(box) for paint in self._paints.get(band, ()) if overlap(box, paint.box) > 0}
        return [near[order] for order in sorted(near)]

    def lines_over(self, box: Box, order: int) -> int:
        """How many lines that were drawn after ``order`` cross ``box``; no more than ``DENSE`` are counted."""
        found: set[tuple[tuple[float, float], tuple[float, float]]] = set()
        columns = _bands((0.0, box[0], 0.0, box[2]))
        for cell in ((band, column) for band in _bands(box) for column in columns):
            for line in self._lines.get(cell, ()):
                if line.order >= order and _crosses(line, box):
                    found.add((line.start, line.end))
                    if len(found) >= DENSE:
                        return DENSE
        return len(found)


def _bands(box: Box) -> range:
    low, high = floor(box[1] / _BAND), floor(box[3] / _BAND)
    return range(low, min(high, low + _MOST_BANDS) + 1)


def _crosses(line: _Line, box: Box) -> bool:
    """Whether a line passes through the box (Liang and Barsky)."""
    (x0, y0), (x1, y1) = line.start, line.end
    first, last = 0.0, 1.0
    for step, near, far in ((x1 - x0, box[0] - x0, box[2] - x0), (y1 - y0, box[1] - y0, box[3] - y0)):
        if not step:
            if near > 0 or far < 0:
                return False
            continue
        low, high = sorted((near / step, far / step))
        first, last = max(first, low), min(last, high)
    return first <= last
