"""File name patterns of --exclude and of the configuration's ``exclude`` and ``ignore``."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def matches(path: str, globs: Iterable[str]) -> bool:
    """Whether one of ``globs`` names ``path``, the end of it, or a folder above it.

    ``*.png`` and ``vendor`` match at any depth, ``docs/*.md`` from the start or below any folder; ``*`` also covers ``/``.
    """
    parts = path.replace("\\", "/").strip("/").split("/")
    tails = ["/".join(parts[start:end]) for start in range(len(parts)) for end in range(start + 1, len(parts) + 1)]
    return any(fnmatchcase(tail, glob) for glob in map(_normal, globs) for tail in tails)


def _normal(glob: str) -> str:
    return glob.replace("\\", "/").removeprefix("./").removeprefix("**/").removesuffix("/**").strip("/")
