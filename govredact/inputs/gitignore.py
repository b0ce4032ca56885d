"""The .gitignore files above and inside a folder, read as git reads them: the nearest one decides, its last match counts."""
# pathlib costs start-up time.

from __future__ import annotations

import os

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_NAME = ".gitignore"


class GitIgnore:
    """The rules in force in one folder. pathspec is imported only where there is a .gitignore file."""

    def __init__(self, rules: tuple[tuple[str, Any], ...] = ()) -> None:
        self._rules = rules

    @classmethod
    def above(cls, folder: str) -> GitIgnore:
        """The rules that hold in ``folder`` from its parents up to the repository; none where they ignore ``folder`` itself."""
        rules = cls()
        for parent in _parents(folder):
            rules = rules.entering(parent)
        return cls() if rules.ignores(folder, is_folder=True) else rules

    def entering(self, folder: str) -> GitIgnore:
        """These rules and those of the .gitignore in ``folder`` (an absolute path)."""
        path = os.path.join(folder, _NAME)
        try:
            with open(path, encoding="utf-8", errors="surrogateescape") as stream:
                lines = stream.read().splitlines()
        except (OSError, ValueError):
            return self
        spec = _spec(lines)
        return GitIgnore((*self._rules, (folder, spec))) if spec is not None else self

    def ignores(self, path: str, *, is_folder: bool) -> bool:
        """Whether the absolute ``path`` is ignored."""
        for folder, spec in reversed(self._rules):
            relative = os.path.relpath(path, folder).replace(os.sep, "/") + ("/" if is_folder else "")
            verdict = spec.check_file(relative).include
            if verdict is not None:
                return bool(verdict)
        return False


def _parents(folder: str) -> list[str]:
    """The folders from the root of the git repository down to the parent of ``folder``; none outside a repository."""
    found: list[str] = []
    while not os.path.exists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return []
        found.append(parent)
        folder = parent
    return found[::-1]


def _spec(lines: Iterable[str]) -> Any:
    """The compiled patterns; a line that makes no sense is left out, as git does."""
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        return GitIgnoreSpec.from_lines(line for line in lines if _is_pattern(line))


def _is_pattern(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
