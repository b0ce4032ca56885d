"""Content as Passages. Leaves are runs, so the same glyphs found in two views are one finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govredact.documents.leaves import Block, LeafBuffer, LeafPassage
from govredact.documents.pdf.covered import whole
from govredact.documents.pdf.lines import reading_lines, stacks, stored_lines
from govredact.models import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govredact.documents.pdf.content import Content, Run
    from govredact.documents.pdf.covered import Unseen
    from govredact.documents.pdf.geometry import Box
    from govredact.documents.pdf.lines import Line
    from govredact.models import Passage

_TOUCH = 6.0


class ContentPassage(LeafPassage):
    """One view of the runs of a page or of an appearance stream; ``page`` counts from 0, None where it is on no page."""

    __slots__ = ("_page", "_runs")

    def __init__(self, buffer: LeafBuffer, place: str, runs: Callable[[], list[Run]], page: int | None) -> None:
        super().__init__(buffer, place)
        # Asked again for findings only: a passage must not keep the glyphs of its page in memory.
        self._runs = runs
        self._page = page

    def locate(self, start: int, end: int) -> Location:
        """The page and a box for each line that the span touches."""
        boxes: list[Box] = []
        runs = self._runs()
        for leaf, first, last in self.leaves(start, end):
            run = runs[leaf[1]]  # type: ignore[index]
            _join(boxes, run.box(run.glyph_at(first), run.glyph_at(last - 1) + 1))
        rounded = tuple((round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2)) for x0, y0, x1, y1 in boxes)
        return Location("pdf", page=None if self._page is None else self._page + 1, boxes=rounded or None)


def _join(boxes: list[Box], box: Box) -> None:
    """Adds ``box`` to the last one where it goes on in the same line."""
    if boxes:
        x0, y0, x1, y1 = boxes[-1]
        if abs(y0 - box[1]) < 1.0 and abs(y1 - box[3]) < 1.0 and -_TOUCH < box[0] - x1 < _TOUCH:
            boxes[-1] = (x0, min(y0, box[1]), max(x1, box[2]), max(y1, box[3]))
            return
    boxes.append(box)


def views(content: Content, unseen: Unseen, part: str, place: str, page: int | None, again: Callable[[], list[Run]]) -> Iterator[Passage]:
    """The reading order; the stored order where it differs; columns of single characters.

    ``unseen`` is what ``covered.unseen_glyphs`` says; a leaf has a trait where none of it is seen;
    ``part`` goes into the leaves, ``place`` is for people; ``again`` gives the runs of ``content`` at a later time.
    """
    runs = content.runs
    if not any(run.text for run in runs):
        return
    number = {id(run): index for index, run in enumerate(runs)}
    reading = reading_lines(runs)
    yield _view(reading, part, place, number, unseen, again, page)
    order = [number[id(run)] for line in reading for _, run in line]
    if order != list(range(len(runs))):
        yield _view(stored_lines(runs), part, f"{place} (stored order)", number, unseen, again, page)
    columns = stacks(runs)
    if columns:
        yield _view(columns, part, f"{place} (columns)", number, unseen, again, page)


def _view(
    lines: list[Line],
    part: str,
    place: str,
    number: dict[int, int],
    unseen: Unseen,
    again: Callable[[], list[Run]],
    page: int | None,
) -> Passage:
    buffer = LeafBuffer(part)
    buffer.begin(Block(Location("pdf")))
    for count, line in enumerate(lines):
        if count:
            buffer.separator("\n")
        for separator, run in line:
            if separator:
                buffer.separator(separator)
            index = number[id(run)]
            buffer.leaf(index, run.text, whole(run, unseen.get(index, ())))
        if line.tail:
            buffer.separator(line.tail)
    return ContentPassage(buffer, place, again, page)
