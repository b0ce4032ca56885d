"""What stands behind labels and in columns of names: names in every writing, and what is written there where no name is."""

from __future__ import annotations

import pytest

from govredact import Engine
from govredact.names import latin, refused, values


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def names_in(engine: Engine, text: str) -> list[str]:
    return [text[f.start : f.end] for f in engine.scan_text(text) if f.entity == "PERSON"]


@pytest.mark.parametrize(
    "text",
    [
        *("居民：大家好", "家长：朋友们", "参赛选手：须知", "考生：晚上好", "学生：初二", "志愿者：报名中", "申请人：须持证办理"),
        *("当事人姓名：匿名", "姓名：保密", "姓名：王某", "姓名：请核对", "户名：卡号", "来信人：陈女士", "评审专家：全体", "选手：弃权"),
    ],
)
def test_what_is_no_name_behind_a_label_is_none(engine: Engine, text: str) -> None:
    assert names_in(engine, text) == []


@pytest.mark.parametrize("value", ["暂缺", "须知", "弃权", "高三", "同学们", "刘老师", "缺考", "合计"])
def test_what_is_no_name_in_a_column_of_names_is_none(engine: Engine, value: str) -> None:
    text = f"序号\t参赛选手\t成绩\n1\t陈国强\t85\n2\t{value}\t\n3\t林晓燕\t79\n4\t周志明\t66\n"
    assert names_in(engine, text) == ["陈国强", "林晓燕", "周志明"]
    assert refused.is_refused(value)


def test_a_label_inside_a_column_of_names_is_none(engine: Engine) -> None:
    assert names_in(engine, "当事人\t案由\n原告：陈国强\t借贷\n被告：林晓燕\t借贷\n") == ["陈国强", "林晓燕"]


@pytest.mark.parametrize("name", ["Chen Guoqiang", "LIN Xiaoyan", "ZHOU ZHIMING", "Guoqiang Chen"])
def test_names_in_pinyin(engine: Engine, name: str) -> None:
    assert names_in(engine, f"Name: {name}") == [name]
    assert names_in(engine, f"姓名：{name}，护照另附") == [name]
    assert latin.name_at(name, 0) == len(name)


@pytest.mark.parametrize("words", ["Internet Explorer", "Data Center", "Long March", "Visual Studio"])
def test_other_words_in_latin_letters_are_no_names(engine: Engine, words: str) -> None:
    assert latin.name_at(words, 0) == 0
    assert names_in(engine, f"Name: {words}") == []


@pytest.mark.parametrize("name", ["阿支尔布", "木呷拉日", "孟根其其格", "次央卓嘎"])
def test_names_of_minorities_without_a_dot_are_whole_in_their_place(engine: Engine, name: str) -> None:
    assert names_in(engine, f"姓名\t补助\n{name}\t300\n陈国强\t300\n") == [name, "陈国强"]
    assert names_in(engine, f"户主姓名：{name}") == [name]


def test_a_given_name_that_the_data_do_not_know_is_found_drawn_apart(engine: Engine) -> None:
    assert names_in(engine, "姓　名\t金额\n陈　萱\t30\n苏　宁\t30\n林晓燕\t30\n") == ["陈　萱", "苏　宁", "林晓燕"]


def test_numbers_and_signs_beside_a_name_are_no_part_of_it(engine: Engine) -> None:
    cells = ["陈国强*", "★林晓燕", "2.周志明", "（3）赵建国", "孙伟（组长）"]
    text = "序号\t姓名\t金额\n" + "".join(f"{number}\t{cell}\t30\n" for number, cell in enumerate(cells))
    found = [f for f in engine.scan_text(text) if f.entity == "PERSON"]
    assert [text[f.start : f.end] for f in found] == ["陈国强", "林晓燕", "周志明", "赵建国", "孙伟"]
    assert all("layer:column" in f.reasons for f in found)
    assert not [f for f in engine.scan_text("姓名\t金额\n欧阳文*\t3\n张*\t5\n李某某\t5\n") if f.score > 0.6]


def test_a_list_goes_on_behind_brackets_and_blanks(engine: Engine) -> None:
    assert names_in(engine, "评审小组：陈国强（组长）、林晓燕、周志明") == ["陈国强", "林晓燕", "周志明"]
    assert names_in(engine, "专家组成员：陈国强 林晓燕 周志明") == ["陈国强", "林晓燕", "周志明"]
    assert names_in(engine, "申请人：陈国强 性别：男 民族：汉") == ["陈国强"]
    assert names_in(engine, "| 奖项 | 获奖学生 |\n| --- | --- |\n| 一 | 陈国强<br>林晓燕 |\n| 二 | 周志明 |\n") == [
        "陈国强",
        "林晓燕",
        "周志明",
    ]


def test_a_word_is_a_name_where_the_label_asks_for_the_name(engine: Engine) -> None:
    assert names_in(engine, "姓名：辛劳　性别：男") == ["辛劳"]
    assert names_in(engine, "申请人：平安") == []


def test_names_that_people_bear_are_likelier_than_things() -> None:
    assert all(map(values.is_likely, ("陈国强", "林晓燕", "周敏", "欧阳春梅")))
    assert not any(map(values.is_likely, ("石桥铺", "温泉", "金针菇", "方圆楼")))
