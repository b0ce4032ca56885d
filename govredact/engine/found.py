"""One candidate at its place in a document, with what operators need to know of it, and all of them. Slim: there can be millions."""

from __future__ import annotations

from collections.abc import Iterable

from govredact.models import Passage
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.models import Candidate
    from govredact.text.normalized import NormalizedText


class Found(NamedTuple):
    """A candidate in one passage of one document; ``start`` and ``end`` are offsets into ``passage.text``, ``value`` is as read."""

    passage: Passage
    start: int
    end: int
    value: str
    candidate: Candidate

    def __repr__(self) -> str:
        return f"<Found {self.candidate.entity} [{self.start}:{self.end}]>"

    @property
    def before(self) -> str:
        """The character before it, "" at the beginning."""
        return self.passage.text[max(0, self.start - 1) : self.start]

    @property
    def after(self) -> str:
        """The character behind it, "" at the end."""
        return self.passage.text[self.end : self.end + 1]


class Settled(NamedTuple):
    """What is left of a passage that was scanned: its text in both forms, and the candidates of ``normalized.text`` in order."""

    passage: Passage
    normalized: NormalizedText
    candidates: list[Candidate]

    def found(self) -> Iterator[Found]:
        """The candidates at their places in the passage."""
        return map(self._at, self.candidates)

    def released(self) -> Iterator[Found]:
        """The same for the last time: each candidate is given away."""
        candidates = self.candidates
        candidates.reverse()
        while candidates:
            yield self._at(candidates.pop())

    def _at(self, candidate: Candidate) -> Found:
        start, end = candidate[:2]
        return Found(self.passage, *self.normalized.span(start, end), self.normalized.text[start:end], candidate)


def _is_name(passage: Passage) -> bool:
    return "file_name" in passage.traits(0)


class AllFound(Iterable[Found]):
    """Everything that was found in a document. What lies in passages is put together while it is read, every time anew.

    ``beyond`` are the others: values that are known from elsewhere, and what the document knows of itself.
    """

    __slots__ = ("_settled", "beyond")

    def __init__(self, settled: tuple[Settled, ...], beyond: tuple[Found, ...]) -> None:
        self._settled = settled
        self.beyond = beyond

    def __iter__(self) -> Iterator[Found]:
        for settled in self._settled:
            yield from settled.found()
        yield from self.beyond

    def released(self) -> Iterator[Found]:
        """The same for the last time: nothing is kept of what was read, so that findings can take its place."""
        for settled in self._settled:
            yield from settled.released()
        yield from self.beyond

    def __bool__(self) -> bool:
        return bool(self.beyond) or any(settled.candidates for settled in self._settled)

    @property
    def in_one_view(self) -> bool:
        """Whether no character is shown twice: all of it lies in one plain passage, the name of the document left out.

        A passage over many leaves may show one of them in several places: a workbook's string in two cells.
        """
        shown = {settled.passage for settled in self._settled if settled.candidates and not _is_name(settled.passage)}
        shown |= {found.passage for found in self.beyond}
        return len(shown) <= 1 and all(type(passage).leaves is Passage.leaves for passage in shown)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages of the document in order, also those in which nothing was found."""
        return tuple(settled.passage for settled in self._settled)
