"""Workbooks (.xlsx, .xlsm, .xltx): each sheet is one buffer over shared strings and values, all other parts are swept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from govredact.documents.leaves import Block, LeafBuffer, LeafPassage
from govredact.documents.ooxml import observing, relations, shared, sheet_writing, workbook_cleaning, xml
from govredact.documents.ooxml.cell_styles import CellStyles, RightAligned
from govredact.documents.ooxml.document import OfficeDocument
from govredact.documents.ooxml.names import attribute, child, children, is_element, local
from govredact.documents.ooxml.part import Part
from govredact.documents.ooxml.sheet_reading import new_sheet, number_shown
from govredact.documents.ooxml.sheet_views import joined
from govredact.documents.ooxml.sheets import SheetPassage, column_of, row_of
from govredact.documents.ooxml.views import views
from govredact.models import Location, Observation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govredact.documents.ooxml.rewrite import Rewrite
    from govredact.documents.ooxml.sheet_reading import Rows
    from govredact.models import Edit, Passage

_BOOK = "xl/workbook.xml"
_STYLES = "xl/styles.xml"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$")


class XlsxDocument(OfficeDocument):
    """A workbook."""

    home = "xl/"
    _right: tuple[Rewrite, RightAligned] | None = None

    def passages(self) -> Iterator[Passage]:
        """The part names, the sheets and all other parts; at the end the shared strings that no cell shows."""
        names = self._package.names
        self._strings = shared.SharedStrings(self._package.read(shared.PART) if shared.PART in names else None)
        self._styles = CellStyles(self._package.read(_STYLES) if _STYLES in names else None)
        self._sheets = sheet_names(self._package.read, names)
        yield from super().passages()
        yield from self._orphans()

    def part_views(self, name: str, content: bytes, observed: list[Observation]) -> Iterator[Passage]:
        """The passages of one part; what it hides is observed."""
        if _SHEET.match(name):
            yield from self._sheet_views(name, content, observed)
            return
        if name == shared.PART:
            # The texts themselves are read where cells show them.
            yield from self._leaves([[piece] for piece in self._strings.beside], name, "beside")
            return
        part = self.read_part(name, content)
        if workbook_cleaning.COMMENTS.match(name):
            self._place_comments(name, part, content)
            observed.extend(observing.of_comments(part))
        yield from views(part)

    def edit_part(self, rewrite: Rewrite, name: str, edits: dict[str, list[Edit]]) -> None:
        """Cells change type where they must; names of sheets and what refers to them take no asterisk."""
        if _SHEET.match(name):
            sheet_writing.apply(rewrite.tree(name), edits, lambda cell: number_shown(cell, self._styles), self._right_aligned(rewrite))
        elif name == shared.PART or workbook_cleaning.COMMENTS.match(name):
            xml.apply(rewrite.tree(name), edits)
        else:
            xml.apply(rewrite.tree(name), sheet_writing.widened(edits))
            workbook_cleaning.retype_numbers(rewrite.tree(name))
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

    def _sheet_views(self, name: str, content: bytes, observed: list[Observation]) -> Iterator[Passage]:
        title, state = self._sheets.get(name, (name, ""))
        sheet, rows = new_sheet(name, title, self._strings, content, self._styles)
        passage = SheetPassage(sheet, self.format)
        observed.extend(_observe_sheet(passage, rows, self.place(name), state, title))
        if passage.text:
            yield passage
            yield from joined(passage)
        yield from self._extras(name, title, rows)
        yield from views(Part(self.place(name), rows.shell))

    def _place_comments(self, name: str, part: Part, content: bytes) -> None:
        """Comments stand beside a cell, which their element names; the sheet is the one that refers to the part."""
        title = commented_sheet(self._package.read, self._package.names, self._sheets, name)
        cells = {
            str(number): f"{title}!{ref}" if title else ref
            for first, ref, count in comments(xml.parse(content))
            for number in range(first, first + count)
        }
        for paragraph in (*part.paragraphs, *part.attributes):
            keys = [key for key, _, _ in paragraph.pieces if key is not None]
            cell = cells.get(re.split("[+@!]", str(keys[0]))[0]) if keys else None
            if cell:
                paragraph.stand_in(cell)

    def _extras(self, name: str, title: str, rows: Rows) -> Iterator[Passage]:
        buffer, separator = LeafBuffer(name), ""
        for extra in rows.extras:
            buffer.separator(separator)
            place = Location(self.format, part=name, cell=f"{title}!{extra.ref}" if extra.ref else None, attribute=extra.kind)
            buffer.begin(Block(place, frozenset((extra.kind,))))
            buffer.leaf(f"{extra.kind}:{extra.number}", extra.text)
            separator = "\n"
        if rows.extras:
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


def comments(root: Any) -> Iterator[tuple[int, str, int]]:
    """(number of its first node, cell, nodes) of each comment of a comments part."""
    for number, node in enumerate(xml.nodes(root)):
        if is_element(node) and local(node.tag) in ("comment", "threadedComment") and node.get("ref"):
            yield number, node.get("ref"), sum(1 for _ in node.iter())


def _relationship(sheet: Any) -> str:
    """The attribute of a sheet that names its relationship: the one called id, not sheetId."""
    return next((key for key in sheet.attrib if key.endswith("}id")), "")


def _observe_sheet(passage: SheetPassage, rows: Rows, place: Location, state: str, title: str) -> Iterator[Observation]:
    place = place._replace(cell=title)
    if state in ("hidden", "veryHidden"):
        if passage.text:
            yield Observation("hidden_sheet", place, passage.text, tuple(passage.leaves(0, len(passage.text))), "hidden_content")
        return
    hidden, columns = frozenset(rows.hidden_rows), rows.hidden_columns
    for kind, cells in (
        ("hidden_rows", [index for index, ref in enumerate(passage.refs) if row_of(ref) in hidden] if hidden else []),
        (
            "hidden_columns",
            [i for i, ref in enumerate(passage.refs) if any(a.left <= column_of(ref) <= a.right for a in columns)] if columns else [],
        ),
    ):
        if cells:
            yield _of_cells(passage, kind, cells, "hidden_content")
    for index, traits in passage.styled.items():
        text = passage.text_of(index)
        if "hidden" in traits:
            yield _of_cells(passage, "hidden_cell", [index], "hidden_content")
        elif any(char.isalnum() for char in text):
            yield _of_cells(passage, "covered_text", [index], "")


def _of_cells(passage: SheetPassage, kind: str, cells: list[int], cleaning: str) -> Observation:
    spans = [passage.span_of(index) for index in cells]
    leaves = tuple(leaf for span in spans for leaf in passage.leaves(*span))
    text = "\t".join([passage.text_of(index) for index in cells])
    return Observation(kind, passage.locate(*spans[0]), text, leaves, cleaning)
