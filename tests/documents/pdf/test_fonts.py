"""Codes, texts and advances of fonts that official writers use."""

import io

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

import govredact
from govredact.documents import open_document
from govredact.documents.pdf import cmaps
from govredact.documents.pdf.prune import to_unicode

TEXT = "身份证号：11010519491231002X，电话：13800138000"


def cid_font(encoding, **more):
    inner = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/SimSun"), DW=1000, W=Array([814, 939, 500]),
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("GB1"), Supplement=2),
    )  # fmt: skip
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/SimSun"), Encoding=encoding, DescendantFonts=Array([inner]), **more
    )


def page(font, shown, save=None):
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(600, 800))
    obj = pdf.pages[0].obj
    obj.Resources = Dictionary(Font=Dictionary(F=font(pdf)))
    obj.Contents = pdf.make_stream(b"BT /F 12 Tf 50 780 Td <" + shown.hex().encode() + b"> Tj ET")
    stream = io.BytesIO()
    pdf.save(stream, **(save or {}))
    return stream.getvalue()


def text_of(data):
    return next(open_document(data, "a.pdf").passages()).text


@pytest.mark.parametrize(
    ("name", "codec"),
    [("GBK-EUC-H", "gbk"), ("GBKp-EUC-H", "gbk"), ("GBK2K-H", "gb18030"), ("UniGB-UCS2-H", "utf-16-be"), ("UniGB-UTF16-H", "utf-16-be")],
)
def test_predefined_cmaps_are_read_and_masked_without_to_unicode(name, codec):
    data = page(lambda _: cid_font(Name("/" + name)), TEXT.encode(codec))
    assert text_of(data) == TEXT
    copy = govredact.Engine().mask_file(data, "a.pdf").data
    assert text_of(copy) == "身份证号：11*************02X，电话：138****8000"


def test_vertical_writing_is_read_downwards_and_masked():
    data = page(lambda _: cid_font(Name("/GBK-EUC-V")), TEXT.encode("gbk"))
    assert text_of(data) == TEXT
    copy = govredact.Engine().mask_file(data, "a.pdf").data
    assert "13800138000" not in text_of(copy)
    assert pypdfium2.PdfDocument(copy)[0].get_textpage().get_text_range().count("0138") == 0


def test_an_embedded_cmap_and_a_to_unicode_map_with_all_kinds_of_rows():
    def font(pdf):
        encoding = pdf.make_stream(b"1 begincodespacerange <00> <FF> endcodespacerange 1 begincidrange <00> <FF> 0 endcidrange")
        unicode = pdf.make_stream(
            b"beginbfchar <01> <4E00> <02> <D840DC00> endbfchar beginbfrange <10> <19> <0030> <20> <21> [<0041> <00420043>] endbfrange"
        )
        return cid_font(encoding, ToUnicode=unicode)

    assert text_of(page(font, bytes((1, 2, 0x10, 0x19, 0x20, 0x21)))) == "一\U00020000" + "09ABC"


def test_differences_and_unknown_glyph_names():
    def font(names):
        return lambda _: Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Some"), Encoding=Dictionary(Differences=Array([65, *map(Name, names)]))
        )

    assert text_of(page(font(["/one", "/uni5F20", "/B"]), b"ABC")) == "1张B"
    document = open_document(page(font(["/one", "/g0077"]), b"AB"), "a.pdf")
    assert len(list(document.passages())) >= 1
    assert ("page 1", "unmapped_glyphs", True) in document.coverage.gaps


def test_a_to_unicode_map_that_is_written_reads_the_same():
    texts = {number.to_bytes(2, "big"): chr(0x4E00 + number) for number in range(250)}
    assert cmaps.parse(to_unicode(texts)).texts == texts


def test_codes_that_no_cmap_knows_do_not_shift_the_others():
    data = page(lambda _: cid_font(Name("/UniGB-UCS2-H")), "\U00020000号13800138000".encode("utf-16-be"))
    assert text_of(data).endswith("号13800138000")


@pytest.mark.parametrize(
    "options", [{"linearize": True}, {"encryption": pikepdf.Encryption(owner="o", user="")}, {"compress_streams": False}]
)
def test_linearized_and_owner_protected_files_are_masked(options):
    data = page(lambda _: cid_font(Name("/GBK-EUC-H")), TEXT.encode("gbk"), options)
    engine = govredact.Engine()
    copy = engine.mask_file(data, "a.pdf").data
    assert not engine.scan_file(copy, "a.pdf").findings
    assert b"/Encrypt" not in copy
