"""Putting edits into text and bytes so that everything between them stays as it was stored."""

from __future__ import annotations

import codecs
from io import BytesIO

from govredact.errors import SpanConflictError
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govredact.documents.encoding import Decoded
    from govredact.models import Edit

_BLOCK = 1 << 14
# So many characters are encoded at a time.
_PART = 1 << 20


def ordered(edits: Iterable[Edit], length: int) -> list[Edit]:
    """``edits`` of leaf 0 by position. SpanConflictError where two change the same characters or one lies outside ``length``."""
    result = sorted(edits, key=lambda edit: (edit.start, edit.end))
    done = 0
    for index, edit in enumerate(result):
        if edit.leaf != 0 or not 0 <= edit.start <= edit.end <= length:
            raise SpanConflictError(f"an edit of [{edit.start}, {edit.end}) lies outside the text", start=edit.start, end=edit.end)
        if index and (edit.start < done or edit[:3] == result[index - 1][:3]):
            raise SpanConflictError(f"two edits change the characters at {edit.start}", start=edit.start, end=edit.end)
        done = edit.end
    return result


def spliced(text: str, edits: Sequence[Edit], start: int = 0, end: int | None = None) -> str:
    """``text[start:end]`` with the ordered ``edits``, all of which lie inside it, applied."""
    return "".join(_pieces(text, edits, start, len(text) if end is None else end))


def _pieces(text: str, edits: Sequence[Edit], start: int, end: int) -> Iterator[str]:
    for edit in edits:
        yield text[start : edit.start]
        yield edit.replacement
        start = edit.end
    yield text[start:end]


def encodable(edits: Iterable[Edit], encoding: str) -> list[Edit]:
    """``edits`` with every replacement character that ``encoding`` cannot write turned into ``*``."""
    return [edit if _can_encode(edit.replacement, encoding) else _with_stars(edit, encoding) for edit in edits]


def _with_stars(edit: Edit, encoding: str) -> Edit:
    return edit._replace(replacement="".join(char if _can_encode(char, encoding) else "*" for char in edit.replacement))


def _can_encode(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def spliced_bytes(data: bytes, source: Decoded, edits: Sequence[Edit]) -> bytes:
    """``data``, which reads as ``source``, with the ordered and encodable ``edits``; every other byte is copied.

    Big5 and GB18030 have codes that decode alike; where the text does not encode to the same bytes, offsets are counted.
    """
    if not edits:
        return data
    if _encodes_to(data, source):
        return _encoded(_pieces(source.text, edits, 0, len(source.text)), source)
    pieces, done = [], 0
    offsets = _byte_offsets(data, source, [place for edit in edits for place in (edit.start, edit.end)])
    for edit, start, end in zip(edits, offsets[::2], offsets[1::2], strict=True):
        pieces += [data[done:start], edit.replacement.encode(source.encoding)]
        done = end
    return b"".join([*pieces, data[done:]])


def _encodes_to(data: bytes, source: Decoded) -> bool:
    """Whether the text of ``source`` becomes ``data`` when it is encoded; done in parts, for it can be as long as memory allows."""
    encoder = codecs.getincrementalencoder(source.encoding)("replace" if source.errors == "strict" else source.errors)
    stored, place = memoryview(data), len(source.bom)
    for part in _parts(source.text):
        encoded = encoder.encode(part)
        if stored[place : place + len(encoded)] != encoded:
            return False
        place += len(encoded)
    return stored[place:] == encoder.encode("", final=True)


def _encoded(pieces: Iterable[str], source: Decoded) -> bytes:
    """The byte order mark and ``pieces``; a buffer that is handed out as it is takes no second copy.

    Big5-HKSCS has codes for two code points (Ê and a macron): where an edit takes one of them, the other may have no code, and is ``?``.
    """
    encoder = codecs.getincrementalencoder(source.encoding)("replace" if source.errors == "strict" else source.errors)
    written = BytesIO()
    written.write(source.bom)
    for piece in pieces:
        for part in _parts(piece):
            written.write(encoder.encode(part))
    written.write(encoder.encode("", final=True))
    return written.getvalue()


def _parts(text: str) -> Iterator[str]:
    for start in range(0, len(text), _PART):
        yield text[start : start + _PART]


def _byte_offsets(data: bytes, source: Decoded, places: list[int]) -> list[int]:
    """The byte offset of each code point offset in ``places`` (ascending), by decoding towards it in ever shorter steps."""
    decoder = codecs.getincrementaldecoder(source.encoding)(source.errors)
    position, count, found = len(source.bom), 0, []
    for place in places:
        size = _BLOCK
        while count < place:
            state = decoder.getstate()
            step = len(decoder.decode(data[position : position + size]))
            if count + step > place and size > 1:
                decoder.setstate(state)
                size //= 2
            else:
                position += size
                count += step
        # Bytes that the decoder holds back belong to the next character.
        found.append(position - len(decoder.getstate()[0]))
    return found
