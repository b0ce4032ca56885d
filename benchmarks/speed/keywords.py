"""A lexicon of 10,000 entries, most of which the prose never uses: the list of an office that looks for rare words."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from benchmarks.speed.words import characters

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.speed.words import Vocabulary

# Shares of all words of a text that its rare part must reach; about two hundred words stand in 1 KB of prose.
HIT_SHARE = 0.0025
HEADER = """# name: benchmark
# purpose: speed benchmark
# source: generated
# licence: Apache-2.0
# date: 2026-11-21
# entity: KEYWORD
# severity: high
"""


def entries(vocabulary: Vocabulary, count: int = 10_000, seed: int = 1) -> list[str]:
    """`count` words: rare ones of the vocabulary until they make up HIT_SHARE of a text, the rest new words of its characters.

    The new words begin with the characters that begin the words of the text, so that the automaton leaves its root as often as it
    does with a real list.
    """
    rng = Random(f"keywords/{seed}")
    chosen: dict[str, None] = {}
    share = 0.0
    for index in rng.sample(range(2_000, len(vocabulary.words)), k=len(vocabulary.words) - 2_000):
        if len(vocabulary.words[index]) > 1:
            chosen[vocabulary.words[index]] = None
            share += vocabulary.share(index)
        if share >= HIT_SHARE:
            break
    han = characters()
    while len(chosen) < count:
        first, second = rng.choices(vocabulary.words, cum_weights=vocabulary.cumulative, k=2)
        length = rng.choice((3, 3, 4, 4, 5, 6))
        rest = "".join(rng.choices(han, k=max(1, length - len(first[:2]) - len(second[:1]))))
        chosen[(first[:2] + rest + second[:1])[:length]] = None
    return list(chosen)


def write(path: Path, words: list[str]) -> None:
    """Write a lexicon file as govredact reads it: header, then one word a line."""
    path.write_text(HEADER + "\n".join(words) + "\n", encoding="utf-8")
