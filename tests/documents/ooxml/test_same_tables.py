"""The same table as TSV, as a Word table and as a sheet gives the same findings."""

from __future__ import annotations

import io
from typing import NamedTuple

import docx
import openpyxl
import pytest

import govredact

ID = "11010119900307811X"
OTHER = "320106198511236632"
PHONE, SECOND = "13800138000", "15912345678"
CARD = "6217001234567890126"


class Table(NamedTuple):
    """Rows of equal length, and the merged areas in them: (top, left, bottom, right) from 0."""

    rows: tuple[tuple[str, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()


TABLES = {
    "a header above": Table((("姓名", "身份证号", "联系电话"), ("张三", ID, PHONE), ("李四", OTHER, SECOND))),
    "a serial number first": Table(
        (("序号", "户主姓名", "银行卡号", "金额（元）"), ("1", "王小明", CARD, "1200"), ("2", "赵敏", "6222020200112233", "800"))
    ),
    "headers with spaces": Table((("姓 名", "电 话", "身 份 证 号"), ("张三", PHONE, ID), ("李四", SECOND, OTHER))),
    "a title above": Table(
        (("2024年度救助对象名单", "", ""), ("姓名", "联系方式", "证件号码"), ("张三", PHONE, ID), ("李四", SECOND, OTHER)), ((0, 0, 0, 2),)
    ),
    "two header rows": Table(
        (
            ("序号", "户主", "", "银行账号"),
            ("", "姓名", "身份证号", ""),
            ("1", "张三", ID, "150887460995180"),
            ("2", "李四", OTHER, "165983916508135"),
        ),
        ((0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 1, 3)),
    ),
    "labels on the left": Table((("姓名", "张三", "联系电话", PHONE), ("身份证号", ID, "开户账号", "150887460995180"))),
    "a merged label on the left": Table(
        (("申请人", "姓名", "张三"), ("", "身份证号", ID), ("家属", "姓名", "李四"), ("", "电话", SECOND)), ((0, 0, 1, 0), (2, 0, 3, 0))
    ),
    "the header again on the next page": Table(
        (("姓名", "账号", "电话"), ("张三", "150887460995180", PHONE), ("姓名", "账号", "电话"), ("李四", "165983916508135", SECOND))
    ),
    "empty cells": Table((("姓名", "账号", "备注"), ("张三", "", "无"), ("李四", "150887460995180", ""))),
    "birth dates": Table(
        (("姓名", "出生日期", "住址"), ("张三", "1985年3月2日", "幸福路12号3幢201室"), ("李四", "1990-07-01", "和平街道5号"))
    ),
}


def as_tsv(table: Table) -> bytes:
    return ("\n".join("\t".join(row) for row in table.rows) + "\n").encode()


def as_word(table: Table) -> bytes:
    document = docx.Document()
    grid = document.add_table(len(table.rows), len(table.rows[0]))
    for number, row in enumerate(table.rows):
        for cell, text in zip(grid.rows[number].cells, row, strict=True):
            cell.text = text
    for top, left, bottom, right in table.merged:
        text = table.rows[top][left]
        grid.cell(top, left).merge(grid.cell(bottom, right)).text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_sheet(table: Table) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in table.rows:
        sheet.append([text or None for text in row])
    for top, left, bottom, right in table.merged:
        sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    book.properties.creator = None
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def engine() -> govredact.Engine:
    return govredact.Engine("strict")


def found(engine: govredact.Engine, data: bytes, name: str) -> list[tuple[str, str]]:
    findings = engine.scan_file(data, name).findings
    return sorted((finding.entity, finding.value) for finding in findings if finding.entity != "DOCUMENT_METADATA")


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_three_formats_give_the_same_findings(engine: govredact.Engine, table: Table) -> None:
    expected = found(engine, as_tsv(table), "a.tsv")
    assert expected
    assert found(engine, as_word(table), "a.docx") == expected
    assert found(engine, as_sheet(table), "a.xlsx") == expected


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_the_buffers_read_like_tsv(table: Table) -> None:
    from govredact.documents import DEFAULT_LIMITS, open_document

    expected = as_tsv(table).decode().strip("\n")
    for data, name, part in ((as_word(table), "a.docx", "word/document.xml"), (as_sheet(table), "a.xlsx", "xl/worksheets/sheet1.xml")):
        texts = [passage.text.strip("\n") for passage in open_document(data, name, DEFAULT_LIMITS).passages() if passage.place == part]
        assert texts == [expected]
