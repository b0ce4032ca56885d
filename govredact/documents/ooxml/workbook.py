"""Workbooks (.xlsx, .xlsm, .xltx): each sheet is one buffer over shared strings and values, all other parts are swept."""

from __future__ import annotations

import re
from bisect import bisect_right

from govredact.documents.leaves import Block, LeafBuffer, LeafPassage
from govredact.documents.ooxml import markup, observing, relations, shared, sheet_writing, workbook_cleaning, xml
from govredact.documents.ooxml.areas import Area, hidden_columns, merged_areas, table_area
from govredact.documents.ooxml.cell_styles import CellStyles, RightAligned
from govredact.documents.ooxml.cells import attributes as cells_attributes
from govredact.documents.ooxml.document import OfficeDocument
from govredact.documents.ooxml.names import attribute, child, children
from govredact.documents.ooxml.part import Part
from govredact.documents.ooxml.sheet_reading import Rows, open_sheet
from govredact.documents.ooxml.sheet_views import joined
from govredact.documents.ooxml.sheets import Sheet, SheetPassage, Spot
from govredact.documents.ooxml.views import views
from govredact.models import Location, Observation
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from govredact.documents.ooxml.markup import Markup
    from govredact.documents.ooxml.rewrite import Rewrite
    from govredact.documents.ooxml.sheet_reading import Extra, SheetMarkup
    from govredact.models import Edit, Passage

_BOOK = "xl/workbook.xml"
_STYLES = "xl/styles.xml"
_COMMENT = re.compile(r"<(/?)(?:[\w.-]+:)?(?:threadedComment|comment)((?:\s[^<>]*)?)>")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$")


class XlsxDocument(OfficeDocument):
    """A workbook."""

    home = "xl/"
    _right: tuple[Rewrite, RightAligned] | None = None

    def passages(self) -> Iterator[Passage]:
        """The part names, the sheets and all other parts; at the end the shared strings that no cell shows."""
        names = self._package.names
        self._string_markup = markup.read(self._package.read(shared.PART)) if shared.PART in names else None
        self._strings = shared.SharedStrings(self._string_markup)
        self._styles = CellStyles(self._package.read(_STYLES) if _STYLES in names else None)
        self._sheets = sheet_names(self._package.read, names)
        yield from super().passages()
        yield from self._orphans()

    def part_markup(self, name: str, content: bytes) -> Markup:
        """The markup of a part; shared strings and sheets are read in their own ways."""
        if name == shared.PART and self._string_markup is not None:
            return self._string_markup
        if _SHEET.match(name):
            self._sheet_markup = open_sheet(content)
            return self._sheet_markup.markup
        return super().part_markup(name, content)

    def part_views(self, name: str, content: Markup, observed: list[Observation]) -> Iterator[Passage]:
        """The passages of one part; what it hides is observed."""
        if _SHEET.match(name):
            yield from self._sheet_views(name, self._sheet_markup, observed)
            return
        if name == shared.PART:
            # The texts themselves are read where cells show them.
            yield from self._leaves([[piece] for piece in self._strings.beside], name, "beside")
            return
        part = self.read_part(name, content)
        if workbook_cleaning.COMMENTS.match(name):
            self._place_comments(name, part, content.text)
            observed.extend(observing.of_comments(part))
        yield from views(part)

    def edit_part(self, rewrite: Rewrite, name: str, edits: dict[str, list[Edit]]) -> None:
        """Cells change type where they must; names of sheets and what refers to them take no asterisk."""
        content = rewrite.content(name)
        if _SHEET.match(name):
            changed = sheet_writing.edited(content, edits, self._styles, self._right_aligned(rewrite))
        elif name == shared.PART or workbook_cleaning.COMMENTS.match(name):
            changed = markup.edited(content, edits)
        else:
            changed = workbook_cleaning.retype_numbers(markup.edited(content, sheet_writing.widened(edits)))
        rewrite.replace(name, changed)
        workbook_cleaning.drop_calculation_chain(rewrite)

    def clean(self, rewrite: Rewrite, cleaning: Callable[[str], str]) -> None:
        """Hidden sheets, rows, columns and cells, notes, cached data."""
        workbook_cleaning.clean(rewrite, cleaning, sheet_names(rewrite.content, rewrite.names), self._styles)

    def _right_aligned(self, rewrite: Rewrite) -> Callable[[str], str]:
        """Asked only when a number becomes text, so that other copies keep their styles byte for byte."""

        def style(number: str) -> str:
            if not rewrite.has(_STYLES):
                return number
            if self._right is None or self._right[0] is not rewrite:
                self._right = rewrite, RightAligned(rewrite.tree(_STYLES))
            return self._right[1].style(number)

        return style

    def _sheet_views(self, name: str, source: SheetMarkup, observed: list[Observation]) -> Iterator[Passage]:
        title, state = self._sheets.get(name, (name, ""))
        rows = Rows(source, self._strings, self._styles, list(self._tables(name)) if self._styles.unfilled else ())
        read = source.markup.text
        before, behind = read[: source.start], read[source.end :]
        sheet = Sheet(name, title, rows, self._strings, merged_areas(behind))
        passage = SheetPassage(sheet, self.format)
        observed.extend(_observe_sheet(passage, rows, self.place(name)._replace(cell=title), state, hidden_columns(before)))
        if passage.text:
            yield passage
            yield from joined(passage)
        yield from self._extras(name, title, rows.extras)
        yield from views(Part(self.place(name), source.markup, without=(source.start, source.end)))

    def _tables(self, sheet: str) -> Iterator[Area]:
        """The areas of a sheet that have a table's style."""
        rels, names = relations.rels_of(sheet), self._package.names
        for _, part in relations.internal(rels, xml.parse(self._package.read(rels))) if rels in names else ():
            if part.startswith("xl/tables/") and part in names:
                yield table_area(markup.read(self._package.read(part)).text)

    def _place_comments(self, name: str, part: Part, text: str) -> None:
        """Comments stand beside a cell, which their element names; the sheet is the one that refers to the part."""
        title = commented_sheet(self._package.read, self._package.names, self._sheets, name)
        cells = list(comments(text))
        for paragraph in (*part.paragraphs, *part.attributes):
            offset = next((int(str(key)) for key, _, _ in paragraph.pieces if key is not None), -1)
            index = bisect_right(cells, (offset, "\uffff")) - 1
            ref = cells[index][1] if index >= 0 else ""
            if ref:
                paragraph.stand_in(f"{title}!{ref}" if title else ref)

    def _extras(self, name: str, title: str, extras: list[Extra]) -> Iterator[Passage]:
        buffer, separator = LeafBuffer(name), ""
        for extra in extras:
            buffer.separator(separator)
            place = Location(self.format, part=name, cell=f"{title}!{extra.ref}" if extra.ref else None, attribute=extra.kind)
            buffer.begin(Block(place, frozenset((extra.kind,))))
            buffer.leaf(extra.key, extra.text)
            separator = "\n"
        if extras:
            yield LeafPassage(buffer, f"{name} (formulas)")

    def _orphans(self) -> Iterator[Passage]:
        strings = self._strings
        texts = [list(strings.stored(index)) for index in strings.orphans()]
        yield from self._leaves(texts, shared.PART, "unused")

    def _leaves(self, texts: list[list[tuple[str, str]]], part: str, trait: str) -> Iterator[Passage]:
        """One line for each of ``texts``, which are (leaf, text) in order; nothing where there are none."""
        buffer = LeafBuffer(part)
        for number, pieces in enumerate(texts):
            buffer.separator("\n" if number else "")
            buffer.begin(Block(Location(self.format, part=part), frozenset((trait,))))
            for key, text in pieces:
                buffer.leaf(key, text)
        if texts:
            yield LeafPassage(buffer, f"{part} ({trait})")


