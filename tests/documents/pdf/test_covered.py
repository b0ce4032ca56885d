"""Text under a cover is reported as fake redaction with its box; readable text on a ground is not."""

import io

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

import govredact

PHONE = "13800138000"
SHOWN = f"BT /F 12 Tf 50 700 Td (telephone {PHONE}) Tj ET"
BOX = "45 695 200 16 re f"


@pytest.fixture(scope="module")
def engine():
    return govredact.Engine()


def page(content, annotation=None):
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(600, 800))
    obj = pdf.pages[0].obj
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    state = Dictionary(Multiply=Dictionary(BM=Name.Multiply), Faint=Dictionary(ca=0.3))
    obj.Resources = Dictionary(Font=Dictionary(F=font), ExtGState=state)
    obj.Contents = pdf.make_stream(f"BT /F 12 Tf 50 500 Td (other text) Tj ET {content}".encode())
    if annotation is not None:
        obj.Annots = Array([annotation])
    stream = io.BytesIO()
    pdf.save(stream)
    return stream.getvalue()


def square(subtype, **more):
    return Dictionary(Type=Name.Annot, Subtype=subtype, Rect=Array([45, 695, 245, 711]), **more)


HIDING = {
    "black box": page(f"{SHOWN} 0 g {BOX}"),
    "white box": page(f"{SHOWN} 1 g {BOX}"),
    "box of a path": page(f"{SHOWN} 45 695 m 245 695 l 245 711 l 45 711 l h f"),
    "picture": page(f"{SHOWN} q 200 0 0 16 45 695 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x40 EI Q"),
    "white text": page(f"1 g {SHOWN}"),
    "black on black": page(f"0 g {BOX} {SHOWN}"),
    "invisible": page(f"3 Tr {SHOWN}"),
    "redaction that was not applied": page(SHOWN, square(Name.Redact)),
    "filled square": page(SHOWN, square(Name.Square, IC=Array([0, 0, 0]))),
    "text of a point": page(f"BT 100 0 0 1 50 700 Tm /F 1 Tf (telephone {PHONE}) Tj ET"),
    "thick line": page(f"{SHOWN} 16 w 40 703 m 250 703 l S"),
    "hatching": page(f"{SHOWN} 1 w " + " ".join(f"{x} 694 m {x + 18} 714 l S" for x in range(30, 250, 3))),
    "hatching in one path": page(f"{SHOWN} 1 w " + " ".join(f"{x} 694 m {x + 18} 714 l" for x in range(30, 250, 3)) + " S"),
    "lines along the text": page(f"{SHOWN} 1 w " + " ".join(f"45 {y / 2} m 250 {y / 2} l S" for y in range(1394, 1424, 3))),
    "thin boxes along the text": page(f"{SHOWN} " + " ".join(f"45 {y / 2} 205 1 re f" for y in range(1394, 1424, 3))),
    "scribble": page(f"{SHOWN} 1 w 45 694 m " + " ".join(f"{x} 700 {x} 705 {x} {714 - x % 2 * 20} c" for x in range(45, 250)) + " S"),
    "frame and a box in it": page(f"{SHOWN} 20 600 300 150 re 30 610 280 130 re f* {BOX}"),
    "black highlight": page(SHOWN, square(Name.Highlight, C=Array([0, 0, 0]))),
}
READABLE = {
    "header row": page(f"0.8 g {BOX} 0 g {SHOWN}"),
    "white on blue": page(f"0 0 1 rg {BOX} 1 g {SHOWN}"),
    "text on a picture": page(f"q 200 0 0 16 45 695 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x40 EI Q 1 g {SHOWN}"),
    "highlighter": page(f"{SHOWN} q /Multiply gs 1 1 0 rg {BOX} Q"),
    "faint panel": page(f"{SHOWN} q /Faint gs 0 1 0 rg {BOX} Q"),
    "yellow highlight": page(SHOWN, square(Name.Highlight, C=Array([1, 1, 0]))),
    "zebra rows": page(f"0.9 g 45 695 60 16 re f 0.8 g 105 695 140 16 re f 0 g {SHOWN}"),
    "white text over the edge of two panels": page(f"0 0 1 rg 45 695 60 16 re f 0 0.5 0 rg 105 695 140 16 re f 1 g {SHOWN}"),
    "rules across the text": page(f"{SHOWN} 100 690 2.5 30 re f 45 698 200 2 re f"),
    "frame": page(f"{SHOWN} 20 600 300 150 re 30 610 280 130 re f*"),
    "struck through": page(f"{SHOWN} 1 w 45 704 m 250 704 l S 45 698 m 250 698 l S"),
    "crossed out cell": page(f"{SHOWN} 1 w 45 690 m 250 715 l S 45 715 m 250 690 l S"),
    "triangle beside": page(f"{SHOWN} 45 695 m 245 711 l 245 711 l 245 600 l h f 300 711 m 45 720 l 300 740 l f"),
    "two boxes in one path": page(f"{SHOWN} 45 600 m 100 600 l 100 610 l 45 610 l h 45 760 m 245 760 l 245 770 l 45 770 l h f"),
    "lines below the text": page(" ".join(f"{x} 694 m {x + 18} 714 l S" for x in range(30, 250, 3)) + f" {SHOWN}"),
    "ruled cell": page(f"{SHOWN} 45 695 200 16 re S 45 690 210 25 re S"),
    "box beside": page(f"{SHOWN} 300 600 100 16 re f"),
}


