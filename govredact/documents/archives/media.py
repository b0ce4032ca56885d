"""What a member of an archive of pages is, by its media type: which ending opens it, and what is only listed."""

from __future__ import annotations

import re

_ENDINGS = {
    "text/html": ".html", "application/xhtml+xml": ".xhtml", "text/xml": ".xml", "application/xml": ".xml", "image/svg+xml": ".svg",
    "application/json": ".json", "text/csv": ".csv", "application/pdf": ".pdf", "message/rfc822": ".eml",
}  # fmt: skip
_TEXT = re.compile(r"text/|application/(?:x-)?(?:javascript|ecmascript)|multipart/", re.IGNORECASE)
_PICTURE = re.compile(r"image/(?!svg)", re.IGNORECASE)
_FONT = re.compile(r"font/|application/(?:x-)?font|application/vnd\.ms-fontobject", re.IGNORECASE)
_SAFE = re.compile(r"[^\w.() -]+")
_LONGEST = 80


def listed(kind: str) -> str:
    """Why a member of the media type ``kind`` is listed and not opened; "" for all others."""
    return "picture" if _PICTURE.match(kind) else "font" if _FONT.match(kind) else ""


def member_name(number: int, kind: str, given: str) -> str:
    """A name for member ``number`` (from 1): the last part of the address or file name it was given, with an ending that fits."""
    stem = _SAFE.sub("_", re.split(r"[?#]", given)[0].rstrip("/").rpartition("/")[2])[-_LONGEST:]
    ending = _ENDINGS.get(kind) or (".txt" if _TEXT.match(kind) else "")
    if ending and not stem.lower().endswith(ending):
        stem += ending
    return f"{number}-{stem}" if stem else str(number)
