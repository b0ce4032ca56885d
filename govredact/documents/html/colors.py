"""Colours of CSS and of old attributes (CSS Color 4, 6) as far as hidden text uses them."""

from __future__ import annotations

import re

Color = tuple[int, int, int]

_NAMES: dict[str, Color] = {
    "white": (255, 255, 255), "black": (0, 0, 0), "red": (255, 0, 0), "blue": (0, 0, 255), "green": (0, 128, 0), "yellow": (255, 255, 0),
    "gray": (128, 128, 128), "grey": (128, 128, 128), "silver": (192, 192, 192), "whitesmoke": (245, 245, 245), "snow": (255, 250, 250),
    "ivory": (255, 255, 240), "ghostwhite": (248, 248, 255), "maroon": (128, 0, 0), "navy": (0, 0, 128), "orange": (255, 165, 0),
    "lightgray": (211, 211, 211), "lightgrey": (211, 211, 211), "purple": (128, 0, 128), "teal": (0, 128, 128), "lime": (0, 255, 0),
}  # fmt: skip
_HEX = re.compile("#?([0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})")
_RGB = re.compile(r"rgba?\(\s*([0-9]{1,3})\s*[, ]\s*([0-9]{1,3})\s*[, ]\s*([0-9]{1,3})\s*(?:[,/]\s*([0-9.]{1,8}%?)\s*)?\)")
_TOKEN = re.compile(r"#[0-9a-f]{3,8}\b|rgba?\([^)]{0,60}\)|[a-z]+")
# Colours whose channels differ by no more than this look the same.
_ALIKE = 16
TRANSPARENT: Color = (-1, -1, -1)


def color(value: str) -> Color | None:
    """The colour that ``value`` (lower case, stripped) names, ``TRANSPARENT`` for one that shows nothing; None where it names none."""
    if value == "transparent":
        return TRANSPARENT
    known = _NAMES.get(value)
    if known:
        return known
    match = _RGB.fullmatch(value)
    if match:
        if match[4] and float(re.sub("[^0-9]", "", match[4]) or 0) == 0:
            return TRANSPARENT
        return min(255, int(match[1])), min(255, int(match[2])), min(255, int(match[3]))
    match = _HEX.fullmatch(value)
    return _from_hex(match[1]) if match else None


def _from_hex(digits: str) -> Color:
    if len(digits) in (3, 4):
        digits = "".join(digit * 2 for digit in digits)
    if digits[6:] == "00":
        return TRANSPARENT
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def ground(value: str) -> Color | None:
    """The colour of a ``background`` shorthand; None for a picture or for what names no colour."""
    if "url(" in value or "gradient" in value:
        return None
    return next((found for token in _TOKEN.findall(value) if (found := color(token)) is not None), None)


def alike(one: Color, other: Color) -> bool:
    """Whether nobody can tell the two apart."""
    return all(abs(a - b) <= _ALIKE for a, b in zip(one, other, strict=True))
