"""MHTML (RFC 2557, .mht) and mail (.eml): headers are read as text, parts are members that are masked and put back."""

from __future__ import annotations

from functools import partial

from govredact.documents.archives import media, mime, words
from govredact.documents.base import Document
from govredact.documents.leaves import Block, LeafBuffer, LeafPassage
from govredact.documents.splice import ordered, spliced
from govredact.errors import CorruptDocumentError, SpanConflictError
from govredact.models import Edit, Gap, Location, Member
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govredact.documents.limits import Limits
    from govredact.models import Passage

_HEADER = "header"


class MhtmlDocument(Document):
    """A saved page or a mail. Only parts that change are written anew, in the transfer encoding they had."""

    def __init__(self, data: bytes, format_name: str, limits: Limits) -> None:
        super().__init__(data, format_name, limits)
        self._parts, complete = mime.parts(data, limits.max_parts, limits.max_depth)
        if not self._parts or self._parts[0].body == 0:
            raise CorruptDocumentError("no header of a MIME message", format=format_name)
        self._replaced: dict[int, bytes] = {}
        self._frame = list(_between(self._parts, len(data)))
        if not complete:
            self._gaps.append(Gap("message", "corrupt", blocking=True))
        for number, part in enumerate(self._parts, 1):
            reason = media.listed(part.kind)
            if reason:
                self._gaps.append(Gap(self._name(number), reason, blocking=False))
            elif part.decoded(data) is None:
                self._gaps.append(Gap(self._name(number), "corrupt", blocking=True))

    def passages(self) -> Iterator[Passage]:
        """The headers and what stands between the parts; then the headers that are written in encoded words."""
        self._places = 1
        buffer = LeafBuffer(_HEADER)
        buffer.begin(Block(Location(self.format, part=_HEADER), frozenset((_HEADER,))))
        for start, end in self._frame:
            buffer.leaf(start, _text(self.data[start:end])[0])
            buffer.separator("\n")
        yield LeafPassage(buffer, _HEADER)
        buffer = LeafBuffer(_HEADER)
        buffer.begin(Block(Location(self.format, part=_HEADER), frozenset((_HEADER,))))
        for start, end, text in self._words():
            buffer.leaf((start, end), text)
            buffer.separator("\n")
        if buffer.text():
            yield LeafPassage(buffer, "encoded header")

    def members(self) -> Iterator[Member]:
        """The parts, pictures and fonts excepted."""
        for number, part in enumerate(self._parts, 1):
            content = b"" if media.listed(part.kind) else part.decoded(self.data)
            if content and content.strip():
                yield Member(self._name(number), partial(bytes, content))

    def replace_member(self, name: str, data: bytes) -> None:
        """Puts ``data`` in the place of a part when the file is written."""
        number = next((number for number in range(1, len(self._parts) + 1) if self._name(number) == name), 0)
        if not number:
            raise SpanConflictError("the message has no such part")
        self._replaced[number] = data

    def write(self, edits: Sequence[Edit]) -> bytes:
        """The message with ``edits`` of its headers and the replaced parts; every other byte is copied."""
        if not edits and not self._replaced:
            return self.data
        line_end = b"\r\n" if b"\r\n" in self.data[:1000] else b"\n"
        changes = [
            (part.body, part.end, part.encoded(self._replaced[number], line_end))
            for number, part in enumerate(self._parts, 1)
            if number in self._replaced
        ]
        changes += self._header_changes(edits)
        pieces, done = [], 0
        for start, end, new in sorted(changes):
            pieces += [self.data[done:start], new]
            done = end
        return b"".join([*pieces, self.data[done:]])

    def _header_changes(self, edits: Sequence[Edit]) -> Iterator[tuple[int, int, bytes]]:
        by_leaf: dict[object, list[Edit]] = {}
        for edit in edits:
            by_leaf.setdefault(edit.leaf, []).append(edit._replace(leaf=0))
        written = {(_HEADER, (start, end)): (start, end, text) for start, end, text in self._words()}
        taken = [(start, end) for start, end, _ in written.values() if (_HEADER, (start, end)) in by_leaf]
        for leaf, (start, end, text) in written.items():
            if leaf in by_leaf:
                yield start, end, words.encode(spliced(text, ordered(by_leaf.pop(leaf), len(text))))
        for start, end in self._frame:
            text, codec = _text(self.data[start:end])
            for edit in ordered(by_leaf.pop((_HEADER, start), []), len(text)):
                first, last = (start + len(text[:place].encode(codec)) for place in (edit.start, edit.end))
                if not any(one < last and first < other for one, other in taken):
                    yield first, last, edit.replacement.encode(codec, "replace")
        if by_leaf:
            raise SpanConflictError("an edit names a part that the message does not have")

    def _words(self) -> Iterator[tuple[int, int, str]]:
        for start, end in self._frame:
            for first, last, text in words.find(self.data[start:end]):
                yield start + first, start + last, text

    def _name(self, number: int) -> str:
        part = self._parts[number - 1]
        return media.member_name(number, part.kind, part.name)


def _text(data: bytes) -> tuple[str, str]:
    """A header as text, and its codec: byte by byte where it is no UTF-8."""
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


def _between(parts: list[mime.Part], length: int) -> Iterator[tuple[int, int]]:
    """The spans of the file that are no content of a part."""
    done = 0
    for part in parts:
        if part.body > done:
            yield done, part.body
        done = part.end
    if done < length:
        yield done, length
