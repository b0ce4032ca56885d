"""How a run of a Word text looks: hidden, or covered so that a reader does not see what the file still holds.

Formatting written at the run counts before its character style, that before the paragraph's style. White text is covered only
where the ground is known to be white: a table style or a shape may lay a colour under it.
"""

from __future__ import annotations

import re

from govredact.documents.ooxml.markup import unescape_value
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

HIDDEN = frozenset(("hidden",))
COVERED = frozenset(("covered",))
_NONE: frozenset[str] = frozenset()
_ELEMENT = "<(?:[\\w.-]+:)?"
_STYLE = re.compile(f"{_ELEMENT}style(\\s[^<>]*)>")
_BASE = re.compile(f"{_ELEMENT}basedOn(\\s[^<>]*)>")
_PARAGRAPH_STYLE = re.compile(f"{_ELEMENT}pStyle(\\s[^<>]*)>")
_TABLE_STYLE = re.compile(f"{_ELEMENT}tblStyle(\\s[^<>]*)>")
_SHADING = re.compile(f"{_ELEMENT}shd(\\s[^<>]*)>")
_RUN_PROPERTIES = re.compile("<((?:[\\w.-]+:)?)rPr(?: [^<>]*)?>.*?</\\1rPr>", re.DOTALL)
_PROPERTY = re.compile(f"{_ELEMENT}(vanish|color|highlight|shd|sz|rStyle)((?:\\s[^<>]*)?)/?>")
_CHANGE = re.compile(f"{_ELEMENT}\\w+PrChange[\\s>]")
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
_PAGE = "FFFFFF"
_UNKNOWN = ""


class Format(NamedTuple):
    """What one rPr or one style says; None where it says nothing."""

    hidden: bool | None = None
    color: str | None = None
    ground: str | None = None
    size: int | None = None
    based_on: str = ""


class Around(NamedTuple):
    """What a run stands in: ``kind`` is p, tc, tbl, or ``shape``, with the markup of its properties, changes left out."""

    kind: str
    properties: str = ""


class Looks:
    """Answers ``traits`` for the runs of one Word package, given the markup of its styles part (or "")."""

    def __init__(self, styles: str) -> None:
        self._all = styles
        self._by_name: dict[str, str] | None = None
        self._styles: dict[str, Format] = {"": Format()}
        self._looks: dict[tuple[str, str], Format] = {}

    @property
    def hides_by_style(self) -> bool:
        """Whether any style hides text."""
        return any("vanish" in style for style in self._written.values())

    @property
    def _written(self) -> dict[str, str]:
        """The markup of each style by its name, taken apart when the first text has one."""
        if self._by_name is None:
            tags = list(_STYLE.finditer(self._all))
            ends = [*(tag.start() for tag in tags[1:]), len(self._all)]
            self._by_name = {_value(tag[1], "styleId"): self._all[tag.end() : end] for tag, end in zip(tags, ends, strict=False)}
        return self._by_name

    def _style(self, name: str) -> Format:
        """What a style and those that it is based on say; each is read when the first text has it."""
        known = self._styles.get(name)
        if known is None:
            self._styles[name] = Format()  # a style that is based on itself says nothing more
            written = self._written.get(name, "")
            base = _BASE.search(written)
            own = _format(current(written.partition("tblStylePr")[0], "rPr"))
            known = self._styles[name] = _over(own, self._style(_value(base[1], "val"))) if base else own
        return known

    def traits(self, run: str, around: Sequence[Around]) -> frozenset[str]:
        """``hidden``, ``covered`` or nothing, for a run with the properties ``run``; ``around`` from the outside in."""
        last = around[-1] if around else None
        paragraph = last.properties if last and last.kind == "p" else _paragraph(around)
        if not run and not paragraph:
            return _NONE
        look = self._looks.get((run, paragraph)) or self._look(run, paragraph)
        if look.hidden:
            return HIDDEN
        return COVERED if _is_covered(look, around) else _NONE

    def _look(self, run: str, paragraph: str) -> Format:
        style = _PARAGRAPH_STYLE.search(paragraph)
        look = _format(run)
        for name in (look.based_on, _value(style[1], "val") if style else ""):
            look = _over(look, self._style(name))
        self._looks[run, paragraph] = look
        return look


