import io
import threading

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

from govredact.documents import DEFAULT_LIMITS, open_document
from govredact.errors import CorruptDocumentError, EncryptedDocumentError, LimitExceededError, SpanConflictError
from govredact.models import Edit

PHONE = "13800138000"
pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))


def pdf(draw, pages=1, **options):
    stream = io.BytesIO()
    page = canvas.Canvas(stream, **options)
    for number in range(pages):
        page.setFont("STSong-Light", 14)
        draw(page, number)
        page.showPage()
    page.save()
    return stream.getvalue()


def write(text, y=700):
    return lambda page, _number: page.drawString(72, y, text)


def read(data):
    document = open_document(data, "a.pdf")
    return list(document.passages()), document


def picture(side=40):
    return ImageReader(Image.new("RGB", (side, side), "red"))


def test_each_page_is_a_passage_and_a_leaf():
    found, document = read(pdf(lambda page, number: page.drawString(72, 700, f"第{number + 1}页 {PHONE}"), pages=2))
    assert [passage.text for passage in found[:2]] == [f"第1页 {PHONE}", f"第2页 {PHONE}"]
    assert found[1].leaves(4, 15) == [(("page 2", 0), 4, 15)]
    assert found[1].locate(4, 15).page == 2
    assert document.format == "pdf"
    assert document.coverage.gaps == ()


def test_a_number_over_two_lines_has_two_boxes():
    def draw(page, _number):
        page.drawString(72, 700, "联系电话：138001")
        page.drawString(72, 680, "38000。")

    passage = read(pdf(draw))[0][0]
    assert passage.text == "联系电话：138001\n38000。"
    place = passage.locate(5, 18)
    assert len(place.boxes) == 2
    upper, lower = place.boxes
    assert 697 < upper[1] < upper[3] < 712
    assert 677 < lower[1] < lower[3] < 692
    assert 140 < upper[0] < upper[2] < 190


def test_boxes_are_right_behind_a_character_of_two_units():
    passage = read(pdf(write(f"\U00020000 {PHONE} x")))[0][0]
    assert passage.text == f"\U00020000 {PHONE} x"
    plain = read(pdf(write(f"中 {PHONE} x")))[0][0]
    assert passage.locate(2, 13).boxes[0] == pytest.approx(plain.locate(2, 13).boxes[0], abs=0.1)


def test_a_hyphen_at_a_line_end_stays_a_hyphen():
    def draw(page, _number):
        page.drawString(72, 700, "inter-")
        page.drawString(72, 680, "national")

    assert "inter-\nnational" in read(pdf(draw))[0][0].text


def test_properties_bookmarks_links_and_form_fields_are_read():
    def draw(page, _number):
        page.drawString(72, 700, "正文")
        page.bookmarkPage("a")
        page.addOutlineEntry("书签13800138001", "a")
        page.linkURL("tel:13800138002", (72, 600, 200, 620))
        page.acroForm.textfield(name="p", tooltip="13800138003", value="13800138004", x=72, y=500)
        page.setTitle("标题13800138005")
        page.setAuthor("作者甲")

    found, _ = read(pdf(draw))
    everything = "\n".join(passage.text for passage in found)
    for number in range(13800138001, 13800138006):
        assert str(number) in everything
    properties = next(passage for passage in found if "作者甲" in passage.text)
    assert properties.locate(properties.text.index("作者甲"), 0).attribute == "Author"
    assert properties.traits(0) == {"property"}
    assert any(passage.traits(0) == {"annotation"} for passage in found)
    assert "D:20" not in properties.text


def test_a_page_without_text_blocks_and_a_blank_page_does_not():
    scan = pdf(lambda page, _number: page.drawImage(picture(), 0, 0, 500, 800))
    assert [gap[1:] for gap in read(scan)[1].coverage.gaps] == [("no_text", True)]
    drawing = pdf(lambda page, _number: page.line(0, 0, 100, 100))
    assert [gap[1:] for gap in read(drawing)[1].coverage.gaps] == [("no_text", True)]
    assert read(pdf(lambda page, _number: None))[1].coverage.gaps == ()


