import io
import re
import shutil
import subprocess

import pikepdf
import pypdfium2
import pytest
from pdfminer.high_level import extract_text
from planting import planted

import govredact

DATA, VALUES = planted()


@pytest.fixture(scope="module")
def engine():
    return govredact.Engine()


@pytest.fixture(scope="module")
def masked(engine):
    return engine.mask_file(DATA, "list.pdf")


def everything(data):
    """All that can be read of a file: decoded streams and strings, and the text as four extractors see it."""
    found = [data.decode("latin-1"), extract_text(io.BytesIO(data))]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for item in pdf.objects:
            found.append(item.unparse(resolved=True).decode("latin-1"))
            if isinstance(item, pikepdf.Stream):
                found.append(item.read_bytes().decode("latin-1"))
        found += [str(value) for value in pdf.docinfo.values()]
    document = pypdfium2.PdfDocument(data)
    found += [page.get_textpage().get_text_range() for page in document]
    if shutil.which("pdftotext"):
        found.append(subprocess.run(["pdftotext", "-raw", "-", "-"], input=data, capture_output=True, check=True).stdout.decode())
    return found


def test_every_place_is_found(engine):
    report = engine.scan_file(DATA, "list.pdf")
    found = {re.sub(r"\D", "", finding.value) for finding in report.findings}
    missing = {place for place, value in VALUES.items() if not any(value in one for one in found)}
    assert missing == set()
    assert len(VALUES) >= 45


def test_nothing_can_be_recovered_from_the_masked_copy(masked):
    for text in everything(masked.data):
        squeezed = re.sub(r"[^0-9]", "", text) if len(text) < 100_000 else text
        left = [place for place, value in VALUES.items() if value in text or value in squeezed]
        assert left == []


def test_neighbours_stay_as_they_were(masked):
    document = pypdfium2.PdfDocument(masked.data)
    assert document[0].get_textpage().get_text_range().count("end") >= 19
    assert "kept as it was" in document[1].get_textpage().get_text_range()


def test_the_copy_has_one_revision_and_the_same_bytes_each_time(engine, masked):
    assert masked.data.count(b"%%EOF") == 1
    assert masked.data.rstrip().endswith(b"%%EOF")
    assert engine.mask_file(DATA, "list.pdf").data == masked.data
