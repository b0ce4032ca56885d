"""Ranges of cells: merged areas, hidden columns, tables with a style of their own (ECMA-376 part 1, 18.3.1.55, 18.3.1.13, 18.5.1.2)."""

from __future__ import annotations

import re

from govredact.documents.ooxml.cells import attributes, column_of, row_of
from govredact.typed import NamedTuple

_COLUMN = re.compile(r"<(?:[\w.-]+:)?col(\s[^<>]*)>")
_MERGED = re.compile(r"<(?:[\w.-]+:)?mergeCell(\s[^<>]*)>")
_TABLE = re.compile(r"<(?:[\w.-]+:)?table(\s[^<>]*)>")


class Area(NamedTuple):
    """A range of cells, borders included."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def read(cls, text: str) -> Area:
        """``B2:C3`` or ``B2``."""
        first, _, last = text.partition(":")
        return cls(row_of(first), column_of(first), row_of(last or first), column_of(last or first))

    def holds(self, row: int, column: int) -> bool:
        """Whether the cell lies in it."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


def hidden_columns(text: str) -> list[Area]:
    """The columns that are hidden or have no width in the markup of a sheet, as areas over all rows."""
    found = []
    for match in _COLUMN.finditer(text):
        said = attributes(match[1])
        first, last = said.get("min", ""), said.get("max", "")
        if (said.get("hidden") in ("1", "true") or said.get("width") == "0") and first.isdecimal() and last.isdecimal():
            found.append(Area(1, int(first), 2**20, int(last)))
    return found


def merged_areas(text: str) -> tuple[Area, ...]:
    """The merged areas in the markup of a sheet."""
    return tuple(Area.read(attributes(match[1]).get("ref", "")) for match in _MERGED.finditer(text))


def table_area(text: str) -> Area:
    """The area of the table whose part has the markup ``text``."""
    found = _TABLE.search(text)
    return Area.read(attributes(found[1]).get("ref", "") if found else "")
