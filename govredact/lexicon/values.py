"""The cells of a row, checked: what may stand in each column, and what a person should write instead."""

from __future__ import annotations

import re

from govredact.entities import ENTITIES
from govredact.lexicon.fields import FIELDS
from govredact.lexicon.model import BOUNDARIES, KINDS, VARIANTS
from govredact.lexicon.reading import suggestion
from govredact.models import ACTIONS, CATEGORIES, SEVERITIES
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_CHOICES: dict[str, Iterable[str]] = {
    "kind": KINDS[:2],
    "field": FIELDS,
    "entity": ENTITIES,
    "category": CATEGORIES,
    "severity": SEVERITIES,
    "action": ACTIONS,
    "boundary": sorted({name for names in BOUNDARIES.values() for name in names}),
}
_YES = frozenset({"yes", "true", "1", "y", "allow", "是"})
_NO = frozenset({"no", "false", "0", "n", "否"})
# What text normalisation drops, and other characters that nobody sees: a word with one of them would never be found.
_UNSEEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufffd\U000e0000-\U000e007f"
)
_WIDE = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff20\uff0b\uff0d\uff0e\uff3f\uff0a"
_SPECIAL = re.compile(f"[{_UNSEEN}{_WIDE}]")
LONGEST = 200


class BadValueError(ValueError):
    """A cell that does not make sense; the text says what to write."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def choice(column: str, cell: str) -> str:
    """``cell`` if it is one of the values of ``column``; BadValueError otherwise."""
    known = _CHOICES[column]
    if cell in known:
        return cell
    raise BadValueError(column, f"unknown {column} {cell!r}{suggestion(cell, known)}")


def date(column: str, cell: str) -> str:
    """An ISO date; BadValueError for any other form and for days that do not exist."""
    from datetime import date as calendar  # lists with dates are few

    try:
        if len(cell) != 10:
            raise ValueError
        return calendar.fromisoformat(cell).isoformat()
    except ValueError:
        raise BadValueError(column, f"bad date {cell!r} in {column}; write YYYY-MM-DD") from None


def flag(column: str, cell: str) -> bool:
    """Whether the cell says yes; BadValueError where it says neither yes nor no."""
    if cell.lower() in _YES:
        return True
    if cell.lower() in _NO:
        return False
    raise BadValueError(column, f"bad value {cell!r} in {column}; write yes or leave it empty")


def variants(column: str, cell: str) -> frozenset[str]:
    """The set of variants in ``cell``, separated by commas or spaces; ``none`` stands for the empty set."""
    names = frozenset(re.split(r"[\s,，、;；]+", cell.strip().lower())) - {"none", ""}
    for name in sorted(names.difference(VARIANTS)):
        raise BadValueError(column, f"unknown variant {name!r}{suggestion(name, VARIANTS)}")
    return names


def all_plain(text: str) -> bool:
    """Whether ``word`` would change or refuse no word in ``text`` (empty, escaped and long ones apart)."""
    return not _SPECIAL.search(text)


def word(cell: str) -> str:
    """The word as it is searched: full-width letters and digits folded like those of the scanned text.

    BadValueError for a word that can never be found.
    """
    if cell.startswith("\\#"):
        cell = cell[1:]
    if not cell:
        raise BadValueError("empty", "the word is empty; write one or delete the line")
    bad = _SPECIAL.search(cell) and re.search(f"[{_UNSEEN}]", cell)
    if bad:
        raise BadValueError("invisible", f"invisible character U+{ord(bad[0]):04X} in the word (character {bad.start() + 1}); delete it")
    if len(cell) > LONGEST:
        raise BadValueError("long", f"the word has {len(cell)} characters, more than {LONGEST}; shorten it")
    return re.sub(f"[{_WIDE}]", lambda m: chr(ord(m[0]) - 0xFEE0), cell) if _SPECIAL.search(cell) else cell
