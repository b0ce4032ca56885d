"""What the examples of the wording detectors do not say: calendars, numerals, counts and sums."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govredact
from govredact.detectors import amount_in_words, numbering

if TYPE_CHECKING:
    from govredact.models import Finding

ENGINE = govredact.Engine(as_of="2026-11-22")
DAYS = "一二三四五六日"
NUMERALS = "零一二三四五六七八九"


def findings(text: str, entity: str) -> list[Finding]:
    return [f for f in ENGINE.scan_text(text) if f.entity == entity]


@given(st.dates(dt.date(1949, 10, 1), dt.date(2099, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_told_exactly_where_the_calendar_has_another(day: dt.date, shift: int) -> None:
    said = DAYS[(day.weekday() + shift) % 7]
    told = findings(f"会议定于{day.year}年{day.month}月{day.day}日（星期{said}）召开", "NUMBER_MISMATCH")
    assert [f.suggestion for f in told] == ([f"星期{DAYS[day.weekday()]}"] if shift else [])


@given(st.integers(1, 999))
def test_numerals_are_read(number: int) -> None:
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    text = NUMERALS[hundreds] + "百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else NUMERALS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    text += NUMERALS[ones] if ones else ""
    assert numbering.number_of(text) == number


CAPITALS = "零壹贰叁肆伍陆柒捌玖"


def capital(number: int) -> str:
    """A whole number below 10¹² in capital numerals, as banks write it."""
    if number >= 100_000_000:
        rest = number % 100_000_000
        return capital(number // 100_000_000) + "亿" + ("零" if 0 < rest < 10_000_000 else "") + (capital(rest) if rest else "")
    if number >= 10_000:
        rest = number % 10_000
        return capital(number // 10_000) + "万" + ("零" if 0 < rest < 1000 else "") + (capital(rest) if rest else "")
    text, zero = "", False
    for unit, sign in ((1000, "仟"), (100, "佰"), (10, "拾"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if zero else "") + CAPITALS[digit] + sign
        zero = not digit and bool(text)
    return text


@given(st.integers(1, 10**12 - 1))
def test_amounts_in_capitals_are_read(number: int) -> None:
    assert amount_in_words.value_of(capital(number)) == number


@given(st.integers(1, 10**8), st.integers(1, 10**8))
def test_an_amount_in_words_must_fit_the_figures(words: int, figures: int) -> None:
    told = findings(f"处罚款人民币{capital(words)}元整（¥{figures:,}.00）。", "NUMBER_MISMATCH")
    assert bool(told) == (words != figures)


@given(st.lists(st.integers(0, 10_000), min_size=3, max_size=12), st.integers(-500, 500))
def test_a_total_must_be_the_sum(figures: list[int], error: int) -> None:
    total = sum(figures) + error
    rows = "".join(f"{'甲乙丙丁戊己庚辛壬癸子丑'[n]}村\t{figure}\n" for n, figure in enumerate(figures))
    told = findings(f"村名\t补助户数\n{rows}合计\t{total}\n", "NUMBER_MISMATCH")
    expected = error != 0 and total > 0 and abs(error) * 2 <= abs(total)
    assert [f.suggestion for f in told] == ([str(sum(figures))] if expected else [])


@pytest.mark.parametrize(
    "text",
    [
        "村名\t完成率\n甲村\t98\n乙村\t97\n丙村\t96\n合计\t97",
        "序号\t户数\n1\t10\n2\t20\n小计\t30\n3\t5\n4\t6\n小计\t11\n合计\t41",
    ],
)
def test_lawful_texts_are_left_alone(text: str) -> None:
    wording = [f for f in ENGINE.scan_text(text) if f.category == "quality"]
    assert wording == []


def test_wording_never_stops_a_publication() -> None:
    assert {f.action for f in ENGINE.scan_text("认真布署，由XX市负责，2023年2月30日前完成") if f.category == "quality"} == {"note"}


def test_previews_show_the_word_but_never_a_paragraph() -> None:
    paragraph = "各乡镇人民政府要高度重视此项工作，明确专人负责，" * 3 + "按照时间节点要求认真组织实施。"
    shown = {f.entity: f.preview for f in ENGINE.scan_text(f"认真布署。\n{paragraph}\n{paragraph}")}
    assert shown["TYPO"] != paragraph
    assert [f.preview for f in ENGINE.scan_text("认真布署工作")] == ["布署"]
