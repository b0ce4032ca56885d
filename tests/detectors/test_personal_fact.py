"""Health facts and special status: found where a person stands in the record, left alone where a rule or a programme speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import govredact

if TYPE_CHECKING:
    from collections.abc import Callable

    from govredact.models import Candidate

    Found = Callable[[str], list[tuple[str, Candidate]]]

ID = "330122197903093562"
FACTS = {
    "职工李建军被鉴定为伤残七级": ("伤残七级", "HEALTH_FACT"),
    "李建军术后偏瘫": ("偏瘫", "HEALTH_FACT"),
    "李建军　男　56　糖尿病": ("糖尿病", "HEALTH_FACT"),
    "患者李建军，男，45岁，诊断：慢性胃炎": ("慢性胃炎", "HEALTH_FACT"),
    "患者王某某，男，65岁，诊断为肺癌": ("诊断为肺癌", "HEALTH_FACT"),
    "被救助人：龙某，残疾等级二级": ("残疾等级二级", "HEALTH_FACT"),
    f"申请人张某（身份证号{ID}）患有尿毒症，长期透析": ("患有尿毒症", "HEALTH_FACT"),
    f"刘某系社区矫正对象，身份证号码{ID}": ("系社区矫正对象", "SPECIAL_STATUS"),
    "李某，男，45岁，刑满释放人员，家住青山县": ("刑满释放人员", "SPECIAL_STATUS"),
    "艾滋病患者王某某，男，35岁": ("艾滋病患者", "HEALTH_FACT"),
    "救助对象：周明\n救助原因：患白血病": ("患白血病", "HEALTH_FACT"),
    "姓名\t残疾人证号\t等级\n张三\t33012219790309356242\t二级\n": ("二级", "HEALTH_FACT"),
    "姓名\t宗教信仰\n张三\t佛教\n李四\t无\n": ("佛教", "SPECIAL_STATUS"),
    "| 姓名 | 金额 | 备注 |\n|---|---|---|\n| 张三 | 620 | 本人患脑梗塞 |\n| 李四 | 500 | |\n": ("患脑梗塞", "HEALTH_FACT"),
    "李强（刑满释放人员）": ("刑满释放人员", "SPECIAL_STATUS"),
    "孔令军，社区矫正对象，需落实帮教": ("社区矫正对象", "SPECIAL_STATUS"),
    "姓名：詹小芳，戒毒康复人员": ("戒毒康复人员", "SPECIAL_STATUS"),
    "包海有吸毒前科": ("吸毒前科", "SPECIAL_STATUS"),
    "田淑芬，乳腺恶性肿瘤": ("乳腺恶性肿瘤", "HEALTH_FACT"),
    "李淑芬，急性胰腺恶性肿瘤": ("急性胰腺恶性肿瘤", "HEALTH_FACT"),
    "李淑芬（肺癌晚期）": ("肺癌晚期", "HEALTH_FACT"),
    "云秀孕期产检发现梅毒": ("梅毒", "HEALTH_FACT"),
    "因颅脑外伤申请救助的范小龙": ("因颅脑外伤", "HEALTH_FACT"),
    "诊断结果：向阳花，抑郁症": ("抑郁症", "HEALTH_FACT"),
    "救助原因：本人邓有福患直肠癌": ("患直肠癌", "HEALTH_FACT"),
}
NAMED = {
    "孔令军，社区矫正对象，需落实帮教": "孔令军",
    "云秀孕期产检发现梅毒": "云秀",
    "邵红系艾滋病感染者": "邵红",
    "诊断结果：向阳花，抑郁症": "向阳花",
    "救助原因：本人邓有福患直肠癌": "邓有福",
}
NOBODYS = (
    "儿童姓名\t出生日期\t应种疫苗\n张三\t2021-03-02\t乙肝\n李四\t2021-05-06\t麻疹\n",
    "区人民医院心内科主任李强介绍，高血压是常见病",
    "张三同志参加全市艾滋病防治工作会议",
    "全市共有残疾人12000人，其中一级残疾3000人",
    "患有精神病的人员不得报考",
    "李某某（男，35岁）任区残疾人联合会理事长",
    "李明，男，45岁，任县人民医院肿瘤科主任",
    "困境儿童分类保障制度",
    f"李强，身份证号{ID}，参加糖尿病饮食讲座",
    "单病种质量控制标准",
    "王某某，男，45岁，未患有精神病",
    "高血压、糖尿病（慢性病）患者随访",
    "部分老人（失能）由村集体照料",
    "救助对象\t救助类别\n周明\t低保\n王芳\t临时救助\n",
)


@pytest.mark.parametrize(("text", "fact"), FACTS.items())
def test_a_fact_in_the_record_of_a_person_is_found(text: str, fact: tuple[str, str], found: Found) -> None:
    assert fact in [(value, c.entity) for value, c in found(text)]


@pytest.mark.parametrize(("text", "name"), NAMED.items())
def test_what_is_said_of_a_person_gives_the_name_away(text: str, name: str, found: Found) -> None:
    assert name in [value for value, c in found(text) if c.entity == "PERSON"]


@pytest.mark.parametrize("text", NOBODYS)
def test_the_same_words_about_nobody_are_none(text: str, found: Found) -> None:
    assert [value for value, c in found(text) if c.entity in ("HEALTH_FACT", "SPECIAL_STATUS")] == []


def test_the_default_policy_leaves_facts_to_a_person_and_strict_removes_them() -> None:
    text = f"申请人张某（身份证号{ID}）患有尿毒症"
    actions = [f.action for f in govredact.Engine().scan_text(text) if f.entity == "HEALTH_FACT"]
    assert actions == ["review"]
    assert "尿毒症" not in govredact.Engine("strict").mask_text(text).text


def test_an_office_can_add_words_of_its_own(tmp_path) -> None:
    words = tmp_path / "words.tsv"
    words.write_text("# entity: HEALTH_FACT\nword\n罕见的虚构病\n", encoding="utf-8")
    engine = govredact.Engine(lexicons=[str(words)])
    assert [f.entity for f in engine.scan_text("罕见的虚构病的知识")] == []
    assert "HEALTH_FACT" in [f.entity for f in engine.scan_text(f"张某，身份证号{ID}，患罕见的虚构病")]


def test_the_grade_beside_a_kind_of_disability_goes_with_it() -> None:
    text = "姓名\t残疾类别\t等级\n张三\t肢体\t三级\n李四\t精神\t一级\n"
    found = [text[f.start : f.end] for f in govredact.Engine().scan_text(text) if f.entity == "HEALTH_FACT"]
    assert found == ["肢体", "三级", "精神", "一级"]
