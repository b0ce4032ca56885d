"""Shared strings of a workbook (ECMA-376 part 1, 18.4): the text of each, and the stored text nodes that it consists of."""

from __future__ import annotations

import re
from array import array

from govredact.documents.ooxml import markup
from govredact.documents.ooxml.attributes import sweep
from govredact.documents.ooxml.cells import Piece, text_pieces
from govredact.documents.ooxml.names import is_element, local, local_name
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from govredact.documents.ooxml.markup import Markup
    from govredact.documents.ooxml.rewrite import Rewrite

PART = "xl/sharedStrings.xml"
_ROOT = re.compile(r"<([\w.-]+:)?sst[\s/>]")


class SharedStrings:
    """``texts`` by index; a text written in runs is one text. ``beside`` are (leaf, text) of what is no string: phonetics, markup."""

    def __init__(self, content: Markup | None) -> None:
        self.texts: list[str] = []
        self.beside: list[tuple[str, str]] = []
        # Where the text of a string in one piece begins; strings in runs have their pieces by index.
        self._offsets = array("Q")
        self._runs: dict[int, tuple[Piece, ...]] = {}
        if content:
            self._read(content)
        self._used = bytearray(len(self.texts))

    def _read(self, content: Markup) -> None:
        text, texts, offsets = content.text, self.texts, self._offsets
        root = _ROOT.search(text)
        prefix = re.escape(root[1] or "") if root else ""
        item = re.compile(
            f"<{prefix}si(?:\\s[^<>]*?)?(?:/>|>(?:<{prefix}t(?:\\s[^<>]*)?>([^<\\0]*)</{prefix}t></{prefix}si>|(.*?)</{prefix}si>))",
            re.DOTALL,
        )
        position = root.end() if root else 0
        for match in item.finditer(text, position):
            if match.start() != position:
                self._beside(text, position, match.start())
            position = match.end()
            if match[1] is not None:
                whole, pieces = text_pieces(match.start(1), match[1])
                if len(pieces) > 1:
                    self._runs[len(texts)] = pieces
                offsets.append(match.start(1))
            else:
                whole, self._runs[len(texts)] = self._pieces(text, match.start(2), match.end(2)) if match[2] else ("", ())
                offsets.append(0)
            texts.append(whole)
        self._beside(text, position, len(text))
        self.beside += [(str(found.offset), found.value) for found in sweep(text, 0, len(text))]
        self.beside += [(str(offset), aside) for offset, aside in content.asides]

    def _pieces(self, text: str, start: int, end: int) -> tuple[str, tuple[Piece, ...]]:
        """A string in runs, and what it consists of; what is phonetic or no text of it goes beside."""
        texts: list[str] = []
        found: list[Piece] = []
        phonetic = 0
        position = markup.first_tag(text, start, end)
        for tag, behind in markup.tokens(text, position, end):
            position += len(tag) + 2
            name = local_name(tag.strip("/").split(maxsplit=1)[0])
            if name == "rPh" and not tag.endswith("/"):
                phonetic += -1 if tag.startswith("/") else 1
            for offset, piece in markup.pieces(position, behind) if behind else ():
                if name == "t" and not tag.startswith("/") and not phonetic:
                    read, pieces = text_pieces(offset, piece)
                    texts.append(read)
                    found += pieces
                elif not piece.isspace():
                    self.beside.append((str(offset), markup.unescape(piece)))
            position += len(behind)
        return "".join(texts), tuple(found)

    def _beside(self, text: str, start: int, end: int) -> None:
        self.beside += [(str(offset), found) for offset, found in markup.loose_texts(text, start, end)]

    def text(self, index: str) -> str:
        """The text of the string with the number ``index``, which counts as used from now on; "" where there is none."""
        number = int(index) if index.isdecimal() else int(index) if index.strip().isdecimal() else -1
        if not 0 <= number < len(self.texts):
            return ""
        self._used[number] = 1
        return self.texts[number]

    def leaves(self, index: str, start: int, end: int) -> Iterator[tuple[tuple[str, str], int, int]]:
        """The stored characters behind ``[start, end)`` of one string."""
        base, number = 0, int(index)
        for piece in self._all_pieces(number) if number < len(self.texts) else ():
            first, last = max(start, base), min(end, base + piece.length)
            if first < last:
                yield (PART, piece.key), first - base, last - base
            base += piece.length

    def _all_pieces(self, number: int) -> tuple[Piece, ...]:
        return self._runs[number] if number in self._runs else (Piece(str(self._offsets[number]), len(self.texts[number])),)

    def stored(self, number: int) -> Iterator[tuple[str, str]]:
        """(leaf, text) of one string's text nodes."""
        done = 0
        for piece in self._all_pieces(number):
            yield piece.key, self.texts[number][done : done + piece.length]
            done += piece.length

    def orphans(self) -> list[int]:
        """Strings with text that no cell shows."""
        return [number for number, text in enumerate(self.texts) if text and not self._used[number]]


def blank_unused(rewrite: Rewrite, used: set[int]) -> None:
    """Empties the strings that no cell uses any more; their places stay, because cells count them."""
    strings = [node for node in rewrite.tree(PART) if is_element(node) and local(node.tag) == "si"]
    for index, node in enumerate(strings):
        if index not in used and "".join(node.itertext()):
            for inner in list(node)[1:]:
                node.remove(inner)
            first: Any = node[0]
            first.tag = first.tag.replace(local(first.tag), "t")
            for inner in list(first):
                first.remove(inner)
            first.text = ""
