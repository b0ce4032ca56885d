"""Writes the synthetic notices of ``examples/``; needs python-docx (1.2), openpyxl and reportlab (`pip install -e '.[dev]'`).

Every value is made up: names of invented people, numbers with right check digits that belong to nobody. The same run gives the
same bytes: random values come from a fixed seed, and times inside the Office and PDF files are fixed.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from people import NAMES, Person, credit_code, id_check, people

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph
    from openpyxl.worksheet.worksheet import Worksheet
    from reportlab.pdfgen.canvas import Canvas

EXAMPLES = Path(__file__).parent.parent / "examples"
FIXED_TIME = (2026, 11, 21, 0, 0, 0)


def main() -> None:
    """Write all examples into their folder."""
    from make_page import page
    from make_slides import slides

    group = people()
    for name, data in {
        "notice.txt": notice(group),
        "救助名单.md": aid_list(group),
        "补贴名单.csv": subsidy_list(group),
        "公告.json": announcement(group),
        "村务公开-gbk.txt": village_affairs(group),
        "临时救助公示.html": page(group),
        "名单.docx": word_list(group),
        "救助名单.docx": aid_list_in_word(group),
        "台账.xlsx": workbook(group),
        "演示.pptx": slides(group),
        "公示.pdf": pdf_notice(group),
        "涂黑公告.pdf": blackened_notice(group),
    }.items():
        (EXAMPLES / name).write_bytes(data)


def notice(group: list[Person]) -> bytes:
    """A penalty notice: ID numbers in several writings, telephones, a card, and public data that must stay."""
    first, second, third = group[:3]
    mobile = f"{second.mobile[:3]} {second.mobile[3:7]} {second.mobile[7:]}"
    card = " ".join((second.card[:4], second.card[4:8], second.card[8:12], second.card[12:16], second.card[16:]))
    spaced = f"{first.resident_id[:6]} {first.resident_id[6:14]} {first.resident_id[14:]}"
    return f"""青山县市场监督管理局行政处罚信息公告
索引号：{credit_code("1133012200253")}/2026-00047　文号：青市监处罚〔2026〕47号　公开方式：主动公开

　　当事人：{first.name}，女，公民身份号码：{spaced}，住{first.home}，联系电话：{first.mobile}。
　　经查，当事人于2026年3月12日在清江市青山县人民路88号经营的食品店销售超过保质期的食品，货值金额1350元，违法所得420元。
委托代理人{second.name}（身份证{_full_width(second.resident_id)}，手机{mobile}）到场参加调查。
　　依据《中华人民共和国食品安全法》第一百二十四条第一款的规定，没收违法所得420元，罚款5000元。
多缴款项退回{second.name}的银行卡：{card}（农业银行）。
　　举报人{third.name}的奖励已汇入账号：{third.account}，咨询微信：qs_{third.mobile[-6:]}。

办案单位：青山县市场监督管理局（统一社会信用代码{credit_code("1133012200253")}）
办公地址：清江市青山县府前街1号　办公电话：0571-86543210　投诉举报：12315
已公开的联系方式：陈某某，138****5678
""".encode()


def aid_list(group: list[Person]) -> bytes:
    """A list of people in need as a Markdown table, with one company and its credit code."""
    rows = "".join(f"| {i} | {p.name} | {p.resident_id} | {p.home} | {p.mobile} | {i * 137} |\n" for i, p in enumerate(group[:5], 1))
    return f"""# 青山县2026年第三季度临时救助对象公示

公示期：2026年9月1日至9月7日。监督电话：0571-86543299。

| 序号 | 姓名 | 身份证号 | 家庭住址 | 联系电话 | 救助金额（元） |
| ---: | --- | --- | --- | --- | ---: |
{rows}
发放单位：青山县供销服务有限公司（{credit_code("9133012200987")}）
""".encode()


def subsidy_list(group: list[Person]) -> bytes:
    """A subsidy list as CSV with a byte order mark and CR LF, as a workbook program writes it."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(["序号", "户名", "补贴面积（亩）", "金额", "一卡通账号", "备注"])
    for i, p in enumerate(group[2:7], 1):
        writer.writerow([i, p.name, f"{i}.{i + 2}", f"{i * 137}.50", p.account, f"外出务工，电话{p.mobile}" if i == 2 else ""])
    return b"\xef\xbb\xbf" + file.getvalue().encode()


