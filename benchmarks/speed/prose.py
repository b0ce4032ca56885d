"""Prose in the official style: sentences from templates, filled from a large vocabulary, with dates, amounts and few private values.

The share of digits, labels and line ends follows published rules and notices (about 3 % digits, 12 runs of digits per 1,000 characters).
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from govredact.numbers import resident_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.speed.words import Vocabulary

_SLOT = re.compile(r"(W|N[1-4%IM])")
_SENTENCES = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))
USUAL, NUMBERS, CONTACTS, PRIVATE = (tuple(_SENTENCES[kind]["sentences"]) for kind in ("usual", "numbers", "contacts", "private"))


def generate(megabytes: float, vocabulary: Vocabulary, seed: int = 1) -> str:
    """About `megabytes` MB (UTF-8) of prose."""
    parts: list[str] = []
    size = 0
    for paragraph in _paragraphs(Random(f"prose/{seed}"), vocabulary):
        parts.append(paragraph)
        size += len(paragraph.encode())
        if size >= megabytes * 1_000_000:
            return "".join(parts)
    raise AssertionError("paragraphs never end")


def _paragraphs(rng: Random, vocabulary: Vocabulary) -> Iterator[str]:
    source = _words(rng, vocabulary)
    while True:
        sentences = (_sentence(rng, source) for _ in range(rng.randint(1, 3)))
        yield "　　" + "".join(sentences) + "\n"


def _words(rng: Random, vocabulary: Vocabulary) -> Iterator[str]:
    while True:
        yield from rng.choices(vocabulary.words, cum_weights=vocabulary.cumulative, k=10_000)


def _sentence(rng: Random, source: Iterator[str]) -> str:
    kind = rng.random()
    template = rng.choice(PRIVATE if kind < 0.0025 else CONTACTS if kind < 0.02 else NUMBERS if kind < 0.22 else USUAL)
    return "".join(_fill(slot, rng, source) for slot in _SLOT.split(template))


def _fill(slot: str, rng: Random, source: Iterator[str]) -> str:
    if slot == "W":
        return next(source)
    if slot == "N%":
        return f"{rng.randint(1, 99)}.{rng.randint(0, 9)}%"
    if slot == "NI":
        return _resident_id(rng)
    if slot == "NM":
        return f"138{rng.randrange(10**8):08d}"
    if slot == "N4":
        return str(rng.randint(2008, 2025))
    if slot in ("N1", "N2", "N3"):
        digits = int(slot[1])
        return str(rng.randrange(10 ** (digits - 1), 10**digits))
    return slot


def _resident_id(rng: Random) -> str:
    first17 = f"330106{rng.randint(1950, 2005)}{rng.randint(1, 12):02d}{rng.randint(1, 28):02d}{rng.randrange(1000):03d}"
    return first17 + resident_id.check_char(first17)
