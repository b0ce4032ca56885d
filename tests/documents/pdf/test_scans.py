"""Pictures: what they say beside their pixels, and pixels that show what is masked."""

import io

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw

import govredact
from govredact.errors import MaskingUnsupportedError, ResidueError

PHONE = "13800138000"
WIDTH, HEIGHT = 600, 800


@pytest.fixture(scope="module")
def engine():
    return govredact.Engine()


@pytest.fixture(scope="module")
def lenient(tmp_path_factory):
    policy = tmp_path_factory.mktemp("policy") / "policy.toml"
    policy.write_text('extends = "gov-website"\n[clean_up]\nunreadable_pages = "rasterize"\n')
    return govredact.Engine(policy=str(policy))


def paper(mode="L"):
    """A page with black marks where the value stands (50-250, 690-712 from the lower left) and elsewhere."""
    image = Image.new(mode, (WIDTH, HEIGHT), "white")
    draw = ImageDraw.Draw(image)
    for x in range(52, 248, 8):
        draw.rectangle((x, HEIGHT - 710, x + 3, HEIGHT - 694), fill="black")
    draw.rectangle((50, 400, 300, 420), fill="black")
    return image


def coded(image, kind, **options):
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def samples(pdf, image, **more):
    bits = 1 if image.mode == "1" else 8
    space = Name.DeviceRGB if image.mode == "RGB" else Name.DeviceGray
    return pdf.make_stream(
        image.tobytes(), Type=Name.XObject, Subtype=Name.Image, Width=WIDTH, Height=HEIGHT, BitsPerComponent=bits, ColorSpace=space, **more
    )


def jpeg(pdf, mode="RGB", **options):
    picture = samples(pdf, paper(mode))
    picture.write(coded(paper(mode), "JPEG", quality=90, **options), filter=Name.DCTDecode)
    if mode == "CMYK":
        picture.ColorSpace = Name.DeviceCMYK
    return picture


def jpeg2000(pdf):
    picture = samples(pdf, paper("RGB"))
    picture.write(coded(paper("RGB"), "JPEG2000"), filter=Name.JPXDecode)
    return picture


def fax(pdf):
    picture = samples(pdf, paper("1"))
    data = coded(paper("1"), "TIFF", compression="group4")
    with Image.open(io.BytesIO(data)) as image:
        offset, size = image.tag_v2[273][0], image.tag_v2[279][0]
    picture.write(data[offset : offset + size], filter=Name.CCITTFaxDecode)
    picture.DecodeParms = Dictionary(K=-1, Columns=WIDTH, Rows=HEIGHT)
    return picture


def stencil(pdf):
    picture = samples(pdf, paper("1"))
    del picture.ColorSpace
    picture.ImageMask = True
    return picture


def layered(pdf):
    """A black picture whose mask has the shapes of the text."""
    inverted = paper("L").point(lambda value: 255 - value)
    return samples(pdf, Image.new("RGB", (WIDTH, HEIGHT), "black"), SMask=samples(pdf, inverted))


PICTURES = {
    "samples": lambda pdf: samples(pdf, paper("L")),
    "colour samples": lambda pdf: samples(pdf, paper("RGB")),
    "bits": lambda pdf: samples(pdf, paper("1")),
    "JPEG": jpeg,
    "grey JPEG": lambda pdf: jpeg(pdf, "L"),
    "JPEG of four inks": lambda pdf: jpeg(pdf, "CMYK"),
    "JPEG 2000": jpeg2000,
    "fax": fax,
    "stencil": stencil,
    "shapes in a mask": layered,
}


def scan(picture, text=f"3 Tr (telephone {PHONE} of the applicant, and more words of the layer) Tj", before=""):
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
    page = pdf.pages[0].obj
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier)
    page.Resources = Dictionary(Font=Dictionary(F=font), XObject=Dictionary(I=picture(pdf)))
    drawn = f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /I Do Q"
    shown = f"BT /F 12 Tf 50 696 Td {text} ET"
    page.Contents = pdf.make_stream(f"{before} {drawn} {shown}".encode())
    stream = io.BytesIO()
    pdf.save(stream)
    return stream.getvalue()


