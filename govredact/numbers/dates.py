"""Calendar dates: which exist, and which one a piece of text states.

Reads the forms of government documents (GB/T 9704, GB/T 7408): 1990年3月7日, 1990年3月, 1990年, 1990-03-07, 1990.3.7,
1990/3/7, 19900307, 199003, 一九九〇年三月七日; with 生, 出生 or white space around. Two-digit years are not read.

>>> parse_date("1990年3月7日")
PartialDate(year=1990, month=3, day=7)
>>> parse_date("一九九〇年十二月出生")
PartialDate(year=1990, month=12, day=0)
>>> parse_date("1990-02-30") is None
True
"""

from __future__ import annotations

import time
from functools import cache

from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re

FIRST_YEAR = 1900
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# 0229 is left out: the year decides.
MONTH_DAYS = frozenset(f"{month:02d}{day:02d}" for month in range(1, 13) for day in range(1, _LENGTHS[month] + 1))
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


class PartialDate(NamedTuple):
    """A date as far as it is stated; a month or day of 0 is not stated."""

    year: int
    month: int = 0
    day: int = 0


def current_year() -> int:
    """The year of this machine's clock; callers who have an ``as_of`` use that instead."""
    return time.localtime().tm_year


def is_leap(year: int) -> bool:
    """Whether ``year`` has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """The number of days of ``month`` (1–12)."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]


def is_date(year: int, month: int, day: int) -> bool:
    """Whether the day exists in the Gregorian calendar."""
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def is_digits_date(digits: str, first_year: int, last_year: int) -> bool:
    """Whether eight ASCII digits YYYYMMDD are a day between both years (inclusive)."""
    year, month_day = int(digits[:4]), digits[4:]
    return first_year <= year <= last_year and (month_day in MONTH_DAYS or (month_day == "0229" and is_leap(year)))


@cache
def _form() -> re.Pattern[str]:
    import re  # everyone has it loaded already; the pattern is compiled only where dates are read

    chinese = "[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]"
    number = rf"\s*([0-9]{{1,2}}|{chinese})\s*"
    digits = r"([0-9]{2})([0-9]{2})?"
    joined = r"[-./]([0-9]{1,2})(?:[-./]([0-9]{1,2}))?(?:[ T][0-9:.]{4,15})?"
    written = rf"\s*年(?:{number}月(?:{number}[日号])?)?"
    return re.compile(rf"\s*(?:出生于?)?\s*([0-9〇○零一二三四五六七八九]{{4}})(?:{written}|{joined}|{digits})?\s*(?:出生|生)?\s*")


def parse_date(text: str) -> PartialDate | None:
    """The date that ``text`` states, wholly or to the month or year; ``None`` where it states none that exists in 1900–2099."""
    match = _form().fullmatch(text)
    if match is None:
        return None
    parts = [_number(part) for part in match.groups() if part]
    year, month, day = (*parts, 1, 1)[:3]  # only to ask whether what is stated exists
    return PartialDate(*parts) if FIRST_YEAR <= year <= 2099 and is_date(year, month, day) else None


def _number(text: str) -> int:
    digits = text.translate(_DIGITS)
    tens, ten, ones = digits.partition("十")
    return int(tens or 1) * 10 + int(ones or 0) if ten else int(digits)
