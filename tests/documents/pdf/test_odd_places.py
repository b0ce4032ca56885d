"""Values in places that no writer uses and somebody could: each is found or the page counts as unread, and none is left in a copy."""

import io
import re

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String
from test_places import everything

import govredact
from govredact.errors import MaskingError

VALUE, OTHER = "13900136001", "13900136002"
TEXT = f"BT /F 12 Tf 50 700 Td (tel {VALUE} end) Tj ET"
STAYS = "BT /F 12 Tf 50 500 Td (other text stays) Tj ET "


@pytest.fixture(scope="module")
def engine():
    return govredact.Engine()


class File:
    """One page with a text that stays, and ``content`` behind it."""

    def __init__(self, content="", **page):
        self.pdf = pikepdf.new()
        self.pdf.add_blank_page(page_size=(600, 800))
        self.page = self.pdf.pages[0].obj
        self.font = self.pdf.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        )
        self.page.Resources = Dictionary(Font=Dictionary(F=self.font))
        self.page.Contents = self.pdf.make_stream((STAYS + content).encode())
        for key, value in page.items():
            self.page["/" + key] = value

    def form(self, content=TEXT):
        stream = self.pdf.make_stream(content.encode())
        stream.Type, stream.Subtype, stream.BBox = Name.XObject, Name.Form, Array([0, 0, 600, 800])
        stream.Resources = Dictionary(Font=Dictionary(F=self.font))
        return stream

    def layer(self, **default):
        group = self.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("x")))
        self.pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(**default))
        return group

    def annotation(self, **entries):
        entry = self.pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([50, 650, 200, 700]), **entries))
        self.page.Annots = Array([entry])
        return entry

    def data(self, **options):
        stream = io.BytesIO()
        self.pdf.save(stream, **options)
        return stream.getvalue()


def layers_off_by_default():
    file = File(f"/OC /L BDC {TEXT} EMC")
    file.page.Resources.Properties = Dictionary(L=file.layer(BaseState=Name.OFF))
    return file.data()


def another_text_than_the_glyphs():
    return File(f"/Span <</ActualText (call {OTHER} now)>> BDC {TEXT} EMC").data()


def the_same_text_as_the_glyphs():
    return File(f"/Span <</ActualText (tel {VALUE} end)>> BDC {TEXT} EMC").data()


def a_text_for_each_digit():
    spans = [f"/Span <</ActualText ({d})>> BDC BT /F 12 Tf {50 + n * 7} 700 Td ({d}) Tj ET EMC" for n, d in enumerate(VALUE)]
    return File(" ".join(spans)).data()


def texts_inside_other_properties():
    return File(f"/Span <</A <</ActualText (tel {VALUE})>> /B [(tel {OTHER})]>> BDC BT /F 12 Tf 50 700 Td (x) Tj ET EMC").data()


def operators_that_nobody_knows():
    return File(f"BX (tel {VALUE}) foo EX /Unused (tel {OTHER}) bar").data()


def appearances_in_all_states():
    file = File()
    states = Dictionary(On=file.form(), Off=file.form(TEXT.replace(VALUE, OTHER)))
    file.annotation(Subtype=Name.Widget, FT=Name.Btn, AP=Dictionary(N=states, D=file.form()), AS=Name.Off)
    return file.data()


def rich_text_of_fields_and_forms():
    file = File()
    field = file.annotation(Subtype=Name.Widget, FT=Name.Tx, V=String("x"), RV=String(f"<body><p>{VALUE}</p></body>"))
    packets = Array([String("template"), file.pdf.make_stream(f"<t><f v='{OTHER}'/></t>".encode())])
    file.pdf.Root.AcroForm = Dictionary(Fields=Array([field]), XFA=packets)
    return file.data()


def rich_text_in_pieces():
    file = File()
    rich = String(f"<body><p><b>{VALUE[:5]}</b><i>{VALUE[5:]}</i></p></body>")
    file.annotation(Subtype=Name.FreeText, Contents=String(f"tel {VALUE}"), RC=rich)
    return file.data()


def a_file_in_an_annotation():
    file = File()
    stream = file.pdf.make_stream(f"tel {VALUE}\n".encode(), Type=Name.EmbeddedFile)
    file.annotation(Subtype=Name.FileAttachment, FS=Dictionary(Type=Name.Filespec, F=String("a.txt"), EF=Dictionary(F=stream)))
    return file.data()


def the_name_of_a_file():
    file = File()
    name, stream = String(f"n {VALUE}.txt"), file.pdf.make_stream(b"x\n", Type=Name.EmbeddedFile)
    entry = Dictionary(Type=Name.Filespec, F=name, UF=name, EF=Dictionary(F=stream, UF=stream))
    file.pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([name, entry])))
    return file.data()


def metadata_of_fonts_and_thumbnails():
    file = File()
    for number, holder in ((VALUE, file.font), (OTHER, file.page)):
        holder.Metadata = file.pdf.make_stream(f"<x>{number}</x>".encode(), Type=Name.Metadata, Subtype=Name.XML)
    return file.data()


def a_stream_that_says_it_is_a_font():
    file = File()
    file.pdf.Root.Extra = file.pdf.make_stream(f"hidden {VALUE} data".encode(), Length1=3)
    return file.data()


def identifiers_of_the_structure():
    file = File()
    element = file.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, ID=String(VALUE)))
    file.pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=element, IDTree=Dictionary(Names=Array([String(VALUE), element])))
    return file.data()


