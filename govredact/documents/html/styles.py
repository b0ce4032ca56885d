"""Style declarations and the page's own rules, as far as they decide whether a reader sees a text (CSS 2.2).

Only simple selectors are resolved: ``tag``, ``.class``, ``#id`` and a tag with one of both. Rules inside @media and the like hold only
sometimes and are left out.
"""

from __future__ import annotations

import re

from govredact.documents.html.colors import Color, color, ground
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DECLARATION = re.compile(r"([a-z-]{3,20})\s{0,8}:\s{0,8}([^;{}]{0,200})")
# What a declaration must name to matter here.
TELLING = re.compile(
    r"display|visib|opacity|font-size|font\s*:|indent|color|background|overflow|clip|position|left|right|top|bottom|margin|transform|scale",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"/\*[^*]*+(?:\*(?!/)[^*]*+)*+(?:\*/|\Z)")
_BRACE = re.compile("([^{}]*)([{}])")
_SIMPLE = re.compile(r"([a-zA-Z][\w-]{0,60})?(?:([.#])([\w\u0080-\uffff-]{1,80}))?")
_LENGTH = re.compile(r"(-?[0-9]{0,8}\.?[0-9]{1,8})(px|pt|em|rem|ex|vw|vh|%|cm|in|mm)?(?![\w.])")
_PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "ex": 8.0, "vw": 12.0, "vh": 8.0, "cm": 37.8, "in": 96.0, "mm": 3.78}
_RELATIVE = frozenset(("em", "%", "ex"))
_HIDING = frozenset(
    ("display", "opacity", "filter", "overflow", "clip", "clip-path", "transform", "text-indent", "margin-left", "margin-top", "position")
)
# Nobody's screen shows what stands so many pixels to the left of it.
_FAR = -500.0
_TINY_BOX = 1.0
_ID, _CLASS = "#", "."


class Style(NamedTuple):
    """What one element says about its own looks; None where it says nothing. ``size`` is in pixels, ``scale`` relative to the parent's."""

    reason: str = ""
    visible: bool | None = None
    color: Color | None = None
    ground: Color | None = None
    pictured: bool = False
    size: float | None = None
    scale: float | None = None
    by_rule: bool = False


PLAIN = Style()


def declared(text: str) -> dict[str, str]:
    """Property -> value, both in lower case; later declarations win."""
    found: dict[str, str] = {}
    for name, value in _DECLARATION.findall(text.lower()):
        found[name] = value.replace("!important", "").strip()
    return found


def style(says: dict[str, str], by_rule: bool = False) -> Style:
    """The style that a set of declarations makes."""
    back = says.get("background-color") or says.get("background") or ""
    size, scale = _font_size(says)
    visibility = says.get("visibility")
    return Style(
        _reason(says),
        None if visibility is None else visibility not in ("hidden", "collapse"),
        color(says.get("color", "")),
        ground(back) if back else None,
        "url(" in (says.get("background", "") + says.get("background-image", "")),
        size,
        scale,
        by_rule,
    )


def _font_size(says: dict[str, str]) -> tuple[float | None, float | None]:
    match = _LENGTH.match(says.get("font-size", "")) or _LENGTH.search(says.get("font", ""))
    if match is None:
        return None, None
    number, unit = float(match[1]), match[2] or ""
    if unit in _RELATIVE and number > 0:
        return None, number / 100 if unit == "%" else number / 2 if unit == "ex" else number
    # A number without a unit is no size, except nought.
    return (number * _PIXELS.get(unit, 1.0), None) if unit or number == 0 else (None, None)


def pixels(value: str) -> float | None:
    """A length in pixels, roughly; None for what is none (``auto``)."""
    match = _LENGTH.match(value)
    return float(match[1]) * _PIXELS.get(match[2] or "px", 1.0) if match else None


def _reason(says: dict[str, str]) -> str:
    if _HIDING.isdisjoint(says):
        return ""
    if says.get("display") == "none":
        return "display"
    opacity = _LENGTH.match(says.get("opacity", ""))
    if (opacity and float(opacity[1]) < 0.02) or "opacity=0)" in says.get("filter", "").replace(" ", ""):
        return "opacity"
    if _is_far(says):
        return "offscreen"
    if says.get("overflow", "").startswith(("hidden", "clip")) and any(_is_tiny(says.get(side, "")) for side in ("width", "height")):
        return "zero_size"
    if re.match(r"rect\(\s*(?:0|1px)\D", says.get("clip", "")) or "inset(50%" in says.get("clip-path", ""):
        return "clip"
    return "zero_size" if re.search(r"scale[xy]?\(\s*0(?:\.0+)?\s*[,)]", says.get("transform", "")) else ""


def _is_far(says: dict[str, str]) -> bool:
    sides = ["text-indent", "margin-left", "margin-top"]
    if says.get("position") in ("absolute", "fixed", "relative"):
        sides += ["left", "top", "right", "bottom"]
    far = [length for side in sides if (length := pixels(says.get(side, ""))) is not None]
    return any(length <= _FAR for length in far)


def _is_tiny(value: str) -> bool:
    length = pixels(value)
    return length is not None and 0 <= length <= _TINY_BOX


class Rules:
    """The simple rules of a page's style elements."""

    def __init__(self, sheets: Iterable[str]) -> None:
        self._by: dict[tuple[str, str, str], dict[str, str]] = {}
        for sheet in sheets:
            for selectors, body in _blocks(_COMMENT.sub(" ", sheet)):
                if TELLING.search(body):
                    self._add(selectors, declared(body))

    def __bool__(self) -> bool:
        return bool(self._by)

    def _add(self, selectors: str, says: dict[str, str]) -> None:
        for selector in selectors.split(","):
            match = _SIMPLE.fullmatch(selector.strip())
            if match and (match[1] or match[2]):
                self._by.setdefault(((match[1] or "").lower(), match[2] or "", match[3] or ""), {}).update(says)

    def of(self, tag: str, classes: Iterable[str], identity: str) -> dict[str, str]:
        """What the rules declare for an element, the more specific ones last."""
        keys = [(tag, "", "")]
        keys += [(name, _CLASS, word) for word in classes for name in ("", tag)]
        keys += [(name, _ID, identity) for name in ("", tag)] if identity else []
        found: dict[str, str] = {}
        for key in keys:
            found.update(self._by.get(key, {}))
        return found


def _blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """(selectors, declarations) of the rules that always hold."""
    depth, selectors, conditional = 0, "", False
    for before, brace in _BRACE.findall(sheet):
        if brace == "{":
            depth += 1
            selectors = before.rpartition(";")[2]
            if depth == 1:
                conditional = selectors.lstrip().startswith("@")
        else:
            if depth == 1 and not conditional:
                yield selectors, before
            depth = max(0, depth - 1)
