"""The parts of a MIME message (RFC 2045, 2046) with their byte offsets, so that one part can be written anew and the rest stays."""

from __future__ import annotations

import base64
import binascii
import quopri
import re

from govredact.typed import NamedTuple

_HEADER_END = re.compile(rb"\r?\n\r?\n|\A\r?\n")
_FIELD = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{0,60})[ \t]{0,8}:[ \t]{0,8}([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)", re.MULTILINE)
_PARAMETER = re.compile(r"""(?:^|[;\s])([\w*-]{2,30})\s{0,8}=\s{0,8}(?:"([^"]{0,400})"|([^\s;"]{1,400}))""")
_MOST_HEADER = 1 << 20
_WIDTH = 76
_SAVED = re.compile(rb"\A(?:[\x21-\x39\x3b-\x7e]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n){0,40}){1,60}")
_MULTIPART = re.compile(rb"^Content-Type:[ \t]*multipart/", re.IGNORECASE | re.MULTILINE)
_VERSION = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)


class Part(NamedTuple):
    """One part: the spans of its header and its body in the file, and what the header says."""

    start: int
    body: int
    end: int
    kind: str
    encoding: str
    boundary: str
    name: str

    def decoded(self, data: bytes) -> bytes | None:
        """The content; None where it is not what its transfer encoding says."""
        body = data[self.body : self.end]
        if self.encoding == "base64":
            try:
                return base64.b64decode(re.sub(rb"[\s=]+", b"", body) + b"==", validate=True)
            except binascii.Error:
                return None
        return quopri.decodestring(body) if self.encoding == "quoted-printable" else body

    def encoded(self, content: bytes, line_end: bytes) -> bytes:
        """``content`` in the transfer encoding of the part."""
        if self.encoding == "base64":
            packed = base64.b64encode(content)
            return line_end.join(packed[at : at + _WIDTH] for at in range(0, len(packed), _WIDTH))
        if self.encoding == "quoted-printable":
            return quopri.encodestring(content.replace(b"\r\n", b"\n")).replace(b"\n", line_end)
        return content


def looks_like(data: bytes) -> bool:
    """Whether ``data`` begins with the header of a multipart message."""
    header = _SAVED.match(data[:16384])
    return header is not None and _MULTIPART.search(header[0]) is not None and _VERSION.search(header[0]) is not None


def parts(data: bytes, most: int, depth: int) -> tuple[list[Part], bool]:
    """The parts that hold content, in order, and whether all was read (``most`` parts, ``depth`` parts inside parts)."""
    found: list[Part] = []
    complete = True
    pending = [(0, len(data), 0)]
    while pending:
        start, end, level = pending.pop()
        part = _part(data, start, end)
        if not part.boundary:
            found.append(part)
        elif level >= depth or len(found) + len(pending) >= most:
            complete = False
        else:
            inner = _split(data, part)
            pending += [(first, last, level + 1) for first, last in reversed(inner)]
            complete = complete and bool(inner)
    return found, complete


def _part(data: bytes, start: int, end: int) -> Part:
    match = _HEADER_END.search(data, start, min(end, start + _MOST_HEADER)) if data[start : start + 1] not in (b"\r", b"\n") else None
    body = match.end() if match else start
    fields = {name.lower(): value.decode("utf-8", "replace") for name, value in _FIELD.findall(data[start:body])}
    kind, _, rest = fields.get(b"content-type", "text/plain").partition(";")
    said = {match[1].lower(): match[2] or match[3] for match in _PARAMETER.finditer(rest)}
    disposition = {match[1].lower(): match[2] or match[3] for match in _PARAMETER.finditer(fields.get(b"content-disposition", ""))}
    kind = kind.strip().lower()
    name = disposition.get("filename") or said.get("name") or fields.get(b"content-location", "").strip()
    boundary = said.get("boundary", "") if kind.startswith("multipart/") else ""
    return Part(start, body, end, kind, fields.get(b"content-transfer-encoding", "").strip().lower(), boundary, name)


def _split(data: bytes, part: Part) -> list[tuple[int, int]]:
    """The spans between the boundary lines of a multipart; the line end before a boundary belongs to it."""
    line = re.compile(rb"(?:\r?\n|\A|(?<=\n))--" + re.escape(part.boundary.encode()) + rb"(--)?[ \t]*(?:\r?\n|\Z)")
    spans: list[tuple[int, int]] = []
    start = -1
    position = max(0, part.body - 2)
    while match := line.search(data, position, part.end):
        if start >= 0:
            spans.append((start, match.start()))
        start, position = match.end(), max(match.end() - 2, position + 1)
        if match[1]:
            return spans
    if start >= 0:
        spans.append((start, part.end))
    return spans
