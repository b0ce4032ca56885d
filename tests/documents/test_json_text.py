import json

import pytest

from govredact.documents import open_document
from govredact.errors import MaskingError
from govredact.models import Edit


def masked(name, text, *pairs):
    edits = [Edit(0, text.index(old), text.index(old) + len(old), new) for old, new in pairs]
    return open_document(text.encode(), name).write(edits).decode()


def test_a_masked_number_becomes_a_string():
    assert json.loads(masked("a.json", '{"phone": 13800138000}', ("13800138000", "138****8000"))) == {"phone": "138****8000"}


def test_a_part_of_a_number_takes_the_whole_literal_along():
    assert json.loads(masked("a.json", "[13800138000.0, -5e3]", ("00138", "****"), ("5e", "x"))) == ["138****000.0", "-x3"]


def test_two_edits_in_one_number_give_one_string():
    assert masked("a.json", "[123456789]", ("23", "**"), ("78", "**")) == '["1**456**9"]'


def test_a_replacement_inside_a_string_is_escaped():
    written = masked("a.json", r'{"a": "x 138 \u8eab\"", "b": "139"}', ("138", 'q"\\\n'), ("139", "［略］"))
    assert json.loads(written) == {"a": 'x q"\\\n 身"', "b": "［略］"}


def test_a_whole_escape_can_be_replaced():
    assert json.loads(masked("a.json", r'"\u0031\u0033\u0038"', (r"\u0031\u0033", "**"))) == "**8"


def test_half_an_escape_cannot_be_replaced():
    with pytest.raises(MaskingError):
        masked("a.json", r'"\u0031\u0033"', ("31", "*"))


def test_untouched_text_keeps_its_spacing_and_duplicate_keys():
    text = '{ "a" :1,\r\n\t"a":2.50 , "电话":"13800138000"}\n'
    assert masked("a.json", text, ("13800138000", "138****8000")) == text.replace("13800138000", "138****8000")


def test_digits_in_broken_json_are_not_put_into_quotes():
    assert masked("a.json", "{电话13800138000", ("13800138000", "***")) == "{电话***"


def test_every_line_of_json_lines_still_parses():
    text = '{"p": 13800138000}\nnot json 13900139000\n{"p": "a\\"13700137000"}\n'
    written = masked("a.jsonl", text, ("13800138000", "138*"), ("13900139000", "139*"), ("13700137000", "137*"))
    assert written == '{"p": "138*"}\nnot json 139*\n{"p": "a\\"137*"}\n'


def test_a_stray_quote_misleads_only_its_own_line():
    text = 'broken " line\n{"p": 13800138000}\n'
    assert masked("a.jsonl", text, ("13800138000", "138*")) == 'broken " line\n{"p": "138*"}\n'


def test_escapes_of_json_are_named():
    assert next(open_document(b"{}", "a.json").passages()).escapes == "json"
