import os
from pathlib import Path

import pytest

from govredact.errors import MaskingError, UsageError
from govredact.inputs import identities, is_protected, write_atomic


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_writes_a_file_and_leaves_nothing_else(tmp_path):
    target = tmp_path / "out.txt"
    write_atomic(str(target), b"new")
    assert target.read_bytes() == b"new"
    assert names(tmp_path) == ["out.txt"]


def test_replaces_an_older_copy(tmp_path):
    target = tmp_path / "out.txt"
    target.write_bytes(b"old and longer")
    write_atomic(str(target), b"new")
    assert target.read_bytes() == b"new"


def test_missing_folders_are_made_only_when_asked(tmp_path):
    target = tmp_path / "a" / "b" / "out.txt"
    with pytest.raises(MaskingError):
        write_atomic(str(target), b"new")
    write_atomic(str(target), b"new", parents=True)
    assert target.read_bytes() == b"new"


def test_relative_targets_work(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_atomic("out.txt", b"new")
    assert names(tmp_path) == ["out.txt"]


def test_an_input_is_never_overwritten_under_any_name(tmp_path):
    source = tmp_path / "in.txt"
    source.write_bytes(b"original")
    (tmp_path / "link.txt").symlink_to(source)
    os.link(source, tmp_path / "hard.txt")
    (tmp_path / "sub").mkdir()
    protected = identities([str(source)])
    for target in (source, tmp_path / "link.txt", tmp_path / "hard.txt", tmp_path / "sub" / ".." / "in.txt"):
        with pytest.raises(UsageError):
            write_atomic(str(target), b"masked", protected=protected)
    assert source.read_bytes() == b"original"
    assert names(tmp_path) == ["hard.txt", "in.txt", "link.txt", "sub"]
    assert not is_protected(str(tmp_path / "other.txt"), protected)


def test_an_input_that_is_reached_through_a_linked_folder_is_recognised(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "in.txt").write_bytes(b"x")
    (tmp_path / "alias").symlink_to("real")
    assert is_protected(str(tmp_path / "alias" / "in.txt"), identities([str(tmp_path / "real" / "in.txt")]))
    assert is_protected(str(tmp_path / "alias" / "gone.txt"), identities([str(tmp_path / "real" / "gone.txt")]))


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, OSError(28, "No space left on device"), ValueError])
def test_an_interruption_leaves_the_target_as_it_was(tmp_path, monkeypatch, interruption):
    target = tmp_path / "out.txt"
    target.write_bytes(b"old")

    def interrupt(*_):
        raise interruption

    monkeypatch.setattr(os, "fsync", interrupt)
    expected = MaskingError if isinstance(interruption, OSError) else interruption
    with pytest.raises(expected):
        write_atomic(str(target), b"new")
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["out.txt"]


def test_an_interrupted_rename_leaves_the_target_as_it_was(tmp_path, monkeypatch):
    target = tmp_path / "out.txt"

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(str(target), b"new")
    assert names(tmp_path) == []


def test_in_place_keeps_the_mode_and_the_link(tmp_path):
    source = tmp_path / "in.sh"
    source.write_bytes(b"old")
    source.chmod(0o754)
    (tmp_path / "link").symlink_to("in.sh")
    write_atomic(str(tmp_path / "link"), b"new", in_place=True, protected=identities([str(source)]))
    assert source.read_bytes() == b"new"
    assert source.stat().st_mode & 0o777 == 0o754
    assert (tmp_path / "link").is_symlink()


def test_a_new_file_has_the_usual_mode(tmp_path):
    previous = os.umask(0o027)
    try:
        write_atomic(str(tmp_path / "out.txt"), b"new")
    finally:
        os.umask(previous)
    assert (tmp_path / "out.txt").stat().st_mode & 0o777 == 0o640


def test_a_folder_is_no_output(tmp_path):
    with pytest.raises(UsageError):
        write_atomic(str(tmp_path), b"new")


def test_the_temporary_name_holds_nothing_of_the_target(tmp_path, monkeypatch):
    seen = []
    replace = os.replace
    monkeypatch.setattr(os, "replace", lambda source, target: (seen.append(source), replace(source, target)))
    write_atomic(str(tmp_path / "张三640102199001011234.txt"), b"new")
    assert "640102" not in Path(seen[0]).name
    assert Path(seen[0]).parent == tmp_path


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path):
    import threading

    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    write_atomic(str(pipe), b"report")
    reader.join(5)
    assert read == [b"report"]
    assert not pipe.is_file()
