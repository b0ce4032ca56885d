"""The markup of one XML part as a string in which every text and attribute has a place of its own.

A part is checked once for being well-formed (expat, in C), then searched with plain string means, which is several times faster than
building a tree. What makes that exact: the text handed out holds tags and texts only, with one ``<`` and one ``>`` for each tag. Comments
and processing instructions are blanked out with as many NUL characters, which XML cannot hold; what is written in another way (CDATA,
attributes in single quotes, another encoding) is first rewritten by lxml.

A leaf is named by the offset of its first character: the text behind a tag, the value of an attribute, the content of a comment.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from govredact.errors import CorruptDocumentError, SpanConflictError
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from govredact.models import Edit

_TOKEN = re.compile("<([^<>]*)>([^<]*)")
_DECLARED = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']""")
_PLAIN_ENCODINGS = frozenset((b"utf-8", b"us-ascii", b"ascii", b"utf8"))
_QUOTED_VALUE = re.compile(rb"=\s*'")
_BOMS = (b"\xff\xfe", b"\xfe\xff")
_ASIDE = re.compile(r"<!--(.*?)-->|<\?(.*?)\?>", re.DOTALL)
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SAYS = re.compile(r">\s*[^<>\s\0]")
_LOOSE = re.compile(r"[^<>\0]+(?=[<\0]|$)")
_REFERENCE = re.compile("&(?:#([0-9]+)|#x([0-9a-fA-F]+)|(lt|gt|amp|quot|apos));")
_PART_OF_TEXT = re.compile("([0-9]+):([0-9]+)")
_ESCAPED = re.compile("_x[0-9A-Fa-f]{4}_")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_QUOTED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})
_LINE = str.maketrans("\t\n\r", "   ")
# Tokens are taken in pieces of so many characters, so that a large part never stands in memory as a list of its tags.
_PIECE = 1 << 18


class Markup(NamedTuple):
    """``stored`` as written, ``text`` with comments and instructions blanked, ``asides`` what these say by offset; ``tags`` counts tags."""

    stored: str
    text: str
    tags: int
    asides: tuple[tuple[int, str], ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether any text stands between the tags."""
        return self.text.count("><") + 1 < self.tags and _SAYS.search(self.text) is not None


def read(content: bytes, whole: bool = True) -> Markup:
    """The markup of a part. CorruptDocumentError where it is no XML or declares entities, which Office files never do.

    Without ``whole`` it is not checked here: the caller checks what it does not match to the letter.
    """
    declared = _DECLARED.match(content)
    usual = content[:2] not in _BOMS and (declared is None or declared[1].lower() in _PLAIN_ENCODINGS)
    if usual and not _is_unusual(content, content.find(b"?>") if declared else 0):
        if whole:
            check(content)
        try:
            found = _blanked(content.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise _no_xml() from error
        if found.text.count("<") == found.tags:
            return found
    return _blanked(canonical(content))


def _is_unusual(content: bytes, start: int) -> bool:
    return (content.find(b"'", start) >= 0 and _QUOTED_VALUE.search(content, start) is not None) or b"<![CDATA[" in content


def check(content: bytes) -> None:
    """CorruptDocumentError where ``content`` is not well-formed or declares a document type."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError) as error:
        raise _no_xml() from error


def _refuse(*_: object) -> None:
    raise CorruptDocumentError("a part of the package declares entities, which Office files never do", format="ooxml")


def _no_xml() -> CorruptDocumentError:
    return CorruptDocumentError("a part of the package is no valid XML", format="ooxml")


def canonical(content: bytes) -> str:
    """The part as lxml writes it: double quotes, no CDATA, ``>`` escaped."""
    from lxml import etree

    from govredact.documents.ooxml.xml import parse

    text: str = etree.tostring(parse(content).getroottree(), encoding="unicode")
    return text


def _blanked(text: str) -> Markup:
    declaration = _DECLARATION.match(text)
    first = declaration.end() if declaration else 0
    plain = "\0" * first + text[first:] if first else text
    # Single characters are found fastest; most parts hold neither.
    if ("!" not in plain or "<!--" not in plain) and ("?" not in plain or "<?" not in plain):
        return Markup(text, plain, plain.count(">"))
    asides: list[tuple[int, str]] = []

    def blank(match: re.Match[str]) -> str:
        group = 1 if match[1] is not None else 2
        asides.append((match.start(group), match[group]))
        return "\0" * len(match[0])

    blanked = _ASIDE.sub(blank, plain)
    return Markup(text, blanked, blanked.count(">"), tuple(asides))


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[str, str]]:
    """(tag without its brackets, the text behind it) of ``text[start:end]``, which begins with a tag, in order and without gaps."""
    end = len(text) if end is None else end
    while start < end:
        cut = text.find("<", start + _PIECE, end)
        cut = end if cut < 0 else cut
        yield from _TOKEN.findall(text, start, cut)
        start = cut


