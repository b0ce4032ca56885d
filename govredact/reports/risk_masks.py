"""Masks in different files that complete each other: two masked numbers of one name, or a masked number and the birth date beside it."""

from __future__ import annotations

from itertools import combinations, islice

from govredact.reports.risk_holders import GIVEN, SURNAME, WHOLE, Record, contradict, left, likeness
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govredact.reports.risk_holders import Holder

_MOST = 2_000  # pairs that are compared for one name
_REGION = 6
# So many digits that both show, beyond the region, are no chance.
_ALIKE = 4


class Masks(NamedTuple):
    """Two rows of one person whose numbers, read together, leave ``left`` values; ``sure`` whether it must be one person."""

    first: Record
    second: Record
    left: int
    sure: bool


def masks(people: Sequence[Holder], as_of_year: int) -> Iterator[Masks]:
    """The rows of different files that together leave fewer values than each alone, in the order of the files."""
    found: dict[tuple[int, int], tuple[tuple[int, int], Masks]] = {}
    for group in _groups(people).values():
        pairs = ((a, b) for a, b in combinations(group, 2) if people[a].record.file != people[b].record.file)
        for a, b in islice(pairs, _MOST):
            pair = _pair(people[a], people[b], as_of_year)
            rows = id(people[a].record), id(people[b].record)
            if pair is not None and (rows not in found or pair.left < found[rows][1].left):
                found[rows] = (a, b), pair
    for _, pair in sorted(found.values(), key=lambda entry: entry[0]):
        yield pair


def _groups(people: Sequence[Holder]) -> dict[tuple[str, ...], list[int]]:
    """The people whose names may be one: by surname and last character, and by surname and village where the rest is hidden."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for number, holder in enumerate(people):
        if not holder.name or not (holder.patterns or holder.born):
            continue
        if likeness(holder.name, holder.name) >= GIVEN:
            groups.setdefault((holder.name[0], holder.name[-1]), []).append(number)
        for home in holder.homes:
            groups.setdefault((holder.name[0], "", home), []).append(number)
    return groups


def _pair(one: Holder, other: Holder, as_of_year: int) -> Masks | None:
    """The two rows where their numbers complete each other; None where they do not, or are two people's."""
    alike = likeness(one.name, other.name)
    if alike < SURNAME or (alike == SURNAME and not set(one.homes) & set(other.homes)) or contradict(one, other, as_of_year):
        return None
    best: Masks | None = None
    for kind, first in _patterns(one):
        for same, second in _patterns(other):
            if kind != same or not _completes(first, second):
                continue
            count = left(first, second, as_of_year)
            if count and (best is None or count < best.left):
                best = Masks(one.record, other.record, count, alike == WHOLE and _shared(first, second) >= _ALIKE)
    return best


def _patterns(holder: Holder) -> Iterator[tuple[str, str]]:
    yield from holder.patterns
    for born in holder.born:
        yield "CN_RESIDENT_ID", born


def _completes(one: str, other: str) -> bool:
    """Whether a masked number is among them, and each shows what the other hides, or one of them everything."""
    if len(one) != len(other) or ("*" not in one and "*" not in other) or (_is_birth(one) and _is_birth(other)):
        return False
    if _is_birth(one) or _is_birth(other):
        number = other if _is_birth(one) else one
        return "*" in number[_REGION:14]
    whole = "*" not in one or "*" not in other
    return whole or (_adds(one, other) and _adds(other, one))


def _is_birth(pattern: str) -> bool:
    return pattern[:_REGION] == "*" * _REGION and pattern[14:] == "****"


def _adds(one: str, other: str) -> bool:
    return any(a != "*" and b == "*" for a, b in zip(one, other, strict=True))


def _shared(one: str, other: str) -> int:
    """How many characters beyond the region both show."""
    return sum(a != "*" and b != "*" for a, b in zip(one[_REGION:], other[_REGION:], strict=True))
