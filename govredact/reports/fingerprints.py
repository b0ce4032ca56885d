"""Fingerprints for formats that demand one for every finding and no two alike."""

from __future__ import annotations

import hashlib
from typing import Any


def made_fingerprint(*parts: str) -> str:
    """A fingerprint of 32 hexadecimal digits from parts that hold no value."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def unique_fingerprints(file: dict[str, Any]) -> list[str]:
    """One fingerprint for each finding of a file, in order.

    The engine's where it gave one; a repeated or missing one is made from path, entity, that fingerprint and an ordinal.
    """
    seen: dict[tuple[str, str], int] = {}
    result = []
    for finding in file["findings"]:
        key = (finding["entity"], finding["fingerprint"])
        ordinal = seen[key] = seen.get(key, 0) + 1
        if finding["fingerprint"] and ordinal == 1:
            result.append(finding["fingerprint"])
        else:
            result.append(made_fingerprint(file["path"], *key, str(ordinal)))
    return result
