"""Traditional forms of simplified characters, from ``lexicons/t2s.tsv`` (OpenCC data, Apache-2.0).

A row ``發	发`` says that 發 is written 发 in simplified text; a row ``系	系`` that the character also stands in traditional text.
"""

from __future__ import annotations

from functools import cache
from itertools import islice, product
from typing import TYPE_CHECKING

from govredact.lexicon.places import shipped_file

if TYPE_CHECKING:
    from collections.abc import Iterable

# More forms than these are mixtures that nobody writes.
_MOST = 12


@cache
def _traditional() -> dict[str, tuple[str, ...]]:
    """Simplified character → its traditional ones."""
    table: dict[str, tuple[str, ...]] = {}
    with open(shipped_file("t2s.tsv"), encoding="utf-8") as file:
        for line in file:
            if line[1] == "\t" and line[0] != "#":
                table[line[2]] = (*table.get(line[2], ()), line[0])
    return table


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
    """The traditional characters of these words that simplified text does not use (those outside GB 2312)."""
    needed = set("".join(texts))
    if not needed:
        return []
    table = _traditional()
    old = "".join(sorted({other for char in needed.intersection(table) for other in table[char]}))
    ours = set(old.encode("gb2312", "ignore").decode("gb2312"))
    return [char for char in old if char not in ours]
