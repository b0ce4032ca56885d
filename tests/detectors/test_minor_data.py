"""Records of minors: what gives the age away, what does not, and what happens to the rest of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import govredact
from govredact.detectors import minor_data
from govredact.engine.detect import detect
from govredact.models import Candidate, Passage

if TYPE_CHECKING:
    from collections.abc import Callable

    from govredact.engine.plan import Plan

    Found = Callable[[str], list[tuple[str, Candidate]]]

MINORS = {
    "王某某之子王小小，2015年3月出生，就读于第一小学三年级2班": "2015年3月",
    "家长张三，电话略，孩子在第一中学就读": "孩子在第一中学就读",
    "受害人赵某某（女，13岁）": "13岁",
    "王小明（八周岁），其母张丽": "八周岁",
    "城东小学三年级2班学生王小明": "城东小学三年级2班",
    "五年级学生陈梓涵": "五年级学生",
    "学生姓名：王小明，学校：城东中学，年级：初二": "初二",
    "被收养人姓名：李小明": "李小明",
    "姓名\t班级\n郭义明\t五年级（9）班": "五年级（9）班",
    "学籍号：G330106201503126387": "G330106201503126387",
    "学生盛嘉怡，某县实验小学四（2）班": "某县实验小学四（2）班",
    "未成年人尚可欣，初二": "初二",
    "初一（3）班贾梓豪同学": "初一（3）班",
}
OTHERS = (
    "6至12岁儿童体检",
    "年满16周岁的公民",
    "3岁以下婴幼儿照护服务",
    "区第一中学教师王五被评为先进",
    "答：年满6周岁可以入学，李先生已知悉",
    "王某某毕业于城东中学，1985年出生",
    "适龄儿童凭户口簿到城东小学报名",
    "监护人：应当履行监护职责",
    "学生姓名\t学院\t年级\n王小明\t计算机学院\t2022级\n李小红\t文学院\t2023级\n",
    "身份证号：330106198503126382",
    "关爱留守儿童、困境儿童和残疾人",
    "初一（3）班获得优秀班集体称号",
    "办件编号630103201712113170，办理结果：准予许可",
)


def minors(found: Found, text: str) -> list[str]:
    return [value for value, c in found(text) if c.entity == "MINOR_DATA"]


@pytest.mark.parametrize(("text", "value"), MINORS.items())
def test_the_record_of_a_minor_is_found_once(text: str, value: str, found: Found) -> None:
    assert minors(found, text) == [value]


@pytest.mark.parametrize("text", OTHERS)
def test_schools_rules_and_grown_ups_are_none(text: str, found: Found) -> None:
    assert minors(found, text) == []


def test_each_row_of_a_pupils_list_is_one_record(found: Found) -> None:
    rows = "".join(f"王小{given}\t城东小学\t三年级{number}班\t500\n" for number, given in enumerate("明红刚", 1))
    assert len(minors(found, f"姓名\t学校\t班级\t金额\n{rows}")) == 3


def test_who_has_come_of_age_on_the_day_of_the_run_is_no_minor() -> None:
    text = "姓名：张某，2008年11月22日出生"
    found = [[f.entity for f in govredact.Engine(as_of=day).scan_text(text)] for day in ("2026-11-21", "2026-11-22")]
    assert ["MINOR_DATA" in entities for entities in found] == [True, False]


def test_persons_and_numbers_of_the_record_get_the_role(plan: Plan) -> None:
    text = "张三\t330106201503126387\t13800138000\n李四\t330106198503126382\t13900139000\n"
    scan, settled = detect(plan, Passage(text))
    names = [Candidate(text.index(name), text.index(name) + 2, "PERSON", 0.9, (), "names") for name in ("张三", "李四")]
    raised = [*settled, *minor_data.find(scan, sorted([*names, *settled]))]
    roles = {text[c.start : c.end]: c.role for c in raised if c.role == "minor" and c.entity != "MINOR_DATA"}
    assert roles == {"张三": "minor", "330106201503126387": "minor", "13800138000": "minor"}


def test_in_a_sentence_the_person_next_to_the_age_is_the_minor(plan: Plan) -> None:
    text = "张三陪同李四（8岁）到医院"
    scan, _ = detect(plan, Passage(text))
    names = [Candidate(text.index(name), text.index(name) + 2, "PERSON", 0.9, (), "names") for name in ("张三", "李四")]
    assert [text[c.start : c.end] for c in minor_data.find(scan, names) if c.role == "minor"] == ["李四"]


def test_a_minor_is_for_review_and_high() -> None:
    finding = next(f for f in govredact.Engine().scan_text("受害人赵某某（女，13岁）") if f.entity == "MINOR_DATA")
    assert (finding.action, finding.severity) == ("review", "high")


@pytest.mark.parametrize(
    ("text", "sign"),
    [("其女陈小雨，2015年出生", "2015年出生"), ("婴儿陈小雨，出生3个月", "出生3个月"), ("女童陈小雨被送往医院", "陈小雨")],
)
def test_a_year_of_birth_the_months_of_an_infant_and_a_word_for_a_child(text: str, sign: str) -> None:
    assert [text[f.start : f.end] for f in govredact.Engine().scan_text(text) if f.entity == "MINOR_DATA"] == [sign]


@pytest.mark.parametrize("text", ["2015年后出生的儿童可以报名", "张建国，1975年出生", "婴儿出生3个月内登记", "2020年出生人口下降"])
def test_rules_statistics_and_adults_by_year_are_none(text: str) -> None:
    assert not [f for f in govredact.Engine().scan_text(text) if f.entity == "MINOR_DATA"]
