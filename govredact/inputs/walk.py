"""The walk over the paths that the user named: every file once, in a fixed order, and a reason for everything left out."""
# pathlib costs start-up time.

from __future__ import annotations

import os
import stat

from govredact.errors import AccessError
from govredact.files import access_error
from govredact.inputs.entry import STDIN, Input
from govredact.inputs.gitignore import GitIgnore
from govredact.inputs.globs import names_entry
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class _Rules(NamedTuple):
    exclude: tuple[str, ...]
    ignore: tuple[str, ...]
    gitignore: bool


class _Folder(NamedTuple):
    path: str
    inner: str
    rules: GitIgnore


def walk(
    paths: Iterable[str],
    *,
    exclude: Sequence[str] = (),
    ignore: Sequence[str] = (),
    gitignore: bool = True,
    stdin_name: str = "",
) -> Iterator[Input]:
    """The files that ``paths`` name, folders in the order of their names. ``-`` is standard input, called ``stdin_name``.

    Inside folders, hidden files, links to folders, special files and what ``exclude``, ``ignore`` or .gitignore name are
    skipped with a reason; what is named is read in any case. A path that cannot be read is an entry with an error, and the
    walk goes on. Nothing is raised.
    """
    rules = _Rules(tuple(exclude), tuple(ignore), gitignore)
    seen: set[str] = set()
    for path in paths:
        for found in _named(path, rules, stdin_name):
            key = found.path if found.kind == "stdin" else os.path.abspath(found.path)
            if found.kind in ("file", "stdin"):
                if key in seen:
                    continue
                seen.add(key)
            yield found


def _named(path: str, rules: _Rules, stdin_name: str) -> Iterator[Input]:
    if path == STDIN:
        yield Input(stdin_name or STDIN, os.path.basename(stdin_name) or STDIN, "stdin", explicit=True)
        return
    shown = _display(path)
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        yield Input(shown, os.path.basename(shown), "error", explicit=True, error=access_error(error))
        return
    if stat.S_ISDIR(mode):
        top = os.path.abspath(path)
        yield from _tree(_Folder("" if shown == "." else shown, "", GitIgnore.above(top) if rules.gitignore else GitIgnore()), rules)
    else:
        yield Input(shown, os.path.basename(shown), explicit=True)


def _display(path: str) -> str:
    """``./a//b/`` as ``a/b``; where the path leads stays as written."""
    parts = [part for part in path.replace(os.altsep or os.sep, os.sep).split(os.sep) if part not in ("", ".")]
    return (os.sep if path.startswith(os.sep) else "") + os.sep.join(parts) or os.curdir


def _tree(top: _Folder, rules: _Rules) -> Iterator[Input]:
    """Depth first, with an explicit stack: folders may be nested deeper than Python recurses."""
    stack = [iter(_entries(top, rules))]
    while stack:
        found = next(stack[-1], None)
        if found is None:
            stack.pop()
        elif isinstance(found, _Folder):
            stack.append(iter(_entries(found, rules)))
        else:
            yield found


def _entries(folder: _Folder, rules: _Rules) -> Iterator[Input | _Folder]:
    try:
        with os.scandir(folder.path or os.curdir) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield Input(folder.path or os.curdir, folder.inner, "error", error=access_error(error))
        return
    absolute = os.path.abspath(folder.path)
    inside = folder.rules.entering(absolute) if rules.gitignore else folder.rules
    for entry in entries:
        shown, inner = os.path.join(folder.path, entry.name), os.path.join(folder.inner, entry.name)
        found = _entry(entry, shown, inner, rules)
        if found.kind == "file" and inside.ignores(os.path.join(absolute, entry.name), is_folder=found.reason == "folder"):
            yield found._replace(kind="skipped", reason="gitignored")
        elif found.reason == "folder":
            yield _Folder(shown, inner, inside)
        else:
            yield found


def _entry(entry: os.DirEntry[str], shown: str, inner: str, rules: _Rules) -> Input:
    """What the entry is, .gitignore left aside; a folder to walk into has the reason ``folder``."""
    if entry.name.startswith("."):
        return Input(shown, inner, "skipped", reason="hidden")
    for reason, globs in (("excluded", rules.exclude), ("ignored", rules.ignore)):
        if globs and names_entry(shown, globs):
            return Input(shown, inner, "skipped", reason=reason)
    try:
        mode = entry.stat().st_mode
        if stat.S_ISDIR(mode):
            return _linked_folder(shown, inner) if entry.is_symlink() else Input(shown, inner, reason="folder")
    except OSError as error:
        return Input(shown, inner, "error", error=access_error(error))
    return Input(shown, inner) if stat.S_ISREG(mode) else Input(shown, inner, "skipped", reason="special_file")


def _linked_folder(shown: str, inner: str) -> Input:
    """Links to folders are not followed: they lead out of what was named, or back into it for ever."""
    here, there = os.path.realpath(os.path.dirname(shown)), os.path.realpath(shown)
    if here == there or here.startswith(os.path.join(there, "")):
        return Input(shown, inner, "error", error=AccessError("a link leads back to a folder above it", kind="loop"))
    return Input(shown, inner, "skipped", reason="symlink")
