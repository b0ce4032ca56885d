"""Reading a file, or a stream of unknown length, within the limits of the policy."""

from __future__ import annotations

import errno
import os
import stat

from govredact.documents.limits import check_size
from govredact.errors import AccessError, NotFoundError
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import BinaryIO

    from govredact.documents.limits import Limits
    from govredact.errors import DocumentError

_CHUNK = 1 << 20
# A named pipe without a writer would block for ever; on regular files the flag has no effect.
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_DESCRIPTORS = ("/dev/fd/", "/proc/self/fd/", "/dev/stdin")


class Source(NamedTuple):
    """The bytes of a document and the name that it goes by."""

    data: bytes
    name: str


def read_source(source: str | os.PathLike[str] | bytes | BinaryIO, limits: Limits) -> Source:
    """A path, bytes, or an open binary file. LimitExceededError, NotFoundError, AccessError."""
    if isinstance(source, bytes | bytearray):
        check_size(len(source), limits)
        return Source(bytes(source), "")
    if isinstance(source, str | os.PathLike):
        path = os.fspath(source)
        return Source(read_file(path, limits), path)
    name = getattr(source, "name", "")
    return Source(read_bounded(source, limits), name if isinstance(name, str) else "")


def read_file(path: str, limits: Limits) -> bytes:
    """All bytes of a file. LimitExceededError before anything large is read, NotFoundError, AccessError."""
    try:
        return _read_regular(path, limits)
    except (OSError, ValueError) as error:
        raise access_error(error) from error


def _read_regular(path: str, limits: Limits) -> bytes:
    is_descriptor = path.startswith(_DESCRIPTORS)
    descriptor = os.open(path, os.O_RDONLY if is_descriptor else _OPEN_FLAGS)
    with os.fdopen(descriptor, "rb") as stream:
        state = os.fstat(stream.fileno())
        if stat.S_ISREG(state.st_mode):
            check_size(state.st_size, limits)
        elif not is_descriptor or stat.S_ISDIR(state.st_mode):
            raise AccessError("not a regular file", kind="special_file")
        return read_bounded(stream, limits)


def read_bounded(stream: BinaryIO, limits: Limits) -> bytes:
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
