"""One pass over an XML part: every text node, attribute and comment, gathered into paragraphs and tables.

Runs of one paragraph are joined without anything between them, because formatting splits numbers. Text that stands inside
a paragraph and is not read there (text boxes, field instructions, ruby) becomes a paragraph of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol

from govredact.documents.ooxml.names import attribute, child, is_element, local
from govredact.documents.ooxml.tables import Paragraph, Table
from govredact.documents.ooxml.xml import parse

if TYPE_CHECKING:
    from govredact.documents.ooxml.tables import Cell
    from govredact.models import Location


class Looks(Protocol):
    """Says how a run looks."""

    def traits(self, run: Any) -> frozenset[str]:
        """``hidden``, ``covered`` or nothing."""


_BLOCKS = frozenset(("p", "si", "is"))
_SEPARATORS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": " "}
# Elements whose text is read as the paragraph's; other elements inside it hold sizes and positions.
_LEAVES = frozenset(("t", "delText", "instrText", "delInstrText"))
_ASIDE = {"instrText": "field", "delInstrText": "field", "rt": "ruby"}
_MARKED = {"del": "deleted", "moveFrom": "deleted", "ins": "inserted", "moveTo": "inserted"}
# Inside these, ins and del are marks of a paragraph or row, not a container of changed text.
_MARK_HOLDERS = frozenset(("rPr", "trPr", "tcPr", "numPr"))
_NONE: frozenset[str] = frozenset()
# Elements that change where text goes or what marks it has; all others are only asked for their text.
_MARKING = frozenset(("r", *_MARKED))
_PLACING = _BLOCKS | _MARKING | {"tbl", "tr", "tc", *_SEPARATORS, *_ASIDE}

# Attributes that programs fill with random or standard values; the rest is swept if it could say something.
_NOISE = re.compile("rsid|paraId$|textId$|durableId$|nsid$|tmpl$|^Type$|^ContentType$|^uri$|^Requires$|^schemaLocation$")
# Elements whose value is a hexadecimal code of a fixed length by their schema.
_CODES = frozenset(("rsid", "rsidRoot", "nsid", "tmpl", "panose1", "sig", "latin", "ea", "cs"))
_CODE = re.compile("[0-9A-Fa-f]{8}|[0-9A-Fa-f]{20}")
_COLORED = frozenset(("color", "fill", "srgbClr", "lastClr"))
_COLOR = re.compile("[0-9A-Fa-f]{6}")
_STANDARD = ("http://schemas.", "http://purl.", "http://www.w3.org/", "application/", "urn:schemas-")
_TELLING = re.compile(r"[^\x00-\x7f]|[0-9]{5}|(?=(?:[A-Za-z]*[0-9]){3})[0-9A-Za-z]{8}|[@=]|://|[0-9][ .-][0-9]|[0-9]:[0-9A-Fa-f]{2}:")
_SAYS = (
    "boolean(/descendant::text()[normalize-space()]) or boolean(/descendant::comment()) or boolean(/descendant::processing-instruction())"
)
_DIGITS = re.compile("[1-9][0-9]{0,2}")


class Part:
    """The text of one XML part. ``paragraphs`` in document order, then ``attributes`` and what is no text at all.

    ``content`` is its bytes or its root, ``place`` the location that the paragraphs refine; ``looks`` says how a run looks, in Word texts.
    """

    def __init__(self, place: Location, content: Any, traits: frozenset[str] = _NONE, looks: Looks | None = None) -> None:
        self.place = place
        self.name = place.part or ""
        self.paragraphs: list[Paragraph] = []
        self.attributes: list[Paragraph] = []
        self._traits = traits
        self._looks = looks
        self._open: list[Paragraph] = []
        self._fields: list[dict[str, Paragraph]] = [{}]
        self._asides: list[Paragraph] = []
        self._tables: list[Table] = []
        self._cells: list[Cell | None] = [None]
        self._marks: list[frozenset[str]] = [_NONE]
        self._count = self._table_count = self._number = 0
        root = parse(content) if isinstance(content, bytes) else content
        # Values of attributes that were looked at and say nothing; most come again and again.
        self._plain: set[str] = set()
        if root.xpath(_SAYS):
            self._walk(root)
        else:
            self._walk_attributes(root)

    def _walk_attributes(self, root: Any) -> None:
        """Styles, themes and the like: no text at all, and thousands of elements."""
        plain = self._plain
        for number, element in enumerate(root.iter()):
            if not plain.issuperset(element.values()):
                self._number = number
                self._sweep_attributes(element, local(element.tag))

    def _walk(self, root: Any) -> None:
        from lxml import etree

        numbers: list[int] = []
        plain = self._plain
        for event, element in etree.iterwalk(root.getroottree(), events=("start", "end", "comment", "pi")):
            if event == "start":
                tag = local(element.tag)
                numbers.append(self._number)
                if tag in _PLACING:
                    self._start(element, tag)
                if not plain.issuperset(element.values()):
                    self._sweep_attributes(element, tag)
                if element.text:
                    self._text(str(self._number), tag, element.text)
                self._number += 1
            elif event == "end":
                tag = local(element.tag)
                if tag in _PLACING:
                    self._end(tag)
                number, tail = numbers.pop(), element.tail
                if tail:
                    self._text(f"{number}+", "", tail)
            else:
                self._other(element)

    def _start(self, element: Any, tag: str) -> None:
        if tag in _BLOCKS:
            self._begin_block()
        elif tag == "tbl":
            self._table_count += 1
            self._tables.append(Table(self._table_count))
            self._cells.append(None)
        elif tag == "tr" and self._tables:
            self._tables[-1].add_row()
        elif tag == "tc" and self._tables:
            self._cells[-1] = self._tables[-1].add_cell(_grid_span(element))
        elif tag in _MARKING:
            self._marks.append(self._marks[-1] | self._own_marks(element, tag))
        elif tag in _SEPARATORS and self._open and local(element.getparent().tag) != "tabs":
            self._open[-1].pieces.append((None, _SEPARATORS[tag], self._marks[-1]))
        if tag in _ASIDE:
            self._asides.append(self._field(_ASIDE[tag]))

    def _own_marks(self, element: Any, tag: str) -> frozenset[str]:
        if tag == "r":
            return self._looks.traits(element) if self._looks is not None else _NONE
        parent = element.getparent()
        return frozenset((_MARKED[tag],)) if parent is None or local(parent.tag) not in _MARK_HOLDERS else _NONE

    def _end(self, tag: str) -> None:
        if tag in _MARKING:
            self._marks.pop()
        elif tag in _BLOCKS:
            self._open.pop()
            self._fields.pop()
        elif tag == "tbl":
            self._tables.pop()
            self._cells.pop()
        elif tag in _ASIDE:
            self._asides.pop()

    def _begin_block(self) -> None:
        self._count += 1
        self._open.append(self._new(self._traits))
        self._fields.append({})

    def _field(self, trait: str) -> Paragraph:
        """The paragraph's own collection of field instructions or ruby, which may be split into runs like any text."""
        fields = self._fields[-1]
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

    def _text(self, key: str, tag: str, text: str) -> None:
        leaf = tag in _LEAVES
        if not leaf and text.isspace():
            return
        if leaf and self._asides:
            self._asides[-1].pieces.append((key, text, self._marks[-1]))
        elif leaf and self._open:
            self._open[-1].pieces.append((key, text, self._marks[-1]))
        elif self._open:
            self._aside(key, text, tag or "text", "markup")
        else:
            self._new(self._traits).pieces.append((key, text, self._marks[-1]))

    def _sweep_attributes(self, element: Any, tag: str) -> None:
        for name, value in element.items():
            if value in self._plain:
                continue
            if not telling(value):
                self._plain.add(value)
                continue
            attribute_name = local(name)
            if not _NOISE.search(attribute_name) and not _is_code(tag, attribute_name, value):
                self._aside(
                    f"{self._number}@{name}", value, attribute_name, "link_target" if attribute_name in ("Target", "href") else "attribute"
                )

    def _other(self, element: Any) -> None:
        """A comment or processing instruction, and the text behind it."""
        self._aside(f"{self._number}!", element.text or "", "comment", "markup_comment")
        if element.tail:
            self._text(f"{self._number}!+", "", element.tail)
        self._number += 1

    def _aside(self, key: str, text: str, name: str, trait: str) -> None:
        paragraph = Paragraph(self.place, self._count, None, self._traits | {trait}, name)
        paragraph.pieces.append((key, text, self._marks[-1]))
        self.attributes.append(paragraph)


def telling(value: str) -> bool:
    """Whether an attribute's value could say something that no program writes by itself."""
    return _TELLING.search(value) is not None and not value.startswith(_STANDARD)


def _is_code(tag: str, name: str, value: str) -> bool:
    if tag in _CODES and _CODE.fullmatch(value):
        return True
    return (tag in _COLORED or name in _COLORED) and _COLOR.fullmatch(value) is not None


def _grid_span(cell: Any) -> int:
    """Grid columns of a table cell; Word writes them as an element, DrawingML as an attribute."""
    value = cell.get("gridSpan", "")
    properties = child(cell, "tcPr") if not value and len(cell) and is_element(cell[0]) else None
    span = child(properties, "gridSpan") if properties is not None else None
    value = attribute(span, "val") if span is not None else value
    return int(value) if _DIGITS.fullmatch(value) else 1
