"""The words of running text, read as texts need them: seventy thousand take longer to load than a small text to scan.

They lie ready by their first characters. What a text can hold begins with a character of it.
"""

from __future__ import annotations

import marshal

from govredact.names.lattice import Words
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    # First characters, where the shelf of each begins and the last ends, and the shelves: words with a space between them, and their costs.
    Shelves = tuple[str, bytes, bytes]

# Words of two characters that are more frequent than any name: 时间, 方面.
_FREQUENT = 105


class Vocabulary:
    """``words`` are all that begin with a character of the texts that were ``read``, and ``frequent`` the frequent pairs among them.

    Both only ever grow, so that threads may share them.
    """

    __slots__ = ("_chars", "_places", "_seen", "_shelves", "frequent", "words")

    def __init__(self, shelves: Shelves) -> None:
        self._chars, places, self._shelves = shelves
        self._places = memoryview(places).cast("I")
        self._seen: set[str] = set()
        self.words = Words({}, set())
        self.frequent: set[str] = set()

    def read(self, text: str) -> None:
        """Takes in the words that begin with a character of ``text``."""
        for char in set(text) - self._seen:
            number = self._chars.find(char)
            if number >= 0:
                self._take(*marshal.loads(self._shelves[self._places[number] : self._places[number + 1]]))
            self._seen.add(char)  # last, so that no other thread misses a word

    def _take(self, written: str, costs: bytes) -> None:
        words = written.split(" ")
        self.words.costs.update(zip(words, costs, strict=True))
        self.words.beginnings.update([word[:2] for word in words if len(word) > 2])
        self.frequent.update([word for word, cost in zip(words, costs, strict=True) if cost <= _FREQUENT and len(word) == 2])


def shelved(costs: Mapping[str, int]) -> Shelves:
    """The words by their first characters."""
    from array import array
    from itertools import accumulate

    by_first: dict[str, list[str]] = {}
    for word in costs:
        by_first.setdefault(word[0], []).append(word)
    shelves = [marshal.dumps((" ".join(words), bytes(map(costs.__getitem__, words)))) for words in by_first.values()]
    return "".join(by_first), array("I", accumulate(map(len, shelves), initial=0)).tobytes(), b"".join(shelves)
