"""Measures the lexicon engine: ``python tools/measure_lexicon.py [TEXT FILE]``.

Prints CPU times (best of nine) of one bare pyahocorasick pass and of ``Matcher.find`` over the same text in the same run,
for a seeded list of 10,000 words, alone and together with the shipped lists; then what large lists cost to build. Without a
file the text is seeded prose of the commonest characters, about one hit per KB.
"""

# ruff: noqa: T201

from __future__ import annotations

import random
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import ahocorasick

from govredact.lexicon import Matcher, loads, order, shipped

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = date(2026, 11, 22)


def best(*actions: Callable[[], object], rounds: int = 9) -> list[float]:
    """CPU seconds of the fastest run of each action; the actions take turns, so that a busy machine slows all of them."""
    times: list[list[float]] = [[] for _ in actions]
    for _ in range(rounds):
        for action, column in zip(actions, times, strict=True):
            start = time.process_time()
            action()
            column.append(time.process_time() - start)
    return [min(column) for column in times]


def words_of(chance: random.Random, han: str, count: int) -> list[str]:
    """Distinct words of two to five characters."""
    words: dict[str, None] = {}
    while len(words) < count:
        words["".join(chance.choices(han, k=chance.randint(2, 5)))] = None
    return list(words)


def prose(chance: random.Random, words: list[str], size: int) -> str:
    """Characters by Zipf's law with a comma or stop now and then, and a listed word about once a KB."""
    weights = [1 / rank for rank in range(1, len(order._COMMON) + 1)]
    pieces = []
    for _ in range(size // 340):
        pieces.append("".join(chance.choices(order._COMMON, weights, k=chance.randint(200, 440))))
        pieces.append(chance.choice("，。") + chance.choice(words) + chance.choice("，。"))
    return "".join(pieces)


def compare(text: str, words: list[str]) -> None:
    """One bare pass against the engine, alternating in the same run."""
    bare = ahocorasick.Automaton(ahocorasick.STORE_INTS)
    for value, word in enumerate(words):
        bare.add_word(word.encode().decode("latin-1"), value)
    bare.make_automaton()
    data = text.encode().decode("latin-1")
    listed = loads("\n".join(words), "measured")
    alone = Matcher.build([listed], (), DAY)
    together = Matcher.build([*shipped(), listed], ("密级", "★", "内部资料"), DAY)
    megabytes = len(data) / 1e6
    bare_time, *times = best(lambda: sum(1 for _ in bare.iter(data)), lambda: alone.find(text), lambda: together.find(text))
    print(f"bare pass, {len(words)} words: {megabytes / bare_time:.1f} MB/s")
    for name, matcher, seconds in zip(("the same list", "with the shipped lists"), (alone, together), times, strict=True):
        hits = sum(map(len, matcher.find(text))) / megabytes / 1000
        print(f"find, {name}: {megabytes / seconds:.1f} MB/s, {bare_time / seconds:.2f} of the bare pass, {hits:.2f} hits/KB")


def build(words: list[str]) -> None:
    """What a list of this size costs to load and compile."""
    text = "\n".join(words)
    lexicon = loads(text, "large")
    load, compiled = best(lambda: loads(text, "large"), lambda: Matcher.build([lexicon], (), DAY), rounds=3)
    print(f"{len(words)} words: load {load:.2f} s, compile {compiled:.2f} s")


def main(arguments: list[str]) -> None:
    """Measures on the text of the file that is named, else on seeded prose."""
    chance = random.Random(20261122)
    han = "".join(chr(0x4E00 + chance.randrange(8000)) for _ in range(3000)) + order._COMMON
    words = words_of(chance, han, 10_000)
    text = Path(arguments[0]).read_text(encoding="utf-8") if arguments else prose(chance, words, 1_200_000)
    compare(text, words)
    lists = shipped()
    load, compiled = best(shipped, lambda: Matcher.build(lists, (), DAY))
    print(f"shipped lists: load {load * 1000:.1f} ms, compile {compiled * 1000:.1f} ms")
    for count in (10_000, 200_000):
        build(words_of(chance, han, count))


if __name__ == "__main__":
    main(sys.argv[1:])
