"""The scoring rules, the floors and the command, on findings made by hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from benchmarks.accuracy import __main__ as command
from benchmarks.accuracy import floors
from benchmarks.accuracy.scoring import Found, Score, score, stopped

if TYPE_CHECKING:
    from pathlib import Path

ID = {"start": 5, "end": 23, "type": "ID_CARD", "action": "mask"}
LEAKING = {"id": 1, "tags": ["id18"], "text": "身份证号：" + "1" * 18 + "，完", "gold": [ID], "tolerated": []}
CLEAN = {"id": 2, "tags": ["neg_order"], "text": "订单号：" + "2" * 18, "gold": [], "tolerated": []}


def found(start: int, end: int, entity: str = "CN_RESIDENT_ID", category: str = "private", action: str = "mask") -> Found:
    return Found(start, end, entity, category, action)


def test_half_of_the_value_is_enough_and_less_is_not() -> None:
    assert score([LEAKING], {1: [found(5, 14)]}).recall == 1
    assert score([LEAKING], {1: [found(5, 13)]}).recall == 0


def test_an_entity_outside_the_group_is_a_miss_and_a_false_finding() -> None:
    result = score([LEAKING], {1: [found(5, 23, "BANK_CARD")]})
    assert (result.recall, result.false) == (0, 1)


def test_public_findings_do_not_count() -> None:
    result = score([CLEAN], {2: [found(4, 22, "CN_USCC", "public", "allow")]})
    assert (result.false, result.flagged, result.clean) == (0, 0, 1)


def test_a_false_finding_flags_a_clean_text() -> None:
    result = score([CLEAN], {2: [found(4, 22)]})
    assert (result.false, result.flagged, result.precision) == (1, 1, 0)


def test_tolerated_spans_are_neutral() -> None:
    case = {**CLEAN, "tolerated": [{"start": 4, "end": 22, "type": "USCC"}]}
    result = score([case], {2: [found(4, 22)]})
    assert (result.false, result.flagged) == (0, 0)


def test_with_types_gold_of_other_types_is_neutral_and_other_entities_are_not_false() -> None:
    result = score([LEAKING, CLEAN], {1: [found(5, 23)], 2: [found(4, 22, "PERSON", action="review")]}, ["MOBILE"])
    assert (result.false, result.right, sum(result.total.values())) == (0, 1, 0)


def test_minor_data_counts_once_a_case_wherever_it_sits() -> None:
    case = {**LEAKING, "gold": [{"start": 0, "end": 2, "type": "MINOR_DATA"}]}
    assert score([case], {1: [found(20, 22, "MINOR_DATA", "sensitive", "review")]}).recall == 1


def test_the_action_is_compared_where_the_gold_names_one() -> None:
    assert score([LEAKING], {1: [found(5, 23)]}).agreed["ID_CARD"] == 1
    assert score([LEAKING], {1: [found(5, 23, action="review")]}).agreed["ID_CARD"] == 0


def test_stopped_looks_at_every_category() -> None:
    assert stopped([found(0, 2, "CLASSIFICATION_MARK", "secrecy", "block"), found(0, 2, "PERSON", action="review")])[0].action == "block"


def figures(recall: float) -> dict[str, float]:
    return {"structured recall": recall}


CORPUS = {"seed": 1, "cases": 2, "digest": "x"}


def test_floors_rise_and_are_never_lowered(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert floors.raise_floors(floors.load(path), CORPUS, figures(0.9), path) == []
    assert floors.raise_floors(floors.load(path), CORPUS, figures(0.8), path) == ["structured recall: 0.800 is below the floor 0.900"]
    assert floors.load(path)["floors"] == figures(0.9)
    assert floors.raise_floors(floors.load(path), CORPUS, figures(0.95), path) == []
    assert floors.load(path)["floors"] == figures(0.95)


def test_check_reports_shortfalls_lost_figures_and_another_corpus() -> None:
    stored = {"corpus": CORPUS, "floors": figures(0.9)}
    assert floors.check(stored, CORPUS, figures(0.9)) == []
    assert floors.check(stored, CORPUS, figures(0.5)) == ["structured recall: 0.500 is below the floor 0.900"]
    assert floors.check(stored, CORPUS, {}) == ["structured recall: 0.000 is below the floor 0.900"]
    assert "corpus is not the one" in floors.check(stored, {**CORPUS, "digest": "y"}, figures(1.0))[0]


def test_figures_are_rounded_down_so_that_a_floor_is_never_above_its_measurement() -> None:
    from collections import Counter

    result = Score(Counter(ID_CARD=2), Counter(ID_CARD=3), Counter(), 2, 0, 0, 0, [], [])
    assert floors.measured(result, 3, 1) == {
        "structured recall": 0.666,
        "structured precision": 1.0,
        "negatives without mask or block": 0.666,
        "recall ID_CARD": 0.666,
    }


@pytest.fixture
def scanner(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[Found]]:
    """Replaces the engine: findings by text."""
    table: dict[str, list[Found]] = {}

    def scan(texts: dict[int, str], name_model: str) -> dict[int, list[Found]]:
        assert name_model == "none"
        return {key: table.get(text, []) for key, text in texts.items()}

    monkeypatch.setattr(command.runner, "scan_with_engine", scan)
    return table


def test_the_command_scores_a_set(tmp_path: Path, scanner: dict[str, list[Found]], capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(json.dumps(LEAKING) + "\n" + json.dumps(CLEAN) + "\n", encoding="utf-8")
    scanner[LEAKING["text"]] = [found(5, 23)]
    scanner[CLEAN["text"]] = [found(4, 22)]
    assert command.main(["--data", str(path), "--by-tag", "--verbose"]) == 0
    printed = capsys.readouterr().out
    assert "structured: recall 1.000 (1/1), precision 0.500 (1 false)" in printed
    assert "clean texts with a mask or block finding: 1/1" in printed
    assert "FALSE CN_RESIDENT_ID" in printed


def test_negatives_and_clean_folders_fail_on_mask_and_block_only(tmp_path: Path, scanner: dict[str, list[Found]]) -> None:
    table = tmp_path / "negatives.tsv"
    table.write_text("# genre\tkind\ttext\tlike\n公文\t文号\t甲\tnumber\n公文\t文号\t乙\tnumber\n", encoding="utf-8")
    (tmp_path / "clean").mkdir()
    (tmp_path / "clean" / "a.txt").write_text("甲", encoding="utf-8")
    scanner["甲"] = [found(0, 1, "KEYWORD", "sensitive", "review")]
    assert command.main(["--negatives", str(table)]) == 0
    assert command.main(["--clean", str(tmp_path / "clean")]) == 0
    scanner["甲"] = [found(0, 1, "KEYWORD", "secrecy", "block")]
    assert command.main(["--negatives", str(table), "--verbose"]) == 1
    assert command.main(["--clean", str(tmp_path / "clean")]) == 1


def test_check_gives_one_where_nothing_is_found(scanner: dict[str, list[Found]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(floors, "load", lambda: {"corpus": {}, "floors": figures(0.5)})
    assert command.main(["--scale", "0.01", "--check"]) == 1


def test_the_corpus_can_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--scale", "0.01", "--write", str(tmp_path / "corpus.jsonl")]) == 0
    first = json.loads((tmp_path / "corpus.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert set(first) == {"id", "tags", "text", "gold", "tolerated"}
