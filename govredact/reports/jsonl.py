"""One file object of the JSON report on each line, for programs that read a stream."""

from __future__ import annotations

from govredact.reports import json_text
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from govredact.reports.style import Style


def pieces(view: dict[str, Any], style: Style) -> Iterator[str]:
    """One line a file, in the order of the report."""
    for file in view["files"]:
        yield from json_text.pieces(file, style.ascii_only)
        yield "\n"
