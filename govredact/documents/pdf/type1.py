"""Type 1 font programs without the outlines of glyphs that were taken out; what ``outlines`` does for TrueType and CFF.

LibreOffice writes OpenType fonts in this form. The charstrings lie in a part that is enciphered with public keys
(Adobe Type 1 Font Format 1.1, chapter 7); a glyph's charstring and name are overwritten in their own length.
"""

from __future__ import annotations

import re

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FILE_KEY, _GLYPH_KEY = 55665, 4330
_ONE, _TWO = 52845, 22719
_START = re.compile(rb"\beexec(?:\r\n|[\r\n \t])")
_GLYPH = re.compile(rb"/([^\s/]+)[ ]+([0-9]{1,6})[ ]+(?:RD|-\|)[ ]")
_ENCODED = re.compile(rb"dup\s+([0-9]{1,3})\s*/(\S+)\s+put")
_LENGTH_IV = re.compile(rb"/lenIV\s+(-?[0-9]{1,2})\b")
# 0 0 hsbw endchar
_EMPTY = b"\x8b\x8b\x0d\x0e"
_RANDOM = 4


class Type1Program:
    """One Type 1 program. Raises ValueError for what is none, or is stored in hexadecimal digits."""

    def __init__(self, data: bytes) -> None:
        start = _START.search(data)
        if start is None or not data.startswith(b"%!"):
            raise ValueError("no Type 1 program")
        self._clear = bytearray(data[: start.end()])
        self._private = bytearray(_deciphered(data[start.end() :], _FILE_KEY))
        begin = self._private.find(b"/CharStrings")
        if begin < 0:
            raise ValueError("no charstrings")
        found = _LENGTH_IV.search(self._private)
        self._random = int(found[1]) if found else _RANDOM
        self._glyphs: list[tuple[tuple[int, int], tuple[int, int]]] = []
        self._numbers: dict[str, int] = {}
        position = begin + len(b"/CharStrings")
        while match := _GLYPH.search(self._private, position):
            position = match.end() + int(match[2])
            self._numbers[match[1].decode("latin-1")] = len(self._glyphs)
            self._glyphs.append((match.span(1), (match.end(), min(position, len(self._private)))))
        self._encoding = {int(match[1]): match[2].decode("latin-1") for match in _ENCODED.finditer(self._clear)}

    @property
    def data(self) -> bytes:
        """The program as it is now."""
        return bytes(self._clear) + _enciphered(bytes(self._private), _FILE_KEY)

    def glyph_of_cid(self, cid: int) -> int:
        """None: these programs know no CIDs."""
        del cid
        return -1

    def glyphs_of_code(self, code: int, name: str, text: str) -> set[int]:
        """The glyphs that a code can mean, by its glyph name in the PDF or in the program."""
        del text
        names = (name or self._encoding.get(code, ""),)
        return {self._numbers[each] for each in names if each in self._numbers}

    def blank(self, numbers: Iterable[int], used: Iterable[int]) -> bool:
        """Empties the glyphs ``numbers`` but those that ``used`` ones are made of; whether anything changed."""
        kept = set(used)
        names = {number: name for name, number in self._numbers.items()}
        # A letter can be the base of an accented one (seac): á is named aacute.
        bases = {names[number][:1] for number in kept if number in names and len(names[number]) > 1}
        changed = False
        for number in set(numbers) - kept:
            if number not in names or names[number] == ".notdef" or names[number] in bases:
                continue
            self._empty(*self._glyphs[number], names[number].encode("latin-1"))
            changed = True
        return changed

    def _empty(self, name: tuple[int, int], span: tuple[int, int], old: bytes) -> None:
        size = span[1] - span[0]
        plain = (b"\0" * max(0, self._random) + _EMPTY + b"\x0e" * size)[:size]
        self._private[slice(*span)] = plain if self._random < 0 else _enciphered(plain, _GLYPH_KEY)
        new = b"x" * len(old)
        self._private[slice(*name)] = new
        self._clear = bytearray(re.sub(rb"/" + re.escape(old) + rb"(?=\s)", b"/" + new, bytes(self._clear)))


def _deciphered(data: bytes, key: int) -> bytes:
    plain = bytearray(len(data))
    for index, byte in enumerate(data):
        plain[index] = byte ^ (key >> 8)
        key = ((byte + key) * _ONE + _TWO) & 0xFFFF
    return bytes(plain)


def _enciphered(data: bytes, key: int) -> bytes:
    cipher = bytearray(len(data))
    for index, byte in enumerate(data):
        cipher[index] = value = byte ^ (key >> 8)
        key = ((value + key) * _ONE + _TWO) & 0xFFFF
    return bytes(cipher)
