"""Variants: traditional characters, signs of either width, ASCII letters in any case, characters that stand apart."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govredact.lexicon import Hits, Matcher, loads, machine
from govredact.lexicon.script import foreign_characters, mixed_forms, traditional_forms


def find(listed: str, text: str) -> Hits:
    return Matcher.build([loads(listed, "x")], (), date(2026, 1, 1)).find(text)


def words(listed: str, text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in find(listed, text).keywords]


def fields(listed: str, text: str) -> list[tuple[str, str]]:
    return [(text[hit.start : hit.end], hit.entry.text) for hit in find(listed, text).labels]


def test_traditional_forms_are_found_with_the_script_variant_only() -> None:
    text = "網上賭場與线上赌场"
    assert words("# variants: script\n网上赌场\n线上赌场\n", text) == ["網上賭場", "线上赌场"]
    assert words("网上赌场\n线上赌场\n", text) == ["线上赌场"]


def test_forms_in_which_only_some_characters_are_traditional() -> None:
    assert words("# variants: script\n网上赌场\n", "网上賭场 網上赌場 网上赌场") == ["网上賭场", "網上赌場", "网上赌场"]


def test_labels_in_traditional_characters() -> None:
    listed = "# variants: script\nlabel\tfield\n联系电话\tPHONE\n身份证号码\tRESIDENT_ID\n"
    assert fields(listed, "聯繫電話：1 聯係電話：2") == [("聯繫電話", "联系电话"), ("聯係電話", "联系电话")]
    assert fields(listed, "身份證號碼：3") == [("身份證號碼", "身份证号码")]


def test_an_allow_entry_holds_in_traditional_characters_too() -> None:
    listed = "# variants: script\nword\tallow\n网投\t\n网投票\tyes\n"
    assert words(listed, "網投票、網投站") == ["網投"]


@given(
    pieces=st.lists(st.sampled_from([*"网網赌賭场場上甲🙂", "x" * 300, "乙" * 90, "網" * 120]), max_size=12),
    listed=st.lists(st.text(alphabet="网赌场上", min_size=2, max_size=4), min_size=1, max_size=4, unique=True),
    chunk=st.sampled_from([5, 64, 1 << 16]),
)
@settings(max_examples=150, deadline=None)
def test_traditional_forms_are_found_wherever_they_lie(pieces: list[str], listed: list[str], chunk: int) -> None:
    text = "".join(pieces)
    before, machine.CHUNK = machine.CHUNK, chunk
    try:
        hits = find("# variants: script\n" + "\n".join(listed), text).keywords
    finally:
        machine.CHUNK = before
    forms = {(form, word) for word in listed for form in [word, *mixed_forms(word)]}
    expected = [(at, at + len(form), word) for form, word in forms for at in range(len(text)) if text.startswith(form, at)]
    assert sorted((hit.start, hit.end, hit.entry.text) for hit in hits) == sorted(expected)


def test_forms_of_a_word_are_few() -> None:
    assert traditional_forms("发") == ["發", "髮"]
    assert traditional_forms("电话") == ["電話"]
    assert traditional_forms("一二") == []
    assert set(mixed_forms("电话")) == {"電話", "電话", "电話"}
    assert len(traditional_forms("发发发发发")) == 12
    assert len(mixed_forms("电话号码证书单据")) <= 12


def test_characters_that_simplified_text_uses_do_not_call_for_a_second_pass() -> None:
    assert set(foreign_characters(["发展", "电话"])) == {"發", "髮", "電", "話"}
    assert "著" not in foreign_characters(["着"])


@pytest.mark.parametrize("text", ["电话（手机）：1", "电话(手机)：1"])
def test_signs_of_either_width(text: str) -> None:
    assert fields("# variants: width\nlabel\tfield\n电话(手机)\tPHONE\n", text) == [(text[:6], "电话(手机)")]


def test_signs_match_as_written_without_the_width_variant() -> None:
    assert fields("label\tfield\n电话(手机)\tPHONE\n", "电话（手机）：1") == []


def test_case() -> None:
    assert words("# variants: case\nbet365\n加QQ群\n", "BET365 Bet365 加qq群") == ["BET365", "Bet365", "加qq群"]
    assert words("bet365\n", "BET365 bet365") == ["bet365"]
    assert words("# variants: case\nstraße\n", "STRASSE STRAßE") == ["STRAßE"]


APART = ["赌*博", "赌 博", "赌-博", "赌　博", "赌_博", "赌★博", "赌***博", "赌. 博", "賭*博", "赌\u00a0博", "赌·博"]
NOT_APART = ["赌，博", "赌。博", "赌\n博", "赌\t博", "赌****博", "赌、博", "赌a博", "赌一博", "博*赌", "赌*", "*博", "赌"]


@pytest.mark.parametrize("text", APART)
def test_characters_that_stand_apart(text: str) -> None:
    listed = "# variants: separators, script\n赌博\n"
    assert words(listed, f"远离{text}网站") == [text]
    assert words("赌博\n", f"远离{text}网站") == []


@pytest.mark.parametrize("text", NOT_APART)
def test_characters_that_do_not_belong_together(text: str) -> None:
    assert words("# variants: separators\n赌博\n", text) == []


def test_every_gap_of_a_word_may_hold_separators_and_it_is_found_once() -> None:
    listed = "# variants: separators\n网上赌场\n赌场\n"
    assert words(listed, "网*上 赌场") == ["网*上 赌场", "赌场"]
    assert words(listed, "网上*赌-场") == ["网上*赌-场", "赌-场"]
    assert words(listed, "网上赌场") == ["网上赌场", "赌场"]


def test_a_word_apart_may_lie_at_the_ends_of_the_text_and_in_a_long_one() -> None:
    listed = "# variants: separators\n赌博\n"
    text = "赌*博" + "甲" * 70_000 + "赌 博" + "乙🙂" * 70_000 + "赌★博"
    assert [(hit.start, hit.end) for hit in find(listed, text).keywords] == [(0, 3), (70_003, 70_006), (len(text) - 3, len(text))]


def test_an_allow_entry_beats_a_word_apart() -> None:
    listed = "# variants: separators\nword\tallow\n黄片\t\n三黄片\tyes\n"
    assert words(listed, "三*黄*片 与 黄*片") == ["黄*片"]


def test_labels_spaced_out() -> None:
    listed = "# variants: separators\nlabel\tfield\n姓名\tPERSON\n电话\tPHONE\n联系人\tCONTACT_PERSON\n联系人电话\tPHONE\n"
    assert fields(listed, "姓 名：甲 电　话：1 姓      名：乙") == [("姓 名", "姓名"), ("电　话", "电话"), ("姓      名", "姓名")]
    assert fields(listed, "联 系 人：甲") == [("联 系 人", "联系人")]


def test_labels_side_by_side_stay_two() -> None:
    listed = "# variants: separators\nlabel\tfield\n姓名\tPERSON\n电话\tPHONE\n联系人\tCONTACT_PERSON\n联系人电话\tPHONE\n"
    assert fields(listed, "联系人 电话 姓-名") == [("联系人", "联系人"), ("电话", "电话")]


def test_a_common_label_spaced_out_still_needs_a_delimiter() -> None:
    listed = "# variants: separators\nlabel\tfield\tboundary\n单位\tORG\tdelimiter\n"
    assert fields(listed, "单 位：甲") == [("单 位", "单位")]
    assert fields(listed, "简单 位于") == []


def test_everything_at_once() -> None:
    listed = "# variants: case, script, separators, width\n加VX(微信)号\n"
    assert words(listed, "加vx（微信）號") == ["加vx（微信）號"]
