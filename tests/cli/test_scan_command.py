"""``govredact scan``: what is read, what is reported, and the exit code of the contract."""

import csv
import io
import json

import jsonschema
import pytest

from govredact.reports import FORMATS

ID = "110101199003074258"
MOBILE = "13800138000"


def test_clean_file_gives_0(run, clean):
    outcome = run("scan", clean)
    assert outcome.code == 0
    assert "未发现问题。" in outcome.out
    assert outcome.err == ""


def test_findings_give_1_and_show_no_value(run, leak):
    outcome = run("scan", leak)
    assert outcome.code == 1
    assert "居民身份证号" in outcome.out
    assert "2:6" in outcome.out
    assert ID not in outcome.out
    assert MOBILE not in outcome.out


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_shows_a_value_unless_asked(run, leak, name):
    assert ID not in run("scan", leak, "--format", name).out
    assert ID in run("scan", leak, "--format", name, "--show-values").out


def test_json_report_fits_the_schema_and_the_file(run, leak):
    from importlib import resources

    schema = json.loads((resources.files("govredact.reports") / "schema" / "report-1.0.schema.json").read_text("utf-8"))
    outcome = run("scan", leak, "--format", "json", "--show-values", "--all", "--risk", "--as-of", "2026-11-21")
    jsonschema.validate(outcome.report, schema)
    text = leak.read_text("utf-8")
    for finding in outcome.report["files"][0]["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["value"]
    assert outcome.report["as_of"] == "2026-11-21"
    assert outcome.report["policy"]["name"] == "gov-website"


@pytest.mark.parametrize(("level", "code"), [("low", 1), ("high", 1), ("critical", 0), ("never", 0)])
def test_fail_on_decides_between_0_and_1(run, leak, level, code):
    assert run("scan", leak, "--fail-on", level).code == code


def test_fail_on_never_does_not_hide_what_was_not_read(run, leak, tmp_path):
    assert run("scan", leak, tmp_path / "missing.txt", "--fail-on", "never").code == 3


def test_fail_on_of_the_settings_file_counts(run, leak, tmp_path):
    (tmp_path / "govredact.toml").write_text('fail_on = "critical"\n', "utf-8")
    assert run("scan", leak).code == 0
    assert run("scan", leak, "--fail-on", "medium").code == 1


def test_missing_path_is_not_found_and_the_rest_is_reported(run, leak):
    outcome = run("scan", "没有.txt", leak, "--format", "json")
    assert outcome.code == 3
    missing, found = outcome.report["files"]
    assert (missing["status"], missing["error"]["code"]) == ("unreadable", "not_found")
    assert found["status"] == "scanned"
    assert len(found["findings"]) >= 2


def test_value_in_the_name_of_a_missing_file_is_masked(run):
    outcome = run("scan", f"{ID}/{MOBILE}.txt")
    assert outcome.code == 3
    assert ID not in outcome.out + outcome.err
    assert MOBILE not in outcome.out + outcome.err


def test_value_in_a_folder_and_a_file_name_is_found_and_masked(run, tmp_path):
    folder = tmp_path / f"身份证{ID}"
    folder.mkdir()
    (folder / f"联系电话{MOBILE}.txt").write_text("内容\n", "utf-8")
    outcome = run("scan", ".", "--format", "json")
    assert outcome.code == 1
    assert ID not in outcome.out
    assert MOBILE not in outcome.out
    assert [f["location"]["attribute"] for f in outcome.report["files"][0]["findings"]] == ["file_name"]


def test_unknown_binary_gives_3_unless_the_settings_ignore_it(run, tmp_path):
    (tmp_path / "data.bin").write_bytes(bytes(range(256)) * 20)
    outcome = run("scan", ".", "--format", "json")
    assert (outcome.code, outcome.report["files"][0]["status"]) == (3, "unreadable")
    (tmp_path / "govredact.toml").write_text('ignore = ["*.bin", "*.toml"]\n', "utf-8")
    outcome = run("scan", ".", "--format", "json")
    assert outcome.code == 0
    assert [file["error"]["code"] for file in outcome.report["files"]] == ["ignored", "ignored"]


def test_folder_respects_gitignore_hidden_files_and_exclude(run, tmp_path, leak):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("ignored.txt\n", "utf-8")
    for name in ("ignored.txt", ".hidden.txt", "excluded.md"):
        (tmp_path / name).write_text(f"身份证号：{ID}\n", "utf-8")
    outcome = run("scan", ".", "--exclude", "*.md", "--format", "json")
    status = {file["path"]: (file["status"], file["error"] and file["error"]["code"]) for file in outcome.report["files"]}
    assert status["ignored.txt"] == ("skipped", "gitignored")
    assert status[".hidden.txt"] == ("skipped", "hidden")
    assert status["excluded.md"] == ("skipped", "excluded")
    assert status[leak.name] == ("scanned", None)
    assert outcome.report["summary"]["skipped"] == 5
    assert run("scan", "ignored.txt").code == 1, "a named file is always scanned"


def test_standard_input(process):
    outcome = process("scan", "-", "--stdin-filename", "名单.csv", "--format", "json", data=f"姓名,身份证号\n王某,{ID}\n".encode("gb18030"))
    assert outcome.code == 1
    file = json.loads(outcome.out)["files"][0]
    assert (file["path"], file["format"]) == ("名单.csv", "csv")
    assert file["findings"][0]["entity"] == "CN_RESIDENT_ID"


def test_several_outputs_are_written_beside_the_console(run, leak, tmp_path):
    outcome = run("scan", leak, "--output", "json:r.json", "--output", "csv:r.csv")
    assert "居民身份证号" in outcome.out
    assert json.loads((tmp_path / "r.json").read_text("utf-8"))["summary"]["findings"] >= 2
    rows = list(csv.DictReader(io.StringIO((tmp_path / "r.csv").read_bytes().decode("utf-8-sig"))))
    assert {row["entity"] for row in rows} >= {"CN_RESIDENT_ID", "CN_MOBILE"}


def test_report_never_overwrites_an_input(run, leak):
    before = leak.read_bytes()
    outcome = run("scan", leak, "--output", f"json:{leak.name}")
    assert outcome.code == 2
    assert leak.read_bytes() == before
    assert outcome.err.count("\n") == 1


def test_report_into_a_missing_folder_is_one_clear_line(run, leak):
    outcome = run("scan", leak, "--output", "json:missing/r.json")
    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    assert "missing/r.json" in outcome.err


def test_entity_limits_the_findings(run, leak):
    found = run("scan", leak, "--entity", "cn_mobile", "--format", "json").report["files"][0]["findings"]
    assert {f["entity"] for f in found} == {"CN_MOBILE"}


def test_inline_ignores_are_counted_and_can_be_switched_off(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"身份证号：{ID} # govredact:allow\n", "utf-8")
    outcome = run("scan", path)
    assert outcome.code == 0
    assert "行内忽略 1 处" in outcome.out
    assert run("scan", path, "--no-inline").code == 1
    shown = run("scan", path, "--all", "--format", "json").report["files"][0]["filtered"]
    assert [f["filtered_by"] for f in shown] == ["inline"]


def test_allow_list_of_the_command_line(run, leak, tmp_path):
    (tmp_path / "allow.txt").write_text(f"{ID}\n{MOBILE}\n", "utf-8")
    assert run("scan", leak, "--allow-list", "allow.txt").code == 0


def test_lexicon_of_the_command_line(run, clean, tmp_path):
    (tmp_path / "words.tsv").write_text("# name: 试\n# kind: keyword\n造林工作\n", "utf-8")
    found = run("scan", clean, "--lexicon", "words.tsv", "--format", "json").report["files"][0]["findings"]
    assert [f["entity"] for f in found] == ["KEYWORD"]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("scan", "--policy", "gov-websit", "x"), "gov-website"),
        (("scan", "--lexicon", "missing.tsv", "x"), "missing.tsv"),
        (("scan", "--baseline", "missing.json", "x"), "missing.json"),
        (("scan", "--allow-list", "missing.txt", "x"), "missing.txt"),
        (("scan", "--pattern", "missing.toml", "x"), "missing.toml"),
        (("scan", "--entity", "CN_MOBIL", "x"), "CN_MOBILE"),
        (("scan", "--fromat", "json", "x"), "--format"),
        (("scan",), "PATH"),
        (("scn", "x"), "scan"),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_wrong_settings_give_2_and_one_line_that_helps(run, clean, args, words, lang):
    outcome = run(*args, "--lang", lang)
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.count("\n") == 1
    assert words in outcome.err


