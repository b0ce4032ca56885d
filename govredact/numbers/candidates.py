"""How many values a mask leaves (DOMAIN section 3): fewer than 5,000, and somebody can try them all.

A pattern is the value with ``*`` for each hidden character. ID numbers are counted exactly: region, birth date and
sequence contribute residues modulo 11 (GB 11643), a visible check character keeps only the combinations that meet it. What stands
beside the value in the same row (birth date, region, gender) narrows the count further.

>>> resident_id_candidates("330106********2415", as_of_year=2026)
3218
>>> resident_id_candidates("330106********2415", birth=(1990, 3, 7), as_of_year=2026)
1
>>> digits_candidates("138****1234"), digits_candidates("622202******1234", luhn=True)
(10000, 100000)
>>> combine("330106********2415", "33010619900307****")
'330106199003072415'
"""

from __future__ import annotations

from functools import lru_cache

from govredact.numbers import dates, phone, regions, resident_id
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

HIDDEN = "*"
MIN_CANDIDATES = 5_000
FIRST_BIRTH_YEAR = 1930  # few living people are older; counting them would make a mask look stronger than it is

# A histogram says how many combinations have each residue 0–10. Histograms of fragments are kept for the next row of a table.
_Histogram = tuple[int, ...]
_ONE: _Histogram = (1,) + (0,) * 10
_PARITY = {"男": "13579", "女": "02468"}


def combine(first: str, second: str) -> str | None:
    """What two masked forms of one value show together; ``None`` where they cannot be one value (length, a visible character)."""
    if len(first) != len(second):
        return None
    merged = [b if a == HIDDEN else a for a, b in zip(first.upper(), second.upper(), strict=True)]
    return "".join(merged) if fits("".join(merged), second) else None


def fits(value: str, pattern: str) -> bool:
    """Whether ``value`` (a value or another pattern) shows every character that ``pattern`` shows."""
    return len(value) == len(pattern) and all(p in (HIDDEN, v) for v, p in zip(value.upper(), pattern.upper(), strict=True))


def digits_candidates(pattern: str, luhn: bool = False) -> int:
    """How many digit strings fit; separators in ``pattern`` count as shown. A Luhn digit leaves one in ten of them."""
    hidden = pattern.count(HIDDEN)
    return int(10 ** (hidden - 1 if luhn and hidden else hidden))


def mobile_candidates(pattern: str) -> int:
    """How many mobile numbers fit eleven characters; only prefixes that are in use count."""
    if len(pattern) != 11:
        return 0
    prefixes = sum(fits(prefix, pattern[:3]) for prefix in phone.MOBILE_PREFIXES)
    return prefixes * digits_candidates(pattern[3:])


def resident_id_candidates(
    pattern: str,
    birth: int | tuple[int, ...] | None = None,
    region: str = "",
    gender: str = "",
    as_of_year: int | None = None,
) -> int:
    """How many ID numbers fit a pattern of eighteen (or, first generation, fifteen) characters; 0 when the facts contradict it.

    ``birth`` is what the row tells of the birth: a year, (year, month), (year, month, day) or a ``PartialDate``; ``region`` the
    first two to six digits of the code; ``gender`` 男 or 女. Births are counted from 1930 to the end of ``as_of_year`` (default: this
    year) unless ``birth`` or the visible year says otherwise.
    """
    if len(pattern) not in (15, 18):
        raise ValueError("a pattern of an ID number has fifteen or eighteen characters")
    if len(pattern) == 15:
        return sum(_body(f"{pattern[:6]}19{pattern[6:]}", _birth(birth), region, gender, 1999))
    body = _body(pattern[:17], _birth(birth), region, gender, as_of_year or dates.current_year())
    check = pattern[17].upper()
    if check == HIDDEN:
        return sum(body)
    return body[resident_id.CHECK_CHARS.index(check)] if check in resident_id.CHECK_CHARS else 0


def _birth(birth: int | tuple[int, ...] | None) -> tuple[int, int, int]:
    stated = (birth,) if isinstance(birth, int) else birth or ()
    year, month, day = (*stated, 0, 0, 0)[:3]
    return year, month, day


def _body(pattern: str, birth: tuple[int, int, int], region: str, gender: str, last_year: int) -> _Histogram:
    """The residues of all first seventeen digits that fit."""
    born = _both(_years(pattern[6:10], birth[0], last_year, True), _month_days(pattern[10:14], *birth[1:], True))
    in_common_years = _both(_years(pattern[6:10], birth[0], last_year, False), _month_days(pattern[10:14], *birth[1:], False))
    births = tuple(a + b for a, b in zip(born, in_common_years, strict=True))
    return _both(_both(_places(pattern[:6], region), births), _sequences(pattern[14:], gender))


def _both(first: _Histogram, second: _Histogram) -> _Histogram:
    """The histogram of every combination of one with the other: residues add up."""
    counts = [0] * 11
    for i, a in enumerate(first):
        if a:
            for j, b in enumerate(second, i):
                counts[j % 11] += a * b
    return tuple(counts)


def _histogram(digits: Iterable[str], exponent: int) -> _Histogram:
    """How many of these equally long strings have each residue; the first digit weighs two to this power."""
    counts = [0] * 11
    for text in digits:
        counts[sum(int(digit) << (exponent - i) for i, digit in enumerate(text)) % 11] += 1
    return tuple(counts)


@lru_cache(1024)
def _places(pattern: str, region: str) -> _Histogram:
    """The regions that may stand there: the visible one; else current counties; where none fits, abolished ones."""
    wanted = combine(pattern, region.ljust(6, HIDDEN))
    if wanted is None:
        return (0,) * 11
    codes = [wanted] if HIDDEN not in wanted else [code for code in regions.counties() if fits(code, wanted)]
    return _histogram(codes or (code for code in regions.known() if fits(code, wanted)), 17)


@lru_cache(1024)
def _years(pattern: str, stated: int, last_year: int, leap: bool) -> _Histogram:
    """The years of birth that may stand there; only a visible or stated one may lie before 1930."""
    first_year = dates.FIRST_YEAR if stated or HIDDEN not in pattern else FIRST_BIRTH_YEAR
    years = (year for year in range(first_year, last_year + 1) if dates.is_leap(year) == leap and stated in (0, year))
    return _histogram((str(year) for year in years if fits(str(year), pattern)), 11)


@lru_cache(1024)
def _month_days(pattern: str, month: int, day: int, leap: bool) -> _Histogram:
    days = (*dates.MONTH_DAYS, "0229") if leap else dates.MONTH_DAYS
    stated = (text for text in days if month in (0, int(text[:2])) and day in (0, int(text[2:])))
    return _histogram((text for text in stated if fits(text, pattern)), 7)


def _sequences(pattern: str, gender: str) -> _Histogram:
    """The sequence numbers that fit; the last digit is odd for men and even for women."""
    counts = _ONE
    for i, char in enumerate(pattern):
        digits = _PARITY.get(gender, "0123456789") if i == 2 else "0123456789"
        fitting = digits if char == HIDDEN else char if char in digits else ""
        counts = _both(_histogram(fitting, 3 - i), counts)
    return counts