def pixels(data, *, layer=True):
    """The first page in grey; without ``layer`` only its picture, as if the text and the boxes were taken away."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0].obj
        if not layer:
            page.Contents = pdf.make_stream(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /I Do Q".encode())
        stream = io.BytesIO()
        pdf.save(stream)
    return pypdfium2.PdfDocument(stream.getvalue())[0].render().to_pil().convert("L")


# The digits in Courier 12: eleven of 7.2 points behind ten characters.
DIGITS = (123, HEIGHT - 708, 200, HEIGHT - 695)


@pytest.mark.parametrize("kind", PICTURES)
def test_what_a_scan_shows_goes_from_its_pixels(engine, kind):
    data = scan(PICTURES[kind])
    assert pixels(data, layer=False).crop(DIGITS).getextrema() != (0, 0)
    copy = engine.mask_file(data, "a.pdf").data
    for layer in (True, False):
        low, high = pixels(copy, layer=layer).crop(DIGITS).getextrema()
        assert high - low < 12
    text = pypdfium2.PdfDocument(copy)[0].get_textpage().get_text_range()
    assert "telephone" in text
    assert "138" not in text


@pytest.mark.parametrize("kind", PICTURES)
def test_the_rest_of_a_scan_stays(engine, kind):
    data = scan(PICTURES[kind])
    before, after = pixels(data), pixels(engine.mask_file(data, "a.pdf").data)
    for area in ((0, 0, WIDTH, 80), (0, 120, WIDTH, HEIGHT), (210, 80, WIDTH, 120)):
        pairs = zip(before.crop(area).tobytes(), after.crop(area).tobytes(), strict=True)
        # Coding a JPEG again rounds; everything else is without loss.
        assert max(abs(one - other) for one, other in pairs) <= (24 if "JPEG" in kind else 0)


def test_text_behind_the_picture_of_the_page_is_a_text_layer_too(engine):
    shown = f"BT /F 12 Tf 50 696 Td (telephone {PHONE} of the applicant, and more words of the layer) Tj ET"
    copy = engine.mask_file(scan(PICTURES["samples"], text="() Tj", before=shown), "a.pdf").data
    assert pixels(copy, layer=False).crop(DIGITS).getextrema() == (0, 0)


def test_a_picture_under_a_masked_value_loses_what_it_shows_there(engine):
    copy = engine.mask_file(scan(PICTURES["samples"], text=f"(telephone {PHONE} of the applicant, on paper) Tj"), "a.pdf").data
    low, high = pixels(copy, layer=False).crop((160, HEIGHT - 706, 170, HEIGHT - 696)).getextrema()
    assert low == high
    assert "138****8000" in pypdfium2.PdfDocument(copy)[0].get_textpage().get_text_range()


def test_a_plain_ground_is_not_coded_again(engine):
    plain = Image.new("RGB", (WIDTH, HEIGHT), (240, 240, 255))

    def picture(pdf):
        made = samples(pdf, plain)
        made.write(coded(plain, "JPEG"), filter=Name.DCTDecode)
        return made

    data = scan(picture, text=f"(telephone {PHONE} of the applicant, on paper) Tj")
    with pikepdf.open(io.BytesIO(engine.mask_file(data, "a.pdf").data)) as pdf:
        assert pdf.pages[0].Resources.XObject.I.read_raw_bytes() == coded(plain, "JPEG")


BLACK = "q 0 g 118 690 86 16 re f Q"


def test_a_box_over_a_scan_is_a_fake_redaction_and_what_it_covers_goes(engine):
    data = scan(PICTURES["samples"])
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0].obj
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + BLACK.encode())
        stream = io.BytesIO()
        pdf.save(stream)
    findings = engine.scan_file(stream.getvalue(), "a.pdf").findings
    fake = [finding for finding in findings if finding.entity == "FAKE_REDACTION"]
    assert [finding.value.strip() for finding in fake] == [PHONE]
    copy = engine.mask_file(stream.getvalue(), "a.pdf").data
    assert pixels(copy, layer=False).crop(DIGITS).getextrema() == (0, 0)
    text = pypdfium2.PdfDocument(copy)[0].get_textpage().get_text_range()
    assert "telephone" in text
    assert not any(character.isdigit() for character in text)


def exif():
    made = Image.Exif()
    made[0x010E] = f"tel {PHONE}"
    return made


def with_box(data):
    """JPEG 2000 with an XML box in front of the code stream."""
    box = f"<x>tel {PHONE}</x>".encode()
    position = data.index(b"jp2c") - 4
    return data[:position] + (len(box) + 8).to_bytes(4, "big") + b"xml " + box + data[position:]


def jpeg2000_with_xml(pdf):
    picture = jpeg2000(pdf)
    picture.write(with_box(picture.read_raw_bytes()), filter=Name.JPXDecode)
    return picture


@pytest.mark.parametrize("picture", [lambda pdf: jpeg(pdf, exif=exif()), jpeg2000_with_xml], ids=["Exif", "XML box"])
def test_what_a_picture_says_is_found_and_goes(engine, picture):
    data = scan(picture, text="(other text that stays where it is, for it is long) Tj")
    findings = engine.scan_file(data, "a.pdf").findings
    assert {finding.entity for finding in findings} == {"CN_MOBILE", "DOCUMENT_METADATA"}
    assert {finding.location.attribute for finding in findings} == {"picture"}
    copy = engine.mask_file(data, "a.pdf").data
    with pikepdf.open(io.BytesIO(copy)) as pdf:
        assert PHONE.encode() not in pdf.pages[0].Resources.XObject.I.read_raw_bytes()
    assert pixels(copy).tobytes() == pixels(data).tobytes()


def unmapped(text="(telephone 13800138000) Tj"):
    """A page with a value that can be read, and glyphs of a font that says nothing of theirs."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
    pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
    glyph = pdf.make_stream(b"600 0 0 0 500 700 d1 0 0 500 700 re f")
    type3 = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 600, 700]), FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), FirstChar=65,
        LastChar=65, Widths=Array([600]), CharProcs=Dictionary(g1=glyph), Encoding=Dictionary(Differences=Array([65, Name.g1])),
    )  # fmt: skip
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier)
    for page in pdf.pages:
        page.obj.Resources = Dictionary(Font=Dictionary(F=font, T=type3))
    first, second = pdf.pages
    first.obj.Contents = pdf.make_stream(f"BT /F 12 Tf 50 696 Td {text} /T 12 Tf 0 -50 Td (AAAA) Tj ET".encode())
    second.obj.Contents = pdf.make_stream(f"BT /F 12 Tf 50 696 Td (also {PHONE} there) Tj ET".encode())
    first.obj.Rotate = 90
    stream = io.BytesIO()
    pdf.save(stream)
    return stream.getvalue()