def announcement(group: list[Person]) -> bytes:
    """An item of a website's interface as JSON; one number is written with escapes."""
    person = group[5]
    item = {
        "id": 2032450,
        "title": "关于12345热线诉求办理情况的回复",
        "url": "/art/2026/5/6/art_1229043_59012345.html",
        "visits": "访问量13512345678次",
        "content": f"来电人{person.name}反映停水问题，已电话（{person.mobile}）回复。",
        "sender": {"name": person.name, "idCard": person.resident_id, "address": person.home},
    }
    text = json.dumps(item, ensure_ascii=False, indent=2)
    escaped = "".join(f"\\u{ord(char):04x}" for char in person.resident_id[:6])
    return (text.replace(person.resident_id[:6], escaped) + "\n").encode()


def village_affairs(group: list[Person]) -> bytes:
    """A village's accounts in GBK, as many offices still save text."""
    first, second = group[6], group[3]
    return f"""白杨村2026年第一季度村务公开

一、付{first.name}道路清扫工资1800元，打卡账号：{first.account}。
二、付{second.name}（身份证号码{second.resident_id}）护林员补助1200元，
    电话：{_chinese(second.mobile)}。
三、村委会电话：0571-86541122，举报电话：12388。
""".replace("\n", "\r\n").encode("gbk")


def word_list(group: list[Person]) -> bytes:
    """A Word document: a number split by formatting, a table, a footer, and what its reader does not see at once.

    That is: a comment, a tracked change that still holds the former telephone, hidden text, author and last editor.
    """
    from docx import Document

    document = Document()
    document.core_properties.author = group[1].name
    document.core_properties.last_modified_by = group[4].name
    document.core_properties.created = document.core_properties.modified = _fixed_datetime()
    document.add_heading("青山县2026年公开招聘拟聘用人员名单", level=1)
    paragraph = document.add_paragraph(f"{group[7].name}，身份证号：")
    paragraph.add_run(group[7].resident_id[:6]).bold = True
    paragraph.add_run(group[7].resident_id[6:14])
    paragraph.add_run(group[7].resident_id[14:]).italic = True
    paragraph.add_run("。")
    table = document.add_table(rows=1, cols=4)
    for cell, text in zip(table.rows[0].cells, ("序号", "姓名", "身份证号码", "手机号码"), strict=True):
        cell.text = text
    for i, p in enumerate(group[:4], 1):
        for cell, text in zip(table.add_row().cells, (str(i), p.name, p.resident_id, p.mobile), strict=True):
            cell.text = text
    document.sections[0].footer.paragraphs[0].text = f"经办人手机：{group[4].mobile}"
    _add_what_is_not_seen(document, group)
    file = io.BytesIO()
    document.save(file)
    return _with_fixed_times(file.getvalue())


def aid_list_in_word(group: list[Person]) -> bytes:
    """A list of aid as a Word table: numbers, addresses, reasons of hardship, and a pupil among the people."""
    import docx

    document = docx.Document()
    document.add_heading("青山县2026年第三季度临时救助对象公示", 1)
    document.add_paragraph("公示期：2026年9月1日至9月7日。监督电话：0571-86543299。")
    header = ("序号", "姓名", "身份证号", "家庭住址", "联系电话", "开户账号", "致困原因", "救助金额（元）")
    table = document.add_table(rows=1, cols=len(header))
    for cell, text in zip(table.rows[0].cells, header, strict=True):
        cell.text = text
    reasons = ("尿毒症", "肢体二级残疾", "缺劳力", "因学")
    pupil = group[3]._replace(name="石小满", resident_id=_child_id())
    for number, (person, reason) in enumerate(zip((*group[:3], pupil), reasons, strict=True), 1):
        values = (str(number), person.name, person.resident_id, person.home, person.mobile, person.account, reason, str(137 * number))
        for cell, text in zip(table.add_row().cells, values, strict=True):
            cell.text = text
    document.core_properties.author = document.core_properties.last_modified_by = "青山县民政局"
    document.core_properties.created = document.core_properties.modified = _fixed_datetime()
    output = io.BytesIO()
    document.save(output)
    return _with_fixed_times(output.getvalue())


