"""What publication does not need, taken out of a workbook: hidden sheets, rows and cells, notes, caches of other files."""

from __future__ import annotations

import re

from govredact.documents.ooxml import relations, shared, sheet_cleaning
from govredact.documents.ooxml.names import attribute, children, is_element, local
from govredact.documents.ooxml.xml import parse, serialise
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from govredact.documents.ooxml.cell_styles import CellStyles
    from govredact.documents.ooxml.rewrite import Rewrite

COMMENTS = re.compile(r"xl/(?:comments[^/]*\.xml|comments/[^/]+\.xml|threadedComments/[^/]+\.xml|persons/[^/]+\.xml)$")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$")
_VML = re.compile(r"\.vml$", re.IGNORECASE)
_OTHER_SHAPE = re.compile(rb'ObjectType="(?!Note")')
# Plain words, which are found much faster than a pattern; what holds none of them hides nothing.
_HIDING = (b"hidden", b' ht="0"', b" ht='0'", b' width="0"', b" width='0'")
_CHAIN = "xl/calcChain.xml"
_NUMBER = re.compile(r"\s*[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\s*")


def clean(rewrite: Rewrite, cleaning: Callable[[str], str], sheets: dict[str, tuple[str, str]], styles: CellStyles) -> None:
    """Carries out the clean-up list on the parts of a workbook."""
    if cleaning("hidden_content") == "remove":
        _drop_hidden(rewrite, sheets, styles)
    if cleaning("comments") == "remove":
        _drop_comments(rewrite)


def _drop_hidden(rewrite: Rewrite, sheets: dict[str, tuple[str, str]], styles: CellStyles) -> None:
    parts = [name for name in rewrite.names if _SHEET.match(name)]
    touched = []
    for name in parts:
        whole = sheets.get(name, ("", ""))[1] in ("hidden", "veryHidden")
        content = rewrite.content(name)
        if not whole and not styles.traits and not any(word in content for word in _HIDING):
            continue
        root = parse(content)
        if sheet_cleaning.drop_hidden(root, styles, whole):
            sheet_cleaning.drop_hidden(rewrite.tree(name), styles, whole)
            touched.append(name)
    if not touched:
        return
    gone = [title for title, state in sheets.values() if state in ("hidden", "veryHidden") and title]
    for name in parts:
        if gone:
            sheet_cleaning.drop_formulas(rewrite.tree(name), gone)
    drop_calculation_chain(rewrite)
    if rewrite.has(shared.PART):
        used = set[int]().union(*(sheet_cleaning.used_strings(rewrite.tree(name)) for name in parts))
        shared.blank_unused(rewrite, used)


def drop_calculation_chain(rewrite: Rewrite) -> None:
    """The order of calculation names cells with formulas; programs work it out again."""
    if rewrite.has(_CHAIN):
        rewrite.drop(_CHAIN)


def _drop_comments(rewrite: Rewrite) -> None:
    comments = [name for name in rewrite.names if COMMENTS.match(name)]
    for name in comments:
        rewrite.drop(name)
    if not comments:
        return
    notes = {name for name in rewrite.names if _VML.search(name) and not _OTHER_SHAPE.search(rewrite.content(name))}
    for name in notes:
        rewrite.drop(name)
    for name in rewrite.names:
        rels = relations.rels_of(name)
        if not _SHEET.match(name) or rels not in rewrite.names:
            continue
        gone = {attribute(node, "Id") for node, part in relations.internal(rels, parse(rewrite.content(rels))) if part in notes}
        for node in list(children(rewrite.tree(name), "legacyDrawing")) if gone else ():
            if any(value in gone for value in node.attrib.values()):
                node.getparent().remove(node)


def retype_numbers(content: bytes) -> bytes:
    """A part with the numbers in caches that a mask made text: cells of other files (v) and records of pivot tables (n)."""
    root = parse(content)
    for node in root.iter():
        name = local(node.tag) if is_element(node) else ""
        if name == "v" and local(node.getparent().tag) == "cell" and node.getparent().get("t", "n") == "n" and not _is_number(node.text):
            node.getparent().set("t", "str")
        elif name == "n" and node.get("v") is not None and not _is_number(node.get("v")):
            node.tag = node.tag.removesuffix("n") + "s"
    return serialise(root)


def _is_number(text: str | None) -> bool:
    return _NUMBER.fullmatch(text or "") is not None
