"""verify, list, config, lexicon, baseline, demo, completion, and the program's own pages."""

import json

import pytest

from govredact.entities import ENTITIES
from govredact.policy import BUILTIN_NAMES

ID = "110101199003074258"
MOBILE = "13800138000"


def test_verify_names_places_and_no_values(run, leak, tmp_path):
    (tmp_path / "half.txt").write_text(leak.read_text("utf-8").replace(MOBILE, "138****8000"), "utf-8")
    outcome = run("verify", leak, "half.txt")
    assert outcome.code == 4
    assert "2:6" in outcome.out
    assert ID not in outcome.out
    verdict = run("verify", leak, "half.txt", "--format", "json")
    assert verdict.code == 4
    assert verdict.report["verified"] is False
    assert verdict.report["residues"][0]["line"] == 2


def test_verify_names_the_file_that_cannot_be_read(run, leak):
    outcome = run("verify", leak, f"王某某{MOBILE}.txt", "--lang", "en")
    assert (outcome.code, outcome.err) == (3, "govredact: 王某某138＊＊＊＊8000.txt: no such file or folder\n")


def test_verify_of_a_copy_that_cannot_be_read_proves_nothing(run, tmp_path):
    from PIL import Image

    Image.new("L", (200, 200)).save(tmp_path / "scan.pdf")
    outcome = run("verify", "scan.pdf", "scan.pdf")
    assert (outcome.code, "page 1" in outcome.out) == (3, True)
    verdict = run("verify", "scan.pdf", "scan.pdf", "--format", "json")
    assert verdict.report["verified"] is False
    assert verdict.report["unread"] == [{"place": "page 1", "reason": "no_text"}]


def test_verify_of_a_missing_file_gives_3(run, leak):
    outcome = run("verify", leak, "没有.txt")
    assert outcome.code == 3
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("what", ["entities", "detectors", "lexicons", "policies", "formats"])
def test_list_in_words_and_as_json(run, what):
    assert run("list", what).code == 0
    rows = run("list", what, "--format", "json").report
    assert len(rows) > 3
    if what == "entities":
        assert [row["entity"] for row in rows] == list(ENTITIES)
    if what == "policies":
        assert [row["policy"] for row in rows] == list(BUILTIN_NAMES)


def test_list_of_something_else_gives_2_with_the_choices(run):
    outcome = run("list", "entitys")
    assert outcome.code == 2
    assert "entities" in outcome.err


def test_config_show_says_where_settings_come_from(run, tmp_path):
    (tmp_path / "govredact.toml").write_text('fail_on = "high"\n', "utf-8")
    rows = {row["key"]: row for row in run("config", "show", "--strict-coverage", "--format", "json").report}
    assert rows["fail_on"]["value"] == '"high"'
    assert "govredact.toml" in rows["fail_on"]["origin"]
    assert rows["strict_coverage"]["value"] == "true"
    assert "fail_on" in run("config", "show").out


def test_lexicon_check(run, tmp_path):
    (tmp_path / "good.tsv").write_text("# name: 好\n# kind: keyword\n赌博网站\n", "utf-8")
    (tmp_path / "bad.tsv").write_text("# name: 坏\n# kind: keyword\n# severity: awful\n赌\n", "utf-8")
    assert run("lexicon", "check", "good.tsv").code == 0
    outcome = run("lexicon", "check", "good.tsv", "bad.tsv")
    assert outcome.code == 2
    assert "bad.tsv:3" in outcome.out


def test_baseline_hides_what_is_known_and_audits_what_changed(run, leak, tmp_path):
    assert run("baseline", "create", ".").code == 0
    text = (tmp_path / ".govredact-baseline.json").read_text("utf-8")
    assert ID not in text
    assert run("scan", ".", "--baseline", ".govredact-baseline.json").code == 0
    assert run("baseline", "audit").code == 0
    assert run("baseline", "create").code == 2, "an existing baseline is not replaced"

    leak.write_text(leak.read_text("utf-8").replace(f"联系电话：{MOBILE}\n", "银行账号：6222020200112233446\n"), "utf-8")
    assert run("scan", ".", "--baseline", ".govredact-baseline.json").code == 1
    audit = run("baseline", "audit")
    assert audit.code == 1
    assert "已消失" in audit.out
    assert run("baseline", "update").code == 0
    assert run("baseline", "audit").code == 0
    assert run("scan", ".", "--baseline", ".govredact-baseline.json").code == 0


def test_baseline_made_with_a_key_needs_the_key(run, leak, monkeypatch):
    monkeypatch.setenv("GOVREDACT_KEY", "office key")
    assert run("baseline", "create", "--baseline", "b.json").code == 0
    assert run("scan", ".", "--baseline", "b.json").code == 0
    monkeypatch.delenv("GOVREDACT_KEY")
    outcome = run("scan", ".", "--baseline", "b.json")
    assert outcome.code == 2
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_demo_shows_before_and_after_and_writes_nothing(run, tmp_path, lang):
    outcome = run("demo", "--lang", lang)
    assert outcome.code == 0
    assert outcome.out.count(ID) == 1
    assert outcome.out.count("0572-12345678") == 2, "the office's telephone stays"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_is_printed(run, shell):
    outcome = run("completion", shell)
    assert outcome.code == 0
    assert "govredact" in outcome.out


def test_version_help_and_no_command(run):
    from govredact import __version__

    assert run("--version").out == f"govredact {__version__}\n"
    assert run("--help").code == 0
    assert "scan" in run("--help").out
    nothing = run()
    assert (nothing.code, nothing.out) == (2, "")
    assert "scan" in nothing.err
    assert "用法" in run("scan", "--help").out
    assert "Usage" in run("--lang", "en", "scan", "--help").out


def test_reports_are_the_same_twice(run, leak):
    first = run("scan", ".", "--format", "json", "--as-of", "2026-01-01").out
    assert first == run("scan", ".", "--format", "json", "--as-of", "2026-01-01").out
    assert json.loads(first)["as_of"] == "2026-01-01"
