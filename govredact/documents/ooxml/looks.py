"""How a run of a Word text looks: hidden, or covered so that a reader does not see what the file still holds.

Formatting written at the run counts before its character style, that before the paragraph's style. White text is covered only
where the ground is known to be white: a table style or a shape may lay a colour under it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from govredact.documents.ooxml.names import attribute, child, children, is_element, is_on, local

HIDDEN = frozenset(("hidden",))
COVERED = frozenset(("covered",))
_NONE: frozenset[str] = frozenset()
_TELLING = frozenset(("vanish", "color", "highlight", "shd", "sz", "rStyle", "w"))
# Half-points: nobody reads text of a point and a half.
_TINY = 3
# Colours whose channels differ by no more than this look the same.
_ALIKE = 16
_HIGHLIGHTS = {
    "black": "000000",
    "white": "FFFFFF",
    "yellow": "FFFF00",
    "red": "FF0000",
    "blue": "0000FF",
    "green": "00FF00",
    "cyan": "00FFFF",
    "magenta": "FF00FF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
}
_PLAIN_TABLES = frozenset(("", "TableNormal", "TableGrid"))
_CONTAINERS = frozenset(("txbxContent", "txbx"))
_PAGE = "FFFFFF"
_UNKNOWN = ""


class Format(NamedTuple):
    """What one rPr or one style says; None where it says nothing."""

    hidden: bool | None = None
    color: str | None = None
    ground: str | None = None
    size: int | None = None
    based_on: str = ""


class Looks:
    """Answers ``traits`` for the runs of one Word package, given the root of its styles part (or None)."""

    def __init__(self, styles: Any | None) -> None:
        self._styles: dict[str, Format] = {}
        self._special: frozenset[str] = _NONE
        if styles is not None:
            self._read(styles)

    def _read(self, styles: Any) -> None:
        for style in children(styles, "style"):
            properties = child(style, "rPr")
            base = child(style, "basedOn")
            read = _format(properties) if properties is not None else Format()
            self._styles[attribute(style, "styleId")] = read._replace(based_on=attribute(base, "val") if base is not None else "")
        self._special = frozenset(name for name in self._styles if self._style(name)[:4] != Format()[:4])

    @property
    def hides_by_style(self) -> bool:
        """Whether any style hides text."""
        return any(self._style(name).hidden for name in self._special)

    def _style(self, name: str) -> Format:
        seen, found = set(), Format()
        while name in self._styles and name not in seen:
            seen.add(name)
            found = _over(found, self._styles[name])
            name = self._styles[name].based_on
        return found

    def traits(self, run: Any) -> frozenset[str]:
        """``hidden``, ``covered`` or nothing, for one w:r."""
        paragraph_style = self._paragraph_style(run) if self._special else ""
        first = run[0] if len(run) else None
        properties = first if first is not None and is_element(first) and local(first.tag) == "rPr" else None
        if properties is None and not paragraph_style:
            return _NONE
        if properties is not None and not paragraph_style and not _tells(properties):
            return _NONE
        look = _format(properties) if properties is not None else Format()
        for style in (look.based_on, paragraph_style):
            look = _over(look, self._style(style))
        if look.hidden:
            return HIDDEN
        return COVERED if _is_covered(look, run) else _NONE

    def _paragraph_style(self, run: Any) -> str:
        """The style of the paragraph around ``run`` where it says something about looks; else nothing."""
        paragraph = run.getparent()
        while paragraph is not None and local(paragraph.tag) != "p":
            paragraph = paragraph.getparent()
        properties = child(paragraph, "pPr") if paragraph is not None else None
        style = child(properties, "pStyle") if properties is not None else None
        name = attribute(style, "val") if style is not None else ""
        return name if name in self._special else ""


def _tells(properties: Any) -> bool:
    return any(is_element(node) and local(node.tag) in _TELLING for node in properties)


def _over(look: Format, below: Format) -> Format:
    """``look``, with what it leaves open taken from ``below``."""
    return Format(
        below.hidden if look.hidden is None else look.hidden,
        look.color or below.color,
        look.ground or below.ground,
        below.size if look.size is None else look.size,
        look.based_on,
    )


def _format(properties: Any) -> Format:
    hidden = color = ground = size = None
    style = ""
    for node in properties:
        name = local(node.tag) if is_element(node) else ""
        if name == "vanish":
            hidden = is_on(node)
        elif name == "color":
            color = attribute(node, "val")
        elif name == "highlight":
            ground = _HIGHLIGHTS.get(attribute(node, "val"), ground)
        elif name == "shd" and ground is None:
            ground = _fill(node)
        elif name == "sz":
            value = attribute(node, "val")
            size = int(value) if value.isdecimal() and len(value) < 6 else None
        elif name == "rStyle":
            style = attribute(node, "val")
    return Format(hidden, color, ground, size, style)


def _fill(shading: Any) -> str | None:
    if attribute(shading, "val") == "solid":
        color = attribute(shading, "color")
        return color if _rgb(color) else "000000"
    fill = attribute(shading, "fill")
    return fill if _rgb(fill) else None


def _is_covered(look: Format, run: Any) -> bool:
    if look.size is not None and look.size <= _TINY:
        return True
    if look.ground is not None:
        # Automatic text on black: what stands there was blackened by hand.
        return _alike(look.color if look.color and _rgb(look.color) else "000000", look.ground)
    return look.color is not None and _rgb(look.color) is not None and _alike(look.color, _ground(run))


def _ground(run: Any) -> str:
    """The colour behind a run that has none of its own: paragraph, cell, page; unknown in shapes and styled tables."""
    node = run.getparent()
    while node is not None:
        name = local(node.tag)
        if name in _CONTAINERS:
            return _UNKNOWN
        properties = child(node, f"{name}Pr") if name in ("p", "tc", "tbl") else None
        if properties is not None:
            shading = child(properties, "shd")
            fill = _fill(shading) if shading is not None else None
            if fill:
                return fill
            style = child(properties, "tblStyle")
            if style is not None and attribute(style, "val") not in _PLAIN_TABLES:
                return _UNKNOWN
            if name == "p" and child(properties, "pStyle") is not None and shading is None and _may_be_dark(properties):
                return _UNKNOWN
        node = node.getparent()
    return _PAGE


def _may_be_dark(properties: Any) -> bool:
    """Whether a frame may put the paragraph on a coloured ground of its own."""
    return child(properties, "framePr") is not None


def _rgb(color: str | None) -> tuple[int, int, int] | None:
    if color is None or len(color) != 6:
        return None
    try:
        value = int(color, 16)
    except ValueError:
        return None
    return value >> 16, value >> 8 & 255, value & 255


def _alike(color: str, ground: str) -> bool:
    one, other = _rgb(color), _rgb(ground)
    return one is not None and other is not None and all(abs(a - b) <= _ALIKE for a, b in zip(one, other, strict=True))
