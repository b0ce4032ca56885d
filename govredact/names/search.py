"""The places of a text where a name could begin: a surname before a character of given names, and cheap tests that most fail.

This runs over every character of every document. A place survives if, by what can be known without splitting the text into words, a name
there could still outweigh the words: the split can only be cheaper than the bound used here.
"""

from __future__ import annotations

from functools import cache

from govredact.names import store
from govredact.names.lattice import UNKNOWN
from govredact.names.possible import A_NAME, LONG, RARE, SHORT
from govredact.text import lazy, patterns
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

# Words that end in a surname and are more frequent than any name: 提高.
_FREQUENT_BEFORE = 95
_USEFUL = 105
# A frequent word begins a name only if its second character and the next one stand in many names: 王国强, 李子轩, but 万元以上.
_LIKELY = 75
# How far below the words a name may stay: its neighbours in a list can lift it.
SLACK = -10
# The most that what stands beside a name can add: see ``evidence``.
_TITLE, _OPENING, _SIGN, _WORD = 35, 35, 14, 8
_SIGN_AFTER, _OFFICE_AFTER, _WORD_AFTER = 60, 50, 20
_OPENINGS = frozenset("（(，, \u3000\u00a0\t|/：:0123456789")
# From this cost on a surname is rare, and below the other its character is a word of its own (时, 成, 水).
_RARE_SURNAME, _A_WORD = 80, 110
_NEVER = -1_000_000
_LONGEST = 4


@cache
def starts() -> re.Pattern[str]:
    """A surname before a character that given names use."""
    return patterns.compiled(_starts(), 0)


def _starts() -> str:
    data = store.names()
    given = {char for costs in (data.middle, data.only) for char, cost in costs.items() if cost < _USEFUL}
    given |= {surname[1] for surname in data.compound} | {name[1] for name in store.known()}
    return f"[{store.firsts()}](?=[{''.join(sorted(given))}])"


@cache
def _rare() -> frozenset[str]:
    """Rare surnames that are words of their own more often (时, 成, 水); 鄢 and 蔺 are nothing else."""
    costs = store.names().surnames
    return frozenset(char for char, cost in store.surname_words().items() if cost < _A_WORD and costs[char] >= _RARE_SURNAME)


@cache
def _places() -> re.Pattern[str]:
    """The same, but inside Han text a rare surname needs a title before it."""
    data = store.names()
    first = {surname[0] for surname in data.compound}
    rare = "".join(sorted(_rare() - first))
    title_ends = "".join(sorted(store.title_ends()))
    return patterns.compiled(f"{_starts()}(?:(?<![{rare}])|(?<![\u4e00-\u9fff].)|(?<=[{title_ends}].))", lazy.DOTALL)


class _Tests:
    """What the cheap tests look up, at hand."""

    def __init__(self) -> None:
        data = store.names()
        self.word = store.words("").costs.get
        self.surnames, self.compound = data.surnames, data.compound
        self.middle, self.last, self.only, self.pairs = data.middle, data.last, data.only, data.pairs
        self.known, self.title_ends, self.offices = store.known(), store.title_ends(), store.behind_begins()
        self.rare, self.places = _rare(), _places()

    def least_before(self, text: str, begin: int) -> int:
        """The least that the character before ``begin`` costs in the cheapest split up to there, be it alone or the end of a word."""
        word = self.word
        least, costs = word(text[begin - 1], UNKNOWN), 0
        for first in range(begin - 2, max(-1, begin - _LONGEST - 1), -1):
            costs += word(text[first], UNKNOWN)
            known = word(text[first:begin])
            if known is not None and known - costs < least:
                least = known - costs
        return least

    def gain(self, text: str, begin: int, single: int) -> int:
        """The most by which a name at ``begin``, with what stands behind it, can be cheaper than the words there.

        ``single`` is the least that the surname costs as a word or the end of one.
        """
        word, char, first, second = self.word, text[begin], text[begin + 1], text[begin + 2 : begin + 3]
        surname = self.surnames.get(char)
        if surname is None:
            return _NEVER
        known, pair, only = word(char + first), word(first, UNKNOWN), self.only.get(first)
        han, best = "\u4e00" <= second <= "\u9fff", _NEVER
        if only is not None:
            best = single + pair if known is None or single + pair < known else known
            best -= only + SHORT - (_SIGN_AFTER if not han else _OFFICE_AFTER if second in self.offices else _WORD_AFTER)
        if han:
            third = word(second, UNKNOWN)
            both = first + second
            words = single + (word(both) or pair + third)
            if known is not None and known + third < words:
                words = known + third
            behind = text[begin + 3 : begin + 4]
            words += _SIGN_AFTER if not "\u4e00" <= behind <= "\u9fff" else _OFFICE_AFTER if behind in self.offices else _WORD_AFTER
            long = words - self.middle.get(first, RARE) - self.last.get(second, RARE) - LONG + self.pairs.get(both, 0)
            if long > best:
                best = long
            if best - surname < A_NAME + SLACK and text[begin : begin + 3] in self.known:
                return A_NAME + surname
        return best - surname


@cache
def _tests() -> _Tests:
    return _Tests()


def places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where in ``text[start:end]`` a name could begin, and the most that what stands before it can add."""
    if text.isascii() or not starts().search(text, start, end):
        return  # the words are not even loaded
    tests = _tests()
    frequent = store.frequent(text, start, end)
    compound, rare, word, title_ends = tests.compound, tests.rare, tests.word, tests.title_ends
    middle, last = tests.middle.get, tests.last.get
    for match in tests.places.finditer(text, start, end):
        begin = match.start()
        pair = text[begin : begin + 2]
        if pair in compound:
            yield begin, _TITLE
            continue
        if pair in frequent and (middle(pair[1], RARE) > _LIKELY or last(text[begin + 2 : begin + 3], RARE) > _LIKELY):
            continue
        char, before = pair[0], text[begin - 1] if begin else ""
        lift, single = _TITLE, word(char, UNKNOWN)
        if "\u4e00" <= before <= "\u9fff":
            joined = word(before + char)
            if before not in title_ends:
                if char in rare or (joined is not None and joined <= _FREQUENT_BEFORE):
                    continue
                lift = _WORD
            if joined is not None:
                single = min(single, joined - tests.least_before(text, begin))
        elif before not in title_ends:
            lift = _OPENING if before in _OPENINGS else _SIGN
        if tests.gain(text, begin, single) + lift >= A_NAME + SLACK:
            yield begin, lift


def after(char: str) -> int:
    """The most that ``char`` behind a name can add."""
    if "\u4e00" <= char <= "\u9fff":
        return _OFFICE_AFTER if char in store.behind_begins() else _WORD_AFTER
    return _SIGN_AFTER