def first_tag(text: str, start: int = 0, end: int | None = None) -> int:
    """The offset of the first tag; ``end`` where there is none."""
    end = len(text) if end is None else end
    found = text.find("<", start, end)
    return end if found < 0 else found


def pieces(offset: int, text: str) -> Iterator[tuple[int, str]]:
    """A text behind a tag, cut where comments were blanked out."""
    if "\0" not in text:
        yield offset, text
        return
    for match in re.finditer("[^\0]+", text):
        yield offset + match.start(), match[0]


def loose_texts(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """(offset, text) of the texts behind tags in ``text[start:end]`` that are not blank, as they read."""
    for match in _LOOSE.finditer(text, start, end):
        if not match[0].isspace() and text[match.start() - 1] in ">\0":
            yield match.start(), unescape(match[0])


def unescape(raw: str) -> str:
    """A stored text as it reads."""
    if "\r" in raw:
        raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    return _REFERENCE.sub(_referred, raw) if "&" in raw else raw


def unescape_value(raw: str) -> str:
    """A stored attribute value as it reads: line ends are spaces."""
    return unescape(raw.replace("\r\n", " ").translate(_LINE) if not raw.isprintable() else raw)


def _referred(match: re.Match[str]) -> str:
    if match[3]:
        return _NAMED[match[3]]
    return chr(int(match[1]) if match[1] else int(match[2], 16))


def escape(text: str) -> str:
    """``text`` as it is stored between tags."""
    return text.translate(_ESCAPES)


def splice(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    """``text`` with each [start, end) replaced; the changes may come in any order and do not overlap."""
    done, found = 0, []
    for start, end, new in sorted(changes):
        if start < done:
            raise SpanConflictError("two edits of a part overlap", start=start, end=end)
        found += [text[done:start], new]
        done = end
    return "".join([*found, text[done:]])


def encoded(text: str) -> bytes:
    """A changed part as bytes, declared as the UTF-8 that it is."""
    declaration = _DECLARATION.match(text)
    rest = text[declaration.end() :] if declaration else text
    return (_HEAD + rest.lstrip()).encode()


def edited(content: bytes, edits: Mapping[str, Sequence[Edit]]) -> bytes:
    """The part with the leaves of ``edits`` changed; SpanConflictError for a leaf that it does not have."""
    markup = read(content)
    return encoded(splice(markup.stored, (change_of(markup, key, found) for key, found in edits.items())))


def change_of(markup: Markup, key: str, edits: Sequence[Edit]) -> tuple[int, int, str]:
    """What the edits of one leaf come to: [start, end) of the stored text, and what stands there instead."""
    stored = markup.stored
    part = _PART_OF_TEXT.fullmatch(key)
    if part and int(part[1]) + int(part[2]) <= len(stored):
        return _change_inside(stored, int(part[1]), int(part[1]) + int(part[2]), edits)
    start = int(key) if key.isdecimal() else 0
    closing = _CLOSINGS.get(stored[start - 1 : start]) if start else None
    end = stored.find(closing, start) if closing else -1
    if end < 0:
        raise SpanConflictError("an edit names a place that the part does not have")
    raw = stored[start:end]
    if closing == '"':
        return start, end, changed(unescape_value(raw), edits).translate(_QUOTED)
    if closing == "?>":
        # Its first word must stay a name, which a mask is not; no program shows it.
        return start, end, "removed"
    # A comment must not hold two hyphens, which no operator writes.
    return start, end, escape(changed(unescape(raw), edits)) if closing == "<" else changed(raw, edits)


def _change_inside(stored: str, start: int, end: int, edits: Sequence[Edit]) -> tuple[int, int, str]:
    """The edits of a part of a text: plain, or one character that a spreadsheet wrote as ``_x0031_``."""
    raw = stored[start:end]
    text = chr(int(raw[2:6], 16)) if _ESCAPED.fullmatch(raw) else unescape(raw)
    after = changed(text, edits)
    return start, end, raw if after == text else escape(after)


# What stands before a leaf says what ends it.
_CLOSINGS = {">": "<", '"': '"', "-": "-->", "?": "?>"}


def changed(text: str, edits: Iterable[Edit]) -> str:
    """``text`` after ``edits``. Edits of several views may cover the same characters: what any of them hides is hidden."""
    cells = list(text)
    for edit in edits:
        start, end, replacement = edit.start, edit.end, edit.replacement
        if not 0 <= start <= end <= len(text):
            raise SpanConflictError(f"an edit of [{start}, {end}) lies outside its leaf", start=start, end=end)
        if len(replacement) != end - start:
            # What another edit has hidden already stays hidden.
            first = replacement if cells[start : start + 1] == list(text[start : start + 1]) else "".join(cells[start : start + 1])
            cells[start:end] = [first, *[""] * (end - start - 1)] if end > start else []
            continue
        for position, char in enumerate(replacement, start):
            # Views show line ends inside a cell as spaces; they stay line ends.
            kept = char == text[position] or (char == " " and text[position] in "\t\n\r")
            if not kept and cells[position] == text[position]:
                cells[position] = char
    return "".join(cells)
