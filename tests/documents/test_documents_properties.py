import csv
import io
import json
from xml.parsers import expat

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from govredact.documents import open_document
from govredact.errors import DocumentError, MaskingError
from govredact.models import Edit

NAMES = ["a.txt", "a.md", "a.csv", "a.tsv", "a.json", "a.jsonl", "a.xml", "a.html", "a.yaml", "a.log", "a.srt", "a.docx", "a.pdf", ""]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"]
MASKS = st.sampled_from(
    ["****", "138****8000", "＊＊", "", "[略]", "=1", "a,b", 'x"y', "it's", "<&>", "a: b", " #", "- x", "人员甲01", "𠀀"]
)
ascii_heavy = st.text(st.sampled_from("0123456789xX.-:,;\"'\\/[]{}<>&#|*!%@`=+\t\r\n _ae电话张𠀀＊"), max_size=60)


def read_all(document):
    return [(passage.place, len(passage.text)) for passage in document.passages()] + list(document.members())


@given(st.binary(max_size=400), st.sampled_from(NAMES))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_a_document_or_a_document_error(data, name):
    try:
        document = open_document(data, name)
        read_all(document)
    except DocumentError:
        return
    assert document.write([]) == data


@given(
    st.binary(max_size=60),
    st.sampled_from([b"%PDF-1.7\n", b"PK\x03\x04", b"PK\x05\x06", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"<?xml "]),
)
@settings(max_examples=150, deadline=None)
def test_any_bytes_behind_a_signature_are_a_document_or_a_document_error(data, signature):
    try:
        document = open_document(signature + data, "a.bin")
        read_all(document)
    except DocumentError:
        return
    assert document.data == signature + data


def edits_for(data, text):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    return [Edit(0, start, end, data.draw(MASKS)) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]


def applied(text, edits):
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


chinese = st.text(
    st.characters(max_codepoint=0x7E, min_codepoint=0x20) | st.sampled_from("公示名单电话号码张三县乡镇村备注，。：（）＊\t𠀀"), max_size=80
)


@given(st.data(), chinese, st.sampled_from(ENCODINGS), st.sampled_from(["\n", "\r\n", "\r"]))
@settings(max_examples=200, deadline=None)
def test_edits_of_plain_text_change_nothing_but_their_spans(data, words, encoding, line_end):
    stored = ("公示名单电话号码" + line_end + words).encode(encoding, "ignore")
    document = open_document(stored, "a.txt")
    edits = edits_for(data, document.text)
    known = [
        edit._replace(replacement="".join(char if can_encode(char, document.encoding) else "*" for char in edit.replacement))
        for edit in edits
    ]
    mark = len(stored) - len(document.text.encode(document.encoding))
    assert document.write(edits) == stored[:mark] + applied(document.text, known).encode(document.encoding)


def can_encode(char, encoding):
    try:
        return bool(char.encode(encoding))
    except UnicodeEncodeError:
        return False


def json_parses(text):
    json.loads(text, parse_int=str)


def xml_parses(text):
    expat.ParserCreate("utf-8").Parse(text.encode("utf-8", "surrogatepass"), True)


def table_shape(text):
    return [len(row) for row in csv.reader(io.StringIO(text, newline=""))]


@given(
    st.data(),
    st.recursive(
        st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
        max_leaves=9,
    ),
    st.booleans(),
)
@settings(max_examples=200, deadline=None)
def test_masked_json_still_parses_or_is_refused(data, value, ascii_only):
    text = json.dumps(value, ensure_ascii=ascii_only)
    try:
        document = open_document(text.encode("utf-8"), "a.json")
    except (UnicodeEncodeError, DocumentError):
        return
    try:
        written = document.write(edits_for(data, document.text))
    except MaskingError:
        return
    json_parses(written.decode())


@given(st.data(), ascii_heavy)
@settings(max_examples=200, deadline=None)
def test_masked_tables_keep_rows_and_columns_or_are_refused(data, text):
    document = open_document(text.encode(), "a.csv")
    if document._delimiter != ",":
        return
    try:
        written = document.write(edits_for(data, document.text)).decode()
        assert table_shape(written) == table_shape(text)
    except (MaskingError, csv.Error):
        return


@given(st.data(), ascii_heavy, ascii_heavy)
@settings(max_examples=200, deadline=None)
def test_masked_xml_still_parses_or_is_refused(data, content, attribute):
    table = {ord("&"): "&amp;", ord("<"): "&lt;", ord('"'): "&quot;"}
    text = f'<r a="{attribute.translate(table)}">{content.translate(table).replace("]]>", "")}<!--x1--><![CDATA[y2]]></r>'
    document = open_document(text.encode(), "a.xml")
    try:
        xml_parses(document.write(edits_for(data, document.text)).decode())
    except MaskingError:
        return


scalars = st.text(st.sampled_from("0123456789ab电话 .-"), min_size=1, max_size=12).map(str.strip).filter(bool)


@given(st.data(), st.lists(scalars, min_size=1, max_size=4), st.dictionaries(scalars, scalars, min_size=1, max_size=4), st.booleans())
@settings(max_examples=200, deadline=None)
def test_masked_yaml_still_loads(data, items, mapping, flow):
    text = yaml.safe_dump({"items": items, "more": mapping}, allow_unicode=True, default_flow_style=flow, width=1000)
    document = open_document(text.encode(), "a.yaml")
    values = [value for value in {*items, *mapping, *mapping.values()} if value.isalnum() and len(value) > 3 and text.count(value) == 1]
    edits = [Edit(0, text.index(value), text.index(value) + len(value), data.draw(MASKS.filter(bool))) for value in values]
    loaded = yaml.safe_load(document.write(edits).decode())
    assert set(loaded) == {"items", "more"}
    assert len(loaded["items"]) == len(items)
