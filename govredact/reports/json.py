"""The report of DESIGN section 6, the format that scripts rely on. Its schema is ``schema/report-1.0.schema.json``."""

from __future__ import annotations

from govredact.reports import json_text
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from govredact.reports.style import Style


def pieces(view: dict[str, Any], style: Style) -> Iterator[str]:
    """The whole report as one JSON object, indented by two spaces."""
    yield from json_text.pieces(view, style.ascii_only, indent=2)
    yield "\n"
