"""Word documents, scan only: every part of the package is swept, and what is no text is listed."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from govredact.documents.base import FILE_NAME, Document
from govredact.documents.leaves import LeafBuffer, LeafPassage
from govredact.documents.limits import Deadline
from govredact.documents.ooxml.package import Package
from govredact.documents.ooxml.part import Part
from govredact.documents.ooxml.tables import Paragraph
from govredact.errors import CorruptDocumentError
from govredact.models import Gap, Member

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govredact.documents.limits import Limits
    from govredact.models import Passage

_EMBEDDED = re.compile(r"/embeddings/|/afchunk[^/]*$|\.(?:docx|xlsx|pptx|pdf|html?|mht|txt|rtf|csv)$", re.IGNORECASE)
_XML = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\x00]{0,64}<")
_XML_NAME = re.compile(r"\.(?:xml|rels|vml)$", re.IGNORECASE)
# Parts that are listed and not read: what they are, and whether they can carry text that a reader sees.
_OPAQUE = (
    (re.compile(r"\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|emz|wmz|wdp|ico|webp)$", re.IGNORECASE), "picture", False),
    (re.compile(r"\.(?:odttf|ttf|otf|fntdata)$", re.IGNORECASE), "font", False),
    (re.compile(r"/printerSettings[^/]*\.bin$", re.IGNORECASE), "printer_settings", False),
    (re.compile(r"vbaProject[^/]*\.bin$|vbaData\.xml$", re.IGNORECASE), "macro", True),
)
_PART_TRAITS = (
    (re.compile(r"comments[^/]*\.xml$"), "comment"),
    (re.compile(r"^docProps/"), "property"),
    (re.compile(r"^customXml/"), "custom_xml"),
)


class DocxDocument(Document):
    """A .docx file. Each part gives one passage as it reads, one before tracked changes, one of attributes."""

    def __init__(self, data: bytes, format_name: str, limits: Limits) -> None:
        super().__init__(data, format_name, limits)
        self._package = Package(data, limits)
        if not any(name.startswith("word/") and name.endswith(".xml") for name in self._package.names):
            raise CorruptDocumentError("the package holds no Word text", format="docx")

    def passages(self) -> Iterator[Passage]:
        """The part names, then the views of each part in the order of the package."""
        deadline = Deadline(self.limits)
        self._places, self._gaps, shows_text = 0, [], False
        yield self._names()
        for name in self._package.names:
            deadline.check()
            for passage in self._part_passages(name):
                shows_text = shows_text or (name.startswith("word/") and bool(passage.text.strip()))
                yield passage
        if self._package.unlisted_bytes():
            self._gaps.append(Gap("package", "unlisted_bytes", blocking=True))
        if not shows_text:
            # Pictures beside text are listed; pictures instead of text are a scan that nobody has read.
            self._gaps = [gap._replace(blocking=True) if gap.reason == "picture" else gap for gap in self._gaps]

    def members(self) -> Iterator[Member]:
        """Embedded documents and imported chunks, readable or not."""
        for name in self._package.names:
            if _EMBEDDED.search(name):
                yield Member(name, partial(self._package.read, name))

    def _names(self) -> Passage:
        buffer = LeafBuffer("[names]")
        for number, name in enumerate([*self._package.names, self._package.comment]):
            paragraph = Paragraph("", 0, None, FILE_NAME, "file_name")
            paragraph.pieces.append((number, name, frozenset()))
            _append(buffer, paragraph, paragraph.pieces, "\n" if number else "")
        return LeafPassage(buffer, "part names")

    def _part_passages(self, name: str) -> Iterator[Passage]:
        if _EMBEDDED.search(name):
            return
        opaque = next(((reason, blocking) for pattern, reason, blocking in _OPAQUE if pattern.search(name)), None)
        if opaque:
            self._gaps.append(Gap(name, *opaque))
            return
        content = self._package.read(name)
        if not content:
            return
        if not _XML_NAME.search(name) and not _XML.match(content):
            self._gaps.append(Gap(name, "unknown_part", blocking=True))
            return
        self._places += 1
        yield from _views(Part(name, content, frozenset(trait for pattern, trait in _PART_TRAITS if pattern.search(name))))


def _views(part: Part) -> Iterator[Passage]:
    yield from _view(part.name, part.paragraphs, "deleted", part.name)
    changed = [row for row in part.paragraphs if any("deleted" in traits for _, _, traits in row.pieces)]
    yield from _view(part.name, changed, "inserted", f"{part.name} (before changes)")
    yield from _view(part.name, part.attributes, "", f"{part.name} (attributes)")


def _view(part: str, paragraphs: Iterable[Paragraph], without: str, place: str) -> Iterator[Passage]:
    """The paragraphs without the pieces that have the trait ``without``; nothing where no text is left."""
    buffer, above = LeafBuffer(part), None
    for paragraph in paragraphs:
        pieces = [piece for piece in paragraph.pieces if without not in piece[2]]
        if pieces or paragraph.cell:
            _append(buffer, paragraph, pieces, _separator(above, paragraph))
            above = paragraph
    if not buffer.text().isspace() and buffer.text():
        yield LeafPassage(buffer, place)


def _separator(above: Paragraph | None, paragraph: Paragraph) -> str:
    """A tab between the cells of a row, a line end between all other paragraphs."""
    if above is None:
        return ""
    left, cell = above.cell, paragraph.cell
    same_row = left is not None and cell is not None and left is not cell and left.table is cell.table and left.row == cell.row
    return "\t" if same_row else "\n"


def _append(buffer: LeafBuffer, paragraph: Paragraph, pieces: list[tuple[object, str, frozenset[str]]], separator: str) -> None:
    buffer.separator(separator)
    buffer.begin(paragraph)
    for key, text, traits in pieces:
        if key is None:
            buffer.separator(text)
        else:
            buffer.leaf(key, text, traits)