def sheet_names(read: Callable[[str], bytes], names: list[str]) -> dict[str, tuple[str, str]]:
    """(name, state) of each sheet by its part."""
    rels = relations.rels_of(_BOOK)
    if _BOOK not in names or rels not in names:
        return {}
    targets = {attribute(node, "Id"): part for node, part in relations.internal(rels, xml.parse(read(rels)))}
    sheets = child(xml.parse(read(_BOOK)), "sheets")
    found = {}
    for node in children(sheets, "sheet") if sheets is not None else ():
        part = targets.get(node.get(_relationship(node), ""), "")
        found[part] = (attribute(node, "name"), attribute(node, "state"))
    return found


def commented_sheet(read: Callable[[str], bytes], names: list[str], sheets: dict[str, tuple[str, str]], part: str) -> str:
    """The name of the sheet that the comments of ``part`` belong to; "" where none refers to it."""
    for sheet, (title, _) in sheets.items():
        rels = relations.rels_of(sheet)
        if rels in names and any(target == part for _, target in relations.internal(rels, xml.parse(read(rels)))):
            return title
    return ""


def comments(text: str) -> Iterator[tuple[int, str]]:
    """(offset, cell) of each comment in the markup of a comments part; where one ends, its offset and no cell."""
    for match in _COMMENT.finditer(text):
        yield match.start(), cells_attributes(match[2]).get("ref", "") if not match[1] else ""


def _relationship(sheet: Any) -> str:
    """The attribute of a sheet that names its relationship: the one called id, not sheetId."""
    return next((key for key in sheet.attrib if key.endswith("}id")), "")


def _observe_sheet(passage: SheetPassage, rows: Rows, place: Location, state: str, columns: list[Area]) -> Iterator[Observation]:
    if state in ("hidden", "veryHidden"):
        if passage.text:
            yield Observation("hidden_sheet", place, passage.text, tuple(passage.leaves(0, len(passage.text))), "hidden_content")
        return
    yield from _of_cells(passage, "hidden_rows", [spot for row in rows.hidden for spot, _ in passage.spots(row)], "hidden_content")
    in_columns = [
        spot
        for row in (range(passage.row_count()) if columns else ())
        for spot, _ in passage.spots(row)
        if any(area.left <= passage.column(spot) <= area.right for area in columns)
    ]
    yield from _of_cells(passage, "hidden_columns", in_columns, "hidden_content")
    for spot, traits in passage.styled.items():
        text = passage.text_of(Spot(*spot))
        if "hidden" in traits:
            yield from _of_cells(passage, "hidden_cell", [Spot(*spot)], "hidden_content")
        elif any(char.isalnum() for char in text):
            yield from _of_cells(passage, "covered_text", [Spot(*spot)], "")


def _of_cells(passage: SheetPassage, kind: str, cells: list[Spot], cleaning: str) -> Iterator[Observation]:
    if cells:
        spans = [passage.span_of(spot) for spot in cells]
        leaves = tuple(leaf for span in spans for leaf in passage.leaves(*span))
        text = "\t".join([passage.text_of(spot) for spot in cells])
        yield Observation(kind, passage.locate(*spans[0]), text, leaves, cleaning)
