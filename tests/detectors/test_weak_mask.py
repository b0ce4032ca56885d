"""A mask is counted, not looked at: fewer than 5,000 candidates left is no mask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from govredact.models import Candidate

    Found = Callable[[str], list[tuple[str, Candidate]]]


def weak(results: list[tuple[str, Candidate]]) -> list[tuple[str, str, str]]:
    return [(value, c.reasons[0], c.action) for value, c in results if c.entity == "WEAK_MASK" and c.role != "name"]


@pytest.mark.parametrize(
    ("text", "value", "left"),
    [
        ("身份证号：330106********2415", "330106********2415", 3218),
        ("330106＊＊＊＊＊＊＊＊2415", "330106＊＊＊＊＊＊＊＊2415", 3218),
        ("330106xxxxxxxx2415", "330106xxxxxxxx2415", 3218),
        ("330106●●●●●●●●2415", "330106●●●●●●●●2415", 3218),
        ("身份证号：330106 **** **** 2415", "330106 **** **** 2415", 3218),
        ("身份证号330106****2415", "330106****2415", 3218),
        ("身份证号：330106……2415", "330106……2415", 3218),
        ("学籍号：G330106********2415", "G330106********2415", 3218),
        ("身份证号：33010619900307****", "33010619900307****", 1000),
        ("身份证号：33010619900307241*", "33010619900307241*", 1),
        ("33010619900307241*", "33010619900307241*", 1),
        ("6222021234****90128", "6222021234****90128", 1000),
        ("6217 0062 8273 797* ***", "6217 0062 8273 797* ***", 1000),
        ("卡号：62220212345678901**", "62220212345678901**", 10),
        ("手机：138***01234", "138***01234", 1000),
        ("手机：1380013800*", "1380013800*", 10),
        ("138**341234", "138**341234", 100),
        ("家庭电话：0571-865432**", "0571-865432**", 100),
        ("护照号E557380**", "E557380**", 100),
    ],
)
def test_weak_masks_tell_how_many_candidates_they_leave(text: str, value: str, left: int, found: Found) -> None:
    assert weak(found(text)) == [(value, f"candidates:{left}", "")]


@pytest.mark.parametrize(
    "text",
    [
        "64*************326",
        "身份证号：64*************326",
        "138****1234",
        "138 **** 1234",
        "手机：138****1234、139****5678",
        "手机：138**1234",
        "0572-****085",
        "公民身份号码XXX",
        "电话(略)",
        "××",
        "****-*******",
        "*@*q.com",
        "622202******1234",
        "6222 **** **** 1234",
        "卡号：6222****1234",
        "银行账号：****7885",
        "护照：E******83",
        "订单号：123456****78901",
        "33010619902307241*",  # no birth date: one sign behind another number may be a footnote's
        "1800*2400*1200",
        "15000*30000",
        "1920×1080",
        "____年__月__日",
        "目录........................12",
        "一、总则……………………1",
        "**重点**2020",
        "车牌：浙A****5",
        "QQ：12****78",
    ],
)
def test_masks_that_hide_enough_and_what_is_no_mask(text: str, found: Found) -> None:
    assert weak(found(text)) == []


def test_a_birth_date_on_the_same_row_counts(found: Found) -> None:
    table = "姓名\t出生日期\t身份证号\n张某\t1990-03-07\t330106********2415\n"
    assert weak(found(table)) == [("330106********2415", "candidates:1", "")]
    assert weak(found("张某，1990年3月7日出生，身份证号330106********2415"))[0][1] == "candidates:1"


def test_an_age_and_a_gender_on_the_same_row_count(found: Found) -> None:
    ((_, by_age, _),) = weak(found("姓名\t年龄\t身份证号\n张某\t36\t330106********2415\n"))
    assert int(by_age.partition(":")[2]) < 100
    ((_, alone, _),) = weak(found("身份证号33010619900307****"))
    ((_, by_gender, _),) = weak(found("女，身份证号33010619900307****"))
    assert (alone, by_gender) == ("candidates:1000", "candidates:500")


def test_a_strong_mask_beside_the_birth_date_is_for_review(found: Found) -> None:
    ((value, reason, action),) = weak(found("姓名\t出生日期\t身份证号\n张某\t1990-03-07\t64*************326\n"))
    assert (value, action) == ("64*************326", "review")
    assert int(reason.partition(":")[2]) < 200


@pytest.mark.parametrize(
    "text",
    [
        "姓名\t家庭住址\t身份证号\n张某\t浙江省杭州市西湖区望山路12号\t******19900307****\n",
        "姓名\t县区\t身份证号\n张某\t临安县\t******19900307****\n",
        "张某，住浙江省杭州市西湖区望山路12号，身份证号******19900307****",
        "张某，籍贯：临安县，身份证号******19900307****",
    ],
)
def test_the_county_beside_a_number_that_hides_it_counts(text: str, found: Found) -> None:
    ((value, reason, action),) = weak(found(text))
    assert (value, action) == ("******19900307****", "review")
    assert int(reason.partition(":")[2]) <= 3000


def test_a_town_beside_a_number_says_in_which_county_it_lies(found: Found) -> None:
    ((_, reason, action),) = weak(found("姓名\t乡镇\t年龄\t身份证号\n张某\t七塘镇\t36\t50*************415\n"))
    assert (action, int(reason.partition(":")[2]) < 5000) == ("review", True)
    assert weak(found("姓名\t乡镇\t年龄\t身份证号\n张某\t\t36\t50*************415\n")) == []


@pytest.mark.parametrize("place", ["住临安县望山路12号，", "向临安县民政局提出申请，", ""])
def test_a_county_beside_a_number_that_shows_it_says_nothing_new(place: str, found: Found) -> None:
    ((_, reason, action),) = weak(found(f"张某，{place}身份证号330106********2415"))
    assert (reason, action) == ("candidates:3218", "")


def test_the_county_of_an_office_is_nobodys(found: Found) -> None:
    assert weak(found("张某，向临安县民政局提出申请，身份证号******19900307****")) == []
    assert weak(found("张某，身份证号******19900307****，办理地址：临安县望山路12号")) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("申请人张某，身份证号330106********2415。", ["张某"]),
        ("姓名\t身份证号\n张*\t330106********2415\n欧阳**\t330106********2421\n", ["张*", "欧阳**"]),
        ("张某某，电话略。\n据悉某市某局330106********2415", []),
        ("张某，身份证号64*************326", []),
    ],
)
def test_masked_names_beside_weak_masks_are_noted_and_lawful(text: str, names: list[str], found: Found) -> None:
    noted = [(value, c.action) for value, c in found(text) if c.role == "name"]
    assert noted == [(name, "allow") for name in names]


def test_a_date_that_is_no_birth_does_not_count(found: Found) -> None:
    assert weak(found("姓名\t审批日期\t身份证号\n张某\t2020-03-07\t64*************326\n")) == []


def test_facts_that_contradict_the_number_are_somebody_elses(found: Found) -> None:
    assert weak(found("张某1901年3月7日出生，身份证号3301061990****2415"))[0][1] == weak(found("身份证号3301061990****2415"))[0][1]


@given(st.text(alphabet="0123456789*×xX●_…. -\t\n李明身份证号：", max_size=80))
def test_any_mixture_of_signs_is_read_without_error(found: Found, text: str) -> None:
    for value, candidate in found(text):
        assert value
        if candidate.detector == "weak_mask":
            assert any(char.isdigit() for char in value)
            assert 0 < int(candidate.reasons[0].partition(":")[2]) < 5000
