"""The rows and cells of a worksheet as markup (ECMA-376 part 1, 18.3.1.73, 18.3.1.4): patterns, and one row in full detail.

``CELL`` of a grammar matches what programs write, to the letter; rows in which anything else stands are taken apart tag by tag.
"""

from __future__ import annotations

import re
from functools import lru_cache

from govredact.documents.ooxml import markup
from govredact.documents.ooxml.names import local_name
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_REF = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_ATTRIBUTE = re.compile(r'\s([^\s"=<>/]+)\s*=\s*"([^"<>]*)"')
# Attributes of rows and cells hold numbers and references only.
_KNOWN = frozenset(("r", "s", "t", "cm", "vm", "ph", "spans", "customFormat", "ht", "hidden", "customHeight", "outlineLevel", "collapsed"))
_KNOWN |= {"thickTop", "thickBot", "dyDescent"}
# Groups of CELL: letters of the column, style, type, style, formula, value, inline text. ``split`` gives what stands between as well.
GROUPS = 8


class Grammar(NamedTuple):
    """The patterns for one prefix of the namespace; nearly all files have none."""

    row: re.Pattern[str]
    cell: re.Pattern[str]
    any_cell: re.Pattern[str]
    number: re.Pattern[str]
    data: re.Pattern[str]
    row_end: str
    end: str
    prefix: str


@lru_cache(maxsize=8)
def grammar(prefix: str) -> Grammar:
    """The patterns for elements called ``prefix`` + name."""
    p = re.escape(prefix)
    formula = f"(?:<{p}f(?:\\s[^<>]*)?(?:/>|>([^<]*)</{p}f>))?"
    inside = f'{formula}<{p}v(?: xml:space="preserve")?>([^<]*)</{p}v>|<{p}is><{p}t(?: [^<>]*)?>([^<]*)</{p}t></{p}is>'
    attributes = '(?: r="([A-Z]{1,3})[0-9]{1,7}")?(?: s="([0-9]+)")?(?: t="([A-Za-z]+)")?(?: s="([0-9]+)")?'
    return Grammar(
        re.compile(f"<{p}row((?:\\s[^<>]*)?)>"),
        re.compile(f"<{p}c{attributes}(?: ?/>|>(?:{inside})?</{p}c>)"),
        re.compile(f"<{p}c((?:\\s[^<>]*?)?)(?:/>|>(.*?)</{p}c>)", re.DOTALL),
        re.compile(f"<{p}v>([^<\0]*)</{p}v>"),
        re.compile(f"<{p}sheetData(?:\\s[^<>]*)?(?<!/)>"),
        f"</{prefix}row>",
        f"</{prefix}sheetData>",
        prefix,
    )


def row_at(text: str, offset: int, rules: Grammar) -> tuple[str, int, int]:
    """The attributes of the row whose tag begins at ``offset``, and [start, end) of what stands in it."""
    opened = rules.row.match(text, offset)
    if opened is None:
        return "", offset, offset
    end = opened.end() if opened[1].endswith("/") else text.find(rules.row_end, opened.end())
    return opened[1], opened.end(), max(end, opened.end())


class Piece(NamedTuple):
    """A text node, or a part of one: the key of its leaf and its length."""

    key: str
    length: int


def text_pieces(offset: int, raw: str) -> tuple[str, tuple[Piece, ...]]:
    """A stored text as it reads, and what it consists of.

    Spreadsheets write characters that XML cannot hold as ``_x001F_`` (22.9.2.19), and read any other character written so as well.
    """
    if "_x" not in raw or not _ESCAPED.search(raw):
        text = markup.unescape(raw)
        return text, (Piece(str(offset), len(text)),)
    texts, found, position = [], [], 0
    for match in (*_ESCAPED.finditer(raw), None):
        start, end = match.span() if match else (len(raw), len(raw))
        for begin, stop, text in (
            (position, start, markup.unescape(raw[position:start])),
            (start, end, chr(int(match[1], 16)) if match else ""),
        ):
            if begin < stop:
                texts.append(text)
                found.append(Piece(f"{offset + begin}:{stop - begin}", len(text)))
        position = end
    return "".join(texts), tuple(found)


