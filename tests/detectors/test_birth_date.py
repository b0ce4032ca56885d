"""Birth dates in the writings that people use, and the dates that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import govredact
from govredact.detectors import birth_date
from govredact.engine.detect import detect
from govredact.models import Candidate, Passage

if TYPE_CHECKING:
    from collections.abc import Callable

    from govredact.engine.plan import Plan

    Found = Callable[[str], list[tuple[str, Candidate]]]

BIRTHS = {
    "王某某，女，1985 年 3 月 12 日 出生": "1985 年 3 月 12 日",
    "李某（1985年3月12日生）": "1985年3月12日",
    "出生时间：1985/3/12 0:00:00": "1985/3/12 0:00:00",
    "出 生 日 期：1985年3月12日": "1985年3月12日",
    "出生日期（公历）：1985年3月12日": "1985年3月12日",
    "出生年月：一九八五年三月": "一九八五年三月",
    "出生年月日：８５年３月１２日": "８５年３月１２日",
    "八五年三月生，汉族": "八五年三月",
    "农历一九八五年正月初八出生": "一九八五年正月初八",
    '"birthday":"1985-03-12"': "1985-03-12",
    "| 姓名 | 出生年月 |\n|---|---|\n| 张某 | 1985.03 |\n| 李某 | 199003 |\n": "199003",
    "杨某，女，汉族，出生于1953年12月11日": "1953年12月11日",
    "1985年3月12日，出生于湖州市": "1985年3月12日",
    "信访人：张某，女，19320210生": "19320210",
    "该生2012年9月1日出生，现就读于城东小学": "2012年9月1日",
    "出生日期\n1985年3月12日": "1985年3月12日",
}
OTHERS = (
    "1986年3月12日（含）以后出生",
    "2015年9月1日至2016年8月31日出生的适龄儿童",
    "出生日期须在1985年1月1日以后",
    "出生医学证明自2020年3月12日起启用",
    "招生于2020年3月12日开始",
    "考生于2021年3月12日到校",
    "中国共产党诞生于1921年7月23日",
    "2021年3月生态环境质量",
    "该厂2020年3月生产的产品",
    "凡1985年出生\n2024年3月12日出院",
    "女 2023-03-12 报名",
    "耳标号\t出生日期\t品种\n330106\t2021-03-12\t湖羊\n",
    "3月12日生",
    "出生年份：1985年",
    "孔子于公元前551年9月28日出生",
    "1885年3月12日出生的陈某是近代人物",
)


@pytest.mark.parametrize(("text", "value"), BIRTHS.items())
def test_a_birth_is_found_as_far_as_the_date_goes(text: str, value: str, found: Found) -> None:
    assert value in [stored for stored, candidate in found(text) if candidate.entity == "BIRTH_DATE"]


@pytest.mark.parametrize("text", OTHERS)
def test_dates_of_rules_events_things_and_animals_are_no_births(text: str, found: Found) -> None:
    assert [stored for stored, candidate in found(text) if candidate.entity == "BIRTH_DATE"] == []


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("85年3月生，汉族", "85年生，汉族"),
        ("八五年三月生，汉族", "八五年生，汉族"),
        ("出生日期：1985年3月12日", "出生日期：1985年"),
        ("一九八五年三月十二日出生", "一九八五年出生"),
        ("出生时间：1985-03-12 00:00:00", "出生时间：1985年"),
    ],
)
def test_the_year_remains_in_the_writing_that_it_had(text: str, masked: str) -> None:
    assert govredact.Engine().mask_text(text).text == masked


def test_a_date_in_brackets_behind_a_person_is_a_birth_unless_it_is_recent(plan: Plan) -> None:
    person = Candidate(0, 2, "PERSON", 0.9, (), "names")
    found = [len(list(birth_date.after_name(detect(plan, Passage(f"张某（{year}年3月12日）"))[0], [person]))) for year in (1985, 2025)]
    assert found == [1, 0]


@pytest.mark.parametrize("text", ["当事人生于1988年1月30日", "女，汉，1988年1月30日，住青川县"])
def test_a_party_that_is_born_and_a_short_ethnicity(text: str) -> None:
    assert [text[f.start : f.end] for f in govredact.Engine().scan_text(text) if f.entity == "BIRTH_DATE"] == ["1988年1月30日"]
