"""Header fields whose text is written in encoded words (RFC 2047): ``Subject: =?utf-8?B?...?=``."""

from __future__ import annotations

import base64
import re

_WORDS = re.compile(rb"=\?[^?\s]{1,40}\?[bBqQ]\?[^?]{0,2000}\?=(?:\r?\n?[ \t]+=\?[^?\s]{1,40}\?[bBqQ]\?[^?]{0,2000}\?=)*")
# A word may have 75 characters; so many bytes fit in one of base64.
_FITS = 42


def find(header: bytes) -> list[tuple[int, int, str]]:
    """(start, end, text) of each row of encoded words."""
    return [(*match.span(), _text(match[0].decode("ascii", "replace"))) for match in _WORDS.finditer(header)]


def _text(words: str) -> str:
    from email.errors import MessageError
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(words)))
    except (MessageError, LookupError, UnicodeError, ValueError):
        return words


def encode(text: str) -> bytes:
    """``text`` as encoded words, one a line."""
    chunks: list[bytes] = [b""]
    for char in text:
        coded = char.encode("utf-8", "replace")
        if len(chunks[-1]) + len(coded) > _FITS:
            chunks.append(b"")
        chunks[-1] += coded
    return b"\r\n ".join(b"=?utf-8?B?" + base64.b64encode(chunk) + b"?=" for chunk in chunks)
