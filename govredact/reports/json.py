"""The report of DESIGN section 6, the format that scripts rely on. Its schema is ``schema/report-1.0.schema.json``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from govredact.reports.style import Style


def render(view: dict[str, Any], style: Style) -> str:
    """The whole report as one JSON object, indented by two spaces."""
    return json.dumps(view, ensure_ascii=style.ascii_only, indent=2) + "\n"
