"""XML parts: parsing without trust, the number of each node, changing leaves, writing back.

A leaf is named by the preorder number of its node: ``12`` is its text, ``12+`` its tail, ``12@name`` an attribute, ``12!`` a comment
or processing instruction, ``12!+`` the text behind that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from govredact.errors import CorruptDocumentError, SpanConflictError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from govredact.models import Edit

_KEY = re.compile(r"(\d+)(!?)(\+|@.*)?", re.DOTALL)


def parse(content: bytes) -> Any:
    """The root of the part; nothing is fetched, no entity is expanded. CorruptDocumentError where it is no XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_blank_text=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise CorruptDocumentError("a part of the package is no valid XML", format="ooxml") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise CorruptDocumentError("a part of the package declares entities, which Office files never do", format="ooxml")
    return root


def serialise(root: Any) -> bytes:
    """The part as bytes, with the declaration that it had."""
    from lxml import etree

    info = root.getroottree().docinfo
    encoding = info.encoding or "UTF-8"
    content: bytes = etree.tostring(root.getroottree(), encoding=encoding, xml_declaration=True, standalone=info.standalone)
    return content


def nodes(root: Any) -> Iterator[Any]:
    """All nodes of the part in the order of their numbers, comments before and behind the root included."""
    yield from reversed(list(root.itersiblings(preceding=True)))
    yield from root.iter()
    yield from root.itersiblings()


def changed(text: str, edits: Iterable[Edit]) -> str:
    """``text`` after ``edits``. Edits of several views may cover the same characters: what any of them hides is hidden."""
    cells = list(text)
    for edit in edits:
        start, end, replacement = edit.start, edit.end, edit.replacement
        if not 0 <= start <= end <= len(text):
            raise SpanConflictError(f"an edit of [{start}, {end}) lies outside its leaf", start=start, end=end)
        if len(replacement) != end - start:
            # What another edit has hidden already stays hidden.
            first = replacement if cells[start : start + 1] == list(text[start : start + 1]) else "".join(cells[start : start + 1])
            cells[start:end] = [first, *[""] * (end - start - 1)] if end > start else []
            continue
        for position, char in enumerate(replacement, start):
            # Views show line ends inside a cell as spaces; they stay line ends.
            kept = char == text[position] or (char == " " and text[position] in "\t\n\r")
            if not kept and cells[position] == text[position]:
                cells[position] = char
    return "".join(cells)


def apply(root: Any, edits: Mapping[str, Sequence[Edit]]) -> None:
    """Changes the leaves of one part; SpanConflictError for a leaf that the part does not have."""
    wanted: dict[int, list[str]] = {}
    for key in edits:
        match = _KEY.fullmatch(key)
        if match is None:
            raise SpanConflictError("an edit names a place that the part does not have")
        wanted.setdefault(int(match[1]), []).append(key)
    for number, node in enumerate(nodes(root)):
        for key in wanted.pop(number, ()):
            _change(node, key, edits[key])
    if wanted:
        raise SpanConflictError("an edit names a place that the part does not have")


def _change(node: Any, key: str, edits: Sequence[Edit]) -> None:
    match = _KEY.fullmatch(key)
    slot = match[3] if match else None
    if slot == "+":
        node.tail = changed(node.tail or "", edits)
    elif slot:
        node.set(slot[1:], changed(node.get(slot[1:], ""), edits))
    else:
        # A comment must not hold two hyphens, which no operator writes.
        node.text = changed(node.text or "", edits)
