"""Pictures in Office files: what they say beside their pixels is read and goes, the pixels stay."""

from __future__ import annotations

import gzip
import io

import pytest
from packages import paragraph, parts_of, run, word
from PIL import Image, PngImagePlugin

import govredact
from govredact.documents.ooxml import pictures
from govredact.errors import MaskingUnsupportedError

PHONE = "13800138000"
POLICY = govredact.Engine().policy


@pytest.fixture(scope="module")
def engine() -> govredact.Engine:
    return govredact.Engine()


def png(plain: bool = False, packed: bool = False) -> bytes:
    notes, stream = PngImagePlugin.PngInfo(), io.BytesIO()
    if not plain:
        notes.add_text("Comment", f"tel {PHONE}", zip=packed)
        notes.add_itxt("Title", f"电话{PHONE}", zip=packed)
    Image.new("RGB", (8, 8), "red").save(stream, "PNG", pnginfo=notes)
    return stream.getvalue()


def jpeg() -> bytes:
    exif, stream = Image.Exif(), io.BytesIO()
    exif[0x010E] = f"tel {PHONE}"
    Image.new("RGB", (8, 8), "red").save(stream, "JPEG", exif=exif, comment=f"电话{PHONE}".encode())
    return stream.getvalue()


def gif() -> bytes:
    stream = io.BytesIO()
    frames = [Image.new("RGB", (8, 8), color) for color in ("red", "blue")]
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:], loop=0, comment=f"tel {PHONE}".encode())
    return stream.getvalue()


def webp() -> bytes:
    exif, stream = Image.Exif(), io.BytesIO()
    exif[0x010E] = f"tel {PHONE}"
    Image.new("RGB", (8, 8), "red").save(stream, "WEBP", lossless=True, exif=exif, xmp=f"<x>电话{PHONE}</x>".encode())
    return stream.getvalue()


def tiff() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(stream, "TIFF", description=f"tel {PHONE}")
    return stream.getvalue()


def pixels(data: bytes) -> bytes:
    return Image.open(io.BytesIO(data)).convert("RGB").tobytes()


@pytest.mark.parametrize("data", [png(), png(packed=True), jpeg(), gif(), webp(), png(plain=True) + f" 电话{PHONE}".encode()])
def test_what_a_picture_says_is_found_and_goes(engine: govredact.Engine, data: bytes) -> None:
    file = word(paragraph(run("见图")), {"word/media/a.png": data})
    entities = {finding.entity for finding in engine.scan_file(file, "a.docx").findings}
    assert entities == {"CN_MOBILE", "DOCUMENT_METADATA"}
    copy = parts_of(engine.mask_file(file, "a.docx").data)["word/media/a.png"]
    assert pictures.said(copy) == ""
    assert PHONE.encode() not in copy
    assert pixels(copy) == pixels(data)
    assert getattr(Image.open(io.BytesIO(copy)), "n_frames", 1) == getattr(Image.open(io.BytesIO(data)), "n_frames", 1)


def test_a_number_in_a_picture_goes_even_where_metadata_is_kept() -> None:
    policy = POLICY._replace(clean_up=tuple({**dict(POLICY.clean_up), "metadata": "keep"}.items()))
    file = word(paragraph(run("见图")), {"word/media/a.jpg": jpeg()})
    assert PHONE.encode() not in parts_of(govredact.Engine(policy).mask_file(file, "a.docx").data)["word/media/a.jpg"]


def test_a_plain_picture_stays_as_it_is() -> None:
    assert pictures.said(png(plain=True)) == ""
    assert pictures.stripped(png(plain=True)) == png(plain=True)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n\x00", b"\xff\xd8\xff\xe1", b"\xff\xd8\x00\x00\x00\x00"])
def test_what_is_no_whole_picture_says_nothing_for_sure(data: bytes) -> None:
    assert pictures.said(data) is None


METAFILE = b"\x01\x00\x00\x00\x6c" + bytes(20) + f"电话{PHONE}".encode("utf-16-le") + bytes(9)


@pytest.mark.parametrize(
    ("name", "data"), [("a.emf", METAFILE), ("a.emz", gzip.compress(METAFILE)), ("a.wmz", gzip.compress(METAFILE)), ("a.tiff", tiff())]
)
def test_text_that_a_metafile_draws_is_found_and_keeps_the_copy_from_being_written(
    engine: govredact.Engine, name: str, data: bytes
) -> None:
    file = word(paragraph(run("见图")), {f"word/media/{name}": data})
    assert [finding.location.part for finding in engine.scan_file(file, "a.docx").findings] == [f"word/media/{name}"]
    with pytest.raises(MaskingUnsupportedError, match=name):
        engine.mask_file(file, "a.docx")


def test_embedded_files_go_where_the_policy_says_so() -> None:
    policy = POLICY._replace(clean_up=tuple({**dict(POLICY.clean_up), "embedded_files": "remove"}.items()))
    inner = word(paragraph(run("电话" + PHONE)))
    body = paragraph(run("正文")) + "<w:altChunk r:id='rId1'/>"
    data = word(body, {"word/embeddings/a.docx": inner}, (("aFChunk", "embeddings/a.docx"),))
    done = govredact.Engine(policy).mask_file(data, "a.docx")
    copy = parts_of(done.data)
    assert not [name for name in copy if "embeddings" in name]
    assert b"altChunk" not in copy["word/document.xml"]
    assert ("DOCUMENT_METADATA", "remove") in {(decision.entity, decision.operator) for decision in done.decisions}
