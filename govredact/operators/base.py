"""What operators are given besides the value, and what they mean by a character of it."""

from __future__ import annotations

from _thread import allocate_lock  # threading itself is not needed and costs start-up time

from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

# One for the process: a table must be picklable, and a lock is not.
_LOCK = allocate_lock()

# What stands between the characters of a value and stays where it is: white space, dashes, dots, brackets, and the borders of
# cells, because a number may be written one digit a cell. Everything else is part of the value.
SEPARATORS = frozenset(
    " \t\r\n\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fc~"
    ".·•・:：/()（）[]【】〔〕|"
)
LINE_ENDS = frozenset("\r\n")
MASKS = frozenset("*＊")


class Pseudonyms:
    """Which value got which number within one run; one object for all files of the run."""

    __slots__ = ("_numbers",)

    def __init__(self) -> None:
        self._numbers: dict[str, dict[str, int]] = {}

    def number(self, noun: str, value: str) -> int:
        """The number of ``value`` among those with this noun, from 0 in order of first use. Safe to use from threads."""
        numbers = self._numbers.setdefault(noun, {})
        found = numbers.get(value)
        if found is None:
            with _LOCK:
                found = numbers.setdefault(value, len(numbers))
        return found


class OperatorContext(NamedTuple):
    """The surroundings of one value.

    ``before`` and ``after`` are the characters beside it (one or a few). ``birth`` (year, month, day as far as it stays readable),
    ``region`` (first digits of the region code) and ``gender`` are what its row goes on to show about the same person: they count
    when a mask is measured.
    """

    entity: str
    key: bytes | None = None
    pseudonyms: Pseudonyms | None = None
    mask_character: str = "*"
    reasons: tuple[str, ...] = ()
    role: str = ""
    before: str = ""
    after: str = ""
    birth: tuple[int, ...] = ()
    region: str = ""
    gender: str = ""


def is_mask(char: str, context: OperatorContext) -> bool:
    """Whether ``char`` already hides something."""
    return char in MASKS or char == context.mask_character


def significant(value: str) -> list[int]:
    """The positions of the characters that are not separators."""
    if value.isascii() and value.isalnum():
        return list(range(len(value)))
    return [position for position, char in enumerate(value) if char not in SEPARATORS]


def hidden_at(value: str, positions: Iterable[int], mask: str) -> str:
    """``value`` with ``mask`` at ``positions``."""
    characters = list(value)
    for position in positions:
        characters[position] = mask
    return "".join(characters)


def hide_all(value: str, context: OperatorContext) -> str:
    """``value`` with every character hidden but separators; of a credential only line ends stay."""
    kept = LINE_ENDS if context.entity == "CREDENTIAL" else SEPARATORS
    return "".join([char if char in kept else context.mask_character for char in value])