def test_a_page_that_cannot_be_read_is_refused(engine):
    report = engine.scan_file(unmapped(), "a.pdf")
    assert [(gap.place, gap.reason) for gap in report.gaps] == [("page 1", "unmapped_glyphs")]
    with pytest.raises(MaskingUnsupportedError, match="page 1"):
        engine.mask_file(unmapped(), "a.pdf")


def test_by_policy_such_a_page_becomes_a_picture_and_is_listed(lenient):
    data = unmapped()
    done = lenient.mask_file(data, "a.pdf")
    assert [(gap.place, gap.reason) for gap in done.report.gaps if gap.blocking] == [("page 1", "rasterized")]
    document = pypdfium2.PdfDocument(done.data)
    assert document[0].get_textpage().count_chars() == 0
    assert "also 138****8000 there" in document[1].get_textpage().get_text_range()
    assert document[0].get_size() == pytest.approx((HEIGHT, WIDTH), abs=0.5)
    before, after = (pypdfium2.PdfDocument(each)[0].render().to_pil().convert("L") for each in (data, done.data))
    unread, value = (640, 45, 660, 85), (690, 125, 706, 200)
    assert before.crop(unread).getextrema()[0] < 20
    assert after.crop(unread).getextrema()[0] < 60
    difference = [abs(one - other) for one, other in zip(before.crop(unread).tobytes(), after.crop(unread).tobytes(), strict=True)]
    assert sum(difference) / len(difference) < 24
    assert before.crop(value).tobytes() != after.crop(value).tobytes()
    assert lenient.mask_file(data, "a.pdf").data == done.data
    assert [gap.reason for gap in lenient.verify(data, done.data, "a.pdf").unread] == ["rasterized"]
    assert not lenient.verify(data, done.data, "a.pdf").passed
    assert lenient.mask_file(done.data, "a.pdf").data == done.data


def test_a_page_without_any_value_becomes_a_picture_too(lenient):
    report = lenient.mask_file(unmapped("(nothing here) Tj"), "a.pdf").report
    assert [gap.reason for gap in report.gaps] == ["rasterized"]


def test_a_scan_without_text_is_not_masked_unless_the_policy_says_so(engine, lenient):
    data = scan(PICTURES["samples"], text="() Tj")
    with pytest.raises(ResidueError):
        engine.mask_file(data, "a.pdf")
    assert [gap.reason for gap in lenient.mask_file(data, "a.pdf").report.gaps if gap.blocking] == ["no_text"]


def test_a_value_in_a_picture_that_stands_in_the_content_is_refused_or_painted_over(engine, lenient):
    inline = f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x20\x80\x80\x20 EI Q"
    pdf = pikepdf.open(io.BytesIO(scan(PICTURES["samples"])))
    page = pdf.pages[0].obj
    page.Contents = pdf.make_stream(
        page.Contents.read_bytes().replace(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /I Do Q".encode(), inline.encode("latin-1"))
    )
    stream = io.BytesIO()
    pdf.save(stream)
    with pytest.raises(MaskingUnsupportedError, match="picture on page 1"):
        engine.mask_file(stream.getvalue(), "a.pdf")
    done = lenient.mask_file(stream.getvalue(), "a.pdf")
    assert pypdfium2.PdfDocument(done.data)[0].render().to_pil().convert("L").crop(DIGITS).getextrema()[1] < 60
    assert [gap.reason for gap in done.report.gaps if gap.blocking] == ["rasterized"]
