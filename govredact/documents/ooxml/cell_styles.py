"""Cell styles of a workbook (ECMA-376 part 1, 18.8): which hide a value, which cover it, which show a number as a date."""

from __future__ import annotations

import copy
import re

from govredact.documents.ooxml.names import attribute, child, children
from govredact.documents.ooxml.xml import parse
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

_NONE: frozenset[str] = frozenset()
# 18.8.30: built-in formats of dates, those of Chinese locales included.
_DATES = frozenset((*range(14, 18), 22, *range(27, 32), 36, *range(50, 54), 57, 58))
_DATE = re.compile(r"(?:[yY]{2,4}|[eE]).*[mM]|[mM]+.*[dD]")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_HIDING = re.compile(r"\s*;\s*;\s*;?\s*")
_WHITE, _BLACK = "FFFFFF", "000000"
# 18.8.3: the first two theme colours are the ground and the text, which are white and black but for rare themes.
_THEME = {"0": _WHITE, "1": _BLACK}
_INDEXED = {"0": _BLACK, "1": _WHITE, "8": _BLACK, "9": _WHITE, "64": _BLACK, "65": _WHITE}


class CellStyles:
    """Answers by the number of a cell's style (attribute ``s``)."""

    def __init__(self, content: bytes | None) -> None:
        self.traits: dict[str, frozenset[str]] = {}
        self.dates: set[str] = set()
        # Styles that cover a value only if the ground is white because nothing fills it.
        self.unfilled: set[str] = set()
        if content:
            self._read(parse(content))

    def _read(self, root: Any) -> None:
        formats = {attribute(node, "numFmtId"): attribute(node, "formatCode") for node in _all(root, "numFmts", "numFmt")}
        fonts = [_color(child(node, "color")) for node in _all(root, "fonts", "font")]
        fills = [_fill(node) for node in _all(root, "fills", "fill")]
        patterns = [_pattern(node) for node in _all(root, "fills", "fill")]
        for number, style in enumerate(_all(root, "cellXfs", "xf")):
            code = attribute(style, "numFmtId")
            written = formats.get(code, "")
            if _HIDING.fullmatch(written):
                self.traits[str(number)] = frozenset(("hidden",))
            elif _is_covered(_at(fonts, style, "fontId"), _at(fills, style, "fillId")):
                self.traits[str(number)] = frozenset(("covered",))
                if _at(patterns, style, "fillId") == "none":
                    self.unfilled.add(str(number))
            if (code.isdecimal() and int(code) in _DATES) or _DATE.search(_QUOTED.sub("", written)):
                self.dates.add(str(number))


class RightAligned:
    """Styles for numbers that become text: the same look, and still at the right edge. ``root`` is that of the styles part."""

    def __init__(self, root: Any) -> None:
        self._group = child(root, "cellXfs")
        self._made: dict[str, str] = {}

    def style(self, number: str) -> str:
        """The number of the style to use instead of style ``number``; the same one where it says itself how it is aligned."""
        if number not in self._made:
            self._made[number] = self._make(number)
        return self._made[number]

    def _make(self, number: str) -> str:
        group = self._group
        styles = list(children(group, "xf")) if group is not None else []
        if group is None or not number.isdecimal() or int(number) >= len(styles):
            return number
        style = copy.deepcopy(styles[int(number)])
        alignment = child(style, "alignment")
        if alignment is None:
            alignment = style.makeelement(style.tag.removesuffix("xf") + "alignment")
            style.insert(0, alignment)
        if attribute(alignment, "horizontal", "general") != "general":
            return number
        alignment.set("horizontal", "right")
        style.set("applyAlignment", "1")
        group.append(style)
        group.set("count", str(len(styles) + 1))
        return str(len(styles))


def _all(root: Any, group: str, name: str) -> list[Any]:
    holder = child(root, group)
    return list(children(holder, name)) if holder is not None else []


def _at(values: list[str], style: Any, name: str) -> str:
    index = attribute(style, name, "0")
    return values[int(index)] if index.isdecimal() and int(index) < len(values) else ""


def _color(node: Any | None) -> str:
    """Six hexadecimal digits, or "" for what is automatic or unknown."""
    if node is None:
        return ""
    rgb = attribute(node, "rgb")
    if rgb:
        return rgb[-6:].upper()
    if attribute(node, "tint"):
        return ""
    return _THEME.get(attribute(node, "theme")) or _INDEXED.get(attribute(node, "indexed"), "")


def _pattern(fill: Any) -> str:
    pattern = child(fill, "patternFill")
    return attribute(pattern, "patternType", "none") if pattern is not None else ""


def _fill(node: Any) -> str:
    """The ground of a cell; white without a fill, "" where it is not known."""
    pattern = child(node, "patternFill")
    if pattern is None:
        return ""
    kind = attribute(pattern, "patternType", "none")
    if kind == "none":
        return _WHITE
    return _color(child(pattern, "fgColor")) if kind == "solid" else ""


def _is_covered(font: str, ground: str) -> bool:
    if ground == _BLACK:
        # Automatic text on black: blackened by hand.
        return font in ("", _BLACK)
    return bool(font) and font == ground
