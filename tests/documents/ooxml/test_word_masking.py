"""Word: every hiding place is found, masked copies hold none of it, and everything else stays as it was."""

from __future__ import annotations

import io
import re
import shutil
from itertools import pairwise
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office import SOFFICE, convert
from packages import STRICT, W, everything_in, paragraph, parts_of, run, word
from word_places import Planted, cells, plant

import govredact
from govredact.documents.ooxml.word import DocxDocument
from govredact.errors import ResidueError
from govredact.policy import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.documents.ooxml.markup import Markup
    from govredact.models import Observation, Passage

PHONE = "13800138000"
MASKED = "138****8000"
MAIN = "word/document.xml"


@pytest.fixture(scope="module")
def engine() -> govredact.Engine:
    return govredact.Engine()


@pytest.fixture(scope="module")
def planted() -> Planted:
    return plant()


def text_of(data: bytes, part: str = MAIN) -> str:
    return re.sub("<[^>]*>", "", parts_of(data)[part].decode()).strip("\n")


def masked(engine: govredact.Engine, data: bytes) -> bytes:
    return engine.mask_file(data, "a.docx").data


def test_a_number_in_every_place_is_found(engine: govredact.Engine, planted: Planted) -> None:
    report = engine.scan_file(planted.data, "a.docx")
    values = {re.sub(r"\D", "", finding.value) for finding in report.findings}
    assert len(planted.numbers) >= 60
    assert [place for place, number in planted.numbers.items() if not any(number in value for value in values)] == []
    assert all(finding.location.part or finding.location.attribute == "part_name" or finding.member for finding in report.findings)


def test_no_number_is_left_in_the_masked_copy(engine: govredact.Engine, planted: Planted) -> None:
    copy = engine.mask_file(planted.data, "a.docx")
    left = everything_in(copy.data)
    assert [(place, part) for place, number in planted.numbers.items() for part, text in left.items() if number in text] == []
    left_over = {(finding.entity, finding.reasons) for finding in engine.scan_file(copy.data, "a.docx").findings}
    assert left_over == {("DOCUMENT_METADATA", ("embedded_file",))}
    assert engine.verify(planted.data, copy.data, "a.docx").passed
    docx.Document(io.BytesIO(copy.data))


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_no_number_in_the_masked_copy(engine: govredact.Engine, planted: Planted, tmp_path) -> None:
    text = convert(masked(engine, planted.data), "a.docx", "txt:Text (encoded):UTF8", tmp_path).decode("utf-8-sig")
    assert "139****" in text
    joined = re.sub(r"\s", "", text)
    assert [place for place, number in planted.numbers.items() if number in text or number in joined] == []


def test_what_was_not_changed_stays_byte_for_byte(engine: govredact.Engine) -> None:
    other = {"word/header1.xml": "<w:hdr xmlns:w='x'  ><w:p/></w:hdr>", "word/media/a.png": b"\x89PNG"}
    data = word(paragraph(run("电话" + PHONE)), other)
    before, after = parts_of(data), parts_of(masked(engine, data))
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == [MAIN]


def test_runs_and_formatting_are_kept(engine: govredact.Engine) -> None:
    pieces = [run("电话138"), run("0013", "<w:b/>"), run("8000。", "<w:i/>")]
    copy = parts_of(masked(engine, word(paragraph(*pieces))))[MAIN].decode()
    assert re.findall("<w:t[^>]*>([^<]*)", copy) == ["电话138", "****", "8000。"]
    assert copy.count("<w:b/>") == copy.count("<w:i/>") == 1


def test_a_document_without_findings_is_unchanged(engine: govredact.Engine) -> None:
    data = word(paragraph(run("关于公示的通知")))
    assert masked(engine, data) == data


def test_the_same_file_gives_the_same_bytes_and_masking_twice_changes_nothing(engine: govredact.Engine, planted: Planted) -> None:
    once = masked(engine, planted.data)
    assert masked(engine, planted.data) == once
    assert masked(engine, once) == once


CHANGED = paragraph(
    run("共"),
    f"<w:del w:id='1' w:author='甲'>{run('三', tag='delText')}</w:del>",
    f"<w:ins w:id='2' w:author='甲'>{run('五')}</w:ins>",
    run("人", "<w:b/><w:rPrChange w:id='3' w:author='甲'><w:rPr><w:i/></w:rPr></w:rPrChange>"),
)


@pytest.mark.parametrize(("rule", "text"), [("accept", "共五人"), ("reject", "共三人"), ("keep", "共三五人")])
def test_tracked_changes_are_settled_as_the_policy_says(rule: str, text: str) -> None:
    policy = load("gov-website")
    policy = policy._replace(clean_up=tuple({**dict(policy.clean_up), "tracked_changes": rule}.items()))
    done = govredact.Engine(policy).mask_file(word(CHANGED), "a.docx")
    assert text_of(done.data) == text
    content = parts_of(done.data)[MAIN].decode()
    assert "甲" not in content
    assert ("w:author=" in content) is (rule == "keep")
    assert ("<w:i/>" in content, "<w:b/>" in content) == {"accept": (False, True), "reject": (True, False), "keep": (True, True)}[rule]
    changes = {(d.entity, d.operator) for d in done.decisions if d.entity == "HIDDEN_CONTENT"}
    assert changes == (set() if rule == "keep" else {("HIDDEN_CONTENT", rule)})


