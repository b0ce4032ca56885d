"""The hooks, run by the real pre-commit on a temporary repository, with an environment that pip builds from this one."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from govredact.documents import FORMATS

ROOT = Path(__file__).parents[2]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
CODE = {".py", ".js", ".sh", ".toml", ".xsl", ".xsd", ".svg", ".ipynb"}
ID = "110101199003074258"


def names(suffixes):
    return [f"附件/名单{suffix}" for suffix in suffixes] + [f"A{suffix.upper()}" for suffix in suffixes]


def test_hooks_select_every_format_that_can_be_read_but_program_code():
    documents = {suffix for row in FORMATS for suffix in row.suffixes} - CODE
    for name in names(documents | {".ofd", ".doc", ".xls", ".xlsx", ".wps"}):
        assert re.search(HOOKS["govredact"]["files"], name), name
    masked = (
        {suffix for row in FORMATS if row.masks and row.reader_class.text_kind for suffix in row.suffixes}
        - CODE
        - {".ini", ".conf", ".cfg", ".properties", ".sql"}
    )
    for name in names(masked):
        assert re.search(HOOKS["govredact-mask"]["files"], name), name
    for name in [*names(CODE), "docx", "a.docx.bak", "a.png"]:
        assert not re.search(HOOKS["govredact"]["files"], name), name
        assert not re.search(HOOKS["govredact-mask"]["files"], name), name


def test_scan_hook_has_two_names():
    assert {**HOOKS["govredact"], "id": ""} == {**HOOKS["govredact-scan"], "id": ""}


def git(*args, cwd):
    return subprocess.run(["git", "-c", "core.quotepath=off", *args], cwd=cwd, check=True, capture_output=True, text=True).stdout


def repository(folder):
    folder.mkdir()
    git("init", "-q", "-b", "main", cwd=folder)
    git("config", "user.email", "tester@example.invalid", cwd=folder)
    git("config", "user.name", "tester", cwd=folder)
    return folder


@pytest.fixture(scope="module")
def tool(tmp_path_factory):
    """This working tree as a repository of its own, with what is not committed yet."""
    folder = repository(tmp_path_factory.mktemp("tool") / "govredact")
    for name in git("ls-files", "--cached", "--others", "--exclude-standard", cwd=ROOT).splitlines():
        if (ROOT / name).is_file() and not name.startswith(("tests/", "benchmarks/", "docs/")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    git("add", "-A", cwd=folder)
    git("commit", "-q", "-m", "tool", cwd=folder)
    return folder, git("rev-parse", "HEAD", cwd=folder).strip()


@pytest.fixture(scope="module")
def pre_commit(tool, tmp_path_factory):
    folder, revision = tool
    home = tmp_path_factory.mktemp("pre-commit-home")

    def run(cwd, *files):
        command = [sys.executable, "-m", "pre_commit", "run", "--color", "never", "--files", *files]
        environment = {**os.environ, "PRE_COMMIT_HOME": str(home), "GOVREDACT_LANG": "zh", "PYTHONPATH": ""}
        done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, timeout=300)
        return done.returncode, (done.stdout + done.stderr).decode("utf-8")

    def configure(cwd, hook):
        config = {"repos": [{"repo": str(folder), "rev": revision, "hooks": [{"id": hook, "verbose": True}]}]}
        (cwd / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")

    run.configure = configure
    return run


def test_hooks_block_and_mask_with_gbk_and_chinese_names(pre_commit, tmp_path):
    office = repository(tmp_path / "office")
    files = {
        "附件/公示名单.txt": f"姓名：王某某\r\n身份证号：{ID}\r\n".encode("gb18030"),
        "通知.md": "# 关于召开会议的通知\n".encode(),
        "程序.py": f"x = '{ID}'\n".encode(),
    }
    for name, data in files.items():
        (office / name).parent.mkdir(exist_ok=True)
        (office / name).write_bytes(data)
    git("add", "-A", cwd=office)
    git("commit", "-q", "-m", "start", cwd=office)

    pre_commit.configure(office, "govredact")
    code, text = pre_commit(office, *files)
    assert code == 1, text
    assert "附件/公示名单.txt" in text
    assert "居民身份证号" in text
    assert ID not in text
    assert "程序.py" not in text
    code, text = pre_commit(office, "通知.md")
    assert code == 0, text

    pre_commit.configure(office, "govredact-mask")
    code, text = pre_commit(office, *files)
    assert code == 1, text
    assert "files were modified by this hook" in text
    masked = (office / "附件/公示名单.txt").read_bytes()
    assert ID.encode() not in masked
    assert masked.startswith("姓名：王某某\r\n身份证号：".encode("gb18030"))
    assert (office / "程序.py").read_bytes() == files["程序.py"]
    git("add", "-A", cwd=office)
    code, text = pre_commit(office, *files)
    assert code == 0, text

    pre_commit.configure(office, "govredact-scan")
    code, text = pre_commit(office, *files)
    assert code == 0, text
