"""One candidate at its place in a document, with what operators need to know of it. Slim: there can be millions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from govredact.models import Candidate, Passage


class Found(NamedTuple):
    """A candidate in one passage of one document; ``start`` and ``end`` are offsets into ``passage.text``."""

    passage: Passage
    start: int
    end: int
    value: str
    before: str
    after: str
    candidate: Candidate

    def __repr__(self) -> str:
        return f"<Found {self.candidate.entity} [{self.start}:{self.end}]>"


def make(passage: Passage, span: tuple[int, int], value: str, candidate: Candidate) -> Found:
    """A Found with the characters beside it; ``value`` is the value as read."""
    start, end = span
    return Found(passage, start, end, value, passage.text[max(0, start - 1) : start], passage.text[end : end + 1], candidate)
