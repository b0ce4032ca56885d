"""Running text as words: the cheapest split of a short stretch of Han characters by the frequencies of words, around one place.

Both halves are split towards the place, so that every word is looked at once, and the half behind it alone tells most places that no
name can begin there.
"""

from __future__ import annotations

from govredact.typed import NamedTuple

# A character that the dictionary does not know as a word.
UNKNOWN = 120
_FAR = 1_000_000
_LONGEST = 4


class Words(NamedTuple):
    """The costs of the words, and the first two characters of all that are longer than two."""

    costs: dict[str, int]
    beginnings: set[str]


class Half(NamedTuple):
    """The costs from each position of one half to its far end, counted from the place, and the far end of the word there."""

    costs: list[int]
    ends: list[int]


def behind(text: str, start: int, end: int, words: Words) -> Half:
    """The splits of ``text[start:end]``: ``costs[i]`` is that of ``text[start + i:end]``, ``ends[i]`` where its first word ends."""
    get, beginnings = words.costs.get, words.beginnings
    size = end - start
    costs, ends = [0] * (size + 1), [end] * (size + 1)
    for index in range(size - 1, -1, -1):
        position = start + index
        best, stop = _FAR, end
        if index + 1 < size:
            pair = text[position : position + 2]
            if pair in beginnings:
                if index + 3 < size:
                    cost = get(text[position : position + 4])
                    if cost is not None:
                        best, stop = cost + costs[index + 4], position + 4
                if index + 2 < size:
                    cost = get(text[position : position + 3])
                    if cost is not None and cost + costs[index + 3] < best:
                        best, stop = cost + costs[index + 3], position + 3
            cost = get(pair)
            if cost is not None and cost + costs[index + 2] < best:
                best, stop = cost + costs[index + 2], position + 2
        cost = get(text[position], UNKNOWN) + costs[index + 1]
        if cost < best:
            best, stop = cost, position + 1
        costs[index], ends[index] = best, stop
    return Half(costs, ends)


def before(text: str, start: int, end: int, words: Words) -> Half:
    """The splits of ``text[start:end]``: ``costs[i]`` is that of ``text[start:start + i]``, ``ends[i]`` where its last word begins."""
    get, beginnings = words.costs.get, words.beginnings
    size = end - start
    costs, ends = [0] + [_FAR] * size, [start] * (size + 1)
    for index in range(size):
        position, base = start + index, costs[index]
        cost = base + get(text[position], UNKNOWN)
        if cost < costs[index + 1]:
            costs[index + 1], ends[index + 1] = cost, position
        pair = text[position : position + 2]
        for stop in range(index + 2, min(size, index + (_LONGEST if pair in beginnings else 2)) + 1):
            known = get(text[position : start + stop])
            if known is not None and base + known < costs[stop]:
                costs[stop], ends[stop] = base + known, position
    return Half(costs, ends)


def across(text: str, start: int, place: int, left: Half, right: Half, words: Words) -> int:
    """The cost of the cheapest split of the whole stretch from ``start`` with a word across ``place``; a large number if there is none."""
    get, beginnings = words.costs.get, words.beginnings
    best, most = _FAR, len(right.costs) - 1
    for begin in range(max(start, place - _LONGEST + 1), place):
        longest = _LONGEST if text[begin : begin + 2] in beginnings else 2
        for behind_place in range(1, min(longest - place + begin, most) + 1):
            cost = get(text[begin : place + behind_place])
            if cost is not None:
                best = min(best, left.costs[begin - start] + cost + right.costs[behind_place])
    return best
