"""File name patterns of --exclude and of the configuration's ``exclude`` and ``ignore``."""

from __future__ import annotations

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def matches(path: str, globs: Iterable[str]) -> bool:
    """Whether one of ``globs`` names ``path`` or a folder above it.

    ``*.png`` and ``vendor`` match at any depth, ``docs/*.md`` from the start or below any folder; ``*`` also covers ``/``.
    """
    parts = _parts(path)
    return any(names_entry("/".join(parts[:end]), globs) for end in range(len(parts), 0, -1))


def names_entry(path: str, globs: Iterable[str]) -> bool:
    """As ``matches``, folders above left aside: the walk has asked about them on its way, and the user named the first."""
    from fnmatch import fnmatchcase  # brings re

    parts = _parts(path)
    tails = ["/".join(parts[start:]) for start in range(len(parts))]
    return any(fnmatchcase(tail, glob) for glob in map(_normal, globs) for tail in tails)


def _parts(path: str) -> list[str]:
    return path.replace("\\", "/").strip("/").split("/")


def _normal(glob: str) -> str:
    return glob.replace("\\", "/").removeprefix("./").removeprefix("**/").removesuffix("/**").strip("/")
