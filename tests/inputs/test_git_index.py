import os
import subprocess
from pathlib import Path

import pytest

from govredact.errors import UsageError
from govredact.inputs import git_tracked


@pytest.fixture
def repository(tmp_path, monkeypatch):
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    subprocess.run(["git", "init", "-q", "."], check=True)
    return tmp_path


def add(*names):
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(b"x")
    subprocess.run(["git", "add", "-f", "--", *names], check=True)


def test_only_files_in_the_index_are_tracked(repository):
    add("a.txt", "附件/名单.txt", "sub/[x]*.txt")
    (repository / "new.txt").write_text("x")
    paths = ["a.txt", "附件/名单.txt", "sub/[x]*.txt", "new.txt", "missing.txt", str(repository / "a.txt")]
    assert git_tracked(paths) == {"附件/名单.txt", "sub/[x]*.txt", "a.txt", str(repository / "a.txt")}


def test_names_in_gbk_are_found(repository):
    name = os.fsdecode("名单.txt".encode("gbk"))
    add(name)
    assert git_tracked([name]) == {name}


def test_nothing_is_tracked_outside_a_repository(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    assert git_tracked([str(tmp_path / "a.txt")]) == set()
    assert git_tracked([]) == set()


def test_a_link_is_not_what_it_leads_to(repository):
    add("a.txt")
    Path("link.txt").symlink_to("a.txt")
    subprocess.run(["git", "add", "link.txt"], check=True)
    assert git_tracked(["link.txt", "a.txt"]) == {"a.txt"}


def test_each_repository_is_asked_for_its_own_files(repository):
    add("a.txt")
    subprocess.run(["git", "init", "-q", "inner"], check=True)
    Path("inner/b.txt").write_text("x", encoding="utf-8")
    subprocess.run(["git", "-C", "inner", "add", "b.txt"], check=True)
    assert git_tracked(["a.txt", "inner/b.txt", "inner/c.txt"]) == {"a.txt", "inner/b.txt"}


def test_more_paths_than_one_call_takes(repository):
    names = [f"{number}.txt" for number in range(450)]
    add(*names)
    assert git_tracked([*names, "x.txt"]) == set(names)


def test_without_git_masking_in_place_is_a_usage_error(repository, monkeypatch):
    add("a.txt")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError):
        git_tracked(["a.txt"])
