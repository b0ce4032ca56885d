"""Presentations: every hiding place is found, masked copies hold none of it."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pptx
import pytest
from office import SOFFICE, convert
from packages import everything_in, parts_of
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Pt
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


BLACK, WHITE, GREY = RGBColor(0, 0, 0), RGBColor(255, 255, 255), RGBColor(250, 250, 250)
PHONE = "13800138000"


def box(fill: object, color: object) -> bytes:
    """A slide with a box; both colours are RGB, of the theme, or None for what the slide gives."""
    show = pptx.Presentation()
    shape = show.slides.add_slide(show.slide_layouts[6]).shapes.add_shape(1, 0, 0, Pt(300), Pt(100))
    run = shape.text_frame.paragraphs[0].add_run()
    run.text = f"内部号码{PHONE}"
    shape.fill.background()
    for holder, value in ((shape.fill, fill), (run.font.fill, color)):
        if value is not None:
            holder.solid()
            setattr(holder.fore_color, "rgb" if isinstance(value, RGBColor) else "theme_color", value)
    stream = io.BytesIO()
    show.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("fill", "color", "covered"),
    [
        (BLACK, BLACK, True),
        (WHITE, GREY, True),
        (MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_1, True),
        (MSO_THEME_COLOR.TEXT_1, BLACK, True),
        (BLACK, WHITE, False),
        (None, WHITE, False),
        (BLACK, None, False),
    ],
)
def test_text_in_the_colour_of_its_box_is_fake_redaction(engine: govredact.Engine, fill: object, color: object, covered: bool) -> None:
    data = box(fill, color)
    found = [finding.value for finding in engine.scan_file(data, "a.pptx").findings if finding.entity == "FAKE_REDACTION"]
    assert found == ([f"内部号码{PHONE}"] if covered else [])
    assert PHONE not in "".join(everything_in(engine.mask_file(data, "a.pptx").data).values())


def test_text_under_a_black_highlight_is_fake_redaction(engine: govredact.Engine) -> None:
    data = box(None, None)
    show = pptx.Presentation(io.BytesIO(data))
    properties = show.slides[0].shapes[0].text_frame.paragraphs[0].runs[0].font._element
    highlight = properties.makeelement("{http://schemas.openxmlformats.org/drawingml/2006/main}highlight", {})
    highlight.append(properties.makeelement("{http://schemas.openxmlformats.org/drawingml/2006/main}srgbClr", {"val": "000000"}))
    properties.append(highlight)
    stream = io.BytesIO()
    show.save(stream)
    assert "FAKE_REDACTION" in {finding.entity for finding in engine.scan_file(stream.getvalue(), "a.pptx").findings}