def test_a_scan_with_a_page_number_blocks_and_a_picture_beside_text_does_not():
    def scan(page, _number):
        page.drawImage(picture(), 0, 0, 595, 800)
        page.drawString(280, 20, "- 1 -")

    def stamp(page, _number):
        page.drawImage(picture(), 400, 100, 100, 100)
        page.drawString(72, 700, "此页无正文")

    assert read(pdf(scan))[1].coverage.gaps == (("page 1", "scan", True),)
    assert read(pdf(stamp))[1].coverage.gaps == (("page 1", "picture", False),)


def test_glyphs_without_a_meaning_block():
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 1 /LastChar 1 /Widths [9]"
        b" /CharProcs << /c9x 6 0 R >> /Encoding << /Differences [1 /c9x] >> >>"
    )
    _, document = read(minimal_pdf(b"BT /F 12 Tf 72 700 Td <01010101> Tj ET", font))
    assert document.coverage.gaps == (("page 1", "unmapped_glyphs", True),)


def minimal_pdf(content, font):
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        font,
        b"<< /Length 22 >>\nstream\n9 0 0 0 9 9 d1 0 0 9 9 re f\nendstream",
    ]
    data, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return data + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def test_an_earlier_revision_is_a_member():
    data = pdf(write("正文"))
    assert not list(read(data)[1].members())
    previous = int(data.rsplit(b"startxref", 1)[1].split()[0])
    trailer = data[data.rindex(b"trailer") : data.rindex(b"startxref")].replace(b">>", b"/Prev %d >>" % previous)
    update = b"\nxref\n0 0\n" + trailer + b"startxref\n%d\n%%%%EOF\n" % (len(data) + 1)
    members = list(read(data + update)[1].members())
    assert [member.name for member in members] == ["earlier revision.pdf"]
    assert members[0].read() == data.rstrip()


def test_a_password_is_encryption():
    with pytest.raises(EncryptedDocumentError):
        open_document(pdf(write("x"), encrypt="secret"), "a.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.4\ngarbage" * 20, pdf(write("x"))[:200]])
def test_a_damaged_file_is_damaged(data):
    with pytest.raises(CorruptDocumentError):
        list(open_document(data, "a.pdf").passages())


def test_content_decides_and_not_the_name():
    assert open_document(pdf(write("x")), "a.txt").format == "pdf"
    assert open_document(b"\r\n" + pdf(write("x")), "").format == "pdf"


def test_an_edit_that_does_not_fit_is_refused():
    for leaf in (("page 9", 0), ("page 1", 5), ("elsewhere", 0), ("strings", ((9, 9), ("/X",), "string"))):
        with pytest.raises(SpanConflictError):
            open_document(pdf(write("x")), "a.pdf").write([Edit(leaf, 0, 1, "*")])


def test_too_many_pages_and_too_much_time_are_refused():
    data = pdf(write("x"), pages=3)
    with pytest.raises(LimitExceededError):
        open_document(data, "a.pdf", DEFAULT_LIMITS._replace(max_parts=2))
    with pytest.raises(LimitExceededError):
        list(open_document(data, "a.pdf", DEFAULT_LIMITS._replace(seconds=-1)).passages())


def test_several_threads_can_read_at_once():
    data = pdf(write(PHONE), pages=5)
    texts = []

    def work():
        for passage in read(data)[0][:5]:
            place = passage.locate(0, 11)
            texts.append((passage.text, len(place.boxes)))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == [(PHONE, 1)] * 20


def test_a_closed_document_can_be_closed_again():
    document = open_document(pdf(write("x")), "a.pdf")
    document.close()
    document.close()
    assert document.data == b""
