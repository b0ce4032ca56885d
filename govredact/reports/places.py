"""Where a finding lies, as one phrase."""

from __future__ import annotations

from govredact.reports.cover import FILE_NAME
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from govredact.messages import Texts

# From the outside to the inside of a document; a line has its own form.
_STEPS = ("part", "page", "slide", "table", "cell", "paragraph", "attribute")


def for_people(finding: dict[str, Any], texts: Texts) -> str:
    """The place in words: ``12:5``, ``第3页 第2段``, ``内层.docx › 第4段``; with the number of further places."""
    place = phrase(finding["location"], finding["start"], texts)
    if finding["member"]:
        place = f"{finding['member']} › {place}"
    if finding["locations"]:
        place += " " + texts("report.place.more", count=len(finding["locations"]))
    return place


def phrase(location: dict[str, Any], start: int, texts: Texts) -> str:
    """One location in words; ``start`` (an offset from 0) stands in where the location says nothing else.

    On pages the first box stands in brackets: x0 y0 x1 y1 in points from the lower left.
    """
    if location["attribute"] == FILE_NAME:
        return texts("report.place.file_name")
    steps = [texts(f"report.place.{step}", **{step: location[step]}) for step in _STEPS if location[step] is not None]
    if location["line"] is not None:
        steps.append(texts("report.place.line", line=location["line"], column=location["column"]))
    if location["boxes"]:
        steps.append(texts("report.place.box", box=" ".join(f"{value:.0f}" for value in location["boxes"][0])))
    return " ".join(steps) or texts("report.place.offset", start=start + 1)


def for_machines(finding: dict[str, Any]) -> str:
    """The place in codes that depend on no language: ``12:5``, ``page=3,paragraph=2``."""
    location = finding["location"]
    if location["line"] is not None:
        return f"{location['line']}:{location['column']}"
    steps = [f"{step}={location[step]}" for step in _STEPS if location[step] is not None]
    return ",".join(steps) or location["kind"]


def line_and_column(finding: dict[str, Any]) -> tuple[int, int]:
    """A line and a column for formats that know nothing else: paragraph or page stand in, else 1."""
    location = finding["location"]
    line = next((location[step] for step in ("line", "paragraph", "page", "slide") if location[step] is not None), 1)
    return line, location["column"] or 1
