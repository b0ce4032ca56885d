"""Shared strings of a workbook (ECMA-376 part 1, 18.4): the text of each, and the stored text nodes that it consists of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from govredact.documents.ooxml.names import is_element, local
from govredact.documents.ooxml.part import telling
from govredact.documents.ooxml.xml import nodes, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.documents.ooxml.rewrite import Rewrite

PART = "xl/sharedStrings.xml"


class Piece(NamedTuple):
    """A text node: the key of its leaf and its length."""

    key: str
    length: int


class SharedStrings:
    """``texts`` by index; a text written in runs is one text. ``beside`` are (leaf, text) of what is no string: phonetics, markup."""

    def __init__(self, content: bytes | None) -> None:
        self.texts: list[str] = []
        self._pieces: list[tuple[Piece, ...]] = []
        self.beside: list[tuple[str, str]] = []
        self.used: set[int] = set()
        if content:
            self._read(parse(content))

    def _read(self, root: Any) -> None:
        opened: list[tuple[list[str], list[Piece]]] = []
        phonetic = None
        for number, node in enumerate(nodes(root)):
            name = local(node.tag) if is_element(node) else ""
            if name == "t" and node.text and opened and node.getparent() is not phonetic:
                opened[-1][0].append(node.text)
                opened[-1][1].append(Piece(str(number), len(node.text)))
            elif name == "si":
                opened.append(([], []))
            elif name == "rPh":
                phonetic = node
            elif node.text and not node.text.isspace():
                self.beside.append((f"{number}{'' if name else '!'}", node.text))
            if node.tail and not node.tail.isspace():
                self.beside.append((f"{number}{'' if name else '!'}+", node.tail))
            if name and node.attrib:
                self.beside += [(f"{number}@{key}", value) for key, value in node.attrib.items() if telling(value)]
        self.texts = ["".join(parts) for parts, _ in opened]
        self._pieces = [tuple(pieces) for _, pieces in opened]

    def text(self, index: int) -> str:
        """The text of one string, which counts as used from now on; "" for an index that does not exist."""
        if not 0 <= index < len(self.texts):
            return ""
        self.used.add(index)
        return self.texts[index]

    def leaves(self, index: int, start: int, end: int) -> Iterator[tuple[tuple[str, str], int, int]]:
        """The stored characters behind ``[start, end)`` of one string."""
        base = 0
        for piece in self._pieces[index] if index < len(self._pieces) else ():
            first, last = max(start, base), min(end, base + piece.length)
            if first < last:
                yield (PART, piece.key), first - base, last - base
            base += piece.length

    def stored(self, index: int) -> Iterator[tuple[str, str]]:
        """(leaf, text) of one string's text nodes."""
        done = 0
        for piece in self._pieces[index]:
            yield piece.key, self.texts[index][done : done + piece.length]
            done += piece.length

    def orphans(self) -> list[int]:
        """Strings with text that no cell shows."""
        return [index for index, text in enumerate(self.texts) if text and index not in self.used]


def blank_unused(rewrite: Rewrite, used: set[int]) -> None:
    """Empties the strings that no cell uses any more; their places stay, because cells count them."""
    strings = [node for node in rewrite.tree(PART) if is_element(node) and local(node.tag) == "si"]
    for index, node in enumerate(strings):
        if index not in used and "".join(node.itertext()):
            for inner in list(node)[1:]:
                node.remove(inner)
            first = node[0]
            first.tag = first.tag.replace(local(first.tag), "t")
            for inner in list(first):
                first.remove(inner)
            first.text = ""
