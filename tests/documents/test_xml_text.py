from xml.etree import ElementTree as ET

import pytest

from govredact.documents import open_document
from govredact.errors import MaskingError
from govredact.models import Edit


def masked(name, text, *pairs):
    edits = [Edit(0, text.index(old), text.index(old) + len(old), new) for old, new in pairs]
    return open_document(text.encode(), name).write(edits).decode()


def test_replacements_are_escaped_in_text_and_attributes():
    written = masked("a.xml", '<a b="138">139</a>', ("138", "<\">'"), ("139", "a & b"))
    root = ET.fromstring(written)
    assert root.get("b") == "<\">'"
    assert root.text == "a & b"


def test_cdata_and_comments_stay_closed_where_they_were():
    written = masked("a.xml", "<a><![CDATA[138<x>]]><!--139--><b>140</b></a>", ("138", "]]>&"), ("139", "--"), ("140", "&"))
    assert written == "<a><![CDATA[**<x>]]><!--*--><b>&amp;</b></a>"
    assert ET.fromstring(written).text == "**<x>"


def test_an_edit_that_breaks_the_markup_is_refused():
    with pytest.raises(MaskingError):
        masked("a.xml", "<a>138</a>", ("8</", "*"))


def test_a_file_that_was_never_well_formed_is_masked_all_the_same():
    assert masked("a.xml", "<a>138", ("138", "***")) == "<a>***"


def test_entities_are_neither_expanded_nor_fetched():
    text = '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY e SYSTEM "file:///etc/passwd">]><a>&x;&e; 138</a>'
    assert masked("a.xml", text, ("138", "***")) == text.replace("138", "***")


def test_a_character_reference_can_be_replaced_whole():
    assert masked("a.xml", "<a>&#49;&#51;8</a>", ("&#49;&#51;", "**")) == "<a>**8</a>"


def test_declared_encoding_and_line_ends_survive():
    text = '<?xml version="1.0" encoding="GB2312"?>\r\n<a>电话138</a>\r\n'
    written = open_document(text.encode("gbk"), "a.xml").write([Edit(0, text.index("138"), text.index("138") + 3, "***")])
    assert written == text.replace("138", "***").encode("gbk")


@pytest.mark.parametrize(
    ("name", "data"), [("a.txt", b"<?xml version='1.0'?><a/>"), ("a.rss", b"<rss/>"), ("x", b"\xef\xbb\xbf <?xml version='1.0'?><a/>")]
)
def test_xml_is_recognised_by_content_or_name(name, data):
    document = open_document(data, name)
    assert document.format == "xml"
    assert next(document.passages()).escapes == "xml"
