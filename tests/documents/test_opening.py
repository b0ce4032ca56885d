import io
import subprocess
import sys
import zipfile

import pytest

from govredact.documents import DEFAULT_LIMITS, FORMATS, open_document
from govredact.documents.formats import by_extension
from govredact.errors import CorruptDocumentError, DocumentError, EncryptedDocumentError, LimitExceededError, UnsupportedFormatError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def archive(*names):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name in names:
            package.writestr(name, "<x/>")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", "text"),
        ("a.md", "markdown"),
        ("A.CSV", "csv"),
        ("a.tsv", "tsv"),
        ("a.json", "json"),
        ("a.jsonl", "jsonl"),
        ("a.xml", "xml"),
        ("a.yaml", "yaml"),
        ("a.yml", "yaml"),
        ("a.log", "log"),
        ("a.srt", "srt"),
        ("a.htm", "html"),
        ("Makefile", "text"),
        ("", "text"),
        ("a.doc", "text"),
    ],
)
def test_text_is_told_apart_by_its_name(name, expected):
    document = open_document("电话".encode(), name)
    assert document.format == expected
    assert document.text_kind


def test_html_saved_under_the_name_of_an_old_office_file_is_read_as_html():
    assert open_document(b"<html><table><tr><td>1</table></html>", "a.xls").format == "html"


def test_a_word_file_under_any_name_is_a_word_file():
    assert open_document(archive("[Content_Types].xml", "word/document.xml"), "a.txt").format == "docx"


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.xlsx", "a.ofd"])
@pytest.mark.parametrize("data", [b"", b"not what the name says", "电话13800138000".encode()])
def test_a_package_that_is_none_is_damaged(name, data):
    with pytest.raises(CorruptDocumentError):
        open_document(data, name)


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04", b"PK\x03\x04" + b"[Content_Types].xml word/" * 9, archive("[Content_Types].xml", "word/document.xml")[:-30]]
)
def test_half_a_word_file_is_damaged(data):
    with pytest.raises(CorruptDocumentError):
        open_document(data, "a.docx")


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("OFD.xml", "Doc_0/Document.xml"), "ofd"),
        (("a.txt",), "zip"),
    ],
)
def test_other_packages_are_named(names, kind):
    with pytest.raises(UnsupportedFormatError) as caught:
        open_document(archive(*names), "a.bin")
    assert caught.value.params["format"] == kind


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("[Content_Types].xml", "xl/workbook.xml", "xl/embeddings/word/document.xml"), "xlsx"),
        (("[Content_Types].xml", "ppt/presentation.xml"), "pptx"),
        (("[Content_Types].xml", "word/document.xml", "word/embeddings/xl/workbook.xml"), "docx"),
    ],
)
def test_office_packages_are_told_apart_by_their_parts(names, kind):
    assert open_document(archive(*names), "a.txt").format == kind


def test_an_office_file_behind_a_password_says_so():
    with pytest.raises(EncryptedDocumentError):
        open_document(OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.doc", OLE),
        ("a.docx", OLE),
        ("a.png", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("a.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF"),
        ("a.txt", b"MZ\x90\x00\x03\x00\x00\x00"),
        ("a.zip", archive("a.txt")),
        ("a.gz", b"\x1f\x8b\x08\x00\x00"),
        ("a.rtf", rb"{\rtf1\ansi 13800138000}"),
        ("a.png", b""),
        ("a.mp4", b"\x00\x00\x00\x18ftypmp42"),
        ("", bytes(range(256))),
    ],
)
def test_a_format_without_reader_is_never_taken_for_text(name, data):
    with pytest.raises(UnsupportedFormatError):
        open_document(data, name)


@pytest.mark.parametrize(
    "text", ["MZ是一个缩写", "BMI指数表\n", "ID3说明", "BZh", "OggS", "RIFF 是一种格式", "PKU校园公告", "%PDF 是格式名"]
)
def test_text_that_begins_like_a_signature_is_text(text):
    assert open_document(text.encode(), "a.txt").text == text


def test_a_file_beyond_the_limit_is_not_read():
    with pytest.raises(LimitExceededError):
        open_document(b"x" * 11, "a.txt", DEFAULT_LIMITS._replace(max_bytes=10))


def test_errors_name_no_file():
    with pytest.raises(DocumentError) as caught:
        open_document(b"", "张三640102199001011234.docx")
    assert "640102" not in str(caught.value)
    assert "640102" not in str(caught.value.params)


def test_each_suffix_belongs_to_one_format_and_each_reader_exists():
    suffixes = [suffix for row in FORMATS for suffix in row.suffixes]
    assert len(suffixes) == len(set(suffixes))
    for row in FORMATS:
        assert row.masks or not row.reader_class.text_kind
        assert by_extension(row.suffixes[0]) is row


HEAVY = {
    "lxml",
    "docx",
    "pypdfium2",
    "csv",
    "zipfile",
    "pathspec",
    "logging",
    "dataclasses",
    "pathlib",
    "subprocess",
    "inspect",
    "tempfile",
}
READ_TEXT = """
import sys
from govredact.documents import open_document
from govredact.inputs import walk
for name in ("a.txt", "a.md", "a.csv", "a.json", "a.xml", "a.yaml", "a.html"):
    list(open_document("电话138".encode("gbk"), name).passages())
list(walk(sys.argv[1:]))
print(*sys.modules)
"""


def test_text_files_are_read_without_heavy_libraries(tmp_path):
    done = subprocess.run([sys.executable, "-c", READ_TEXT, str(tmp_path)], capture_output=True, text=True, check=True)
    assert HEAVY & set(done.stdout.split()) == set()
