"""docs/formats.md lists exactly the places that the generators plant; run this module to write the tables anew."""

from __future__ import annotations

import re
from pathlib import Path

import sheet_places
import slide_places
import word_places

PAGE = Path(__file__).parents[3] / "docs" / "formats.md"
PLANTS = {"Word": word_places.plant, "Excel": sheet_places.plant, "PowerPoint": slide_places.plant}


def table(title: str) -> str:
    places = list(PLANTS[title]().numbers)
    rows = [places[start : start + 4] for start in range(0, len(places), 4)]
    lines = ["| | | | |", "| --- | --- | --- | --- |", *("| " + " | ".join([*row, *[""] * (4 - len(row))]) + " |" for row in rows)]
    return f"<!-- places: {title} -->\n{len(places)} places:\n\n" + "\n".join(lines) + "\n<!-- end -->"


def renewed(page: str) -> str:
    return re.sub(r"<!-- places: (\w+) -->.*?<!-- end -->", lambda match: table(match[1]), page, flags=re.DOTALL)


def test_the_page_lists_the_places_that_are_tested() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert all(f"<!-- places: {title} -->" in page for title in PLANTS)
    assert renewed(page) == page


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
