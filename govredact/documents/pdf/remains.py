"""What lies in the bytes of a file and belongs to none of its objects: comments, objects that no table lists any more.

Viewers do not show it and extractors do not read it, but the bytes are published. A masked copy is written anew and has none of it.
"""

from __future__ import annotations

import re
import zlib

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,10})[ \t\r\n]+([0-9]{1,5})[ \t\r\n]+obj\b")
_END = re.compile(rb"\bendobj\b")
_STREAM = re.compile(rb"\bstream\r?\n")
# A comment that says something: the mark of binary files, the header and the end mark are none.
_COMMENT = re.compile(rb"(?:^|[\r\n])%(?!PDF-|%EOF)([^\r\n]{5,2000})")
_MOST = 1 << 20
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]")
# Text of packed streams looks like a comment now and then; a comment has hardly any byte that is no text.
_NOISE = 0.05


def texts(data: bytes, listed: Callable[[tuple[int, int]], bool], *, whole: bool) -> Iterator[str]:
    """The text of comments, and of objects for whose number and generation ``listed`` says no.

    With ``whole`` also that of objects which a later one of the same number replaces; without it they are another revision's.
    """
    for match in _COMMENT.finditer(data):
        text = match[1].decode("utf-8", "replace")
        if _is_text(text):
            yield text
    found = list(_OBJECT.finditer(data))
    last = {(int(match[1]), int(match[2])): number for number, match in enumerate(found)}
    for number, match in enumerate(found):
        key = int(match[1]), int(match[2])
        if not listed(key) or (whole and last[key] != number):
            end = _END.search(data, match.end(), found[number + 1].start() if number + 1 < len(found) else len(data))
            yield from _object(data[match.end() : end.start() if end else match.end()])


def _object(body: bytes) -> Iterator[str]:
    stream = _STREAM.search(body)
    head = body[: stream.start()] if stream else body
    yield head[:_MOST].decode("utf-8", "replace")
    if stream:
        content = body[stream.end() :]
        try:
            content = zlib.decompressobj().decompress(content, _MOST)
        except zlib.error:
            content = content[:_MOST]
        text = content.decode("utf-8", "replace")
        if _is_text(text):
            yield text


def _is_text(text: str) -> bool:
    return len(_CONTROL.findall(text)) <= _NOISE * len(text)
