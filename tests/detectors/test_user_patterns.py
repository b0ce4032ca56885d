"""Patterns of the user: what a file may say, what is refused, and that a slow one cannot hold up a scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from govredact.context.scan import Settings
from govredact.detectors import Detector, all_detectors, user_patterns
from govredact.engine.detect import detect
from govredact.engine.plan import Plan
from govredact.errors import PatternError, PluginError
from govredact.lexicon import Matcher, shipped
from govredact.models import Candidate, Passage

if TYPE_CHECKING:
    from pathlib import Path

STAFF = """
[[pattern]]
name = "staff_no"
pattern = "工号[:：]?(?P<value>GH[0-9]{6})"
severity = "medium"
found = ["工号：GH123456", {text = "GH000001，工号GH123456", value = "GH123456"}]
clean = ["工号待定", "GH123456"]
"""


@pytest.fixture
def load(tmp_path: Path):
    def write_and_load(text: str) -> list[Detector]:
        path = tmp_path / "patterns.toml"
        path.write_text(text, encoding="utf-8")
        return user_patterns.load(str(path))

    return write_and_load


def scan(detectors: list[Detector], text: str) -> list[tuple[str, Candidate]]:
    plan = Plan(detectors, Matcher.build(shipped("labels")), Settings(2026))
    seen, found = detect(plan, Passage(text))
    return [(text[slice(*seen.normalized.span(c.start, c.end))], c) for c in found]


def test_the_group_value_is_what_is_found(load) -> None:
    ((value, candidate),) = scan(load(STAFF), "经办人工号：GH654321。")
    assert value == "GH654321"
    assert (candidate.entity, candidate.severity, candidate.detector) == ("KEYWORD", "medium", "user:staff_no")
    assert candidate.reasons == ("pattern:staff_no",)


def test_full_width_text_is_read_as_normalised(load) -> None:
    assert [value for value, _ in scan(load(STAFF), "工号：ＧＨ６５４３２１")] == ["ＧＨ６５４３２１"]


def test_a_validator_decides_which_matches_count(load) -> None:
    detectors = load('[[pattern]]\nname = "card"\npattern = "[0-9 ]{16,23}"\nvalidator = "luhn"\nentity = "BANK_CARD"\n')
    assert [(v, c.entity) for v, c in scan(detectors, "甲6222 0212 3456 7890 128乙6222021234567890127")] == [
        ("6222 0212 3456 7890 128", "BANK_CARD")
    ]


def test_an_allowed_pattern_blocks_other_candidates(load) -> None:
    text = '[[pattern]]\nname = "hotel"\npattern = "13812345678"\nentity = "PUBLIC_PHONE"\n'
    found = scan([*all_detectors(), *load(text)], "前台13812345678，经理13912345678")
    assert [(v, c.entity) for v, c in found] == [("13812345678", "PUBLIC_PHONE"), ("13912345678", "CN_MOBILE")]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("[[pattern]]\npattern = 'a'\n", "needs a name"),
        ("[[pattern]]\nname = '工号'\npattern = 'a'\n", "needs a name"),
        ("[[pattern]]\nname = 'a'\n", "'pattern' is missing"),
        ("[[pattern]]\nname = 'a'\npattern = '('\n", "does not compile"),
        ("[[pattern]]\nname = 'a'\npattern = 'b*'\n", "matches the empty text"),
        ("[[pattern]]\nname = 'a'\npattern = 'b'\nvalidator = 'luhm'\n", "did you mean 'luhn'"),
        ("[[pattern]]\nname = 'a'\npattern = 'b'\nentity = 'BANK_CART'\n", "did you mean 'BANK_CARD'"),
        ("[[pattern]]\nname = 'a'\npattern = 'b'\naction = 'hide'\n", "unknown action"),
        ("[[pattern]]\nname = 'a'\npattern = 'b'\nservity = 'low'\n", "did you mean 'severity'"),
        ("[[pattern]]\nname = 'a'\npattern = 'b'\nfound = ['c']\n", "does not find its example 1 of 'found'"),
        ("[[pattern]]\nname = 'a'\npattern = 'b'\nfound = [{text = 'b', value = 'c'}]\n", "does not find its example 1"),
        ("[[pattern]]\nname = 'a'\npattern = 'b'\nfound = 'b'\n", "'found' is a list"),
        ("[[pattern]]\nname = 'a'\npattern = 'b'\nclean = ['c', 'b']\n", "finds something in example 2 of 'clean'"),
        ("[[pattern]]\nname = 'a'\npattern = 'b'\nclean = 'c'\n", "'clean' is a list"),
        ("[[pattern]]\nname = 'a'\npattern = 'b'\n[[pattern]]\nname = 'a'\npattern = 'c'\n", "used twice"),
        ("[pattern]\nname = 'a'\n", "[[pattern]] tables only"),
        ("patterns = []\n", "[[pattern]] tables only"),
        ("[[pattern]\n", "not valid TOML"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused_with_its_name(text: str, part: str, load) -> None:
    with pytest.raises(PatternError, match=r"patterns\.toml") as caught:
        load(text)
    assert part in caught.value.message
    assert {"kind", "path", "pattern"} <= set(caught.value.params)


def test_a_missing_file_is_a_pattern_error(tmp_path: Path) -> None:
    with pytest.raises(PatternError, match="cannot read"):
        user_patterns.load(str(tmp_path / "none.toml"))


def test_a_pattern_that_takes_too_long_is_named_and_stopped(load, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(user_patterns, "SECONDS", 0.05)
    detectors = load("[[pattern]]\nname = 'slow'\npattern = '(?:a|aa)+$'\n")
    with pytest.raises(PluginError, match="'slow'") as caught:
        scan(detectors, "a" * 200 + "b")
    assert "aaa" not in caught.value.message


def test_a_pattern_that_is_slow_on_its_own_example_does_not_load(load, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(user_patterns, "SECONDS", 0.05)
    with pytest.raises(PatternError, match="too long"):
        load(f"[[pattern]]\nname = 'slow'\npattern = '(?:a|aa)+$'\nclean = ['{'a' * 200}b']\n")
