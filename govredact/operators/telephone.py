"""The parts of a telephone number as written: the country's prefix, the area code, the number itself, an extension."""

from __future__ import annotations

from govredact.operators.base import SEPARATORS
from govredact.text import lazy

_PREFIX = lazy.compile("[(（]?(?:\\+|00)?86[)）]?[ \u00a0\u3000\\-\u2010-\u2015.·]{0,3}")
_SHORTEST_AFTER_PREFIX = 9  # two digits of an area code and seven of a number
SHORTEST_NUMBER, _LONGEST_NUMBER = 7, 8
EXTENSION_WORDS = frozenset("转接分机内线extEXT")


def prefix_length(value: str) -> int:
    """How many characters of ``value`` are the country's prefix (+86, 0086, (+86), 86 before a whole number); 0 for none."""
    match = _PREFIX.match(value)
    if match is None:
        return 0
    rest = sum(char not in SEPARATORS for char in value[match.end() :])
    return match.end() if rest >= _SHORTEST_AFTER_PREFIX else 0


def area_length(digits: str, international: bool) -> int:
    """How many of a landline's digits are its area code: 010 and 02x have three, the others four; one fewer behind +86.

    ``digits`` is the number without separators; hidden characters in it do not matter. 0 where there is no area code.
    """
    if digits.startswith("0"):
        return 3 if digits[1:2] in ("1", "2") else 4
    if international:
        return 2 if digits[:1] in ("1", "2") else 3
    return 0


def body_end(value: str, positions: list[int]) -> int:
    """How many of ``positions`` (those behind the area code) belong to the number; what follows is an extension (转801, -801)."""
    for count, position in enumerate(positions):
        if value[position].isalpha():
            return count
    if len(positions) <= _LONGEST_NUMBER:
        return len(positions)
    for count in (8, 7):
        if positions[count] - positions[count - 1] > 1:
            return count
    return len(positions)
