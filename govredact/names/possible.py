"""What a name could be at a position: a surname and what follows it, with the cost of that name."""

from __future__ import annotations

from govredact.names import store

# A name of two characters is rarer than one of three.
SHORT, LONG, _COMPOUND_SHORT, _COMPOUND_LONG = 10, 5, 10, 5
# What it costs that a name stands somewhere at all: callers add it. Names of the dictionary have a frequency of their own.
A_NAME, _DICTIONARY = 45, 15
# A character that the data of given names do not know.
RARE = 115
# Up to this cost a surname is one of those that most people bear; others begin words of their own before a given name that is a word.
USUAL = 68


def possible(text: str, start: int) -> list[tuple[int, int]]:
    """(end, cost) of each name that could begin at ``start``; one of its given-name characters at least must be known as such."""
    data = store.names()
    found = []
    cost = data.surnames.get(text[start])
    first, second = text[start + 1 : start + 2], text[start + 2 : start + 3]
    if cost is not None:
        only = data.only.get(first)
        if only is not None:
            found.append((start + 2, cost + only + SHORT))
        middle, last = data.middle.get(first), data.last.get(second)
        if (middle is not None or last is not None) and _in_names(first, second):
            long = cost + (middle or RARE) + (last or RARE) + LONG - (data.pairs.get(first + second, 0) if cost <= USUAL else 0)
            found.append((start + 3, _in_dictionary(text[start : start + 3], long)))
        elif text[start : start + 3] in store.known():
            found.append((start + 3, _in_dictionary(text[start : start + 3], 999)))
    compound = data.compound.get(text[start : start + 2])
    if compound is not None:
        found += _compound(text, start + 2, compound)
    return found


def _in_dictionary(name: str, cost: int) -> int:
    known = store.known().get(name)
    return cost if known is None else min(cost, known - A_NAME + _DICTIONARY)


def _compound(text: str, start: int, cost: int) -> list[tuple[int, int]]:
    data = store.names()
    found = []
    first, second = text[start : start + 1], text[start + 1 : start + 2]
    only = data.only.get(first)
    if only is not None:
        found.append((start + 1, cost + only + _COMPOUND_SHORT))
    middle, last = data.middle.get(first), data.last.get(second)
    if (middle is not None or last is not None) and _in_names(first, second):
        found.append((start + 2, cost + (middle or RARE) + (last or RARE) + _COMPOUND_LONG))
    return found


def _in_names(first: str, second: str) -> bool:
    """Whether both are Han characters that a name can hold: 某 hides one."""
    return "\u4e00" <= first <= "\u9fff" and "\u4e00" <= second <= "\u9fff" and first != "某" and second != "某"
