"""统一社会信用代码, the credit code of organisations (GB 32100-2015).

Eighteen characters of 0-9 and A-Z without I O S V Z: registering authority (1), kind of organisation (1), region (6
digits), organisation code (9, GB 11714: eight characters and a check), check character. Weights are the powers of three
modulo 31 (1 3 9 27 19 26 16 17 20 29 25 13 8 24 10 30 28); the check is 31 minus the sum modulo 31. The code is public.

>>> is_valid("91330106MA2ABCDE3N")
True
>>> check_char("91330106MA2ABCDE3")
'N'
"""

from __future__ import annotations

from operator import mul

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUES = {char: value for value, char in enumerate(ALPHABET)}
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1)
_ORGANISATION_VALUES = {char: value for value, char in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_AUTHORITIES = frozenset("123456789ANY")


def check_char(first17: str) -> str:
    """The check character that belongs to seventeen characters; ValueError for other lengths or letters."""
    if len(first17) != 17 or not _VALUES.keys() >= set(first17):
        raise ValueError("a check character is made from seventeen characters of the code's alphabet")
    return ALPHABET[-sum(map(mul, map(_VALUES.__getitem__, first17), _WEIGHTS)) % 31]


def is_valid(value: str) -> bool:
    """Whether ``value`` is a credit code: length, alphabet, registering authority, region of digits, check character."""
    if len(value) != 18 or value[0] not in _AUTHORITIES or not value[2:8].isdecimal():
        return False
    try:
        total: int = sum(map(mul, map(_VALUES.__getitem__, value), _WEIGHTS))
        return total % 31 == 0
    except KeyError:
        return False


def organisation_check_char(first8: str) -> str:
    """The check character of an organisation code (GB 11714-1997); ValueError for anything but eight of 0-9 and A-Z."""
    if len(first8) != 8 or not _ORGANISATION_VALUES.keys() >= set(first8):
        raise ValueError("a check character is made from eight digits or capital letters")
    return "0123456789X"[-sum(map(mul, map(_ORGANISATION_VALUES.__getitem__, first8), _ORGANISATION_WEIGHTS)) % 11]


def is_organisation_code(value: str) -> bool:
    """Whether ``value`` is an organisation code of nine characters, with or without the hyphen before the last."""
    code = value.replace("-", "") if value[8:9] == "-" else value
    return len(code) == 9 and _ORGANISATION_VALUES.keys() >= set(code) and organisation_check_char(code[:8]) == code[8]
