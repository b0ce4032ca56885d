"""Keyword hits become candidates as their list says, and segmentation has the last word where the list asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import govredact
from govredact.context.scan import Settings
from govredact.detectors import keyword
from govredact.engine.detect import detect
from govredact.engine.plan import Plan
from govredact.entities import gate
from govredact.errors import BlockedDocumentError
from govredact.lexicon import Matcher, loads
from govredact.models import Candidate, Passage

if TYPE_CHECKING:
    from pathlib import Path

LIST = """# name: office
# kind: keyword
word\tboundary\taction\tseverity\tcategory\tentity
内部事项\tnone\tblock\tcritical\tsecrecy\t
口交\tword\t\t\t\t
旧地名\tnone\tnote\tlow\tquality\tADVERTISEMENT
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
    assert [c.entity for _, c in candidates("原旧地名", set())] == ["ADVERTISEMENT"]


@pytest.mark.parametrize(("words", "count"), [({"口交"}, 1), (set(), 0)])
def test_segmentation_confirms_where_the_boundary_is_word(words: set[str], count: int) -> None:
    assert len(candidates("路口交通拥堵", words)) == count


def test_without_a_tokenizer_the_hit_counts() -> None:
    plan = Plan([keyword.DETECTOR], Matcher.build([loads(LIST, "office")]), Settings(2026))
    assert len(detect(plan, Passage("路口交通"))[1]) == 1


LAWFUL = [
    "民警提醒家长，警惕兼职刷单诈骗，不点陌生链接。",
    "警方打掉一个网络赌博平台，抓获犯罪嫌疑人12名。",
    "严厉打击代开发票等违法行为。",
]


@pytest.mark.parametrize("text", LAWFUL)
def test_a_warning_is_not_drowned_by_the_shipped_lists(text: str) -> None:
    found = [finding for finding in govredact.Engine().scan_text(text) if finding.entity == "KEYWORD"]
    assert {finding.action for finding in found} <= {"note"}
    assert "warning_text" in found[0].reasons


def test_an_advertisement_still_goes_to_review() -> None:
    found = [finding.action for finding in govredact.Engine().scan_text("专业代开发票，兼职刷单日结，网上赌场首存送彩金。")]
    assert set(found) == {"review"}


GATES = """# entity: KEYWORD
word\tcategory\tseverity\taction\tsuggestion
甲类事项\tsecrecy\tcritical\tblock\t不得发布
乙类称谓\tsensitive\thigh\treview\t请政工部门核对
丙类用语\tquality\tlow\tnote\t改用规范名称
丁类号码\tprivate\tmedium\tmask\t遮盖
戊类电话\tpublic\tlow\tallow\t
"""


def test_the_columns_of_a_users_list_decide_action_severity_gate_and_suggestion(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text(GATES, encoding="utf-8")
    engine = govredact.Engine(lexicons=[str(own)])
    report = engine.scan_file("甲类事项、乙类称谓、丙类用语、丁类号码、戊类电话。警方提醒。".encode(), "x.txt")
    rows = [(f.value, f.category, f.severity, f.action, f.suggestion, gate(f.entity, f.category)) for f in report.findings]
    assert rows == [
        ("甲类事项", "secrecy", "critical", "block", "不得发布", "保密关"),
        ("乙类称谓", "sensitive", "high", "review", "请政工部门核对", "政治关"),
        ("丙类用语", "quality", "low", "note", "改用规范名称", "文字关"),
        ("丁类号码", "private", "medium", "mask", "遮盖", "保密关"),
    ]
    assert [(f.value, f.action) for f in report.filtered] == [("戊类电话", "allow")]
    assert "*" in engine.mask_text("丁类号码").text
    with pytest.raises(BlockedDocumentError):
        engine.mask_text("甲类事项")


def test_a_users_list_may_speak_of_any_entity_of_the_five_gates(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    rows = "甲\tCLASSIFICATION_MARK\n乙乙\tDRAFT_MARK\n丙丙\tPAGE_HIJACK\n丁丁\tBAD_LINK\n戊戊\tTYPO\n".replace("甲\t", "甲甲\t")
    own.write_text(f"word\tentity\n{rows}", encoding="utf-8")
    report = govredact.Engine(lexicons=[str(own)]).scan_file("甲甲，乙乙，丙丙，丁丁，戊戊。".encode(), "x.txt")
    assert [gate(f.entity, f.category) for f in report.findings] == ["保密关", "政策关", "政治关", "法律关", "文字关"]
    assert [f.action for f in report.findings] == ["block", "review", "review", "review", "note"]
