"""Content as Passages. Leaves are runs, so the same glyphs found in two views are one finding."""

from __future__ import annotations

from govredact.documents.leaves import Block, LeafBuffer, LeafPassage
from govredact.documents.pdf.covered import whole
from govredact.documents.pdf.grids import rules
from govredact.documents.pdf.lines import stacks, stored_lines
from govredact.documents.pdf.reading import reading_lines
from govredact.models import Location
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from govredact.documents.pdf.carried import Headers, Piece
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
            if leaf[0] != self._buffer.part:  # type: ignore[index]
                continue
            run = runs[leaf[1]]  # type: ignore[index]
            _join(boxes, run.box(run.glyph_at(first), run.glyph_at(last - 1) + 1))
        rounded = tuple((round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2)) for x0, y0, x1, y1 in boxes)
        return Location("pdf", page=None if self._page is None else self._page + 1, boxes=rounded or None)

    def leaves(self, start: int, end: int) -> Sequence[tuple[Hashable, int, int]]:
        """As for every passage; the header of a table that goes on from another page is that page's."""
        own = super().leaves(start, end)
        return [(leaf[1] if isinstance(leaf[1], tuple) else leaf, first, last) for leaf, first, last in own]  # type: ignore[index]


def _join(boxes: list[Box], box: Box) -> None:
    """Adds ``box`` to the last one where it goes on in the same line."""
    if boxes:
        x0, y0, x1, y1 = boxes[-1]
        if abs(y0 - box[1]) < 1.0 and abs(y1 - box[3]) < 1.0 and -_TOUCH < box[0] - x1 < _TOUCH:
            boxes[-1] = (x0, min(y0, box[1]), max(x1, box[2]), max(y1, box[3]))
            return
    boxes.append(box)


def views(
    content: Content, unseen: Unseen, part: str, place: str, page: int | None, again: Callable[[], list[Run]], headers: Headers
) -> Iterator[Passage]:
    """The reading order; the stored order where it differs; columns of single characters.

    ``unseen`` is what ``covered.unseen_glyphs`` says; a leaf has a trait where none of it is seen;
    ``part`` goes into the leaves, ``place`` is for people; ``again`` gives the runs of ``content`` at a later time; ``headers``
    are those of tables that go on from page to page.
    """
    runs = content.runs
    if not any(run.text for run in runs):
        return
    number = {id(run): index for index, run in enumerate(runs)}
    reading = reading_lines(runs, rules(content))
    above = headers.before(reading)
    headers.leave(reading, lambda index: (part, index), number)
    yield _view(reading, part, place, number, unseen, again, page, above)
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
    above: tuple[int, list[list[Piece]]] = (0, []),
) -> Passage:
    buffer = LeafBuffer(part)
    buffer.begin(Block(Location("pdf")))
    for count, line in enumerate(lines):
        if count == above[0]:
            _carry(buffer, above[1], first=not count)
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


def _carry(buffer: LeafBuffer, rows: list[list[Piece]], *, first: bool) -> None:
    for number, row in enumerate(rows):
        buffer.separator("" if first and not number else "\n")
        for piece in row:
            buffer.separator(piece.separator)
            if piece.leaf is not None:
                buffer.leaf(piece.leaf, piece.text)
    if rows and first:
        buffer.separator("\n")
