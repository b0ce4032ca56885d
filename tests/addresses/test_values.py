"""Labelled values: how far they go, and which say nothing."""

from __future__ import annotations

import pytest

from govredact.addresses.values import value_end
from govredact.addresses.written import Written

DELIMITERS = " ，,；;。、（()\n"


def value(text: str, in_sentence: bool = False) -> str:
    first = next((n for n, char in enumerate(text) if char in DELIMITERS), len(text))
    return text[: value_end(text, 0, first, in_sentence)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("浙江省 湖州市 吴兴区 望山路 12号，电话", "浙江省 湖州市 吴兴区 望山路 12号"),
        ("浙江省，湖州市，吴兴区望山路12号，共3人", "浙江省，湖州市，吴兴区望山路12号"),
        ("望山路12号（原东街8号）3幢", "望山路12号（原东街8号）"),
        ("望山路12号（五保户）", "望山路12号"),
        ("望山路77-、79-、81号。", "望山路77-、79-、81号"),
        ("湖州市吴兴区望山\n路12号云湖苑3幢，电话", "湖州市吴兴区望山\n路12号云湖苑3幢"),
        ("望山路12号\n云湖路8号", "望山路12号"),
        ("望山路12号\n联系电话：0572-2222222", "望山路12号"),
        ("云湖苑2幢301\n2\t李某", "云湖苑2幢301"),
        ("云湖苑2幢\n3、王某", "云湖苑2幢"),
        ("望山村\n云湖路8号\t500", "望山村"),
        ("联系电话 13800138000", ""),
        ("望山路12号13800138000", "望山路12号"),
        ("望山村4组135号，存折号为5624468738。", "望山村4组135号"),
        ("望山路12号，家庭人口3人", "望山路12号"),
        ("思南县 塘头镇 望山村 核桃坝组，电话", "思南县 塘头镇 望山村 核桃坝组"),
    ],
)
def test_a_value_goes_on_over_delimiters_only_as_an_address_does(text: str, expected: str) -> None:
    assert value(text) == expected


def test_inside_a_sentence_words_end_it() -> None:
    assert value("望山路12号的王某，男", in_sentence=True) == "望山路12号"
    assert value("上辉村81日号，家庭", in_sentence=True) == "上辉村81日号"


@pytest.mark.parametrize(
    "text",
    [
        "同上",
        "已隐去",
        "省　市　县　乡（镇）　村",
        "三合乡",
        "无",
        "七塘镇",
        "七塘镇**",
        "湖州市吴兴区织里镇****",
        "某小区",
        "XX镇XX村",
        "******",
        "（略）",
        "/",
        "见附件",
    ],
)
def test_what_is_hidden_or_coarse_says_nothing(text: str) -> None:
    assert Written(text).is_hidden()


@pytest.mark.parametrize("text", ["七塘镇望山村", "望山路12号", "湖州市吴兴区望山路**12号", "某小区3幢501室"])
def test_what_still_shows_something_is_not_hidden(text: str) -> None:
    assert not Written(text).is_hidden()


@pytest.mark.parametrize("part", ["社区", "省市", "小区", "（）", " ", "街道路"])
def test_a_long_form_that_is_none_after_all_is_read_at_once(part: str) -> None:
    assert not Written(part * 60 + "x3").is_hidden()


def test_words_of_a_rule_are_no_address() -> None:
    assert not Written("须去标识化处理").has_form()
    assert not Written("制度改革").has_detail()
    assert not Written("人口1200人").has_detail()
    assert not Written("北京").has_detail()


def test_a_number_behind_a_name_is_detail_even_when_mistyped() -> None:
    assert Written("望山金昌8FC1221室").has_detail()
    assert Written("泰和小区B懂1097").has_detail()
