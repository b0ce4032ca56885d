"""The files in examples/ are those that their script makes, and hold what their README promises."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

if TYPE_CHECKING:
    from types import ModuleType

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_examples", EXAMPLES / "make_examples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


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


def test_every_example_has_a_line_in_the_readme() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    names = {path.name for path in EXAMPLES.iterdir() if path.is_file()} - {"README.md"}
    assert [name for name in sorted(names) if f"| `{name}` |" not in readme] == []
