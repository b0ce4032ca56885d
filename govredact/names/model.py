"""The open interface for a model that finds names of persons.

A model is an extra opinion: the rules find names without one. It must answer the same for the same text, open no connection and keep
nothing of what it reads. What its answers are good for is decided elsewhere (``detectors/optional/person_model.py``).
"""

from __future__ import annotations

from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Protocol
else:
    Protocol = object


class NameSpan(NamedTuple):
    """A name of a person at ``[start, end)`` (code points of the text it was found in); ``score`` is its probability, 0–1."""

    start: int
    end: int
    score: float


class NameModel(Protocol):
    """What a model of names has to offer. Where an engine travels between processes it must be picklable."""

    @property
    def name(self) -> str:
        """A short name for reasons and messages (``lac``): letters, digits, _ and -."""

    def persons(self, texts: Sequence[str]) -> Iterable[Iterable[NameSpan]]:
        """The names of persons in each of ``texts``, which are sentences or shorter; as many answers as texts, in their order."""
