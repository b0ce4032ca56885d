"""The same number elsewhere in a document: what a label identified once is the same value where no label stands."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from govredact.engine.found import make
from govredact.entities import ENTITIES
from govredact.residue import Secrets, significant
from govredact.text.normalized import NormalizedText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govredact.engine.found import Found
    from govredact.models import Candidate, Passage

# Entities that are known by their label only; the others are recognised wherever they stand.
BY_LABEL = frozenset(
    {
        "BANK_ACCOUNT",
        "CN_STUDENT_ID",
        "CN_SOCIAL_SECURITY_CARD",
        "CN_DRIVER_LICENCE",
        "CN_RESIDENT_ID",
        "BANK_CARD",
        "CN_MILITARY_ID",
        "MEDICAL_RECORD_NO",
        "HOUSEHOLD_NO",
    }
)
_PUBLIC = frozenset(name for name, row in ENTITIES.items() if row.category == "public")
_PRIVATE = frozenset(name for name, row in ENTITIES.items() if row.category == "private") - {"WEAK_MASK", "BIRTH_DATE"}


def repeated(passages: Iterable[Passage], found: list[Found], everything: bool) -> list[Found]:
    """Further occurrences of labelled numbers, as candidates with the reason ``same_value``.

    With ``everything`` (masking) also of numbers that are recognised by their form: what goes in one place must go in all,
    also where the context spoke against it (a telephone that stands again as 订单号).
    """
    wanted = (item for item in found if item.candidate.entity in BY_LABEL or (everything and item.candidate.entity in _PRIVATE))
    known = {significant(item.value): item.candidate for item in wanted}
    secrets = Secrets(known)
    return [item for passage in passages for item in _in_passage(passage, secrets, known, found)] if secrets else []


def _in_passage(passage: Passage, secrets: Secrets, known: dict[str, Candidate], found: list[Found]) -> Iterator[Found]:
    # What is public may stand inside: eight digits of a card under 电话 look like a landline.
    taken = sorted((item.start, item.end) for item in found if item.passage is passage and item.candidate.entity not in _PUBLIC)
    normalized = NormalizedText(passage.text, passage.escapes)
    for start, end in secrets.spans(normalized.text):
        span = normalized.span(start, end)
        if not _overlaps(taken, span):
            value = normalized.text[start:end]
            origin = known[significant(value)]
            yield make(passage, span, value, origin._replace(start=start, end=end, reasons=("same_value", *origin.reasons[:1])))


def _overlaps(taken: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Whether ``span`` touches one of the sorted, mostly disjoint spans."""
    index = bisect_left(taken, (span[1],))
    return any(start < span[1] and span[0] < end for start, end in taken[max(0, index - 2) : index])
