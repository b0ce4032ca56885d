"""Calendar dates against the standard library."""

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govredact.numbers import dates

any_date = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))


@given(st.integers(1900, 2100), st.integers(-1, 14), st.integers(-1, 33))
def test_existence_agrees_with_the_calendar(year, month, day):
    exists = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    assert dates.is_date(year, month, day) == exists
    if month >= 0 and day >= 0:
        assert dates.is_digits_date(f"{year:04d}{month:02d}{day:02d}", 1900, 2100) == exists


@given(
    any_date,
    st.sampled_from(
        ["%Y年%m月%d日", "%Y-%m-%d", "%Y.%m.%d", "%Y/%m/%d", "%Y%m%d", "%Y-%m-%d 00:00:00", " %Y 年 %m 月 %d 日 出生", "%Y-%m-%dT00:00:00"]
    ),
)
def test_every_written_form_is_read(date, form):
    assert dates.parse_date(date.strftime(form)) == (date.year, date.month, date.day)


@given(any_date)
def test_chinese_numerals_are_read(date):
    def numeral(number):
        ten, one = divmod(number, 10)
        ones = "〇一二三四五六七八九"[one] if one else ""
        return ones if not ten else ("" if ten == 1 else "〇一二三"[ten]) + "十" + ones

    year = str(date.year).translate(str.maketrans("0123456789", "〇一二三四五六七八九"))
    assert dates.parse_date(f"{year}年{numeral(date.month)}月{numeral(date.day)}日") == tuple(date.timetuple()[:3])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1990年", (1990, 0, 0)),
        ("1990", (1990, 0, 0)),
        ("1990年3月", (1990, 3, 0)),
        ("1990.3", (1990, 3, 0)),
        ("199003", (1990, 3, 0)),
        ("1990年3月7日生", (1990, 3, 7)),
        ("出生于1990年3月7日", (1990, 3, 7)),
        ("1990年3月7号", (1990, 3, 7)),
    ],
)
def test_partial_dates_are_read_as_far_as_stated(text, expected):
    assert dates.parse_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "90年3月",
        "1990年13月",
        "1990-02-30",
        "1990年0月",
        "19900001",
        "1899-01-01",
        "2100年",
        "1990年3月7日至9日",
        "13812345678",
        "一九九〇年十十月",
        "1990--3",
    ],
)
def test_what_is_no_date(text):
    assert dates.parse_date(text) is None


@given(st.text(max_size=20))
def test_no_text_makes_it_raise(text):
    assert dates.parse_date(text) is None or dates.parse_date(text).year >= 1900
