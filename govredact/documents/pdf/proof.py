"""The second reader: PDFium must open the masked copy and must not find a removed glyph where it stood.

It shares no code with the interpreter that removed the glyphs. Every call into PDFium holds ``LOCK``, since PDFium is not
safe to call from several threads.
"""

from __future__ import annotations

import ctypes
from math import floor
from threading import RLock

import pypdfium2
import pypdfium2.raw as pdfium

from govredact.documents.pdf.radicals import folded, lookalikes
from govredact.errors import CorruptDocumentError, ResidueError
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from PIL.Image import Image

    from govredact.documents.pdf.cuts import Gone

LOCK = RLock()
_END = b"%%EOF"
_NEAR = 0.3
_CELL = 16.0


def prove(data: bytes, gone: Mapping[int, list[Gone]]) -> None:
    """ResidueError where PDFium still reads a removed glyph at its place, cannot read the copy, or it has two ends."""
    if data.count(_END) != 1:
        raise ResidueError("the masked copy holds more than one revision; nothing was written")
    with LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise ResidueError("the masked copy cannot be opened by a second reader; nothing was written") from error
        try:
            for page, glyphs in gone.items():
                if glyphs and _left(document[page], glyphs):
                    raise ResidueError(f"a second reader still finds a masked value on page {page + 1}; nothing was written", page=page + 1)
        finally:
            document.close()


def rendered(data: bytes, numbers: list[int], scale: float) -> Iterator[Image]:
    """The pages ``numbers`` (from 0) of ``data`` as PDFium shows them, ``scale`` pixels a point. DocumentError where it cannot."""
    with LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise CorruptDocumentError("the file cannot be rendered", format="pdf") from error
    try:
        for number in numbers:
            with LOCK:
                try:
                    image = document[number].render(scale=scale).to_pil().convert("RGB")
                except pypdfium2.PdfiumError as error:
                    raise CorruptDocumentError(f"page {number + 1} cannot be rendered", format="pdf", page=number + 1) from error
            yield image
    finally:
        with LOCK:
            document.close()


def _left(page: Any, glyphs: list[Gone]) -> bool:
    grid: dict[tuple[int, int], list[Gone]] = {}
    for glyph in glyphs:
        for dx in (0, 1):
            for dy in (0, 1):
                grid.setdefault((floor(glyph.x / _CELL + dx - 0.5), floor(glyph.y / _CELL + dy - 0.5)), []).append(glyph)
    characters = {character for glyph in glyphs for character in glyph.text if not character.isspace()}
    wanted = {ord(character) for character in characters | lookalikes(characters)}
    textpage = page.get_textpage()
    try:
        raw, unicode = textpage.raw, pdfium.FPDFText_GetUnicode
        # Most characters of a page are none of those that went; only the others are asked where they stand.
        codes = [unicode(raw, index) for index in range(textpage.count_chars())]
        return any(_is_left(raw, index, grid, folded(chr(code))) for index, code in enumerate(codes) if code in wanted)
    finally:
        textpage.close()
        page.close()


def _is_left(raw: Any, index: int, grid: dict[tuple[int, int], list[Gone]], text: str) -> bool:
    x, y = ctypes.c_double(), ctypes.c_double()
    if not pdfium.FPDFText_GetCharOrigin(raw, index, x, y):
        return False
    near = grid.get((floor(x.value / _CELL), floor(y.value / _CELL)), ())
    return any(
        abs(glyph.x - x.value) < _NEAR * glyph.em and abs(glyph.y - y.value) < _NEAR * glyph.em and text in glyph.text for glyph in near
    )
