"""Writing a file so that it is there whole or not at all, and never in the place of an input."""
# pathlib costs start-up time.

from __future__ import annotations

import os
import stat

from govredact.errors import MaskingError, UsageError
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Identity = tuple[int, int] | str
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def identities(paths: Iterable[str]) -> frozenset[Identity]:
    """What the files at ``paths`` are known by: device and inode, so that links and other spellings are recognised."""
    return frozenset(map(_identity, paths))


def is_protected(path: str, protected: frozenset[Identity]) -> bool:
    """Whether writing to ``path`` would change one of the ``protected`` files."""
    return _identity(path) in protected


def _identity(path: str) -> Identity:
    try:
        state = os.stat(path)
    except (OSError, ValueError):
        return os.path.normcase(os.path.realpath(path))
    return (state.st_dev, state.st_ino) if state.st_ino else os.path.normcase(os.path.realpath(path))


def write_atomic(
    target: str,
    data: bytes | Iterable[bytes],
    *,
    protected: frozenset[Identity] = frozenset(),
    in_place: bool = False,
    parents: bool = False,
) -> None:
    """Writes ``data``, whole or in pieces, to ``target`` through a temporary file beside it, which is removed whatever happens.

    ``protected`` are the ``identities`` of all inputs: UsageError where ``target`` is one of them. ``in_place`` is meant to
    replace an existing file: its mode stays, and a link to it stays a link. ``parents`` makes missing folders. A device or a
    pipe (``/dev/null``, ``/dev/stdout``) is written to and never replaced by a file. MaskingError
    where the system refuses; it names no path, because names may hold values.
    """
    if not in_place and is_protected(target, protected):
        raise UsageError("an output would overwrite an input; choose another place", kind="overwrites_input")
    pieces = (data,) if isinstance(data, bytes) else data
    if os.path.isdir(target):
        raise UsageError("the output is a folder", kind="output_is_folder")
    try:
        if os.path.exists(target) and not os.path.isfile(target):
            with open(target, "wb") as stream:
                stream.writelines(pieces)
        else:
            _write(os.path.realpath(target) if in_place else target, pieces, in_place=in_place, parents=parents)
    except OSError as error:
        raise MaskingError(f"the file cannot be written: {error.strerror}", kind="write", problem=error.strerror) from error


def _write(target: str, pieces: Iterable[bytes], *, in_place: bool, parents: bool) -> None:
    folder = os.path.dirname(target) or os.curdir
    if parents:
        os.makedirs(folder, exist_ok=True)
    mode = stat.S_IMODE(os.stat(target).st_mode) if in_place else None
    # The name says nothing of the target's, which may hold a value that is still to be masked.
    temporary = os.path.join(folder, f".govredact-{os.getpid()}-{os.urandom(6).hex()}.tmp")
    try:
        with os.fdopen(os.open(temporary, _FLAGS, 0o666 if mode is None else 0o600), "wb") as stream:
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            os.chmod(temporary, mode)
        os.replace(temporary, target)
    except BaseException:
        _remove(temporary)
        raise
    _sync_folder(folder)


def _remove(path: str) -> None:
    if os.path.exists(path):
        os.unlink(path)


def _sync_folder(folder: str) -> None:
    """Makes the rename last through a power failure, where folders can be opened (not on Windows)."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
