"""The lexer of content streams (ISO 32000-2, 7.2 to 7.3): one operator at a time, with the place of everything in the bytes.

Places are what removal needs: an operator that loses glyphs is replaced, every other byte of the stream stays as it was.
"""

from __future__ import annotations

import re

from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

# Possessive throughout: what does not match must not be tried again in other pieces.
_SKIP = rb"(?:[\x00\t\n\x0c\r ]++|%[^\r\n]*+)*+"
_TOKEN = re.compile(
    _SKIP + rb"(?:([^\x00\t\n\x0c\r ()<>\[\]{}/%]+)"  # 1: number or operator
    rb"|(/[^\x00\t\n\x0c\r ()<>\[\]{}/%]*)"  # 2: name
    rb"|(<[0-9A-Fa-f\x00\t\n\x0c\r ]*>)"  # 3: hexadecimal string
    rb"|(\((?:[^()\\]++|\\[\s\S])*+\))"  # 4: string without brackets inside
    rb"|(<<|>>|[\[\]{}()<>]))"  # 5: delimiter
)
_COMMENT = re.compile(_TOKEN.pattern.removeprefix(_SKIP) + rb"|(%[^\r\n]*)")
_PARENTHESES = re.compile(rb"[()\\]")
_NUMBER_START = frozenset(b"0123456789+-.")
_SLOPPY_NUMBER = re.compile(rb"[-+]*([0-9]*\.?[0-9]*)")
_NAME_ESCAPE = re.compile(r"#([0-9A-Fa-f]{2})")
_STRING_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|[\s\S])|\r\n?")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_IMAGE_END = re.compile(rb"[\x00\t\n\x0c\r ]EI(?=[\x00\t\n\x0c\r ]|\Z)")
_HUGE = 1e9
_DEEPEST = 64


class String(NamedTuple):
    """A string and its place, brackets included."""

    start: int
    end: int
    value: bytes


class Dictionary(NamedTuple):
    """An inline dictionary: (key, value, start of the key, end of the value) for each entry."""

    entries: tuple[tuple[str, Any, int, int], ...]


class Operation(NamedTuple):
    """One operator with its operands; [start, end) covers both."""

    operator: bytes
    operands: list[Any]
    start: int
    end: int


def operations(data: bytes) -> Iterator[Operation]:
    """The operations of a content stream. Operands are floats, ``/names``, Strings, lists and Dictionaries.

    Damage (a lone bracket, a string without an end) is skipped as viewers skip it.
    """
    position, first = 0, -1
    operands: list[Any] = []
    stack: list[tuple[list[Any], list[int]]] = []
    places: list[int] = []
    match = _TOKEN.match
    while found := match(data, position):
        kind = found.lastindex
        start, position = found.span(kind or 0)
        if first < 0:
            first = start
        if kind == 1:
            word = found[1]
            if word[0] in _NUMBER_START:
                operands.append(_number(word))
            elif stack:
                operands.append(word)
            else:
                if word == b"BI":
                    position = _image_end(data, position)
                yield Operation(word, operands, first, position)
                operands, places, first = [], [], -1
                continue
        elif kind == 2:
            operands.append(name(found[2]))
        elif kind == 3:
            operands.append(String(start, position, _hexadecimal(found[3])))
        elif kind == 4:
            operands.append(String(start, position, _literal(found[4][1:-1])))
        else:
            delimiter = found[5]
            if delimiter == b"(":
                position = _string_end(data, start)
                operands.append(String(start, position, _literal(data[start + 1 : position - 1])))
            elif delimiter in (b"[", b"<<"):
                places.append(start)
                if len(stack) < _DEEPEST:
                    stack.append((operands, places))
                    operands, places = [], []
                continue
            elif delimiter in (b"]", b">>") and stack:
                inner, inner_places = operands, places
                operands, places = stack.pop()
                operands.append(inner if delimiter == b"]" else _dictionary(inner, inner_places, position))
                continue
        places.append(start)


def comments(data: bytes) -> Iterator[tuple[int, int]]:
    """The places of comments, which nobody sees on the page."""
    if b"%" not in data:
        return
    position = 0
    while found := _COMMENT.search(data, position):
        position = found.end()
        if found[6] is not None:
            yield found.span(6)
        elif found[5] == b"(":
            position = _string_end(data, found.start())
        elif found[1] == b"BI":
            position = _image_end(data, position)


def _number(word: bytes) -> float:
    try:
        value = float(word)
    except ValueError:
        found = _SLOPPY_NUMBER.match(word)
        digits = found[1] if found else b""
        value = float(digits) if digits.strip(b".") else 0.0
        value = -value if word[:1] == b"-" else value
    return value if -_HUGE < value < _HUGE else 0.0


def name(raw: bytes) -> str:
    """A name as pikepdf spells it: with its slash, escapes resolved."""
    text = raw.decode("latin-1")
    return _NAME_ESCAPE.sub(lambda m: chr(int(m[1], 16)), text) if "#" in text else text


def _hexadecimal(raw: bytes) -> bytes:
    digits = b"".join(raw[1:-1].replace(b"\0", b"").split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _literal(raw: bytes) -> bytes:
    if b"\\" not in raw and b"\r" not in raw:
        return raw
    return _STRING_ESCAPE.sub(_unescape, raw)


class _Meanings(dict[bytes, bytes]):
    """What stands for an escape in a string, worked out once for each that occurs."""

    def __missing__(self, escape: bytes) -> bytes:
        text = escape[1:] if escape[:1] == b"\\" else b""
        if not text:
            meaning = b"\n"
        elif text[:1].isdigit() and text[:1] not in b"89":
            meaning = bytes((int(text, 8) & 0xFF,))
        else:
            meaning = _ESCAPED.get(text, text)
        self[escape] = meaning
        return meaning


_MEANINGS = _Meanings()


def _unescape(match: re.Match[bytes]) -> bytes:
    return _MEANINGS[match[0]]


def _string_end(data: bytes, start: int) -> int:
    """The offset behind the bracket that closes the string at ``start``; the end of ``data`` where none does."""
    depth, position = 0, start
    while found := _PARENTHESES.search(data, position):
        position = found.end()
        if found[0] == b"\\":
            position += 1
        else:
            depth += 1 if found[0] == b"(" else -1
            if not depth:
                return position
    return len(data)


def _image_end(data: bytes, position: int) -> int:
    """The offset behind EI: the first one that is not followed by binary data."""
    for found in _IMAGE_END.finditer(data, position):
        following = data[found.end() : found.end() + 12]
        if all(32 <= byte < 127 or byte in b"\0\t\n\f\r" for byte in following):
            return found.end()
    return len(data)


def _dictionary(items: list[Any], places: list[int], end: int) -> Dictionary:
    entries = []
    for index in range(0, len(items) - 1, 2):
        if isinstance(items[index], str) and index + 1 < len(places):
            stop = places[index + 2] if index + 2 < len(places) else end - 2
            entries.append((items[index], items[index + 1], places[index], stop))
    return Dictionary(tuple(entries))
