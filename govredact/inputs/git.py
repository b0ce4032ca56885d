"""Which files git's index holds: only they may be masked in place, because only they can be had back."""
# pathlib costs start-up time.

from __future__ import annotations

import os

from govredact.errors import UsageError
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Far below every system's limit for a command line.
_PATHS_A_CALL = 200


def git_tracked(paths: Iterable[str]) -> set[str]:
    """Those of ``paths``, spelled as given, that are regular files in the index of their repository.

    Links are left out: the index holds the link and not what it leads to. UsageError where git is not installed.
    """
    by_repository: dict[str, dict[str, list[str]]] = {}
    for path in paths:
        folder = os.path.realpath(os.path.dirname(path) or os.curdir)
        top = None if os.path.islink(path) else _repository(folder)
        if top is not None:
            inside = os.path.relpath(os.path.join(folder, os.path.basename(path)), top).replace(os.sep, "/")
            by_repository.setdefault(top, {}).setdefault(inside, []).append(path)
    return {path for top, names in by_repository.items() for name in _listed(top, list(names)) for path in names.get(name, ())}


def _repository(folder: str) -> str | None:
    while not os.path.exists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent
    return folder


def _listed(top: str, names: list[str]) -> Iterator[str]:
    for start in range(0, len(names), _PATHS_A_CALL):
        yield from _ls_files(top, names[start : start + _PATHS_A_CALL])


def _ls_files(top: str, names: list[str]) -> list[str]:
    import subprocess

    # The repository is not trusted to name a program that watches its files.
    command = ["git", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-C", top, "ls-files", "-z", "--", *names]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        raise UsageError("git is not installed; masking in place needs it", kind="no_git") from None
    return [os.fsdecode(name) for name in done.stdout.split(b"\x00") if name] if done.returncode == 0 else []
