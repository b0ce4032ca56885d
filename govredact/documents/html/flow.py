"""One pass over markup: the text in reading order, and everything that stands beside it.

Inline elements join the text around them, because formatting splits numbers; block elements, cells and line breaks separate it. No
recursion: nested markup is only noted and read by whoever asked.
"""

from __future__ import annotations

import re

from govredact.documents.html import names, scripts, tokens
from govredact.documents.html.asides import Sweeper
from govredact.documents.html.attributes import Attributes
from govredact.documents.html.look import SEEN, Look
from govredact.documents.html.page import COMMENT, MARKUP, NOWHERE, SCRIPT, STYLE, Aside, Nested
from govredact.documents.html.rows import Table
from govredact.documents.html.stack import OpenElements
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from govredact.documents.html.looks import Looks
    from govredact.documents.html.page import Page

# White space that a browser shows as one space; what stands between two such places is a piece.
_COLLAPSES = re.compile("[\t\n\r\f]|  ")
_PIECE = re.compile("[^ \t\n\r\f]++(?: [^ \t\n\r\f]++)*+")
_LINE = re.compile("[^\r\n]+")
_SPACE, _BREAK, _BLOCK, _TAB = 1, 2, 3, 4
_SEPARATORS = ("", " ", "\n", "\n", "\t")
# A name that says something is what a damaged page has in the place of one.
_ODD = re.compile("[0-9]{6}|[^\x00-\x7f]")
_ALNUM = re.compile("[0-9A-Za-z]")
_ENDLESS = 10_000
_KEEPS_LINES = frozenset(("pre", "listing", "plaintext", "xmp", "textarea"))
# Blocks and inline elements that do more than to part or to join text.
_PARTICULAR = names.SCOPES | _KEEPS_LINES | {"a", "table", "script", "style"}
_ROOM = frozenset(names.CLOSES) | names.ENDS_PARAGRAPH
# Elements that are looked at whether or not their attributes say something.
_LEADING = frozenset(("a", "meta"))
_LOOKING = frozenset(("template", "noscript", "noframes"))
# An attribute has a space before its name.
_SHORTEST = 2


class Tag(NamedTuple):
    """What a tag's name says, worked out once for each way it is written."""

    name: str
    kind: int
    ends: bool
    void: bool
    makes_room: bool
    looks: bool
    plain: bool
    odd: bool


class Shared:
    """What the readings of one document have in common: attributes and looks that were worked out, and the kind of tokens."""

    def __init__(self, looks: Looks, *, self_closing: bool = False) -> None:
        self.looks = looks
        self.self_closing = self_closing
        self.attributes: dict[str, Attributes] = {}
        self.tags: dict[str, Tag] = {}

    def tag(self, written: str) -> Tag:
        """What the name ``written``, with its slash, says."""
        tag = self.tags.get(written)
        if tag is None:
            ends = written[0] == "/"
            name = written[ends:].lower()
            kind = names.KINDS.get(name, names.INLINE)
            void, room = name in names.VOID, name in _ROOM
            looking = name in _LOOKING or self.looks.has_rule(name)
            odd = _ODD.search(name) is not None
            plain = kind in (names.INLINE, names.BLOCK) and not (void or looking or odd or name in _PARTICULAR)
            tag = self.tags[written] = Tag(name, kind, ends, void, room, looking, plain, odd)
        return tag


