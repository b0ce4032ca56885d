"""``govredact mask``: a verified copy, or nothing; never an input."""

import json
import os
import stat
import subprocess

import pytest

ID = "110101199003074258"
MOBILE = "13800138000"


@pytest.fixture
def repository(tmp_path):
    for command in (["init", "-q"], ["config", "user.email", "a@example.invalid"], ["config", "user.name", "a"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    return tmp_path


def add(*paths):
    subprocess.run(["git", "add", "--", *map(str, paths)], check=True)


def test_copy_holds_no_value_and_verifies(run, leak, tmp_path):
    outcome = run("mask", leak, "-o", "out.txt")
    assert outcome.code == 0
    text = (tmp_path / "out.txt").read_text("utf-8")
    assert ID not in text
    assert MOBILE not in text
    assert text.startswith("姓名：王某某\n")
    assert ID in leak.read_text("utf-8")
    assert run("verify", leak, "out.txt").code == 0


def test_report_tells_of_the_copy(run, leak, tmp_path):
    import hashlib

    outcome = run("mask", leak, "-o", "out.txt", "--format", "json")
    file = outcome.report["files"][0]
    assert file["sha256"] == hashlib.sha256(leak.read_bytes()).hexdigest()
    assert file["masked"] == {
        "path": "out.txt",
        "sha256": hashlib.sha256((tmp_path / "out.txt").read_bytes()).hexdigest(),
        "verified": True,
        "decisions": 2,
    }


def test_what_remains_in_the_copy_gives_1(run, tmp_path):
    (tmp_path / "a.txt").write_text(f"身份证号：{ID}\n赌博网站充值\n", "utf-8")
    (tmp_path / "words.tsv").write_text("# name: 试\n# kind: keyword\n赌博网站\n", "utf-8")
    outcome = run("mask", "a.txt", "-o", "out.txt", "--lexicon", "words.tsv", "--format", "json")
    assert outcome.code == 1
    assert [f["entity"] for f in outcome.report["files"][0]["findings"]] == ["KEYWORD"]
    assert (tmp_path / "out.txt").exists()
    assert run("mask", "a.txt", "-o", "out2.txt", "--lexicon", "words.tsv", "--fail-on", "never").code == 0


@pytest.mark.parametrize("out", ["out/", "out"])
def test_folder_keeps_the_tree(run, tmp_path, out):
    (tmp_path / "in" / "附件").mkdir(parents=True)
    (tmp_path / "in" / "附件" / "名单.txt").write_text(f"身份证号：{ID}\n", "utf-8")
    (tmp_path / "in" / "a.txt").write_text("无\n", "utf-8")
    assert run("mask", "in", "-o", out).code == 0
    assert sorted(str(p.relative_to(tmp_path / "out")) for p in (tmp_path / "out").rglob("*.txt")) == ["a.txt", "附件/名单.txt"]
    assert (tmp_path / "out" / "a.txt").read_text("utf-8") == "无\n"
    assert ID not in (tmp_path / "out" / "附件" / "名单.txt").read_text("utf-8")


def test_several_inputs_go_to_a_folder_and_equal_names_get_a_number(run, tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(folder, "utf-8")
    assert run("mask", "a/x.txt", "b/x.txt", "-o", "out").code == 0
    assert (tmp_path / "out" / "x.txt").read_text("utf-8") == "a"
    assert (tmp_path / "out" / "x-2.txt").read_text("utf-8") == "b"


def test_name_with_a_value_is_masked_in_a_folder(run, tmp_path):
    (tmp_path / f"身份证号{ID}.txt").write_text(f"身份证号：{ID}\n", "utf-8")
    outcome = run("mask", ".", "-o", "out/")
    assert [ID in path.name for path in (tmp_path / "out").iterdir()] == [False]
    assert outcome.code == 0
    assert ID not in outcome.out


def test_second_run_does_not_read_its_own_copies(run, leak, tmp_path):
    assert run("mask", ".", "-o", "out/").code == 0
    outcome = run("mask", ".", "-o", "out/", "--format", "json")
    assert [file["path"] for file in outcome.report["files"]] == [leak.name]
    assert [path.name for path in (tmp_path / "out").iterdir()] == [leak.name]


@pytest.mark.parametrize("kind", ["same", "dot", "link", "hardlink"])
def test_output_that_is_an_input_is_refused(run, leak, tmp_path, kind):
    out = {"same": leak.name, "dot": f"./{leak.name}", "link": "link.txt", "hardlink": "hard.txt"}[kind]
    if kind == "link":
        (tmp_path / out).symlink_to(leak)
    if kind == "hardlink":
        os.link(leak, tmp_path / out)
    before = leak.read_bytes()
    outcome = run("mask", leak, "-o", out)
    assert outcome.code == 2
    assert leak.read_bytes() == before
    assert outcome.err.count("\n") == 1


def test_folder_onto_itself_is_refused(run, leak):
    before = leak.read_bytes()
    assert run("mask", leak, "-o", ".").code == 2
    assert leak.read_bytes() == before


@pytest.mark.parametrize("args", [(), ("-o", "out.txt", "--in-place")])
def test_either_out_or_in_place(run, leak, args):
    assert run("mask", leak, *args).code == 2


def test_secrecy_mark_gives_4_and_no_copy(run, tmp_path, marks):
    (tmp_path / "密.txt").write_text(f"秘密★10年\n身份证号：{ID}\n", "utf-8")
    outcome = run("mask", "密.txt", "-o", "out/", "--lexicon", marks)
    assert outcome.code == 4
    assert not (tmp_path / "out").exists()
    assert "不得公开" in outcome.out


def test_one_bad_file_does_not_keep_others_from_being_masked(run, leak, tmp_path, marks):
    (tmp_path / "密.txt").write_text("秘密★10年\n", "utf-8")
    outcome = run("mask", "密.txt", leak, "没有.txt", "-o", "out", "--lexicon", marks)
    assert outcome.code == 4
    assert [path.name for path in (tmp_path / "out").iterdir()] == [leak.name]


def test_unreadable_input_gives_3_and_no_copy(run, tmp_path):
    (tmp_path / "x.bin").write_bytes(bytes(range(256)) * 20)
    assert run("mask", "x.bin", "-o", "out.bin").code == 3
    assert not (tmp_path / "out.bin").exists()


def test_copy_that_cannot_be_written_gives_4(run, leak, tmp_path):
    (tmp_path / "file").write_text("x", "utf-8")
    outcome = run("mask", leak, "-o", "file/out.txt")
    assert outcome.code == 4
    assert "无法写入" in outcome.out


def test_existing_file_is_no_folder(run, leak, clean, tmp_path):
    (tmp_path / "file").write_text("x", "utf-8")
    assert run("mask", leak, clean, "-o", "file").code == 2
    assert (tmp_path / "file").read_text("utf-8") == "x"


def test_standard_input_to_standard_output(process):
    outcome = process("mask", "-", "-o", "-", "--format", "json", data=f"身份证号：{ID}\r\n".encode("gb18030"))
    assert outcome.code == 0
    text = outcome.out.decode("gb18030")
    assert text.startswith("身份证号：")
    assert text.endswith("\r\n")
    assert ID not in text
    assert json.loads(outcome.err)["files"][0]["masked"]["verified"] is True


def test_in_place_changes_tracked_files_and_exits_1(run, repository, leak):
    leak.chmod(0o640)
    add(leak)
    outcome = run("mask", "--in-place", leak.name)
    assert outcome.code == 1
    assert "已就地遮盖" in outcome.out
    assert ID not in leak.read_text("utf-8")
    assert stat.S_IMODE(leak.stat().st_mode) == 0o640
    assert run("mask", "--in-place", leak.name).code == 0, "nothing left to change"


def test_in_place_fail_on_never_suppresses_the_1(run, repository, leak):
    add(leak)
    assert run("mask", "--in-place", leak.name, "--fail-on", "never").code == 0
    assert ID not in leak.read_text("utf-8")


def test_in_place_refuses_what_git_does_not_track(run, repository, leak):
    before = leak.read_bytes()
    assert run("mask", "--in-place", leak.name).code == 2
    assert leak.read_bytes() == before
    outcome = run("mask", "--in-place", ".", "--format", "json")
    assert leak.read_bytes() == before
    assert [f["error"]["code"] for f in outcome.report["files"] if f["path"] == leak.name] == ["untracked"]


def test_in_place_outside_a_repository_is_refused(run, leak):
    assert run("mask", "--in-place", leak).code == 2


def test_in_place_leaves_a_secret_document_alone(run, repository, tmp_path, marks):
    path = tmp_path / "密.txt"
    path.write_text(f"秘密★10年\n身份证号：{ID}\n", "utf-8")
    add(path)
    before = path.read_bytes()
    assert run("mask", "--in-place", path.name, "--lexicon", marks).code == 4
    assert path.read_bytes() == before


def test_include_review_masks_private_findings_under_review(run, tmp_path):
    (tmp_path / "a.txt").write_text(f"民政局办公室联系人手机：{MOBILE}\n", "utf-8")
    plain = run("mask", "a.txt", "-o", "plain.txt", "--format", "json").report["files"][0]["findings"]
    run("mask", "a.txt", "-o", "all.txt", "--include", "review")
    if [f["action"] for f in plain] == ["review"]:
        assert MOBILE in (tmp_path / "plain.txt").read_text("utf-8")
    assert MOBILE not in (tmp_path / "all.txt").read_text("utf-8")


def test_jobs_write_the_same_copies(run, tmp_path):
    (tmp_path / "in").mkdir()
    for number in range(5):
        (tmp_path / "in" / f"{number}.txt").write_text(f"{number} 身份证号：{ID}\n", "utf-8")
    one = run("mask", "in", "-o", "one/", "--format", "json")
    two = run("mask", "in", "-o", "two/", "--format", "json", "--jobs", "2")
    assert one.code == two.code == 0
    assert one.out.replace("one/", "two/") == two.out
    for number in range(5):
        assert (tmp_path / "one" / f"{number}.txt").read_bytes() == (tmp_path / "two" / f"{number}.txt").read_bytes()


def test_copy_keeps_encoding_and_line_ends(run, tmp_path):
    data = f"身份证号：{ID}\r\n尾\r\n".encode("gb18030")
    (tmp_path / "g.txt").write_bytes(data)
    assert run("mask", "g.txt", "-o", "o.txt").code == 0
    masked = (tmp_path / "o.txt").read_bytes()
    assert masked.endswith("\r\n尾\r\n".encode("gb18030"))
    assert ID.encode() not in masked


def test_a_folder_into_itself_is_refused(run, leak, tmp_path):
    (tmp_path / "in").mkdir()
    leak.rename(tmp_path / "in" / "a.txt")
    outcome = run("mask", "in", "-o", "in")
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert ID in (tmp_path / "in" / "a.txt").read_text("utf-8")


def test_a_folder_below_out_is_masked_all_the_same(run, leak, tmp_path):
    (tmp_path / "in").mkdir()
    leak.rename(tmp_path / "in" / "a.txt")
    for _ in range(2):
        outcome = run("mask", "in", "-o", ".", "--format", "json")
        assert (outcome.code, outcome.report["summary"]["scanned"]) == (0, 1)
    assert ID not in (tmp_path / "a.txt").read_text("utf-8")


def test_a_report_never_overwrites_a_copy(run, leak, tmp_path):
    outcome = run("mask", leak, "-o", "out.txt", "--output", "json:out.txt")
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert not (tmp_path / "out.txt").exists()


def test_what_the_baseline_accepts_stays_and_the_rest_is_masked(run, tmp_path):
    notice = tmp_path / "a.txt"
    notice.write_text(f"联系电话：{MOBILE}\n", "utf-8")
    assert run("baseline", "create", "a.txt").code == 0
    notice.write_text(f"联系电话：{MOBILE}\n身份证号：{ID}\n", "utf-8")
    outcome = run("mask", "a.txt", "-o", "out.txt", "--baseline", ".govredact-baseline.json")
    assert outcome.code == 0
    text = (tmp_path / "out.txt").read_text("utf-8")
    assert MOBILE in text
    assert ID not in text
