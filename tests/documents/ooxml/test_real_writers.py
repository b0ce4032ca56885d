"""Files of the programs that offices and their suppliers use: masked copies open, keep their pages and their text outside the masks."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, NamedTuple

import docx
import openpyxl
import pptx
import pypdfium2
import pytest
import xlsxwriter
from office import SOFFICE, convert, convert_all
from packages import W, everything_in, paragraph, rels, run, word

import govredact

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [("序号", "姓名", "身份证号", "联系电话", "金额")]
ROWS += [(str(number), "张三", "11010119900307811X", str(13812340000 + 7 * number), str(100 * number)) for number in range(1, 60)]
HTML = "<html><body><h1>公示</h1><p>联系电话<b>138</b>00138000。</p><table border=1>{}</table></body></html>".format(
    "".join("<tr>" + "".join(f"<td width=190>{text}</td>" for text in row) + "</tr>" for row in ROWS)
)
KNOWN = {"11010119900307811X", *(row[3] for row in ROWS[1:]), *(f"1380013800{last}" for last in range(3))}
VALUES = re.compile("|".join(sorted(KNOWN)))


class File(NamedTuple):
    name: str
    data: bytes


def python_docx() -> bytes:
    document = docx.Document()
    document.add_heading("公示名单")
    document.add_paragraph("现将有关事项公示如下，联系电话13800138000，请社会各界监督。" * 3)
    table = document.add_table(0, 5, style="Table Grid")
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.sections[0].footer.paragraphs[0].text = "经办人电话：13800138001"
    return saved(document)


def openpyxl_book() -> bytes:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append([int(text) if text.isdigit() and len(text) < 15 else text for text in row])
    book.active.column_dimensions["C"].width = 22
    book.active.column_dimensions["D"].width = 16
    return saved(book)


def xlsxwriter_book() -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("台账")
    sheet.merge_range("A1:E1", "发放台账", book.add_format({"bold": True, "align": "center"}))
    for number, row in enumerate(ROWS, 1):
        sheet.write_row(number, 0, row)
    sheet.write_rich_string("A63", "联系电话138", book.add_format({"bold": True}), "0013", "8000")
    sheet.write_formula("E64", "=SUM(F3:F61)", None, 5)
    sheet.set_column("B:E", 22)
    sheet.write_comment("B2", "核对电话13800138002")
    book.close()
    return stream.getvalue()


def python_pptx() -> bytes:
    show = pptx.Presentation()
    slide = show.slides.add_slide(show.slide_layouts[1])
    slide.shapes.title.text = "联系电话：13800138000"
    slide.placeholders[1].text = "现将有关事项公示如下\n经办人身份证号：11010119900307811X"
    return saved(show)


def wps() -> bytes:
    """As WPS Writer saves: namespaces of its own, its build number, a hexadecimal mark of the user."""
    own = W + ' xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData"'
    builds = {"KSOProductBuildVer": "2052-12.1.0.16929", "ICV": "5A1B2C3D4E5F60718293A4B5C6D7E8F9_13"}
    properties = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(builds.items(), 2)
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    custom = f'<Properties xmlns="{office}/custom-properties" xmlns:vt="{office}/docPropsVTypes">{properties}</Properties>'
    item = '<s:customData xmlns="http://www.wps.cn/officeDocument/2013/wpsCustomData" xmlns:s="http://www.wps.cn/officeDocument/2013/wpsCustomData"/>'
    body = paragraph(
        run("联系人电话"), run("138", "<w:rFonts w:hint='eastAsia'/><w:lang w:val='en-US' w:eastAsia='zh-CN'/>"), run("00138000。")
    )
    parts = {"docProps/custom.xml": custom, "customXml/item1.xml": item, "customXml/_rels/item1.xml.rels": rels()}
    return word(body, parts, (("customXml", "../customXml/item1.xml"),), namespaces=own)


def saved(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("writers")


@pytest.fixture(scope="module")
def files(folder: Path) -> list[File]:
    assert SOFFICE is not None, "LibreOffice is not installed"
    table = "\n".join(",".join(row) for row in ROWS).encode("utf-8-sig")
    return [
        File("python-docx.docx", python_docx()),
        File("wps.docx", wps()),
        File("openpyxl.xlsx", openpyxl_book()),
        File("xlsxwriter.xlsx", xlsxwriter_book()),
        File("python-pptx.pptx", python_pptx()),
        File("office-html.docx", convert(HTML.encode(), "a.html", "docx:MS Word 2007 XML", folder, "--infilter=HTML (StarWriter)")),
        File("office-again.docx", convert(python_docx(), "b.docx", "docx", folder)),
        File("office-csv.xlsx", convert(table, "c.csv", "xlsx", folder, "--infilter=CSV:44,34,76")),
        File("office-again.pptx", convert(python_pptx(), "d.pptx", "pptx", folder)),
    ]


@pytest.fixture(scope="module")
def copies(files: list[File]) -> list[File]:
    engine = govredact.Engine()
    return [File(f"masked-{file.name}", engine.mask_file(file.data, file.name).data) for file in files]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_every_value_is_found_and_gone(files: list[File], copies: list[File]) -> None:
    engine = govredact.Engine()
    for file, copy in zip(files, copies, strict=True):
        planted = set(VALUES.findall(" ".join(everything_in(file.data).values())))
        found = {re.sub(r"\D(?<!X)", "", finding.value) for finding in engine.scan_file(file.data, file.name).findings}
        assert planted - found == set(), file.name
        assert planted, file.name
        assert [name for name, text in everything_in(copy.data).items() if VALUES.search(text)] == [], file.name
        assert engine.verify(file.data, copy.data, file.name).passed
        assert engine.mask_file(copy.data, file.name).data == copy.data


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_pages_and_text_outside_the_masks_stay(files: list[File], copies: list[File], folder: Path) -> None:
    pages = convert_all({file.name: file.data for file in (*files, *copies)}, "pdf", folder)
    for file, copy in zip(files, copies, strict=True):
        before, after = texts(pages[file.name]), texts(pages[copy.name])
        assert len(before) == len(after), file.name
        assert [outside(text) for text in before] == [outside(text) for text in after], file.name
        assert not VALUES.search("".join(after)), file.name


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded() for page in document]


def outside(text: str) -> str:
    """The text of a page without numbers and masks, and without where lines end."""
    return re.sub(r"[0-9*＊X]+|\s", "", text)
