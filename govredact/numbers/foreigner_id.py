"""外国人永久居留身份证, the permanent residence card of foreigners.

New form (since 2023): eighteen digits; 9, province of application (2), nationality (3, ISO 3166 numeric), birth date
YYYYMMDD, sequence (3), check character as in GB 11643. Old form: three capital letters (nationality, ISO 3166), twelve digits.

>>> is_valid("911840199003072415", as_of_year=2026)
True
>>> is_old_form("USA110190030712")
True
"""

from __future__ import annotations

from govredact.numbers import dates, resident_id


def is_valid(value: str, as_of_year: int | None = None) -> bool:
    """Whether ``value`` is a number of the new form: 9 first, real birth date 1900–``as_of_year``, check character."""
    if len(value) != 18 or value[0] != "9":
        return False
    try:
        return dates.is_digits_date(value[6:14], 1900, as_of_year or dates.current_year()) and resident_id.check_holds(value)
    except ValueError:
        return False


def is_old_form(value: str) -> bool:
    """Whether ``value`` has the shape of the old form; it carries no check that could be tested, so a label must stand by."""
    letters, digits = value[:3], value[3:]
    return len(value) == 15 and value.isascii() and letters.isalpha() and letters.isupper() and digits.isdecimal()
