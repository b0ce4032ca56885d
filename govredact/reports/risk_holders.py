"""Whom the values of a row belong to: each name with the numbers, births and homes behind it, read in one writing.

Names may be masked (张*三, 张某); what they show decides whether two of them can be one.
"""

from __future__ import annotations

from govredact.addresses.town import town_end
from govredact.numbers import candidates, dates
from govredact.text import lazy
from govredact.text.normalized import NormalizedText
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govredact.models import Finding

# Values that are one person's wherever they stand.
UNIQUE = frozenset(
    {
        *("CN_RESIDENT_ID", "CN_HMT_RESIDENCE_PERMIT", "CN_FOREIGNER_ID", "CN_HKM_PERMIT", "CN_TW_PERMIT", "CN_PASSPORT", "CN_MILITARY_ID"),
        *("CN_DISABILITY_ID", "CN_STUDENT_ID", "CN_SOCIAL_SECURITY_CARD", "CN_MOBILE", "BANK_CARD", "BANK_ACCOUNT"),
        *("EMAIL", "QQ", "WECHAT"),
    }
)
# How much of a name two of them show alike.
SURNAME, GIVEN, WHOLE = 1, 2, 3
_HIDES = frozenset("*＊×●○■□█▇▓◯∗﹡#_.…")
_PATTERNS = frozenset({"WEAK_MASK", "CN_RESIDENT_ID", "BANK_CARD", "BANK_ACCOUNT", "CN_MOBILE"})
_NAME = lazy.compile("[\u4e00-\u9fff·]{1,12}[某*]{0,4}[\u4e00-\u9fff]?")
_SHORTEST_NUMBER = 7
_DIGITS = frozenset("0123456789X*")
_VILLAGE = lazy.compile(".{1,12}?(?:村|社区|嘎查|居委会|小区|新村|花园|家园|公寓|苑)")
_KINDS = {11: "CN_MOBILE", 15: "CN_RESIDENT_ID", 18: "CN_RESIDENT_ID"}


class Record(NamedTuple):
    """One row or line: the number of its file, and its findings in order."""

    file: int
    findings: tuple[Finding, ...]

    @property
    def entities(self) -> tuple[str, ...]:
        """The kinds of values, in alphabetical order."""
        return tuple(sorted({finding.entity for finding in self.findings}))


class Holder(NamedTuple):
    """Somebody in a row. ``patterns``: numbers, ``*`` for what they hide, by entity; ``born``: the birth as a pattern of an ID number;
    ``homes``: villages or estates."""

    record: Record
    name: str
    unique: tuple[tuple[str, str], ...]
    patterns: tuple[tuple[str, str], ...]
    born: tuple[str, ...]
    homes: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """What the row tells of the person's ID number."""
        return (*(pattern for kind, pattern in self.patterns if kind == "CN_RESIDENT_ID"), *self.born)


def holders(record: Record) -> Iterator[Holder]:
    """The people of a row. What stands before the first name is that person's; without a name it is one person's."""
    groups: list[tuple[str, list[Finding]]] = []
    before: list[Finding] = []
    for finding in record.findings:
        name = _name(finding)
        if name:
            groups.append((name, []))
        else:
            (groups[-1][1] if groups else before).append(finding)
    for number, (name, findings) in enumerate(groups or [("", [])]):
        yield _holder(record, name, findings if number else [*before, *findings])


def _name(finding: Finding) -> str:
    if finding.entity not in ("PERSON", "WEAK_MASK"):
        return ""
    value = read(finding.value)
    return value if finding.entity == "PERSON" or _NAME.fullmatch(value) else ""


def _holder(record: Record, name: str, findings: Iterable[Finding]) -> Holder:
    unique: list[tuple[str, str]] = []
    patterns: list[tuple[str, str]] = []
    born: list[str] = []
    homes: list[str] = []
    for finding in findings:
        value = read(finding.value)
        if finding.entity in UNIQUE and "*" not in value:
            unique.append((finding.entity, value.removeprefix("86") if finding.entity == "CN_MOBILE" else value))
        if finding.entity in _PATTERNS and len(value) >= _SHORTEST_NUMBER and _DIGITS.issuperset(value):
            patterns.append(_pattern(finding.entity, value))
        elif finding.entity == "BIRTH_DATE":
            born.extend(_born(finding.value))
        elif finding.entity == "HOME_ADDRESS":
            homes.extend(_home(finding.value))
    return Holder(record, name, tuple(unique), tuple(patterns), tuple(born), tuple(homes))


def read(value: str) -> str:
    """The value in one writing: full width folded, separators gone, ``*`` for every sign that hides something."""
    text = NormalizedText(value).text.upper()
    return "".join(["*" if char in _HIDES else char for char in text if char.isalnum() or char in _HIDES])


def _pattern(entity: str, value: str) -> tuple[str, str]:
    """The number's entity, of a masked one by its length so that it meets the whole one, and its characters; of an ID always eighteen."""
    kind = entity if entity != "WEAK_MASK" else _KINDS.get(len(value), "BANK_CARD")
    if kind == "CN_RESIDENT_ID" and len(value) == 15:
        value = f"{value[:6]}19{value[6:]}*"
    return kind, value


def _born(value: str) -> Iterator[str]:
    stated = dates.parse_date(value)
    if stated and all(stated):
        year, month, day = stated
        yield f"{'*' * 6}{year:04d}{month:02d}{day:02d}{'*' * 4}"


def _home(value: str) -> Iterator[str]:
    """The village or estate of an address; the whole of what lies below the town where it names neither."""
    below = read(value[town_end(value) :])
    village = _VILLAGE.match(below)
    if village or below:
        yield village[0] if village else below


def likeness(one: str, other: str) -> int:
    """How far two names can be one person's: ``WHOLE``, ``GIVEN`` (a character of the given name too), ``SURNAME``; 0 where they cannot."""
    if _is_whole(one) and _is_whole(other):
        return WHOLE if one == other else 0
    if not one or not other or one[0] != other[0]:
        return 0
    shown = [name[-1] not in "*某" for name in (one, other)]
    if not all(shown):
        return SURNAME
    return GIVEN if one[-1] == other[-1] and len(one) == len(other) else 0


def _is_whole(name: str) -> bool:
    return bool(name) and "*" not in name and "某" not in name


def contradict(one: Holder, other: Holder, as_of_year: int) -> bool:
    """Whether what two rows tell of an ID number cannot be of one person."""
    if not one.ids or not other.ids:
        return False
    return not any(left(first, second, as_of_year) for first in one.ids for second in other.ids)


def left(one: str, other: str, as_of_year: int) -> int:
    """How many numbers fit both patterns; 0 where none does."""
    together = candidates.combine(one, other)
    if together is None:
        return 0
    if len(together) == 18 and len(one) == len(other):
        return candidates.resident_id_candidates(together, as_of_year=as_of_year)
    return candidates.digits_candidates(together)
