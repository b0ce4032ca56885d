"""Reads the rows of a worksheet in bulk: one line of text a row, without keeping anything for a single cell."""

from __future__ import annotations

import re
from array import array
from datetime import date, timedelta

from govredact.documents.ooxml import cells, markup
from govredact.documents.ooxml.cells import GROUPS, Cell, Grammar, odd_attributes
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govredact.documents.ooxml.areas import Area
    from govredact.documents.ooxml.cell_styles import CellStyles
    from govredact.documents.ooxml.markup import Markup
    from govredact.documents.ooxml.shared import SharedStrings

# Line ends and tabs inside a cell are read as spaces, so that rows stay lines.
BREAKS = str.maketrans("\t\n\r", "   ")
_BREAK = re.compile("[\t\n\r]")
_BLANK = " \t\r\n\0"
_EPOCH = date(1899, 12, 30)
_LAST_DAY = 80_000
_MOST_EXACT = 10**18
# Spreadsheets show 15 significant digits and zeros behind them (ECMA-376 part 1, 18.17.5.2).
_MOST_SHOWN = 10**15
# Rows are filled up to the width of the sheet, so that columns can be counted, where that does not make much of little.
_WIDEST = 256
_MOST_FILLING = 4
_MOST_KNOWN = 50_000
_ROW_NUMBER = re.compile(r'\sr\s*=\s*"([0-9]{1,7})"')
_HIDDEN_ROW = re.compile(r'\s(?:hidden\s*=\s*"(?:1|true)"|ht\s*=\s*"0")')
_USUAL_ROW = re.compile(r'(?: (?:[a-z][A-Za-z0-9]*:)?[A-Za-z]+="[-0-9.:a-z]*")*\s*')
# What a formula must hold to say something: a literal text, a long number, letters beyond ASCII.
_SAYS = re.compile(r'["@]|&quot;|[0-9]{5}|[^\x00-\x7f]')


class Extra(NamedTuple):
    """Text of a sheet that no cell shows: a formula, a comment in the markup, an attribute that no program writes."""

    kind: str
    key: str
    ref: str
    text: str


class SheetMarkup(NamedTuple):
    """A worksheet part: its markup, [start, end) of what stands in sheetData, and the patterns for its prefix."""

    markup: Markup
    start: int
    end: int
    rules: Grammar


class _Row(NamedTuple):
    """A row that is being read: the offset of its tag, [start, end) of its cells, its number, its attributes."""

    offset: int
    start: int
    end: int
    number: int
    said: str