class Reader:
    """Reads stretches of the region of ``page`` into it."""

    def __init__(self, page: Page, shared: Shared) -> None:
        self.page = page
        self._pieces, self._sources = page.pieces, page.sources
        self._shared = shared
        self._text = page.region.text
        self._sweeper = Sweeper(page)
        self._open = OpenElements(SEEN)
        self._tables: list[Table] = []
        self._pending = 0
        # Whether nothing was written yet since the beginning, or since the tab before a cell.
        self._fresh = True
        self._lines = 0
        self._ruby = self._term = False
        self._anchor: tuple[Attributes, int, Look, int] | None = None

    def read(self, start: int, end: int, *, raw: bool = True, hidden: str = "") -> None:
        """Reads ``[start, end)`` as a fragment of its own; ``hidden`` says why nobody sees it, ``raw`` as in ``tokens.token``."""
        self._open = opened = OpenElements(Look(hidden, own=hidden) if hidden else SEEN)
        self._pending = _BLOCK
        tags, names_open, looks = self._shared.tags, opened.names, opened.looks
        text_group, name_group, rest_group = tokens.TEXT, tokens.NAME, tokens.REST
        known, look_of = self._shared.attributes, self._shared.looks.of
        pattern = tokens.token(self._shared.self_closing, raw, self.page.kind != COMMENT)
        for match in pattern.finditer(self._text, start, end):
            piece = match[text_group]
            if piece:
                if piece.isspace() and not self._lines:
                    self._pending = self._pending or _SPACE
                else:
                    self._characters(piece, match.start())
            written = match[name_group]
            if written is None:
                self._other(match, end)
                continue
            tag = tags.get(written) or self._shared.tag(written)
            name = tag.name
            # Most tags by far: ordinary elements with attributes that say nothing, which close in order.
            if tag.ends:
                if tag.odd or match[rest_group]:
                    self._sweeper.remark(MARKUP, match.start(name_group), match.end(rest_group))
                if names_open[-1] == name and tag.plain:
                    names_open.pop()
                    looks.pop()
                    if tag.kind:
                        self._pending = _BLOCK
                        opened.counts[-1][name] -= 1
                else:
                    self._end_tag(tag)
            elif tag.plain and not (tag.makes_room and opened.needs_room(name)):
                look = looks[-1]
                rest = match[rest_group]
                if len(rest) >= _SHORTEST:
                    attributes = known.get(rest)
                    if attributes is None or attributes.is_loud:
                        self._start_tag(tag, match)
                        continue
                    if attributes.is_styled:
                        look = look_of(look, name, attributes)
                names_open.append(name)
                looks.append(look)
                if tag.kind:
                    self._pending = _BLOCK
                    counts = opened.counts[-1]
                    counts[name] = counts.get(name, 0) + 1
            else:
                self._start_tag(tag, match)
        self._finish()

    def _other(self, match: re.Match[str], end: int) -> None:
        if match[tokens.RAW_NAME] is not None:
            self._raw(match, end)
        else:
            self._remark(match)

    def _finish(self) -> None:
        self._end_anchor()
        while self._tables:
            self._tables.pop().settle()
        self._lines = 0
        self._ruby = self._fresh = False
        self._pending = _BLOCK

    # -- text

    def _characters(self, piece: str, start: int) -> None:
        if self._lines:
            self._keep_lines(piece, start)
        elif _COLLAPSES.search(piece):
            for number, match in enumerate(_PIECE.finditer(piece)):
                if number or match.start():
                    self._pending = self._pending or _SPACE
                self._piece(match[0], start + match.start())
            if piece[-1] in tokens.SPACE:
                self._pending = self._pending or _SPACE
        else:
            self._piece(piece, start)

    def _keep_lines(self, piece: str, start: int) -> None:
        for match in _LINE.finditer(piece):
            if match.start():
                self._pending = _BLOCK
            self._piece(match[0], start + match.start())
        if piece[-1] in "\r\n":
            self._pending = _BLOCK

    def _piece(self, piece: str, source: int) -> None:
        look = self._open.looks[-1]
        if self._ruby:
            self.page.asides.append(Aside(MARKUP, source, source + len(piece), "rt", "ruby", look.reason))
            return
        pieces = self._pieces
        if self._pending:
            if not self._fresh:
                self._separate(self._pending)
            self._pending = 0
        elif not self._fresh and pieces and _ALNUM.match(piece) and _ALNUM.match(pieces[-1][-1:]):
            # Two numbers that a style parts, or one that formatting splits: both readings are looked at.
            self.page.joints.append(len(pieces))
        if look.reason:
            self.page.hidden[len(pieces)] = look
        pieces.append(piece)
        self._sources.append(source)
        self._fresh = False

    def _separate(self, pending: int) -> None:
        page = self.page
        number = len(page.pieces)
        if pending == _BREAK:
            page.breaks.append(number)
        if pending != _SPACE and self._tables:
            row = self._tables[-1].row
            if row is not None and row.columns:
                row.breaks.append(number)
        page.pieces.append(_SEPARATORS[pending])
        page.sources.append(NOWHERE)

    # -- markup

    def _start_tag(self, tag: Tag, match: re.Match[str]) -> None:
        opened, shared, name = self._open, self._shared, tag.name
        if tag.odd:
            self._sweeper.remark(MARKUP, *match.span(tokens.NAME))
        if tag.makes_room and opened.needs_room(name):
            opened.make_room(name)
        look = opened.looks[-1]
        rest = match[tokens.REST]
        attributes = None
        if len(rest) >= _SHORTEST:
            attributes = shared.attributes.get(rest) or Attributes.of(rest, shared.attributes)
            if attributes.identity:
                self.page.identities.append((attributes.identity, name, match.end(tokens.TEXT), match.end()))
            if attributes.is_styled or tag.looks:
                look = shared.looks.of(look, name, attributes)
        elif tag.looks:
            look = shared.looks.of(look, name, None)
        if not (tag.void or (rest[-1:] == "/" and shared.self_closing)):
            opened.push(name, look)
        if tag.plain:
            if tag.kind:
                self._pending = _BLOCK
        elif tag.kind:
            self._begin(tag, attributes)
        if attributes is not None and (name in _LEADING or attributes.is_loud):
            self._attributes(tag, attributes, match.start(tokens.REST), look)

    def _attributes(self, tag: Tag, attributes: Attributes, base: int, look: Look) -> None:
        if tag.name == "a":
            self._end_anchor()
            self._anchor = (attributes, base, look, len(self.page.pieces))
            self._sweeper.sweep(tag.name, attributes, base, look, points=False)
        else:
            self._sweeper.sweep(tag.name, attributes, base, look)

    def _begin(self, tag: Tag, attributes: Attributes | None) -> None:
        kind = tag.kind
        if kind == names.BLOCK:
            self._pending = _BLOCK
            if tag.name == "table":
                self._begin_table()
            elif tag.name in _KEEPS_LINES:
                self._lines += 1
        elif kind == names.BREAK:
            self._pending = max(self._pending, _BREAK)
        elif kind == names.CELL:
            self._begin_cell(attributes)
        elif kind == names.ROW:
            self._pending = _BLOCK
            if self._tables:
                self._tables[-1].begin_row()
                self._fresh = False
        elif kind == names.TERM:
            self._pending, self._term = _BLOCK, True
        elif kind == names.DESCRIPTION:
            # A term and its description are a pair like two cells.
            self._pending, self._term = (_TAB if self._term else _BLOCK), False
        elif kind == names.RUBY:
            self._ruby = True

    def _begin_table(self) -> None:
        if self._tables and self._tables[-1].row is not None:
            self._tables[-1].row.has_table = True
        self._tables.append(Table(self.page))
        self._fresh = self._fresh and not self.page.pieces

    def _begin_cell(self, attributes: Attributes | None) -> None:
        self._pending = _BLOCK
        if not self._tables:
            return
        columns, rows = attributes.spans if attributes is not None else (1, 1)
        self._tables[-1].begin_cell(max(1, columns), rows or _ENDLESS)
        self._pending, self._fresh = 0, True

    def _end_tag(self, tag: Tag) -> None:
        kind, name = tag.kind, tag.name
        if kind == names.INLINE:
            if name == "a":
                self._end_anchor()
        elif kind == names.BREAK:
            self._pending = max(self._pending, _BREAK)
        elif kind == names.RUBY:
            self._ruby = False
        else:
            self._pending = _BLOCK
            if name == "table" and self._tables:
                self._tables.pop().settle()
                self._fresh = False
            elif kind == names.ROW and self._tables:
                self._tables[-1].end_row()
                self._fresh = False
            elif name in _KEEPS_LINES and self._lines:
                self._lines -= 1
        self._open.close(name)

    def _end_anchor(self) -> None:
        if self._anchor is None:
            return
        attributes, base, look, first = self._anchor
        self._anchor = None
        self._sweeper.point("a", attributes, base, look, first, len(self.page.pieces))

    def _raw(self, match: re.Match[str], end: int) -> None:
        """A script, a title …, whose content is no markup; one that is never closed is read like anything else."""
        tag = self._shared.tag(match[tokens.RAW_NAME])
        name, start, stop = tag.name, match.start(tokens.RAW_TEXT), match.end(tokens.RAW_TEXT)
        attributes = Attributes.of(match[tokens.RAW_REST], self._shared.attributes)
        look = self._shared.looks.of(self._open.looks[-1], name, attributes)
        self._sweeper.sweep(name, attributes, match.start(tokens.RAW_REST), look)
        self._pending = self._pending or (_BLOCK if name not in ("script", "style") else 0)
        page = self.page
        if stop == end:
            page.nested.append(Nested("rest", start, stop))
        elif start == stop:
            return
        elif name in ("script", "style"):
            kind = attributes.values.get("type", "") if name == "script" else ""
            page.asides.append(Aside(SCRIPT if name == "script" else STYLE, start, stop, kind, name, "script"))
            if "template" in kind or kind == "text/html" or scripts.holds_markup(self._text, start, stop):
                page.nested.append(Nested("inner", start, stop))
        elif name in ("title", "textarea", "xmp"):
            self._plain(name, start, stop)
        else:
            page.nested.append(Nested("inner", start, stop))

    def _plain(self, name: str, start: int, stop: int) -> None:
        """Text without tags; the first title is the page's."""
        self._pending = _BLOCK
        if name == "title" and self.page.title is None:
            self.page.title = (start, stop)
        self._lines += name != "title"
        self._characters(self._text[start:stop], start)
        self._lines -= name != "title"
        self._pending = _BLOCK

    def _remark(self, match: re.Match[str]) -> None:
        start, stop = match.span(tokens.COMMENT)
        if start < stop:
            if "<" in match[tokens.COMMENT]:
                self.page.nested.append(Nested(COMMENT, start, stop))
            else:
                self._sweeper.remark(COMMENT, start, stop)
            return
        start, stop = match.span(tokens.BOGUS)
        if start < stop:
            self._sweeper.remark(MARKUP, start, stop)
