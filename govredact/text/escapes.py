"""Escapes that stand in stored text: JSON (RFC 8259, 7), XML and HTML character references, JavaScript string literals."""

from __future__ import annotations

from govredact.text import lazy

# Names that browsers resolve without a semicolon too, the letters with accents left out.
_BARE = "amp|AMP|lt|LT|gt|GT|quot|QUOT|nbsp|shy|copy|COPY|reg|REG|middot|times|divide|deg|plusmn|yen|cent|pound|sect|para|laquo|raquo"
ESCAPES = {
    "json": lazy.compile(r'\\(?:u[0-9A-Fa-f]{4}|["\\/bfnrt])'),
    "xml": lazy.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos|nbsp);"),
    "html": lazy.compile(rf"&(?:#[0-9]++;?|#[xX][0-9A-Fa-f]++;?|[a-zA-Z]{{2,31}}[0-9]{{0,2}};|(?:{_BARE}))"),
    "js": lazy.compile(r"""\\(?:u[0-9A-Fa-f]{4}|u\{[0-9A-Fa-f]{1,6}\}|x[0-9A-Fa-f]{2}|["'`\\/bfnrtv])"""),
}
_JSON = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "'": "'", "`": "`"}
_XML = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\u00a0"}
_LONGEST_CODE = 7


def unescape(escape: str) -> str:
    """The character that ``escape`` stands for; U+FFFD where it names none, ``escape`` itself for a name that nobody knows."""
    if escape[0] == "\\":
        return _JSON.get(escape[1]) or _scripted(escape[2:].strip("{}"))
    name = escape[1:].removesuffix(";")
    if name[0] != "#":
        return _XML.get(name) or _named(name)
    char = _character(name[2:], 16) if name[1] in "xX" else _character(name[1:], 10)
    # Pages written for Windows say 150 and mean a dash (WHATWG HTML, 13.2.5.80).
    return ord(char).to_bytes().decode("cp1252", "replace") if "\x80" <= char <= "\x9f" else char


def _named(name: str) -> str:
    from html.entities import html5  # two thousand names, of which most texts need none

    return html5.get(f"{name};", f"&{name};")


def _scripted(digits: str) -> str:
    code = int(digits, 16)
    return chr(code) if code <= 0x10FFFF else "\ufffd"


def _character(digits: str, base: int) -> str:
    digits = digits.lstrip("0")
    code = int(digits, base) if 0 < len(digits) <= _LONGEST_CODE else 0
    return chr(code) if 0 < code <= 0x10FFFF else "\ufffd"
