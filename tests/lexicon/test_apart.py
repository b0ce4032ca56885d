"""Words whose characters stand apart, against a regular expression that says the same."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from govredact.lexicon import Entry, Lexicon, Matcher
from govredact.lexicon.apart import SEPARATORS, SPACES

APART = frozenset({"separators"})
words = st.lists(st.text(alphabet="赌博网站", min_size=2, max_size=4), min_size=1, max_size=5, unique=True)


def matcher(*entries: Entry) -> Matcher:
    return Matcher.build([Lexicon("test", entries[0].kind, "office", entries, {})], (), date(2026, 1, 1))


def expected(text: str, word: str, gap: str) -> set[tuple[int, int]]:
    pattern = re.compile(f"(?=({gap.join(map(re.escape, word))}))")
    return {match.span(1) for match in pattern.finditer(text)}


@given(text=st.text(alphabet="赌博网站*- ★\n，a", max_size=40), listed=words)
@settings(max_examples=200, deadline=None)
def test_keywords_apart(text: str, listed: list[str]) -> None:
    hits = matcher(*(Entry("keyword", word, variants=APART) for word in listed)).find(text).keywords
    every = [(word, span) for word in listed for span in expected(text, word, f"[{re.escape(SEPARATORS)}]{{0,3}}")]
    assert sorted((hit.entry.text, (hit.start, hit.end)) for hit in hits) == sorted(every)


@given(text=st.text(alphabet="姓名联系人-  \u3000：\n", max_size=40))
@settings(max_examples=200, deadline=None)
def test_labels_apart(text: str) -> None:
    listed = ["姓名", "联系人", "联系人姓名"]
    hits = matcher(*(Entry("label", word, "PERSON", variants=APART) for word in listed)).find(text).labels
    every = {span for word in listed for span in expected(text, word, "")}
    every |= {span for word in listed if len(word) < 5 for span in expected(text, word, f"[{SPACES}]{{1,8}}")}
    outermost = {(a, b) for a, b in every if not any((c, d) != (a, b) and c <= a and b <= d for c, d in every)}
    assert [(hit.start, hit.end) for hit in hits] == sorted(outermost)


def test_every_word_is_found_in_a_text_of_nothing_but_gaps() -> None:
    found = matcher(*(Entry("keyword", "赌" * size, variants=APART) for size in range(2, 12)))
    assert len(found.find("赌* " * 8000).keywords) == sum(8000 - size + 1 for size in range(2, 12))
