"""Runs the command line, in this process (``run``) or in a process of its own (``process``)."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from govredact.cli import main

ID = "110101199003074258"
MOBILE = "13800138000"
LEAK = f"姓名：王某某\n身份证号：{ID}\n联系电话：{MOBILE}\n"
CLEAN = "关于召开全县春季造林工作会议的通知\n请各乡镇按时参加。\n"


class Outcome(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def report(self):
        return json.loads(self.out)


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    """Every test runs in an empty folder, with Chinese messages and no settings of this machine."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOVREDACT_LANG", "zh")
    for name in ("GOVREDACT_KEY", "GOVREDACT_DEBUG", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(capsys):
    def run(*args):
        code = main([str(arg) for arg in args])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run


@pytest.fixture
def process():
    def process(*args, data=b"", env=None, **options):
        command = [sys.executable, "-m", "govredact", *map(str, args)]
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=120, env={**os.environ, "PYTHONPATH": _root(), **(env or {})}, **options
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    return process


def _root():
    import govredact

    return str(Path(govredact.__file__).parents[1])


@pytest.fixture
def leak(tmp_path):
    path = tmp_path / "名单.txt"
    path.write_text(LEAK, "utf-8")
    return path


@pytest.fixture
def clean(tmp_path):
    path = tmp_path / "通知.txt"
    path.write_text(CLEAN, "utf-8")
    return path


@pytest.fixture
def marks(tmp_path_factory):
    """A list that stands for the detectors of secrecy marks: what it names must not be published."""
    path = tmp_path_factory.mktemp("lists") / "marks.tsv"
    path.write_text("# name: marks\n# kind: keyword\nword\tentity\n机密★\tCLASSIFICATION_MARK\n秘密★\tCLASSIFICATION_MARK\n", "utf-8")
    return path
