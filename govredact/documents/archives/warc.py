"""WARC (ISO 28500), plain and packed record by record: a crawl of a site, scanned page by page. Damaged records are listed."""

from __future__ import annotations

import re
import zlib
from functools import partial

from govredact.documents.archives import media
from govredact.documents.base import Document
from govredact.documents.limits import Deadline
from govredact.errors import CorruptDocumentError, LimitExceededError, MaskingUnsupportedError
from govredact.models import Gap, Location, Member, Passage
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govredact.documents.limits import Limits
    from govredact.models import Edit

_START = re.compile(rb"WARC/[01]\.[0-9]{1,2}\r?\n")
_FIELD = re.compile(r"^([A-Za-z-]{2,40}):[ \t]{0,8}([^\r\n]*)", re.MULTILINE)
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_AFTER = re.compile(rb"(?:\r?\n){1,4}")
_MOST_HEADER = 1 << 16
_BLOCK = 1 << 16
_GZIP = b"\x1f\x8b"
_CHUNK = re.compile(rb"\s{0,4}([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")


class Record(NamedTuple):
    """One record: its number from 1, its header fields, and its content with the protocol's own header taken off."""

    number: int
    fields: dict[str, str]
    head: str
    content: bytes


class WarcDocument(Document):
    """A crawl. Its records are members; it can be scanned and not masked."""

    def __init__(self, data: bytes, format_name: str, limits: Limits) -> None:
        super().__init__(data, format_name, limits)
        self._records: list[Record] | None = None
        self._room = limits.max_unpacked

    def passages(self) -> Iterator[Passage]:
        """The headers of all records: addresses and what servers said."""
        self._places = 1
        heads = [head for record in self._read() for head in ("\n".join(record.fields.values()), record.head) if head]
        yield _HeadersPassage("\n".join(heads), "record headers")

    def members(self) -> Iterator[Member]:
        """The content of the records, pictures and fonts excepted."""
        for record in self._read():
            kind = _kind(record)
            if record.content.strip() and not media.listed(kind):
                name = media.member_name(record.number, kind, record.fields.get("warc-target-uri", ""))
                yield Member(name, partial(bytes, record.content))

    def write(self, edits: Sequence[Edit]) -> bytes:
        """The file itself where nothing changes; MaskingUnsupportedError otherwise."""
        if edits:
            raise MaskingUnsupportedError("a crawl cannot be masked; mask the pages of the site and crawl again", format=self.format)
        return self.data

    def _read(self) -> list[Record]:
        if self._records is None:
            data = self._unpacked() if self.data.startswith(_GZIP) else self.data
            if not _START.match(data[:64]):
                raise CorruptDocumentError("not a WARC file", format=self.format)
            self._records = list(self._records_in(data))
        return self._records

    def _unpacked(self) -> bytes:
        """The members of the packed file one after the other; what is damaged is skipped up to the next member."""
        pieces: list[bytes] = []
        position = 0
        while position >= 0:
            end = self._unpack_member(position, pieces)
            if end == len(self.data):
                break
            if end < 0 or not self.data.startswith(_GZIP, end):
                self._gaps.append(Gap(f"byte {max(position, end)}", "corrupt", blocking=True))
                end = self.data.find(_GZIP + b"\x08", max(position + 1, end))
            position = end
        return b"".join(pieces)

    def _unpack_member(self, position: int, pieces: list[bytes]) -> int:
        """Adds what one member unpacks to; the offset behind it, -1 where it is damaged."""
        unpacker = zlib.decompressobj(wbits=31)
        while not unpacker.eof:
            block = self.data[position : position + _BLOCK]
            position += len(block)
            try:
                piece = unpacker.decompress(block, self._room + 1)
            except zlib.error:
                return -1
            if not block:
                return -1
            self._room -= len(piece)
            if self._room < 0:
                raise LimitExceededError("unpacks to more than the limit", limit="max_unpacked", maximum=self.limits.max_unpacked)
            pieces.append(piece)
        return position - len(unpacker.unused_data)

    def _records_in(self, data: bytes) -> Iterator[Record]:
        deadline = Deadline(self.limits)
        position, number = 0, 0
        while match := _START.match(data, position):
            deadline.check()
            number += 1
            if number > self.limits.max_parts:
                raise LimitExceededError("more records than the limit", limit="max_parts", maximum=self.limits.max_parts)
            header = _HEADER_END.search(data, match.end(), match.end() + _MOST_HEADER)
            body = header.end() if header else match.end()
            if header and (cut := _START.search(data, match.end(), body)):
                # The record ends inside its header; the next one begins there.
                body = cut.start()
            fields = _fields(data[match.end() : body])
            length = fields.get("content-length", "")
            end = body + int(length) if length.isdecimal() and len(length) < 12 else -1
            following = _AFTER.match(data, end) if 0 <= end <= len(data) else None
            position = following.end() if following else end
            whole = 0 <= end <= len(data) and (position == len(data) or _START.match(data, position) is not None)
            if not whole:
                self._gaps.append(Gap(f"record {number}", "corrupt", blocking=True))
                again = _START.search(data, body)
                end = position = again.start() if again else len(data)
            yield self._record(number, fields, data[body:end])
        if position < len(data) and data[position:].strip():
            self._gaps.append(Gap(f"record {number + 1}", "corrupt", blocking=True))

    def _record(self, number: int, fields: dict[str, str], content: bytes) -> Record:
        head = ""
        if fields.get("content-type", "").startswith("application/http"):
            match = _HEADER_END.search(content, 0, _MOST_HEADER)
            body = match.end() if match else len(content)
            head, content = content[:body].decode("utf-8", "replace"), content[body:]
            content = self._decoded(number, _fields(head.encode()), content)
        record = Record(number, fields, head, content)
        reason = media.listed(_kind(record))
        if reason:
            self._gaps.append(Gap(f"record {number}", reason, blocking=False))
        return record

    def _decoded(self, number: int, fields: dict[str, str], content: bytes) -> bytes:
        """The body as the server meant it: chunks joined, unpacked."""
        if fields.get("transfer-encoding", "").lower() == "chunked":
            content = _joined(content)
        coding = fields.get("content-encoding", "").lower()
        if coding in ("", "identity") or not content:
            return content
        try:
            wbits = {"gzip": 31, "x-gzip": 31, "deflate": 15}[coding]
            unpacked = zlib.decompressobj(wbits).decompress(content, self.limits.max_bytes + 1)
        except (KeyError, zlib.error):
            self._gaps.append(Gap(f"record {number}", "corrupt", blocking=True))
            return b""
        if len(unpacked) > self.limits.max_bytes:
            raise LimitExceededError("a record unpacks to more than the limit", limit="max_bytes", maximum=self.limits.max_bytes)
        return unpacked


class _HeadersPassage(Passage):
    """The headers of a crawl."""

    __slots__ = ()

    def locate(self, start: int, end: int) -> Location:
        """The headers have no place of their own."""
        return Location("warc", part="headers")


def _fields(header: bytes) -> dict[str, str]:
    return {name.lower(): value.strip() for name, value in _FIELD.findall(header.decode("utf-8", "replace"))}


def _kind(record: Record) -> str:
    """The media type of the content."""
    said = _fields(record.head.encode()) if record.head else record.fields
    return said.get("content-type", "").partition(";")[0].strip().lower()


def _joined(content: bytes) -> bytes:
    """The chunks of a body (RFC 9112, 7.1); a body that is none although it says so stays."""
    pieces, position = [], 0
    while match := _CHUNK.match(content, position):
        size = int(match[1], 16)
        pieces.append(content[match.end() : match.end() + size])
        position = match.end() + size
        if not size:
            break
    return b"".join(pieces) or content
