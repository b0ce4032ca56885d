"""What only a process of its own shows: encodings, closed pipes, Ctrl-C, unexpected errors."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import govredact

ID = "110101199003074258"
ROOT = str(Path(govredact.__file__).parents[1])


def environment(**more):
    return {**os.environ, "PYTHONPATH": ROOT, **more}


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp936:strict"])
@pytest.mark.parametrize("name", ["console", "compact", "json"])
def test_no_encoding_of_the_console_is_a_problem(process, leak, encoding, name):
    odd = leak.with_name("名单\U0001f4c4é.txt")
    leak.rename(odd)
    outcome = process("scan", odd.name, "--format", name, env={"PYTHONIOENCODING": encoding})
    assert outcome.code == 1
    assert outcome.err == b""
    if name == "console":
        outcome.out.decode(encoding.partition(":")[0])
    elif name == "json":
        json.loads(outcome.out.decode("utf-8"))


def test_console_without_chinese_gets_english_unless_told(process, leak):
    quiet = {"PYTHONIOENCODING": "ascii", "GOVREDACT_LANG": "", "LANG": "zh_CN"}
    assert b"resident identity number" in process("scan", leak.name, env=quiet).out
    assert b"resident identity number" not in process("scan", leak.name, "--lang", "zh", env=quiet).out


def test_errors_on_a_poor_console_are_one_line(process):
    outcome = process("scan", "--policy", "没有这个策略", "x", env={"PYTHONIOENCODING": "ascii"})
    assert outcome.code == 2
    assert outcome.err.count(b"\n") == 1


def test_closed_pipe_is_quiet_and_keeps_the_code(tmp_path):
    for number in range(300):
        (tmp_path / f"{number}.txt").write_text(f"身份证号：{ID}\n" * 20, "utf-8")
    command = f"{sys.executable} -m govredact scan . --format json; echo $? >code"
    done = subprocess.run(["bash", "-c", f"({command}) | head -c 10"], capture_output=True, cwd=tmp_path, env=environment(), timeout=60)
    assert done.stderr == b""
    assert (tmp_path / "code").read_text() == "1\n"


def slow_tree(tmp_path):
    """Enough text that the program is still at work when the signal comes."""
    (tmp_path / "in").mkdir()
    for number in range(40):
        (tmp_path / "in" / f"{number}.txt").write_text((f"第{number}行 身份证号：{ID}，联系电话：13800138000。\n" * 6000), "utf-8")


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_gives_130_one_line_and_nothing_half_written(tmp_path, jobs):
    slow_tree(tmp_path)
    command = [sys.executable, "-m", "govredact", "mask", "in", "-o", "out/", "--jobs", str(jobs), "--output", "json:report.json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=environment()) as running:
        deadline = time.monotonic() + 60
        while not any((tmp_path / "out").glob("*.txt")) and time.monotonic() < deadline:
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert out == b""
    assert err.count(b"\n") == 1
    assert "中断" in err.decode("utf-8")
    assert not (tmp_path / "report.json").exists()
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names
    assert not [name for name in names if not name.endswith(".txt") or name.startswith(".")]
    for path in (tmp_path / "out").iterdir():
        text = path.read_text("utf-8")
        assert text.count("\n") == 6000
        assert ID not in text


def test_unexpected_error_is_one_line_without_values(leak):
    code = (
        "import sys, govredact.cli.scan as scan\n"
        f"def boom(args, texts): raise KeyError('{ID}')\n"
        "scan.run = boom\n"
        "from govredact.cli import main\n"
        "sys.exit(main(['scan', 'x']))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(), timeout=60)
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "KeyError" in done.stderr
    assert ID not in done.stderr
    debug = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment(GOVREDACT_DEBUG="1"), timeout=60)
    assert "Traceback" in debug.stderr


def test_unexpected_error_in_one_file_does_not_stop_the_others(run, leak, clean, monkeypatch):
    from govredact.engine import Engine

    scan_file = Engine.scan_file

    def broken(self, data, name, *others):
        if "名单" in name:
            raise IndexError(ID)
        return scan_file(self, data, name, *others)

    monkeypatch.setattr(Engine, "scan_file", broken)
    outcome = run("scan", leak.name, clean.name, "--format", "json")
    assert outcome.code == 3
    assert [(file["status"], file["error"] and file["error"]["code"]) for file in outcome.report["files"]] == [
        ("unreadable", "plugin"),
        ("scanned", None),
    ]
    assert ID not in outcome.out


def test_file_name_that_is_not_utf8(process, tmp_path):
    (tmp_path / os.fsdecode(b"\xb2\xe2\xca\xd4.txt")).write_text(f"身份证号：{ID}\n", "utf-8")
    outcome = process("scan", ".", "--format", "json")
    assert outcome.code == 1
    assert json.loads(outcome.out)["files"][0]["path"] == "\\xb2\\xe2\\xca\\xd4.txt"


def test_no_bytes_give_a_traceback(run, tmp_path):
    contents = [b"", b"\x00" * 100, b"\xff\xfe", b"\xed\xa0\x80abc", "\ufeff身份".encode(), os.urandom(3000)]
    for number, data in enumerate(contents):
        for name in ("a.txt", "a.json", "a.xml", "a.csv", "a.docx", "a.pdf", "a"):
            (tmp_path / f"{number}{name}").write_bytes(data)
    outcome = run("scan", ".", "--format", "json")
    assert outcome.code == 3
    assert outcome.report["summary"]["files"] == 42
    assert [file for file in outcome.report["files"] if file["error"] and file["error"]["code"] == "plugin"] == []


def test_folder_without_permission_and_folder_loop(run, tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "loop").symlink_to(tmp_path / "a")
    outcome = run("scan", "a", "--format", "json")
    assert outcome.code == 3
    assert outcome.report["files"][0]["error"]["code"] == "access"


def test_large_file_is_refused_by_its_size(run, tmp_path):
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(2 * 1024**3)
    outcome = run("scan", "big.txt", "--format", "json")
    assert outcome.code == 3
    assert outcome.report["files"][0]["error"]["code"] == "limit_exceeded"


@pytest.mark.parametrize(("arguments", "code"), [(["scan", "leak.txt"], 1), (["mask", "leak.txt", "-o", "out.txt"], 0), (["--help"], 0)])
def test_no_standard_output_at_all(leak, tmp_path, arguments, code):
    command = f"{sys.executable} -m govredact {' '.join(arguments)} >&-".replace("leak.txt", leak.name)
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=tmp_path, env=environment(), timeout=60)
    assert (done.returncode, done.stderr) == (code, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
@pytest.mark.parametrize(("arguments", "code"), [(["scan", "leak.txt"], 2), (["list", "formats"], 2), (["mask", "leak.txt", "-o", "-"], 4)])
def test_a_full_disk_behind_standard_output_is_one_line(leak, tmp_path, arguments, code):
    command = f"{sys.executable} -m govredact {' '.join(arguments)} --quiet >/dev/full".replace("leak.txt", leak.name)
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=tmp_path, env=environment(GOVREDACT_LANG="en"), timeout=60)
    assert done.returncode == code
    assert b"No space left" in done.stderr
    assert b"internal" not in done.stderr
    assert b"unexpected" not in done.stderr


def test_a_closed_standard_input_cannot_be_read(tmp_path):
    command = f"{sys.executable} -m govredact scan - --lang en <&-"
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=tmp_path, env=environment(), timeout=60)
    assert done.returncode == 3
    assert b"cannot be opened (standard input is closed)" in done.stdout
