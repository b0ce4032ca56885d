"""OLE objects (MS-CFB) that carry a file: an Office package, or any file that was dragged into the text (MS-OLEDS 2.3.6)."""

from __future__ import annotations

import io
import struct

from govredact.typed import NamedTuple

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKAGE = "Package"
_NATIVE = "\x01Ole10Native"
_ZIP = b"PK\x03\x04"


class Carried(NamedTuple):
    """The file inside an object: its name there, its bytes, and what the object says about it (paths on the author's machine)."""

    name: str
    data: bytes
    said: str


def carried(data: bytes) -> Carried | None:
    """The file that an OLE object carries; None for an object of another kind (a formula, a legacy document) or a damaged one."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            if container.exists(_PACKAGE):
                content = container.openstream(_PACKAGE).read()
                return Carried(_PACKAGE, content, "") if content.startswith(_ZIP) else None
            return _native(container.openstream(_NATIVE).read()) if container.exists(_NATIVE) else None
    except (OSError, ValueError, struct.error, IndexError, TypeError, AttributeError):
        # olefile raises all of these on damaged files.
        return None


def _native(stream: bytes) -> Carried | None:
    label, position = _string(stream, 6)
    path, position = _string(stream, position)
    length = struct.unpack_from("<I", stream, position + 4)[0]
    temporary = stream[position + 8 : position + 8 + length].rstrip(b"\0")
    position += 8 + length
    size = struct.unpack_from("<I", stream, position)[0]
    content = stream[position + 4 : position + 4 + size]
    wide = stream[position + 4 + size :].decode("utf-16-le", "replace").replace("\0", "\n")
    said = "\n".join([_text(label), _text(path), _text(temporary), wide])
    if not content:
        return None
    return Carried(_text(label).replace("\\", "/").rsplit("/", 1)[-1] or "file", content, said)


def _string(stream: bytes, start: int) -> tuple[bytes, int]:
    end = stream.index(b"\0", start)
    return stream[start:end], end + 1


def _text(name: bytes) -> str:
    """A name in the code page of the author's machine."""
    try:
        return name.decode()
    except UnicodeDecodeError:
        return name.decode("gb18030", "replace")
