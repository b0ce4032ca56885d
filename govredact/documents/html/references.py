"""Escapes of markup and addresses resolved with a map back: character references (WHATWG HTML, 13.2.5.72 to 80), percent signs."""

from __future__ import annotations

import re

from govredact.text.escapes import ESCAPES, unescape
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.documents.html.regions import Translation

_AFTER_NAME = re.compile("[=0-9A-Za-z]")
_ENCODED = re.compile("(?:%[0-9A-Fa-f]{2})+")
# Percent signs stand for bytes: of UTF-8 on most pages, of GBK on old Chinese ones.
_CODECS = ("utf-8", "gb18030")


def in_attribute(value: str) -> str:
    """``value`` as a browser reads an attribute: ``&copy=1`` in the query of an address stays what it is."""
    return ESCAPES["html"].sub(_resolved, value) if "&" in value else value


def _resolved(match: re.Match[str]) -> str:
    return match[0] if _is_literal(match) else unescape(match[0])


def _is_literal(match: re.Match[str]) -> bool:
    """Whether the reference counts as text inside an attribute: a name without a semicolon before a letter, digit or equals sign."""
    stored = match[0]
    return stored[1] != "#" and stored[-1] != ";" and _AFTER_NAME.match(match.string, match.end()) is not None


def add_attribute(translation: Translation, text: str, start: int, end: int) -> None:
    """Adds the attribute value ``text[start:end]`` as a browser reads it."""
    for match in ESCAPES["html"].finditer(text, start, end):
        if not _is_literal(match):
            translation.add(text[start : match.start()], start, match.start())
            translation.add(unescape(match[0]), *match.span())
            start = match.end()
    translation.add(text[start:end], start, end)


def add_script_string(translation: Translation, text: str, start: int, end: int) -> None:
    """Adds the content ``text[start:end]`` of a JavaScript string literal."""
    for match in ESCAPES["js"].finditer(text, start, end):
        translation.add(text[start : match.start()], start, match.start())
        translation.add(unescape(match[0]), *match.span())
        start = match.end()
    translation.add(text[start:end], start, end)


def add_address(translation: Translation, text: str, start: int, end: int) -> None:
    """Adds the address ``text[start:end]`` with its percent signs resolved, those excepted that no codec understands."""
    for match in _ENCODED.finditer(text, start, end):
        translation.add(text[start : match.start()], start, match.start())
        _add_bytes(translation, bytes.fromhex(match[0].replace("%", "")), match.start())
        start = match.end()
    translation.add(text[start:end], start, end)


def _add_bytes(translation: Translation, data: bytes, start: int) -> None:
    for codec in _CODECS:
        try:
            read = data.decode(codec)
        except UnicodeDecodeError:
            continue
        for char in read:
            width = 3 * len(char.encode(codec))
            translation.add(char, start, start + width)
            start += width
        return
    # One byte at a time: what is no text stays a sign that nobody takes for one.
    for number, byte in enumerate(data):
        translation.add(chr(byte) if byte < 0x80 else "\ufffd", start + 3 * number, start + 3 * number + 3)
