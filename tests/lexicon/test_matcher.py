"""The pass over a text: offsets against a naive search, chunk borders, nesting, boundaries of labels, allow-list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govredact.lexicon import Entry, Hit, Lexicon, Matcher, loads, machine

if TYPE_CHECKING:
    from typing import Any

DAY = date(2026, 11, 22)
ALPHABET = "赌博网站号aAbB12 _-*:：，\n🙂\ud800\udc00éｅ中文電"


def lexicon(kind: str, *entries: Entry, layer: str = "office") -> Lexicon:
    return Lexicon("test", kind, layer, entries, {})


def keyword(text: str, **fields: Any) -> Entry:
    return Entry("keyword", text, **fields)


def label(text: str, field: str = "OTHER_NO", **fields: Any) -> Entry:
    return Entry("label", text, field, **fields)


def matcher(*entries: Entry, anchors: tuple[str, ...] = ()) -> Matcher:
    kinds = {kind: lexicon(kind, *(e for e in entries if e.kind == kind)) for kind in ("label", "keyword")}
    return Matcher.build(list(kinds.values()), anchors, DAY)


def spans(hits: list[Hit]) -> list[tuple[int, int]]:
    return [(hit.start, hit.end) for hit in hits]


def naive(text: str, word: str) -> list[tuple[int, int]]:
    found, at = [], text.find(word)
    while at >= 0:
        found.append((at, at + len(word)))
        at = text.find(word, at + 1)
    return found


def ascii_lower(text: str) -> str:
    return "".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in text)


some_text = st.text(alphabet=ALPHABET, max_size=60) | st.text(max_size=40)
a_word = st.text(alphabet=ALPHABET, min_size=1, max_size=5) | st.text(min_size=1, max_size=3)
some_words = st.lists(a_word, min_size=1, max_size=8, unique=True)


@given(text=some_text, words=some_words, chunk=st.sampled_from([1, 2, 3, 7, 1 << 16]))
@settings(max_examples=200, deadline=None)
def test_keywords_are_found_where_a_naive_search_finds_them(text: str, words: list[str], chunk: int) -> None:
    text += "".join(words)
    before, machine.CHUNK = machine.CHUNK, chunk
    try:
        hits = matcher(*map(keyword, words)).find(text).keywords
    finally:
        machine.CHUNK = before
    assert sorted((h.start, h.end, h.entry.text) for h in hits) == sorted((a, b, w) for w in words for a, b in naive(text, w))
    assert hits == sorted(hits)
    assert all(text[h.start : h.end] == h.entry.text for h in hits)


@given(text=some_text, words=some_words, chunk=st.sampled_from([1, 3, 1 << 16]))
@settings(max_examples=100, deadline=None)
def test_letters_match_in_any_case_where_the_entry_says_so(text: str, words: list[str], chunk: int) -> None:
    case = frozenset({"case"})
    before, machine.CHUNK = machine.CHUNK, chunk
    try:
        found = matcher(*(keyword(word, variants=case) for word in words), anchors=tuple(words)).find(text)
    finally:
        machine.CHUNK = before
    expected = sorted({span for word in words for span in naive(ascii_lower(text), ascii_lower(word))})
    assert sorted(set(spans(found.keywords))) == expected
    assert sorted(set(spans(found.anchors))) == expected


@given(text=some_text, words=some_words)
@settings(max_examples=100, deadline=None)
def test_labels_are_the_outermost_ones(text: str, words: list[str]) -> None:
    words = [word for word in words if not any(c.isascii() and c.isalpha() for c in word)]
    hits = matcher(*map(label, words)).find(text).labels
    every = {span for word in words for span in naive(text, word)}
    assert spans(hits) == sorted((a, b) for a, b in every if not any((c, d) != (a, b) and c <= a and b <= d for c, d in every))


@given(text=some_text, words=some_words, allowed=some_words)
@settings(max_examples=100, deadline=None)
def test_no_keyword_lies_inside_an_allow_list_entry(text: str, words: list[str], allowed: list[str]) -> None:
    words = [word for word in words if word not in allowed]
    text += "".join(allowed)
    hits = matcher(*map(keyword, words), *(keyword(word, allow=True) for word in allowed)).find(text).keywords
    free = [span for word in allowed for span in naive(text, word)]
    expected = sorted((a, b) for word in words for a, b in naive(text, word) if not any(c <= a and b <= d for c, d in free))
    assert spans(hits) == expected


@given(text=st.text(alphabet="部门单位号：，、。 1a\n中", max_size=40), chunk=st.sampled_from([1, 2, 5, 1 << 16]))
@settings(max_examples=100, deadline=None)
def test_common_labels_count_only_before_a_delimiter(text: str, chunk: int) -> None:
    before, machine.CHUNK = machine.CHUNK, chunk
    try:
        hits = matcher(label("部门", boundary="delimiter"), label("单位", boundary="delimiter"), label("单位号")).find(text).labels
    finally:
        machine.CHUNK = before
    expected = naive(text, "单位号")
    expected += [(a, b) for word in ("部门", "单位") for a, b in naive(text, word) if text[b : b + 1] in ("", "：", " ", "1", "a", "\n")]
    assert spans(hits) == sorted(expected)


def test_a_long_text_goes_through_in_chunks_and_words_cross_their_borders() -> None:
    text = "甲" * (machine.CHUNK - 1) + "赌博" + "乙🙂" * machine.CHUNK + "赌博" + "x" * 10
    hits = matcher(keyword("赌博"), keyword("博乙")).find(text).keywords
    assert spans(hits) == [(machine.CHUNK - 1, machine.CHUNK + 1), (machine.CHUNK, machine.CHUNK + 2), (len(text) - 12, len(text) - 10)]


@pytest.mark.parametrize("text", ["", "abc", "甲乙丙", "\ud800", "🙂"])
def test_a_matcher_without_entries_finds_nothing(text: str) -> None:
    assert matcher().find(text) == ([], [], [])


def test_latin_labels_are_no_parts_of_words() -> None:
    found = matcher(label("ID", "RESIDENT_ID"), label("Tel", "PHONE"), label("QQ号", "QQ"), label("微信ID", "WECHAT"))
    assert [text for text in ("valid: 1", "IDs", "hotel 5", "teleport") if found.find(text).labels] == []
    for text, expected in [("ID: 1", "ID"), ("编号id1", "id"), ("TEL138", "TEL"), ("我的QQ号:1", "QQ号"), ("微信id：a", "微信id")]:
        assert [text[h.start : h.end] for h in found.find(text).labels] == [expected]


def test_a_longer_label_hides_the_shorter_ones_in_it() -> None:
    found = matcher(label("身份证", "RESIDENT_ID"), label("身份证号", "RESIDENT_ID"), label("原身份证号码", "RESIDENT_ID"))
    assert [h.entry.text for h in found.find("原身份证号码；身份证号；身份证").labels] == ["原身份证号码", "身份证号", "身份证"]


def test_keywords_nest_and_overlap() -> None:
    hits = matcher(keyword("澳门赌场"), keyword("赌场"), keyword("场网")).find("澳门赌场网").keywords
    assert spans(hits) == [(0, 4), (2, 4), (3, 5)]


def test_an_allow_entry_beats_the_word_inside_it_and_only_there() -> None:
    both = matcher(keyword("黄片"), keyword("三黄片", allow=True))
    assert spans(both.find("三黄片与黄片").keywords) == [(4, 6)]
    wide = matcher(keyword("片治疗"), keyword("三黄片", allow=True))
    assert spans(wide.find("三黄片治疗").keywords) == [(2, 5)]


def test_one_word_may_be_label_keyword_and_anchor_at_once() -> None:
    found = matcher(label("密码", "PASSWORD"), keyword("密码"), anchors=("密码", "码")).find("密码")
    assert (spans(found.labels), spans(found.keywords), spans(found.anchors)) == ([(0, 2)], [(0, 2)], [(0, 2), (1, 2)])
    assert found.labels[0].entry.field == "PASSWORD"
    assert found.anchors[1].entry.kind == "anchor"


def test_spellings_of_one_word_stay_apart_without_the_case_variant() -> None:
    found = matcher(keyword("Ok", severity="low"), keyword("OK", severity="high")).find("ok Ok OK")
    assert [(h.start, h.entry.severity) for h in found.keywords] == [(3, "low"), (6, "high")]


def test_the_matcher_says_what_it_is_made_of() -> None:
    made = Matcher.build([loads("甲乙\n", "one")], ["丙"], DAY)
    assert repr(made) == "<Matcher of 1 lists, 2 forms>"
    assert [one.name for one in made.lexicons] == ["one"]
    assert repr(made.lexicons[0]) == "<Lexicon one keyword office: 1 entries>"


def test_today_is_the_default() -> None:
    entry = keyword("甲乙", valid_to="2001-01-01")
    assert Matcher.build([lexicon("keyword", entry)]).find("甲乙").keywords == []
