"""Keyword hits become candidates as their list says, and segmentation has the last word where the list asks for it."""

from __future__ import annotations

import pytest

from govredact.context.scan import Settings
from govredact.detectors import keyword
from govredact.engine.detect import detect
from govredact.engine.plan import Plan
from govredact.lexicon import Matcher, loads
from govredact.models import Candidate, Passage

LIST = """# name: office
# kind: keyword
word\tboundary\taction\tseverity\tcategory\tentity
内部事项\tnone\tblock\tcritical\tsecrecy\t
口交\tword\t\t\t\t
旧地名\tnone\tnote\tlow\tquality\tTYPO
"""


def candidates(text: str, words: set[str]) -> list[tuple[str, Candidate]]:
    def is_word(text: str, start: int, end: int) -> bool:
        return text[start:end] in words

    plan = Plan([keyword.DETECTOR], Matcher.build([loads(LIST, "office")]), Settings(2026, "2026-11-22", is_word))
    scan, found = detect(plan, Passage(text))
    return [(scan.text[c.start : c.end], c) for c in found]


def test_a_hit_carries_what_its_entry_says() -> None:
    ((value, candidate),) = candidates("此为内部事项。", set())
    assert value == "内部事项"
    assert (candidate.entity, candidate.action, candidate.severity, candidate.category) == ("KEYWORD", "block", "critical", "secrecy")
    assert candidate.reasons == ("lexicon:office",)


def test_an_entry_may_name_its_own_entity() -> None:
    assert [c.entity for _, c in candidates("原旧地名", set())] == ["TYPO"]


@pytest.mark.parametrize(("words", "count"), [({"口交"}, 1), (set(), 0)])
def test_segmentation_confirms_where_the_boundary_is_word(words: set[str], count: int) -> None:
    assert len(candidates("路口交通拥堵", words)) == count


def test_without_a_tokenizer_the_hit_counts() -> None:
    plan = Plan([keyword.DETECTOR], Matcher.build([loads(LIST, "office")]), Settings(2026))
    assert len(detect(plan, Passage("路口交通"))[1]) == 1
