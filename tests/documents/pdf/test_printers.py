"""What the interpreter reads agrees with PDFium, and masked copies look as before outside the masks, for files of real writers."""

import ctypes

import printing
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import ImageChops

import govredact
from govredact.documents import DEFAULT_LIMITS
from govredact.documents.pdf import pages
from govredact.documents.pdf.cuts import origins
from govredact.documents.pdf.radicals import folded
from govredact.documents.pdf.source import Source

SCALE = 2


@pytest.fixture(scope="module")
def engine():
    return govredact.Engine()


@pytest.fixture(scope="module", params=printing.WRITERS)
def data(request, tmp_path_factory):
    return printing.WRITERS[request.param](tmp_path_factory.mktemp("printed"))


def pdfium_glyphs(data):
    """(character, x, y) of every visible character of the first page."""
    textpage = pypdfium2.PdfDocument(data)[0].get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(textpage.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(textpage.raw, index))
        pdfium.FPDFText_GetCharOrigin(textpage.raw, index, x, y)
        if not character.isspace():
            yield character, x.value, y.value


def own_glyphs(data):
    source = Source(data, DEFAULT_LIMITS)
    for run in pages.page_content(source, source.pages[0]).runs:
        for text, (x, y) in zip(run.texts, origins(run), strict=True):
            if not text.isspace():
                yield text, x, y


def test_text_and_positions_agree_with_pdfium(data):
    own, other = list(own_glyphs(data)), list(pdfium_glyphs(data))
    assert "".join(text for text, *_ in own) == folded("".join(text for text, *_ in other))
    # PDFium rounds the widths of simple fonts to whole thousandths of an em, which adds up along a line.
    for (_, x, y), (_, other_x, other_y) in zip(own, other, strict=True):
        assert (x, y) == (pytest.approx(other_x, abs=0.4), pytest.approx(other_y, abs=0.01))


def rendered(data):
    return pypdfium2.PdfDocument(data)[0].render(scale=SCALE).to_pil().convert("L")


def blank(picture, boxes, height):
    """``picture`` with the boxes (grown by a point for anti-aliasing) painted over."""
    for x0, y0, x1, y1 in boxes:
        area = [(x0 - 1) * SCALE, (height - y1 - 2) * SCALE, (x1 + 1) * SCALE, (height - y0 + 2) * SCALE]
        picture.paste(0, tuple(round(value) for value in area))
    return picture


def shift(data, copy, boxes):
    """How far, in points, PDFium moves what is left: more than 0 only where it rounds widths (see above)."""

    def outside(glyphs):
        return [(text, x, y) for text, x, y in glyphs if not any(x0 - 1 < x < x1 + 1 and y0 < y < y1 for x0, y0, x1, y1 in boxes)]

    pairs = zip(outside(pdfium_glyphs(data)), outside(pdfium_glyphs(copy)), strict=True)
    return max(max(abs(x - other_x), abs(y - other_y)) if text == other else 99 for (text, x, y), (other, other_x, other_y) in pairs)


def test_values_go_and_everything_else_stays(engine, data):
    report = engine.scan_file(data, "notice.pdf")
    masked = [finding for finding in report.findings if finding.action == "mask"]
    assert {finding.entity for finding in masked} == {"CN_RESIDENT_ID", "CN_MOBILE"}
    copy = engine.mask_file(data, "notice.pdf").data
    text = pypdfium2.PdfDocument(copy)[0].get_textpage().get_text_range()
    assert printing.PHONE not in text
    assert printing.IDENTITY not in text
    assert "138****8000" in text
    assert text.count("\n") == pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().count("\n")
    boxes = [box for finding in masked for box in finding.location.boxes or ()]
    height = pypdfium2.PdfDocument(data)[0].get_height()
    before, after = (blank(rendered(each), boxes, height) for each in (data, copy))
    assert ImageChops.difference(before, after).getbbox() is None or shift(data, copy, boxes) <= 0.2
    assert len(copy) <= 1.1 * len(data) + 600


def test_masking_twice_gives_the_same_bytes_and_leaves_nothing(engine, data):
    copy = engine.mask_file(data, "notice.pdf").data
    assert engine.mask_file(data, "notice.pdf").data == copy
    assert not [f for f in engine.scan_file(copy, "notice.pdf").findings if f.action == "mask"]
    assert engine.verify(data, copy, "notice.pdf").passed