class Rows:
    """The rows of one sheet that hold text, in the order of the part.

    ``tables`` are the areas that have a style of their own. ``lines`` are the texts of the rows (cells parted by tabs), then for each row:
    the offset of its tag, its number, and its columns where they are not simply counted. ``styled`` are the traits of cells by (row, slot),
    ``hidden`` the rows that are not shown.
    """

    def __init__(self, source: SheetMarkup, strings: SharedStrings, styles: CellStyles, tables: Sequence[Area] = ()) -> None:
        self.source = source
        self._tables = tables
        self.lines: list[str] = []
        self.offsets, self.numbers = array("Q"), array("Q")
        self.columns: dict[int, Sequence[int]] = {}
        self.styled: dict[tuple[int, int], frozenset[str]] = {}
        self.hidden: list[int] = []
        self.extras: list[Extra] = []
        self._strings = strings
        self._styles = styles
        self._layouts: dict[tuple[str | None, ...], Sequence[int]] = {}
        self._known: dict[str, str] = {}
        self._odd = False
        self._read()

    def _read(self) -> None:
        text, rules, last = self.source.markup.text, self.source.rules, self.source.end
        position, number = self.source.start, 0
        opened = rules.row.search(text, position, last)
        while opened is not None:
            offset = opened.start()
            if offset > position:
                self._between(position, offset)
            said, start, end = cells.row_at(text, offset, rules)
            found = _ROW_NUMBER.search(said)
            number = int(found[1]) if found else number + 1
            if not _USUAL_ROW.fullmatch(said):
                self.extras += [Extra("other", key, "", value) for key, value in odd_attributes(said, opened.start(1))]
            if start < end:
                self._row(_Row(offset, start, end, number, said))
            position = end if said.endswith("/") else end + len(rules.row_end)
            opened = rules.row.match(text, position) or rules.row.search(text, position, last)
        self._between(position, self.source.end)
        self.extras += [
            Extra("markup", str(offset), "", aside)
            for offset, aside in self.source.markup.asides
            if self.source.start <= offset < self.source.end
        ]
        if self._odd:
            markup.check(self.source.markup.stored.encode())

    def _between(self, start: int, end: int) -> None:
        """What stands in sheetData and in no row: line ends, else nothing that a program writes."""
        if self.source.markup.text[start:end].strip(_BLANK):
            self._odd = True
            found = markup.loose_texts(self.source.markup.text, start, end)
            self.extras += [Extra("other", str(offset), "", text) for offset, text in found]

    def _row(self, row: _Row) -> None:
        parts = self.source.rules.cell.split(self.source.markup.text[row.start : row.end])
        letters = tuple(parts[1::GROUPS])
        columns = self._layouts.get(letters)
        if columns is None:
            columns = self._layouts[letters] = _layout(letters)
        formulas = parts[5::GROUPS]
        says = any(formulas) and any(formula and _SAYS.search(formula) for formula in formulas)
        odd = "".join(parts[::GROUPS]).strip(_BLANK)
        self._odd = self._odd or bool(odd)
        if not columns or says or odd:
            texts, columns, styles = self._row_in_detail(row)
        else:
            styles = [one or other for one, other in zip(parts[2::GROUPS], parts[4::GROUPS], strict=True)]
            texts = self._texts(parts[3::GROUPS], parts[6::GROUPS], parts[7::GROUPS], styles)
        if any(texts):
            self._add(row, texts, columns, styles)

    def _texts(self, kinds: list[str], values: list[str], inlines: list[str], styles: list[str]) -> list[str]:
        shared, dates, known = self._strings.text, self._styles.dates, self._known
        texts = []
        if len(known) > _MOST_KNOWN:
            known.clear()
        for kind, value, inline, style in zip(kinds, values, inlines, styles, strict=True):
            if inline:
                # Texts come again and again, and some programs write each character as a number.
                text = known.get(inline)
                if text is None:
                    text = known[inline] = cells.text_pieces(0, inline)[0]
                texts.append(text)
            elif not value:
                texts.append("")
            elif kind == "s":
                texts.append(shared(value))
            elif kind is None or kind == "n":
                texts.append(value if value.isdecimal() and style not in dates else shown_number(value, style in dates))
            else:
                texts.append(cells.text_pieces(0, value)[0])
        return texts

    def _row_in_detail(self, row: _Row) -> tuple[list[str], Sequence[int], list[str]]:
        found = list(cells.cells(self.source.markup.text, row.start, row.end, row.number, self.source.rules))
        position = row.start
        for cell in found:
            self._between(position, cell.offset)
            position = cell.end
            if cell.formula and _SAYS.search(cell.formula):
                self.extras.append(Extra("formula", f"formula:{cell.offset}", cell.ref, cell.formula))
            self.extras += [Extra("other", key, cell.ref, text) for key, text in cell.others]
        self._between(position, row.end)
        texts = [shown(cell, self._strings, self._styles) for cell in found]
        columns: Sequence[int] = [cell.column for cell in found]
        return texts, columns if _in_order(columns) else range(1, len(found) + 1), [cell.style for cell in found]

    def _add(self, row: _Row, texts: list[str], columns: Sequence[int], styles: list[str]) -> None:
        index, last = len(self.lines), columns[-1]
        slots = texts
        if last != len(columns) and last <= _WIDEST:
            slots = [""] * last
            for column, text in zip(columns, texts, strict=True):
                slots[column - 1] = text
        elif last != len(columns):
            self.columns[index] = columns
        if self._styles.traits:
            self._note_styles(row.number, columns, texts, styles)
        line = "\t".join(slots)
        if "\n" in line or "\r" in line or line.count("\t") >= len(slots):
            line = "\t".join([slot.translate(BREAKS) for slot in slots])
        self.lines.append(line)
        self.offsets.append(row.offset)
        self.numbers.append(row.number)
        if "h" in row.said and _HIDDEN_ROW.search(row.said):
            self.hidden.append(index)

    def _note_styles(self, number: int, columns: Sequence[int], texts: list[str], styles: list[str]) -> None:
        index, traits, unfilled = len(self.lines), self._styles.traits, self._styles.unfilled
        for order, (style, text) in enumerate(zip(styles, texts, strict=True)):
            # The style of a table lays colours under cells that have none of their own.
            if style in unfilled and any(table.holds(number, columns[order]) for table in self._tables):
                continue
            if text and style in traits:
                self.styled[index, order if index in self.columns else columns[order] - 1] = traits[style]

    def laid_out(self) -> tuple[str, array[int]]:
        """The text of the sheet and where each row begins in it; an empty line where rows are left out."""
        widths = [line.count("\t") for line in self.lines]
        widest = max(widths, default=0)
        filling = widest * len(widths) - sum(widths)
        fills = widest <= _WIDEST and filling <= _MOST_FILLING * sum(map(len, self.lines)) + _WIDEST
        pieces: list[str] = []
        starts, offset, above = array("Q"), 0, 0
        for line, width, number in zip(self.lines, widths, self.numbers, strict=True):
            if pieces:
                pieces.append("\n" if number <= above + 1 else "\n\n")
                offset += len(pieces[-1])
            whole = line + "\t" * (widest - width) if fills and width < widest else line
            starts.append(offset)
            pieces.append(whole)
            offset += len(whole)
            above = number
        return "".join(pieces), starts


def _layout(letters: tuple[str | None, ...]) -> Sequence[int]:
    """The columns that the letters name; nothing where they cannot be relied on."""
    columns = [cells.number_of(name or "") for name in letters]
    return columns if columns and _in_order(columns) else ()


def _in_order(columns: Sequence[int]) -> bool:
    return all(one < other for one, other in zip((0, *columns), columns, strict=False))


def shown(cell: Cell, strings: SharedStrings, styles: CellStyles) -> str:
    """What a cell shows."""
    if cell.kind == "s":
        return strings.text(cell.value)
    return shown_value(cell, styles)


def shown_value(cell: Cell, styles: CellStyles) -> str:
    """What a cell with a value of its own shows."""
    if cell.kind == "n" and cell.value:
        return shown_number(cell.value.strip(), cell.style in styles.dates)
    return cell.value


def shown_number(text: str, dated: bool) -> str:
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


def open_sheet(content: bytes) -> SheetMarkup:
    """The markup of a worksheet; its rows are checked while they are read. CorruptDocumentError where it is no XML."""
    read = markup.read(content, whole=False)
    text = read.text
    root = re.compile(r"<([\w.-]+:)?worksheet[\s/>]").search(text)
    rules = cells.grammar(root[1] or "" if root else "")
    opened = rules.data.search(text)
    end = text.rfind(rules.end) if opened else -1
    if opened is None or end < opened.end():
        markup.check(read.stored.encode())
        return SheetMarkup(read, 0, 0, rules)
    markup.check((read.stored[: opened.end()] + read.stored[end:]).encode())
    return SheetMarkup(read, opened.end(), end, rules)