def _paragraph(around: Sequence[Around]) -> str:
    return next((place.properties for place in reversed(around) if place.kind == "p"), "")


def current(text: str, name: str) -> str:
    """The markup inside the first element ``name`` of ``text``, as it is now."""
    found = re.search(f"<((?:[\\w.-]+:)?){name}(?: [^<>]*)?>(.*?)</\\1{name}>", text, re.DOTALL)
    return without_change(found[2]) if found else ""


def without_change(properties: str) -> str:
    """The markup of properties without what they were before a tracked change, which stands behind them."""
    return _CHANGE.split(properties, maxsplit=1)[0]


def _value(attributes: str, name: str) -> str:
    """The attribute called ``name`` in the markup of a tag."""
    found = re.search(f'(?:^|[\\s:]){name}\\s*=\\s*"([^"]*)"', attributes)
    return unescape_value(found[1]) if found else ""


def _over(look: Format, below: Format) -> Format:
    """``look``, with what it leaves open taken from ``below``."""
    return Format(
        below.hidden if look.hidden is None else look.hidden,
        look.color or below.color,
        look.ground or below.ground,
        below.size if look.size is None else look.size,
        look.based_on,
    )


def _format(run: str) -> Format:
    hidden = color = ground = size = None
    style = ""
    for name, attributes in _PROPERTY.findall(run):
        if name == "vanish":
            hidden = _value(attributes, "val") not in ("0", "false", "off")
        elif name == "color":
            color = _value(attributes, "val")
        elif name == "highlight":
            ground = _HIGHLIGHTS.get(_value(attributes, "val"), ground)
        elif name == "shd" and ground is None:
            ground = _fill(attributes)
        elif name == "sz":
            value = _value(attributes, "val")
            size = int(value) if value.isdecimal() and len(value) < 6 else None
        elif name == "rStyle":
            style = _value(attributes, "val")
    return Format(hidden, color, ground, size, style)


def _fill(shading: str) -> str | None:
    if _value(shading, "val") == "solid":
        color = _value(shading, "color")
        return color if rgb(color) else "000000"
    fill = _value(shading, "fill")
    return fill if rgb(fill) else None


def _is_covered(look: Format, around: Sequence[Around]) -> bool:
    if look.size is not None and look.size <= _TINY:
        return True
    if look.ground is not None:
        # Automatic text on black: what stands there was blackened by hand.
        return alike(look.color if look.color and rgb(look.color) else "000000", look.ground)
    return look.color is not None and rgb(look.color) is not None and alike(look.color, _ground(around))


def _ground(around: Sequence[Around]) -> str:
    """The colour behind a run that has none of its own: paragraph, cell, page; unknown in shapes and styled tables."""
    for kind, properties in reversed(around):
        if kind == "shape":
            return _UNKNOWN
        shading = _SHADING.search(_RUN_PROPERTIES.sub("", properties))
        fill = _fill(shading[1]) if shading else None
        if fill:
            return fill
        style = _TABLE_STYLE.search(properties) if kind == "tbl" else None
        if style and _value(style[1], "val") not in _PLAIN_TABLES:
            return _UNKNOWN
        # A frame may put the paragraph on a coloured ground of its own.
        if kind == "p" and not shading and _PARAGRAPH_STYLE.search(properties) and "framePr" in properties:
            return _UNKNOWN
    return _PAGE


def rgb(color: str | None) -> tuple[int, int, int] | None:
    """The channels of six hexadecimal digits; None for anything else."""
    if color is None or len(color) != 6:
        return None
    try:
        value = int(color, 16)
    except ValueError:
        return None
    return value >> 16, value >> 8 & 255, value & 255


def alike(color: str, ground: str) -> bool:
    """Whether two colours look the same."""
    one, other = rgb(color), rgb(ground)
    return one is not None and other is not None and all(abs(a - b) <= _ALIKE for a, b in zip(one, other, strict=True))
