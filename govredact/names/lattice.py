"""Running text as words: the cheapest split of a short stretch of Han characters by the frequencies of words, seen from both ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

# A character that the dictionary does not know as a word.
UNKNOWN = 120
_FAR = 1_000_000


class Lattice(NamedTuple):
    """Costs up to each position (``before``) and from it (``after``), and where the words next to it begin and end."""

    before: list[int]
    word_start: list[int]
    after: list[int]
    word_end: list[int]

    @property
    def total(self) -> int:
        """The cost of the whole stretch."""
        return self.before[-1]


def lattice(text: str, words: Mapping[str, int], beginnings: frozenset[str]) -> Lattice:
    """The splits of ``text``, which should be short: the work grows with its length, and nothing is shared between calls.

    ``beginnings`` are the first two characters of all words that are longer.
    """
    size = len(text)
    get = words.get
    before, word_start = [0] + [_FAR] * size, [0] * (size + 1)
    edges: list[tuple[int, int, int]] = []
    for start in range(size):
        base = before[start]
        cost = get(text[start], UNKNOWN)
        edges.append((start, start + 1, cost))
        if base + cost < before[start + 1]:
            before[start + 1], word_start[start + 1] = base + cost, start
        pair = text[start : start + 2]
        ends = (start + 2, start + 3, start + 4) if pair in beginnings else (start + 2,)
        for end in ends:
            known = get(text[start:end]) if end <= size else None
            if known is not None:
                edges.append((start, end, known))
                if base + known < before[end]:
                    before[end], word_start[end] = base + known, start
    after, word_end = [_FAR] * size + [0], [size] * (size + 1)
    for start, end, cost in reversed(edges):
        cost += after[end]
        if cost < after[start]:
            after[start], word_end[start] = cost, end
    return Lattice(before, word_start, after, word_end)