def _child_id() -> str:
    """The ID number of an invented pupil."""
    first17 = "33012220150312638"
    return first17 + id_check(first17)


def _add_what_is_not_seen(document: WordDocument, group: list[Person]) -> None:
    """Hidden text, a tracked change and a comment behind the table."""
    remark = document.add_paragraph("公示期7个工作日。")
    remark.add_run(f"（内部备注：{group[5].name}递补，身份证号{group[5].resident_id}）").font.hidden = True
    contact = document.add_paragraph("考生咨询手机：")
    _tracked(contact, "del", group[6].mobile)
    _tracked(contact, "ins", group[7].mobile)
    comment = document.add_comment(contact.add_run("（工作日）"), author=group[1].name, initials="")
    comment.paragraphs[0].add_run(f"原联系人{group[6].name}已调离，有事打{group[5].mobile}")
    comment._comment_elm.date = _fixed_datetime()


def _tracked(paragraph: Paragraph, kind: str, text: str) -> None:
    """A tracked change at the end of `paragraph`: `text` taken out (`del`) or put in (`ins`)."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    change = OxmlElement(f"w:{kind}", {qn("w:id"): "1", qn("w:author"): NAMES[1], qn("w:date"): "2026-11-20T09:00:00Z"})
    run = OxmlElement("w:r")
    leaf = OxmlElement("w:delText" if kind == "del" else "w:t")
    leaf.text = text
    run.append(leaf)
    change.append(run)
    paragraph._p.append(change)


def workbook(group: list[Person]) -> bytes:
    """A ledger of two sheets, with mobiles stored as numbers, a cell comment and a hidden sheet with the full list."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = group[1].name
    book.properties.created = _fixed_datetime()
    _fill_ledger(book.active, group)
    _fill_payments(book.create_sheet("发放明细"), group)
    roll = book.create_sheet("底册")
    roll.sheet_state = "hidden"
    roll.append(["姓名", "身份证号", "住址"])
    for p in group:
        roll.append([p.name, p.resident_id, p.home])
    file = io.BytesIO()
    book.save(file)
    return _with_fixed_times(file.getvalue())


def _fill_ledger(sheet: Worksheet, group: list[Person]) -> None:
    """A title, a header of two rows with merged cells, and five people.

    One ID number was typed as a number: Excel kept 15 digits of it, which still tell place and date of birth.
    """
    from openpyxl.comments import Comment

    sheet.title = "补助台账"
    sheet.append(["青山县2026年高龄补贴台账"])
    sheet.append(["序号", "申请人", None, None, "联系方式", None, "月补贴（元）"])
    sheet.append([None, "姓名", "身份证号", "年龄", "手机", "备用", None])
    for area in ("A1:G1", "A2:A3", "B2:D2", "E2:F2", "G2:G3"):
        sheet.merge_cells(area)
    for i, p in enumerate(group[:5], 1):
        number = int(p.resident_id[:15]) * 1000 if i == 5 else p.resident_id
        age = 2026 - int(p.resident_id[6:10])
        sheet.append([i, p.name, number, age, int(p.mobile), int(group[7 - i].mobile) if i == 2 else None, 50 + 10 * i])
        sheet.cell(sheet.max_row, 3).number_format = "0"
    sheet["G6"].comment = Comment(f"家属来电要求更正，电话{group[6].mobile}", group[1].name)
    _look(sheet, (6, 12, 22, 6, 15, 15, 14), header=(1, 2, 3))


def _fill_payments(sheet: Worksheet, group: list[Person]) -> None:
    """Accounts as text, below one header row, with a sum."""
    sheet.append(["户名", "一卡通账号", "金额", "备注"])
    for i, p in enumerate(group[:5], 1):
        sheet.append([p.name, p.account, 600 + 120 * i, f"卡丢失，改发{p.card}" if i == 3 else None])
    sheet.append(["合计", None, "=SUM(C2:C6)", None])
    _look(sheet, (12, 20, 10, 34), header=(1,))


