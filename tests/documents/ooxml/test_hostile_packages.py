"""Packages that want to exhaust, mislead or escape: refused with a code, or read within the limits."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from packages import package, paragraph, parts_of, run, word
from sheet_places import S, inline, sheet, workbook

import govredact
from govredact.documents import DEFAULT_LIMITS, open_document
from govredact.errors import CorruptDocumentError, DocumentError, LimitExceededError

if TYPE_CHECKING:
    from pathlib import Path

PHONE = "13800138000"


@pytest.fixture(scope="module")
def engine() -> govredact.Engine:
    return govredact.Engine()


def test_ten_thousand_parts_are_read_and_written(engine: govredact.Engine) -> None:
    data = word(paragraph(run("电话" + PHONE)), {f"word/extra/part{number}.xml": "<a/>" for number in range(10_000)})
    copy = engine.mask_file(data, "a.docx").data
    assert len(parts_of(copy)) == 10_003


def test_shared_strings_beyond_the_limits_are_refused() -> None:
    data = workbook({"表": ("", sheet(""), "")}, "<si><t>" + "甲" * 30_000_000 + "</t></si>")
    with pytest.raises(LimitExceededError):
        open_document(data, "a.xlsx")
    with pytest.raises(LimitExceededError):
        open_document(data, "a.xlsx", DEFAULT_LIMITS._replace(max_ratio=10**9, max_unpacked=10**6))


def test_members_inside_members_end_at_the_depth_limit(engine: govredact.Engine) -> None:
    data = word(paragraph(run("电话" + PHONE)))
    for _ in range(8):
        data = word(paragraph(run("外")), {"word/embeddings/a.docx": data})
    assert ("depth", True) in {(gap.reason, gap.blocking) for gap in engine.scan_file(data, "a.docx").gaps}


def test_deeply_nested_markup_is_damage(engine: govredact.Engine) -> None:
    error = engine.scan_file(word("<w:p>" * 5000 + run(PHONE) + "</w:p>" * 5000), "a.docx").error
    assert error is not None
    assert error.code == "corrupt"


@pytest.mark.parametrize(
    "content", ["<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"]
)
def test_external_entities_are_damage(content: str) -> None:
    with pytest.raises(CorruptDocumentError):
        list(open_document(word("<w:p/>", {"customXml/item1.xml": content}), "a.docx").passages())


def test_a_cell_with_a_string_that_does_not_exist_is_empty(engine: govredact.Engine) -> None:
    cells = f'<c r="A1" t="s"><v>99</v></c><c r="B1" t="s"><v>x</v></c><c r="?" t="s"><v>-1</v></c>{inline("D1", f"<t>电话{PHONE}</t>")}'
    report = engine.scan_file(workbook({"表": ("", sheet(f'<row r="1">{cells}</row>'), "")}), "a.xlsx")
    assert [finding.location.cell for finding in report.findings] == ["表!D1"]


def test_cells_and_rows_without_references_are_counted(engine: govredact.Engine) -> None:
    content = f'<worksheet {S}><sheetData><row><c t="inlineStr"><is><t>甲</t></is></c><c><v>{PHONE}</v></c></row></sheetData></worksheet>'
    report = engine.scan_file(workbook({"表": ("", content, "")}), "a.xlsx")
    assert [finding.location.cell for finding in report.findings] == ["表!B1"]


@pytest.mark.parametrize("cut", [10, 100, 400, 800])
def test_truncated_files_leave_nothing_behind(engine: govredact.Engine, tmp_path: Path, cut: int) -> None:
    source, target = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    source.write_bytes(workbook({"表": ("", sheet(""), "")})[:-cut])
    with pytest.raises(DocumentError):
        engine.mask(source, target)
    assert not target.exists()


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "XL/Worksheets/Sheet1.xml"])
def test_two_sheets_of_one_name_are_damage(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook({"表": ("", sheet(""), "")}))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, sheet(f'<row r="1">{inline("A1", "<t>x</t>")}</row>'))
    with pytest.raises(CorruptDocumentError):
        open_document(path.read_bytes(), "a.xlsx")


def test_a_package_without_its_main_part_is_damage() -> None:
    with pytest.raises(CorruptDocumentError):
        open_document(package({"[Content_Types].xml": "<Types/>", "xl/": ""}), "a.xlsx")
