"""The words of running text, read as texts need them: seventy thousand take longer to load than a small text to scan.

They lie ready by their first characters. What a text can hold begins with a character of it.
"""

from __future__ import annotations

import marshal

from govredact.names.lattice import Words
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    # The words that begin with a character, a space between them, and their costs; packed, which loads twice as fast.
    Shelf = bytes

# Words of two characters that are more frequent than any name: 时间, 方面.
_FREQUENT = 105
# From so many characters on, looking at each costs more than the words that are left.
_MUCH = 50_000


class Vocabulary:
    """``words`` are all that begin with a character of the texts that were ``read``, and ``frequent`` the frequent pairs among them.

    Both only ever grow, so that threads may share them.
    """

    __slots__ = ("_seen", "_shelves", "frequent", "words")

    def __init__(self, shelves: dict[str, Shelf]) -> None:
        self._shelves = shelves
        self._seen = 0
        self.words = Words({}, set())
        self.frequent: set[str] = set()

    def read(self, text: str) -> None:
        """Takes in the words that begin with a character of ``text``; after much text all that are left."""
        if not self._shelves:
            return
        self._seen += len(text)
        for char in list(self._shelves) if self._seen > _MUCH else self._shelves.keys() & set(text):
            shelf = self._shelves.get(char)
            if shelf is not None:
                self._take(*marshal.loads(shelf))
                self._shelves.pop(char, None)  # last, so that no other thread misses a word

    def _take(self, written: str, costs: bytes) -> None:
        words = written.split(" ")
        self.words.costs.update(zip(words, costs, strict=True))
        self.words.beginnings.update([word[:2] for word in words if len(word) > 2])
        self.frequent.update([word for word, cost in zip(words, costs, strict=True) if cost <= _FREQUENT and len(word) == 2])


def shelved(costs: Mapping[str, int]) -> dict[str, Shelf]:
    """The words by their first characters."""
    shelves: dict[str, list[str]] = {}
    for word in costs:
        shelves.setdefault(word[0], []).append(word)
    return {char: marshal.dumps((" ".join(words), bytes(map(costs.__getitem__, words)))) for char, words in shelves.items()}
