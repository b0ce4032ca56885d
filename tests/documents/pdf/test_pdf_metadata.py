"""Who made a PDF is reported like the properties of a Word file, and goes from a masked copy by the clean-up list."""

import io

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

import govredact

PHONE = "13800138000"


@pytest.fixture(scope="module")
def engine():
    return govredact.Engine()


def file(text="other text", xmp=(), **info):
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    canvas.drawString(72, 700, text)
    canvas.save()
    pdf = pikepdf.open(stream)
    for key, value in info.items():
        pdf.docinfo["/" + key] = value
    if xmp:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            for key, value in xmp:
                metadata[key] = value
    stream = io.BytesIO()
    pdf.save(stream)
    return stream.getvalue()


def reported(engine, data):
    found = [finding for finding in engine.scan_file(data, "a.pdf").findings if finding.entity == "DOCUMENT_METADATA"]
    return sorted((finding.location.attribute, finding.value) for finding in found)


INFO = {
    "Author": "谭志远",
    "Creator": "WPS 文字",
    "Producer": "Acrobat Distiller 9",
    "Company": "青山县财政局",
    "Keywords": "内部 草稿",
    "Manager": "黎素珍",
}


def test_info_is_reported(engine):
    assert reported(engine, file(**INFO, Title="公告", Subject="公开")) == sorted(INFO.items())


def test_xmp_is_reported_where_info_does_not_say_it(engine):
    xmp = [
        ("dc:creator", ["谭志远", "Ou Yang"]),
        ("pdf:Producer", "Acrobat Distiller 9"),
        ("xmp:CreatorTool", "WPS 文字"),
        ("dc:title", "公告"),
    ]
    data = file(xmp=xmp, Author="谭志远", Producer="Acrobat Distiller 9")
    assert reported(engine, data) == [
        ("Author", "谭志远"),
        ("CreatorTool", "WPS 文字"),
        ("Producer", "Acrobat Distiller 9"),
        ("creator", "Ou Yang"),
    ]


def test_xmp_that_is_no_xml_is_none(engine):
    pdf = pikepdf.open(io.BytesIO(file()))
    pdf.Root.Metadata = pdf.make_stream(b"<x:xmpmeta><broken", Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
    stream = io.BytesIO()
    pdf.save(stream)
    assert reported(engine, stream.getvalue()) == []


def test_what_libraries_write_by_themselves_is_none(engine):
    assert not engine.scan_file(file(), "a.pdf").findings


@pytest.mark.parametrize("text", ["other text", f"tel {PHONE}"])
def test_a_masked_copy_keeps_title_and_subject_only(engine, text):
    data = file(text, xmp=[("dc:creator", ["谭志远"])], **INFO, Title="公告")
    copy = engine.mask_file(data, "a.pdf").data
    pdf = pikepdf.open(io.BytesIO(copy))
    assert set(pdf.docinfo.keys()) == {"/Title", "/Subject", "/Trapped"}
    assert str(pdf.docinfo.Title) == "公告"
    assert "/Metadata" not in pdf.Root
    assert not engine.scan_file(copy, "a.pdf").findings


def test_a_copy_that_is_made_for_another_reason_loses_dates_and_defaults_too(engine):
    pdf = pikepdf.open(io.BytesIO(engine.mask_file(file(f"tel {PHONE}"), "a.pdf").data))
    assert "/CreationDate" not in pdf.docinfo
    assert "/Producer" not in pdf.docinfo


def test_a_value_in_the_author_is_found_and_goes(engine):
    data = file(Author=f"Tan {PHONE}")
    assert {finding.entity for finding in engine.scan_file(data, "a.pdf").findings} == {"CN_MOBILE", "DOCUMENT_METADATA"}
    pdf = pikepdf.open(io.BytesIO(engine.mask_file(data, "a.pdf").data))
    assert "/Author" not in pdf.docinfo


def test_a_policy_that_keeps_metadata_keeps_info(tmp_path):
    policy = tmp_path / "policy.toml"
    policy.write_text('extends = "gov-website"\n[clean_up]\nmetadata = "keep"\n[entities.DOCUMENT_METADATA]\naction = "allow"\n')
    engine = govredact.Engine(policy=str(policy))
    data = file(f"tel {PHONE}", **INFO)
    pdf = pikepdf.open(io.BytesIO(engine.mask_file(data, "a.pdf").data))
    assert {key: str(pdf.docinfo["/" + key]) for key in INFO} == INFO
