"""What a later run can use again, in the user's own cache folder: plain values, each file with what it was made from and a digest.

A file that was made from something else, that is damaged, or that lies in a folder others may write to is not used; a folder that takes no
file only means that the next start is as long as this one.
"""

from __future__ import annotations

import marshal
import os

from govredact.text.digests import sha256
from govredact.text.folders import kept_cache_folder
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

_HEAD = 128  # two digests of 64 hexadecimal digits


def read(name: str, key: str) -> Any:
    """The value kept under ``name`` if it was made from what ``key`` (64 hexadecimal digits) stands for; None where there is none."""
    folder = kept_cache_folder()
    if folder is None:
        return None
    try:
        with open(os.path.join(folder, name), "rb") as file:
            data = memoryview(file.read())
        head, body = str(data[:_HEAD], "ascii"), data[_HEAD:]
        return marshal.loads(body) if head == key + sha256(body) else None
    except (OSError, ValueError, EOFError, TypeError):
        return None


def write(name: str, key: str, value: Any) -> None:
    """Keeps ``value``, which ``marshal`` must know, whole or not at all."""
    folder = kept_cache_folder()
    if folder is None:
        return
    body = marshal.dumps(value)
    path = os.path.join(folder, name)
    temporary = f"{path}.{os.getpid()}"
    try:
        with open(temporary, "wb") as file:
            file.write((key + sha256(body)).encode("ascii") + body)
        os.replace(temporary, path)
    except OSError:
        if os.path.exists(temporary):
            os.remove(temporary)
