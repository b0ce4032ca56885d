"""Dates that cannot be: a day that no month has (2月30日), a weekday that the date does not fall on.

Wrong dates in a notice of a deadline or a meeting mislead people; a calendar decides, so that there is nothing to doubt.
"""

from __future__ import annotations

from govredact.detectors.base import Detector, Example
from govredact.models import Candidate
from govredact.numbers import dates
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.context.scan import Scan

_DAYS = "一二三四五六日"
_FULL = lazy.compile("([12][0-9]{3})\\s?年\\s?([0-9]{1,2})\\s?月\\s?([0-9]{1,2})\\s?[日号]\\s?[（(，,]?\\s?$")
_WEEKDAY = lazy.compile("(?:星期|礼拜|周)([一二三四五六日天])(?![一二三四五六日天至到—~-])")
_YEAR = lazy.compile("([12][0-9]{3})\\s?年$")
_LONGEST = 24
_NAMES = ("2月29日", "2月30日", "2月31日", "4月31日", "6月31日", "9月31日", "11月31日", "月32日", "13月1日", "月0日")


def find(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """The date or weekday at an anchor if it cannot be."""
    if scan.text[start:end] in _NAMES:
        yield from _impossible(scan.text, start, end)
        return
    day = _WEEKDAY.match(scan.text, start)
    date = _FULL.search(scan.text, max(0, start - _LONGEST), start) if day else None
    if day and date:
        year, month, number = (int(part) for part in date.groups())
        if dates.is_date(year, month, number):
            right = _weekday(year, month, number)
            if _DAYS[right] != day[1].replace("天", "日"):
                told = scan.text[day.start() : day.end() - 1] + _DAYS[right]
                yield Candidate(day.start(), day.end(), "NUMBER_MISMATCH", 0.95, ("weekday",), "wrong_date", suggestion=told)


def _impossible(text: str, start: int, end: int) -> Iterable[Candidate]:
    first = start
    while text[first : first + 1].isdigit() and text[first - 1 : first].isdigit() and start - first < 2:
        first -= 1
    if text[first:start] in ("1", "01") and text[start] == "2":  # 12月31日
        return
    year = _YEAR.search(text, max(0, first - 8), first)
    if text[start:end] == "2月29日" and (not year or dates.is_leap(int(year[1]))):
        return
    yield Candidate(year.start() if year else first, end, "NUMBER_MISMATCH", 0.9, ("no_such_day",), "wrong_date")


def _weekday(year: int, month: int, day: int) -> int:
    """0 for Monday; the proleptic Gregorian calendar (Zeller's congruence)."""
    if month < 3:
        year, month = year - 1, month + 12
    return (day + 13 * (month + 1) // 5 + year + year // 4 - year // 100 + year // 400 + 5) % 7


DETECTOR = Detector(
    name="wrong_date",
    entities=("NUMBER_MISMATCH",),
    source="GB/T 7408 (calendar dates); 三审三校 初审: proofreading of the whole text",
    anchors=("星期", "礼拜", "周一", "周二", "周三", "周四", "周五", "周六", "周日", *_NAMES),
    on_anchor=find,
    found=(
        Example("会议定于2024年5月6日（星期二）召开", "星期二"),
        Example("截止2023年2月30日", "2023年2月30日"),
        Example("2023年2月29日前报送", "2023年2月29日"),
    ),
    clean=(
        "会议定于2024年5月6日（星期一）召开",
        "2024年12月31日前",
        "2024年2月29日",
        "每周一至周五，2024年5月6日（周一至周五）",
        "星期二上午",
    ),
)
