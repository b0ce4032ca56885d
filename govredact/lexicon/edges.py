"""What stands around a label: whether it is one, or part of a word."""

from __future__ import annotations

# Besides ASCII, what may follow a label that is a common word: signs that open or end something. Not ，。、.
_WIDE = "\u00a0\u3000：＝（【〔［；＞〉》”’│┃｜"
# By the first byte of what follows: whether it may be one of these (the lead bytes of all of them, and ASCII).
MAY_FOLLOW = bytes(byte < 0x80 or byte in {sign.encode()[0] for sign in _WIDE} for byte in range(256))


def is_delimited(text: str, end: int) -> bool:
    """Whether no Chinese text follows at ``end``: a sign, a letter, a digit, a border, or nothing."""
    after = text[end : end + 1]
    return after < "\x80" or after in _WIDE


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether ASCII letters at the ends of ``[start, end)`` are no part of a longer word (the ID in valid, the tel in hotel)."""
    return not (_letter(text, start) and start and _letter(text, start - 1)) and not (_letter(text, end - 1) and _letter(text, end))


def _letter(text: str, position: int) -> bool:
    char = text[position : position + 1]
    return char.isascii() and char.isalpha()
