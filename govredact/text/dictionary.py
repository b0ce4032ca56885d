"""The words of jieba's dictionary and how likely they are, in sorted arrays: 10 MB that are there in milliseconds.

jieba's own form of it is a ``dict`` of half a million strings, which takes 85 MB and up to a second. Nearly all words have at most four
characters, and four code points of 16 bits are one number. What is made of the list (a file of jieba's) is kept in the user's cache folder.
"""

from __future__ import annotations

import marshal
import os
import sys
from array import array
from bisect import bisect_left
from math import log

from govredact.text import kept
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_FILE = "words.snapshot"
# What the kept file holds; another form needs another word here.
_FORM = "size, keys Q, likely d, others"
_NUMBER = 8
_SHORT = 4
_BITS, _LAST = 16, "\uffff"


class Dictionary:
    """Words with the natural logarithms of their probabilities, and beginnings of words, with 0; ``total`` is the sum of all frequencies.

    ``keys`` are those of up to four characters as numbers, in order, and ``likely`` their logarithms; ``long`` are the others.
    Never changed after it is made, but for where the words of a first character lie, which is found when it is asked for.
    """

    __slots__ = ("_firsts", "_keys", "_likely", "_long", "_total")

    def __init__(self, keys: Sequence[int], likely: Sequence[float], long: dict[str, float], total: int) -> None:
        self._keys = keys
        self._likely = likely
        self._long = long
        self._firsts: dict[str, tuple[int, int]] = {}
        self._total = total

    def likelihood(self, count: int) -> float:
        """The natural logarithm of the probability of a word that is as frequent as ``count``."""
        return log(count) - log(self._total)

    def words_at(self, run: str, start: int) -> list[tuple[int, float]]:
        """(end, likelihood) of the words that begin at ``start``, shortest first."""
        keys, likely = self._keys, self._likely
        char = run[start]
        place, limit = self._firsts.get(char) or self._bounds(char)
        if place == limit:
            return []
        found = [(start + 1, likely[place])] if likely[place] else []
        key, shift = keys[place], _BITS * (_SHORT - 1)
        short = min(start + _SHORT, len(run))
        for end in range(start + 1, short):
            shift -= _BITS
            key += ord(run[end]) << shift
            place = bisect_left(keys, key, place, limit)
            if place == limit or keys[place] != key or run[end] > _LAST:
                return found
            if likely[place]:
                found.append((end + 1, likely[place]))
        for end in range(short + 1, len(run) + 1):
            long = self._long.get(run[start:end])
            if long is None:
                break
            if long:
                found.append((end, long))
        return found

    def _bounds(self, char: str) -> tuple[int, int]:
        """Where the words that begin with ``char`` lie; its own entry is the first of them."""
        first = ord(char) << _BITS * (_SHORT - 1)
        place = bisect_left(self._keys, first)
        bounds = (place, bisect_left(self._keys, first + (1 << _BITS * (_SHORT - 1)), place))
        self._firsts[char] = bounds
        return bounds


def load() -> Dictionary:
    """The dictionary, from what an earlier run kept of it where there is that; ModuleNotFoundError without jieba."""
    source = _source()
    key = kept.key((_FORM, sys.byteorder), (source,))
    packed = kept.read_bytes(_FILE, key)
    if packed is None:
        packed = _packed(source)
        kept.write_bytes(_FILE, key, packed)
    # The arrays are parts of what was read: nothing is copied.
    view = memoryview(packed)
    size = int.from_bytes(view[:_NUMBER], "big") * _NUMBER
    keys, likely, others = view[_NUMBER:][:size], view[_NUMBER + size :][:size], view[_NUMBER + 2 * size :]
    return Dictionary(keys.cast("Q"), likely.cast("d"), *marshal.loads(others))


def _source() -> str:
    """The path of jieba's list; jieba itself is not imported."""
    from importlib.util import find_spec

    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("jieba is not installed", name="jieba")
    return os.path.join(spec.submodule_search_locations[0], "dict.txt")


def _packed(source: str) -> bytes:
    """How many short words there are, their keys and logarithms, and the rest of ``Dictionary`` in marshal's form.

    A line of the list is a word, its frequency and its part of speech.
    """
    counts: dict[str, int] = {}
    total = 0
    with open(source, encoding="utf-8") as lines:
        for line in lines:
            word, number = line.split(" ", 2)[:2]
            counts[word] = int(number)
            total += int(number)
            for end in range(1, len(word)):
                counts.setdefault(word[:end], 0)
    short = sorted(word for word in counts if len(word) <= _SHORT)
    scale = log(total)

    def likelihood(word: str) -> float:
        return log(counts[word]) - scale if counts[word] else 0.0

    keys, likely = array("Q", map(_key, short)), array("d", map(likelihood, short))
    others = {word: likelihood(word) for word in counts if len(word) > _SHORT}, total
    return b"".join((len(short).to_bytes(_NUMBER, "big"), keys.tobytes(), likely.tobytes(), marshal.dumps(others)))


def _key(word: str) -> int:
    return int.from_bytes(word.encode("utf-16-be").ljust(2 * _SHORT, b"\0"), "big")
