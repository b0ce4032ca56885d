import os
import pickle
import socket
import subprocess
from pathlib import Path

import pytest

from govredact.inputs import walk
from govredact.inputs.globs import matches


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A folder to walk, entered; returns a function that writes files."""
    monkeypatch.chdir(tmp_path)

    def write(*names):
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("x", encoding="utf-8")
        return tmp_path

    return write


def kinds(*paths, **options):
    return [(found.path, found.reason or found.kind) for found in walk(paths or ["."], **options)]


def files(*paths, **options):
    return [found.path for found in walk(paths or ["."], **options) if found.kind == "file"]


def test_files_come_in_the_order_of_their_names(tree):
    tree("b.txt", "a/2.txt", "a/10.txt", "c.txt", "附件/名单.csv")
    assert files() == ["a/10.txt", "a/2.txt", "b.txt", "c.txt", "附件/名单.csv"]
    assert files("c.txt", "./a//") == ["c.txt", "a/10.txt", "a/2.txt"]


def test_a_file_named_twice_comes_once(tree):
    tree("a/x.txt")
    assert files("a", "a/x.txt", "./a/x.txt", ".") == ["a/x.txt"]


def test_paths_below_the_named_folder_are_known(tree):
    tree("a/b/x.txt", "y.txt")
    assert [(found.inner, found.explicit) for found in walk(["a", "y.txt"])] == [("b/x.txt", False), ("y.txt", True)]


def test_a_missing_path_is_an_error_and_the_rest_goes_on(tree):
    tree("a.txt")
    first, second = walk(["missing.txt", "a.txt"])
    assert (first.kind, first.error.code, first.explicit) == ("error", "not_found", True)
    assert second.path == "a.txt"


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000])
def test_a_path_that_no_system_takes_is_an_error(path):
    (found,) = walk([path])
    assert found.error.exit_code == 3


def test_a_folder_that_the_system_refuses_is_an_error(tree, monkeypatch):
    tree("locked/x.txt", "z.txt")
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("locked"):
            raise PermissionError(13, "denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = list(walk(["."]))
    assert [(item.path, item.error.code if item.error else item.kind) for item in found] == [("locked", "access"), ("z.txt", "file")]


def test_hidden_files_and_folders_are_listed_as_skipped(tree):
    tree(".git/config", ".hidden.txt", "a.txt")
    assert kinds() == [(".git", "hidden"), (".hidden.txt", "hidden"), ("a.txt", "file")]


def test_what_is_named_is_read_in_any_case(tree):
    tree(".gitignore", "a.log", ".hidden/a.txt", "build/x.txt")
    (tree() / ".gitignore").write_text("*.log\nbuild/\n")
    (tree() / ".git").mkdir()
    assert files("a.log", ".hidden", "build", exclude=["*.log"]) == ["a.log", ".hidden/a.txt", "build/x.txt"]


def test_gitignore_is_respected_with_negation_and_nesting(tree):
    root = tree("a.log", "keep.log", "sub/b.log", "sub/c.tmp", "sub/deep/only.txt", "out/x.txt", "sub/out/y.txt", "z.txt")
    (root / ".gitignore").write_text("*.log\n!keep.log\n/out/\n# comment\n", encoding="utf-8")
    (root / "sub" / ".gitignore").write_text("!b.log\n*.tmp\ndeep\n", encoding="utf-8")
    assert files() == ["keep.log", "sub/b.log", "sub/out/y.txt", "z.txt"]
    assert [path for path, reason in kinds() if reason == "gitignored"] == ["a.log", "out", "sub/c.tmp", "sub/deep"]
    assert "a.log" in files(gitignore=False)


def test_gitignore_above_the_named_folder_counts_inside_a_repository(tree):
    root = tree("sub/a.log", "sub/b.txt")
    (root / ".gitignore").write_text("*.log\n", encoding="utf-8")
    assert files("sub") == ["sub/a.log", "sub/b.txt"]
    (root / ".git").mkdir()
    assert files("sub") == ["sub/b.txt"]


def test_a_gitignore_with_a_senseless_line_is_read_without_it(tree):
    root = tree("a.log", "b.txt")
    (root / ".gitignore").write_bytes(b"!\n*.log\n/\n\xff\xfe[\n")
    assert files() == ["b.txt"]


def test_excluded_and_ignored_files_have_their_reason(tree):
    tree("a.png", "b.txt", "vendor/c.txt", "docs/d.md", "sub/docs/e.md")
    found = dict(kinds(exclude=["vendor/", "docs/*.md"], ignore=["*.png"]))
    assert found == {"a.png": "ignored", "b.txt": "file", "vendor": "excluded", "docs/d.md": "excluded", "sub/docs/e.md": "excluded"}


def test_a_pattern_does_not_reach_above_the_named_folder(tree, tmp_path):
    tree("a.txt")
    assert len(files(str(tmp_path), exclude=[tmp_path.parent.name])) == 1


@pytest.mark.parametrize(
    ("path", "glob", "expected"),
    [
        ("a/b.png", "*.png", True),
        ("vendor/x/y.txt", "vendor", True),
        ("./vendor/x", "vendor/**", True),
        ("x/vendor/y", "**/vendor/**", True),
        ("vendors/x", "vendor", False),
        ("a.txt", "*.png", False),
    ],
)
def test_globs_match_names_ends_and_folders(path, glob, expected):
    assert matches(path, [glob]) is expected


def test_a_link_back_to_a_folder_above_is_an_error_and_no_endless_walk(tree):
    root = tree("a/x.txt")
    (root / "a" / "loop").symlink_to(root)
    (root / "self").symlink_to(".")
    (root / "knot").symlink_to("knot")
    found = {item.path: item.error.code if item.error else item.kind for item in walk(["."])}
    assert found == {"a/loop": "access", "a/x.txt": "file", "knot": "access", "self": "access"}


def test_links_to_files_are_read_and_links_to_folders_are_named(tree):
    root = tree("a/x.txt", "elsewhere/y.txt")
    (root / "a" / "link.txt").symlink_to(root / "elsewhere" / "y.txt")
    (root / "a" / "folder").symlink_to(root / "elsewhere")
    (root / "a" / "broken").symlink_to("nothing")
    assert kinds("a") == [("a/broken", "error"), ("a/folder", "symlink"), ("a/link.txt", "file"), ("a/x.txt", "file")]
    assert files("a/folder") == ["a/folder/y.txt"]


def test_special_files_in_a_folder_are_skipped(tree):
    root = tree("a.txt")
    os.mkfifo(root / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")
        assert kinds() == [("a.txt", "file"), ("pipe", "special_file"), ("s", "special_file")]


def test_names_of_any_bytes_are_walked(tree):
    tree()
    for name in ("名单640102.txt".encode("gbk"), b"\xff\xfe.txt"):
        Path(os.fsdecode(name)).write_bytes(b"x")
    found = files()
    assert [os.fsencode(path) for path in found] == sorted([b"\xff\xfe.txt", "名单640102.txt".encode("gbk")], key=os.fsdecode)


def test_folders_may_be_deeper_than_python_recurses(tree):
    top = tree()
    for _ in range(1200):
        Path("d").mkdir()
        os.chdir("d")
    Path("x.txt").touch()
    os.chdir(top)
    found = files()
    # pytest clears old folders by recursion, which this one is too deep for.
    subprocess.run(["rm", "-rf", "d"], check=True)
    assert found == ["d/" * 1200 + "x.txt"]


def test_standard_input_has_the_name_that_was_given():
    assert [found[:4] for found in walk(["-", "-"], stdin_name="附件/名单.csv")] == [("附件/名单.csv", "名单.csv", "stdin", True)]
    assert next(iter(walk(["-"]))).path == "-"


def test_entries_travel_between_processes(tree):
    tree("a.txt", ".h")
    found = list(walk([".", "missing"]))
    for item, copy in zip(found, pickle.loads(pickle.dumps(found)), strict=True):
        assert item[:5] == copy[:5]
        assert (item.error and item.error.code) == (copy.error and copy.error.code)