def _look(sheet: Worksheet, widths: tuple[int, ...], header: tuple[int, ...]) -> None:
    """One printed page, column widths, bold centred header rows on grey, and borders."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    line = Side(style="thin", color="808080")
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for row in sheet.iter_rows():
        for cell in row:
            cell.border = Border(line, line, line, line)
            if cell.row in header:
                cell.font = Font(bold=True)
                cell.fill = PatternFill("solid", fgColor="D9D9D9")
                cell.alignment = Alignment(horizontal="center", vertical="center")


def pdf_notice(group: list[Person]) -> bytes:
    """A PDF with Chinese text in a predefined font (STSong-Light); one number stands over two lines."""
    owner, deputy = group[3], group[6]
    lines = (
        "依据青政土征〔2026〕8号公告，宗地编号XC2026000118，征收面积3291.50平方米。",
        f"被征收人：{owner.name}　公民身份号码：{owner.resident_id}",
        f"地址：{owner.home}　联系电话：{owner.mobile}",
        f"补偿款：126800.00元　存折账号：{owner.account}",
        f"代领人：{deputy.name}，身份证号：{deputy.resident_id[:10]}",
        f"{deputy.resident_id[10:]}，银行卡号：{deputy.card}",
        "异议受理：三合乡自然资源所，电话0571-86547788",
    )
    return _page("征地补偿公示", "三合乡前进村征地补偿费发放公示", lines)


def blackened_notice(group: list[Person]) -> bytes:
    """A PDF whose ID numbers and one mobile someone covered with black boxes: the text below them is still there."""
    first, second = group[0], group[2]
    lines = (
        "青市监处罚〔2026〕61号　2026年10月18日",
        f"当事人：{first.name}　身份证号：{first.resident_id}",
        f"联系电话：{first.mobile}",
        "　　经查，当事人未取得食品经营许可证从事餐饮服务，违法所得860元。",
        f"法定代表人：{second.name}　身份证号：{second.resident_id}",
        "　　依据《中华人民共和国食品安全法》第一百二十二条第一款，罚款50000元。",
        "投诉举报：12315　办公电话：0571-86543210",
    )
    covered = (first.resident_id, first.mobile, second.resident_id)
    return _page("行政处罚决定书", "青山县市场监督管理局行政处罚决定书", lines, covered)


def _page(title: str, heading: str, lines: tuple[str, ...], covered: tuple[str, ...] = ()) -> bytes:
    """One page of lines; each text of `covered` gets a black box on top, wherever it stands."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842), invariant=1)
    canvas.setTitle(title)
    canvas.setFont("STSong-Light", 18)
    canvas.drawCentredString(297, 780, heading)
    canvas.setFont("STSong-Light", 12)
    for i, line in enumerate(lines):
        canvas.drawString(72, 730 - 24 * i, line)
        for value in (value for value in covered if value in line):
            _black_box(canvas, 730 - 24 * i, line, value)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _black_box(canvas: Canvas, baseline: float, line: str, value: str) -> None:
    before, width = (canvas.stringWidth(text, "STSong-Light", 12) for text in (line[: line.index(value)], value))
    canvas.rect(72 + before - 1, baseline - 3, width + 2, 15, stroke=0, fill=1)


def _full_width(text: str) -> str:
    return text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})


def _chinese(digits: str) -> str:
    return "".join("零一二三四五六七八九"[int(digit)] for digit in digits)


def _fixed_datetime() -> datetime:
    return datetime(*FIXED_TIME)


def _with_fixed_times(data: bytes) -> bytes:
    """The same archive with one time on every member, and as the time of the last change (openpyxl writes the present one)."""
    out = io.BytesIO()
    changed = _fixed_datetime().isoformat().encode() + b"Z"
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = source.read(name)
            if name == "docProps/core.xml":
                member = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + changed, member)
            target.writestr(zipfile.ZipInfo(name, FIXED_TIME), member, zipfile.ZIP_DEFLATED)
    return out.getvalue()


if __name__ == "__main__":
    main()
