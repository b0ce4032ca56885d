"""The places of a text where a name could begin: a surname before a character of given names, and cheap tests that most fail.

This runs over every character of every document. A place survives if, by what can be known without splitting the text into words, a name
there could still outweigh the words: the split can only be cheaper than the bound used here.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from govredact.names import store
from govredact.names.lattice import UNKNOWN
from govredact.names.possible import A_NAME, LONG, RARE, SHORT
from govredact.text import patterns

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

# Words that are more frequent than any name: 时间, 方面; and those that end in a surname: 提高.
_FREQUENT, _FREQUENT_BEFORE = 105, 95
_USEFUL = 105
# How far below the words a name may stay: its neighbours in a list can lift it.
SLACK = -10
# The most that what stands beside a name can add: see ``evidence``.
_TITLE, _OPENING, _SIGN, _WORD = 35, 35, 14, 8
_SIGN_AFTER, _OFFICE_AFTER, _WORD_AFTER = 60, 50, 20
_OPENINGS = frozenset("（(，, \u3000\u00a0\t|/：:0123456789")
# From this cost on a surname is rare, and most of these characters are words of their own (时, 成, 水).
_RARE_SURNAME = 80
_NEVER = -1_000_000


@cache
def starts() -> re.Pattern[str]:
    """A surname before a character that given names use."""
    data = store.names()
    given = {char for costs in (data.middle, data.only) for char, cost in costs.items() if cost < _USEFUL}
    given |= {surname[1] for surname in data.compound} | {name[1] for name in store.known()}
    firsts = "".join(data.surnames) + "".join(surname[0] for surname in data.compound)
    return patterns.compiled(f"[{firsts}](?=[{''.join(sorted(given))}])", 0)


def places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where in ``text[start:end]`` a name could begin, and the most that what stands before it can add."""
    if text.isascii() or not starts().search(text, start, end):
        return  # the words are not even loaded
    data, word = store.names(), store.words().get
    surnames, title_ends = data.surnames, store.title_ends()
    for match in starts().finditer(text, start, end):
        begin = match.start()
        pair = text[begin : begin + 2]
        if pair in data.compound:
            yield begin, _TITLE
            continue
        known = word(pair)
        if known is not None and known <= _FREQUENT:
            continue
        char, before = pair[0], text[begin - 1 : begin] if begin else ""
        lift = _TITLE
        if before not in title_ends or not before:
            if "\u4e00" <= before <= "\u9fff":
                joined = word(before + char)
                if surnames.get(char, 0) >= _RARE_SURNAME or (joined is not None and joined <= _FREQUENT_BEFORE):
                    continue
                lift = _WORD
            else:
                lift = _OPENING if before in _OPENINGS else _SIGN
        if _gain(text, begin, known) + lift >= A_NAME + SLACK:
            yield begin, lift


def _gain(text: str, begin: int, known: int | None) -> int:
    """The most by which a name at ``begin``, with what stands behind it, can be cheaper than the words there."""
    data, word = store.names(), store.words().get
    char, first = text[begin], text[begin + 1]
    surname = data.surnames.get(char)
    if surname is None:
        return _NEVER
    single, pair = word(char, UNKNOWN), word(first, UNKNOWN)
    second = text[begin + 2 : begin + 3]
    only, best = data.only.get(first), _NEVER
    if only is not None:
        best = (single + pair if known is None else min(single + pair, known)) - only - SHORT + after(second)
    if "\u4e00" <= second <= "\u9fff":
        third = word(second, UNKNOWN)
        words = single + (word(first + second) or pair + third)
        if known is not None:
            words = min(words, known + third)
        long = words - data.middle.get(first, RARE) - data.last.get(second, RARE) - LONG + after(text[begin + 3 : begin + 4])
        best = max(best, long)
        if best - surname < A_NAME + SLACK and text[begin : begin + 3] in store.known():
            return A_NAME + surname
    return best - surname


def after(char: str) -> int:
    """The most that ``char`` behind a name can add."""
    if "\u4e00" <= char <= "\u9fff":
        return _OFFICE_AFTER if char in store.behind_begins() else _WORD_AFTER
    return _SIGN_AFTER
