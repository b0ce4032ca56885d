"""残疾人证号, the number of a disability card (残联发〔2008〕10号): the holder's ID number and two digits.

Kind of disability: 1 sight, 2 hearing, 3 speech, 4 physical, 5 intellectual, 6 mental, 7 several; grade 1 (most severe)
to 4. Cards that were issued again end in B and the number of times (B1, B2 …).

>>> is_valid("33010619900307241544", as_of_year=2026), is_valid("33010619900307241544B1", as_of_year=2026)
(True, True)
>>> is_valid("33010619900307241584", as_of_year=2026)
False
"""

from __future__ import annotations

from govredact.numbers import resident_id


def is_valid(value: str, as_of_year: int | None = None) -> bool:
    """Whether ``value`` is a valid ID number followed by kind, grade and, perhaps, the mark of a re-issue."""
    return is_suffix(value[18:]) and resident_id.is_valid(value[:18], as_of_year)


def is_suffix(tail: str) -> bool:
    """Whether ``tail`` is what follows the ID number: kind 1–7, grade 1–4, perhaps B and one or two digits."""
    if not ("1" <= tail[:1] <= "7" and "1" <= tail[1:2] <= "4"):
        return False
    again = tail[2:]
    return not again or (again[0] == "B" and 2 <= len(again) <= 3 and again.isascii() and again[1:].isdecimal())
