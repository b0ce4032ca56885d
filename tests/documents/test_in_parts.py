"""Long texts are written and checked in parts: the parts make the same whole, wherever they are cut."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govredact import residue
from govredact.documents import csv_text, json_text, splice
from govredact.documents.encoding import Decoded
from govredact.models import Edit

# Characters that Big5-HKSCS writes as one code for two code points, and others that take several bytes.
_TEXTS = st.text(alphabet="ab1，\r\n\"公示Ê\u0304\u030cê碁 ", max_size=30)
_ENCODINGS = st.sampled_from(("utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5hkscs"))


@pytest.fixture(autouse=True)
def _short_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (splice, csv_text, residue):
        monkeypatch.setattr(module, "_PART", 3)


@given(text=_TEXTS, encoding=_ENCODINGS, start=st.integers(0, 30), size=st.integers(0, 30))
@example(text="1111Ê\u0304", encoding="big5hkscs", start=5, size=1)  # between two code points of one code
@example(text="1111Ê\u0304", encoding="big5hkscs", start=5, size=0)
def test_edits_are_spliced_into_the_bytes(text: str, encoding: str, start: int, size: int) -> None:
    try:
        stored = text.encode(encoding)
    except UnicodeEncodeError:
        return
    text = stored.decode(encoding)
    source = Decoded(text, encoding, b"BOM")
    start = min(start, len(text))
    edit = Edit(0, start, min(start + size, len(text)), "***")
    written = splice.spliced_bytes(b"BOM" + stored, source, [edit])
    assert written.startswith(b"BOM")
    assert written[3:] == splice.spliced(text, [edit]).encode(encoding, "replace")


@given(text=_TEXTS)
def test_lines_of_a_table_are_those_of_a_file(text: str) -> None:
    assert list(csv_text._lines(text)) == list(io.StringIO(text, newline=""))


@given(text=_TEXTS)
def test_lines_of_json_are_those_between_line_ends(text: str) -> None:
    assert list(json_text._lines(text)) == text.split("\n")


@given(text=st.text(alphabet='{}[]":,1a ', max_size=12) | st.builds(json.dumps, st.dictionaries(st.text(), st.lists(st.integers()))))
def test_what_parses_is_what_json_reads(text: str) -> None:
    try:
        json.loads(text)
    except ValueError:
        assert not json_text._parses(text)
    else:
        assert json_text._parses(text)


@given(text=st.text(alphabet="城东路a1-，", max_size=40), form=st.text(alphabet="城东路A1", min_size=1, max_size=6))
def test_a_value_is_found_across_parts(text: str, form: str) -> None:
    assert residue._holds(text, [form]) == (form in residue.significant(text))
