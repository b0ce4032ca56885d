"""Presentations: every hiding place is found, masked copies hold none of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from office import SOFFICE, convert
from packages import everything_in, parts_of
from slide_places import plant

import govredact

if TYPE_CHECKING:
    from word_places import Planted


@pytest.fixture(scope="module")
def engine() -> govredact.Engine:
    return govredact.Engine()


@pytest.fixture(scope="module")
def planted() -> Planted:
    return plant()


def test_a_number_in_every_place_is_found(engine: govredact.Engine, planted: Planted) -> None:
    report = engine.scan_file(planted.data, "a.pptx")
    values = {re.sub(r"\D", "", finding.value) for finding in report.findings}
    assert len(planted.numbers) >= 15
    assert [place for place, number in planted.numbers.items() if not any(number in value for value in values)] == []
    assert report.gaps == ()


def test_no_number_is_left_in_the_masked_copy(engine: govredact.Engine, planted: Planted) -> None:
    copy = engine.mask_file(planted.data, "a.pptx")
    left = everything_in(copy.data)
    assert [(place, part) for place, number in planted.numbers.items() for part, text in left.items() if number in text] == []
    assert engine.scan_file(copy.data, "a.pptx").findings == ()
    assert engine.mask_file(copy.data, "a.pptx").data == copy.data


def test_slides_are_counted_as_they_are_shown(engine: govredact.Engine, planted: Planted) -> None:
    places = {f.value: f.location for f in engine.scan_file(planted.data, "a.pptx").findings if f.location.slide}
    assert places[planted.numbers["table cell"]][:6] == ("pptx", "ppt/slides/slide1.xml", 9, 1, "B2", None)
    assert {place.slide for place in places.values()} == {1, 2}


def test_hidden_slides_go_with_all_that_points_to_them(engine: govredact.Engine, planted: Planted) -> None:
    copy = parts_of(engine.mask_file(planted.data, "a.pptx").data)
    assert [name for name in copy if "slide2" in name or "notesSlide" in name or "comment" in name or "tag" in name] == []
    assert re.findall(r'sldId id="(\d+)"', copy["ppt/presentation.xml"].decode()) == ["256", "258"]
    assert b"slide2" not in copy["ppt/_rels/presentation.xml.rels"] + copy["[Content_Types].xml"]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_masked_copy(engine: govredact.Engine, planted: Planted, tmp_path) -> None:
    pdf = convert(engine.mask_file(planted.data, "a.pptx").data, "a.pptx", "pdf", tmp_path)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 2
