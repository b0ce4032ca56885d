import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govredact import Engine
from govredact.documents import open_document
from govredact.models import Edit


def masked(name, text, *pairs):
    edits = [Edit(0, text.index(old), text.index(old) + len(old), new) for old, new in pairs]
    return open_document(text.encode(), name).write(edits).decode()


def rows(text, delimiter=","):
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_a_replacement_with_the_delimiter_is_quoted():
    assert rows(masked("a.csv", "姓名,电话\n张三,138\n", ("138", '1,"3"\n8')))[1] == ["张三", '1,"3"\n8']


def test_quotes_are_doubled_inside_a_quoted_cell():
    assert rows(masked("a.csv", 'a,"x ""y"", 138",b\n', ("138", 'p"q')))[0] == ["a", 'x "y", p"q', "b"]


def test_a_line_break_in_a_quoted_cell_does_not_end_the_cell():
    text = '张三,"第一行\n电话138",x\n李四,139,y\n'
    assert rows(masked("a.csv", text, ("138", "1,8"), ("139", "1,9"))) == [["张三", "第一行\n电话1,8", "x"], ["李四", "1,9", "y"]]


def test_no_cell_turns_into_a_formula():
    assert rows(masked("a.csv", 'a,138,"139"\n', ("138", "+86"), ("139", "=1")))[0] == ["a", "'+86", "'=1"]
    assert masked("a.csv", "-138,x\n", ("138", "***")) == "-***,x\n"


def test_what_removal_leaves_at_the_start_of_a_cell_is_no_formula_either():
    assert masked("a.csv", "x,张三-5\n", ("张三", "")) == "x,'-5\n"


def test_a_number_written_over_several_cells_keeps_its_cells():
    assert masked("a.tsv", "姓名\t1\t3\t8\t0\t末\n", ("1\t3\t8\t0", "1\t3\t*\t*")) == "姓名\t1\t3\t*\t*\t末\n"
    assert masked("a.tsv", "姓名\t1\t3\t8\t0\t末\n", ("1\t3\t8\t0", "13**")) == "姓名\t13**\t\t\t\t末\n"


def test_a_number_over_two_lines_keeps_its_rows():
    assert masked("a.csv", "电话138\n0013,x\n", ("138\n0013", "138****")) == "电话138****\n,x\n"


def test_the_first_line_tells_the_delimiter():
    text = "姓名;电话;备注\n张三;138;a,b,c,d\n"
    assert rows(masked("a.csv", text, ("138", "1;8")), ";")[1] == ["张三", "1;8", "a,b,c,d"]


def test_an_unclosed_quote_changes_nothing_beyond_the_edit():
    text = 'a,"b\nc,138\n'
    assert masked("a.csv", text, ("138", "***")) == text.replace("138", "***")


def test_masking_with_plain_characters_adds_no_quotes():
    text = '"张三",13800138000\r\n李四,"13900139000"\r\n'
    written = masked("a.csv", text, ("13800138000", "138****8000"), ("13900139000", "139****9000"))
    assert written == '"张三",138****8000\r\n李四,"139****9000"\r\n'


LINES = '序号,户主,备注\r\n1,张秀英,"情况\r\n属实"\r\n2,"林海燕\r\n（户主）",无\r\n3,欧阳春梅,无\r\n'


def test_a_row_with_cells_of_several_lines_is_one_row():
    findings = Engine().scan_file(LINES.encode(), "a.csv").findings
    assert [(f.value, f.location.line, f.location.column) for f in findings] == [("张秀英", 2, 3), ("林海燕", 4, 4), ("欧阳春梅", 6, 3)]


def test_a_value_over_two_lines_is_reported_and_masked_as_it_stands():
    text = '姓名,住址\n张秀英,"青山县三合乡\n红旗村3组12号"\n李国强,无\n'
    engine = Engine(include_review=True)
    (address,) = [f for f in engine.scan_file(text.encode(), "a.csv").findings if f.entity == "HOME_ADDRESS"]
    assert "\n" in address.value
    copy = engine.mask_file(text.encode(), "a.csv").data.decode()
    assert "红旗村" not in copy
    assert [len(row) for row in rows(copy)] == [2, 2, 2]


@pytest.mark.parametrize("cell", ['"' + "行\n" * 50, '"' + "x" * 5000 + "\n"])
def test_a_quote_that_nobody_closed_joins_no_rows(cell):
    text = f'a,{cell}\nb,"c"\n'
    (passage,) = open_document(text.encode(), "a.csv").passages()
    assert passage.text == text


@given(st.text(alphabet='张,"\r\n1', max_size=60))
def test_rows_in_one_line_keep_every_place(text):
    (passage,) = open_document(text.encode() or b" ", "a.csv").passages()
    stored = passage.stored(0, len(passage.text))[2]
    assert len(passage.text) == len(stored)
    assert all(a == b or (a == " " and b in "\r\n") for a, b in zip(passage.text, stored, strict=True))
