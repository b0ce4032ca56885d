"""Tracked changes (ECMA-376 part 1, 17.13.5): accepted or rejected, so that only one version of the text is left."""

from __future__ import annotations

import re

from govredact.documents.ooxml.markup import unescape_value
from govredact.documents.ooxml.names import child, is_element, local
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

# What a part must hold for it to be worth parsing.
MARKS = re.compile(rb"[<:](?:ins|del|moveFrom\w*|moveTo\w*|\w+Change|cellIns|cellDel|cellMerge|customXml(?:Ins|Del|Move)\w+)[ />]")
_ADDED = frozenset(("ins", "moveTo"))
_REMOVED = frozenset(("del", "moveFrom"))
_SINGLE = _ADDED | _REMOVED | {"cellIns", "cellDel"}
_MARK_HOLDERS = frozenset(("rPr", "trPr", "tcPr", "numPr"))
_RANGES = re.compile("(?:moveFrom|moveTo|customXml(?:Ins|Del|MoveFrom|MoveTo))Range(?:Start|End)|cellMerge")
# All of these, for a search that leaves the elements where they are.
_NAMES = (
    *_SINGLE,
    "cellMerge",
    *(f"{owner}PrChange" for owner in ("r", "p", "sect", "tbl", "tr", "tc")),
    *("tblPrExChange", "tblGridChange", "numberingChange"),
    *(f"{move}Range{end}" for move in ("moveFrom", "moveTo") for end in ("Start", "End")),
    *(f"customXml{kind}Range{end}" for kind in ("Ins", "Del", "MoveFrom", "MoveTo") for end in ("Start", "End")),
)
_TAGS = [f"{{*}}{name}" for name in _NAMES]
_CHANGE = re.compile(f"<(?:[\\w.-]+:)?(?:{'|'.join(sorted(_NAMES))})[\\s/>]")
_SIGNED = re.compile("<(?:[\\w.-]+:)?(?:comment|person)[\\s/>]")
_AUTHOR = re.compile('[\\s:]author\\s*=\\s*"([^"<>]*)"')
_SHOWN = {"delText": "t", "delInstrText": "instrText"}


def has_changes(root: Any) -> bool:
    """Whether the part holds a tracked change of any kind."""
    return next(root.iter(*_TAGS), None) is not None


def shows_changes(text: str) -> bool:
    """Whether the markup of a part holds a tracked change of any kind."""
    # Each change must name its author (17.13.4.2); a plain word is found much faster, and nearly all parts hold none.
    return "author" in text and _CHANGE.search(text) is not None


def settle(root: Any, accept: bool) -> None:
    """Takes out what the changes removed (``accept``) or added, and every mark of a change."""
    gone, kept = (_REMOVED, _ADDED) if accept else (_ADDED, _REMOVED)
    for node in [node for node in root.iter() if is_element(node)]:
        parent = node.getparent()
        if parent is None:
            continue
        name = local(node.tag)
        if name.endswith("Change") and local(parent.tag) == name.removesuffix("Change"):
            _settle_format(parent, node, accept)
        elif name in gone or name in kept:
            _settle_container(node, parent, name in gone)
        elif name in ("cellIns", "cellDel"):
            _settle_cell(node, parent, (name == "cellDel") == accept)
        elif _RANGES.fullmatch(name):
            parent.remove(node)
    if not accept:
        _show_deleted(root)


def _settle_container(node: Any, parent: Any, goes: bool) -> None:
    if local(parent.tag) in _MARK_HOLDERS:
        parent.remove(node)
        if goes:
            _remove_owner(parent)
    elif goes:
        parent.remove(node)
    else:
        _unwrap(node, parent)


def _remove_owner(properties: Any) -> None:
    """The row, or the paragraph mark, whose removal is settled."""
    owner = properties.getparent()
    if owner is None:
        return
    if local(properties.tag) == "trPr" and owner.getparent() is not None:
        owner.getparent().remove(owner)
    elif local(properties.tag) == "rPr" and local(owner.tag) == "pPr":
        _join_next(owner.getparent())


def _join_next(paragraph: Any) -> None:
    """Without its mark a paragraph goes on with the text of the next one."""
    following = paragraph.getnext() if paragraph is not None else None
    if following is None or not is_element(following) or local(following.tag) != "p":
        return
    properties = child(paragraph, "pPr")
    for node in reversed(list(paragraph)):
        if node is not properties:
            following.insert(1 if child(following, "pPr") is not None else 0, node)
    paragraph.getparent().remove(paragraph)


def _settle_cell(node: Any, properties: Any, goes: bool) -> None:
    cell = properties.getparent()
    properties.remove(node)
    if not goes or cell is None:
        return
    # A row must keep a cell, so the text goes and the cell stays.
    for text in [leaf for leaf in cell.iter() if is_element(leaf) and local(leaf.tag) in ("r", "hyperlink")]:
        if text.getparent() is not None:
            text.getparent().remove(text)


def _settle_format(properties: Any, change: Any, accept: bool) -> None:
    before = next((node for node in change if is_element(node)), None)
    properties.remove(change)
    if accept or before is None or local(before.tag) != local(properties.tag):
        return
    kept = [node for node in properties if is_element(node) and local(node.tag) in ("rPr", "sectPr", "headerReference", "footerReference")]
    for node in list(properties):
        if node not in kept:
            properties.remove(node)
    for number, node in enumerate(list(before)):
        properties.insert(number, node)


def _unwrap(node: Any, parent: Any) -> None:
    position = parent.index(node)
    for offset, inner in enumerate(list(node)):
        parent.insert(position + offset, inner)
    parent.remove(node)


def _show_deleted(root: Any) -> None:
    for node in root.iter():
        if is_element(node) and local(node.tag) in _SHOWN:
            node.tag = node.tag.replace(local(node.tag), _SHOWN[local(node.tag)])


def authors(text: str) -> Iterator[tuple[int, str]]:
    """(leaf, name) of who made the changes and comments of a part."""
    if "author" not in text or not (_SIGNED.search(text) or shows_changes(text)):
        return
    for match in _AUTHOR.finditer(text):
        if match[1].strip() and text.rfind("<", 0, match.start()) > text.rfind(">", 0, match.start()):
            yield match.start(1), unescape_value(match[1])


def drop_authors(root: Any) -> None:
    """Changes and comments that stay lose their author; the attribute must be there (17.13.4.2), so that it is left empty."""
    for node in root.iter():
        for name in node.attrib if is_element(node) else ():
            if local(name) in ("author", "initials"):
                node.set(name, "")
