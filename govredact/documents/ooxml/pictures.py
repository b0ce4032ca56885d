"""What PNG and JPEG files say beside their pixels (PNG 11.3.3; JPEG APP and COM segments: Exif, XMP, IPTC), and files without it."""

from __future__ import annotations

import re
import struct
import zlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_TEXT_CHUNKS = frozenset((b"tEXt", b"zTXt", b"iTXt", b"eXIf"))
# APP0 (JFIF), APP2 (colour profile) and APP14 (Adobe) tell how to show the pixels; the others tell about the picture.
_SHOWN = frozenset((0xE0, 0xE2, 0xEE))
_SCAN = 0xDA
_MOST_TEXT = 1 << 20
_ASCII = re.compile(rb"[\x20-\x7e\xc2-\xf4][\x20-\x7e\x80-\xf4]{3,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e]\x00|[\x00-\xff][\x4e-\x9f]){3,}")


class Segment(NamedTuple):
    """One piece of a picture file: [start, end), and what it says ("" for what shows the picture)."""

    start: int
    end: int
    text: str


def segments(data: bytes) -> list[Segment] | None:
    """The pieces of a PNG or JPEG file in order, bytes behind its end included; None for another or a damaged file."""
    try:
        if data.startswith(_PNG):
            return list(_png(data))
        if data.startswith(_JPEG):
            return list(_jpeg(data))
    except (struct.error, IndexError):
        return None
    return None


def said(data: bytes) -> str | None:
    """All that the file says beside its pixels, one line for each piece; None where that cannot be told."""
    found = segments(data)
    return None if found is None else "\n".join(segment.text for segment in found if segment.text)


def drawn(data: bytes) -> str:
    """The texts in a metafile (EMF, WMF), which are drawn as text and shown to the reader."""
    return _readable(data)


def stripped(data: bytes) -> bytes:
    """The file with nothing but what shows the picture."""
    return b"".join([data[segment.start : segment.end] for segment in segments(data) or () if not segment.text])


def _png(data: bytes) -> Iterator[Segment]:
    yield Segment(0, len(_PNG), "")
    position, kind = len(_PNG), b""
    while kind != b"IEND" and position < len(data):
        length, kind = struct.unpack_from(">I4s", data, position)
        end = position + 12 + length
        content = data[position + 8 : end - 4]
        yield Segment(position, end, _chunk_text(kind, content) if kind in _TEXT_CHUNKS else "")
        position = end
    yield from _behind(data, position)


def _chunk_text(kind: bytes, content: bytes) -> str:
    if kind == b"zTXt":
        name, _, packed = content.partition(b"\x00")
        content = name + b" " + _unpacked(packed[1:])
    elif kind == b"iTXt":
        name, _, rest = content.partition(b"\x00")
        language, _, rest2 = rest[2:].partition(b"\x00")
        title, _, text = rest2.partition(b"\x00")
        content = b" ".join((name, language, title, _unpacked(text) if rest[:1] == b"\x01" else text))
    return _readable(content) or kind.decode()


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _MOST_TEXT)
    except zlib.error:
        return b""


def _jpeg(data: bytes) -> Iterator[Segment]:
    yield Segment(0, 2, "")
    position = 2
    while position < len(data):
        marker, kind, length = struct.unpack_from(">BBH", data, position)
        if marker != 0xFF:
            raise IndexError
        end = position + 2 + length
        telling = (0xE0 <= kind <= 0xEF or kind == 0xFE) and kind not in _SHOWN
        if kind == _SCAN:
            break
        yield Segment(position, end, (_readable(data[position + 4 : end]) or "segment") if telling else "")
        position = end
    finish = data.rfind(b"\xff\xd9")
    last = finish + 2 if finish > position else len(data)
    yield Segment(position, last, "")
    yield from _behind(data, last)


def _behind(data: bytes, position: int) -> Iterator[Segment]:
    """Bytes after the picture's end, which no program shows."""
    if position < len(data):
        yield Segment(position, len(data), _readable(data[position:]) or "bytes")


def _readable(content: bytes) -> str:
    content = content[:_MOST_TEXT]
    narrow = [match[0].decode("utf-8", "replace") for match in _ASCII.finditer(content)]
    wide = [match[0].decode("utf-16-le", "replace") for match in _WIDE.finditer(content)]
    return " ".join([*narrow, *wide]).replace("\n", " ")
