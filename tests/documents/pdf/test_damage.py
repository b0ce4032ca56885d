"""Damaged and hostile files end in a result or a clear error, within a time limit."""

import io
import random
import time
import zlib

import pikepdf
import pytest
from planting import planted
from printing import cid, standard

import govredact
from govredact.documents import DEFAULT_LIMITS, open_document
from govredact.errors import CorruptDocumentError, DocumentError, GovRedactError, LimitExceededError, MaskingError, MaskingUnsupportedError

LIMITS = DEFAULT_LIMITS._replace(seconds=5.0, max_unpacked=64 * 1024 * 1024)
SECONDS = 8.0


def read(data):
    """Reads everything and writes a copy; returns what came of it."""
    started = time.monotonic()
    try:
        document = open_document(data, "a.pdf", LIMITS)
        found = list(document.passages())
        for passage in found:
            passage.locate(0, min(3, len(passage.text)))
        list(document.observations())
        for member in document.members():
            member.read()
        document.write([])
        outcome = "written"
    except (DocumentError, MaskingError) as error:
        outcome = type(error).__name__
    assert time.monotonic() - started < SECONDS
    return outcome


def variants():
    for name, data in (("places", planted()[0]), ("cid", cid())):
        generator = random.Random(name)
        for number in range(40):
            yield f"{name}-cut-{number}", data[: len(data) * (number + 1) // 41]
        for number in range(70):
            broken = bytearray(data)
            for _ in range(1 + number // 5):
                broken[generator.randrange(len(broken))] = generator.randrange(256)
            yield f"{name}-flipped-{number}", bytes(broken)


@pytest.mark.parametrize("group", range(11))
def test_two_hundred_damaged_files_end_in_a_result_or_an_error(group):
    known = {"written", "CorruptDocumentError", "EncryptedDocumentError", "LimitExceededError", "MaskingUnsupportedError", "ResidueError"}
    chosen = [data for number, (_, data) in enumerate(variants()) if number % 11 == group]
    assert len(chosen) == 20
    assert {read(data) for data in chosen} <= known


def page(content, resources=None, change=None):
    """A file with one page of ``content``."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(600, 800))
    obj = pdf.pages[0].obj
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font), **(resources(pdf) if resources else {}))
    obj.Contents = pdf.make_stream(content)
    if change:
        change(pdf)
    stream = io.BytesIO()
    pdf.save(stream)
    return stream.getvalue()


def looped_form(pdf):
    form = pdf.make_stream(b"BT /F 9 Tf (again) Tj ET /Fm Do /Fm Do")
    form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, pikepdf.Array([0, 0, 9, 9])
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm=form))
    return {"XObject": pikepdf.Dictionary(Fm=form)}


def bomb(pdf):
    form = pdf.make_stream(b"")
    form.write(zlib.compress(zlib.compress(b" " * 80_000_000)), filter=pikepdf.Array([pikepdf.Name.FlateDecode] * 2))
    form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, pikepdf.Array([0, 0, 9, 9])
    return {"XObject": pikepdf.Dictionary(Fm=form)}


HOSTILE = {
    "loop": page(b"/Fm Do", looped_form),
    "bomb": page(b"BT /F 9 Tf (x) Tj ET /Fm Do", bomb),
    "huge numbers": page(b"BT /F 1e99 Tf 99999999999999999999 -9e999 Td (13800138000) Tj 1 0 0 1 nan inf Tm (x) Tj ET"),
    "deep arrays": page(b"[" * 100_000 + b"BT /F 9 Tf (x) Tj ET"),
    "deep states": page(b"q " * 100_000 + b"BT /F 9 Tf (x) Tj ET"),
    "open brackets": page(b"(" * 100_000),
    "open strings": page(b"BT /F 9 Tf " + b"(abc " * 20_000),
    "no operands": page(b"BT Tf Td Tm TJ Tj ' \" Tc cm re m l c gs Do BDC EMC EMC Q Q Q ET"),
    "wrong operands": page(b"BT [1] /F Tf (a) (b) Td /x TJ [[(a)]] TJ << /A >> BDC (x) Do ET"),
    "zero size": page(b"BT /F 0 Tf (13800138000) Tj 0 Tz (x) Tj 0 0 0 0 0 0 Tm (y) Tj ET"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end(name):
    assert read(HOSTILE[name]) in ("written", "LimitExceededError", "MaskingUnsupportedError")


def test_a_filter_bomb_meets_the_limit():
    with pytest.raises(LimitExceededError):
        list(open_document(HOSTILE["bomb"], "a.pdf", LIMITS).passages())


def test_what_is_not_understood_is_never_masked():
    data = page(b"BT /F 9 Tf 50 700 Td (tel 13800138000) Tj /None 9 Tf (secret) Tj ET")
    report = govredact.Engine().scan_file(data, "a.pdf")
    assert report.blocking_gaps
    with pytest.raises(MaskingUnsupportedError):
        govredact.Engine().mask_file(data, "a.pdf")


def test_errors_hold_no_value():
    with pytest.raises(CorruptDocumentError) as caught:
        open_document(b"%PDF-1.4 13800138000", "a.pdf")
    assert "13800138000" not in str(caught.value)
    assert isinstance(caught.value, GovRedactError)


def test_an_undamaged_file_is_written():
    assert read(standard()) == "written"
