"""Writing a package: the same parts give the same bytes."""

from __future__ import annotations

import io
import zipfile

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# The earliest time that a zip archive can state; nothing about the day of masking shows.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_PACKED = (".png", ".jpg", ".jpeg", ".gif", ".docx", ".xlsx", ".pptx", ".zip", ".wdp")


def pack(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip archive of ``parts`` in their order, without comment, extra fields or times."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts:
            info = zipfile.ZipInfo(name, _NO_TIME)
            info.compress_type = zipfile.ZIP_STORED if name.lower().endswith(_PACKED) else zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, content)
    return stream.getvalue()
