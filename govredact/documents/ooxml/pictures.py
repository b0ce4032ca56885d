"""What picture files say beside their pixels, and files without it.

PNG (11.3.3), JPEG (APP and COM segments: Exif, XMP, IPTC), GIF (89a: comments, plain text, applications), WebP (EXIF and XMP chunks).
Others, such as TIFF and metafiles, are searched for texts and cannot be written.
"""

from __future__ import annotations

import re
import struct
import zlib

from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_GZIP = b"\x1f\x8b"
_GIF = (b"GIF87a", b"GIF89a")
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_RIFF, _WEBP = b"RIFF", b"WEBP"
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_TEXT_CHUNKS = frozenset((b"tEXt", b"zTXt", b"iTXt", b"eXIf"))
# APP0 (JFIF), APP2 (colour profile) and APP14 (Adobe) tell how to show the pixels; the others tell about the picture.
_SHOWN = frozenset((0xE0, 0xE2, 0xEE))
_SCAN = 0xDA
_TRAILER, _IMAGE, _EXTENSION, _CONTROL, _APPLICATION = 0x3B, 0x2C, 0x21, 0xF9, 0xFF
_MOST_DRAWN = 1 << 24
_MOST_TEXT = 1 << 20
_ASCII = re.compile(rb"[\x20-\x7e\xc2-\xf4][\x20-\x7e\x80-\xf4]{3,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e]\x00|[\x00-\xff][\x4e-\x9f]){3,}")


class Segment(NamedTuple):
    """One piece of a picture file: [start, end), and what it says ("" for what shows the picture)."""

    start: int
    end: int
    text: str


def segments(data: bytes) -> list[Segment] | None:
    """The pieces of a PNG, JPEG, GIF or WebP file in order, bytes behind its end included; None for another or a damaged file."""
    try:
        if data.startswith(_PNG):
            return list(_png(data))
        if data.startswith(_JPEG):
            return list(_jpeg(data))
        if data.startswith(_GIF):
            return list(_gif(data))
        if data.startswith(_RIFF) and data[8:12] == _WEBP:
            return list(_webp(data))
    except (struct.error, IndexError):
        return None
    return None


def said(data: bytes) -> str | None:
    """All that the file says beside its pixels, one line for each piece; None where that cannot be told."""
    found = segments(data)
    return None if found is None else "\n".join(segment.text for segment in found if segment.text)


def drawn(data: bytes) -> str:
    """The texts in a file of another kind: what a metafile (EMF, WMF, packed or not) draws, what a TIFF says."""
    if data.startswith(_GZIP):
        try:
            data = zlib.decompressobj(wbits=31).decompress(data, _MOST_DRAWN)
        except zlib.error:
            return ""
    # Long files of these kinds are pixels; what is said stands at their beginning or end.
    return _readable(data if len(data) <= _MOST_TEXT else data[: _MOST_TEXT // 2] + data[-_MOST_TEXT // 2 :])


def stripped(data: bytes) -> bytes:
    """The file with nothing but what shows the picture."""
    kept = b"".join([data[segment.start : segment.end] for segment in segments(data) or () if not segment.text])
    return _sized(kept) if kept.startswith(_RIFF) else kept


def _sized(webp: bytes) -> bytes:
    """A WebP file whose header says how long it is now, and that it holds neither Exif nor XMP."""
    head = bytearray(webp[:21])
    head[4:8] = struct.pack("<I", len(webp) - 8)
    if webp[12:16] == b"VP8X":
        head[20] &= ~0x0C & 0xFF
    return bytes(head) + webp[21:]


def _webp(data: bytes) -> Iterator[Segment]:
    last = min(len(data), 8 + struct.unpack_from("<I", data, 4)[0])
    yield Segment(0, 12, "")
    position = 12
    while position < last:
        kind, length = struct.unpack_from("<4sI", data, position)
        end = position + 8 + length + length % 2
        telling = kind in (b"EXIF", b"XMP ")
        yield Segment(position, end, (_readable(data[position + 8 : end]) or "chunk") if telling else "")
        position = end
    yield from _behind(data, position)


def _gif(data: bytes) -> Iterator[Segment]:
    flags = data[10]
    position = 13 + (3 << (flags & 7) + 1 if flags & 0x80 else 0)
    yield Segment(0, position, "")
    while data[position] != _TRAILER:
        start = position
        if data[position] == _IMAGE:
            flags = data[position + 9]
            position += 11 + (3 << (flags & 7) + 1 if flags & 0x80 else 0)
            shows = True
        elif data[position] == _EXTENSION:
            label, position = data[position + 1], position + 2
            shows = label == _CONTROL or (label == _APPLICATION and data[position + 1 : position + 12] in _LOOPS)
        else:
            raise IndexError
        while data[position]:
            position += 1 + data[position]
        position += 1
        yield Segment(start, position, "" if shows else _readable(data[start:position]) or "extension")
    yield Segment(position, position + 1, "")
    yield from _behind(data, position + 1)


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
