"""What the files of one run tell together about a person: rows with many values, the same person in several files, masks that add up.

A mask of first 6 + last 4 and one of the first 14 leave a person each in the dark and, side by side, nobody (DOMAIN section 3). Values are
compared in memory only; what is returned names places and entities and holds no value. The order is that of the files, so that it does
not depend on how many processes scanned them.
"""

from __future__ import annotations

from itertools import combinations, product

from govredact.entities import ENTITIES
from govredact.numbers import candidates
from govredact.text.normalized import NormalizedText
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govredact.models import FileReport, Finding, Location

_NOT_ABOUT_PEOPLE = frozenset({"FAKE_REDACTION", "HIDDEN_CONTENT", "CREDENTIAL"})
# Values that are one person's wherever they stand.
_UNIQUE = frozenset(
    {
        *("CN_RESIDENT_ID", "CN_HMT_RESIDENCE_PERMIT", "CN_FOREIGNER_ID", "CN_HKM_PERMIT", "CN_TW_PERMIT", "CN_PASSPORT", "CN_MILITARY_ID"),
        *("CN_DISABILITY_ID", "CN_STUDENT_ID", "CN_SOCIAL_SECURITY_CARD", "CN_MOBILE", "BANK_CARD", "BANK_ACCOUNT"),
        *("EMAIL", "QQ", "WECHAT"),
    }
)
_HIDES = frozenset("*＊×●○■□█▇▓◯∗﹡#_.…")
_TAIL = 4
_SHORTEST_MASK = 7
_MOST = 200  # combinations of masks that are tried for one name


class Record(NamedTuple):
    """One row or line: the number of its file, and its findings in order."""

    file: int
    findings: tuple[Finding, ...]

    @property
    def entities(self) -> tuple[str, ...]:
        """The kinds of values, in alphabetical order."""
        return tuple(sorted({finding.entity for finding in self.findings}))


class Person(NamedTuple):
    """Somebody who stands in several files: the records, and which kinds of values tie them together."""

    records: tuple[Record, ...]
    linked_by: tuple[str, ...]


class Masks(NamedTuple):
    """Two masked numbers of one person, or a masked and a whole one, and how many values are left when both are read."""

    first: Record
    second: Record
    left: int


class Risk(NamedTuple):
    """Everything that gives a person away in these files."""

    rows: tuple[Record, ...]
    persons: tuple[Person, ...]
    masks: tuple[Masks, ...]


def assess(files: Sequence[FileReport], kinds: int, as_of_year: int) -> Risk:
    """The rows of ``files`` with at least ``kinds`` kinds of values, the persons in several files, and the masks that add up."""
    records = [record for number, file in enumerate(files) for record in _records(number, file)]
    rows = tuple(record for record in records if len(record.entities) >= kinds)
    return Risk(rows, tuple(_persons(records)), tuple(_masks(records, as_of_year)))


def _records(number: int, file: FileReport) -> Iterator[Record]:
    """The records of one file in order; values that are lawful to publish (a name in an aid list) tell as much as others."""
    groups: dict[object, list[Finding]] = {}
    for finding in (*file.findings, *(f for f in file.filtered if not f.filtered_by)):
        if ENTITIES[finding.entity].category == "private" and finding.entity not in _NOT_ABOUT_PEOPLE:
            groups.setdefault((finding.member, _row(finding.location)), []).append(finding)
    for findings in groups.values():
        yield Record(number, tuple(sorted(findings, key=lambda f: f.start)))


def _row(location: Location) -> object:
    """What the values of one row or line have in common."""
    if location.cell is not None:
        row = location.cell.lstrip("'").rpartition("!")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ$")
        return location.part, location.slide, location.page, location.table, row
    if location.line is not None:
        return location.line
    top = round(location.boxes[0][1]) if location.boxes else None
    return location.part, location.page, location.slide, location.paragraph, top


def _read(value: str) -> str:
    """The value in one writing: full width folded, separators gone, ``*`` for every sign that hides something."""
    text = NormalizedText(value).text.upper()
    return "".join(["*" if char in _HIDES else char for char in text if char.isalnum() or char in _HIDES])


