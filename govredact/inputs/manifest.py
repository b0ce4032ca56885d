"""``manifest.jsonl`` beside a dump of a site: where each file comes from, one JSON object a line.

``{"path": "news/1.html", "url": "…", "title": "…", "source": "…", "published": "2026-03-01", "level": "central"}``. ``path`` is seen
from the manifest's folder, with ``/`` between its parts; all other keys may be missing, and unknown ones do not count.
"""
# pathlib costs start-up time.

from __future__ import annotations

import os

from govredact.errors import ConfigError
from govredact.models import Origin
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

NAME = "manifest.jsonl"
_LARGEST = 256 * 1024 * 1024


class Manifests:
    """The manifests in the folders that were named and below them; each is read when a file beside it is asked for. Picklable."""

    def __init__(self, operands: Iterable[str]) -> None:
        self._roots = tuple(os.path.abspath(path) for path in operands)
        self._known: dict[str, dict[str, Origin]] = {}

    def origin(self, path: str) -> Origin | None:
        """What the nearest manifest says of the file at ``path``; ``None`` where none does. ConfigError for a damaged one."""
        full = os.path.abspath(path)
        folder = os.path.dirname(full)
        while True:
            found = self._entries(folder).get(os.path.relpath(full, folder).replace(os.sep, "/"))
            above = os.path.dirname(folder)
            if found is not None or above == folder or not self._is_inside(above):
                return found
            folder = above

    def _is_inside(self, folder: str) -> bool:
        return any(folder == root or folder.startswith(os.path.join(root, "")) for root in self._roots)

    def _entries(self, folder: str) -> dict[str, Origin]:
        known = self._known.get(folder)
        if known is None:
            path = os.path.join(folder, NAME)
            known = self._known[folder] = read(path) if os.path.isfile(path) else {}
        return known


def read(path: str) -> dict[str, Origin]:
    """The entries of a manifest by the path that each names; ConfigError with file and line for what cannot be read."""
    try:
        if os.path.getsize(path) > _LARGEST:
            raise ConfigError(f"{path}: larger than {_LARGEST} bytes, which no manifest is", kind="too_large", file=path, maximum=_LARGEST)
        with open(path, encoding="utf-8-sig") as file:
            return dict(_entry(path, number, line) for number, line in enumerate(file, 1) if line.strip())
    except (OSError, UnicodeDecodeError) as problem:
        message = f"{path}: cannot be read ({getattr(problem, 'strerror', None) or 'not UTF-8'})"
        raise ConfigError(message, kind="manifest_unreadable", file=path) from None


def _entry(path: str, number: int, line: str) -> tuple[str, Origin]:
    import json  # few folders have a manifest

    try:
        data = json.loads(line)
    except ValueError:
        data = None
    if not isinstance(data, dict) or not isinstance(data.get("path"), str) or not data["path"]:
        raise ConfigError(f"{path}:{number}: each line must be a JSON object with a path", kind="manifest_line", file=path, line=number)
    fields = [data.get(name) or "" for name in Origin._fields]
    if not all(isinstance(field, str) for field in fields):
        names = ", ".join(Origin._fields)
        raise ConfigError(f"{path}:{number}: {names} must be texts", kind="manifest_fields", file=path, line=number, fields=names)
    return data["path"].removeprefix("./"), Origin(*fields)
