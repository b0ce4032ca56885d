import pytest

from govredact.documents.encoding import decode
from govredact.errors import EncodingError, UnsupportedFormatError

NOTICE = "关于2024年低保名单的公示\r\n姓名：张三，联系电话：13800138000。\r\n"
TRADITIONAL = "臺北市政府公告，個人資料應予遮蔽後始得公開。\n聯絡電話：0912345678\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "gb18030", "utf-16-le", "utf-16-be"])
def test_reads_chinese_without_byte_order_mark(encoding):
    decoded = decode(NOTICE.encode(encoding))
    assert decoded.text == NOTICE
    assert decoded.bom == b""


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"\xff\xfe\x00\x00", "utf-32-le"),
        (b"\x00\x00\xfe\xff", "utf-32-be"),
        (b"\x84\x31\x95\x33", "gb18030"),
    ],
)
def test_byte_order_mark_is_no_part_of_the_text(bom, encoding):
    assert decode(bom + NOTICE.encode(encoding))[:3] == (NOTICE, encoding, bom)


@pytest.mark.parametrize("word", ["姓名", "电话", "联通", "张三", "赵六 13800138000", "珺玥", "喆", "的", "备注", "名单"])
def test_short_gbk_is_never_taken_for_something_else(word):
    assert decode(word.encode("gbk"))[:3] == (word, "gbk", b"")


def test_four_byte_characters_need_gb18030():
    text = "姓名：张𠀀"
    assert decode(text.encode("gb18030"))[:3] == (text, "gb18030", b"")


def test_reads_big5_where_it_makes_sense_and_gbk_does_not():
    assert decode(TRADITIONAL.encode("cp950"))[:3] == (TRADITIONAL, "cp950", b"")


def test_traditional_text_in_gbk_stays_gbk():
    assert decode(TRADITIONAL.encode("gbk")).text == TRADITIONAL


def test_utf16_of_han_only_has_no_zero_byte_and_is_still_read():
    text = "国务院办公厅关于进一步加强政府信息公开工作的意见"
    for encoding in ("utf-16-le", "utf-16-be"):
        assert decode(text.encode(encoding))[:3] == (text, encoding, b"")


@pytest.mark.parametrize(
    ("declaration", "encoding", "expected"),
    [
        ('<?xml version="1.0" encoding="Big5"?><a>電話</a>', "cp950", "cp950"),
        ("<?xml version='1.0' encoding='gb2312'?><a>电话</a>", "gbk", "gbk"),
        ('<meta charset="gbk"><p>電話', "gbk", "gbk"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=big5"><p>電話', "cp950", "cp950"),
        ('<?xml version="1.0" encoding="utf-8"?><a>电话</a>', "gbk", "gbk"),
        ('<?xml version="1.0" encoding="gbk"?><a>电话</a>', "utf-8", "utf-8"),
    ],
)
def test_declared_encoding_counts_where_the_bytes_agree(declaration, encoding, expected):
    assert decode(declaration.encode(encoding))[:3] == (declaration, expected, b"")


def test_truncated_character_is_an_error_with_its_byte_offset():
    with pytest.raises(EncodingError) as caught:
        decode("联系电话".encode()[:-1])
    assert caught.value.params["offset"] == 9
    assert caught.value.params["encoding"] == "utf-8"


def test_one_bad_byte_in_utf8_is_not_read_as_gbk():
    data = bytearray(NOTICE.encode() * 20)
    data[700] = 0xFF
    with pytest.raises(EncodingError) as caught:
        decode(bytes(data))
    assert 697 <= caught.value.params["offset"] <= 702


def test_truncated_gbk_is_an_error_with_its_byte_offset():
    data = NOTICE.encode("gbk").rstrip() + "电".encode("gbk")[:1]
    with pytest.raises(EncodingError) as caught:
        decode(data)
    assert caught.value.params["offset"] == len(data) - 1


def test_broken_text_behind_a_byte_order_mark_is_an_error():
    with pytest.raises(EncodingError) as caught:
        decode(b"\xef\xbb\xbfabc\xff")
    assert caught.value.params["offset"] == 6


@pytest.mark.parametrize("encoding", ["cp1251", "shift_jis"])
def test_text_in_an_encoding_that_is_not_understood_is_an_error(encoding):
    text = {"cp1251": "Номер телефона указан в договоре. ", "shift_jis": "電話番号はお問い合わせください。"}[encoding] * 5
    with pytest.raises(EncodingError):
        decode(text.encode(encoding))


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\x00" * 64, b"\x01\x02\x03\x04text", b"ab\x00\x00\x00\x00cd\x00\x00"])
def test_binary_data_is_unsupported(data):
    with pytest.raises(UnsupportedFormatError):
        decode(data)


def test_empty_data_is_empty_text():
    assert decode(b"")[:3] == ("", "utf-8", b"")
