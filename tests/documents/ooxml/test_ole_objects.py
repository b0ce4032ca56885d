"""Files inside OLE objects are opened; what cannot be changed there is refused, never passed over."""

from __future__ import annotations

import pytest
from ole_files import compound, native
from packages import everything_in, paragraph, parts_of, run, word
from sheet_places import inline, sheet, workbook

import govredact
from govredact.errors import MaskingUnsupportedError, ResidueError
from govredact.policy import load

PHONE = "13800138000"
OBJECT = "word/embeddings/oleObject1.bin"
BODY = (
    paragraph(run("见附件")) + "<w:p><w:r><w:object><o:OLEObject Type='Embed' ProgID='Excel.Sheet.12' r:id='rId1'/></w:object></w:r></w:p>"
)


@pytest.fixture(scope="module")
def engine() -> govredact.Engine:
    return govredact.Engine()


def holding(data: bytes) -> bytes:
    return word(BODY, {OBJECT: data}, (("oleObject", "embeddings/oleObject1.bin"),))


def test_a_workbook_in_an_ole_object_is_masked_and_embedded_directly(engine: govredact.Engine) -> None:
    inner = workbook({"表": ("", sheet(f'<row r="1">{inline("A1", f"<t>电话{PHONE}</t>")}</row>'), "")})
    data = holding(compound({"Package": inner}))
    report = engine.scan_file(data, "a.docx")
    assert [(finding.value, finding.member) for finding in report.findings if finding.entity == "CN_MOBILE"] == [
        (PHONE, f"{OBJECT}/Package")
    ]
    assert not report.blocking_gaps
    copy = engine.mask_file(data, "a.docx").data
    parts = parts_of(copy)
    assert "word/embeddings/oleObject1-embedded.xlsx" in parts
    assert b'relationships/package"' in parts["word/_rels/document.xml.rels"]
    assert b"oleObject1-embedded.xlsx" in parts["[Content_Types].xml"]
    assert not [name for name, text in everything_in(copy).items() if PHONE in text]
    assert engine.mask_file(copy, "a.docx").data == copy


def test_a_text_in_an_ole_object_is_scanned_and_keeps_the_copy_from_being_written(engine: govredact.Engine) -> None:
    data = holding(compound({"\x01Ole10Native": native("名单.txt", f"电话{PHONE}".encode())}))
    report = engine.scan_file(data, "a.docx")
    assert [(finding.value, finding.member) for finding in report.findings if finding.entity == "CN_MOBILE"] == [
        (PHONE, f"{OBJECT}/名单.txt")
    ]
    with pytest.raises(MaskingUnsupportedError, match="oleObject1"):
        engine.mask_file(data, "a.docx")
    policy = load("gov-website")
    policy = policy._replace(clean_up=tuple({**dict(policy.clean_up), "embedded_files": "remove"}.items()))
    assert OBJECT not in parts_of(govredact.Engine(policy).mask_file(data, "a.docx").data)


def test_the_path_that_an_ole_object_remembers_is_read(engine: govredact.Engine) -> None:
    data = holding(compound({"\x01Ole10Native": native(f"张三{PHONE}.txt", b"x")}))
    assert PHONE in {finding.value for finding in engine.scan_file(data, "a.docx").findings}
    with pytest.raises(MaskingUnsupportedError):
        engine.mask_file(data, "a.docx")


@pytest.mark.parametrize(
    "data",
    [compound({"Equation Native": b"x"}), compound({"Package": b"no zip"}), compound({"\x01Ole10Native": b""}), compound({"W": b""})[:700]],
)
def test_objects_of_other_kinds_are_unread(engine: govredact.Engine, data: bytes) -> None:
    file = holding(data)
    assert [(gap.place, gap.blocking) for gap in engine.scan_file(file, "a.docx").gaps] == [(OBJECT, True)]
    with pytest.raises(ResidueError, match="oleObject1"):
        engine.mask_file(file, "a.docx")
