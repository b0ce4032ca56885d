"""Workbooks: every hiding place is found, masked copies hold none of it, cells keep their form or change their type properly."""

from __future__ import annotations

import io
import re

import openpyxl
import openpyxl.comments
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office import SOFFICE, convert
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.table import Table, TableStyleInfo
from packages import everything_in, parts_of
from sheet_places import STYLES, S, inline, plant, shared, sheet, workbook
from word_places import Planted
from word_places import plant as plant_word

import govredact
from govredact.documents import open_document

PHONE = "13800138000"
MASKED = "138****8000"
ACCOUNT = "3301040160001234567"
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture(scope="module")
def engine() -> govredact.Engine:
    return govredact.Engine()


@pytest.fixture(scope="module")
def planted() -> Planted:
    return plant()


def one(rows: str, before: str = "", after: str = "", **more: object) -> bytes:
    return workbook({"表": ("", sheet(rows, before, after), "")}, **more)  # type: ignore[arg-type]


def saved(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.properties.creator = None
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def masked(engine: govredact.Engine, data: bytes) -> bytes:
    return engine.mask_file(data, "a.xlsx").data


def values(data: bytes) -> list[list[object]]:
    return [list(row) for row in openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True)]


def test_a_number_in_every_place_is_found(engine: govredact.Engine, planted: Planted) -> None:
    report = engine.scan_file(planted.data, "a.xlsx")
    found = {re.sub(r"\D", "", finding.value) for finding in report.findings}
    assert len(planted.numbers) >= 30
    assert [place for place, number in planted.numbers.items() if not any(number in value for value in found)] == []


def test_no_number_is_left_in_the_masked_copy(engine: govredact.Engine, planted: Planted) -> None:
    copy = engine.mask_file(planted.data, "a.xlsx")
    left = everything_in(copy.data)
    assert [(place, part) for place, number in planted.numbers.items() for part, text in left.items() if number in text] == []
    # The path of another file, masked, is still a link to a disk.
    assert {finding.entity for finding in engine.scan_file(copy.data, "a.xlsx").findings} <= {"BAD_LINK"}
    assert engine.verify(planted.data, copy.data, "a.xlsx").passed
    assert masked(engine, copy.data) == copy.data


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_no_number_in_the_masked_copy(engine: govredact.Engine, planted: Planted, tmp_path) -> None:
    text = convert(masked(engine, planted.data), "a.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76", tmp_path).decode()
    assert "158****" in text
    joined = re.sub(r"[\s,\"]", "", text)
    assert [place for place, number in planted.numbers.items() if number in joined] == []


def test_a_number_becomes_text_and_everything_else_stays(engine: govredact.Engine) -> None:
    data = saved(("姓名", "电话", "金额"), ("甲", 13800138000, 500), ("乙", 13900139000.0, 600.5))
    assert values(masked(engine, data)) == [["姓名", "电话", "金额"], ["甲", MASKED, 500], ["乙", "139****9000", 600.5]]
    before, after = parts_of(data), parts_of(masked(engine, data))
    assert [name for name in before if before[name] != after.get(name)] == [SHEET, "xl/styles.xml"]


def test_a_cell_has_a_place_and_a_column_header(engine: govredact.Engine) -> None:
    data = saved(("学生资助名单", None, None), ("姓名", "银行账号", "备注"), ("甲", ACCOUNT, None))
    found = engine.scan_file(data, "a.xlsx").findings
    assert [(f.entity, f.location.cell, f.reasons[-1]) for f in found] == [("BANK_ACCOUNT", "Sheet!B3", "column:账号")]


def test_a_merged_header_and_a_second_header_row_govern_their_columns(engine: govredact.Engine) -> None:
    rows = (
        f'<row r="1">{inline("A1", "<t>姓名</t>")}{inline("B1", "<t>银行账号</t>")}</row>'
        f'<row r="2">{inline("B2", "<t>本人</t>")}{inline("C2", "<t>家属</t>")}</row>'
        f'<row r="3">{inline("A3", "<t>甲</t>")}{inline("C3", f"<t>{ACCOUNT}</t>")}</row>'
    )
    data = one(rows, after='<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>')
    assert [(f.entity, f.location.cell) for f in engine.scan_file(data, "a.xlsx").findings] == [("BANK_ACCOUNT", "表!C3")]


