"""The same number elsewhere in a document: what a label identified once is the same value where no label stands."""

from __future__ import annotations

from bisect import bisect_left

from govredact.engine.found import Found
from govredact.entities import ENTITIES
from govredact.residue import Secrets, is_number, significant
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from govredact.engine.found import Settled
    from govredact.models import Candidate

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


def repeated(settled: Sequence[Settled], everything: bool) -> Iterator[Found]:
    """Further occurrences of labelled numbers, as candidates with the reason ``same_value``.

    With ``everything`` (masking) also of numbers that are recognised by their form: what goes in one place must go in all,
    also where the context spoke against it (a telephone that stands again as 订单号).
    """
    wanted = BY_LABEL | _PRIVATE if everything else BY_LABEL
    known: dict[str, Candidate] = {}
    for page in settled:
        text = page.normalized.text
        for candidate in page.candidates:
            if candidate.entity in wanted and is_number(number := significant(text[candidate.start : candidate.end])):
                known[number] = candidate
    if known:
        secrets = Secrets.of_numbers(known)
        for page in settled:
            yield from _in_passage(page, secrets, known)


def _in_passage(page: Settled, secrets: Secrets, known: Mapping[str, Candidate]) -> Iterator[Found]:
    normalized = page.normalized
    # What is public may stand inside: eight digits of a card under 电话 look like a landline.
    taken = sorted(normalized.span(c.start, c.end) for c in page.candidates if c.entity not in _PUBLIC)
    for start, end in dict.fromkeys(secrets.spans(normalized.text)):
        span = normalized.span(start, end)
        if not _overlaps(taken, span):
            value = normalized.text[start:end]
            origin = known[significant(value)]
            repeated = origin._replace(start=start, end=end, reasons=("same_value", *origin.reasons[:1]))
            yield Found(page.passage, *span, value, repeated)


def _overlaps(taken: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Whether ``span`` touches one of the sorted, mostly disjoint spans."""
    index = bisect_left(taken, (span[1],))
    return any(start < span[1] and span[0] < end for start, end in taken[max(0, index - 2) : index])