def test_broken_settings_file_names_key_and_suggestion(run, clean, tmp_path):
    (tmp_path / "govredact.toml").write_text('fail_onn = "high"\n', "utf-8")
    outcome = run("scan", clean)
    assert outcome.code == 2
    assert "govredact.toml" in outcome.err
    assert "是否要用 fail_on？" in outcome.err


def test_path_without_a_command_is_answered_without_repeating_it(run, leak):
    outcome = run(leak)
    assert outcome.code == 2
    assert "govredact scan" in outcome.err
    assert leak.name not in outcome.err


def test_secrecy_mark_gives_1_for_scan(run, tmp_path, marks):
    (tmp_path / "密.txt").write_text("机密★1年\n\n关于某事项的通知\n", "utf-8")
    outcome = run("scan", "密.txt", "--lexicon", marks)
    assert outcome.code == 1
    assert "不得公开" in outcome.out


def test_explain_and_risk(run, leak):
    outcome = run("scan", leak, "--explain", "--risk")
    assert "依据：" in outcome.out
    assert "标识信息：" in outcome.out


def test_jobs_give_the_same_report(run, tmp_path):
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"第{number}份\n身份证号：{ID}\n", "utf-8")
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.4 broken")
    one = run("scan", ".", "--format", "json")
    two = run("scan", ".", "--format", "json", "--jobs", "2")
    assert one.out == two.out
    assert one.code == two.code == 3


def test_value_in_the_name_of_an_unreadable_file_is_masked(run, tmp_path):
    (tmp_path / f"王某某{MOBILE}.docx").write_bytes(b"junk\0\0\xff\xfe")
    for name in ("console", "compact", "json", "sarif", "csv"):
        outcome = run("scan", f"王某某{MOBILE}.docx", "--format", name)
        assert outcome.code == 3
        assert MOBILE not in outcome.out + outcome.err


def test_two_reports_never_share_a_file(run, leak, tmp_path):
    outcome = run("scan", leak, "--output", "json:a.txt", "--output", "csv:./a.txt")
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert not (tmp_path / "a.txt").exists()
