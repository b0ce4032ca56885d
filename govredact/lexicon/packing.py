"""A plan as plain values, and back: in columns, which load several times faster than rows.

Texts of a column are one text, and entries are made when they are met: of twelve thousand a small document meets a few.
"""

from __future__ import annotations

from array import array
from itertools import accumulate

from govredact.lexicon.apart import Apart
from govredact.lexicon.automata import kept_of, revived
from govredact.lexicon.model import Entry
from govredact.lexicon.plan import MANY, Item, Plan
from govredact.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    # Texts one after the other, and where each ends, as numbers of four bytes.
    Joined = tuple[str, bytes]
    # The distinct values of a column and the number of each; where they are many, they are texts.
    Column = tuple[list[Any] | Joined, bytes | None]

# Distinct values that one byte can number.
_FEW = 256
_NO_ENTRY = -1


def packed(plan: Plan) -> tuple[Any, ...]:
    """``plan`` as values that ``marshal`` knows."""
    entries: dict[Entry, int] = {}

    def number(entry: Entry | None) -> int:
        return _NO_ENTRY if entry is None else entries.setdefault(entry, len(entries))

    places = range(len(plan.forms))
    numbers = [_NO_ENTRY if plan.targets[place] == MANY else number(plan.payload(place)) for place in places]
    several = {
        place: [(item.target, item.exact, number(item.entry)) for item in plan.payload(place)]
        for place in places
        if plan.targets[place] == MANY
    }
    apart = [(form, number(entry)) for form, entry in plan.apart.forms]
    columns = [_column(column) for column in zip(*entries, strict=True)]
    return kept_of(plan.automaton), _joined(plan.forms), bytes(plan.sizes), bytes(plan.targets), numbers, several, columns, apart


def unpacked(values: tuple[Any, ...]) -> Plan:
    """The plan of which ``packed`` gave these values."""
    automaton, forms, sizes, targets, numbers, several, packed_columns, apart = values
    columns = [(_Texts(*column), None) if which is None else (column, which) for column, which in packed_columns]
    made: dict[int, Entry | None] = {_NO_ENTRY: None}

    def entry(number: int) -> Entry | None:
        if number not in made:
            row: list[Any] = [values[number] if which is None else values[which[number]] for values, which in columns]
            made[number] = Entry(*row)
        return made[number]

    def payload(place: int) -> Any:
        items = several.get(place)
        if items is None:
            return entry(numbers[place])
        return tuple([Item(target, exact, entry(number)) for target, exact, number in items])

    own = ((form, known) for form, number in apart if (known := entry(number)) is not None)
    return Plan(revived(automaton), cast("Sequence[str]", _Texts(*forms)), sizes, targets, payload, Apart(own))


class _Texts:
    """Texts that are cut out of a long one when they are asked for."""

    __slots__ = ("_ends", "_text")

    def __init__(self, text: str, ends: bytes) -> None:
        self._text = text
        self._ends = memoryview(ends).cast("I")

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, place: int) -> str:
        return self._text[self._ends[place] : self._ends[place + 1]]


def _joined(texts: Sequence[str]) -> Joined:
    return "".join(texts), array("I", accumulate(map(len, texts), initial=0)).tobytes()


def _column(values: tuple[Any, ...]) -> Column:
    table = {value: number for number, value in enumerate(dict.fromkeys(values))}
    if len(table) > _FEW:
        return _joined(values), None
    return list(table), bytes([table[value] for value in values])