def test_the_authors_of_changes_and_comments_are_findings(engine: govredact.Engine) -> None:
    report = engine.scan_file(word(CHANGED), "a.docx")
    found = [(f.value, f.location.part, f.location.attribute) for f in report.findings if f.entity == "DOCUMENT_METADATA"]
    assert found == [("甲", MAIN, "author")]
    assert engine.mask_file(word(CHANGED), "a.docx").report.findings == ()


def test_a_deleted_paragraph_mark_joins_two_paragraphs(engine: govredact.Engine) -> None:
    gone = "<w:p><w:pPr><w:rPr><w:del w:id='1' w:author='甲'/></w:rPr></w:pPr>" + run("前") + "</w:p>"
    copy = parts_of(masked(engine, word(gone + paragraph(run("后")))))[MAIN].decode()
    assert copy.count("<w:p>") == 1
    assert text_of(masked(engine, word(gone + paragraph(run("后"))))) == "前后"


def test_each_removal_is_a_finding_and_a_decision(engine: govredact.Engine, planted: Planted) -> None:
    report = engine.scan_file(planted.data, "a.docx")
    reasons = {reason for finding in report.findings for reason in finding.reasons}
    expected = {"hidden_text", "covered_text", "comment", "tracked_change", "property", "custom_properties", "custom_xml"}
    expected |= {"thumbnail", "signature"}
    assert expected | {"document_variables"} <= reasons
    done = engine.mask_file(planted.data, "a.docx")
    assert {"HIDDEN_CONTENT", "DOCUMENT_METADATA", "FAKE_REDACTION", "CN_MOBILE"} == {decision.entity for decision in done.decisions}
    assert not any("signature" in name or "thumbnail" in name or "comments" in name for name in parts_of(done.data))
    assert "_xmlsignatures" not in parts_of(done.data)["[Content_Types].xml"].decode()
    assert "comments.xml" not in parts_of(done.data)["word/_rels/document.xml.rels"].decode()


@pytest.mark.parametrize(
    ("looks", "covered"),
    [
        ("<w:color w:val='FFFFFF'/>", True),
        ("<w:color w:val='FFFFFF'/><w:shd w:val='clear' w:fill='1F4E79'/>", False),
        ("<w:shd w:val='clear' w:fill='000000'/>", True),
        ("<w:color w:val='FFFFFF'/><w:highlight w:val='black'/>", False),
        ("<w:highlight w:val='yellow'/>", False),
        ("<w:color w:val='FF0000'/>", False),
        ("<w:sz w:val='2'/>", True),
        ("<w:sz w:val='10'/>", False),
    ],
)
def test_covered_text_is_a_fake_redaction(engine: govredact.Engine, looks: str, covered: bool) -> None:
    data = word(paragraph(run("可见"), run("此处遮盖", looks)))
    found = [finding for finding in engine.scan_file(data, "a.docx").findings if finding.entity == "FAKE_REDACTION"]
    assert bool(found) is covered
    assert ("此处遮盖" in text_of(masked(engine, data))) is not covered


def test_white_text_on_a_coloured_ground_is_a_table_header(engine: govredact.Engine) -> None:
    white = run("表头", "<w:color w:val='FFFFFF'/>")
    shaded = f"<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val='clear' w:fill='1F4E79'/></w:tcPr>{paragraph(white)}</w:tc></w:tr></w:tbl>"
    styled = f"<w:tbl><w:tblPr><w:tblStyle w:val='Blue'/></w:tblPr><w:tr><w:tc>{paragraph(white)}</w:tc></w:tr></w:tbl>"
    assert engine.scan_file(word(shaded + styled), "a.docx").findings == ()


def test_strict_files_are_masked_like_others(engine: govredact.Engine) -> None:
    data = word(paragraph(run("电话138"), run("00138000", "<w:b/>")) + paragraph(run("藏", "<w:vanish/>")), namespaces=STRICT)
    assert text_of(masked(engine, data)) == f"电话{MASKED}"


def test_an_unknown_part_keeps_the_copy_from_being_written(engine: govredact.Engine) -> None:
    with pytest.raises(ResidueError, match=r"word/unknown\.bin"):
        masked(engine, word(paragraph(run("电话" + PHONE)), {"word/unknown.bin": b"\x00\x01"}))


def test_macros_go_and_the_rest_stays(engine: govredact.Engine) -> None:
    link = ("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin")
    data = word(paragraph(run("正文")), {"word/vbaProject.bin": b"\x00"}, (link,))
    copy = parts_of(masked(engine, data))
    assert "word/vbaProject.bin" not in copy
    assert b"vbaProject.bin" not in copy["word/_rels/document.xml.rels"]