def objects_packed_into_streams():
    file = File(TEXT)
    file.pdf.docinfo["/Secret"] = f"tel {OTHER}"
    return file.data(object_stream_mode=pikepdf.ObjectStreamMode.generate)


def an_object_that_no_table_lists():
    data = File().data()
    return data.replace(b"\nxref\n", f"\n999 0 obj\n(tel {VALUE})\nendobj\nxref\n".encode(), 1)


def a_comment_between_objects():
    return File().data().replace(b"\nxref\n", f"\n% tel {VALUE}\nxref\n".encode(), 1)


def a_map_to_other_characters(shown="ABCDEFGHIJK", said=VALUE):
    file = File()
    rows = "".join(f"<{ord(one):02x}> <{ord(other):04x}>\n" for one, other in zip(shown, said, strict=True))
    stream = file.pdf.make_stream(f"1 begincodespacerange <00> <FF> endcodespacerange 11 beginbfchar\n{rows}endbfchar".encode())
    file.page.Resources.Font.G = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, ToUnicode=stream)
    file.page.Contents = file.pdf.make_stream(f"{STAYS} BT /G 12 Tf 50 700 Td ({shown}) Tj ET".encode())
    return file.data()


def digits_that_say_letters():
    return a_map_to_other_characters("13900136001", "abcdefghijk")


def copies_in_several_places():
    return File(f"{TEXT} {TEXT.replace('50 700', '50.8 700.5')} {TEXT.replace('50 700', '52 699')}").data()


def every_text_operator():
    show = f"(tel {VALUE[:6]}) Tj 0 Tc [({VALUE[6:]}) 200 ( e n d)] TJ -50 Tz (xx) Tj"
    return File(f"BT /F 12 Tf 150 Tz 5 Ts 2 Tc 4 Tw 20 TL 50 700 Td (a b) Tj T* {show} ET").data()


def mirrored_text():
    return File(f"BT /F 12 Tf -1 0 0 1 300 700 Tm (tel {VALUE}) Tj /F -12 Tf 1 0 0 1 300 650 Tm (tel {OTHER}) Tj -100 Tz (x) Tj ET").data()


def a_turned_and_cropped_page_of_large_units():
    return File(
        f"{TEXT} {TEXT.replace('700', '790').replace(VALUE, OTHER)}", Rotate=270, CropBox=Array([0, 0, 600, 750]), UserUnit=2
    ).data()


def content_in_two_streams():
    file = File()
    halves = (STAYS + f"BT /F 12 Tf 50 700 Td (tel {VALUE[:5]}) Tj ", f"({VALUE[5:]} end) Tj ET")
    file.page.Contents = Array([file.pdf.make_stream(half.encode()) for half in halves])
    return file.data()


def one_stream_for_two_pages():
    file = File(TEXT)
    file.pdf.pages.append(file.pdf.pages[0])
    return file.data()


def a_font_of_the_graphics_state():
    file = File(f"/GS gs BT 50 700 Td (tel {VALUE} end) Tj ET")
    file.page.Resources.ExtGState = Dictionary(GS=Dictionary(Font=Array([file.font, 12])))
    return file.data()


def a_form_in_a_pattern():
    file = File("/Pattern cs /P scn 50 50 100 100 re f")
    pattern = file.pdf.make_stream(b"/In Do", PatternType=1, PaintType=1, TilingType=1, XStep=200, YStep=50, BBox=Array([0, 0, 200, 50]))
    pattern.Resources = Dictionary(XObject=Dictionary(In=file.form(f"BT /F 12 Tf 0 10 Td (tel {VALUE}) Tj ET")))
    file.page.Resources.Pattern = Dictionary(P=pattern)
    return file.data()


PLACES = (
    layers_off_by_default, another_text_than_the_glyphs, the_same_text_as_the_glyphs, a_text_for_each_digit, texts_inside_other_properties,
    operators_that_nobody_knows, appearances_in_all_states, rich_text_of_fields_and_forms, rich_text_in_pieces, a_file_in_an_annotation,
    the_name_of_a_file, metadata_of_fonts_and_thumbnails, a_stream_that_says_it_is_a_font, identifiers_of_the_structure,
    objects_packed_into_streams, an_object_that_no_table_lists, a_comment_between_objects, copies_in_several_places, every_text_operator,
    mirrored_text, a_turned_and_cropped_page_of_large_units, content_in_two_streams, one_stream_for_two_pages,
    a_font_of_the_graphics_state, a_form_in_a_pattern,
)  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_it_is_found_and_nothing_is_left(engine, place):
    data = place()
    values = [VALUE, *([OTHER] if "OTHER" in place.__code__.co_names else [])]
    found = " ".join(re.sub(r"\D", "", finding.value) for finding in engine.scan_file(data, "a.pdf").findings)
    assert [value for value in values if value not in found] == []
    copy = engine.mask_file(data, "a.pdf").data
    for text in everything(copy):
        squeezed = re.sub(r"[^0-9]", "", text) if len(text) < 100_000 else text
        assert [value for value in values if value in text or value in squeezed] == []
    assert "other text stays" in pypdfium2.PdfDocument(copy)[0].get_textpage().get_text_range()


@pytest.mark.parametrize("place", [a_map_to_other_characters, digits_that_say_letters])
def test_glyphs_that_show_something_else_than_they_say_cannot_be_read(engine, place):
    report = engine.scan_file(place(), "a.pdf")
    assert [(gap.place, gap.reason) for gap in report.gaps if gap.blocking] == [("page 1", "unmapped_glyphs")]
    with pytest.raises(MaskingError):
        engine.mask_file(place(), "a.pdf")
