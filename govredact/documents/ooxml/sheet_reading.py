"""Reads the rows of a worksheet one after the other, so that a large sheet never stands in memory as a tree."""

from __future__ import annotations

import io
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from govredact.documents.ooxml.names import attribute, child, children, is_element, local
from govredact.documents.ooxml.sheets import Area, Sheet, column_of
from govredact.errors import CorruptDocumentError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.documents.ooxml.cell_styles import CellStyles
    from govredact.documents.ooxml.shared import SharedStrings

# Line ends and tabs inside a cell are read as spaces, so that rows stay lines.
_BREAKS = str.maketrans("\t\n\r", "   ")
_BREAK = re.compile("[\t\n\r]")
_EPOCH = date(1899, 12, 30)
_LAST_DAY = 80_000
_MOST_EXACT = 10**18
# Spreadsheets show 15 significant digits and zeros behind them (ECMA-376 part 1, 18.17.5.2).
_MOST_SHOWN = 10**15
_LETTERS = [chr(letter) for letter in range(65, 91)]


# Attributes of rows and cells (18.3.1.4, 18.3.1.73) hold numbers and references only.
KNOWN = frozenset(("r", "s", "t", "cm", "vm", "ph", "spans", "customFormat", "ht", "hidden", "customHeight", "outlineLevel", "collapsed"))
KNOWN |= {"thickTop", "thickBot", "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac}dyDescent"}


class Extra(NamedTuple):
    """Text of a sheet that no cell shows: a formula, a comment in the markup, an attribute that no program writes."""

    kind: str
    number: int
    ref: str
    text: str


class Rows:
    """Fills a Sheet. ``shell`` is the root without its rows, ``extras`` what is no value of a cell, ``hidden`` cells by the reason."""

    def __init__(self, sheet: Sheet, content: bytes, styles: CellStyles) -> None:
        self.extras: list[Extra] = []
        self.hidden_rows: list[int] = []
        self._sheet = sheet
        self._styles = styles
        self._count = 0
        self._offset = 0
        self._row = 0
        self._last_row = -1
        self._last_ref = ""
        self._v = self._is = self._t = ""
        self._marked = False
        self.shell = self._read(content)
        sheet.merged = [
            Area.read(attribute(node, "ref")) for group in children(self.shell, "mergeCells") for node in children(group, "mergeCell")
        ]
        self.hidden_columns = hidden_columns(self.shell)

    def _read(self, content: bytes) -> Any:
        from lxml import etree

        options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
        context = etree.iterparse(io.BytesIO(content), events=("end",), tag=("{*}row",), **options)
        marked = content.count(b"<!--") + content.count(b"<?") > 1
        try:
            for _, row in context:
                self._take(row, marked)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise CorruptDocumentError("a part of the package is no valid XML", format="xlsx") from error
        root = context.root
        for data in children(root, "sheetData") if root is not None else ():
            self._note_markup(data if marked else ())
            del data[:]
        if root is None or root.getroottree().docinfo.internalDTD is not None:
            raise CorruptDocumentError("a part of the package declares entities, which Office files never do", format="xlsx")
        return root

    def _take(self, row: Any, marked: bool) -> None:
        parent = row.getparent()
        if parent is None or local(parent.tag) != "sheetData":
            return
        number = row.get("r")
        self._row = int(number) if number and number.isdecimal() else self._row + 1
        self._last_ref = ""
        if marked:
            self._take_markup(row)
        if row.get("hidden") in ("1", "true") or row.get("ht") == "0":
            self.hidden_rows.append(self._row)
        first = len(self._sheet.refs)
        if row.text or row.tail or not KNOWN.issuperset(row.keys()):
            self._note_odd(row, "")
        space = row.tag.removesuffix("row")
        self._v, self._is, self._t, self._marked = f"{space}v", f"{space}is", f"{space}t", marked
        for cell in row.iterchildren(f"{space}c"):
            self._take_cell(cell)
        if len(self._sheet.refs) > first:
            self._sheet.row_starts.append(first)
        row.clear()
        while row.getprevious() is not None:
            parent.remove(row.getprevious())

    def _take_markup(self, row: Any) -> None:
        from lxml import etree

        self._note_markup((*row.itersiblings(preceding=True), *row.iter(etree.Comment, etree.ProcessingInstruction)))

    def _note_markup(self, nodes: Iterable[Any]) -> None:
        self.extras += [Extra("markup", self._count, "", node.text) for node in nodes if not is_element(node) and node.text]

    def _take_cell(self, cell: Any) -> None:
        ref = cell.get("r") or f"{_letters(column_of(self._last_ref) + 1)}{self._row}"
        self._last_ref = ref
        kind, style = cell.get("t"), cell.get("s")
        if cell.text or cell.tail or len(cell.keys()) > 1 + (kind is not None) + (style is not None):
            self._note_odd(cell, ref)
        if len(cell):
            text, source = self._value(cell, kind or "n", style, ref)
            if text:
                self._add(ref, text, source, style)
        self._count += 1

    def _note_odd(self, node: Any, ref: str) -> None:
        """Text and attributes that stand in a cell or row although no program writes them."""
        texts = [node.text, node.tail, *(value for name, value in node.items() if name not in KNOWN)]
        self.extras += [Extra("other", self._count, ref, text) for text in texts if text and not text.isspace()]

    def _value(self, cell: Any, kind: str, style: str | None, ref: str) -> tuple[str, int | str]:
        text: str | None = None
        if len(cell) == 1 and not self._marked:
            # Nearly all cells: a value, or one inline text.
            only = cell[0]
            if only.tail:
                text = None
            elif only.tag == self._v:
                text = only.text
            elif only.tag == self._is and len(only) == 1 and only[0].tag == self._t:
                text, kind = only[0].text, "inlineStr"
        for node in cell if text is None else ():
            name = local(node.tag) if is_element(node) else ""
            if name == "v":
                text = node.text
            elif name == "is":
                text, kind = "".join(shown_texts(node)), "inlineStr"
            elif name == "f" and node.text:
                self.extras.append(Extra("formula", self._count, ref, node.text))
            if node.tail and not node.tail.isspace():
                self.extras.append(Extra("other", self._count, ref, node.tail))
            if name not in ("v", "f", "is", ""):
                self.extras.extend(Extra("other", self._count, ref, found) for found in node.itertext() if found.strip())
        if not text:
            return "", ""
        if kind == "s":
            index = int(text) if text.strip().isdecimal() else -1
            return self._sheet.strings.text(index), index
        if kind == "n":
            return _number(text, style is not None and style in self._styles.dates), "value"
        return text, "inline" if kind == "inlineStr" else "value"

    def _add(self, ref: str, text: str, source: int | str, style: str | None) -> None:
        sheet = self._sheet
        if _BREAK.search(text):
            text = text.translate(_BREAKS)
        if style is not None and style in self._styles.traits:
            sheet.traits[len(sheet.refs)] = self._styles.traits[style]
        if sheet.refs:
            sheet.pieces.append("\t" if self._last_row == self._row else "\n")
            self._offset += 1
        self._last_row = self._row
        sheet.starts.append(self._offset)
        sheet.refs.append(ref)
        sheet.numbers.append(self._count)
        sheet.sources.append(source)
        sheet.pieces.append(text)
        self._offset += len(text)


