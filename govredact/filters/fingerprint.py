"""What makes a finding the same finding in the next run, without telling its value (DESIGN section 3).

With a key: HMAC-SHA256 of entity, normalised value and relative path; the same value in the same file is one fingerprint.
Without: SHA-256 of entity, relative path, the text beside the value on its line, and an ordinal among equals. Digits, Latin
letters and the value itself are blanked in that text, so the fingerprint would be the same for any other value.
"""

from __future__ import annotations

from govredact.filters.normal import normal
from govredact.text import lazy
from govredact.text.digests import sha256
from govredact.text.normalized import NormalizedText

LENGTH = 32
REACH = 20
_VALUES = lazy.compile("[0-9A-Za-z〇零一二三四五六七八九幺]+")
_SPACE = lazy.compile("\\s+")
_LINE_END = lazy.compile("[\r\n]")


class Ordinals:
    """Counts findings that look alike within one file; one object for each file. A likeness is known by the fingerprint of the first."""

    __slots__ = ("_seen",)

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def fingerprint(self, likeness: str) -> str:
        """The fingerprint of the next finding with this likeness."""
        first = _digest(likeness, 1)
        self._seen[first] = number = self._seen.get(first, 0) + 1
        return first if number == 1 else _digest(likeness, number)


def _digest(likeness: str, number: int) -> str:
    return sha256(f"{likeness}\0{number}".encode("utf-8", "surrogatepass"))[:LENGTH]


def of(entity: str, value: str, relative: str, around: tuple[str, str], ordinals: Ordinals, key: bytes | None) -> str:
    """The fingerprint of a finding: 32 hexadecimal digits.

    ``relative`` is the path below the folder that was named, ``around`` the text before and after the value (20 characters
    count). Findings of a file must come in order, since equal ones are numbered.
    """
    path = relative.replace("\\", "/")
    if key:
        import hmac  # only with a key

        return hmac.digest(key, "\0".join((entity, normal(value), path)).encode("utf-8", "surrogatepass"), "sha256").hex()[:LENGTH]
    return ordinals.fingerprint("\0".join((entity, path, *_blanked(around, value))))


def _blanked(around: tuple[str, str], value: str) -> tuple[str, str]:
    before = _LINE_END.split(around[0][-REACH:])[-1]
    after = _LINE_END.split(around[1][:REACH])[0]
    folded = _folded(value)
    return _without(before, folded, at_end=False), _without(after, folded, at_end=True)


def _folded(text: str) -> str:
    return text if text.isascii() and text.isalnum() else _SPACE.sub("", NormalizedText(text).text)


def _without(text: str, value: str, at_end: bool) -> str:
    """``text`` without ``value``, also where the cut after 20 characters left a part of it; digits and letters blanked.

    They are blanked first and in both, so that a number leaves no trace at all, not even by being equal to its neighbours.
    """
    text = _VALUES.sub("#", _folded(text))
    value = _VALUES.sub("#", value)
    if not value.strip("#"):
        return text
    text = text.replace(value, "#")
    for length in range(min(len(value) - 1, len(text)), 0, -1):
        if at_end and text.endswith(value[:length]):
            return text[:-length]
        if not at_end and text.startswith(value[-length:]):
            return text[length:]
    return text
