"""学籍号, the number of a pupil in the national school register (教基一〔2013〕7号).

G + ID number, or, for pupils without one, a temporary L + 6 digits (region) + 8 (birth date) + 4.

>>> is_valid("G330106201503072411", as_of_year=2026), is_valid("L330106201503070012", as_of_year=2026)
(True, True)
"""

from __future__ import annotations

from govredact.numbers import dates, regions, resident_id


def is_valid(value: str, as_of_year: int | None = None) -> bool:
    """Whether ``value`` is G and a valid ID number, or L, a known region, a real date 1900–``as_of_year`` and four digits."""
    first, rest = value[:1], value[1:]
    if first == "G":
        return resident_id.is_valid(rest, as_of_year)
    if first != "L" or len(rest) != 18 or not (rest.isascii() and rest.isdecimal()):
        return False
    return regions.is_region(rest[:6]) and dates.is_digits_date(rest[6:14], 1900, as_of_year or dates.current_year())
