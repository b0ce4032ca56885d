"""The inputs and yardsticks of the speed benchmark: reproducible, of the stated kind, and right. Times are never asserted."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest

from benchmarks.speed import __main__ as command
from benchmarks.speed import clock, keywords, prose, result, tables, yardsticks
from benchmarks.speed.words import Vocabulary, characters, of_dictionary, vocabulary

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return vocabulary()


@pytest.fixture(scope="module")
def text(words: Vocabulary) -> str:
    return prose.generate(1, words)


def test_prose_uses_thousands_of_characters(text: str) -> None:
    assert len(characters()) == 3755
    assert len({char for char in text if "\u4e00" <= char <= "\u9fff"}) > 3000


def test_words_of_the_dictionary_are_words() -> None:
    natural = of_dictionary(5_000)
    assert len(set(natural.words)) == 5_000
    assert {"的", "工作", "社会"} <= set(natural.words[:300])
    assert natural == of_dictionary(5_000)


def test_prose_has_the_digits_of_published_rules(text: str) -> None:
    assert 0.02 < sum(char.isdigit() for char in text) / len(text) < 0.045
    assert 8 < 1000 * len(re.findall(r"\d+", text)) / len(text) < 16


def test_prose_and_table_are_the_same_for_the_same_seed(words: Vocabulary) -> None:
    assert prose.generate(0.02, words) == prose.generate(0.02, vocabulary())
    assert prose.generate(0.02, words) != prose.generate(0.02, words, seed=2)
    assert tables.generate(0.02) == tables.generate(0.02)


def test_the_lexicon_hits_the_prose_at_the_stated_rate(words: Vocabulary, text: str) -> None:
    entries = keywords.entries(words)
    assert len(entries) == len(set(entries)) == 10_000
    hits = yardsticks.LatinAutomaton(entries).count(yardsticks.latin(text))
    assert 0.1 <= hits / (len(text.encode()) / 1000) <= 1


def test_the_latin_automaton_finds_what_stands_in_the_text() -> None:
    automaton = yardsticks.LatinAutomaton(["公示", "示期"])
    assert automaton.count(yardsticks.latin("公示期间公示")) == 3


def test_the_combined_pattern_finds_every_number_of_a_table() -> None:
    text = tables.generate(0.05)
    rows = text.count("\n") - 1
    spans = yardsticks.CombinedPatterns(tuple(yardsticks.NINE)).find(text)
    assert len(spans) == 4 * rows
    assert {kind for *_, kind in spans} == set(yardsticks.IN_TABLE)
    assert spans == yardsticks.CombinedPatterns(yardsticks.IN_TABLE).find(text)


def test_the_combined_pattern_validates() -> None:
    find = yardsticks.CombinedPatterns(tuple(yardsticks.NINE)).find
    assert find("330106199003072415") == [(0, 18, "CN_RESIDENT_ID")]
    assert find("330106199003072414") == []
    assert find("91330106MA27XYKU2") == []


def test_a_child_is_measured() -> None:
    child = clock.run_child([sys.executable, "-c", "raise SystemExit(3)"])
    assert child.code == 3
    assert child.seconds > 0
    assert child.peak > 1_000_000


def test_the_peak_of_a_child_does_not_count_what_its_starter_holds() -> None:
    ballast = b"x" * 150_000_000
    assert clock.run_child([sys.executable, "-c", "pass"]).peak < 60_000_000 < len(ballast)


def test_a_child_that_fails_is_not_taken_for_a_fast_one() -> None:
    with pytest.raises(RuntimeError, match="broken ended with 3"):
        clock.child_medians({"broken": [sys.executable, "-c", "raise SystemExit(3)"]}, 1)


def test_medians_run_every_contender_once_a_round_and_once_before() -> None:
    calls: list[str] = []
    times = clock.medians({"a": lambda: calls.append("a"), "b": lambda: calls.append("b")}, rounds=3)
    assert calls == ["a", "b"] * 4
    assert set(times) == {"a", "b"}


def test_a_table_says_what_was_reached() -> None:
    rows = (result.at_least("x", "1 MB/s", 0.4, 0.5), result.at_most("y", "2 ms", 3, 5), result.Row("z", "-"))
    page = result.markdown(result.Section("Title", "command", ("note",), rows))
    assert "| x | 1 MB/s | 0.40 | ≥ 0.5 | **no** |" in page
    assert "| y | 2 ms | 3.00 | ≤ 5 | yes |" in page
    assert "`command`" in page


def test_an_unknown_part_is_refused() -> None:
    with pytest.raises(SystemExit, match="unknown part nothing"):
        command.main(["--only", "nothing"])


def test_the_page_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(command, "_measure", lambda part, _options: result.Section(part, f"run {part}", (), ()))
    assert command.main(["--only", "worst,startup", "--markdown", str(tmp_path / "page.md")]) == 0
    page = (tmp_path / "page.md").read_text(encoding="utf-8")
    assert "`run worst`" in page
    assert "`run startup`" in page
    assert "run worst" in capsys.readouterr().out
