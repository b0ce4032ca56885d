"""The record around a position: the row of a table, else the sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govredact.context.records import FARTHEST, record
from govredact.context.scan import Scan, Settings
from govredact.models import Passage
from govredact.text.normalized import NormalizedText

TABLE = "姓名\t年龄\n张三\t35\n李四\t36\n"


def scan_of(text: str) -> Scan:
    return Scan(Passage(text), NormalizedText(text), [], [], Settings(), lambda header: None)  # type: ignore[arg-type,return-value]


def at(text: str, part: str) -> str:
    start, end = record(scan_of(text), text.index(part))
    return text[start:end]


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("一句。二句在此；三句", "在此", "二句在此"),
        ("一行\n二行在此", "在此", "二行在此"),
        ("在此。", "在此", "在此"),
        (TABLE, "36", "李四\t36"),
        (TABLE, "张三", "张三\t35"),
    ],
)
def test_a_record_is_a_row_or_a_sentence(text: str, part: str, expected: str) -> None:
    assert at(text, part) == expected


def test_a_record_without_an_end_is_cut() -> None:
    assert len(at("字" * 5000 + "此" + "字" * 5000, "此")) == 2 * FARTHEST


@given(text=st.text(alphabet="a\n\t", max_size=30), data=st.data())
def test_the_line_of_any_position_is_the_one_between_line_ends(text: str, data: st.DataObject) -> None:
    scan = scan_of(text)
    for position in data.draw(st.lists(st.integers(0, len(text)), max_size=8)):
        start, end = text.rfind("\n", 0, position) + 1, text.find("\n", position)
        end = len(text) if end < 0 else end
        assert scan.line(position) == (start, end)
        assert scan.is_tabbed(position) == ("\t" in text[start:end])
