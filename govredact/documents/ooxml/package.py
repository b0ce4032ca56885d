"""The zip package of a Word file, opened with limits and without trust in what it says about itself."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

from govredact.documents.limits import MEBIBYTE, Limits
from govredact.errors import CorruptDocumentError, EncryptedDocumentError, LimitExceededError

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, ValueError, NotImplementedError, OSError, RuntimeError, OverflowError)
_UNSAFE_NAME = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|[\x00-\x1f]")
_ENCRYPTED_FLAG = 0x1
# A ratio says nothing about small files: a few kilobytes of blanks are no bomb.
_RATIO_FROM = 32 * MEBIBYTE
# What a writer may put between two members: a data descriptor (16 or 24 bytes).
_MOST_BETWEEN = 24
_LOCAL_HEADER = 30


def member_names(data: bytes) -> list[str] | None:
    """The names in the directory of a zip archive; None where the archive is damaged."""
    try:
        return zipfile.ZipFile(io.BytesIO(data)).namelist()
    except _BROKEN:
        return None


class Package:
    """``names`` and bytes of the parts. CorruptDocumentError for damage, duplicate members and names that point outside."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._data = data
        self._limits = limits
        self._unpacked = 0
        self._counted: set[str] = set()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise _corrupt("not a complete zip package") from error
        self._members = [info for info in self._zip.infolist() if not info.is_dir()]
        # The part names in the order of the directory.
        self.names = [info.filename for info in self._members]
        self._check()

    @property
    def comment(self) -> str:
        """The comment of the archive, which no Office program shows."""
        return self._zip.comment.decode("utf-8", "replace")

    def read(self, name: str) -> bytes:
        """The unpacked bytes of one part; what it claims about its size is not believed."""
        room = min(self._limits.max_bytes, self._limits.max_unpacked - (0 if name in self._counted else self._unpacked))
        try:
            with self._zip.open(name) as member:
                content = member.read(room + 1)
        except _BROKEN as error:
            raise _corrupt("a part of the package is damaged") from error
        if name not in self._counted:
            self._counted.add(name)
            self._unpacked += len(content)
        self._check_unpacked(max(self._unpacked, len(content)))
        self._check_part(len(content))
        return content

    def unlisted_bytes(self) -> int:
        """Bytes that belong to no member of the directory: before, between and behind them."""
        position, found = 0, 0
        for info in sorted(self._members, key=lambda member: member.header_offset):
            found += _over(info.header_offset - position)
            position = info.header_offset + self._stored_size(info)
        return found + _over(self._zip.start_dir - position) if self._members else 0

    def _stored_size(self, info: zipfile.ZipInfo) -> int:
        header = self._data[info.header_offset : info.header_offset + _LOCAL_HEADER]
        name, extra = struct.unpack("<HH", header[26:30]) if len(header) == _LOCAL_HEADER else (0, 0)
        return int(_LOCAL_HEADER + name + extra + info.compress_size)

    def _check(self) -> None:
        if len(self._members) > self._limits.max_parts:
            raise LimitExceededError(f"more than {self._limits.max_parts} parts", limit="max_parts", maximum=self._limits.max_parts)
        if any(info.flag_bits & _ENCRYPTED_FLAG for info in self._members):
            raise EncryptedDocumentError("protected by a password", format="zip")
        if len({name.lower() for name in self.names}) < len(self._members):
            raise _corrupt("two parts of the package share one name")
        if any(_UNSAFE_NAME.search(info.orig_filename) for info in self._members):
            raise _corrupt("a part name points outside the package")
        self._check_unpacked(sum(info.file_size for info in self._members))
        self._check_part(max((info.file_size for info in self._members), default=0))

    def _check_part(self, size: int) -> None:
        """One part stands in memory as a text, several times over while it is masked."""
        if size > self._limits.max_bytes:
            maximum = self._limits.max_bytes
            raise LimitExceededError(f"a part of the package is larger than {maximum} bytes", limit="max_bytes", maximum=maximum)

    def _check_unpacked(self, size: int) -> None:
        if size > self._limits.max_unpacked:
            maximum = self._limits.max_unpacked
            raise LimitExceededError(f"unpacks to more than {maximum} bytes", limit="max_unpacked", maximum=maximum)
        if size > _RATIO_FROM and size > self._limits.max_ratio * len(self._data):
            maximum = self._limits.max_ratio
            raise LimitExceededError(f"unpacks to more than {maximum} times its size", limit="max_ratio", maximum=maximum)


def _over(gap: int) -> int:
    """The part of ``gap`` that no data descriptor explains."""
    return gap if gap > _MOST_BETWEEN else 0


def _corrupt(what: str) -> CorruptDocumentError:
    return CorruptDocumentError(what, format="docx")