class Cell(NamedTuple):
    """One cell as it is stored: [offset, end) in the part, and what stands in it.

    ``kind`` is its type (``n`` where none is written), ``value`` the stored value; ``pieces`` the text nodes of an inline text;
    ``formula`` its formula; ``others`` are (leaf, text) of what no program writes in a cell.
    """

    offset: int
    end: int
    column: int
    ref: str
    style: str
    kind: str
    value: str
    pieces: tuple[Piece, ...]
    formula: str
    others: tuple[tuple[str, str], ...]


def column_of(ref: str) -> int:
    """The column, from 1, of a reference such as ``B3``; 0 for what is none."""
    match = _REF.match(ref)
    return number_of(match[1]) if match else 0


def number_of(letters: str) -> int:
    """The column, from 1, that ``letters`` name."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def row_of(ref: str) -> int:
    """The row of a reference; 0 for what is none."""
    match = _REF.match(ref)
    return int(match[2]) if match else 0


def letters_of(column: int) -> str:
    """The letters of a column, from 1."""
    letters = ""
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


def attributes(tag: str) -> dict[str, str]:
    """The attributes in the markup of a tag by local name."""
    return {local_name(name): markup.unescape_value(value) for name, value in _ATTRIBUTE.findall(tag)}


def odd_attributes(tag: str, offset: int) -> Iterator[tuple[str, str]]:
    """(leaf, value) of attributes that no program writes in a row or cell; ``offset`` is where ``tag`` begins."""
    for match in _ATTRIBUTE.finditer(tag):
        if local_name(match[1]) not in _KNOWN and not match[1].startswith("xmlns"):
            yield str(offset + match.start(2)), markup.unescape_value(match[2])


def cells(text: str, start: int, end: int, row: int, rules: Grammar) -> Iterator[Cell]:
    """The cells of the row in ``text[start:end]``; ``row`` is its number, for cells that do not say where they stand."""
    column = 0
    for match in rules.any_cell.finditer(text, start, end):
        said = attributes(match[1])
        ref = said.get("r", "")
        column = column_of(ref) or column + 1
        simple = rules.number.fullmatch(match[2]) if match[2] else None
        reader = _Inside(text, match.start(2), match.end(2)) if match[2] and not simple else _NOTHING
        yield Cell(
            match.start(),
            match.end(),
            column,
            ref or f"{letters_of(column)}{row}",
            said.get("s", ""),
            "inlineStr" if reader.pieces else said.get("t", "n"),
            text_pieces(0, simple[1])[0] if simple else reader.value,
            tuple(reader.pieces),
            reader.formula,
            (*odd_attributes(match[1], match.start(1)), *reader.others),
        )


class _Inside:
    """What stands inside a cell."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.value = self.formula = ""
        self.pieces: list[Piece] = []
        self.others: list[tuple[str, str]] = []
        open_tags: list[str] = []
        first = markup.first_tag(text, start, end)
        self._take(text[start:first], start, "")
        for tag, behind in markup.tokens(text, first, end):
            first += len(tag) + 2
            if tag.startswith("/"):
                open_tags.pop()
            elif not tag.endswith("/"):
                open_tags.append(local_name(tag.split(maxsplit=1)[0]))
            if behind:
                inner = "" if tag.startswith("/") or tag.endswith("/") else open_tags[-1]
                self._take(behind, first, "rPh" if "rPh" in open_tags else inner)
            first += len(behind)

    def _take(self, raw: str, offset: int, tag: str) -> None:
        for start, piece in markup.pieces(offset, raw):
            text = markup.unescape(piece)
            if tag == "v":
                self.value += text_pieces(start, piece)[0]
            elif tag == "f":
                self.formula += text
            elif tag == "t":
                text, found = text_pieces(start, piece)
                self.pieces.extend(found)
                self.value += text
            elif not text.isspace():
                self.others.append((str(start), text))


_NOTHING = _Inside("", 0, 0)
