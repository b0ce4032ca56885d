"""Lines, cells and columns as people read them."""

import io

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

import govredact
from govredact.documents import open_document

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
COLUMNS = (60, 110, 180, 330, 450)
HEADER = ("序号", "姓名", "身份证号", "联系电话", "银行账号")


def drawn(pieces):
    """A page with (x, y, text) pieces in this order."""
    stream = io.BytesIO()
    page = canvas.Canvas(stream, invariant=True)
    page.setFont("STSong-Light", 10)
    for x, y, text in pieces:
        page.drawString(x, y, text)
    page.showPage()
    page.save()
    return stream.getvalue()


def texts(data):
    return {passage.place: passage.text for passage in open_document(data, "a.pdf").passages()}


def table(rows):
    return drawn((x, 700 - 20 * number, cell) for number, row in enumerate(rows) for x, cell in zip(COLUMNS, row, strict=True) if cell)


def test_rows_and_cells():
    data = table([HEADER, ("1", "甲", "", "13800138000", "2001234567801"), ("2", "乙", "", "", "")])
    assert texts(data)["page 1"] == "序号\t姓名\t身份证号\t联系电话\t银行账号\n1\t甲\t\t13800138000\t2001234567801\n2\t乙\t\t\t"


def test_an_empty_cell_does_not_move_a_column_from_its_header():
    rows = [(str(n), "甲", "", "" if n % 3 else "13800138000", f"20012345678{n:02d}") for n in range(1, 10)]
    found = govredact.Engine().scan_file(table([HEADER, *rows]), "a.pdf").findings
    assert sum(finding.entity == "BANK_ACCOUNT" for finding in found) == 9


@pytest.mark.parametrize(
    "pieces",
    [
        [(60, 700, "电话：138"), (105, 700, "00138000。")],
        [(107, 700, "1380013"), (60, 700, "联系电话："), (142.5, 700, "8000")],
        [(60, 700, "联系电话："), *((115 + 8 * n, 700, digit) for n, digit in enumerate("13800138000"))],
        [(60, 700, "联系电话："), *((115 + 20 * n, 700, digit) for n, digit in enumerate("13800138000"))],
        [(60, 700, "请拨打联系电话：138001"), (60, 685, "38000，谢谢")],
        [(60, 700 - 14 * n, digit) for n, digit in enumerate("13800138000")],
        [(60, 700, "联系电话：13800138000"), (60.4, 700, "联系电话：13800138000")],
    ],
    ids=["two pieces", "out of order", "letter-spaced", "one digit a box", "wrapped", "stacked", "doubled"],
)
def test_a_number_is_found_however_it_is_set(pieces):
    found = govredact.Engine().scan_file(drawn(pieces), "a.pdf").findings
    assert {"".join(c for c in finding.value if c.isdigit()) for finding in found} == {"13800138000"}


def test_two_columns_of_text_are_also_read_one_after_the_other():
    left = [(60, 700 - 15 * n, text) for n, text in enumerate(("请与本人联系，电话：138001", "38000，谢谢。"))]
    right = [(330, 700 - 15 * n, text) for n, text in enumerate(("另一栏的文字在这里继续，", "直到最后。"))]
    found = govredact.Engine().scan_file(drawn([*left, *right]), "a.pdf").findings
    assert [finding.entity for finding in found] == ["CN_MOBILE"]
    assert len(found[0].location.boxes) == 2


def test_the_same_glyphs_in_two_views_are_one_finding():
    data = drawn([(60, 600, "下方"), (60, 700, "联系电话：13800138000")])
    assert "page 1 (stored order)" in texts(data)
    assert len(govredact.Engine().scan_file(data, "a.pdf").findings) == 1
