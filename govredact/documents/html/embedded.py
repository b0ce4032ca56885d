"""Documents written into addresses (RFC 2397, ``data:``): decoded to be read, and put back in the form they had."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import quote_from_bytes, unquote_to_bytes

from govredact.documents.html.references import in_attribute
from govredact.models import Edit, Gap
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.documents.html.page import Page

_HEAD = re.compile(r"\s{0,9}data:([\w.+/-]{0,80})((?:;[^;,]{0,80}){0,8}),", re.IGNORECASE)
_SHOWN = re.compile(r"(?:image/(?!svg)|font/|application/(?:x-)?font)", re.IGNORECASE)
_ENDINGS = {"text/html": ".html", "image/svg+xml": ".svg", "application/json": ".json", "text/xml": ".xml", "text/csv": ".csv"}
_TEXT = re.compile("text/|$|application/(?:x-)?javascript", re.IGNORECASE)


class Embedded(NamedTuple):
    """One document: its name as a member, its bytes, and where its encoded form stands in the file."""

    name: str
    data: bytes
    start: int
    end: int
    packed: bool

    def put_back(self, data: bytes) -> Edit:
        """The edit that writes ``data`` in its place."""
        written = base64.b64encode(data).decode("ascii") if self.packed else quote_from_bytes(data, safe="/:,;=*")
        return Edit(0, self.start, self.end, written)


def find(pages: Iterable[Page]) -> tuple[list[Embedded], list[Gap]]:
    """The embedded documents of all pages, and what is a picture or cannot be decoded."""
    found: list[Embedded] = []
    gaps: list[Gap] = []
    for page in pages:
        for start, end, tag in page.data:
            place = f"data in {tag}"
            head = _HEAD.match(page.region.text, start, end)
            if head is None:
                gaps.append(Gap(place, "unknown_part", blocking=True))
            elif _SHOWN.match(head[1]):
                gaps.append(Gap(place, "font" if "font" in head[1].lower() else "picture", blocking=False))
            else:
                _add(found, gaps, place, page, head, end)
    return found, gaps


def _add(found: list[Embedded], gaps: list[Gap], place: str, page: Page, head: re.Match[str], end: int) -> None:
    packed = head[2].lower().replace(" ", "").endswith(";base64")
    stored = in_attribute(page.region.text[head.end() : end])
    encoded = unquote_to_bytes(stored)
    data = _unpacked(encoded) if packed else encoded
    if data is None:
        gaps.append(Gap(place, "unknown_part", blocking=True))
    elif data.strip():
        kind = head[1].lower()
        ending = _ENDINGS.get(kind) or (".txt" if _TEXT.match(kind) else "")
        found.append(Embedded(f"data-{len(found) + 1}{ending}", data, *page.region.span(head.end(), end), packed))


def _unpacked(data: bytes) -> bytes | None:
    """Base64 as browsers read it: white space and a missing end do not matter."""
    data = re.sub(rb"[\s=]", b"", data).replace(b"-", b"+").replace(b"_", b"/")
    try:
        return base64.b64decode(data + b"=" * (-len(data) % 4), validate=True)
    except binascii.Error:
        return None
