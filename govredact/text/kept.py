"""What a later run can use again, in the user's own cache folder: plain values, each file with what it was made of and a checksum.

A file that was made of something else, that is damaged, or that lies in a folder others may write to is not used; a folder that takes no
file only means that the next start is as long as this one.
"""

from __future__ import annotations

import marshal
import os
import sys
from zlib import crc32

from govredact._version import __version__
from govredact.text.digests import sha256
from govredact.text.folders import kept_cache_folder
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

# 64 hexadecimal digits of the key and 8 of the checksum, which is for accidents only: nobody else may write to the folder.
_KEY, _HEAD = 64, 72


def key(parts: Iterable[str], files: Iterable[str] = ()) -> str:
    """What a value was made of, as 64 hexadecimal digits: this version of the program under this Python, ``parts``, and the ``files``.

    A file counts by its path, size and time of change, as Python itself decides whether its byte code is still good.
    """
    made_of = [__version__, sys.implementation.name, sys.version, *parts]
    for path in files:
        state = os.stat(path)
        made_of.append(f"{path} {state.st_size} {state.st_mtime_ns}")
    return sha256("\0".join(made_of).encode("utf-8", "surrogatepass"))


def files_in(folder: str) -> list[str]:
    """The paths of the files in ``folder``."""
    return sorted(entry.path for entry in os.scandir(folder) if entry.is_file())


def read(name: str, key: str) -> Any:
    """The value kept under ``name`` if it was made of what ``key`` stands for; None where there is none."""
    body = read_bytes(name, key)
    try:
        return None if body is None else marshal.loads(body)
    except (ValueError, EOFError, TypeError):
        return None


def read_bytes(name: str, key: str) -> bytes | None:
    """The same for what ``write_bytes`` kept."""
    folder = kept_cache_folder()
    if folder is None:
        return None
    try:
        with open(os.path.join(folder, name), "rb", buffering=0) as file:
            if file.read(_KEY) != key.encode():
                return None
            checksum, body = file.read(_HEAD - _KEY), file.read()
        return body if checksum == _checksum(body) else None
    except (OSError, ValueError):
        return None


def write(name: str, key: str, value: Any) -> None:
    """Keeps ``value``, which ``marshal`` must know, whole or not at all."""
    write_bytes(name, key, marshal.dumps(value))


def write_bytes(name: str, key: str, body: bytes) -> None:
    """Keeps ``body``, whole or not at all."""
    folder = kept_cache_folder()
    if folder is None:
        return
    path = os.path.join(folder, name)
    temporary = f"{path}.{os.getpid()}"
    try:
        with open(temporary, "wb") as file:
            file.write(key.encode() + _checksum(body) + body)
        os.replace(temporary, path)
    except OSError:
        if os.path.exists(temporary):
            os.remove(temporary)


def _checksum(body: bytes) -> bytes:
    return f"{crc32(body):08x}".encode()
