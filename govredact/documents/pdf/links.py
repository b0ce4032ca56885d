"""Where a PDF file leads: the addresses of link annotations (ISO 32000-1, 12.6.4.7)."""

from __future__ import annotations

import pikepdf

from govredact.documents.pdf.pages import annotation_entries
from govredact.documents.pdf.strings import STRINGS
from govredact.models import Location, Observation
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator
    from typing import Any

_ABOUT = {"tag": "a", "attribute": "URI", "anchor": "", "hidden": "", "rel": ""}
_SIDES = 4


def of_page(page: Any, number: int) -> Iterator[Observation]:
    """One ``link`` Observation for each address on page ``number`` (from 1)."""
    for annotation in annotation_entries(page):
        action = annotation.get("/A")
        address = action.get("/URI") if isinstance(action, pikepdf.Dictionary) else None
        if isinstance(address, pikepdf.String):
            text = str(address)
            leaf = _leaf(annotation, action, address)
            leaves = ((leaf, 0, len(text)),) if leaf else ()
            yield Observation("link", Location("pdf", page=number, boxes=_box(annotation)), text, leaves, "", _ABOUT)


def _leaf(annotation: Any, action: Any, address: Any) -> Hashable | None:
    """The leaf of the address among the strings of the file; None where its object has no number of its own."""
    for entry, path in ((address, ()), (action, ("/URI",)), (annotation, ("/A", "/URI"))):
        if entry.is_indirect:
            return (STRINGS, (entry.objgen, path, "string"))
    return None


def _box(annotation: Any) -> tuple[tuple[float, float, float, float], ...] | None:
    rectangle = annotation.get("/Rect")
    if not isinstance(rectangle, pikepdf.Array) or len(rectangle) != _SIDES:
        return None
    x0, y0, x1, y1 = (float(side) for side in rectangle)
    return ((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)),)