@pytest.mark.parametrize("name", HIDING)
def test_text_under_a_cover_is_a_fake_redaction(engine, name):
    findings = engine.scan_file(HIDING[name], "a.pdf").findings
    fake = [finding for finding in findings if finding.entity == "FAKE_REDACTION"]
    assert [finding.severity for finding in fake] == ["critical"]
    x0, y0, x1, y1 = fake[0].location.boxes[0]
    assert (x0, fake[0].location.page) == (50, 1)
    assert 690 < y0 < y1 < 715
    assert x1 > 150
    assert any(finding.entity == "CN_MOBILE" and finding.value == PHONE for finding in findings)


@pytest.mark.parametrize("name", READABLE)
def test_readable_text_is_none(engine, name):
    assert {finding.entity for finding in engine.scan_file(READABLE[name], "a.pdf").findings} == {"CN_MOBILE"}


@pytest.mark.parametrize("name", HIDING)
def test_the_text_goes_and_the_cover_stays(engine, name):
    copy = engine.mask_file(HIDING[name], "a.pdf").data
    text = pypdfium2.PdfDocument(copy)[0].get_textpage().get_text_range()
    assert "8013" not in text
    assert "telephone" not in text
    assert "other text" in text
    assert not engine.scan_file(copy, "a.pdf").findings


LINE = f"BT /F 12 Tf 50 700 Td (call {PHONE} or {PHONE[:9]}11 today) Tj ET"
# The digits of the two numbers, in Helvetica.
FIRST, SECOND = "71 697 76 13 re f", "162 697 72 13 re f"
PARTS = {
    "one string": LINE,
    "a string for each glyph": "BT /F 12 Tf 50 700 Td "
    + " ".join(f"({character}) Tj" for character in f"call {PHONE} or {PHONE[:9]}11 today")
    + " ET",
}


@pytest.mark.parametrize("name", PARTS)
def test_a_box_over_a_part_of_a_line_covers_that_part_only(engine, name):
    findings = engine.scan_file(page(f"{PARTS[name]} 0 g {FIRST} {SECOND}"), "a.pdf").findings
    fake = [finding for finding in findings if finding.entity == "FAKE_REDACTION"]
    assert [finding.value.strip() for finding in fake] == [PHONE, f"{PHONE[:9]}11"]
    boxes = [box for finding in fake for box in finding.location.boxes]
    assert boxes[0][0] > 65
    assert boxes[0][2] < 150
    assert boxes[1][0] > 155


@pytest.mark.parametrize("name", PARTS)
def test_what_a_box_covers_goes_entirely_and_the_rest_of_the_line_stays(engine, name):
    data = page(f"{PARTS[name]} 0 g {FIRST} {SECOND}")
    copy = engine.mask_file(data, "a.pdf").data
    text = pypdfium2.PdfDocument(copy)[0].get_textpage().get_text_range()
    assert not any(character.isdigit() for character in text)
    assert "*" not in text
    assert "".join(text.split()) == "othertextcallortoday"
    before, after = (pypdfium2.PdfDocument(file)[0].render(grayscale=True) for file in (data, copy))
    assert bytes(before.buffer) == bytes(after.buffer)


def test_a_box_over_the_digits_between_those_that_a_mask_keeps(engine):
    copy = engine.mask_file(page(f"{LINE} 0 g {FIRST}"), "a.pdf").data
    text = pypdfium2.PdfDocument(copy)[0].get_textpage().get_text_range()
    assert "*" in text
    assert text.count("138") == 1
