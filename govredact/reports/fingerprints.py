"""Fingerprints for formats that demand one for every finding and no two alike."""

from __future__ import annotations

import hashlib

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any


class Fingerprints:
    """Hands out fingerprints within one report: the engine's where it gave one, and a made one for a missing or repeated."""

    __slots__ = ("_seen",)

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def of_finding(self, path: str, finding: dict[str, Any]) -> str:
        """The fingerprint of one finding of the file at ``path``."""
        given: str = finding["fingerprint"]
        if given and given not in self._seen:
            self._seen[given] = 1
            return given
        return self.of_parts(path, finding["entity"], given)

    def of_parts(self, *parts: str) -> str:
        """32 hexadecimal digits from parts that hold no value, and from how often they came before."""
        key = "\n".join(parts)
        ordinal = self._seen[key] = self._seen.get(key, 0) + 1
        return hashlib.sha256(f"{key}\n{ordinal}".encode()).hexdigest()[:32]
