"""One pass over an XML part: every text node, attribute and comment, gathered into paragraphs and tables.

Runs of one paragraph are joined without anything between them, because formatting splits numbers. Text that stands inside
a paragraph and is not read there (text boxes, field instructions, ruby) becomes a paragraph of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import partial
from typing import Protocol

from govredact.documents.base import readable
from govredact.documents.ooxml import markup
from govredact.documents.ooxml.attributes import sweep
from govredact.documents.ooxml.looks import Around, without_change
from govredact.documents.ooxml.names import local_name
from govredact.documents.ooxml.tables import Paragraph, Table
from govredact.errors import CorruptDocumentError
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govredact.documents.ooxml.markup import Markup
    from govredact.documents.ooxml.tables import Cell
    from govredact.models import Location


class Looks(Protocol):
    """Says how a run looks."""

    def traits(self, run: str, around: Sequence[Around]) -> frozenset[str]:
        """``hidden``, ``covered`` or nothing, for a run with the properties ``run``."""


class _Action(NamedTuple):
    """What a tag does: at its start (given the offset of what follows it), at its end; whether its text is read as the paragraph's."""

    start: Callable[[int], None] | None
    end: Callable[[], None] | None
    is_leaf: bool
    name: str


_BLOCKS = ("p", "si", "is")
_SEPARATORS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": " "}
# Elements whose text is read as the paragraph's; other elements inside it hold sizes and positions.
_LEAVES = frozenset(("t", "delText", "instrText", "delInstrText"))
_ASIDE = {"instrText": "field", "delInstrText": "field", "rt": "ruby"}
_MARKED = {"del": "deleted", "moveFrom": "deleted", "ins": "inserted", "moveTo": "inserted"}
# Inside these, ins and del are marks of a paragraph or row, and tab is a stop; none of them is text.
_HOLDERS = ("rPr", "pPr", "trPr", "tcPr", "numPr", "tabs", "tabLst")
_SHAPES = ("txbxContent", "txbx")
_NONE: frozenset[str] = frozenset()
_PROPERTIES = {kind: re.compile(rf"\s*<((?:[\w.-]+:)?){kind}Pr(?=[\s/>])") for kind in ("r", "p", "tc", "tbl")}
_GRID_SPAN = re.compile(r'gridSpan(?:\s+[\w:]*val)?\s*=\s*"([1-9][0-9]{0,2})"')
_MERGED_UP = re.compile(r'<(?:\w+:)?vMerge(?:\s*/?>|\s[^<>]*"continue")|\svMerge\s*=\s*"(?:1|true)"')
_SHAPE_PROPERTIES = re.compile(r"<((?:[\w.-]+:)?)spPr(?:\s[^<>]*)?>(.*?)</\1spPr>", re.DOTALL)
# A paragraph without properties; what a run without any stands in looks as the text does.
_PLAIN = Around("p")
_PLAIN_AROUND = [_PLAIN]
# Characters in which the name of an element stands, its prefix included.
_HEAD = 40
_MOST_NESTED = 256
# Tags that are kept in mind; a large text has as many different ones as paragraphs, since each may carry numbers of its own.
_MOST_ACTIONS = 20_000


