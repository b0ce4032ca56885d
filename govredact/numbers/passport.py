"""护照号, the number of a Chinese passport (GA/T 1137 for the readable zone; kinds by letter).

Ordinary: E + 8 digits, or E + a letter without I and O + 7 (since 2017); G + 8; 14 or 15 + 7 digits (before 1997).
Diplomatic D or DE, service S or SE, public affairs P or PE, each + 7 or 8 digits; Hong Kong H or K + 8; Macao MA + 7.

>>> kind("E12345678"), kind("EA1234567"), kind("G12345678"), kind("PE1234567"), kind("EI1234567")
('ordinary', 'ordinary', 'ordinary', 'public_affairs', '')
"""

from __future__ import annotations

_OFFICIAL = {"D": "diplomatic", "S": "service", "P": "public_affairs"}


def kind(value: str) -> str:
    """``ordinary``, ``diplomatic``, ``service``, ``public_affairs``, ``hong_kong``, ``macao``, ``ordinary_old`` (bare digits), or ``""``.

    H + 8 digits is a travel permit as well (see ``permits``); the label decides. So it does for bare digits.
    """
    if not (8 <= len(value) <= 10 and value.isascii()):
        return ""
    first, rest = value[0], value[1:]
    if rest.isdecimal():
        return _one_letter(first, value)
    second, digits = rest[0], rest[1:]
    if not digits.isdecimal():
        return ""
    if first in _OFFICIAL and second == "E" and len(digits) in (7, 8):
        return _OFFICIAL[first]
    if first == "M" and second == "A" and len(digits) == 7:
        return "macao"
    return "ordinary" if first == "E" and len(digits) == 7 and "A" <= second <= "Z" and second not in "IO" else ""


def _one_letter(first: str, value: str) -> str:
    if first == "1":
        return "ordinary_old" if len(value) == 9 and value[1] in "45" else ""
    if first in _OFFICIAL and len(value) in (8, 9):
        return _OFFICIAL[first]
    if len(value) != 9:
        return ""
    if first in ("H", "K"):
        return "hong_kong"
    return "ordinary" if first in ("E", "G") else ""
