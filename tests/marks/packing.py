# ruff: noqa: E501 - markup is easier to read in one line
"""Documents of every format with one mark at one of the places where marks stand."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import docx
import openpyxl
from docx.oxml import parse_xml
from forms import BODY
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

if TYPE_CHECKING:
    from collections.abc import Callable

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def _word(change: Callable[..., None]) -> bytes:
    document = docx.Document()
    for line in BODY:
        document.add_paragraph(line)
    change(document)
    return _saved(document)


def _saved(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def word(mark: str) -> dict[str, bytes]:
    """Word: paragraph, runs, header, footer, cell, text boxes, WordArt watermark, property."""

    def first(document: docx.document.Document) -> None:
        document.paragraphs[0].insert_paragraph_before(mark)

    def runs(document: docx.document.Document) -> None:
        paragraph = document.paragraphs[0].insert_paragraph_before()
        for char in mark:
            paragraph.add_run(char).bold = True

    def header(document: docx.document.Document) -> None:
        document.sections[0].header.paragraphs[0].text = mark

    def header_tab(document: docx.document.Document) -> None:
        document.sections[0].header.paragraphs[0].text = f"青山县水利局\t\t{mark}"

    def footer(document: docx.document.Document) -> None:
        document.sections[0].footer.paragraphs[0].text = mark

    def cell(document: docx.document.Document) -> None:
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = mark, "特急"

    def box(markup: str) -> Callable[..., None]:
        return lambda document: document.paragraphs[0]._p.append(parse_xml(markup))

    content = f"<w:txbxContent><w:p><w:r><w:t>{mark}</w:t></w:r></w:p></w:txbxContent>"
    drawn = f"<w:r {_NS}><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    old = f"<w:r {_NS}><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"
    art = f'<w:r {_NS}><w:pict><v:shape type="#_x0000_t136"><v:textpath style="font-family:宋体" string="{mark}"/></v:shape></w:pict></w:r>'

    def watermark(document: docx.document.Document) -> None:
        document.sections[0].header.paragraphs[0]._p.append(parse_xml(art))

    changes = {"first paragraph": first, "runs": runs, "header": header, "header behind a tab": header_tab, "footer": footer, "cell": cell}
    changes |= {"text box": box(drawn), "old text box": box(old), "watermark": watermark}
    return {place: _word(change) for place, change in changes.items()}


def sheet(mark: str) -> dict[str, bytes]:
    """Excel: a cell above the table, a header, the name of a sheet, a label and its value."""

    def book(change: Callable[..., None]) -> bytes:
        workbook = openpyxl.Workbook()
        page = workbook.active
        for row in ("供水检查情况表",), ("序号", "单位", "情况"), (1, "青山水厂", "正常"), (2, "绿水水厂", "正常"):
            page.append(row)
        change(page)
        return _saved(workbook)

    def above(page: openpyxl.worksheet.worksheet.Worksheet) -> None:
        page.insert_rows(1)
        page["A1"] = mark

    def header(page: openpyxl.worksheet.worksheet.Worksheet) -> None:
        page.oddHeader.right.text = mark

    def font(page: openpyxl.worksheet.worksheet.Worksheet) -> None:
        page.oddFooter.center.text, page.oddFooter.center.size = mark, 14

    def behind(page: openpyxl.worksheet.worksheet.Worksheet) -> None:
        page["F9"] = mark

    return {place: book(change) for place, change in {"above": above, "header": header, "footer": font, "behind": behind}.items()}


def slides(mark: str) -> dict[str, bytes]:
    """PowerPoint: a text box of a slide, of the master."""

    def shape(text: str) -> str:
        return f"<p:sp><p:txBody><a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p></p:txBody></p:sp>"

    def package(on_slide: str, on_master: str) -> bytes:
        names = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        kind = "application/vnd.openxmlformats-officedocument.presentationml"
        rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        parts = {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/ppt/presentation.xml" ContentType="{kind}.presentation.main+xml"/><Override PartName="/ppt/slides/slide1.xml" ContentType="{kind}.slide+xml"/>'
            f'<Override PartName="/ppt/slideMasters/slideMaster1.xml" ContentType="{kind}.slideMaster+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{rel}/officeDocument" Target="ppt/presentation.xml"/></Relationships>',
            "ppt/presentation.xml": f"<p:presentation {names}/>",
            "ppt/slides/slide1.xml": f"<p:sld {names}><p:cSld><p:spTree>{on_slide}</p:spTree></p:cSld></p:sld>",
            "ppt/slideMasters/slideMaster1.xml": f"<p:sldMaster {names}><p:cSld><p:spTree>{on_master}</p:spTree></p:cSld></p:sldMaster>",
        }
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return stream.getvalue()

    body = "".join(map(shape, BODY[:5]))
    return {"slide": package(body + shape(mark), ""), "first of a slide": package(shape(mark) + body, ""), "master": package(body, shape(mark))}


def pdf(mark: str) -> dict[str, bytes]:
    """PDF: above the title, on the right of the first line, upright, across the page."""

    def page(draw: Callable[[canvas.Canvas], None]) -> bytes:
        stream = io.BytesIO()
        paper = canvas.Canvas(stream, pagesize=A4, invariant=True)
        paper.setFont("STSong-Light", 14)
        for number, line in enumerate(BODY):
            paper.drawString(72, 700 - 30 * number, line)
        draw(paper)
        paper.showPage()
        paper.save()
        return stream.getvalue()

    def top(paper: canvas.Canvas) -> None:
        paper.drawString(72, 800, "000012")
        paper.drawString(72, 780, mark)

    def right(paper: canvas.Canvas) -> None:
        paper.drawString(72, 780, "000012")
        paper.drawRightString(520, 780, mark)

    def upright(paper: canvas.Canvas) -> None:
        for number, char in enumerate(mark):
            paper.drawString(560, 800 - 18 * number, char)

    def across(paper: canvas.Canvas) -> None:
        paper.saveState()
        paper.translate(200, 300)
        paper.rotate(45)
        paper.setFont("STSong-Light", 60)
        paper.setFillGray(0.8)
        paper.drawString(0, 0, mark)
        paper.restoreState()

    return {place: page(draw) for place, draw in {"top": top, "right": right, "upright": upright, "across": across}.items()}


def page(mark: str) -> dict[str, bytes]:
    """HTML: paragraph, centred line, cell, letters apart, between line breaks, hidden, last line."""
    mark = escape(mark)
    body = "".join(f"<p>{line}</p>\n" for line in BODY)
    letters = "".join(f"<span>{char}</span>" for char in mark)
    bodies = {
        "paragraph": f"<p>{mark}</p>\n{body}",
        "bold": f"<div align='center'><b>{mark}</b></div>\n{body}",
        "cell": f"<table><tr><td>{mark}</td><td>特急</td></tr></table>\n{body}",
        "letters": f"<p>{letters}</p>\n{body}",
        "line breaks": f"<p>{BODY[0]}<br>{mark}<br>{BODY[2]}</p>\n{body}",
        "hidden": f"<p style='display:none'>{mark}</p>\n{body}",
        "last": f"{body}<p>{mark}</p>\n",
    }
    head = "<!DOCTYPE html>\n<html><head><meta charset='utf-8'><title>关于开展供水安全检查的通知</title></head>\n<body>\n"
    return {place: f"{head}{content}</body></html>".encode() for place, content in bodies.items()}


def markdown(mark: str) -> dict[str, bytes]:
    """Markdown: line, heading, bold, quoted block."""
    body = "\n\n".join(BODY)
    starts = {"line": mark, "heading": f"# {mark}", "bold": f"**{mark}**", "block": f"> {mark}"}
    return {place: f"{start}\n\n{body}\n".encode() for place, start in starts.items()}


FORMATS: dict[str, Callable[[str], dict[str, bytes]]] = {"docx": word, "xlsx": sheet, "pptx": slides, "pdf": pdf, "html": page, "md": markdown}
