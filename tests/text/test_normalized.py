"""NormalizedText: what is folded, and that every offset maps back to the original."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govredact.text.normalized import NormalizedText

PIECES = st.sampled_from(
    [*"身份证1０Xａ一三〇幺①⓪ \u3000，A\n𝟏🙂", "38", "９Ｘ", "\u200b", "\ufeff", "\u00ad", "\ud800", "1\ufe0f\u20e3"],
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join))


@pytest.mark.parametrize(
    ("original", "read"),
    [
        ("４５０１０２２０１６０６１２２４６０", "450102201606122460"),
        ("500107\u200b19670809\u200b9743", "500107196708099743"),
        ("一七六一〇四八八一三六", "17610488136"),
        ("幺三八零零一三八〇〇〇", "13800138000"),
        ("①③⑧⓪⓪①③⑧⓪⓪⓪", "13800138000"),
        ("1\ufe0f\u20e33\ufe0f\u20e38", "138"),
        ("𝟏𝟑𝟖", "138"),
        ("ＱＱ：ａｂｃ＠ｑｑ．ｃｏｍ", "QQ：abc@qq.com"),
        ("二〇二一年三月五日，第一百二十三条", "二〇二一年三月五日，第一百二十三条"),
    ],
)
def test_reads_as_people_do(original: str, read: str) -> None:
    assert NormalizedText(original).text == read


def test_text_that_needs_nothing_is_not_copied() -> None:
    text = "申请人王某，电话：13800138000。"
    normalized = NormalizedText(text)
    assert normalized.text is text
    assert normalized.is_identity


def test_json_escapes_count_whole() -> None:
    stored = '"\\u7535\\u8bdd 1380013800\\u0030"'
    normalized = NormalizedText(stored, "json")
    assert normalized.text == '"电话 13800138000"'
    start = normalized.text.index("138")
    assert stored[slice(*normalized.span(start, start + 11))] == "1380013800\\u0030"


def test_xml_references_and_escaped_zero_width_characters() -> None:
    stored = "<a>&#49;&#x33;8\u200b&#8203;0</a>"
    normalized = NormalizedText(stored, "xml")
    assert normalized.text == "<a>1380</a>"
    assert stored[slice(*normalized.span(3, 7))] == "&#49;&#x33;8\u200b&#8203;0"


@given(TEXTS)
def test_spans_are_monotonic_and_cover_the_original_in_order(text: str) -> None:
    normalized = NormalizedText(text)
    length = len(normalized.text)
    edges = [normalized.span(i, i + 1) for i in range(length)]
    for (start, end), (following, _) in itertools.pairwise(edges):
        assert start < end <= following
    if edges:
        assert edges[0][0] >= 0
        assert edges[-1][1] <= len(text)
        assert normalized.span(0, length) == (edges[0][0], edges[-1][1])


@given(TEXTS)
def test_each_character_is_read_from_its_own_original(text: str) -> None:
    normalized = NormalizedText(text)
    for position, char in enumerate(normalized.text):
        start, end = normalized.span(position, position + 1)
        read = text[start:end]
        assert NormalizedText(read).text in (char, read), "a numeral folds only among others"


@given(TEXTS)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = NormalizedText(text).text
    assert NormalizedText(once).text == once


@given(st.text())
def test_escaped_json_reads_like_the_string_itself(text: str) -> None:
    stored = json.dumps(text)[1:-1]
    assert NormalizedText(stored, "json").text.encode("utf-16", "surrogatepass").decode("utf-16") == NormalizedText(text).text or any(
        ord(c) > 0xFFFF for c in text
    )


def test_empty_spans_stay_empty() -> None:
    normalized = NormalizedText("１\u200b２")
    assert normalized.span(1, 1) == (2, 2)
