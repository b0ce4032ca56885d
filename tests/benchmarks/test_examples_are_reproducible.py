"""The files in examples/ are those that their script makes, and hold what their README promises."""

from __future__ import annotations

import importlib.util
import io
import json
import zipfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

if TYPE_CHECKING:
    from types import ModuleType

EXAMPLES = Path(__file__).parents[2] / "examples"
TOOLS = EXAMPLES.parent / "tools"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    return load("make_examples")


def load(name: str) -> ModuleType:
    """The module `name` of the folder of tools."""
    spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_folder_holds_notices_only() -> None:
    assert [path.name for path in EXAMPLES.iterdir() if path.suffix == ".py" or path.name.startswith("make_")] == []


def test_the_text_examples_are_those_that_the_script_makes(script: ModuleType) -> None:
    group = script.people()
    made = {
        "notice.txt": script.notice(group),
        "救助名单.md": script.aid_list(group),
        "补贴名单.csv": script.subsidy_list(group),
        "公告.json": script.announcement(group),
        "村务公开-gbk.txt": script.village_affairs(group),
    }
    assert {name: (EXAMPLES / name).read_bytes() for name in made} == made


def test_the_gbk_example_is_not_utf8() -> None:
    data = (EXAMPLES / "村务公开-gbk.txt").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        data.decode("utf-8")
    assert "村务公开" in data.decode("gbk")


def test_the_json_example_parses_and_hides_an_id_behind_escapes(script: ModuleType) -> None:
    text = (EXAMPLES / "公告.json").read_text(encoding="utf-8")
    number = json.loads(text)["sender"]["idCard"]
    assert number == script.people()[5].resident_id
    assert number not in text


def test_the_pdf_example_can_be_read_and_wraps_an_id(script: ModuleType) -> None:
    text = pypdfium2.PdfDocument(EXAMPLES / "公示.pdf")[0].get_textpage().get_text_range()
    group = script.people()
    assert group[3].resident_id in text
    assert group[6].resident_id not in text
    assert group[6].resident_id in text.replace("\r\n", "")


def test_the_word_example_splits_an_id_over_runs(script: ModuleType) -> None:
    import docx

    document = docx.Document(str(EXAMPLES / "名单.docx"))
    number = script.people()[7].resident_id
    paragraph = next(p for p in document.paragraphs if number in p.text)
    assert all(number not in run.text for run in paragraph.runs)


def test_the_aid_list_in_word_is_the_one_that_the_script_makes_but_for_its_container(script: ModuleType) -> None:
    import docx

    def cells(file: io.BytesIO | str) -> list[str]:
        return [cell.text for row in docx.Document(file).tables[0].rows for cell in row.cells]

    assert cells(str(EXAMPLES / "救助名单.docx")) == cells(io.BytesIO(script.aid_list_in_word(script.people())))


def test_the_word_example_hides_what_its_readme_names(script: ModuleType) -> None:
    import docx

    document = docx.Document(str(EXAMPLES / "名单.docx"))
    group = script.people()
    hidden = "".join(run.text for paragraph in document.paragraphs for run in paragraph.runs if run.font.hidden)
    assert group[5].resident_id in hidden
    assert [comment.author for comment in document.comments] == [group[1].name]
    assert group[5].mobile in next(iter(document.comments)).text
    xml = document.element.xml
    assert f"<w:delText>{group[6].mobile}</w:delText>" in xml
    assert xml.count("<w:ins ") == 1
    assert (document.core_properties.author, document.core_properties.last_modified_by) == (group[1].name, group[4].name)


