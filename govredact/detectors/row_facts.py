"""What the line around a masked number tells about its holder: birth, age, gender, county and town narrow down who it can be."""

from __future__ import annotations

from govredact.addresses import codes, reading
from govredact.detectors.nearby import line_near
from govredact.numbers import dates
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from govredact.context.scan import Scan

_FARTHEST = 200
_DATE = lazy.compile(
    "(?:19|20)[0-9]{2}(?:年(?:[0-9]{1,2}月(?:[0-9]{1,2}日?)?)?|[-./][0-9]{1,2}(?:[-./][0-9]{1,2})?|[0-9]{4}|[0-9]{2})?(?![0-9*×])"
)
_BORN_BEFORE = lazy.compile("(?:出生|生于|生日)[^0-9\n]{0,8}$")
_BORN_AFTER = lazy.compile("[ ]?(?:出生|生(?![产效活态]))")
_AGE = lazy.compile("(?<![0-9])([0-9]{1,3})\\s?周?岁")
_NUMBER = lazy.compile("(?<![0-9.*×/-])[0-9]{1,3}(?![0-9.*×/%年月日-])")
_GENDER = lazy.compile("(?<![\u4e00-\u9fff])[男女](?![\u4e00-\u9fff])|(?<=性别[:：])[男女]")
# Fields of places that are a person's, and words before one in a sentence.
_PLACE_FIELDS = frozenset({"ADDRESS_HOME", "ADDRESS", "ADDRESS_VILLAGE", "ADDRESS_TOWN"})
_HAN_RUN = lazy.compile("[\u4e00-\u9fff]{2,40}")
_LIVES = lazy.compile("(?:住|户籍|籍贯|原籍|家在|系)(?:所在)?地?[在于为是：:]?")
_BIRTH_FIELDS = frozenset({"BIRTH_DATE", "BIRTH_MONTH"})


class Facts(NamedTuple):
    """``births`` are the births that fit, as (year, month, day) with 0 for what is not stated; ``regions`` the region codes that the
    person's county or town has or had. Empty where nothing is known."""

    births: tuple[tuple[int, ...], ...] = ()
    gender: str = ""
    regions: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.births or self.gender or self.regions)


def facts(scan: Scan, start: int, end: int) -> Facts:
    """The facts on the line of ``[start, end)``, those next to it first; without its regions."""
    first, last = line_near(scan.text, start, end, _FARTHEST)
    born = _birth(scan, first, last)
    gender = _GENDER.search(scan.text, first, last)
    return Facts((born,) if born else _ages(scan, first, last), gender[0] if gender else "")


def regions_beside(scan: Scan, start: int, end: int) -> frozenset[str]:
    """The codes of the counties or towns in the addresses and place columns on the line of ``[start, end)``; those that all of them
    allow, if any."""
    first, last = line_near(scan.text, start, end, _FARTHEST)
    found: frozenset[str] = frozenset()
    for place in _places(scan, first, last):
        named = codes.codes(place)
        found = (found & named) or found or named
    return found


def _places(scan: Scan, first: int, last: int) -> Iterator[str]:
    """What on the line says where somebody lives or comes from."""
    for address in reading.find(scan.text[first:last]):
        start, end = first + address.start, first + address.end
        if scan.evidence(start, end).field != "ADDRESS_OFFICE":
            yield scan.text[start:end]
    for run in _HAN_RUN.finditer(scan.text, first, last):
        if scan.evidence(run.start(), run.end()).field in _PLACE_FIELDS:
            yield run[0]
            continue
        lives = _LIVES.search(run[0])
        if lives:
            yield run[0][lives.end() :]


def _birth(scan: Scan, first: int, last: int) -> tuple[int, ...] | None:
    for match in _DATE.finditer(scan.text, first, last):
        stated = dates.parse_date(match[0])
        if stated and _is_birth(scan, match, first):
            return tuple(stated)
    return None


def _is_birth(scan: Scan, match: re.Match[str], first: int) -> bool:
    if _BORN_AFTER.match(scan.text, match.end()) or _BORN_BEFORE.search(scan.text, max(first, match.start() - 14), match.start()):
        return True
    return scan.evidence(match.start(), match.end()).field in _BIRTH_FIELDS


def _ages(scan: Scan, first: int, last: int) -> tuple[tuple[int, ...], ...]:
    """The two years of birth that an age leaves."""
    stated = _AGE.search(scan.text, first, last)
    age = int(stated[1]) if stated else _age_cell(scan, first, last)
    return ((scan.settings.as_of_year - age,), (scan.settings.as_of_year - age - 1,)) if age else ()


def _age_cell(scan: Scan, first: int, last: int) -> int:
    for match in _NUMBER.finditer(scan.text, first, last):
        if scan.evidence(match.start(), match.end()).field == "AGE":
            return int(match[0])
    return 0
