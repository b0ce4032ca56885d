"""PDFium calls that pypdfium2 offers only in raw form: strings of annotations, links and scripts, glyphs without a meaning."""

from __future__ import annotations

import ctypes
from functools import partial
from threading import RLock
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOCK = RLock()

# Keys of an annotation that hold text for people: comment, author, field name, hint, value and default value.
_ANNOTATION_KEYS = ("Contents", "T", "TU", "V", "DV", "Subj", "NM", "RC")
_LINE_HYPHEN = "\ufffe"


def page_text(textpage: Any) -> str:
    """The text of a page. One UTF-16 unit of it is one PDFium character; a hyphen at a line end is a hyphen again."""
    count = textpage.count_chars()
    text: str = textpage.get_text_range(0, count) if count else ""
    if units(text) != count:
        codes = [pdfium.FPDFText_GetUnicode(textpage.raw, index) for index in range(count)]
        text = b"".join((code & 0xFFFF).to_bytes(2, "little") for code in codes).decode("utf-16-le", "replace")
    return text.replace(_LINE_HYPHEN, "-").replace("\x02", "-")


def units(text: str) -> int:
    """How many PDFium characters ``text`` takes: characters beyond the basic plane take two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def has_unmapped_glyphs(textpage: Any, text: str) -> bool:
    """Whether a glyph of the page has no meaning as text: what PDFium returns there is a code, not a character."""
    if "\ufffd" in text or "\0" in text:
        return True
    has_error, raw = pdfium.FPDFText_HasUnicodeMapError, textpage.raw
    return any(has_error(raw, index) == 1 for index in range(textpage.count_chars()))


def annotation_texts(document: Any, page: Any) -> Iterator[tuple[str, str]]:
    """(key, text) of everything that annotations and form fields of ``page`` say, link targets included."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            for key in _ANNOTATION_KEYS:
                if text := _utf16(partial(pdfium.FPDFAnnot_GetStringValue, annotation, key.encode())):
                    yield key, text
            if text := _link_target(document, annotation):
                yield "URI", text
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _link_target(document: Any, annotation: Any) -> str:
    link = pdfium.FPDFAnnot_GetLink(annotation)
    action = pdfium.FPDFLink_GetAction(link) if link else None
    if not action:
        return ""
    return _bytes(partial(pdfium.FPDFAction_GetURIPath, document.raw, action)).decode("utf-8", "replace")


def _utf16(call: Callable[[Any, int], int]) -> str:
    size = call(None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    call(ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def _bytes(call: Callable[[Any, int], int]) -> bytes:
    size = call(None, 0)
    if size <= 1:
        return b""
    buffer = ctypes.create_string_buffer(size)
    call(buffer, size)
    return buffer.raw[: size - 1]


def pictures(page: Any) -> tuple[int, float]:
    """How many pictures a page shows, and the largest share of the page that one of them covers (1.0 inside groups)."""
    count, largest = 0, 0.0
    width, height = page.get_size()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        count += 1
        largest = max(largest, 1.0 if item.level else _area(item.raw) / max(1.0, width * height))
    return count, largest


def _area(item: Any) -> float:
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(item, *sides):
        return 0.0
    left, bottom, right, top = (side.value for side in sides)
    return max(0.0, right - left) * max(0.0, top - bottom)


def has_content(page: Any) -> bool:
    """Whether anything is drawn on the page."""
    return bool(pdfium.FPDFPage_CountObjects(page.raw) > 0)


def script_count(document: Any) -> int:
    """How many scripts the document carries."""
    return max(0, int(pdfium.FPDFDoc_GetJavaScriptActionCount(document.raw)))
