"""Tables that a text draws: blocks, columns and cells, found around a position."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govredact.context import tables as module
from govredact.context.tables import Block, TextTables

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


@given(st.lists(st.text(alphabet='张三12 "*', max_size=4), min_size=2, max_size=5), st.sampled_from("\t|,"), st.integers(0, 6))
def test_one_cell_is_that_of_its_row(cells: list[str], separator: str, number: int) -> None:
    line = separator.join(cell.replace('"', "") if separator == "," else cell for cell in cells)
    text = f"{line}\n{line}\n"
    block = Block(0, len(text), separator, len(cells))
    for start in (0, len(line) + 1):
        row = TextTables(text).row(block, start)
        assert len(row) == len(cells)
        assert TextTables(text).cell(block, start, number) == (row[number] if number < len(row) else None)


def test_objects_of_json_are_no_rows() -> None:
    text = '{"text": "户籍地址：***", "n": [5, 20]}\n{"text": "民警在中山街977号将其抓获", "n": [3, 20]}\n'
    assert TextTables(text).block(text.index("民警")) is None


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


def _headed(text: str) -> TextTables:
    return TextTables(text, lambda start, end, cells: text.startswith("姓名", start) and len(cells) > 1)


def test_single_spaces_make_a_table_below_a_line_of_headers_only() -> None:
    text = "通知 如下 各组\n姓名 性别 民族 金额\n张某 男 汉 620\n李某 女 汉 630\n合计 2 人\n"
    tables = _headed(text)
    block = tables.block(text.index("李某"))
    assert block is not None
    assert text[block.start : block.end] == "姓名 性别 民族 金额\n张某 男 汉 620\n李某 女 汉 630\n"
    assert [tables.column(block, text.index(cell)) for cell in ("李某", "女", "630")] == [0, 1, 3]
    assert tables.block(0) is None
    assert TextTables(text).block(text.index("李某")) is None


def test_a_log_of_equal_lines_is_looked_at_once() -> None:
    asked: list[int] = []
    text = "起 止 数\n" * 300

    def is_header(start: int, end: int, cells: list[tuple[int, int]]) -> bool:
        asked.append(start)
        return False

    tables = TextTables(text, is_header)
    for position in range(0, len(text), 3):
        assert tables.block(position) is None
    assert len(asked) < 1000


@given(st.text(alphabet='a,"', max_size=40))
def test_commas_of_a_very_long_line_are_counted_as_those_of_a_short_one(line: str) -> None:
    short = module._unquoted(line)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_LONG", -1)
        assert module._unquoted(line) == short
