"""The same table as tab-separated values and as PDFs of different writers and layouts."""

from __future__ import annotations

import io

import printing
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

# Checksum-valid where the type has check digits, and belonging to nobody.
HEADER = ("序号", "姓名", "身份证号", "联系电话", "家庭住址", "开户银行账号")
PEOPLE = (
    ("谭志远", "110105194912310038", "13800138001", "北京市朝阳区幸福路12号院3号楼2单元402室", "6222020200112233445"),
    ("黎素珍", "11010519491231002X", "13800138002", "北京市朝阳区幸福路12号院3号楼2单元403室", "6217001234567890123"),
    ("欧阳明月", "110105194912310054", "13800138003", "北京市朝阳区幸福路15号院", "2001234567801"),
)
WIDTHS = (30, 40, 105, 70, 100, 110)


def rows(count=3):
    return [HEADER, *((str(number + 1), *PEOPLE[number % 3]) for number in range(count))]


def two_headers(count=3):
    upper = ("序号", "姓名", "身份证号", "联系方式", "", "开户银行账号")
    lower = ("", "", "", "联系电话", "家庭住址", "")
    return [upper, lower, *rows(count)[1:]]


TWO = [((3, 0), (4, 0)), *(((column, 0), (column, 1)) for column in (0, 1, 2, 5))]


def tsv(table):
    return "".join("\t".join(row) + "\n" for row in table).encode()


def reportlab_table(table, *, rules=True, repeat=1, spans=(), vertical="MIDDLE", turned=False, align=0, sides=True):
    style = ParagraphStyle("cell", fontName="STSong-Light", fontSize=9, leading=11, wordWrap="CJK", alignment=align)
    drawn = Table([[Paragraph(cell, style) for cell in row] for row in table], colWidths=WIDTHS, repeatRows=repeat)
    commands = [("VALIGN", (0, 0), (-1, -1), vertical), *(("SPAN", *span) for span in spans)]
    if rules:
        commands.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black) if sides else ("INNERGRID", (0, 0), (-1, -1), 0.5, colors.black))
    drawn.setStyle(TableStyle(commands))
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=landscape(A4) if turned else A4, invariant=1).build([drawn])
    return stream.getvalue()


def html(table, border="1px solid #000"):
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in table)
    style = f"table{{border-collapse:collapse;width:100%;font-size:11pt}} td{{border:{border};padding:2px 4px}}"
    return printing.html(f"<table>{lines}</table>", style)


def word(table):
    """A .docx with ``table`` as Word makes one."""
    import docx
    from docx.shared import Pt

    document = docx.Document()
    drawn = document.add_table(rows=0, cols=len(table[0]), style="Table Grid")
    for row in table:
        for cell, text in zip(drawn.add_row().cells, row, strict=True):
            cell.paragraphs[0].add_run(text).font.size = Pt(9)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def workbook(table):
    """An .xlsx with ``table``, borders drawn, fitted to one page in width."""
    import openpyxl
    from openpyxl.styles import Border, Side

    book = openpyxl.Workbook()
    sheet = book.active
    side = Side("thin")
    for number, row in enumerate(table, 1):
        for column, text in enumerate(row, 1):
            sheet.cell(number, column, text).border = Border(left=side, right=side, top=side, bottom=side)
    for letter, width in zip("ABCDEF", (6, 10, 22, 14, 44, 22), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr = 0, openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
