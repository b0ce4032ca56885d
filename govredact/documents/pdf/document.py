"""PDF files, scan only: the text of each page, annotations and form fields, properties and bookmarks.

What this reader does not look into is listed as a gap: pages without usable text, glyphs without a meaning, pictures,
scripts, XFA forms, and revisions that an incremental update left in the file.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

import pypdfium2

from govredact.documents.base import Document
from govredact.documents.leaves import Block, LeafBuffer, LeafPassage
from govredact.documents.limits import Deadline
from govredact.documents.pdf import native
from govredact.errors import CorruptDocumentError, EncryptedDocumentError, LimitExceededError
from govredact.models import Gap, Location, Member, Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govredact.documents.limits import Limits

# PDFium's words for a password that is needed and for a security handler that is not known.
_LOCKED = re.compile("password|security", re.IGNORECASE)
_XFA_FORMS = frozenset((2, 3))
# A page with less text than this beside a picture of half its size is a scan with a header or a page number.
_LITTLE_TEXT = 30
_MOST_OF_PAGE = 0.5
_REVISION_END = re.compile(rb"startxref\s+[0-9]+\s+%%EOF")
# What writers put there by themselves; anything else in a date property is text.
_DATE = re.compile(r"D:[0-9]{4,14}(?:Z|[-+][0-9]{2}'?[0-9]{0,2}'?)?")
_LINEARIZED = b"/Linearized"
_HEAD = 1024


class PagePassage(Passage):
    """The text of one page; boxes are asked of PDFium when a finding is reported."""

    __slots__ = ("_document", "_page")

    def __init__(self, document: PdfDocument, page: int, text: str) -> None:
        super().__init__(text, f"page {page + 1}")
        self._document = document
        self._page = page

    def locate(self, start: int, end: int) -> Location:
        """The page and a box for each line that the span touches."""
        before = native.units(self.text[:start])
        count = native.units(self.text[start:end])
        return Location("pdf", page=self._page + 1, boxes=self._document.boxes(self._page, before, count))

    def leaves(self, start: int, end: int) -> Sequence[tuple[int, int, int]]:
        """The page is the leaf."""
        return ((self._page, start, end),)


class PdfDocument(Document):
    """A .pdf file."""

    def __init__(self, data: bytes, format_name: str, limits: Limits) -> None:
        super().__init__(data, format_name, limits)
        with native.LOCK:
            try:
                self._pdf: Any = pypdfium2.PdfDocument(data)
                self._pages = len(self._pdf)
            except pypdfium2.PdfiumError as error:
                if _LOCKED.search(str(error)):
                    raise EncryptedDocumentError("protected by a password", format="pdf") from error
                raise CorruptDocumentError("not a complete PDF file", format="pdf") from error
        if self._pages > limits.max_parts:
            raise LimitExceededError(f"more than {limits.max_parts} pages", limit="max_parts", maximum=limits.max_parts)

    def passages(self) -> Iterator[Passage]:
        """Each page as PDFium reads it, then what its annotations say; last the properties and bookmarks of the file."""
        deadline = Deadline(self.limits)
        self._places, self._gaps = 0, []
        for page in range(self._pages):
            deadline.check()
            yield from self._page_passages(page)
        yield from _strings("document", [("pdf", key, value) for key, value in self._properties()], page=None)
        self._list_file_gaps()

    def members(self) -> Iterator[Member]:
        """The attachments."""
        with native.LOCK:
            names = [self._pdf.get_attachment(index).get_name() for index in range(self._pdf.count_attachments())]
        for index, name in enumerate(names):
            yield Member(name or f"attachment {index + 1}", partial(self._attachment, index))

    def boxes(self, page: int, index: int, count: int) -> tuple[tuple[float, float, float, float], ...]:
        """Boxes in points of ``count`` PDFium characters from ``index``: one for each line."""
        with native.LOCK:
            loaded = self._pdf[page]
            textpage = loaded.get_textpage()
            try:
                found = [textpage.get_rect(number) for number in range(textpage.count_rects(index, count))]
            finally:
                textpage.close()
                loaded.close()
        return tuple((round(left, 2), round(bottom, 2), round(right, 2), round(top, 2)) for left, bottom, right, top in found)

    def close(self) -> None:
        """Closes the file in PDFium."""
        with native.LOCK:
            self._pdf.close()
        super().close()

    def __del__(self) -> None:
        # Without this, PDFium would be called by the garbage collector, outside the lock.
        if "_pdf" in self.__dict__:
            with native.LOCK:
                self._pdf.close()

    def _attachment(self, index: int) -> bytes:
        with native.LOCK:
            try:
                return bytes(self._pdf.get_attachment(index).get_data())
            except pypdfium2.PdfiumError as error:
                raise CorruptDocumentError("an attachment is damaged", format="pdf") from error

    def _page_passages(self, number: int) -> Iterator[Passage]:
        with native.LOCK:
            try:
                page = self._pdf[number]
                textpage = page.get_textpage()
            except pypdfium2.PdfiumError:
                self._gap(number, "damaged_page", blocking=True)
                return
            try:
                text = native.page_text(textpage)
                annotations = [("annotation", key, value) for key, value in native.annotation_texts(self._pdf, page)]
                self._list_page_gaps(number, page, textpage, text)
            finally:
                textpage.close()
                page.close()
        self._places += 1
        if text:
            yield PagePassage(self, number, text)
        yield from _strings(f"page {number + 1} (annotations)", annotations, number)

    def _list_page_gaps(self, number: int, page: Any, textpage: Any, text: str) -> None:
        count, share = native.pictures(page)
        visible = len("".join(text.split()))
        if not visible:
            if native.has_content(page):
                self._gap(number, "no_text", blocking=True)
            return
        if native.has_unmapped_glyphs(textpage, text):
            self._gap(number, "unmapped_glyphs", blocking=True)
        if count:
            scanned = visible < _LITTLE_TEXT and share >= _MOST_OF_PAGE
            self._gap(number, "scan" if scanned else "picture", blocking=scanned)

    def _gap(self, page: int, reason: str, *, blocking: bool) -> None:
        self._gaps.append(Gap(f"page {page + 1}", reason, blocking))

    def _properties(self) -> Iterator[tuple[str, str]]:
        with native.LOCK:
            properties = list(self._pdf.get_metadata_dict(skip_empty=True).items())
            titles = [("bookmark", _title(item)) for item in self._pdf.get_toc(max_depth=20)]
        self._places += 1
        yield from ((key, value) for key, value in properties if not _DATE.fullmatch(value))
        yield from titles

    def _list_file_gaps(self) -> None:
        with native.LOCK:
            if self._pdf.get_formtype() in _XFA_FORMS:
                self._gaps.append(Gap("form", "xfa_form", blocking=True))
            if native.script_count(self._pdf):
                self._gaps.append(Gap("document", "script", blocking=True))
        revisions = len(_REVISION_END.findall(self.data)) - (_LINEARIZED in self.data[:_HEAD])
        if revisions > 1:
            self._gaps.append(Gap("document", "earlier_revision", blocking=True))


def _title(item: Any) -> str:
    """The text of a bookmark, which pypdfium2 4 keeps as an attribute and 5 returns from a method."""
    return str(item.get_title() if hasattr(item, "get_title") else item.title)


def _strings(place: str, texts: Iterable[tuple[str, str, str]], page: int | None) -> Iterator[Passage]:
    """One passage of (trait, key, text), a line each; nothing where there are none."""
    buffer = LeafBuffer(place)
    for number, (trait, key, text) in enumerate(texts):
        buffer.separator("\n" if number else "")
        location = Location("pdf", page=None if page is None else page + 1, attribute=key)
        buffer.begin(Block(location, frozenset(("property" if trait == "pdf" else trait,))))
        buffer.leaf(number, text)
    if buffer.text():
        yield LeafPassage(buffer, place)
