"""One thing that the walk met: a file to read, standard input, something skipped, or something that cannot be read."""

from __future__ import annotations

import errno
import os
import stat
import sys
from typing import TYPE_CHECKING, NamedTuple

from govredact.documents.limits import check_size
from govredact.errors import AccessError, DocumentError, NotFoundError

if TYPE_CHECKING:
    from typing import BinaryIO

    from govredact.documents.limits import Limits

STDIN = "-"
_CHUNK = 1 << 20
# A named pipe without a writer would block for ever; on regular files the flag has no effect.
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_DESCRIPTORS = ("/dev/fd/", "/proc/self/fd/", "/dev/stdin")


class Input(NamedTuple):
    """An entry of the walk. It can be sent to another process (standard input can not be read there).

    ``path`` is as reports show it and may hold lone surrogates for undecodable bytes. ``inner`` is the path below the named
    folder, for copies; the file's own name where the file was named. ``kind`` is ``file``, ``stdin``, ``skipped`` (with
    ``reason`` hidden, gitignored, excluded, ignored, symlink, special_file) or ``error`` (with ``error``). ``explicit``
    says that the user named it.
    """

    path: str
    inner: str
    kind: str = "file"
    explicit: bool = False
    reason: str = ""
    error: DocumentError | None = None

    def read(self, limits: Limits) -> bytes:
        """All bytes. LimitExceededError before anything large is read, NotFoundError, AccessError; its own ``error`` if it has one."""
        if self.error is not None:
            raise self.error
        if self.kind == "stdin":
            return _read_bounded(sys.stdin.buffer, limits)
        try:
            return _read_file(self.path, limits)
        except (OSError, ValueError) as error:
            raise access_error(error) from error


def _read_file(path: str, limits: Limits) -> bytes:
    is_descriptor = path.startswith(_DESCRIPTORS)
    descriptor = os.open(path, os.O_RDONLY if is_descriptor else _OPEN_FLAGS)
    with os.fdopen(descriptor, "rb") as stream:
        state = os.fstat(stream.fileno())
        if stat.S_ISREG(state.st_mode):
            check_size(state.st_size, limits)
        elif not is_descriptor or stat.S_ISDIR(state.st_mode):
            raise AccessError("not a regular file", kind="special_file")
        return _read_bounded(stream, limits)


def _read_bounded(stream: BinaryIO, limits: Limits) -> bytes:
    """Everything, or LimitExceededError after one chunk too many: pipes do not say how long they are."""
    chunks, size = [], 0
    while chunk := stream.read(min(_CHUNK, limits.max_bytes - size + 1)):
        chunks.append(chunk)
        size += len(chunk)
        check_size(size, limits)
    return b"".join(chunks)


def access_error(error: Exception) -> DocumentError:
    """The DocumentError for what the operating system said; it names no path, because names may hold values."""
    number = getattr(error, "errno", None)
    if number in (errno.ENOENT, errno.ENOTDIR):
        return NotFoundError("no such file or folder", kind="missing")
    if number in (errno.EACCES, errno.EPERM):
        return AccessError("no permission to read", kind="permission")
    if number == errno.ELOOP:
        return AccessError("a link leads back to itself", kind="loop")
    return AccessError(f"cannot be read: {os.strerror(number) if number else 'not a valid path'}", kind="other")
