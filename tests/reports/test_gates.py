"""Findings say which gate of review they belong to, and which inspection indicator they endanger."""

from __future__ import annotations

import csv
import io
import json

import pytest

from govredact.cli import main
from govredact.entities import ENTITIES, GATES, gate, indicator

TEXT = "机密★1年\n联系人电话：13800138000\n青山县供水管理办法（送审稿）\n"


@pytest.fixture
def printed(tmp_path, monkeypatch, capsys):
    def run(*options):
        (tmp_path / "x.txt").write_text(TEXT, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        main(["scan", "x.txt", *options])
        return capsys.readouterr().out

    return run


def test_every_entity_belongs_to_one_of_the_five_gates():
    assert {row.gate for row in ENTITIES.values()} == set(GATES)
    assert gate("MY_OWN_NUMBER") == ""


def test_a_small_typing_error_endangers_no_indicator():
    assert [indicator("TYPO", severity) for severity in ("low", "medium")] == ["", "serious_error"]


def test_json_names_gate_and_indicator_and_counts_by_gate(printed):
    report = json.loads(printed("--format", "json"))
    rows = {finding["entity"]: (finding["gate"], finding.get("indicator")) for finding in report["files"][0]["findings"]}
    assert rows["CLASSIFICATION_MARK"] == ("保密关", "leaked_secret")
    assert rows["DRAFT_MARK"] == ("政策关", None)
    assert report["summary"]["by_gate"] == {"政策关": 1, "保密关": 2}


def test_csv_has_the_columns(printed):
    rows = list(csv.DictReader(io.StringIO(printed("--format", "csv").lstrip("\ufeff"))))
    assert {(row["entity"], row["gate"], row["indicator"]) for row in rows} >= {
        ("CLASSIFICATION_MARK", "保密关", "leaked_secret"),
        ("CN_MOBILE", "保密关", ""),
    }


def test_explain_says_gate_and_indicator_in_both_languages(printed):
    zh, en = printed("--explain", "--lang", "zh"), printed("--explain", "--lang", "en")
    assert "把关：政策关" in zh
    assert "检查指标（单项否决）：泄露国家秘密" in zh
    assert "inspection indicator (veto): leaked secrets" in en


def test_the_entity_list_shows_the_gate(capsys):
    main(["list", "entities", "--format", "json"])
    rows = json.loads(capsys.readouterr().out)
    assert {row["entity"]: row["gate"] for row in rows}["DRAFT_MARK"] == "政策关"


def test_a_blocked_document_is_not_masked(tmp_path, monkeypatch):
    (tmp_path / "x.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["mask", "x.txt", "-o", "out.txt"]) == 4
    assert not (tmp_path / "out.txt").exists()
