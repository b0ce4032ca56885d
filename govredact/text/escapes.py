"""Escapes that stand in stored text: JSON (RFC 8259, section 7) and XML/HTML character references."""

from __future__ import annotations

import re

ESCAPES = {
    "json": re.compile(r'\\(?:u[0-9A-Fa-f]{4}|["\\/bfnrt])'),
    "xml": re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos|nbsp);"),
}
_JSON = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_XML = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\u00a0"}


def unescape(escape: str) -> str:
    """The one character that ``escape`` stands for; U+FFFD where it names none."""
    if escape[0] == "\\":
        return _JSON.get(escape[1]) or chr(int(escape[2:], 16))
    name = escape[1:-1]
    if name[0] != "#":
        return _XML[name]
    code = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    return chr(code) if 0 < code <= 0x10FFFF else "\ufffd"
