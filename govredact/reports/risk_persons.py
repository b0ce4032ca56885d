"""The same person in several files: by a number of their own, name and the end of one, or, less sure, name and village."""

from __future__ import annotations

from govredact.reports.risk_holders import GIVEN, WHOLE, Record, contradict, likeness
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from govredact.reports.risk_holders import Holder

# The entities that tie people together, and what has to be equal.
_Key = tuple[str, ...]

_TAIL = 4
_MOST = 200  # people with one key that are compared with each other


class Person(NamedTuple):
    """Somebody who stands in several files: the records, which kinds of values tie them together, and whether these leave no doubt."""

    records: tuple[Record, ...]
    linked_by: tuple[str, ...]
    sure: bool


class _Groups:
    """People that were joined, by their numbers in the list."""

    def __init__(self, people: Sequence[Holder], as_of_year: int) -> None:
        self.people = people
        self.as_of_year = as_of_year
        self.parent = list(range(len(people)))
        self.members = {number: [number] for number in self.parent}
        self.ties: dict[int, set[str]] = {}

    def root(self, number: int) -> int:
        """The first member of the group of ``number``."""
        while self.parent[number] != number:
            self.parent[number] = number = self.parent[self.parent[number]]
        return number

    def join(self, one: int, other: int, entities: str) -> bool:
        """Makes two people one, unless a member of one group contradicts a member of the other; whether they are one now."""
        first, second = sorted((self.root(one), self.root(other)))
        if first != second:
            mine, theirs = self.members[first], self.members[second]
            if any(contradict(self.people[a], self.people[b], self.as_of_year) for a in mine for b in theirs):
                return False
            self.parent[second] = first
            self.members[first] = sorted((*mine, *self.members.pop(second)))
            self.ties.setdefault(first, set()).update(self.ties.pop(second, ()))
        self.ties.setdefault(first, set()).update(entities.split("+"))
        return True

    def found(self, sure: bool) -> Iterator[tuple[int, Person]]:
        """The groups that reach over several files, each with its first member."""
        for root, entities in self.ties.items():
            records = tuple({id(r): r for r in (self.people[number].record for number in self.members[root])}.values())
            if len({record.file for record in records}) > 1:
                yield root, Person(records, tuple(sorted(entities)), sure)


def persons(people: Sequence[Holder], as_of_year: int) -> Iterator[Person]:
    """The persons in several files; those that are joined for sure, and once more with everybody who is likely to be the same."""
    groups = _Groups(people, as_of_year)
    _join(groups, _own)
    sure = list(groups.found(sure=True))
    _join(groups, _shared)
    known = {person.records for _, person in sure}
    likely = [(root, person) for root, person in groups.found(sure=False) if person.records not in known]
    for _, person in sorted((*sure, *likely), key=lambda entry: (entry[0], not entry[1].sure)):
        yield person


def _join(groups: _Groups, keys: Callable[[Holder], Iterable[_Key]]) -> None:
    by_key: dict[_Key, list[int]] = {}
    for number, holder in enumerate(groups.people):
        for key in keys(holder):
            by_key.setdefault(key, []).append(number)
    for (entities, *_), numbers in by_key.items():
        if len({groups.people[number].record.file for number in numbers}) > 1:
            for position, number in enumerate(numbers[:_MOST]):
                any(_fits(groups, other, number, entities) and groups.join(other, number, entities) for other in numbers[:position])


def _fits(groups: _Groups, one: int, other: int, entities: str) -> bool:
    """Whether the names agree where the key is about a name."""
    return not entities.startswith("PERSON+") or likeness(groups.people[one].name, groups.people[other].name) >= GIVEN


def _own(holder: Holder) -> Iterator[_Key]:
    """By what a person is recognised: a number of their own, or the whole name together with the end of a number."""
    yield from holder.unique
    if likeness(holder.name, holder.name) == WHOLE:
        for kind, tail in _tails(holder):
            yield f"PERSON+{kind}", holder.name, tail


def _shared(holder: Holder) -> Iterator[_Key]:
    """What namesakes rarely have in common: village or estate, birth, the end of a number beside a name that shows its last character."""
    if likeness(holder.name, holder.name) < GIVEN:
        return
    ends = holder.name[0], holder.name[-1]
    for home in holder.homes:
        yield "PERSON+HOME_ADDRESS", *ends, home
    for born in holder.born:
        yield "PERSON+BIRTH_DATE", *ends, born
    for kind, tail in _tails(holder):
        yield f"PERSON+{kind}", *ends, tail


def _tails(holder: Holder) -> Iterator[tuple[str, str]]:
    for kind, pattern in (*holder.unique, *holder.patterns):
        tail = pattern[-_TAIL:]
        if len(tail) == _TAIL and "*" not in tail:
            yield kind, tail