def _number(text: str, dated: bool) -> str:
    """A number as a reader sees it: a telephone without a decimal point or exponent, a date as a date."""
    if not dated and text.isdecimal():
        return text
    try:
        number = float(text)
    except ValueError:
        return text
    if dated and 0 < number < _LAST_DAY:
        return (_EPOCH + timedelta(days=int(number))).isoformat()
    if not number.is_integer() or abs(number) >= _MOST_EXACT:
        return text
    if abs(number) < _MOST_SHOWN:
        return str(int(number))
    mantissa, exponent = f"{number:.14e}".split("e")
    return mantissa.replace(".", "") + "0" * (int(exponent) - 14)


def number_shown(cell: Any, styles: CellStyles) -> str:
    """What a cell with a value of its own shows, as the reader gave it."""
    value = child(cell, "v")
    text = value.text or "" if value is not None else ""
    if cell.get("t", "n") == "n":
        text = _number(text, cell.get("s") in styles.dates)
    return text.translate(_BREAKS)


def shown_texts(node: Any) -> list[str]:
    """The texts of an inline string in order, phonetic ones left out."""
    return [leaf.text for leaf in text_nodes(node) if leaf.text]


def text_nodes(node: Any) -> list[Any]:
    """The text nodes of an inline string, phonetic ones left out."""
    return [leaf for leaf in node.iter() if is_element(leaf) and local(leaf.tag) == "t" and local(leaf.getparent().tag) != "rPh"]


def hidden_columns(root: Any) -> list[Area]:
    """The columns that are hidden or have no width, as areas over all rows."""
    found = []
    for group in children(root, "cols"):
        for node in children(group, "col"):
            if attribute(node, "hidden") in ("1", "true") or attribute(node, "width") == "0":
                first, last = attribute(node, "min"), attribute(node, "max")
                if first.isdecimal() and last.isdecimal():
                    found.append(Area(1, int(first), 2**20, int(last)))
    return found


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, digit = divmod(column - 1, 26)
        letters = _LETTERS[digit] + letters
    return letters


def new_sheet(part: str, name: str, strings: SharedStrings, content: bytes, styles: CellStyles) -> tuple[Sheet, Rows]:
    """The sheet and what was read beside its cells."""
    sheet = Sheet(part, name, strings)
    return sheet, Rows(sheet, content, styles)
