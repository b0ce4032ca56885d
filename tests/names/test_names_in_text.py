"""Names in running text: found by form and surroundings, and what looks like one is told apart."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govredact.names import free, known, lattice, minority, store, values


def found(text: str) -> list[str]:
    return [text[guess.start : guess.end] for guess in free.find(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("赵国强将伤者送往医院。", ["赵国强"]),
        ("村民陈秀芳、李建国和王丽因病致贫。", ["陈秀芳", "李建国", "王丽"]),
        ("会上，欧阳文慧介绍了情况。", ["欧阳文慧"]),
        ("周晓燕，女，1980年5月生。", ["周晓燕"]),
        ("據林志強介紹，工程已經完成。", ["林志強"]),
        ("对陈国华的处理意见", ["陈国华"]),
        ("江卫国重视写生，他喜欢山水。", ["江卫国"]),  # a given name that is a word
        ("庞宏伟的花鸟作品", ["庞宏伟"]),
        ("今年37岁的上官云是下岗职工", ["上官云"]),
        ("学生李子轩、韩国庆获奖，王国强将他们送回。", ["李子轩", "韩国庆", "王国强"]),  # 李子, 韩国 and 王国 are frequent words
        ("对鄢小军作出处罚，向覃海燕送达", ["鄢小军", "覃海燕"]),  # rare surnames that are no words
        ("本报五月二十五日电记者江建国报道：", ["江建国"]),  # the dictionary calls this name a place
    ],
)
def test_names_are_found(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "提高产品质量，安全生产形势好转。",
        "走马观花地检查",
        "鲁教函〔2013〕374号",
        "副主任医师占比",
        "王国强大，万元以上，安全生产，韩国人说",
        "退耕还林超计划问题",
        "全链条监管、双随机抽查",
        "西门子公司、东方明珠、陆家嘴—张江—金桥、白象食品、金龙鱼、鲁花",
        "任职于安徽华星化工股份有限公司",
        "连云港、石家庄、张家界三市",
        "周一上午、周三下午办理",
        "王某某、李某诉张某",
        "成立于2008年，常年开放",
        "李家湾村、王庄镇、陈家沟",
        "學習文件，關於開展工作",
    ],
)
def test_what_looks_like_a_name_is_none(text: str) -> None:
    assert found(text) == []


def test_a_title_before_the_first_of_a_list_is_that_of_all() -> None:
    guesses = free.find("村民陈秀芳、李建国到场")
    assert [guess.evidence.title for guess in guesses] == ["村民", "村民"]


def test_names_do_not_overlap_and_come_in_order() -> None:
    guesses = free.find("王建国、王建军、王建民、王建华和王建平王建安" * 5)
    assert all(one.end <= other.start for one, other in pairwise(guesses))


def test_only_names_that_hardly_anybody_bears_are_public() -> None:
    assert known.is_public("曹汝霖")
    assert not known.is_public("张建国")


def test_names_of_known_words_are_found_and_places_are_not() -> None:
    text = "产权人乌云其木格、斯琴高娃和吉克阿牛，扎西次仁；业主额尔敦巴图家住"
    found_there = [text[start:end] for start, end in minority.names(text)]
    assert found_there == ["乌云其木格", "斯琴高娃", "吉克阿牛", "扎西次仁", "额尔敦巴图"]
    assert list(minority.names("乌兰察布市、赛罕区、额尔敦高毕苏木、乌兰巴图嘎查、查干巴特尔镇、沙马拉达乡、尔古村")) == []


def test_names_of_minorities_are_found_without_the_title_before_them() -> None:
    text = "家长阿卜杜拉·买买提，电话另附；约翰·史密斯来访"
    assert [text[start:end] for start, end in minority.names(text)] == ["阿卜杜拉·买买提"]


_PIECES = st.text(alphabet="提高质量", min_size=1, max_size=4)


def _cheapest(text: str, costs: dict[str, int]) -> int:
    """The cheapest split, by trying all of them."""
    if not text:
        return 0
    heads = [(text[:end], text[end:]) for end in range(1, min(4, len(text)) + 1)]
    return min(costs.get(head, lattice.UNKNOWN if len(head) == 1 else 100_000) + _cheapest(rest, costs) for head, rest in heads)


@given(
    st.text(alphabet="提高质量", max_size=4),
    st.text(alphabet="提高质量", min_size=1, max_size=6),
    st.dictionaries(_PIECES, st.integers(1, 150)),
)
def test_both_halves_of_a_lattice_and_the_words_across_its_place_make_the_cheapest_split(
    left: str, right: str, costs: dict[str, int]
) -> None:
    words = lattice.Words(costs, {word[:2] for word in costs if len(word) > 2})
    text, place = left + right, len(left)
    before, behind = lattice.before(text, 0, place, words), lattice.behind(text, place, len(text), words)
    assert before.costs == [_cheapest(text[:end], costs) for end in range(place + 1)]
    assert behind.costs == [_cheapest(text[start:], costs) for start in range(place, len(text) + 1)]
    across = lattice.across(text, 0, place, before, behind, words)
    assert min(before.costs[-1] + behind.costs[0], across) == _cheapest(text, costs)


def test_a_lattice_tells_the_words_beside_its_place() -> None:
    words = lattice.Words({"提高": 10, "质量": 10, "高质": 1, "提": 50, "高": 50, "质": 50, "量": 50}, set())
    assert lattice.before("提高质量", 0, 2, words).ends[-1] == 0
    assert lattice.behind("提高质量", 2, 4, words).ends[0] == 4


def test_costs_are_those_of_the_data_files() -> None:
    assert store.names().surnames["王"] < store.names().surnames["申"]
    assert store.cost("高兴") < 110
    assert "某" not in store.names().last


def test_a_text_without_han_characters_loads_no_data() -> None:
    script = "from govredact.names import free, store; free.find('id=1, 2\\t3'); assert not store._data.cache_info().currsize"
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.parametrize("sign", "，、,")
def test_a_text_may_end_where_another_name_could_follow(sign: str) -> None:
    text = f"姓名：林芳{sign}"
    assert [text[found.start : found.end] for found in values.read(text, 3, len(text))] == ["林芳"]
