import pytest

from govredact.documents import open_document
from govredact.errors import SpanConflictError
from govredact.models import Edit

PHONE = "13800138000"
MASKED = "138****8000"


def phone_edit(text, replacement=MASKED):
    start = text.index(PHONE)
    return Edit(0, start, start + len(PHONE), replacement)


@pytest.mark.parametrize(
    ("encoding", "bom"),
    [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("gbk", b""), ("gb18030", b"")],
)
def test_masked_copy_keeps_encoding_mark_and_line_ends(encoding, bom):
    text = f"公示名单\r\n张三：{PHONE}\r李四\n\n完"
    document = open_document(bom + text.encode(encoding), "名单.txt")
    assert document.text == text
    assert document.write([]) == bom + text.encode(encoding)
    assert document.write([phone_edit(text)]) == bom + text.replace(PHONE, MASKED).encode(encoding)


def test_bytes_that_decode_alike_are_copied_and_not_normalised():
    # Big5 writes the box corner in two ways; only the other one comes back when the text is encoded.
    double = b"\xf9\xf9"
    data = ("臺北市政府公告，聯絡人資料：" * 4).encode("cp950") + double * 3 + f" {PHONE} ".encode() + double
    document = open_document(data, "a.txt")
    assert document.encoding == "cp950"
    assert document.text.encode("cp950") != data
    assert document.write([phone_edit(document.text)]) == data.replace(PHONE.encode(), MASKED.encode())


def test_several_edits_in_bytes_that_do_not_round_trip():
    data = ("臺北市政府公告，聯絡人資料。" * 3).encode("cp950") + b"\xf9\xf9"
    data = data * 700
    document = open_document(data, "a.txt")
    places = list(range(0, len(document.text), 997))
    written = document.write([Edit(0, place, place + 1, "X") for place in places])
    masked = list(document.text)
    for place in places:
        masked[place] = "X"
    assert written.decode("cp950") == "".join(masked)
    assert written.count(b"\xf9\xf9") == sum(1 for char in masked if char == "═")


def test_a_character_that_the_encoding_lacks_becomes_an_asterisk():
    text = f"电话{PHONE}，备注"
    document = open_document(text.encode("gbk"), "a.txt")
    assert document.write([phone_edit(text, "138𠀀＊*")]) == text.replace(PHONE, "138*＊*").encode("gbk")


def test_lines_and_columns_count_from_one_over_every_kind_of_line_end():
    text = f"一\r\n二\r三\n电话{PHONE}"
    passage = next(open_document(text.encode(), "a.log").passages())
    place = passage.locate(text.index(PHONE), len(text))
    assert (place.kind, place.line, place.column) == ("log", 4, 3)
    assert (passage.locate(0, 1).line, passage.locate(0, 1).column) == (1, 1)


def test_offsets_are_code_points_and_cr_lf_counts_two():
    text = f"𠀀\r\n{PHONE}"
    passage = next(open_document(b"\xef\xbb\xbf" + text.encode(), "a.txt").passages())
    assert passage.text.index(PHONE) == 3
    assert passage.leaves(3, 14) == ((0, 3, 14),)


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, 0, 4, "x"), Edit(0, 3, 5, "y")],
        [Edit(0, 2, 4, "x"), Edit(0, 2, 4, "x")],
        [Edit(0, 2, 2, "x"), Edit(0, 2, 2, "y")],
        [Edit(0, 5, 99, "x")],
        [Edit("file_name", 0, 1, "x")],
    ],
)
def test_edits_that_overlap_or_lie_outside_are_refused(edits):
    with pytest.raises(SpanConflictError):
        open_document(b"0123456789", "a.txt").write(edits)


def test_neighbouring_edits_are_fine():
    assert open_document(b"0123456789", "a.txt").write([Edit(0, 4, 6, "b"), Edit(0, 2, 4, "a"), Edit(0, 6, 6, "+")]) == b"01ab+6789"


def test_a_zero_character_is_read_and_named_as_a_blocking_gap():
    document = open_document(("第一行说明文字。\n" * 9 + "138\x0000138000").encode(), "a.txt")
    assert "138\x0000138000" in next(document.passages()).text
    assert [(gap.place, gap.reason, gap.blocking) for gap in document.coverage.gaps] == [("line 10", "zero_character", True)]


def test_an_empty_text_file_is_an_empty_document():
    document = open_document(b"", "a.txt")
    assert document.format == "text"
    assert [passage.text for passage in document.passages()] == [""]
    assert document.coverage == (1, ())
