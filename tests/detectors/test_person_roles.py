"""Whose name it is, and what the default policy does with it."""

from __future__ import annotations

import pytest

from govredact import Engine
from govredact.policy import load


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def told(engine: Engine, text: str) -> list[tuple[str, str, str, str]]:
    report = engine.scan(text.encode(), name="text.txt")
    found = [f for f in (*report.findings, *report.filtered) if f.entity in ("PERSON", "PUBLIC_OFFICIAL")]
    return [(f.value, f.entity, f.role, f.action) for f in found]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("举报人：高平川", "高平川", "informant"),
        ("投诉人胡晓明反映小区噪音扰民", "胡晓明", "informant"),
        ("来信人：林芳华，反映道路问题", "林芳华", "petitioner"),
        ("被害人李秀英陈述", "李秀英", "victim"),
        ("证人周建华出庭作证", "周建华", "witness"),
        ("学生姓名：陈小雨", "陈小雨", "minor"),
        ("社区戒毒人员：赵大勇", "赵大勇", "patient"),
    ],
)
def test_protected_people_are_masked_and_critical(engine: Engine, text: str, name: str, role: str) -> None:
    assert told(engine, text)[0] == (name, "PERSON", role, "mask")
    assert next(f for f in engine.scan_text(text) if f.entity == "PERSON").severity == "critical"


@pytest.mark.parametrize(
    "text",
    [
        "副区长王志杰出席并讲话",
        "主任王建国主持会议",
        "责任编辑：周文静　审核：李志强",
        "记者 刘晓燕 报道",
        "陈光明　县财政局局长",
        "总经理、书记孙大伟",
        "任命李国庆为县教育局局长。李国庆同志试用期一年。",
        "联系人：张志远，电话：0571-86543210",
    ],
)
def test_people_in_office_and_the_press_are_public(engine: Engine, text: str) -> None:
    assert engine.scan_text(text) == []
    assert {entity for _, entity, _, _ in told(engine, text)} == {"PUBLIC_OFFICIAL"}


@pytest.mark.parametrize(
    "text",
    ["学习雷锋精神，弘扬焦裕禄作风", "以邓小平理论为指导", "歌唱家李秋红演唱", "李四光奖、陈嘉庚故居"],
)
def test_names_that_everybody_knows_are_left_alone(engine: Engine, text: str) -> None:
    assert [f for f in engine.scan_text(text) if f.entity == "PERSON"] == []


def test_a_private_person_is_reviewed(engine: Engine) -> None:
    assert told(engine, "村民陈秀芳因病致贫") == [("陈秀芳", "PERSON", "", "review")]


def test_strict_masks_figures_of_public_life_too() -> None:
    assert "演员李某某" not in Engine(load("strict")).mask_text("演员李秋红出席").text
    assert Engine(load("strict")).mask_text("演员李秋红出席").text == "演员李**出席"


def test_a_role_holds_wherever_the_name_stands_in_the_document(engine: Engine) -> None:
    roles = {role for _, _, role, _ in told(engine, "举报人：高平川。\n经查属实，已于次日与高平川电话联系。")}
    assert roles == {"informant"}


def test_a_protected_person_is_one_under_every_other_label_too(engine: Engine) -> None:
    text = "举报人：高平川。\n联系人：高平川，手机：13800138000。\n姓名\t性别\n高平川\t男\n"
    assert {(role, action) for _, _, role, action in told(engine, text)} == {("informant", "mask")}


def test_an_official_named_with_office_once_is_one_everywhere(engine: Engine) -> None:
    text = "县长孙国华到村调研。孙国华指出，要抓好春耕。"
    assert {entity for _, entity, _, _ in told(engine, text)} == {"PUBLIC_OFFICIAL"}


def test_a_mobile_makes_the_contact_of_an_office_a_matter_of_review(engine: Engine) -> None:
    assert ("张志远", "PERSON", "office", "review") in told(engine, "联系人：张志远，手机：13800138000")


@pytest.mark.parametrize("policy", ["strict", "petition"])
def test_hundreds_of_names_are_masked_in_few_rounds(policy: str) -> None:
    given = "国强建华志明秀英春梅晓燕丽娟文静永福海涛"
    people = [s + given[i : i + 2] for s in "陈李王赵周吴郑孙钱林" for i in range(0, len(given), 2)]
    rows = "".join(f"{n}\t{name}\t{n * 3}\n" for n, name in enumerate(people * 4, 1))
    text = f"序号\t姓名\t金额\n{rows}村民{people[0]}和{people[9]}到场。\n"
    masked = Engine(load(policy)).mask_text(text).text
    assert not any(name in masked for name in people)


def test_masked_and_pseudonymous_names_are_no_names(engine: Engine) -> None:
    for text in ("姓名：张*", "姓名：王**", "举报人：李某某", "户主：买**·**", "姓名：人员甲", "证人陈某", "姓名\n欧阳某某\n张＊＊\n"):
        assert [f for f in engine.scan_text(text) if f.entity == "PERSON"] == []


def test_the_party_of_a_form_is_the_party_and_the_officer_below_is_none(engine: Engine) -> None:
    text = "当事人\t姓名\t陈国强\t性别\n出生年月\t1982年10月\t民族\t汉族\n承办人\t林晓燕\t审批人\t周志明\n"
    assert told(engine, text) == [
        ("陈国强", "PERSON", "party", "review"),
        ("林晓燕", "PUBLIC_OFFICIAL", "official", "allow"),
        ("周志明", "PUBLIC_OFFICIAL", "official", "allow"),
    ]


def test_experts_of_a_tender_are_parties_of_it() -> None:
    text = "五、评审专家（单一来源采购人员）名单：陈国强、林晓燕、周志明（采购人代表）"
    found = [f for f in Engine(policy="procurement").scan(text.encode(), name="a.txt").filtered if f.entity == "PERSON"]
    assert Engine(policy="procurement").scan_text(text) == []
    assert not found or {f.role for f in found} == {"party"}


def test_students_of_a_university_are_no_minors(engine: Engine) -> None:
    text = "学院\t班级\t学号\t学生姓名\n文学院\t汉语言21-2\t202112345\t陈国强\n理学院\t物理21-1\t202154321\t林晓燕\n"
    assert {f.entity for f in engine.scan_text(text)}.isdisjoint({"MINOR_DATA"})
    assert {role for _, _, role, _ in told(engine, text)} == {""}
    assert told(engine, "班级\t学生姓名\n三年级1班\t陈国强\n三年级2班\t林晓燕\n")[0][2] == "minor"


def test_parents_go_from_a_list_of_student_aid() -> None:
    text = "幼儿姓名\t班级\t父亲姓名\n陈小雨\t小一班\t陈国强\n林小满\t小二班\t林志远\n"
    found = [(f.role, f.action) for f in Engine(policy="student-aid").scan_text(text) if f.entity == "PERSON"]
    assert sorted(set(found)) == [("minor", "review"), ("relative", "mask")]


@pytest.mark.parametrize("text", ["业主代表陈国强发言", "农民工代表林晓燕领到工资", "退役军人周志明自主创业"])
def test_who_speaks_for_neighbours_and_workers_is_private(engine: Engine, text: str) -> None:
    assert {entity for _, entity, _, _ in told(engine, text)} == {"PERSON"}
