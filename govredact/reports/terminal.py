"""What a terminal needs: widths of East Asian characters, colours, and no control characters from documents."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

from govredact.text import lazy

_COLOURS = {"red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36", "bold": "1", "dim": "2", "bold red": "1;31"}
# Escape sequences, line breaks and bidirectional overrides could rewrite what the reader sees around them.
_UNSAFE = lazy.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def printable(text: str) -> str:
    """The text on one line, with control and invisible characters written as escapes."""
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def width(text: str) -> int:
    """How many columns the text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def pad(text: str, columns: int) -> str:
    """The text filled with spaces to ``columns``; a longer text stays whole."""
    return text + " " * (columns - width(text))


def shorten(text: str, columns: int) -> str:
    """The text cut to ``columns`` with ``…`` at its end."""
    if width(text) <= columns:
        return text
    kept, used = [], 1
    for character in text:
        used += width(character)
        if used > columns:
            break
        kept.append(character)
    return "".join(kept) + "…"


def paint(text: str, colour: str, wanted: bool) -> str:
    """The text in a colour of the terminal, or as it is."""
    return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if wanted and text else text
