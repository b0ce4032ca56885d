"""What pictures inside a PDF say beside their pixels: segments of JPEG files, boxes of JPEG 2000 files (ISO 15444-1, Annex I)."""

from __future__ import annotations

import struct
import zlib

import pikepdf

from govredact.documents.ooxml import pictures as files
from govredact.documents.pdf.source import filters
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from govredact.documents.pdf.source import Source

# The part of a file, as leaves name it, that these texts are.
PICTURES = "pictures"
_CODED = frozenset(("/DCTDecode", "/JPXDecode"))
_JP2 = b"\x00\x00\x00\x0cjP  "
# Signature, file type, header (size, colour) and code stream show the picture.
_SHOWN = frozenset((b"jP  ", b"ftyp", b"jp2h", b"jp2c", b"rreq"))
_MOST_TEXT = 1 << 20


def texts(source: Source) -> Iterator[tuple[tuple[int, int], str]]:
    """(object, text) of each picture that says something."""
    for entry in source.pdf.objects:
        if isinstance(entry, pikepdf.Stream):
            text = _said(_file(entry))
            if text:
                yield entry.objgen, text


def strip(source: Source) -> None:
    """Takes everything but what shows the picture out of the files of all pictures."""
    for entry in source.pdf.objects:
        if isinstance(entry, pikepdf.Stream):
            data = _file(entry)
            if _said(data):
                kept = (
                    b"".join(data[start:end] for start, end, shown in _boxes(data) if shown)
                    if data.startswith(_JP2)
                    else files.stripped(data)
                )
                entry.write(kept, filter=pikepdf.Name(filters(entry)[-1]))


def _file(stream: Any) -> bytes:
    """The bytes of the picture's own file format; none for pictures that are stored as samples."""
    names = filters(stream)
    if not names or names[-1] not in _CODED or ("/DecodeParms" in stream and len(names) > 1):
        return b""
    data = bytes(stream.read_raw_bytes())
    for name in names[:-1]:
        if name != "/FlateDecode":
            return b""
        try:
            data = zlib.decompressobj().decompress(data, max(1 << 24, 64 * len(data)))
        except zlib.error:
            return b""
    return data


def _said(data: bytes) -> str:
    if data.startswith(_JP2):
        return " ".join(data[start + 8 : end][:_MOST_TEXT].decode("utf-8", "replace") for start, end, shown in _boxes(data) if not shown)
    return files.said(data) or ""


def _boxes(data: bytes) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether it shows the picture) of each box of a JPEG 2000 file."""
    position = 0
    while position + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, position)
        if size == 1 and position + 16 <= len(data):
            size = struct.unpack_from(">Q", data, position + 8)[0]
        end = position + size if size >= 8 else len(data)
        yield position, min(end, len(data)), kind in _SHOWN
        position = end
