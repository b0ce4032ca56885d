"""A removed character leaves nothing in the fonts: not its outline, not its number, not its name."""

import io
import struct
import tempfile

import pikepdf
import printing
import pypdfium2
import pytest
from fontTools import t1Lib, ttLib
from fontTools.pens.recordingPen import RecordingPen

from govredact.documents import DEFAULT_LIMITS, open_document
from govredact.documents.pdf.outlines import Program
from govredact.documents.pdf.source import Source
from govredact.models import Edit

CHARACTER = "三"


@pytest.fixture(scope="module", params=["chinese truetype", "word", "libreoffice", "chromium", "ghostscript", "cairo"])
def data(request, tmp_path_factory):
    return printing.WRITERS[request.param](tmp_path_factory.mktemp("printed"))


def masked(data):
    document = open_document(data, "a.pdf")
    passage = next(iter(document.passages()))
    start = passage.text.index("张三") + 1
    return document.write([Edit(leaf, first, last, "*") for leaf, first, last in passage.leaves(start, start + 1)])


def outlines(data):
    """The outline of each glyph of each font program, as fontTools draws it."""
    found = {}
    source = Source(data, DEFAULT_LIMITS)
    for entry in source.dictionaries():
        name = str(entry.get("/FontName", ""))
        for key in ("/FontFile", "/FontFile2", "/FontFile3"):
            if key in entry:
                found.update({(name, *glyph): pen for glyph, pen in _drawn(entry[key].read_bytes())})
        if "/CharProcs" in entry:
            found.update({(key, stream.read_bytes()): "type 3" for key, stream in entry.CharProcs.items()})
    return found


def _type1(program):
    with tempfile.NamedTemporaryFile(suffix=".pfa") as file:
        # LibreOffice leaves the end out, which fontTools wants to see.
        file.write(program if b"cleartomark" in program else program + b"\n" + b"0" * 512 + b"\ncleartomark\n")
        file.flush()
        font = t1Lib.T1Font(file.name)
        font.parse()
    glyphs = font.getGlyphSet()
    # A name can go with its glyph, so that a glyph is known by its place.
    for number, name in enumerate(font["CharStrings"]):
        pen = RecordingPen()
        glyphs[name].draw(pen)
        yield (number,), str(pen.value)


def _drawn(program):
    if program.startswith(b"%!"):
        yield from _type1(program)
        return
    if program[:4] in (b"\0\1\0\0", b"true", b"OTTO"):
        font = ttLib.TTFont(io.BytesIO(program))
        glyphs = font.getGlyphSet()
        names = font.getGlyphOrder()
    else:
        from fontTools.cffLib import CFFFontSet

        fonts = CFFFontSet()
        fonts.decompile(io.BytesIO(program), None)
        glyphs = fonts[0].CharStrings
        names = range(len(glyphs.charStringsIndex))
        for number in names:
            pen = RecordingPen()
            charstring = glyphs.charStringsIndex[number]
            charstring.draw(pen)
            yield (number,), str(pen.value)
        return
    for number, name in enumerate(names):
        pen = RecordingPen()
        glyphs[name].draw(pen)
        yield (number,), str(pen.value)


def test_the_outline_goes_and_all_others_stay(data):
    before, after = outlines(data), outlines(masked(data))
    lost = [key for key, drawn in before.items() if after.get(key, "[]") != drawn]
    assert len(lost) == 1
    assert after.get(lost[0], "[]") == "[]"


def test_what_is_left_is_shown_as_before(data):
    copy = masked(data)
    pictures = [pypdfium2.PdfDocument(each)[0].render(scale=2).to_pil().convert("L") for each in (data, copy)]
    for page in pictures:
        # The line with the name.
        page.paste(255, (0, int(page.height * 0.09), page.width, int(page.height * 0.2)))
    assert pictures[0].tobytes() == pictures[1].tobytes()
    assert pictures[1].getextrema()[0] < 60


def test_no_table_lists_the_glyph(data):
    with pikepdf.open(io.BytesIO(masked(data))) as pdf:
        for entry in pdf.objects:
            if isinstance(entry, pikepdf.Dictionary):
                assert "/CIDSet" not in entry
                assert "/CharSet" not in entry


def test_a_glyph_that_others_are_made_of_stays():
    program = ttLib.TTFont(printing.DEJAVU)
    stream = io.BytesIO()
    program.save(stream)
    names = program.getBestCmap()
    plain, accented = (program.getGlyphID(names[ord(character)]) for character in "aá")
    read = Program(stream.getvalue())
    assert not read.blank([plain], [accented])
    assert read.blank([accented], [plain])
    start, end = read.spans[accented]
    assert not any(read.data[start:end])


@pytest.mark.parametrize("cut", [0, 3, 20, 200, 5000])
def test_a_damaged_program_is_an_error_and_no_loop(cut):
    with open(printing.DEJAVU, "rb") as file:
        data = file.read()
    with pytest.raises((ValueError, LookupError, struct.error)):
        Program(data[:cut])
