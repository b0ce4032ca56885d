"""A model of names together with the rules: agreement raises, what only the model says goes to a person, nothing is taken away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govredact import Engine, NameSpan
from govredact.errors import PluginError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govredact import Finding

NAMES = {"PERSON", "PUBLIC_OFFICIAL"}
ACT = 0.6


class Fake:
    """A model that takes every occurrence of some words for names, and remembers what it was asked."""

    name = "fake"

    def __init__(self, *words: str, score: float = 0.9) -> None:
        self.words = words
        self.score = score
        self.asked: list[str] = []

    def persons(self, texts: Sequence[str]) -> list[list[NameSpan]]:
        self.asked += texts
        return [[NameSpan(*match.span(), self.score) for word in self.words for match in re.finditer(word, text)] for text in texts]


def found(text: str, *words: str, score: float = 0.9, policy: str = "gov-website") -> dict[str, Finding]:
    """The names of persons in ``text`` by value, allowed ones too, with a model that knows ``words``."""
    model = Fake(*words, score=score) if words else "none"
    report = Engine(policy, name_model=model).scan(text.encode(), "a.txt")
    return {finding.value: finding for finding in (*report.findings, *report.filtered) if finding.entity in NAMES}


UNCERTAIN = ("钱怡表示，对处理结果没有意见。", "钱怡")
ALONE = ("执法人员找到了郎平，并对其进行了询问。", "郎平")


def test_a_name_that_both_find_is_sure() -> None:
    text, name = UNCERTAIN
    before, after = found(text)[name], found(text, name)[name]
    assert before.score < ACT <= after.score
    assert after.reasons == (*before.reasons, "model:fake")
    assert (after.detector, after.role) == (before.detector, before.role)
    assert found(text, policy="strict")[name].action == "review"
    assert found(text, name, policy="strict")[name].action == "mask"


def test_a_name_that_only_the_model_finds_goes_to_a_person_under_every_policy() -> None:
    text, name = ALONE
    assert found(text) == {}
    for policy in ("gov-website", "strict"):
        alone = found(text, name, score=1.0, policy=policy)[name]
        assert (alone.entity, alone.action, alone.detector) == ("PERSON", "review", "person_model")
        assert alone.reasons == ("layer:model", "model:fake")
        assert alone.score < ACT


def test_what_the_model_is_not_sure_of_changes_nothing() -> None:
    for text, name in (UNCERTAIN, ALONE):
        assert found(text, name, score=0.49) == found(text)


def test_sure_names_of_the_rules_stay_as_they_are() -> None:
    text = "村民陈秀芳因病致贫。"
    assert found(text, "陈秀芳") == found(text) != {}


def test_a_longer_or_shorter_name_of_the_model_changes_nothing() -> None:
    text = "钱怡表示，对处理结果没有意见。"
    assert found(text, "钱怡表") == found(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("郎先生告诉工作人员", "郎先生"),
        ("听完郎总的介绍", "郎总"),
        ("唐外长说，对此表示欢迎", "唐外长"),
        ("市区的郎奶奶在女儿的搀扶下", "郎奶奶"),
        ("郎某在市场打工", "郎某"),
        ("依据《办法》（苏财采〔2024〕176号）的规定", "苏财采"),
        ("前往郎平大学参观", "郎平"),
        ("克里夫来访", "克里夫"),
        ("发现有人郎平平平平", "郎平平平平"),
        ("李四来访", "李四"),
    ],
)
def test_what_shows_no_name_of_a_person_is_not_taken_from_the_model(text: str, name: str) -> None:
    assert name not in found(text, name)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("他与市长郎平一起到场", "郎平", "official"),
        ("随后郎平院长到场", "郎平", "official"),
        ("诗人郎平的作品", "郎平", "public_figure"),
        ("深入学习郎平思想", "郎平", "public_figure"),
        ("举报人郎平到场", "郎平", "informant"),
        ("在远亲郎平处打工", "郎平", ""),
    ],
)
def test_words_beside_a_name_of_the_model_say_whose_it_is(text: str, name: str, role: str) -> None:
    finding = found(text, name)[name]
    assert finding.role == role
    assert finding.action == ("allow" if role in ("official", "public_figure") else "review")


def test_a_name_that_is_established_elsewhere_keeps_its_role() -> None:
    text = "举报人：郎平。\n其后又找到了郎平，并询问。"
    with_model = Engine(name_model=Fake("郎平")).scan_text(text)
    assert [(f.role, f.action) for f in with_model] == [(f.role, f.action) for f in Engine().scan_text(text)]
    assert {f.role for f in with_model} == {"informant"}


def test_a_name_in_another_value_is_none() -> None:
    text = "家庭住址：浙江省湖州市吴兴区郎平路12号3幢202室"
    assert found(text, "郎平") == {}


def test_offsets_hold_over_lines_cells_and_long_sentences() -> None:
    text = "序号\t备注\r\n1\t找到了郎平\n" + "他们一起去了那里，" * 60 + "并找到了郎平。执法人员又询问郎平"
    spans = [(f.start, f.end) for f in Engine(name_model=Fake("郎平")).scan_text(text) if f.detector == "person_model"]
    assert spans == [match.span() for match in re.finditer("郎平", text)]


def test_long_sentences_are_cut_behind_commas() -> None:
    model = Fake()
    Engine(name_model=model).scan_text("他们一起去了那里，" * 60 + "并找到了。" + "字" * 450)
    assert max(map(len, model.asked)) <= 201
    assert {sentence[-1] for sentence in model.asked} == {"，", "。", "字"}
    assert "".join(model.asked).count("他们一起去了那里，") < 60, "equal pieces are asked once"


def test_the_model_sees_each_sentence_once_and_only_chinese_ones() -> None:
    model = Fake()
    Engine(name_model=model).scan_text("Name: John\n138 0013 8000\n找到了。找到了。\n一\n")
    assert model.asked == ["找到了。"]


class Wrong(Fake):
    """A model whose answers are none."""

    def __init__(self, *answers: list[NameSpan]) -> None:
        super().__init__()
        self.answers = answers

    def persons(self, texts: Sequence[str]) -> Iterable[list[NameSpan]]:  # type: ignore[override]
        return self.answers


@pytest.mark.parametrize(
    "answers",
    [
        (),
        ([], []),
        ([NameSpan(0, 99, 0.9)],),
        ([NameSpan(-1, 2, 0.9)],),
        ([NameSpan(2, 2, 0.9)],),
        ([NameSpan(0, 2, 1.5)],),
        ([NameSpan(0, 2, float("nan"))],),
    ],
)
def test_an_answer_that_is_none_is_an_error(answers: tuple[list[NameSpan], ...]) -> None:
    with pytest.raises(PluginError, match="'fake' gave no proper answer") as caught:
        Engine(name_model=Wrong(*answers)).scan_text("找到了郎平。")
    assert "郎平" not in str(caught.value.params)


PIECES = ("村民陈秀芳", "钱怡表示", "市长王志杰", "找到了郎平", "电话：13800138000", "姓名：林芳", "苏州市", "（1980年生）", *"，。\n\t")


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.data())
@settings(max_examples=60, deadline=None)
def test_a_model_takes_nothing_away_and_masks_nothing_alone(text: str, data: st.DataObject) -> None:
    class Drawn(Fake):
        def persons(self, texts: Sequence[str]) -> list[list[NameSpan]]:
            return [[data.draw(spans(sentence)) for _ in range(data.draw(st.integers(0, 3)))] for sentence in texts]

    before = {(f.start, f.end, f.entity): f for f in WITHOUT.scan_text(text)}
    after = {(f.start, f.end, f.entity): f for f in Engine("strict", name_model=Drawn()).scan_text(text)}
    assert before.keys() <= after.keys()
    assert all(after[key].score >= finding.score for key, finding in before.items())
    assert all(after[key] == finding for key, finding in before.items() if finding.score >= ACT)
    assert all(after[key].action == "review" and after[key].score < ACT for key in after.keys() - before.keys())


def spans(sentence: str) -> st.SearchStrategy[NameSpan]:
    last = len(sentence)
    return st.integers(0, last - 1).flatmap(
        lambda start: st.builds(NameSpan, st.just(start), st.integers(start + 1, min(last, start + 4)), st.floats(0, 1))
    )


WITHOUT = Engine("strict")
