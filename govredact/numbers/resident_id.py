"""公民身份号码, the ID number of residents (GB 11643-1999).

Eighteen characters: region (6 digits, GB/T 2260), birth date YYYYMMDD, sequence (3 digits, the last odd for men), check
character. The check is ISO 7064 MOD 11-2: each position weighs a power of two modulo 11 (7 9 10 5 8 4 2 1 6 3 7 9 10 5
8 4 2), the weighted sum modulo 11 picks from ``10X98765432``. Personal tax numbers and social security numbers are the
same number. Regions 810000, 820000 and 830000 belong to the residence permit for Hong Kong, Macao and Taiwan residents
(国办发〔2018〕81号). The first generation (until 1999) had fifteen digits: region, YYMMDD of 19YY, sequence, no check.

>>> is_valid("330106199003072415", as_of_year=2026)
True
>>> is_valid("330106199002302411", as_of_year=2026)  # 30 February
False
>>> birth_date("330106199003072415"), region("330106199003072415"), kind("330106199003072415")
((1990, 3, 7), '330106', 'resident')
"""

from __future__ import annotations

from govredact.numbers import dates, phone, regions

CHECK_CHARS = "10X98765432"
PERMIT_REGIONS = frozenset(("810000", "820000", "830000"))
_DIGITS = "0123456789"

# Powers of two are a number written in base two, so three characters can be weighed by one look-up and a shift.
_WEIGHED = {a + b + c: 4 * i + 2 * j + k for i, a in enumerate(_DIGITS) for j, b in enumerate(_DIGITS) for k, c in enumerate(_DIGITS)}
_LAST = _WEIGHED | {a + b + x: 4 * i + 2 * j + 10 for i, a in enumerate(_DIGITS) for j, b in enumerate(_DIGITS) for x in "Xx"}


class _WeighedRegions(dict[str, int]):
    """What each known region adds to the weighted sum, worked out when first met; KeyError for an unknown one."""

    def __missing__(self, code: str) -> int:
        if code not in regions.known():
            raise KeyError
        weighed = (_WEIGHED[code[:3]] << 15) + (_WEIGHED[code[3:]] << 12)
        self[code] = weighed
        return weighed


_REGIONS = _WeighedRegions()


def _sum17(digits: str) -> int:
    w = _WEIGHED
    head = (w[digits[:3]] << 14) + (w[digits[3:6]] << 11) + (w[digits[6:9]] << 8) + (w[digits[9:12]] << 5)
    return head + (w[digits[12:15]] << 2) + w["0" + digits[15:17]]


def check_char(first17: str) -> str:
    """The check character (``0``–``9`` or ``X``) that belongs to seventeen digits; ValueError for anything else."""
    if len(first17) != 17 or not (first17.isascii() and first17.isdecimal()):
        raise ValueError("a check character is made from seventeen digits")
    return CHECK_CHARS[_sum17(first17) * 2 % 11]


def check_holds(value: str) -> bool:
    """Whether eighteen characters end in the right check character (``x`` counts as ``X``); nothing else is tested."""
    w = _WEIGHED
    try:
        head = (w[value[:3]] << 15) + (w[value[3:6]] << 12) + (w[value[6:9]] << 9) + (w[value[9:12]] << 6)
        return (head + (w[value[12:15]] << 3) + _LAST[value[15:]]) % 11 == 1
    except KeyError:
        return False


def has_shape(value: str) -> bool:
    """Whether ``value`` is seventeen digits, the first not 0, and a digit, ``X`` or ``x``."""
    return len(value) == 18 and value.isascii() and value[:17].isdecimal() and value[0] != "0" and value[17] in "0123456789Xx"


def is_valid(value: str, as_of_year: int | None = None) -> bool:
    """Whether ``value`` is an ID number: known region, real birth date 1900–``as_of_year`` (default: this year), check character."""
    # The hottest function of the program, so the steps of check_holds and is_digits_date stand here in line.
    try:
        year, month_day, w = int(value[6:10]), value[10:14], _WEIGHED
        if len(value) != 18 or not 1900 <= year <= (as_of_year or dates.current_year()):
            return False
        if month_day not in dates.MONTH_DAYS and not (month_day == "0229" and dates.is_leap(year)):
            return False
        head = _REGIONS[value[:6]] + (w[value[6:9]] << 9) + (w[value[9:12]] << 6)
        return (head + (w[value[12:15]] << 3) + _LAST[value[15:]]) % 11 == 1
    except (KeyError, ValueError):
        return False


def is_valid15(value: str) -> bool:
    """Whether ``value`` can be a first-generation number: fifteen digits, known region, real date of 19YY. No check digit exists."""
    if len(value) != 15 or value[:6] not in regions.known() or not (value.isascii() and value.isdecimal()):
        return False
    return dates.is_digits_date("19" + value[6:12], 1900, 1999)


def birth_date(value: str) -> tuple[int, int, int] | None:
    """The (year, month, day) inside fifteen or eighteen characters; ``None`` where it is no day of the calendar."""
    digits = "19" + value[6:12] if len(value) == 15 else value[6:14]
    if len(value) not in (15, 18) or not (digits.isascii() and digits.isdecimal()):
        return None
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    return (year, month, day) if dates.is_date(year, month, day) else None


def region(value: str) -> str | None:
    """The first six digits where they are a known region, else ``None``."""
    return value[:6] if regions.is_region(value[:6]) else None


def kind(value: str) -> str:
    """``hmt`` for the residence permit of Hong Kong, Macao and Taiwan residents, else ``resident``; asked of valid numbers."""
    return "hmt" if value[:6] in PERMIT_REGIONS else "resident"


def faults(value: str, as_of_year: int | None = None) -> tuple[str, ...]:
    """What keeps ``value`` from being valid, of ``length`` (alone), ``region``, ``birth_date``, ``check_digit``; empty for a valid one."""
    if not has_shape(value):
        return ("length",)
    date = birth_date(value)
    in_time = date is not None and 1900 <= date[0] <= (as_of_year or dates.current_year())
    tests = (("region", regions.is_region(value[:6])), ("birth_date", in_time), ("check_digit", check_holds(value)))
    return tuple(name for name, holds in tests if not holds)


def beside_mobile(value: str, as_of_year: int | None = None) -> slice | None:
    """Where the ID number stands in 29 characters that are one and a mobile of eleven digits, in either order; None where they are not."""
    for number, mobile in ((slice(0, 18), value[18:]), (slice(11, 29), value[:11])):
        if mobile.isdecimal() and phone.is_mobile(mobile) and is_valid(value[number], as_of_year):
            return number
    return None