def test_a_label_on_the_left_governs_a_value(engine: govredact.Engine) -> None:
    found = engine.scan_file(saved(("银行账号", None, ACCOUNT)), "a.xlsx").findings
    assert [(f.entity, f.location.cell) for f in found] == [("BANK_ACCOUNT", "Sheet!C1")]


def test_a_masked_value_takes_its_formula_along_and_those_that_share_it(engine: govredact.Engine) -> None:
    rows = (
        f'<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1+0</f><v>{PHONE}</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>7</v></c></row><row r="3"><c r="A3"><f>1+1</f><v>2</v></c></row>'
    )
    copy = parts_of(masked(engine, one(rows)))[SHEET].decode()
    assert copy.count("<f>") == 1
    assert PHONE not in copy
    assert "<v>7</v>" in copy


def test_a_string_used_in_two_cells_is_one_finding_with_two_places(engine: govredact.Engine) -> None:
    rows = f'<row r="1">{shared(0, "A1")}{shared(0, "C1")}</row>'
    data = one(rows, strings=f"<si><t>电话{PHONE}</t></si>")
    found = engine.scan_file(data, "a.xlsx").findings
    assert [(f.location.cell, [place.cell for place in f.locations]) for f in found] == [("表!A1", ["表!C1"])]


def test_one_digit_a_cell_stays_one_character_a_cell(engine: govredact.Engine) -> None:
    assert values(masked(engine, saved(("电话", *PHONE)))) == [["电话", *MASKED]]


def test_an_id_number_in_two_cells_is_masked_in_both(engine: govredact.Engine) -> None:
    data = saved(("身份证号", "110101199003", "071233"), ("甲", "乙", "丙"))
    left, right = values(masked(engine, data))[0][1:]
    assert (len(left), len(right)) == (12, 6)
    assert "*" in left
    assert "*" in right


def test_hidden_things_are_findings_and_go(engine: govredact.Engine) -> None:
    rows = (
        f'<row r="1">{inline("A1", "<t>公开</t>")}{inline("B1", "<t>藏列</t>")}</row>'
        f'<row r="2" hidden="1">{inline("A2", "<t>藏行</t>")}</row>'
        '<row r="3"><c r="A3" s="1" t="inlineStr"><is><t>藏格</t></is></c><c r="C3"><f>藏表!A1</f><v>3</v></c></row>'
    )
    first = sheet(rows, '<cols><col min="2" max="2" width="0"/></cols>')
    second = sheet(f'<row r="1">{shared(0, "A1")}</row>')
    data = workbook({"表": ("", first, ""), "藏表": ("hidden", second, "")}, "<si><t>藏表字</t></si>", {"xl/styles.xml": STYLES})
    reasons = [reason for finding in engine.scan_file(data, "a.xlsx").findings for reason in finding.reasons]
    assert sorted(reasons) == ["hidden_cell", "hidden_columns", "hidden_rows", "hidden_sheet"]
    copy = masked(engine, data)
    assert [row for row in values(copy) if any(row)] == [["公开", None, None], [None, None, 3]]
    assert not any("藏行" in text or "藏列" in text or "藏格" in text or "藏表字" in text for text in everything_in(copy).values())


def test_date_cells_are_read_as_dates() -> None:
    rows = f'<row r="1">{inline("A1", "<t>出生日期</t>")}</row><row r="2"><c r="A2" s="3"><v>32939</v></c></row>'
    document = open_document(one(rows, parts={"xl/styles.xml": STYLES}), "a.xlsx")
    assert [passage.text for passage in document.passages() if passage.place == SHEET] == ["出生日期\n1990-03-07"]


