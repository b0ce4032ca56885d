"""Sheets read in bulk show the same cells as an XML parser does, however their markup is written."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from sheet_places import workbook

import govredact
from govredact.documents import DEFAULT_LIMITS, open_document
from govredact.documents.ooxml.cells import letters_of
from govredact.documents.ooxml.sheets import SheetPassage

if TYPE_CHECKING:
    from collections.abc import Iterator

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRINGS = ("甲", "电话 1", "a&b", "x\ny", "")
TEXT = st.text(st.sampled_from("甲乙1 <&\"'>x="), max_size=5)
SPACE = st.sampled_from(("", "", "\n  ", "<!-- c -->"))


@st.composite
def cell(draw: st.DrawFn, p: str, row: int, column: int) -> str:
    kind = draw(st.sampled_from(("shared", "number", "text", "inline", "runs", "formula", "empty", "odd")))
    text = escape(draw(TEXT))
    if draw(st.integers(0, 9)) == 0:
        text = "".join(f"&#{ord(char)};" for char in "丙1")
    ref = f' r="{letters_of(column)}{row}"'
    style = draw(st.sampled_from(("", ' s="0"')))
    typed = {"shared": ' t="s"', "text": ' t="str"', "inline": ' t="inlineStr"', "runs": ' t="inlineStr"', "formula": ' t="str"'}.get(
        kind, ""
    )
    said = "".join(draw(st.permutations([ref, style, typed])))
    if draw(st.integers(0, 9)) == 0:
        said = said.replace('"', "'")
    inner = {
        "shared": f"<{p}v>{draw(st.integers(0, len(STRINGS)))}</{p}v>",
        "number": f"<{p}v>{draw(st.integers(0, 10**12))}</{p}v>",
        "text": f"<{p}v>{text}</{p}v>",
        "inline": f'<{p}is><{p}t xml:space="preserve">{text}</{p}t></{p}is>',
        "runs": f"<{p}is><{p}r><{p}t>{text}</{p}t></{p}r><{p}r><{p}rPr/><{p}t>2</{p}t></{p}r><{p}rPh><{p}t>no</{p}t></{p}rPh></{p}is>",
        "formula": f"<{p}f>IF(A1,1)</{p}f><{p}v>{text}</{p}v>",
        "empty": "",
        "odd": f"{draw(SPACE)}<{p}v>7</{p}v>{draw(SPACE)}<{p}extLst/>",
    }[kind]
    return f"<{p}c{said}/>" if not inner else f"<{p}c{said}>{inner}</{p}c>"


@st.composite
def sheet(draw: st.DrawFn) -> str:
    p = draw(st.sampled_from(("", "", "x:")))
    rows = []
    for row in sorted(draw(st.sets(st.integers(1, 30), max_size=5))):
        columns = sorted(draw(st.sets(st.integers(1, 8) | st.integers(250, 300), max_size=5)))
        inner = "".join(draw(SPACE) + draw(cell(p, row, column)) for column in columns)
        rows.append(f'{draw(SPACE)}<{p}row r="{row}">{inner}</{p}row>' if inner else f'<{p}row r="{row}"/>')
    name = "xmlns" if not p else "xmlns:x"
    return f'<{p}worksheet {name}="{MAIN}"><{p}sheetData>{"".join(rows)}</{p}sheetData></{p}worksheet>'


def parsed(content: str) -> dict[str, str]:
    """The cells with text by their reference, read from a tree."""
    found = {}
    for node in etree.fromstring(content).iter(f"{{{MAIN}}}c"):
        texts = node.xpath(".//*[local-name()='t'][not(parent::*[local-name()='rPh'])]/text()") or node.xpath(
            "./*[local-name()='v']/text()"
        )
        text = "".join(texts)
        if node.get("t") == "s":
            text = STRINGS[int(text)] if int(text) < len(STRINGS) else ""
        if text:
            found[node.get("r")] = text.replace("\n", " ")
    return found


def file(content: str) -> bytes:
    strings = "".join(f"<si><t>{escape(text)}</t></si>" for text in STRINGS)
    return workbook({"表": ("", content, "")}, strings)


def read(data: bytes) -> Iterator[SheetPassage]:
    passages = open_document(data, "a.xlsx", DEFAULT_LIMITS).passages()
    return (passage for passage in passages if isinstance(passage, SheetPassage))


@settings(deadline=None, max_examples=120)
@given(sheet())
def test_bulk_reading_shows_the_cells_that_a_parser_shows(content: str) -> None:
    found = {}
    for passage in read(file(content)):
        for row in range(passage.row_count()):
            for spot, text in passage.spots(row):
                start, end = passage.span_of(spot)
                assert passage.text[start:end] == text
                place = passage.locate(start, end).cell
                assert place is not None
                found[place.removeprefix("表!")] = text
                assert sum(last - first for _, first, last in passage.leaves(start, end)) == len(text)
    assert found == parsed(content)


@pytest.mark.parametrize("rows", ["<row r='1'><c r='A1'><v>5</v></row>", "<row r='1'><c r=A1/></row>", "</row>", "<row><v>&x;</v></row>"])
def test_rows_that_are_no_markup_are_damage(rows: str) -> None:
    content = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    for data in (file(content), file(content.replace("'", '"'))):
        error = govredact.Engine().scan_file(data, "a.xlsx").error
        assert error is not None
        assert error.code == "corrupt"
