"""One pass over an XML part: every text node, attribute and comment, gathered into paragraphs and tables.

Runs of one paragraph are joined without anything between them, because formatting splits numbers. Text that stands inside
a paragraph and is not read there (text boxes, field instructions, ruby) becomes a paragraph of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from govredact.documents.ooxml.tables import Paragraph, Table
from govredact.errors import CorruptDocumentError

if TYPE_CHECKING:
    from govredact.documents.ooxml.tables import Cell

_BLOCKS = frozenset(("p", "si", "is"))
_SEPARATORS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": " "}
# Elements whose text is read as the paragraph's; other elements inside it hold sizes and positions.
_LEAVES = frozenset(("t", "delText", "instrText", "delInstrText"))
_ASIDE = {"instrText": "field", "delInstrText": "field", "rt": "ruby"}
_MARKED = {"del": "deleted", "moveFrom": "deleted", "ins": "inserted", "moveTo": "inserted"}
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PROPERTIES = f"{_WORD}rPr"

# Attributes that programs fill with random or standard values; the rest is swept if it could say something.
_NOISE = re.compile("rsid|paraId$|textId$|durableId$|nsid$|tmpl$|^Type$|^ContentType$|^uri$|^Requires$|^schemaLocation$")
# Elements whose value is a hexadecimal code of a fixed length by their schema.
_CODES = frozenset(("rsid", "rsidRoot", "nsid", "tmpl", "panose1", "sig", "latin", "ea", "cs"))
_CODE = re.compile("[0-9A-Fa-f]{8}|[0-9A-Fa-f]{20}")
_STANDARD = ("http://schemas.", "http://purl.", "http://www.w3.org/", "application/", "urn:schemas-")
_TELLING = re.compile(r"[^\x00-\x7f]|[0-9]{5}|[0-9A-Za-z]{8}|@|://|[0-9][ .-][0-9]")


class Part:
    """The text of one XML part. ``paragraphs`` in document order, then ``attributes`` and what is no text at all."""

    def __init__(self, name: str, content: bytes, traits: frozenset[str] = frozenset()) -> None:
        self.name = name
        self.paragraphs: list[Paragraph] = []
        self.attributes: list[Paragraph] = []
        self._traits = traits
        self._open: list[Paragraph] = []
        self._fields: list[dict[str, Paragraph]] = [{}]
        self._asides: list[Paragraph] = []
        self._tables: list[Table] = []
        self._cells: list[Cell | None] = [None]
        self._marks: list[frozenset[str]] = [frozenset()]
        self._count = self._table_count = self._number = 0
        self._walk(_parse(content))

    def _walk(self, root: Any) -> None:
        from lxml import etree

        numbers: list[int] = []
        for event, element in etree.iterwalk(root.getroottree(), events=("start", "end", "comment", "pi")):
            if event == "start":
                numbers.append(self._number)
                self._start(element, _local(element))
                self._number += 1
            elif event == "end":
                self._end(_local(element))
                self._text(f"{numbers.pop()}+", "", element.tail)
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
        elif tag in _SEPARATORS and self._open and element.getparent().tag != f"{_WORD}tabs":
            self._open[-1].pieces.append((None, _SEPARATORS[tag], self._marks[-1]))
        if tag in _ASIDE:
            self._asides.append(self._field(_ASIDE[tag]))
        self._marks.append(self._marks[-1] | self._marks_of(element, tag))
        self._sweep_attributes(element, tag)
        self._text(str(self._number), tag, element.text)

    def _end(self, tag: str) -> None:
        self._marks.pop()
        if tag in _BLOCKS:
            self._open.pop()
            self._fields.pop()
        elif tag == "tbl":
            self._tables.pop()
            self._cells.pop()
        if tag in _ASIDE:
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
        paragraph = Paragraph(self.name, self._count, cell, traits)
        self.paragraphs.append(paragraph)
        if cell:
            cell.paragraphs.append(paragraph)
        return paragraph

    def _marks_of(self, element: Any, tag: str) -> frozenset[str]:
        if tag in _MARKED and element.getparent() is not None and element.getparent().tag != _PROPERTIES:
            return frozenset((_MARKED[tag],))
        return frozenset(("hidden",)) if tag == "r" and _is_hidden(element) else frozenset()

    def _text(self, key: str, tag: str, text: str | None) -> None:
        if not text or (text.isspace() and tag not in _LEAVES):
            return
        if tag in _LEAVES and self._asides:
            self._asides[-1].pieces.append((key, text, self._marks[-1]))
        elif tag in _LEAVES and self._open:
            self._open[-1].pieces.append((key, text, self._marks[-1]))
        elif self._open:
            self._aside(key, text, tag or "text", "markup")
        else:
            self._new(self._traits).pieces.append((key, text, self._marks[-1]))

    def _sweep_attributes(self, element: Any, tag: str) -> None:
        for name, value in element.attrib.items():
            if not _TELLING.search(value) or value.startswith(_STANDARD) or (tag in _CODES and _CODE.fullmatch(value)):
                continue
            local = name.rsplit("}", 1)[-1]
            if not _NOISE.search(local):
                self._aside(f"{self._number}@{name}", value, local, "link_target" if local in ("Target", "href") else "attribute")

    def _other(self, element: Any) -> None:
        """A comment or processing instruction, and the text behind it."""
        self._aside(f"{self._number}!", element.text or "", "comment", "markup_comment")
        self._text(f"{self._number}!+", "", element.tail)
        self._number += 1

    def _aside(self, key: str, text: str, attribute: str, trait: str) -> None:
        paragraph = Paragraph(self.name, self._count, None, self._traits | {trait}, attribute)
        paragraph.pieces.append((key, text, self._marks[-1]))
        self.attributes.append(paragraph)


def _parse(content: bytes) -> Any:
    """The root of the part; nothing is fetched, no entity is expanded. CorruptDocumentError where it is no XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_blank_text=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise CorruptDocumentError("a part of the package is no valid XML", format="docx") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise CorruptDocumentError("a part of the package declares entities, which Office files never do", format="docx")
    return root


def _local(element: Any) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _grid_span(cell: Any) -> int:
    span = cell.find(f"{_WORD}tcPr/{_WORD}gridSpan")
    value = span.get(f"{_WORD}val", "1") if span is not None else "1"
    return int(value) if value.isascii() and value.isdecimal() and 0 < int(value[:4]) < 1000 else 1


def _is_hidden(run: Any) -> bool:
    vanish = run.find(f"{_WORD}rPr/{_WORD}vanish")
    return vanish is not None and vanish.get(f"{_WORD}val", "1") not in ("0", "false", "off")