def test_an_embedded_workbook_is_masked_inside_its_document(engine: govredact.Engine) -> None:
    outer = plant_word(saved(("姓名", "电话"), ("甲", 13800138000)))
    report = engine.scan_file(outer.data, "a.docx")
    assert ("word/embeddings/sheet1.xlsx", "Sheet!B2") in {(f.member, f.location.cell) for f in report.findings}
    copy = engine.mask_file(outer.data, "a.docx").data
    assert values(parts_of(copy)["word/embeddings/sheet1.xlsx"]) == [["姓名", "电话"], ["甲", MASKED]]


def test_the_tables_that_people_see_are_the_same(engine: govredact.Engine) -> None:
    data = saved(*[("甲", 13800138000 + number, number) for number in range(50)])
    before, after = values(data), values(masked(engine, data))
    assert [row[::2] for row in before] == [row[::2] for row in after]
    assert all(re.fullmatch(r"138\*{4}\d{4}", str(row[1])) for row in after)


ENGINE = govredact.Engine()


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 40), st.integers(1, 12), st.sampled_from(["shared", "inline", "number", "float"]))
def test_any_cell_of_any_kind_is_masked(row: int, column: int, kind: str) -> None:
    ref = f"{openpyxl.utils.get_column_letter(column)}{row}"
    cell = {
        "shared": shared(0, ref),
        "inline": inline(ref, f"<t>{PHONE}</t>"),
        "number": f'<c r="{ref}"><v>{PHONE}</v></c>',
        "float": f'<c r="{ref}"><v>{PHONE}.0</v></c>',
    }[kind]
    data = one(f'<row r="{row}">{cell}</row>', strings=f"<si><t>{PHONE}</t></si>" if kind == "shared" else "")
    assert openpyxl.load_workbook(io.BytesIO(masked(ENGINE, data))).active[ref].value == MASKED


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.sampled_from(["甲", "", "2021年", 5, 1.5, None, True]), max_size=5), max_size=6))
def test_a_workbook_without_findings_is_unchanged(rows: list[list[object]]) -> None:
    data = saved(*[tuple(row) for row in rows])
    assert masked(ENGINE, data) == data


def test_a_sheet_with_entities_is_damage(engine: govredact.Engine) -> None:
    bomb = f"<!DOCTYPE a [<!ENTITY x '1'>]><worksheet {S}><sheetData><row r='1'/></sheetData></worksheet>"
    error = engine.scan_file(workbook({"表": ("", bomb, "")}), "a.xlsx").error
    assert error is not None
    assert error.code == "corrupt"


@pytest.mark.parametrize(
    "row",
    [
        f'<row r="1" x="电话{PHONE}"><c r="A1"><v>1</v></c></row>',
        f'<row r="1"><c r="A1" x="电话{PHONE}"><v>1</v></c></row>',
        f'<row r="1"><c r="A1">电话{PHONE}<v>1</v></c></row>',
        f'<row r="1"><c r="A1"><v>1</v>电话{PHONE}</c></row>',
        f'<row r="1"><c r="A1"><v>1</v></c>电话{PHONE}</row>',
        f'<row r="1">电话{PHONE}<c r="A1"><v>1</v></c></row>',
        f'<row r="1"><c r="A1"><v>1</v><extLst><ext uri="x">电话{PHONE}</ext></extLst></c></row>',
    ],
)
def test_what_no_program_writes_into_a_cell_is_read_and_goes(engine: govredact.Engine, row: str) -> None:
    data = one(row)
    assert [finding.value for finding in engine.scan_file(data, "a.xlsx").findings] == [PHONE]
    copy = masked(engine, data)
    assert values(copy) == [[1]]
    assert PHONE not in parts_of(copy)[SHEET].decode()


