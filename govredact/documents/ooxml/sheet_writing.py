"""Changes the cells of a worksheet: a number that is masked becomes text, a formula that would bring it back goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govredact.documents.ooxml import xml
from govredact.documents.ooxml.names import attribute, child, is_element, local
from govredact.documents.ooxml.sheet_reading import KNOWN, hidden_columns, text_nodes
from govredact.documents.ooxml.sheets import column_of, row_of
from govredact.errors import SpanConflictError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govredact.documents.ooxml.cell_styles import CellStyles
    from govredact.models import Edit

_CELL_KINDS = frozenset(("value", "inline", "formula", "other", "markup"))
# An asterisk is no character for the name of a sheet, nor for what refers to it.
_WIDE = str.maketrans("*", "＊")


def widened(edits: dict[str, list[Edit]]) -> dict[str, list[Edit]]:
    """Edits whose masks may stand in names and references."""
    return {key: [edit._replace(replacement=edit.replacement.translate(_WIDE)) for edit in found] for key, found in edits.items()}


def rows_of(root: Any) -> Any | None:
    """The element that holds the rows."""
    return child(root, "sheetData")


def apply(root: Any, edits: dict[str, list[Edit]], shown: Callable[[Any], str], right: Callable[[str], str]) -> None:
    """Carries out the edits of one sheet part.

    ``shown`` gives what a cell with a number shows, ``right`` the style that keeps a number's place at the right edge when it becomes text.
    """
    cells: dict[int, list[tuple[str, list[Edit]]]] = {}
    others: dict[str, list[Edit]] = {}
    for key, found in edits.items():
        kind, _, number = key.partition(":")
        if kind in _CELL_KINDS and number.isdecimal():
            cells.setdefault(int(number), []).append((kind, found))
        else:
            others[key] = found
    _apply_shell(root, widened(others))
    for position, cell in enumerate(_cells(root)):
        for kind, found in cells.pop(position, ()):
            is_number = kind == "value" and cell.get("t", "n") == "n"
            _change(root, cell, kind, found, shown)
            if is_number:
                cell.set("s", right(cell.get("s", "0")))
    if any(kind != "markup" for kinds in cells.values() for kind, _ in kinds):
        raise SpanConflictError("an edit names a cell that the sheet does not have")


def _apply_shell(root: Any, edits: dict[str, list[Edit]]) -> None:
    """The sheet without its rows, as it was read; comments among the cells are not put back."""
    from lxml import etree

    data = rows_of(root)
    if data is not None:
        etree.strip_elements(data, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    rows = [row for row in data if is_element(row)] if data is not None else []
    if data is not None:
        del data[:]
    if edits:
        xml.apply(root, edits)
    if data is not None:
        data.extend(rows)


def _cells(root: Any) -> Iterator[Any]:
    data = rows_of(root)
    for row in data if data is not None else ():
        yield from row.iterchildren("{*}c")


def _change(root: Any, cell: Any, kind: str, edits: list[Edit], shown: Callable[[Any], str]) -> None:
    if kind == "value":
        text = xml.changed(shown(cell), edits)
        _drop_formula(root, cell)
        _put_text(cell, text)
    elif kind == "inline":
        holder = child(cell, "is")
        _spread(text_nodes(holder) if holder is not None else [], edits)
    elif kind == "formula":
        _drop_formula(root, cell)
    elif kind == "other":
        for node in [node for node in cell if not is_element(node) or local(node.tag) not in ("v", "f", "is")]:
            cell.remove(node)
        for node in (cell, cell.getparent()):
            for name in set(node.attrib) - KNOWN:
                del node.attrib[name]
            node.text = node.tail = None
        for node in cell:
            node.tail = None


def _put_text(cell: Any, text: str) -> None:
    """A cell with a text of its own, whatever it held before."""
    tag = cell.tag.removesuffix("c")
    for node in list(cell):
        cell.remove(node)
    cell.set("t", "inlineStr")
    holder = cell.makeelement(f"{tag}is")
    leaf = holder.makeelement(f"{tag}t")
    leaf.text = text
    holder.append(leaf)
    cell.append(holder)


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


def drop_formulas(root: Any, names: list[str]) -> None:
    """Formulas that mention one of the sheets ``names`` go; their values stay."""
    for cell in list(_cells(root)):
        formula = child(cell, "f")
        if formula is not None and any(name in (formula.text or "") for name in names):
            _drop_formula(root, cell)


def _spread(leaves: list[Any], edits: list[Edit]) -> None:
    before = "".join([leaf.text or "" for leaf in leaves])
    after, done = xml.changed(before, edits), 0
    for number, leaf in enumerate(leaves):
        length = len(leaf.text or "")
        if len(after) == len(before):
            leaf.text = after[done : done + length]
        else:
            leaf.text = "" if number else after
        done += length


def drop_hidden(root: Any, styles: CellStyles, whole_sheet: bool) -> bool:
    """Empties hidden rows, hidden columns, cells that their format hides, or the whole sheet; whether anything was there."""
    columns, touched = hidden_columns(root), False
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
