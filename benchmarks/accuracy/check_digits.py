"""Check digits, written again for the benchmark so that a mistake in govredact cannot hide itself.

Sources: GB 11643-1999 (resident ID), GB 32100-2015 (credit code), ISO/IEC 7812-1 (Luhn), GB 16735-2019 (VIN), ISO 2108 (ISBN).
"""

from __future__ import annotations

USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
VIN_ALPHABET = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
_VIN_VALUES = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def resident_id(first17: str) -> str:
    """The check character of a resident ID."""
    total = sum(int(digit) * pow(2, 17 - i, 11) for i, digit in enumerate(first17))
    return "0123456789X"[(12 - total) % 11]


def luhn(digits: str) -> str:
    """The last digit that makes `digits` a valid card number."""
    total = 0
    for i, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 - i % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return str(-total % 10)


def credit_code(first17: str) -> str:
    """The check character of a unified social credit code."""
    total = sum(USCC_ALPHABET.index(char) * pow(3, i, 31) for i, char in enumerate(first17))
    return USCC_ALPHABET[-total % 31]


def vin(first8: str, last8: str) -> str:
    """The check character (position 9) of a vehicle identification number."""
    whole = first8 + "0" + last8
    total = sum(_vin_value(char) * weight for char, weight in zip(whole, _VIN_WEIGHTS, strict=True))
    return "0123456789X"[total % 11]


def _vin_value(char: str) -> int:
    return int(char) if char.isdigit() else _VIN_VALUES[char]


def isbn13(first12: str) -> str:
    """The check digit of an ISBN-13 or EAN-13."""
    return str(-sum(int(digit) * (1 + 2 * (i % 2)) for i, digit in enumerate(first12)) % 10)
