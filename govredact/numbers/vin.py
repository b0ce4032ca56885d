"""车辆识别代号, the vehicle identification number (ISO 3779, GB 16735-2019).

Seventeen of 0-9 and A-Z without I O Q. Position 9 checks the others: letters count as in the standard's table, weights are
8 7 6 5 4 3 2 10 0 9 8 7 6 5 4 3 2, the sum modulo 11 is the check digit, ``X`` for ten.

>>> is_valid("LSVAA4188E2123454")
True
>>> is_valid("LSVAA4181E2123454")
False
"""

from __future__ import annotations

from operator import mul

_VALUES = dict(zip("0123456789ABCDEFGHJKLMNPRSTUVWXYZ", (*range(10), *range(1, 9), 1, 2, 3, 4, 5, 7, 9, *range(2, 10)), strict=True))
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def check_char(value: str) -> str:
    """The character that belongs at position 9 of seventeen characters; ValueError for other lengths or letters."""
    if len(value) != 17 or not _VALUES.keys() >= set(value):
        raise ValueError("a vehicle identification number has seventeen of 0-9 and A-Z without I O Q")
    return "0123456789X"[sum(map(mul, map(_VALUES.__getitem__, value), _WEIGHTS)) % 11]


def is_valid(value: str) -> bool:
    """Whether ``value`` is a vehicle identification number whose position 9 checks; the last four are digits."""
    if len(value) != 17 or value[8] not in "0123456789X" or not value[13:].isdecimal():
        return False
    try:
        return check_char(value) == value[8]
    except ValueError:
        return False
