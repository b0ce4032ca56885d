"""Takes cells out of a worksheet: hidden rows and columns, hidden sheets, formulas that refer to what goes."""

from __future__ import annotations

from govredact.documents.ooxml.areas import Area, hidden_columns
from govredact.documents.ooxml.cells import column_of, row_of
from govredact.documents.ooxml.names import attribute, child, is_element
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from govredact.documents.ooxml.cell_styles import CellStyles


def drop_formulas(root: Any, names: list[str]) -> None:
    """Formulas that mention one of the sheets ``names`` go; their values stay."""
    for cell in list(_cells(root)):
        formula = child(cell, "f")
        if formula is not None and any(name in (formula.text or "") for name in names):
            _drop_formula(root, cell)


def drop_hidden(root: Any, styles: CellStyles, whole_sheet: bool) -> bool:
    """Empties hidden rows, hidden columns, cells that their format hides, or the whole sheet; whether anything was there."""
    columns, touched = _hidden_columns(root), False
    data = rows_of(root)
    for row in data if data is not None else ():
        if not is_element(row):
            continue
        hidden_row = whole_sheet or row.get("hidden") in ("1", "true") or row.get("ht") == "0"
        for cell in list(row.iterchildren("{*}c")):
            ref = cell.get("r", "")
            by_style = "hidden" in styles.traits.get(cell.get("s", ""), ())
            if len(cell) and (hidden_row or by_style or any(area.holds(row_of(ref), column_of(ref)) for area in columns)):
                for node in list(cell):
                    cell.remove(node)
                cell.attrib.pop("t", None)
                touched = True
    return touched


def used_strings(root: Any) -> set[int]:
    """The shared strings that the cells of a sheet show."""
    found = set()
    for cell in _cells(root):
        value = child(cell, "v") if cell.get("t") == "s" else None
        if value is not None and (value.text or "").strip().isdecimal():
            found.add(int(value.text))
    return found


def _drop_formula(root: Any, cell: Any) -> None:
    """The formula goes and its last value stays; cells that share it keep their values as well."""
    formula = child(cell, "f")
    if formula is None:
        return
    shared = attribute(formula, "si") if attribute(formula, "t") == "shared" and attribute(formula, "ref") else ""
    cell.remove(formula)
    for other in _cells(root) if shared else ():
        node = child(other, "f")
        if node is not None and attribute(node, "t") == "shared" and attribute(node, "si") == shared:
            other.remove(node)


def _cells(root: Any) -> Iterator[Any]:
    data = rows_of(root)
    for row in data if data is not None else ():
        yield from row.iterchildren("{*}c")


def rows_of(root: Any) -> Any | None:
    """The element that holds the rows."""
    return child(root, "sheetData")


def _hidden_columns(root: Any) -> list[Area]:
    from lxml import etree

    columns = child(root, "cols")
    return hidden_columns(etree.tostring(columns, encoding="unicode")) if columns is not None else []
