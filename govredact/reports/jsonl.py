"""One file object of the JSON report on each line, for programs that read a stream."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from govredact.reports.style import Style


def render(view: dict[str, Any], style: Style) -> str:
    """One line a file, in the order of the report."""
    return "".join(json.dumps(file, ensure_ascii=style.ascii_only) + "\n" for file in view["files"])
