"""Office and PDF files say where they lead, as pages do."""

from __future__ import annotations

import io

import docx
import openpyxl
from docx.opc.constants import RELATIONSHIP_TYPE
from reportlab.pdfgen.canvas import Canvas

import govredact
from govredact.documents import open_document
from govredact.models import Edit

URL = "https://a.example/?tel=13800138000"


def word() -> bytes:
    document = docx.Document()
    document.add_paragraph("公示")
    document.part.relate_to(URL, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"] = "公示"
    book.active["A1"].hyperlink = URL
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def pdf() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    canvas.drawString(72, 700, "notice")
    canvas.linkURL(URL, (72, 690, 200, 720))
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def links(data: bytes, name: str) -> list:
    return [o for o in open_document(data, name).observations() if o.kind == "link"]


def test_hyperlinks_are_observed_with_leaves_that_edits_reach() -> None:
    for data, name in ((word(), "a.docx"), (workbook(), "a.xlsx"), (pdf(), "a.pdf")):
        (link,) = links(data, name)
        assert (link.text, link.about["tag"]) == (URL, "a")
        ((leaf, start, end),) = link.leaves
        document = open_document(data, name)
        list(document.passages())
        copy = document.write([Edit(leaf, start, end, "https://b.example/")])
        assert [other.text for other in links(copy, name)] == ["https://b.example/"]


def test_the_place_of_a_link_in_a_pdf_is_its_box() -> None:
    assert links(pdf(), "a.pdf")[0].location.boxes == ((72.0, 690.0, 200.0, 720.0),)


def test_links_are_no_findings_by_themselves() -> None:
    for data, name in ((word(), "a.docx"), (workbook(), "a.xlsx"), (pdf(), "a.pdf")):
        entities = {finding.entity for finding in govredact.Engine().scan_file(data, name).findings}
        assert "CN_MOBILE" in entities
        assert "HIDDEN_CONTENT" not in entities
