"""Tables that a text draws: blocks, columns and cells, found around a position."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govredact.context.tables import TextTables

TSV = "姓名\t身份证号\t金额\n张某\t11\t620\n李某\t22\t630\n\n合计：1250元\n"


def cells(text: str, position: int) -> list[str]:
    tables = TextTables(text)
    block = tables.block(position)
    assert block is not None
    line = text.rfind("\n", 0, position) + 1
    return [text[start:end] for start, end in tables.row(block, line)]


def test_a_block_ends_where_the_shape_ends() -> None:
    tables = TextTables(TSV)
    block = tables.block(TSV.index("李某"))
    assert block is not None
    assert TSV[block.start : block.end] == "姓名\t身份证号\t金额\n张某\t11\t620\n李某\t22\t630\n"
    assert tables.block(TSV.index("合计")) is None


def test_columns_count_from_zero() -> None:
    tables = TextTables(TSV)
    block = tables.block(0)
    assert block is not None
    assert [tables.column(block, TSV.index(cell)) for cell in ("张某", "11", "620")] == [0, 1, 2]


def test_markdown_rules_are_no_rows_but_do_not_end_the_block() -> None:
    text = "| 姓名 | 电话 |\n| --- | ---: |\n| 张某 | 138 |\n"
    tables = TextTables(text)
    block = tables.block(text.index("138"))
    assert block is not None
    assert [text[row : text.index("\n", row)] for row in tables.rows(block)] == ["| 姓名 | 电话 |", "| 张某 | 138 |"]


def test_commas_inside_quotes_do_not_part_cells() -> None:
    text = '姓名,备注,电话\n张某,"外出,务工",138\n'
    assert cells(text, text.index("138")) == ["张某", "外出,务工", "138"]


def test_columns_aligned_with_spaces() -> None:
    text = "户  主    身份证号码    卡　号\n林  芳    11    22\n张某    33    44\n"
    assert cells(text, text.index("22")) == ["林  芳", "11", "22"]
    assert cells(text, 0) == ["户  主", "身份证号码", "卡　号"]


@pytest.mark.parametrize("text", ["一段话，没有表格。\n另一段。\n", "姓名\t电话", "落款    2021年3月\n下一行文字\n"])
def test_prose_is_no_table(text: str) -> None:
    assert TextTables(text).block(0) is None


@given(st.lists(st.sampled_from(["a", "\t", "\n", "|", ",", "  ", "号", '"']), max_size=60).map("".join), st.integers(0, 60))
def test_a_block_holds_the_position_that_asked_for_it(text: str, position: int) -> None:
    tables = TextTables(text)
    position = min(position, len(text))
    block = tables.block(position)
    if block is not None:
        assert block.start <= position <= block.end <= len(text)
        assert tables.block(position) == block
        for row in tables.rows(block):
            for start, end in tables.row(block, row):
                assert block.start <= start <= end <= block.end
