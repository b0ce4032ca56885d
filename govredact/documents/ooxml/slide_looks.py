"""How a run of a slide looks (DrawingML, ECMA-376 part 1, 20.1.2.3 and 21.1.2.3): covered where its colour is that of what lies behind it.

Only what a run and its own shape say is compared. What lies behind a shape without a fill (the slide, a picture, another shape) is not
known here, and white text on a dark picture is how titles are made.
"""

from __future__ import annotations

import re

from govredact.documents.ooxml.looks import alike
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govredact.documents.ooxml.looks import Around

_COVERED = frozenset(("covered",))
_NONE: frozenset[str] = frozenset()
_E = "<(?:[\\w.-]+:)?"
_SIZE = re.compile(r'\ssz\s*=\s*"([0-9]{1,5})"')
# Hundredths of a point.
_TINY = 200
_LINE = re.compile(r"<((?:[\w.-]+:)?)ln[\s>].*?</\1ln>", re.DOTALL)
_HIGHLIGHT = re.compile(r"<((?:[\w.-]+:)?)highlight>(.*?)</\1highlight>", re.DOTALL)
_FILL = re.compile(r"<((?:[\w.-]+:)?)solidFill>(.*?)</\1solidFill>", re.DOTALL)
# A colour that is changed by a child (lumMod) is not closed at once and is not known.
_RGB = re.compile(_E + r'srgbClr\s+val="([0-9A-Fa-f]{6})"\s*/>')
_SYSTEM = re.compile(_E + r'sysClr\s[^<>]*lastClr="([0-9A-Fa-f]{6})"[^<>]*/>')
_SCHEME = re.compile(_E + r'schemeClr\s+val="(\w+)"\s*/>')
_PRESET = re.compile(_E + r'prstClr\s+val="(black|white)"\s*/>')
_THEME = re.compile(r"<((?:[\w.-]+:)?)(dk1|lt1|dk2|lt2|accent[1-6])>(.*?)</\1\2>", re.DOTALL)
_MAPPED = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_PRESETS = {"black": "000000", "white": "FFFFFF"}
_BLACK = "000000"


class SlideLooks:
    """Answers for runs of slides; ``theme`` is the markup of the theme, for the colours that it names."""

    def __init__(self, theme: str) -> None:
        self._theme = {match[2]: self._color(match[3]) for match in _THEME.finditer(theme)} if theme else {}

    def traits(self, run: str, around: Sequence[Around]) -> frozenset[str]:
        """``covered`` or nothing, for the properties of one a:r."""
        size = _SIZE.search(run)
        if size and int(size[1]) <= _TINY:
            return _COVERED
        written = _LINE.sub("", run) if "Fill" in run or "highlight" in run else ""
        highlight = _HIGHLIGHT.search(written)
        color = self._filled(_HIGHLIGHT.sub("", written))
        if highlight:
            ground = self._color(highlight[2])
            # Text without a colour of its own on black: blackened by hand.
            return _COVERED if ground and alike(color or _BLACK, ground) else _NONE
        behind = next((place.properties for place in reversed(around) if place.kind == "shape"), "")
        return _COVERED if color and behind and alike(color, self._filled(_LINE.sub("", behind))) else _NONE

    def _filled(self, properties: str) -> str:
        fill = _FILL.search(properties)
        return self._color(fill[2]) if fill else ""

    def _color(self, written: str) -> str:
        """Six hexadecimal digits; "" where the colour is not known."""
        found = _RGB.search(written) or _SYSTEM.search(written)
        if found:
            return found[1].upper()
        preset = _PRESET.search(written)
        if preset:
            return _PRESETS[preset[1]]
        scheme = _SCHEME.search(written)
        return self._theme.get(_MAPPED.get(scheme[1], scheme[1]), "") if scheme else ""
