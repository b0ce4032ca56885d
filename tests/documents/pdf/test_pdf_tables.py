"""Tables reach the detectors as the same table of tab-separated values does: cell by cell, under their headers."""

from unicodedata import normalize

import printing
import pypdfium2
import pytest
import tables

import govredact
from govredact.documents import open_document


@pytest.fixture(scope="module")
def engine():
    return govredact.Engine(policy="strict")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("tables")


CASES = {
    "ruled": lambda _: (tables.rows(), tables.reportlab_table(tables.rows())),
    "ruled, top": lambda _: (tables.rows(), tables.reportlab_table(tables.rows(), vertical="TOP")),
    "ruled, centred": lambda _: (tables.rows(), tables.reportlab_table(tables.rows(), align=1)),
    "ruled, open sides": lambda _: (tables.rows(), tables.reportlab_table(tables.rows(), sides=False)),
    "ruled, header repeated": lambda _: (tables.rows(60), tables.reportlab_table(tables.rows(60))),
    "ruled, header on the first page": lambda _: (tables.rows(60), tables.reportlab_table(tables.rows(60), repeat=0)),
    "ruled, two header rows": lambda _: (
        tables.two_headers(40),
        tables.reportlab_table(tables.two_headers(40), repeat=2, spans=tables.TWO),
    ),
    "ruled, two header rows on the first page": lambda _: (
        tables.two_headers(40),
        tables.reportlab_table(tables.two_headers(40), repeat=0, spans=tables.TWO),
    ),
    "white columns": lambda _: (tables.rows(), tables.reportlab_table(tables.rows(), rules=False)),
    "white columns, top": lambda _: (tables.rows(), tables.reportlab_table(tables.rows(), rules=False, vertical="TOP")),
    "landscape": lambda _: (tables.rows(), tables.reportlab_table(tables.rows(), turned=True)),
    "Ghostscript": lambda folder: (tables.rows(), printing.ghostscript(folder, printing.chromium(folder, tables.html(tables.rows())))),
    "Cairo": lambda folder: (tables.rows(), printing.cairo(folder, tables.reportlab_table(tables.rows()))),
    "Chromium": lambda folder: (tables.rows(), printing.chromium(folder, tables.html(tables.rows()))),
    "Chromium without rules": lambda folder: (tables.rows(), printing.chromium(folder, tables.html(tables.rows(), "0"))),
    "Word table": lambda folder: (tables.rows(), printing.libreoffice(folder, "table.docx", tables.word(tables.rows()))),
    "sheet": lambda folder: (tables.rows(), printing.libreoffice(folder, "sheet.xlsx", tables.workbook(tables.rows()))),
}


@pytest.fixture(scope="module", params=CASES)
def case(request, folder):
    """(rows, the same table as PDF)"""
    return CASES[request.param](folder)


def found(engine, data, name):
    findings = engine.scan_file(data, name).findings
    return {(f.entity, "".join(f.value.split())) for f in findings if f.action == "mask"}


def text_of(data):
    """The text as PDFium reads it, without white space; radicals that some writers put for characters folded."""
    pages = pypdfium2.PdfDocument(data)
    return normalize("NFKC", "".join("".join(page.get_textpage().get_text_range().split()) for page in pages)).replace("戶", "户")


def test_each_row_is_a_line_of_cells(case):
    table, data = case
    lines = [line for passage in open_document(data, "a.pdf").passages() for line in passage.text.split("\n")]
    for row in table:
        assert "\t".join(row) in lines


def test_the_same_is_found_as_in_tab_separated_values(engine, case):
    table, data = case
    assert found(engine, data, "a.pdf") == found(engine, tables.tsv(table), "a.tsv")
    assert ("BANK_ACCOUNT", "2001234567801") in found(engine, data, "a.pdf")


def test_a_wrapped_cell_goes_entirely_and_its_neighbours_stay(engine, case):
    table, data = case
    copy = engine.mask_file(data, "a.pdf").data
    before, texts = (text_of(each) for each in (data, copy))
    gone = {value for _, value in found(engine, data, "a.pdf")}
    assert {row[3] for row in table[1:] if row[0]} <= gone
    assert not [value for value in gone if value in texts]
    assert texts.count("开户银行账号") == before.count("开户银行账号") > 0
    assert engine.verify(data, copy, "a.pdf").passed


def test_a_table_on_a_page_that_is_turned():
    import io

    import pikepdf

    pdf = pikepdf.open(io.BytesIO(tables.reportlab_table(tables.rows())))
    page = pdf.pages[0]
    content = b"q 0 1 -1 0 800 0 cm\n" + page.Contents.read_bytes() + b"\nQ"
    page.obj.Contents = pdf.make_stream(content)
    page.obj.Rotate, page.obj.MediaBox = 90, pikepdf.Array([-50, 0, 842, 595])
    stream = io.BytesIO()
    pdf.save(stream)
    text = next(open_document(stream.getvalue(), "a.pdf").passages()).text
    assert text.split("\n")[:4] == ["\t".join(row) for row in tables.rows()]


def test_two_telephones_in_one_cell_stay_two():
    rows = [tables.HEADER, ("1", "谭志远", "", "13800138001<br/>13800138002", "", "")]
    text = next(open_document(tables.reportlab_table(rows), "a.pdf").passages()).text
    assert text.split("\n")[1] == "1\t谭志远\t\t13800138001 13800138002\t\t"


def test_a_form_has_its_labels_on_the_left():
    rows = [
        ("姓名", "谭志远", "性别", "男", "电话", "13800138001"),
        ("住址", "北京市朝阳区幸福路15号院", "", "", "", ""),
        ("账号", "", "", "2001234567801", "", ""),
    ]
    data = tables.reportlab_table(rows, spans=[((1, 1), (5, 1)), ((0, 2), (2, 2)), ((3, 2), (5, 2))])
    lines = next(open_document(data, "a.pdf").passages()).text.split("\n")
    assert lines == ["姓名\t谭志远\t性别\t男\t电话\t13800138001", "住址\t北京市朝阳区幸福路15号院", "账号\t2001234567801"]
