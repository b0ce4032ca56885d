"""What write takes out, and what it leaves alone."""

import io

import hypothesis.strategies as st
import pikepdf
import printing
import pypdfium2
import pytest
from hypothesis import given, settings
from pikepdf import Array, Dictionary, Name

from govredact.documents import DEFAULT_LIMITS, open_document
from govredact.documents.pdf import cmaps, pages
from govredact.documents.pdf.cuts import origins
from govredact.documents.pdf.source import Source
from govredact.models import Edit


def page(content, **resources):
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(600, 800))
    obj = pdf.pages[0].obj
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    obj.Resources = Dictionary(Font=Dictionary(F=font), **resources)
    obj.Contents = pdf.make_stream(content if isinstance(content, bytes) else content.encode())
    stream = io.BytesIO()
    pdf.save(stream)
    return stream.getvalue()


def edits_for(data, value, replacement):
    document = open_document(data, "a.pdf")
    for passage in document.passages():
        start = passage.text.find(value)
        if start >= 0:
            pieces = passage.leaves(start, start + len(value))
            done = 0
            for leaf, first, last in pieces:
                yield Edit(leaf, first, last, replacement[done : done + last - first])
                done += last - first
            return


def masked(data, value, replacement):
    return open_document(data, "a.pdf").write(list(edits_for(data, value, replacement)))


def text_of(data, number=0):
    return pypdfium2.PdfDocument(data)[number].get_textpage().get_text_range()


def test_a_removed_name_is_not_spelled_by_the_font(tmp_path):
    data = printing.libreoffice(tmp_path)
    assert "三" in known_characters(data)
    copy = masked(data, "张三", "张*")
    assert "张*" in text_of(copy).replace(" ", "")
    assert "三" not in known_characters(copy)
    # The second paragraph still has this one.
    assert "二" in known_characters(copy)


def known_characters(data):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        maps = [cmaps.parse(item.ToUnicode.read_bytes()) for item in pdf.objects if isinstance(item, Dictionary) and "/ToUnicode" in item]
    return "".join(text for cmap in maps for text in cmap.texts.values())


def test_characters_that_no_asterisk_stands_for_get_a_box():
    copy = masked(page("BT /F 12 Tf 50 700 Td (name: John Doe, born) Tj ET"), "John Doe", "________")
    assert text_of(copy).split() == ["name:", ",", "born"]
    picture = pypdfium2.PdfDocument(copy)[0].render().to_pil().convert("L")
    assert picture.getpixel((100, 96)) == 0


def test_a_form_drawn_on_two_pages_loses_the_value_on_both():
    pdf = pikepdf.open(io.BytesIO(page("/Fm Do")))
    form = pdf.make_stream(b"BT /F 12 Tf 50 700 Td (tel 13800138000) Tj ET")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 600, 800])
    form.Resources = pdf.pages[0].obj.Resources
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Fm=pdf.make_indirect(form)))
    pdf.pages.append(pdf.pages[0])
    stream = io.BytesIO()
    pdf.save(stream)
    copy = masked(stream.getvalue(), "13800138000", "138****8000")
    assert [text_of(copy, number).strip() for number in (0, 1)] == ["tel 138****8000"] * 2


def with_update(data):
    """``data`` and an incremental update behind it that carries a further object."""
    previous = int(data.rsplit(b"startxref", 1)[1].split()[0])
    trailer = data[data.rindex(b"trailer") : data.rindex(b"startxref")].replace(b">>", b"/Prev %d >>" % previous, 1)
    return data + b"\nxref\n0 0\n" + trailer + b"startxref\n%d\n%%%%EOF\n(somebody)\n" % (len(data) + 1)


def test_private_data_and_earlier_revisions_go():
    pdf = pikepdf.open(io.BytesIO(page("BT /F 12 Tf 50 700 Td (x) Tj ET")))
    pdf.Root.PieceInfo = Dictionary(Tool=Dictionary(Private=Dictionary(Note="somebody")))
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="alert('somebody')")
    stream = io.BytesIO()
    pdf.save(stream)
    copy = open_document(with_update(stream.getvalue()), "a.pdf").write([])
    assert b"somebody" not in copy
    assert copy.count(b"%%EOF") == 1
    with pikepdf.open(io.BytesIO(copy)) as written:
        assert not {"/PieceInfo", "/OpenAction"} & set(written.Root.keys())


NUMBERS = st.floats(-20, 20).map(lambda value: round(value, 2))
POSITIVE = st.floats(1, 40).map(lambda value: round(value, 2))
OPERATORS = st.one_of(
    st.tuples(NUMBERS, NUMBERS).map(lambda n: f"{n[0]} {n[1]} Td"),
    st.tuples(POSITIVE, NUMBERS).map(lambda n: f"{n[0]} 0 {n[1] / 40} 1 {100 + n[0]} {300 + n[1]} Tm"),
    NUMBERS.map(lambda n: f"{n / 4} Tc"),
    NUMBERS.map(lambda n: f"{n / 2} Tw"),
    POSITIVE.map(lambda n: f"{n * 5} Tz"),
    NUMBERS.map(lambda n: f"{n} TL T*"),
    NUMBERS.map(lambda n: f"{n / 3} Ts"),
    POSITIVE.map(lambda n: f"/F {n} Tf"),
    st.sampled_from(
        ["(keep this) Tj", "[(ke) -120 (ep) 30 ( on)] TJ", "(next line) '", '1 2 (spaced out) "', "q", "Q", "0.5 0 0 0.5 3 4 cm"]
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(OPERATORS, max_size=12), st.lists(OPERATORS, max_size=8))
def test_survivors_keep_their_place_whatever_the_text_state(before, after):
    content = f"BT /F 10 Tf 100 400 Td {' '.join(before)} (ab) Tj [(ZYX) -50 (WVU)] TJ (cd) Tj {' '.join(after)} (end) Tj ET"
    data = page(content)
    found = list(edits_for(data, "ZYX", "***")) or list(edits_for(data, "ZY", "**"))
    copy = open_document(data, "a.pdf").write(found)
    kept = [glyph for glyph in glyphs(copy) if glyph[0] != "*"]
    gone = {"Z", "Y", "X"} if found else set()
    expected = [glyph for glyph in glyphs(data) if glyph[0] not in gone]
    assert [text for text, *_ in kept] == [text for text, *_ in expected]
    for (_, x, y), (_, other_x, other_y) in zip(kept, expected, strict=True):
        assert (x, y) == (pytest.approx(other_x, abs=0.01), pytest.approx(other_y, abs=0.01))


def glyphs(data):
    source = Source(data, DEFAULT_LIMITS)
    runs = pages.page_content(source, source.pages[0]).runs
    return [(text, x, y) for run in runs for text, (x, y) in zip(run.texts, origins(run), strict=True)]