def _persons(records: Sequence[Record]) -> Iterator[Person]:
    """Records of several files that one person ties together, each group once."""
    by_key: dict[tuple[str, str], list[int]] = {}
    for number, record in enumerate(records):
        for key in _keys(record):
            by_key.setdefault(key, []).append(number)
    parent = list(range(len(records)))
    ties: list[tuple[int, str]] = []
    for (entity, _), numbers in by_key.items():
        if len({records[number].file for number in numbers}) > 1:
            ties.append((numbers[0], entity))
            for number in numbers[1:]:
                _join(parent, numbers[0], number)
    groups: dict[int, list[int]] = {}
    for number in range(len(records)):
        groups.setdefault(_root(parent, number), []).append(number)
    linked: dict[int, set[str]] = {}
    for number, entity in ties:
        linked.setdefault(_root(parent, number), set()).update(entity.split("+"))
    for root in sorted(linked, key=lambda root: groups[root][0]):
        yield Person(tuple(records[number] for number in groups[root]), tuple(sorted(linked[root])))


def _root(parent: list[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = number = parent[parent[number]]
    return number


def _join(parent: list[int], one: int, other: int) -> None:
    first, second = sorted((_root(parent, one), _root(parent, other)))
    parent[second] = first


def _keys(record: Record) -> Iterator[tuple[str, str]]:
    """By what a person is recognised: a number of their own, or the name together with the end of a number."""
    names = [_read(f.value) for f in record.findings if f.entity == "PERSON"]
    for finding in record.findings:
        value = _read(finding.value)
        if finding.entity in _UNIQUE and "*" not in value:
            yield finding.entity, value.removeprefix("86") if finding.entity == "CN_MOBILE" else value
        if finding.entity in _UNIQUE or finding.entity == "WEAK_MASK":
            tail = value[-_TAIL:]
            if len(tail) == _TAIL and "*" not in tail and len(value) >= _SHORTEST_MASK:
                for name in names:
                    yield f"PERSON+{_number(finding.entity, value)}", f"{name} {tail}"


def _number(entity: str, value: str) -> str:
    """The entity of a number; of a masked one by its length, so that it meets the whole one."""
    if entity != "WEAK_MASK":
        return entity
    return {15: "CN_RESIDENT_ID", 18: "CN_RESIDENT_ID", 11: "CN_MOBILE"}.get(len(value), "BANK_CARD")


def _masks(records: Sequence[Record], as_of_year: int) -> Iterator[Masks]:
    """Masked numbers beside the same name in different files that leave fewer values together than alone."""
    named: dict[str, list[tuple[Record, str]]] = {}
    for record in records:
        patterns = [value for value in map(_pattern, record.findings) if value]
        for name in dict.fromkeys(_read(f.value) for f in record.findings if f.entity == "PERSON"):
            named.setdefault(name, []).extend(product((record,), patterns))
    for found in named.values():
        for (first, one), (second, other) in list(combinations(found, 2))[:_MOST]:
            if first.file == second.file or ("*" not in one and "*" not in other):
                continue
            together = candidates.combine(one, other)
            if together is not None and together not in (one, other):
                yield Masks(first, second, _left(together, as_of_year))
            elif together is not None and "*" not in together:
                yield Masks(first, second, 1)


def _pattern(finding: Finding) -> str:
    """The number as a pattern; "" for what is no number that a mask may hide."""
    if finding.entity not in ("WEAK_MASK", "CN_RESIDENT_ID", "BANK_CARD", "BANK_ACCOUNT", "CN_MOBILE"):
        return ""
    value = _read(finding.value)
    return value if len(value) >= _SHORTEST_MASK and all(char in "0123456789X*" for char in value) else ""


def _left(pattern: str, as_of_year: int) -> int:
    if len(pattern) in (15, 18):
        return candidates.resident_id_candidates(pattern, as_of_year=as_of_year) or 1
    return candidates.digits_candidates(pattern)


def entities_of(records: Iterable[Record]) -> list[str]:
    """The kinds of values in all of ``records``."""
    return sorted({entity for record in records for entity in record.entities})
