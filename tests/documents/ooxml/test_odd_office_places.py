"""Places that no list names: what an adversarial test found once stays found."""

from __future__ import annotations

import base64

import pytest
from packages import RELS, paragraph, parts_of, rels, run, word
from sheet_places import inline, sheet, workbook

import govredact
from govredact.documents import DEFAULT_LIMITS, open_document
from govredact.errors import LimitExceededError, ResidueError

PHONE = "13800138000"


@pytest.fixture(scope="module")
def engine() -> govredact.Engine:
    return govredact.Engine()


def test_a_number_in_the_name_of_a_bookmark_is_found_beside_its_underscore(engine: govredact.Engine) -> None:
    data = word(paragraph(f'<w:bookmarkStart w:id="1" w:name="_{PHONE}"/><w:bookmarkEnd w:id="1"/>', run("正文")))
    assert PHONE in [finding.value for finding in engine.scan_file(data, "a.docx").findings]
    assert PHONE not in parts_of(engine.mask_file(data, "a.docx").data)["word/document.xml"].decode()


@pytest.mark.parametrize(("kind", "blocking"), [("text/plain", True), ("image/png", False)])
def test_a_file_inside_an_attribute_is_named(engine: govredact.Engine, kind: str, blocking: bool) -> None:
    inner = base64.b64encode(f"电话{PHONE}".encode()).decode()
    data = word(paragraph(run("正文"), f'<w:r><w:drawing><a:blip r:link="data:{kind};base64,{inner}"/></w:drawing></w:r>'))
    report = engine.scan_file(data, "a.docx")
    assert [(gap.reason, gap.blocking) for gap in report.gaps] == [("encoded_data", blocking)]
    if blocking:
        with pytest.raises(ResidueError, match="encoded_data"):
            engine.mask_file(data, "a.docx")


def test_the_settings_of_a_printer_are_read_and_go(engine: govredact.Engine) -> None:
    settings = b"\0\1" + f"\\\\民政局-{PHONE}\\打印机".encode("utf-16-le") + bytes(40)
    links = rels(("printerSettings", "../printerSettings/printerSettings1.bin"))
    page = '<pageSetup paperSize="9" orientation="landscape" r:id="rId1"/>'
    cells = sheet(f'<row r="1">{inline("A1", "<t>正文</t>")}</row>', "", page)
    data = workbook({"表": ("", cells, links)}, "", {"xl/printerSettings/printerSettings1.bin": settings})
    assert PHONE in {finding.value for finding in engine.scan_file(data, "a.xlsx").findings}
    copy = parts_of(engine.mask_file(data, "a.xlsx").data)
    assert "xl/printerSettings/printerSettings1.bin" not in copy
    assert b'<pageSetup paperSize="9" orientation="landscape"/>' in copy["xl/worksheets/sheet1.xml"]
    assert b"printerSettings" not in copy["xl/worksheets/_rels/sheet1.xml.rels"]
    assert RELS.encode() in copy["xl/worksheets/_rels/sheet1.xml.rels"]


def test_a_part_that_does_not_fit_in_memory_is_refused() -> None:
    data = workbook({"表": ("", sheet(""), "")}, "<si><t>" + "甲" * 1_000_000 + "</t></si>")
    with pytest.raises(LimitExceededError) as caught:
        open_document(data, "a.xlsx", DEFAULT_LIMITS._replace(max_bytes=1_000_000))
    assert caught.value.params["limit"] == "max_bytes"
