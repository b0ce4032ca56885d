"""Compound files (MS-CFB, version 3) for tests: a root with a few streams, none of them short."""

from __future__ import annotations

import struct

_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_SHORT = 4096


def compound(streams: dict[str, bytes]) -> bytes:
    """A file with ``streams``; each is filled up to the length from which it need not stand in the short-stream container."""
    fat: list[int] = [_FAT, _END]
    data, entries = b"", [_entry("Root Entry", 5, _END, 0, child=1)]
    for number, (name, content) in enumerate(streams.items(), 1):
        content = content.ljust(_SHORT, b"\0")
        count = -(-len(content) // _SECTOR)
        start = len(fat)
        fat += [*range(start + 1, start + count), _END]
        data += content.ljust(count * _SECTOR, b"\0")
        entries.append(_entry(name, 2, start, len(content), right=number + 1 if number < len(streams) else _FREE))
    assert len(fat) <= 128
    assert len(entries) <= 4
    table = struct.pack("<128I", *(fat + [_FREE] * (128 - len(fat))))
    return _header() + table + b"".join(entries).ljust(_SECTOR, b"\0") + data


def _header() -> bytes:
    fixed = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        b"",
        0,
        1,
        1,
        0,
        _SHORT,
        _END,
        0,
        _END,
        0,
        0,
    )
    return fixed + struct.pack("<108I", *[_FREE] * 108)


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE, right: int = _FREE) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    return struct.pack("<64sHBBIII16sIQQIQ", text, len(text), kind, 1, _FREE, right, child, b"", 0, 0, 0, start, size)


def native(label: str, content: bytes) -> bytes:
    """The stream of a file that was dragged into a text."""
    name = label.encode("gb18030") + b"\0"
    path = f"C:\\资料\\{label}".encode("gb18030") + b"\0"
    body = b"\2\0" + name + path + b"\0\0\3\0" + struct.pack("<I", len(path)) + path + struct.pack("<I", len(content)) + content
    return struct.pack("<I", len(body)) + body
