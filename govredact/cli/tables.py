"""Tables of words for commands that list something: aligned columns for people, objects for programs."""

from __future__ import annotations

import json
import sys

from govredact.cli import output
from govredact.reports.terminal import pad, printable, width
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def show(rows: Sequence[dict[str, object]], fmt: str, empty: str) -> None:
    """Print the rows, which all have the same keys: as JSON, else as columns without a heading; ``empty`` for none.

    What is true or false is for programs; people get it in words in a column beside it.
    """
    if fmt == "json":
        text = json.dumps(rows, ensure_ascii=not output.encodable(_everything(rows), sys.stdout), indent=2)
        output.write(f"{text}\n", sys.stdout)
        return
    cells = [[_cell(value) for value in row.values() if not isinstance(value, bool)] for row in rows]
    output.write(columns(cells) or f"{empty}\n", sys.stdout)


def columns(rows: Sequence[Sequence[str]]) -> str:
    """The cells in columns that line up, one row a line."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(pad(cell, columns) for cell, columns in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "".join(f"{line}\n" for line in lines)


def _cell(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return printable(str(value)) if value not in (None, "") else "-"


def _everything(rows: Sequence[dict[str, object]]) -> str:
    return "".join(str(value) for row in rows for value in row.values())
