"""Changes the cells of a worksheet: a number that is masked becomes text, a formula that would bring it back goes."""

from __future__ import annotations

import re

from govredact.documents.ooxml import cells, markup
from govredact.documents.ooxml.sheet_reading import BREAKS, SheetMarkup, open_sheet, shown_value
from govredact.errors import SpanConflictError
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from govredact.documents.ooxml.cell_styles import CellStyles
    from govredact.documents.ooxml.cells import Cell
    from govredact.models import Edit

    Change = tuple[int, int, str]

# An asterisk is no character for the name of a sheet, nor for what refers to it.
_WIDE = str.maketrans("*", "＊")
# Leaves that are cells; all others are texts.
_KINDS = frozenset(("value", "formula"))
_STYLE = re.compile('(\\ss\\s*=\\s*")([0-9]*)(")')
_TYPE = re.compile('\\st\\s*=\\s*"[^"]*"')
_SHARED = re.compile('\\ssi\\s*=\\s*"([0-9]+)"')


def widened(edits: Mapping[str, Sequence[Edit]]) -> dict[str, list[Edit]]:
    """Edits whose masks may stand in names and references."""
    return {key: [edit._replace(replacement=edit.replacement.translate(_WIDE)) for edit in found] for key, found in edits.items()}


def edited(content: bytes, edits: Mapping[str, Sequence[Edit]], styles: CellStyles, right: Callable[[str], str]) -> bytes:
    """The sheet with ``edits`` carried out.

    ``right`` gives the style that keeps a number's place at the right edge when it becomes text. SpanConflictError for a leaf that
    the sheet does not have.
    """
    sheet = open_sheet(content)
    changes: list[Change] = []
    by_cell: dict[int, dict[str, Sequence[Edit]]] = {}
    for key, found in edits.items():
        kind, _, offset = key.partition(":")
        if kind in _KINDS:
            by_cell.setdefault(int(offset) if offset.isdecimal() else -1, {})[kind] = found
        else:
            inside = kind.isdecimal() and sheet.start <= int(kind) < sheet.end
            changes.append(markup.change_of(sheet.markup, key, found if inside else widened({key: found})[key]))
    gone: set[str] = set()
    for start, kinds in by_cell.items():
        changes += _cell_changes(sheet, start, kinds, styles, right, gone)
    changes += _shared_formulas(sheet, gone, frozenset(by_cell))
    return markup.encoded(markup.splice(sheet.markup.stored, changes))


def _cell_changes(
    sheet: SheetMarkup,
    start: int,
    kinds: Mapping[str, Sequence[Edit]],
    styles: CellStyles,
    right: Callable[[str], str],
    gone: set[str],
) -> Iterator[Change]:
    text, rules = sheet.markup.text, sheet.rules
    match = rules.any_cell.match(text, start) if sheet.start <= start < sheet.end else None
    if match is None:
        raise SpanConflictError("an edit names a cell that the sheet does not have")
    cell = next(cells.cells(text, start, match.end(), 0, rules))
    formula = _formula(sheet, match.start(2), match.end(2))
    if formula:
        found = _SHARED.search(text, *formula.span())
        if found and re.search(r"\sref\s*=", formula[0]):
            gone.add(found[1])
    if "value" in kinds:
        yield (
            start,
            match.end(),
            _text_cell(cell, match[1], markup.changed(shown_value(cell, styles).translate(BREAKS), kinds["value"]), rules, right),
        )
    elif formula:
        yield formula.start(), formula.end(), ""


def _formula(sheet: SheetMarkup, start: int, end: int) -> re.Match[str] | None:
    prefix = re.escape(sheet.rules.prefix)
    pattern = re.compile(f"<{prefix}f(?:\\s[^<>]*?)?(?:/>|>[^<]*</{prefix}f>)")
    return pattern.search(sheet.markup.text, start, end) if start >= 0 else None


def _text_cell(cell: Cell, attributes: str, text: str, rules: cells.Grammar, right: Callable[[str], str]) -> str:
    """A cell with a text of its own, whatever it held before."""
    prefix = rules.prefix
    kept = _TYPE.sub("", attributes.rstrip("/ "))
    if cell.kind == "n":
        style = right(cell.style or "0")
        kept = _STYLE.sub(rf"\g<1>{style}\g<3>", kept) if cell.style else f'{kept} s="{style}"'
    space = ' xml:space="preserve"' if text != text.strip() else ""
    holder = f"<{prefix}is><{prefix}t{space}>{markup.escape(text)}</{prefix}t></{prefix}is>"
    return f'<{prefix}c{kept} t="inlineStr">{holder}</{prefix}c>'


def _shared_formulas(sheet: SheetMarkup, gone: set[str], done: frozenset[int]) -> Iterator[Change]:
    """Cells that share a formula which went keep their values and lose what refers to it."""
    if not gone:
        return
    text, rules = sheet.markup.text, sheet.rules
    for match in rules.any_cell.finditer(text, sheet.start, sheet.end):
        formula = _formula(sheet, match.start(2), match.end(2)) if match[2] and match.start() not in done else None
        shared = _SHARED.search(text, *formula.span()) if formula else None
        if formula and shared and shared[1] in gone:
            yield formula.start(), formula.end(), ""
