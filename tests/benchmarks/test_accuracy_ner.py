"""Strict scoring of sets with spans, on findings made by hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from benchmarks.accuracy import __main__ as command
from benchmarks.accuracy import ner
from benchmarks.accuracy.scoring import Found

if TYPE_CHECKING:
    from pathlib import Path

LINE = ner.Line("张大山说，约翰逊和李四来了。", ((0, 3), (5, 8), (9, 11)))


def found(start: int, end: int, score: float = 0.9, action: str = "review") -> Found:
    return Found(start, end, "PERSON", "private", action, score)


def test_a_name_counts_only_with_exactly_its_span() -> None:
    tally = ner.score([LINE], {0: [found(0, 3), found(9, 12)]}, "PERSON").tally
    assert (tally.gold, tally.found, tally.right, tally.covered) == (2, 2, 1, 2)


def test_transliterated_names_are_neutral() -> None:
    assert ner.score([LINE], {0: [found(5, 7)]}, "PERSON").tally.found == 0


def test_confident_and_uncertain_findings_are_counted_apart() -> None:
    findings = {0: [found(0, 3, 0.9), found(9, 11, 0.4)]}
    assert ner.score([LINE], findings, "PERSON", 0.6).tally.right == 1
    assert ner.score([LINE], findings, "PERSON", 0.0, 0.6).tally.right == 1


def test_officials_count_as_names_and_allowed_addresses_do_not_count_as_homes() -> None:
    official = found(0, 3, action="allow")._replace(entity="PUBLIC_OFFICIAL")
    assert ner.score([LINE], {0: [official]}, "PERSON").tally.right == 1
    home = found(0, 3, action="allow")._replace(entity="HOME_ADDRESS")
    assert ner.score([LINE], {0: [home]}, "HOME_ADDRESS").tally.found == 0


def test_all_digits_of_an_address_must_be_covered() -> None:
    line = ner.Line("住人民路28号3室", ((1, 9),))
    inside = ner.score([line], {0: [found(1, 8)._replace(entity="HOME_ADDRESS")]}, "HOME_ADDRESS").tally
    assert (inside.numbers, inside.covered, inside.characters) == (1, 0, 7)
    assert ner.score([line], {0: [found(1, 6)._replace(entity="HOME_ADDRESS")]}, "HOME_ADDRESS").tally.numbers == 0


def test_split_takes_every_nth_line() -> None:
    assert ner.every(list(range(10)), "2/3") == [1, 4, 7]
    with pytest.raises(ValueError, match="K/N"):
        ner.every([], "4/3")


def test_the_command_reads_a_folder_of_sets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {"text": "电话13800138000", "spans": [[0, 2]], "labelled": True}
    for name in ("person-a.jsonl", "address-b.jsonl"):
        (tmp_path / name).write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert command.main(["--data", str(tmp_path), "--entity", "HOME_ADDRESS"]) == 0
    printed = capsys.readouterr().out
    assert "address-b.jsonl labelled" in printed
    assert "person-a" not in printed


def test_clean_texts_are_counted_for_one_entity(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("本规定自发布之日起施行。", encoding="utf-8")
    assert command.main(["--clean", str(tmp_path), "--entity", "PERSON"]) == 0
    assert "| clean texts | together | 0 | 0 |" in capsys.readouterr().out
