import io
import os
import sys
import threading

import pytest

from govredact.documents import DEFAULT_LIMITS
from govredact.errors import AccessError, LimitExceededError, NotFoundError
from govredact.inputs import Input, walk

SMALL = DEFAULT_LIMITS._replace(max_bytes=1000)


def named(path):
    return next(iter(walk([str(path)])))


def test_reads_every_byte(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(bytes(range(256)) * 3)
    assert named(path).read(SMALL) == bytes(range(256)) * 3


def test_a_file_of_two_gigabytes_is_refused_without_reading_it(tmp_path):
    path = tmp_path / "big.txt"
    with path.open("wb") as stream:
        stream.truncate(2 * 1024**3)
    with pytest.raises(LimitExceededError):
        named(path).read(DEFAULT_LIMITS)


def test_a_file_of_exactly_the_limit_is_read(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 1000)
    assert len(named(path).read(SMALL)) == 1000
    path.write_bytes(b"x" * 1001)
    with pytest.raises(LimitExceededError):
        named(path).read(SMALL)


def test_standard_input_is_read_up_to_the_limit(monkeypatch):
    class Stdin:
        def __init__(self, data):
            self.buffer = io.BytesIO(data)

    monkeypatch.setattr(sys, "stdin", Stdin("电话".encode()))
    assert Input("-", "-", "stdin").read(SMALL) == "电话".encode()
    endless = Stdin(b"x" * 5_000_000)
    monkeypatch.setattr(sys, "stdin", endless)
    with pytest.raises(LimitExceededError):
        Input("-", "-", "stdin").read(SMALL)
    assert endless.buffer.tell() <= 1001


def test_a_file_that_vanished_is_not_found(tmp_path):
    found = Input(str(tmp_path / "gone.txt"), "gone.txt")
    with pytest.raises(NotFoundError):
        found.read(SMALL)


def test_an_entry_with_an_error_raises_it():
    with pytest.raises(NotFoundError):
        next(iter(walk(["/no/such/path/anywhere"]))).read(SMALL)


def test_a_named_pipe_without_writer_does_not_block(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(AccessError):
        named(tmp_path / "pipe").read(SMALL)


@pytest.mark.parametrize("path", ["/dev/null", "/dev/zero"])
def test_a_device_is_no_file(path):
    with pytest.raises(AccessError):
        named(path).read(SMALL)


def test_process_substitution_of_a_shell_is_read():
    reading, writing = os.pipe()
    thread = threading.Thread(target=lambda: (os.write(writing, b"13800138000"), os.close(writing)))
    thread.start()
    assert named(f"/dev/fd/{reading}").read(SMALL) == b"13800138000"
    thread.join()
    os.close(reading)


def test_permission_is_an_access_error(tmp_path, monkeypatch):
    path = tmp_path / "张三640102199001011234.txt"
    path.write_bytes(b"x")

    def refuse(*_):
        raise PermissionError(13, "denied", str(path))

    found = named(path)
    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(AccessError) as caught:
        found.read(SMALL)
    assert "640102" not in str(caught.value)
