"""Vocabularies with the statistics of official prose: thousands of characters, word frequencies that fall as 1/rank.

Made-up words are random characters, and much of what stands side by side looks like a name; the words of a dictionary read like text.
"""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path
from random import Random
from typing import NamedTuple


class Vocabulary(NamedTuple):
    """Words, most frequent first, and their cumulative weights for `Random.choices`."""

    words: tuple[str, ...]
    cumulative: tuple[float, ...]

    def share(self, index: int) -> float:
        """How often the word at `index` is drawn."""
        before = self.cumulative[index - 1] if index else 0.0
        return (self.cumulative[index] - before) / self.cumulative[-1]


def characters() -> str:
    """The 3,755 characters of the first level of GB/T 2312, those of everyday text."""
    rows = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    return b"".join(rows).decode("gb2312", "ignore")


def vocabulary(seed: int = 1, size: int = 20_000) -> Vocabulary:
    """`size` words of one to four characters; the frequency of rank r is proportional to 1 / (r + 5)."""
    rng = Random(f"words/{seed}")
    han = list(characters())
    rng.shuffle(han)
    weights = tuple(accumulate(1 / (rank + 20) for rank in range(len(han))))
    words: dict[str, None] = {}
    while len(words) < size:
        length = rng.choices((1, 2, 3, 4), (4, 78, 10, 8))[0]
        words["".join(rng.choices(han, cum_weights=weights, k=length))] = None
    return Vocabulary(tuple(words), _falling(size))


def of_dictionary(size: int = 20_000) -> Vocabulary:
    """The `size` most frequent words of jieba's dictionary that are no names of persons, with the same frequencies by rank."""
    import jieba

    rows = (line.split() for line in Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8").splitlines())
    found = [(int(count), word) for word, count, tag in rows if len(word) <= 4 and not tag.startswith("nr") and _is_han(word)]
    words = [word for _, word in sorted(found, reverse=True)[:size]]
    return Vocabulary(tuple(words), _falling(len(words)))


def _falling(size: int) -> tuple[float, ...]:
    return tuple(accumulate(1 / (rank + 5) for rank in range(size)))


def _is_han(word: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in word)