class Part:
    """The text of one XML part. ``paragraphs`` in document order, then ``attributes`` and what is no text at all.

    ``place`` is the location that the paragraphs refine; ``looks`` says how a run looks; ``without`` is a range of the markup
    that somebody else reads. ``marks`` are all marks of changes and looks that were met.
    """

    def __init__(
        self,
        place: Location,
        content: Markup,
        traits: frozenset[str] = _NONE,
        looks: Looks | None = None,
        without: tuple[int, int] = (0, 0),
    ) -> None:
        self.place = place
        self.name = place.part or ""
        self.markup = content
        self.paragraphs: list[Paragraph] = []
        self.attributes: list[Paragraph] = []
        self.marks: set[str] = set()
        self._text = content.text
        self._traits = traits
        self._looks = looks
        self._open: list[Paragraph] = []
        self._fields: list[dict[str, Paragraph] | None] = [None]
        self._asides: list[Paragraph] = []
        self._tables: list[Table] = []
        self._cells: list[Cell | None] = [None]
        self._mark: list[frozenset[str]] = [_NONE]
        self._around: list[Around] = []
        self._count = self._table_count = self._holders = 0
        self._block_starts: list[tuple[int, int]] = []
        self._tag = ""
        self._actions: dict[str, _Action] = {}
        first = markup.first_tag(content.text)
        spans = [(first, without[0]), (without[1], len(content.text))] if without[1] else [(first, len(content.text))]
        reads = content.says_something
        self._known = self._known_actions() if reads else {}
        for start, end in spans:
            if reads:
                self._walk(start, end)
            for found in sweep(content.text, start, end, only_tags=not reads):
                # A bookmark is a name: what stands beside its underscores counts by itself.
                value = readable(found.value) if found.name == "name" else found.value
                self._aside(found.offset, value, found.name, "link_target" if found.name in ("Target", "href") else "attribute")
        for offset, text in content.asides:
            if not without[0] <= offset < without[1]:
                self._aside(offset, text, "comment", "markup_comment")
        self.attributes.sort(key=_offset)

    def _known_actions(self) -> dict[str, tuple[Callable[[int], None] | None, Callable[[], None] | None]]:
        known: dict[str, tuple[Callable[[int], None] | None, Callable[[], None] | None]] = {
            "r": (self._start_run, self._unmark),
            "tbl": (self._start_table, self._end_table),
            "tr": (self._start_row, None),
            "tc": (self._start_cell, self._end_cell),
            "sp": (self._start_slide_shape, self._end_shape),
        }
        known |= dict.fromkeys(_BLOCKS, (self._start_block, self._end_block))
        known |= dict.fromkeys(_HOLDERS, (self._start_holder, self._end_holder))
        known |= dict.fromkeys(_SHAPES, (self._start_shape, self._end_shape))
        known |= {name: (partial(self._separate, text), None) for name, text in _SEPARATORS.items()}
        known |= {name: (partial(self._start_change, mark), self._unmark) for name, mark in _MARKED.items()}
        known |= {name: (partial(self._start_aside, trait), self._end_aside) for name, trait in _ASIDE.items()}
        return known

    def _walk(self, start: int, end: int) -> None:
        actions = self._actions
        for tag, behind in markup.tokens(self._text, start, end):
            begin, finish, is_leaf, name = actions.get(tag) or self._action(tag)
            start += len(tag) + 2
            if begin is not None:
                self._tag = tag
                begin(start)
            if finish is not None:
                finish()
            if behind:
                if is_leaf:
                    self._leaf(start, behind)
                elif not behind.isspace():
                    self._markup(start, name, behind)
                start += len(behind)

    def _action(self, tag: str) -> _Action:
        if len(self._actions) > _MOST_ACTIONS:
            self._actions.clear()
        closes, empty = tag.startswith("/"), tag.endswith("/")
        name = local_name(tag.strip("/").split(maxsplit=1)[0])
        begin, finish = self._known.get(name, (None, None))
        action = _Action(None if closes else begin, finish if closes or empty else None, name in _LEAVES and not (closes or empty), name)
        self._actions[tag] = action
        return action

    def _properties(self, kind: str, offset: int) -> str:
        """The markup of the properties element that begins at ``offset``, as it is now; "" where there is none."""
        head = self._text[offset : offset + _HEAD]
        # Most elements have none, and what follows them directly says so.
        found = None if head[:1] == "<" and "Pr" not in head else _PROPERTIES[kind].match(self._text, offset)
        if found is None:
            return ""
        closed = self._text.find(">", found.end()) + 1
        end = closed if self._text[closed - 2] == "/" else self._text.find(f"</{found[1]}{kind}Pr>", closed)
        return without_change(self._text[found.start() : end])

    def _start_block(self, offset: int) -> None:
        if len(self._open) > _MOST_NESTED:
            raise CorruptDocumentError("a part of the package is nested too deeply", format="ooxml")
        self._count += 1
        self._block_starts.append((offset, self._count))
        self._open.append(self._new(self._traits))
        self._fields.append(None)
        if self._looks is not None:
            properties = self._properties("p", offset)
            self._around.append(Around("p", properties) if properties else _PLAIN)

    def _end_block(self) -> None:
        self._open.pop()
        self._fields.pop()
        if self._looks is not None:
            self._around.pop()

    def _start_run(self, offset: int) -> None:
        run = self._properties("r", offset) if self._looks is not None else ""
        if self._looks is not None and (run or self._around[-1:] != _PLAIN_AROUND):
            self._push(self._looks.traits(run, self._around))
        else:
            self._mark.append(self._mark[-1])

    def _push(self, traits: frozenset[str]) -> None:
        self._mark.append(self._mark[-1] | traits if traits else self._mark[-1])
        if traits:
            self.marks |= traits

    def _start_change(self, mark: str, offset: int) -> None:
        self._push(_NONE if self._holders else frozenset((mark,)))

    def _unmark(self) -> None:
        self._mark.pop()

    def _start_holder(self, offset: int) -> None:
        self._holders += 1

    def _end_holder(self) -> None:
        self._holders -= 1

    def _start_table(self, offset: int) -> None:
        self._table_count += 1
        self._tables.append(Table(self._table_count))
        self._cells.append(None)
        self._around.append(Around("tbl", self._properties("tbl", offset)))

    def _end_table(self) -> None:
        self._tables.pop()
        self._cells.pop()
        self._around.pop()

    def _start_row(self, offset: int) -> None:
        if self._tables:
            self._tables[-1].add_row()

    def _start_cell(self, offset: int) -> None:
        properties = self._properties("tc", offset)
        self._around.append(Around("tc", properties))
        if self._tables:
            said = self._tag + properties
            span = _GRID_SPAN.search(said)
            self._cells[-1] = self._tables[-1].add_cell(int(span[1]) if span else 1, _MERGED_UP.search(said) is not None)

    def _end_cell(self) -> None:
        self._around.pop()

    def _start_shape(self, offset: int) -> None:
        self._around.append(Around("shape"))

    def _start_slide_shape(self, offset: int) -> None:
        body = self._text.find("txBody", offset) if self._looks is not None else -1
        found = _SHAPE_PROPERTIES.search(self._text, offset, body) if body >= 0 else None
        self._around.append(Around("shape", found[2] if found else ""))

    def _end_shape(self) -> None:
        self._around.pop()

    def _separate(self, text: str, offset: int) -> None:
        if self._open and not self._holders:
            self._open[-1].pieces.append((None, text, self._mark[-1]))

    def _start_aside(self, trait: str, offset: int) -> None:
        self._asides.append(self._field(trait))

    def _end_aside(self) -> None:
        self._asides.pop()

    def _field(self, trait: str) -> Paragraph:
        """The paragraph's own collection of field instructions or ruby, which may be split into runs like any text."""
        fields = self._fields[-1]
        if fields is None:
            fields = self._fields[-1] = {}
        if trait not in fields:
            fields[trait] = self._new(self._traits | {trait})
        return fields[trait]

    def _new(self, traits: frozenset[str]) -> Paragraph:
        cell = self._cells[-1]
        paragraph = Paragraph(self.place, self._count, cell, traits)
        self.paragraphs.append(paragraph)
        if cell:
            cell.paragraphs.append(paragraph)
        return paragraph

    def _leaf(self, offset: int, behind: str) -> None:
        holder = self._asides[-1] if self._asides else self._open[-1] if self._open else self._new(self._traits)
        if "\0" not in behind:
            holder.pieces.append((str(offset), markup.unescape(behind), self._mark[-1]))
            return
        for start, raw in markup.pieces(offset, behind):
            holder.pieces.append((str(start), markup.unescape(raw), self._mark[-1]))

    def _markup(self, offset: int, name: str, behind: str) -> None:
        """Text where a program writes none, or in a part without paragraphs."""
        for start, raw in markup.pieces(offset, behind):
            text = markup.unescape(raw)
            if text.isspace():
                continue
            if self._open:
                self._aside(start, text, name, "markup")
            else:
                self._new(self._traits).pieces.append((str(start), text, self._mark[-1]))

    def _aside(self, offset: int, text: str, name: str, trait: str) -> None:
        paragraph = Paragraph(self.place, self._paragraph_at(offset), None, self._traits | {trait}, name)
        paragraph.pieces.append((str(offset), text, _NONE))
        self.attributes.append(paragraph)

    def _paragraph_at(self, offset: int) -> int:
        """The number of the last paragraph that begins before ``offset``; 0 before the first."""
        index = bisect_right(self._block_starts, (offset, len(self._text)))
        return self._block_starts[index - 1][1] if index else 0


def _offset(paragraph: Paragraph) -> int:
    return int(str(paragraph.pieces[0][0]))
