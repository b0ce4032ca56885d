"""One finding a row for spreadsheets: UTF-8 with a byte order mark, and no cell that a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io

from govredact.reports.places import for_machines
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from govredact.reports.style import Style

COLUMNS = (
    "path", "member", "status", "entity", "category", "action", "severity", "score", "place", "start", "end", "preview", "reasons",
    "fingerprint", "filtered_by", "error", "gate", "indicator",
)  # fmt: skip
# Spreadsheets take a cell that begins so for a formula (OWASP, CSV injection); full-width forms count as well.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def pieces(view: dict[str, Any], _style: Style) -> Iterator[str]:
    """All findings and all files that were not read; a clean file has no row. ``value`` is the last column if shown."""
    lists = [findings for file in view["files"] for findings in (file["findings"], file.get("filtered", ()))]
    columns = (*COLUMNS, "value") if any("value" in finding for findings in lists for finding in findings[:1]) else COLUMNS
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\r\n")
    line.write("\ufeff")
    writer.writerow(columns)
    for row in _rows(view):
        yield line.getvalue()
        line.seek(0)
        line.truncate()
        writer.writerow([_safe(row.get(column)) for column in columns])
    yield line.getvalue()


def _rows(view: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for file in view["files"]:
        base = {"path": file["path"], "status": file["status"], "error": file["error"] and file["error"]["code"]}
        for finding in (*file["findings"], *file.get("filtered", ())):
            yield {**finding, **base, "place": for_machines(finding), "reasons": " ".join(finding["reasons"])}
        if file["error"] and not file["findings"]:
            yield base


def _safe(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text.replace("\x00", "\\u0000")