def test_the_workbook_example_has_what_its_readme_names(script: ModuleType) -> None:
    import openpyxl

    book = openpyxl.load_workbook(EXAMPLES / "台账.xlsx")
    group = script.people()
    ledger, payments, roll = book.worksheets
    assert {"B2:D2", "E2:F2", "A2:A3"} <= {str(area) for area in ledger.merged_cells.ranges}
    assert [ledger.cell(row, 5).value for row in range(4, 9)] == [int(p.mobile) for p in group[:5]]
    rounded = ledger["C8"].value
    assert f"{rounded:.14e}" == f"{float(group[4].resident_id[:15]) * 1000:.14e}"
    assert str(rounded) != group[4].resident_id
    assert group[6].mobile in ledger["G6"].comment.text
    assert [payments.cell(row, 2).value for row in range(2, 7)] == [p.account for p in group[:5]]
    assert payments["C7"].value == "=SUM(C2:C6)"
    assert roll.sheet_state == "hidden"
    assert [roll.cell(row, 2).value for row in range(2, 10)] == [p.resident_id for p in group]
    assert book.properties.creator == group[1].name


def test_the_blackened_example_still_tells_what_is_under_its_boxes(script: ModuleType) -> None:
    page = pypdfium2.PdfDocument(EXAMPLES / "涂黑公告.pdf")[0]
    text, group = page.get_textpage().get_text_range(), script.people()
    picture = page.render(grayscale=True)
    for value in (group[0].resident_id, group[0].mobile, group[2].resident_id):
        box = _box_of(page, value)
        assert value in text
        assert {picture.buffer[int(page.get_height() - box[1]) * picture.stride + x] for x in range(int(box[0]), int(box[2]))} == {0}


def test_the_blackened_example_is_fake_redaction_and_a_masked_copy_is_none(script: ModuleType) -> None:
    import govredact

    engine, group = govredact.Engine(), script.people()
    data, covered = (EXAMPLES / "涂黑公告.pdf").read_bytes(), (group[0].resident_id, group[0].mobile, group[2].resident_id)
    fake = [finding for finding in engine.scan_file(data, "涂黑公告.pdf").findings if finding.entity == "FAKE_REDACTION"]
    assert [finding.value for finding in fake] == list(covered)
    copy = engine.mask_file(data, "涂黑公告.pdf").data
    before, after = (pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range() for file in (data, copy))
    for value in covered:
        before = before.replace(value, "")
    assert "".join(after.split()) == "".join(before.split())


def _box_of(page: pypdfium2.PdfPage, value: str) -> tuple[float, float, float]:
    """Left edge, half height and right edge of `value` on the page, in points."""
    textpage = page.get_textpage()
    start, _ = textpage.search(value).get_next()
    first, last = textpage.get_charbox(start), textpage.get_charbox(start + len(value) - 1)
    return first[0], (first[1] + first[3]) / 2, last[2]


def test_the_presentation_example_is_what_the_script_makes_and_hides_a_slide(script: ModuleType) -> None:
    group = script.people()
    with zipfile.ZipFile(EXAMPLES / "演示.pptx") as made, zipfile.ZipFile(io.BytesIO(load("make_slides").slides(group))) as now:
        parts = {name: made.read(name).decode() for name in made.namelist()}
        assert parts == {name: now.read(name).decode() for name in now.namelist()}
    assert 'show="0"' in parts["ppt/slides/slide2.xml"]
    assert group[0].account in parts["ppt/slides/slide2.xml"]
    assert group[0].resident_id in parts["ppt/slides/slide1.xml"]
    assert group[4].mobile in parts["ppt/notesSlides/notesSlide1.xml"]


@pytest.mark.parametrize("name", ["名单.docx", "台账.xlsx"])
def test_times_in_office_files_are_fixed(script: ModuleType, name: str) -> None:
    fixed = datetime(*script.FIXED_TIME)
    with zipfile.ZipFile(EXAMPLES / name) as archive:
        assert {member.date_time for member in archive.infolist()} == {script.FIXED_TIME}
        assert archive.read("docProps/core.xml").count(fixed.isoformat().encode()) == 2


@pytest.mark.parametrize("maker", ["word_list", "workbook", "pdf_notice", "blackened_notice"])
def test_two_runs_of_the_script_give_the_same_bytes(script: ModuleType, maker: str) -> None:
    make, group = getattr(script, maker), script.people()
    assert make(group) == make(group)


def test_every_example_has_a_line_in_the_readme() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    names = {path.name for path in EXAMPLES.iterdir() if path.is_file()} - {"README.md"}
    assert [name for name in sorted(names) if f"| `{name}` |" not in readme] == []
