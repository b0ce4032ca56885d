"""``--risk`` for people: which rows and which files give a person away, without any value."""

from __future__ import annotations

from govredact.reports.places import phrase
from govredact.reports.terminal import paint, printable
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from govredact.reports.style import Style

_MOST = 10  # of each kind; the JSON report has all
_INDENT = "  "


def risk_lines(risk: dict[str, Any], style: Style) -> list[str]:
    """The section of the console report, with an empty line behind it; empty where nothing gives anybody away."""
    lines = [
        *_part("rows", [_row(row, style) for row in risk["rows"]], style),
        *_part("persons", [_person(person, style) for person in risk["persons"]], style),
        *_part("masks", [_masks(masks, style) for masks in risk["masks"]], style),
    ]
    return [*lines, ""] if lines else []


def _part(name: str, rows: Sequence[str], style: Style) -> list[str]:
    if not rows:
        return []
    more = [style.texts("report.risk.more", count=len(rows) - _MOST)] if len(rows) > _MOST else []
    head = paint(style.texts(f"report.risk.{name}"), "bold", style.colour)
    return [head, *(f"{_INDENT}{printable(row)}" for row in (*rows[:_MOST], *more))]


def _place(record: dict[str, Any], style: Style) -> str:
    inner = f"{record['member']} › " if record["member"] else ""
    return f"{record['path']} {inner}{phrase(record['location'], record['start'], style.texts)}"


def _names(entities: Sequence[str], style: Style) -> str:
    return style.texts("report.separator").join(style.texts.entity(name) for name in entities)


def _row(row: dict[str, Any], style: Style) -> str:
    return style.texts("report.risk.row", place=_place(row, style), entities=_names(row["entities"], style))


def _person(person: dict[str, Any], style: Style) -> str:
    places = style.texts("report.separator").join(_place(record, style) for record in person["records"][:_MOST])
    by, entities = _names(person["linked_by"], style), _names(person["entities"], style)
    return _perhaps(style.texts("report.risk.person", places=places, by=by, entities=entities), person["sure"], style)


def _masks(masks: dict[str, Any], style: Style) -> str:
    first, second = (_place(record, style) for record in masks["records"])
    return _perhaps(style.texts("report.risk.pair", first=first, second=second, count=masks["candidates"]), masks["sure"], style)


def _perhaps(line: str, sure: bool, style: Style) -> str:
    return line if sure else style.texts("report.risk.maybe", line=line)
