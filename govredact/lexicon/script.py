"""Traditional forms of simplified characters, from ``lexicons/t2s.tsv`` (OpenCC data, Apache-2.0).

A row ``發	发`` says that 發 is written 发 in simplified text; a row ``系	系`` that the character also stands in traditional text.
The file has three blocks: its header, the characters that simplified text never uses (those outside GB 2312), the others.
"""

from __future__ import annotations

from functools import cache
from itertools import islice, product

from govredact.lexicon.places import shipped_file
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# More forms than these are mixtures that nobody writes.
_MOST = 12


@cache
def _blocks() -> tuple[str, str]:
    """The two blocks of rows: of characters that only traditional text uses, and of the others."""
    with open(shipped_file("t2s.tsv"), encoding="utf-8") as file:
        _, foreign, both = file.read().split("\n\n")
    return foreign, both.rstrip("\n")


def _columns(block: str) -> tuple[list[str], list[str]]:
    """Characters of traditional text, and what they are in simplified text."""
    cells = block.replace("\n", "\t").split("\t")
    return cells[::2], cells[1::2]


@cache
def _traditional() -> dict[str, tuple[str, ...]]:
    """Simplified character → its traditional ones."""
    table: dict[str, tuple[str, ...]] = {}
    for block in _blocks():
        for old, new in zip(*_columns(block), strict=True):
            table[new] = (*table.get(new, ()), old)
    return table


@cache
def to_simplified() -> dict[int, str]:
    """A table for ``str.translate`` from characters that only traditional text uses to simplified ones, one for one."""
    return {ord(old): new for old, new in zip(*_columns(_blocks()[0]), strict=True)}


def traditional_forms(text: str) -> list[str]:
    """``text`` as it reads in traditional characters, each choice of them, at most a dozen; [] where nothing changes."""
    table = _traditional()
    if not any(char in table for char in text):
        return []
    forms = islice(product(*(table.get(char, char) for char in text)), _MOST)
    return [form for form in map("".join, forms) if form != text]


def mixed_forms(text: str) -> list[str]:
    """Traditional forms and those in which some characters stay simplified (賭博网); only the former where there are too many."""
    table = _traditional()
    choices = [tuple(dict.fromkeys((*table.get(char, ()), char))) for char in text]
    count = 1
    for options in choices:
        count *= len(options)
    if count > _MOST:
        return traditional_forms(text)
    return [form for form in map("".join, product(*choices)) if form != text]


def foreign_characters(texts: Iterable[str]) -> list[str]:
    """The traditional characters of these words that simplified text never uses."""
    needed = set("".join(texts))
    if not needed:
        return []
    return sorted({old for old, new in zip(*_columns(_blocks()[0]), strict=True) if new in needed})


@cache
def _simplified() -> dict[int, str]:
    """Traditional character → its simplified one, for ``str.translate``."""
    return {ord(old): new for block in _blocks() for old, new in zip(*_columns(block), strict=True) if old != new}


def simplified(text: str) -> str:
    """``text`` with each traditional character as the simplified one; one for one, so that offsets stay."""
    return text.translate(_simplified())


def foreign_share(text: str) -> float:
    """The share (0–1) of the Chinese characters of ``text`` that simplified text never uses."""
    han = sum("\u4e00" <= char <= "\u9fff" for char in text)
    return sum(map(_only_traditional().__contains__, text)) / han if han else 0.0


@cache
def _only_traditional() -> frozenset[str]:
    return frozenset(_columns(_blocks()[0])[0])
