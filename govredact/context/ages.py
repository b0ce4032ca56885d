"""How old a person of a record is on the day of the run: from an ID number, a birth date, or an age in words."""

from __future__ import annotations

from govredact.numbers import dates
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.context.scan import Settings

_ID = lazy.compile("[1-9][0-9]{5}((?:19|20)[0-9]{6})[0-9]{3}[0-9Xx]")
_HAN_AGE = lazy.compile("(十)?([一二三四五六七八九])?")
_VALUES = {char: number for number, char in enumerate("一二三四五六七八九", 1)}


def of_id(value: str, settings: Settings) -> int | None:
    """The age of the holder of an ID number that is or stands inside ``value`` (a student's or disability number holds one).

    A mistyped check digit does not make anybody older, so it is not asked for.
    """
    match = _ID.search("".join([char for char in value if char.isalnum()]))
    if match is None or not dates.is_digits_date(match[1], dates.FIRST_YEAR, settings.as_of_year):
        return None
    born = match[1]
    return _age((int(born[:4]), int(born[4:6]), int(born[6:])), settings)


def of_birth(value: str, settings: Settings) -> int | None:
    """The age of someone who was born on ``value``, a date as it is written; None where it states no year."""
    stated = dates.parse_date(value)
    return _age(tuple(stated), settings) if stated else None


def of_words(value: str) -> int | None:
    """The age that digits or Chinese numerals below 100 state: 8, 十二."""
    if value.isdigit():
        return int(value)
    match = _HAN_AGE.fullmatch(value)
    if not value or match is None:
        return None
    return (10 if match[1] else 0) + (_VALUES[match[2]] if match[2] else 0)


def _age(born: tuple[int, ...], settings: Settings) -> int | None:
    """Whole years; what is not stated of the day counts in favour of youth: who may still be a minor is one."""
    year, month, day = (*born, 0, 0)[:3]
    today = settings.as_of or f"{settings.as_of_year}-12-31"
    had_birthday = (month or 12, day or 31) <= (int(today[5:7]), int(today[8:10]))
    age = int(today[:4]) - year - (not had_birthday)
    return age if age >= 0 else None
