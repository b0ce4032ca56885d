"""A made-up vocabulary with the statistics of official prose: thousands of characters, word frequencies that fall as 1/rank."""

from __future__ import annotations

from itertools import accumulate
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
    return Vocabulary(tuple(words), tuple(accumulate(1 / (rank + 5) for rank in range(size))))
