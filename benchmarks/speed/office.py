"""Word and Excel files: scanning against parsing the same parts with lxml, against python-docx, and masking against scanning.

Equal results are asserted before anything is timed: the same text as python-docx reads, every planted number found, none left.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from benchmarks.speed.clock import medians
from benchmarks.speed.result import Row, Section, at_least, at_most

if TYPE_CHECKING:
    from govredact import Engine

# One paragraph in ten holds a number, as in a notice with contacts.
_EVERY = 10
_ROW = ("甲", None, 500, "低保", "某镇某村", "民政局", "2024年5月", "一类", "无", "合格")


def word_file(paragraphs: int) -> tuple[bytes, list[str]]:
    """A Word file of running text, and the mobile numbers in it."""
    import docx

    document, numbers = docx.Document(), []
    for index in range(paragraphs):
        tail = "。"
        if index % _EVERY == 0:
            numbers.append(str(13800000000 + 7919 * index))
            tail = f"，联系电话{numbers[-1]}。"
        document.add_paragraph(f"第{index}条 为进一步做好困难群众救助工作，现将有关事项公示如下，请社会各界监督{tail}")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue(), numbers


def sheet_file(rows: int) -> tuple[bytes, list[str]]:
    """A workbook of ten columns, and the mobile numbers in it."""
    import openpyxl

    book, numbers = openpyxl.Workbook(write_only=True), []
    sheet = book.create_sheet("表")
    sheet.append(["姓名", "电话", "金额", "类别", "住址", "单位", "日期", "档次", "备注", "结果"])
    for index in range(rows):
        row = list(_ROW)
        if index % _EVERY == 0:
            numbers.append(str(13800000000 + 7919 * index))
            row[1] = int(numbers[-1])  # type: ignore[call-overload]
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue(), numbers


def parse_parts(data: bytes) -> int:
    """Parses all XML parts with lxml; the number of parts."""
    from lxml import etree

    count = 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
                count += 1
    return count


def office_section(paragraphs: int = 1000, rows: int = 10_000, rounds: int = 5) -> Section:
    """The table."""
    from govredact import Engine

    engine = Engine()
    word, word_numbers = word_file(paragraphs)
    sheet, sheet_numbers = sheet_file(rows)
    _assert_equal(engine, word, "a.docx", word_numbers)
    _assert_equal(engine, sheet, "a.xlsx", sheet_numbers)
    taken = medians(
        {
            "parse word": lambda: parse_parts(word),
            "python-docx": lambda: _paragraphs(word),
            "scan word": lambda: engine.scan_file(word, "a.docx"),
            "mask word": lambda: engine.mask_file(word, "a.docx"),
            "parse sheet": lambda: parse_parts(sheet),
            "scan sheet": lambda: engine.scan_file(sheet, "a.xlsx"),
            "mask sheet": lambda: engine.mask_file(sheet, "a.xlsx"),
        },
        rounds,
    )
    return Section(
        "Word and Excel",
        "python -m benchmarks.speed --only office",
        (f"{paragraphs} paragraphs and {rows * 10} cells; one paragraph or row in {_EVERY} holds a mobile number.",),
        (
            at_most("scan .docx over lxml parsing its parts", _ms(taken["scan word"]), taken["scan word"] / taken["parse word"], 2),
            at_least("python-docx over scan .docx", _ms(taken["python-docx"]), taken["python-docx"] / taken["scan word"], 1),
            at_most("mask .docx over scan", _ms(taken["mask word"]), taken["mask word"] / taken["scan word"], 3),
            at_most("scan .xlsx over lxml parsing its parts", _ms(taken["scan sheet"]), taken["scan sheet"] / taken["parse sheet"], 2),
            at_most("mask .xlsx over scan", _ms(taken["mask sheet"]), taken["mask sheet"] / taken["scan sheet"], 3),
            Row("parse .docx, parse .xlsx", f"{_ms(taken['parse word'])}, {_ms(taken['parse sheet'])}"),
        ),
    )


def _assert_equal(engine: Engine, data: bytes, name: str, numbers: list[str]) -> None:
    found = [finding.value for finding in engine.scan_file(data, name).findings if finding.entity == "CN_MOBILE"]
    if sorted(found) != sorted(numbers):
        raise AssertionError(f"{name}: {len(found)} numbers found, {len(numbers)} planted")
    if engine.mask_file(data, name).report.findings:
        raise AssertionError(f"{name}: findings are left in the masked copy")


def _paragraphs(data: bytes) -> list[str]:
    import docx

    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"