def test_an_account_is_not_joined_to_the_amount_beside_it(engine: govredact.Engine) -> None:
    rows = [("甲", "150887460995180", 720), ("乙", "165983916508135", 840.5), ("丙", "161119036912418", 1080)]
    data = saved(("户名", "一卡通账号", "金额"), *rows, ("合计", None, "=SUM(C2:C4)"))
    found = [(finding.entity, finding.location.cell, finding.value) for finding in engine.scan_file(data, "a.xlsx").findings]
    assert found == [("BANK_ACCOUNT", f"Sheet!B{number}", row[1]) for number, row in enumerate(rows, 2)]
    copy = values(masked(engine, data))
    assert [row[2] for row in copy] == ["金额", 720, 840.5, 1080, "=SUM(C2:C4)"]
    assert [row[1] for row in copy[1:4]] == [f"{'*' * 11}{row[1][-4:]}" for row in rows]


def test_a_number_that_becomes_text_stays_at_the_right_edge(engine: govredact.Engine) -> None:
    copy = openpyxl.load_workbook(io.BytesIO(masked(engine, saved(("姓名", "电话", "电话"), ("甲", int(PHONE), PHONE))))).active
    assert [cell.value for cell in copy[2]] == ["甲", MASKED, MASKED]
    assert [cell.alignment.horizontal for cell in copy[2]] == [None, "right", None]


def test_a_rounded_id_is_shown_as_a_spreadsheet_shows_it(engine: govredact.Engine) -> None:
    data = one("<row r='1'><c r='A1' t='inlineStr'><is><t>身份证号</t></is></c><c r='B1'><v>1.1010119900307701E+17</v></c></row>")
    passages = [passage.text for passage in open_document(data, "a.xlsx").passages()]
    assert any("身份证号\t110101199003077000" in text for text in passages)


def test_a_comment_names_its_cell(engine: govredact.Engine) -> None:
    book = openpyxl.Workbook()
    book.active.append(("姓名", "甲"))
    book.active["B1"].comment = openpyxl.comments.Comment(f"电话{PHONE}", "乙")
    stream = io.BytesIO()
    book.save(stream)
    found = engine.scan_file(stream.getvalue(), "a.xlsx").findings
    assert {f.location.cell for f in found if f.entity == "CN_MOBILE"} == {"Sheet!B1"}


def test_characters_that_are_written_as_numbers_are_read_as_spreadsheets_read_them(engine: govredact.Engine) -> None:
    strings = "<si><t>电话_x0031_38001_x0033_8000&amp;</t></si><si><r><t>_x0031_38</t></r><r><t>00138000</t></r></si>"
    cells = f'{shared(0, "A1")}{shared(1, "B1")}{inline("C1", "<t>_x0031_3800138000</t>")}<c r="D1" t="str"><v>_x0031_3800138000</v></c>'
    data = workbook({"表": ("", sheet(f'<row r="1">{cells}</row>'), "")}, strings)
    report = engine.scan_file(data, "a.xlsx")
    assert [(finding.location.cell, finding.value) for finding in report.findings] == [(f"表!{column}1", PHONE) for column in "ABCD"]
    assert [unescape(value) for value in values(masked(engine, data))[0]] == [f"电话{MASKED}&", MASKED, MASKED, MASKED]


@pytest.mark.parametrize("styled", [True, False])
def test_white_headers_on_the_colour_of_a_table_are_not_covered(engine: govredact.Engine, styled: bool) -> None:
    book = openpyxl.Workbook()
    for row in (("姓名", "说明"), ("甲", "无")):
        book.active.append(row)
    for cell in book.active[1]:
        cell.font = openpyxl.styles.Font(color="FFFFFFFF")
    if styled:
        look = TableStyleInfo(name="TableStyleMedium2", showRowStripes=True)
        book.active.add_table(Table(displayName="t", ref="A1:B2", tableStyleInfo=look))
    stream = io.BytesIO()
    book.save(stream)
    found = [
        finding.location.cell for finding in engine.scan_file(stream.getvalue(), "a.xlsx").findings if finding.entity == "FAKE_REDACTION"
    ]
    assert found == ([] if styled else ["Sheet!A1", "Sheet!B1"])