def test_column_headers_govern_a_bank_account(engine: govredact.Engine) -> None:
    data = word(cells(("姓名", "银行账号"), ("甲", "3301040160001234567")))
    found = engine.scan_file(data, "名单.docx").findings
    assert [(finding.entity, finding.location.cell) for finding in found] == [("BANK_ACCOUNT", "B2")]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 10), max_size=4), st.sampled_from(["", "<w:b/>", "<w:i/>"]), st.integers(0, 3))
def test_any_split_into_runs_is_found_and_masked_in_place(cuts: list[int], looks: str, place: int) -> None:
    edges = sorted({0, 11, *cuts})
    number = "".join(run(PHONE[start:end], looks) for start, end in pairwise(edges))
    body = [paragraph(run("一")), paragraph(run("二")), paragraph(run("三"))]
    body.insert(place, paragraph(run("电话："), number))
    copy = masked(ENGINE, word("".join(body)))
    assert text_of(copy) == re.sub("<[^>]*>", "", "".join(body)).replace(PHONE, MASKED)
    assert len(re.findall("<w:r>", parts_of(copy)[MAIN].decode())) == len(edges) - 1 + 4


ENGINE = govredact.Engine()


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(["w:alt", "name", "descr", "w:val"]), st.text("甲乙丙丁&<\"'。 ", max_size=6))
def test_any_attribute_is_masked_and_escaped(name: str, around: str) -> None:
    from xml.sax.saxutils import quoteattr

    value = f"{around}电话{PHONE}。{around}"
    copy = masked(ENGINE, word(f"<w:p><w:x {name}={quoteattr(value)}/></w:p>"))
    from lxml import etree

    element = etree.fromstring(parts_of(copy)[MAIN])[0][0][0]
    assert list(element.attrib.values()) == [value.replace(PHONE, MASKED)]


def test_a_damaged_or_empty_file_is_refused(engine: govredact.Engine) -> None:
    data = word(paragraph(run("电话" + PHONE)))
    magic = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    errors = [engine.scan_file(content, "a.docx").error for content in (b"", data[: len(data) // 2], magic + b"\x00" * 600)]
    assert [error.code if error else None for error in errors] == ["corrupt", "corrupt", "unsupported_format"]
    ole = magic + "EncryptedPackage".encode("utf-16-le") * 40
    assert engine.scan_file(ole, "a.docx").error.code == "encrypted"


def test_the_content_decides_not_the_name(engine: govredact.Engine) -> None:
    data = word(paragraph(run("电话" + PHONE)))
    report = engine.scan_file(data, "a.txt")
    assert (report.format, len(report.findings)) == ("docx", 1)


@pytest.mark.skipif(SOFFICE is None or shutil.which("pdftotext") is None, reason="LibreOffice or poppler is not installed")
def test_pages_and_text_outside_the_masks_are_the_same(engine: govredact.Engine, tmp_path) -> None:
    document = docx.Document()
    document.add_heading("公示名单", 1)
    for number in range(60):
        document.add_paragraph(f"第{number}项 联系电话138001380{number:02d} 特此公示。")
    stream = io.BytesIO()
    document.save(stream)
    import subprocess

    texts = []
    for number, data in enumerate((stream.getvalue(), masked(engine, stream.getvalue()))):
        pdf = tmp_path / f"{number}.pdf"
        pdf.write_bytes(convert(data, "a.docx", "pdf", tmp_path / str(number)))
        texts.append(subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True).stdout.decode())
    assert texts[0].count("\f") == texts[1].count("\f") > 1
    assert re.sub(r"138\d{4}", "138****", texts[0]) == texts[1]


def test_a_second_reading_finds_what_the_reader_overlooks(engine: govredact.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    data = word(paragraph(run("电话" + PHONE)), {"word/header1.xml": f"<w:hdr {W}>{paragraph(run(PHONE[:4]), run(PHONE[4:]))}</w:hdr>"})
    whole = DocxDocument.part_views

    def blind(self: DocxDocument, name: str, content: Markup, observed: list[Observation]) -> Iterator[Passage]:
        return iter(()) if "header" in name else whole(self, name, content, observed)

    monkeypatch.setattr(DocxDocument, "part_views", blind)
    with pytest.raises(ResidueError) as caught:
        masked(engine, data)
    assert [place.part for place in caught.value.params["places"]] == ["word/header1.xml"]


def test_an_account_is_not_joined_to_the_amount_beside_it(engine: govredact.Engine) -> None:
    rows = [("户名", "一卡通账号", "金额"), ("甲", "150887460995180", "720"), ("丙", "161119036912418", "1080")]
    document = docx.Document()
    table = document.add_table(rows=0, cols=3)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    report = engine.scan_file(stream.getvalue(), "a.docx")
    found = [(finding.entity, finding.location.cell, finding.value) for finding in report.findings if finding.action == "mask"]
    assert found == [("BANK_ACCOUNT", "B2", rows[1][1]), ("BANK_ACCOUNT", "B3", rows[2][1])]
    copy = docx.Document(io.BytesIO(masked(engine, stream.getvalue()))).tables[0]
    assert [row.cells[2].text for row in copy.rows] == ["金额", "720", "1080"]
