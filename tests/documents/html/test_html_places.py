"""Every place of a page where text hides is read, and a masked copy holds none of it; docs/formats.md lists the places."""

from __future__ import annotations

import base64
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from html_places import Planted, plant

import govredact

PAGE = Path(__file__).parents[3] / "docs" / "formats.md"


@pytest.fixture(scope="module")
def engine() -> govredact.Engine:
    return govredact.Engine()


@pytest.fixture(scope="module")
def planted() -> Planted:
    return plant()


def readings(text: str) -> str:
    """What anybody can make of a page with simple means: tags stripped, references and escapes resolved, data decoded."""
    packed = re.findall("base64,([A-Za-z0-9+/=]+)", text)
    text = "\n".join([text, *(base64.b64decode(part).decode() for part in packed)])
    for _ in range(2):
        text = unescape(re.sub(r"\\u\{?([0-9a-f]{4})|\\x([0-9a-f]{2})", lambda m: chr(int(m[1] or m[2], 16)), text))
        text = f"{text}\n{unquote(text)}"
    stripped = re.sub(r"<[^>]*>|' \+ '", "", text)
    return "\n".join([text, stripped, re.sub("[^0-9]", "", stripped)])


def test_a_number_in_every_place_is_found(engine: govredact.Engine, planted: Planted) -> None:
    report = engine.scan_file(planted.text.encode(), "a.html")
    values = {re.sub(r"\D", "", readings(finding.value)) for finding in report.findings}
    assert len(planted.numbers) >= 100
    assert [place for place, number in planted.numbers.items() if not any(number in value for value in values)] == []


def test_offsets_lines_and_columns_are_those_of_the_source(engine: govredact.Engine, planted: Planted) -> None:
    lines = planted.text.split("\n")
    for finding in engine.scan_file(planted.text.encode(), "a.html").findings:
        if finding.member is None and finding.entity == "CN_MOBILE":
            assert planted.text[finding.start : finding.end] == finding.value
            assert lines[finding.location.line - 1][finding.location.column - 1 :].startswith(finding.value.split("\n")[0])


def test_no_number_is_left_in_the_masked_copy(engine: govredact.Engine, planted: Planted) -> None:
    copy = engine.mask_file(planted.text.encode(), "a.html")
    left = readings(copy.data.decode())
    assert [place for place, number in planted.numbers.items() if number in left] == []
    assert [finding for finding in copy.report.findings if finding.entity == "CN_MOBILE"] == []
    assert engine.verify(planted.text.encode(), copy.data, "a.html", thorough=True).passed
    assert engine.mask_file(copy.data, "a.html").data == copy.data


def table() -> str:
    places = list(plant().numbers)
    rows = [places[start : start + 4] for start in range(0, len(places), 4)]
    lines = ["| | | | |", "| --- | --- | --- | --- |", *("| " + " | ".join([*row, *[""] * (4 - len(row))]) + " |" for row in rows)]
    return f"<!-- pages: HTML -->\n{len(places)} places:\n\n" + "\n".join(lines) + "\n<!-- end -->"


def renewed(page: str) -> str:
    return re.sub(r"<!-- pages: HTML -->.*?<!-- end -->", lambda _: table(), page, flags=re.DOTALL)


def test_the_page_lists_the_places_that_are_tested() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert "<!-- pages: HTML -->" in page
    assert renewed(page) == page


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
