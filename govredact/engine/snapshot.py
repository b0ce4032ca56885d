"""The shipped lists, compiled once and kept in the user's own cache folder: reading and sorting ten thousand words is half of a start.

Kept is what the files of the program say and nothing else: no list of a user, no text. A snapshot is used only if it was made from the
same bytes by the same version; one that is damaged, or a folder that others may write to, costs a start of the ordinary length.
"""

from __future__ import annotations

import sys

from govredact._version import __version__
from govredact.lexicon.apart import Apart
from govredact.lexicon.loading import SHIPPED, shipped
from govredact.lexicon.matcher import Matcher
from govredact.lexicon.model import Entry
from govredact.lexicon.places import shipped_file
from govredact.lexicon.plan import MANY, Item, Plan, make_plan
from govredact.text import kept
from govredact.text.digests import sha256
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from typing import Any

    from govredact.lexicon.plan import Slot

_FILE = "lexicon.snapshot"
# Distinct values of a column that one byte can number.
_FEW = 256


def matcher(anchors: Sequence[str], as_of: date) -> Matcher:
    """``Matcher.build(shipped(), anchors, as_of)``, from the snapshot of an earlier run where there is one."""
    key = _key(anchors, as_of)
    packed = kept.read(_FILE, key)
    if packed is not None:
        return Matcher(None, anchors, as_of, _unpacked(packed))
    lexicons = shipped()
    plan = make_plan(lexicons, anchors, as_of)
    kept.write(_FILE, key, _packed(plan))
    return Matcher(lexicons, anchors, as_of, plan)


def _key(anchors: Sequence[str], as_of: date) -> str:
    """What a snapshot depends on: program, interpreter, day (entries may hold for a time), anchors, and the bytes of the lists."""
    parts = [f"{__version__} {sys.version} {as_of}\n".encode(), "\n".join(anchors).encode("utf-8", "surrogatepass")]
    for name in SHIPPED:
        with open(shipped_file(f"{name}.tsv"), "rb") as file:
            parts.append(file.read())
    return sha256(b"\0".join(parts))


def _packed(plan: Plan) -> tuple[Any, ...]:
    """``plan`` as plain values in columns, which load several times faster than rows; entries by number."""
    entries: dict[Entry, int] = {}

    def number(entry: Entry | None) -> int:
        return -1 if entry is None else entries.setdefault(entry, len(entries))

    several = {
        place: [(item.target, item.exact, number(item.entry)) for item in payload]
        for place, (_, _, target, payload) in enumerate(plan.slots)
        if target == MANY
    }
    forms, sizes, targets, payloads = zip(*plan.slots, strict=True)
    numbers = [-1 if target == MANY else number(payload) for target, payload in zip(targets, payloads, strict=True)]
    apart = [(form, number(entry)) for form, entry in plan.apart.forms]
    columns = [_column(column) for column in zip(*entries, strict=True)]
    return columns, plan.keys, list(forms), bytes(sizes), bytes(targets), numbers, several, apart


def _column(values: tuple[Any, ...]) -> tuple[list[Any], bytes | None]:
    """A column as its distinct values and their numbers where they are few, else as it is."""
    table = {value: number for number, value in enumerate(dict.fromkeys(values))}
    if len(table) > _FEW:
        return list(values), None
    return list(table), bytes([table[value] for value in values])


def _values(column: tuple[list[Any], bytes | None]) -> Iterable[Any]:
    table, numbers = column
    return table if numbers is None else map(table.__getitem__, numbers)


def _unpacked(packed: tuple[Any, ...]) -> Plan:
    columns, keys, forms, sizes, targets, numbers, several, apart = packed
    new = tuple.__new__  # the constructor of a named tuple is a function in Python, and there are ten thousand
    entries: list[Entry | None] = [new(Entry, row) for row in zip(*map(_values, columns), strict=True)]
    entries.append(None)
    slots: list[Slot] = list(zip(forms, sizes, targets, map(entries.__getitem__, numbers), strict=True))
    for place, items in several.items():
        payload = tuple([Item(target, exact, entries[number]) for target, exact, number in items])
        slots[place] = (*slots[place][:3], payload)
    return Plan(keys, slots, Apart((form, entry) for form, number in apart if (entry := entries[number]) is not None))
