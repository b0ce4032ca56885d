"""The passages of a page: as it reads, without what is hidden, with broken numbers joined, with joined texts apart, and its asides."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from govredact.documents.html.page import ATTRIBUTE, NOWHERE, SCRIPT, STYLE
from govredact.models import Passage
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govredact.documents.html.page import Aside, Page
    from govredact.models import Location

    Locate = Callable[[int, str | None], Location]

_NO_TRAITS: frozenset[str] = frozenset()
# Parts values that have nothing to do with each other: no label reaches across it.
_APART = "\n\f\n"
_EDGES = frozenset("\n\t")
_ENDS_IN_DIGIT, _BEGINS_WITH_DIGIT = re.compile("[0-9０-９一二三四五六七八九〇][- ]?$"), re.compile("[- ]?[0-9０-９Xx一二三四五六七八九〇]")


class View(Passage):
    """Pieces of a region in one buffer; leaf 0 is the file, so that offsets and values are those of its source text."""

    __slots__ = ("_ends", "_file", "_locate", "_page", "_sources")

    def __init__(
        self, page: Page, pieces: Sequence[str], sources: Sequence[int], place: str, escapes: str, file: str, locate: Locate
    ) -> None:
        super().__init__("".join(pieces), place, escapes)
        self._page = page
        self._ends = list(accumulate(map(len, pieces)))
        self._sources = sources
        self._file = file
        self._locate = locate

    def _at(self, position: int) -> int:
        """The number of the piece that holds ``position``."""
        return min(bisect_right(self._ends, position), len(self._ends) - 1)

    def locate(self, start: int, end: int) -> Location:
        """Line and column in the file, and the attribute."""
        return self._locate(self.stored(start, end)[0], None)

    def traits(self, position: int) -> frozenset[str]:
        """The kind of markup, and ``hidden`` for what nobody sees."""
        return _NO_TRAITS if self._page.kind == "page" else frozenset((self._page.kind,))

    def leaves(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """The stored characters behind ``[start, end)``; separators are left out."""
        found = []
        index = bisect_right(self._ends, start)
        base = self._ends[index - 1] if index else 0
        while base < end and index < len(self._ends):
            source = self._sources[index]
            first, last = max(start, base), min(end, self._ends[index])
            if source != NOWHERE and first < last:
                found.append((0, *self._page.region.span(source + first - base, source + last - base)))
            base = self._ends[index]
            index += 1
        return found

    def stored(self, start: int, end: int) -> tuple[int, int, str]:
        """From the first stored character to the last, tags in between included."""
        leaves = self.leaves(start, max(end, start + 1))
        if not leaves:
            return 0, 0, ""
        first, last = min(leaf[1] for leaf in leaves), max(leaf[2] for leaf in leaves)
        return first, last, self._file[first:last]


class FlowView(View):
    """Text in reading order."""

    __slots__ = ("_is_flow",)

    def __init__(self, page: Page, pieces: Sequence[str], sources: Sequence[int], place: str, file: str, locate: Locate) -> None:
        super().__init__(page, pieces, sources, place, "html", file, locate)
        # The other views have pieces of their own, which the page does not number.
        self._is_flow = pieces is page.pieces

    def traits(self, position: int) -> frozenset[str]:
        """Also ``hidden``, and ``link`` for the text of a link."""
        kind = super().traits(position)
        if not self._is_flow:
            return kind
        number = self._at(position)
        if number in self._page.hidden:
            kind |= {"hidden"}
        return kind if self._page.link_of(number) is None else kind | {"link"}


class AsideView(View):
    """Asides one below the other; each is told apart by its piece."""

    __slots__ = ("_asides",)

    def __init__(self, page: Page, asides: Sequence[Aside], place: str, escapes: str, file: str, locate: Locate) -> None:
        pieces: list[str] = []
        sources: list[int] = []
        text = page.region.text
        for aside in asides:
            if aside.label:
                pieces += (text[slice(*aside.label)], "：", text[aside.start : aside.end], _APART)
                sources += (aside.label[0], NOWHERE, aside.start, NOWHERE)
            else:
                pieces += ("", "", text[aside.start : aside.end], _APART)
                sources += (NOWHERE, NOWHERE, aside.start, NOWHERE)
        super().__init__(page, pieces, sources, place, escapes, file, locate)
        self._asides = asides

    def _aside(self, position: int) -> Aside:
        return self._asides[self._at(position) // 4]

    def locate(self, start: int, end: int) -> Location:
        """Line, column, and the name of the attribute."""
        aside = self._aside(start)
        return self._locate(self.stored(start, end)[0], aside.name if aside.kind == ATTRIBUTE else aside.kind)

    def traits(self, position: int) -> frozenset[str]:
        """``attribute``, ``comment``, ``script``, ``style`` or ``markup``, and the kind of markup around it."""
        return super().traits(position) | {self._aside(position).kind}


def views(page: Page, file: str, locate: Locate) -> Iterator[Passage]:
    """All passages of ``page`` that hold text; they share their leaves."""
    place = page.kind
    if page.sources:
        yield FlowView(page, page.pieces, page.sources, place, file, locate)
    for name, selected in (("shown", _shown(page)), ("joined", _joined(page)), ("apart", _apart(page))):
        if selected:
            pieces, sources = _picked(page, selected)
            yield FlowView(page, pieces, sources, f"{place} ({name})", file, locate)
    spoken = [aside for aside in page.asides if aside.kind not in (SCRIPT, STYLE)]
    if spoken:
        yield AsideView(page, spoken, f"{place} (attributes and comments)", "html", file, locate)
    scripts = [aside for aside in page.asides if aside.kind in (SCRIPT, STYLE)]
    if scripts:
        yield AsideView(page, scripts, f"{place} (scripts)", "js", file, locate)


def _picked(page: Page, numbers: list[int]) -> tuple[list[str], list[int]]:
    """Pieces by their numbers; -1 is a line end."""
    pieces = ["\n" if number < 0 else page.pieces[number] for number in numbers]
    return pieces, [NOWHERE if number < 0 else page.sources[number] for number in numbers]


def _paragraph(page: Page, number: int, breaks: set[int]) -> tuple[int, int]:
    """The pieces around ``number`` up to the ends of its paragraph or cell; line breaks do not end it."""
    first = last = number
    while first > 0 and not _is_edge(page, first - 1, breaks):
        first -= 1
    while last < len(page.pieces) and not _is_edge(page, last, breaks):
        last += 1
    return first, last


def _is_edge(page: Page, number: int, breaks: set[int]) -> bool:
    return page.sources[number] == NOWHERE and number not in breaks and not _EDGES.isdisjoint(page.pieces[number])


def _shown(page: Page) -> list[int]:
    """Paragraphs in which something is hidden between what is seen, without it."""
    chosen: list[int] = []
    done = 0
    nothing: set[int] = set()
    for number in page.hidden:
        if number >= done:
            first, done = _paragraph(page, number, nothing)
            seen = [other for other in range(first, done) if other not in page.hidden]
            if any(page.sources[other] != NOWHERE for other in seen):
                chosen += (*seen, -1)
    return chosen


def _joined(page: Page) -> list[int]:
    """Paragraphs in which a line break stands between two digits, without it."""
    chosen: list[int] = []
    breaks = set(page.breaks)
    done = 0
    for number in page.breaks:
        if number >= done and number + 1 < len(page.pieces) and _breaks_number(page.pieces[number - 1], page.pieces[number + 1]):
            first, done = _paragraph(page, number, breaks)
            chosen += (*(other for other in range(first, done) if other not in breaks), -1)
    return chosen


def _breaks_number(before: str, after: str) -> bool:
    return _ENDS_IN_DIGIT.search(before) is not None and _BEGINS_WITH_DIGIT.match(after) is not None


def _apart(page: Page) -> list[int]:
    """Texts that only a tag parts, each on a line of its own."""
    chosen: list[int] = []
    done = -1
    for number in page.joints:
        for other in (number - 1, number):
            if other > done:
                chosen += (other, -1)
                done = other
    return chosen
