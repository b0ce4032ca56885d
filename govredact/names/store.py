"""The data of names, read once and only when a text needs them: costs of surnames, given names and words, and cue words.

They are read from text files, and from then on from what is kept of these.
Costs are negative natural logarithms of probabilities in tenths: 23 is one in ten, 69 one in a thousand.
"""

from __future__ import annotations

import os.path
from functools import cache

from govredact.names.words import Vocabulary, shelved
from govredact.text import kept
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from govredact.names.lattice import Words

_FOLDER = os.path.join(os.path.dirname(__file__), "data")
_FILE = "names.snapshot"
# How far around a place its words are split, at most.
_NEAR = 10

# Of tiers 1 to 5; the ten that every third person bears are told apart.
_TIERS = {"1": 34, "2": 52, "3": 68, "4": 82, "5": 100, "c1": 75, "c2": 90, "t": 60, "ct": 75}
_MOST_FREQUENT = {"王": 26, "李": 26, "张": 27, "刘": 29, "陈": 31, "杨": 33}
# jieba's dictionary counts this particle far too rarely.
_CORRECTED = {"的": 33}


class Names(NamedTuple):
    """Costs of single and compound surnames, and of characters of given names: first of two, last, and only one.

    ``pairs``: how much less given names cost than their characters that are words as well (建国).
    """

    surnames: dict[str, int]
    compound: dict[str, int]
    middle: dict[str, int]
    last: dict[str, int]
    only: dict[str, int]
    pairs: dict[str, int]


def names() -> Names:
    """The costs of surnames and given names."""
    return _data().names


@cache
def firsts() -> str:
    """The characters that surnames begin with."""
    return "".join(names().surnames) + "".join(surname[0] for surname in names().compound)


def known() -> dict[str, int]:
    """The costs of names that the dictionary holds: mostly people of history, letters and public life."""
    return _data().known


def surname_words() -> dict[str, int]:
    """The single surnames that are words of their own, too, and what they cost as such."""
    return _data().surname_words


def words(text: str, start: int = 0, end: int | None = None) -> Words:
    """The words of running text: all that can stand in ``text[start:end]`` and near it, and some others."""
    vocabulary = _data().vocabulary
    vocabulary.read(text[max(0, start - _NEAR) : len(text) if end is None else end + _NEAR])
    return vocabulary.words


def frequent(text: str, start: int = 0, end: int | None = None) -> AbstractSet[str]:
    """Words of two characters that are more frequent than any name; those of ``text`` and some others, as ``words``."""
    words(text, start, end)
    return _data().vocabulary.frequent


def cost(word: str) -> int:
    """The cost of a word; 999, far more than any word has, for what is none."""
    return words(word[:1]).costs.get(word, 999)


def is_word(text: str) -> bool:
    """Whether ``text`` as a whole is a word."""
    return text in words(text[:1]).costs


def cues(kind: str) -> frozenset[str]:
    """The cue words of one kind (see the head of data/cues.txt); KeyError for an unknown kind."""
    return _data().cues[kind]


@cache
def titles() -> dict[str, str]:
    """Words that stand before a name, and their kind."""
    return _kinds("kin", "citizen", "figure", "press", "official")


@cache
def title_ends() -> frozenset[str]:
    """The last characters of titles."""
    return frozenset(title[-1] for title in titles())


@cache
def behind() -> dict[str, str]:
    """Words of two to four characters that stand behind a name, and their kind."""
    return _kinds("org", "emblem", "polite", "official_after")


@cache
def behind_begins() -> frozenset[str]:
    """The first characters of offices and forms of address."""
    return frozenset(word[0] for kind in ("polite", "official_after") for word in cues(kind))


def _kinds(*kinds: str) -> dict[str, str]:
    """Words and their kinds; the last kind wins."""
    return {word: kind for kind in kinds for word in cues(kind)}


class _Data(NamedTuple):
    """All that the files of the folder say."""

    names: Names
    known: dict[str, int]
    surname_words: dict[str, int]
    cues: dict[str, frozenset[str]]
    vocabulary: Vocabulary


@cache
def _data() -> _Data:
    key = kept.key((), [*kept.files_in(_FOLDER), *kept.files_in(os.path.dirname(__file__))])
    packed = kept.read(_FILE, key)
    if packed is None:
        cues = {kind: frozenset(written.split()) for kind, written in _rows("cues.txt")}
        names, words = _names(), _words()
        surname_words = {char: words[char] for char in names.surnames if char in words}
        packed = tuple(names), _known(), surname_words, cues, shelved(words)
        kept.write(_FILE, key, packed)
    names, known, surname_words, cues, shelves = packed
    return _Data(Names(*names), known, surname_words, cues, Vocabulary(shelves))


def _names() -> Names:
    surnames: dict[str, int] = {}
    compound: dict[str, int] = {}
    for tier, written in _rows("surnames.txt"):
        if tier.startswith("c"):
            compound.update(dict.fromkeys(written.split(), _TIERS[tier]))
        else:
            for char in written:
                surnames.setdefault(char, _MOST_FREQUENT.get(char, _TIERS[tier]))
    given: dict[str, dict[str, int]] = {"middle": {}, "last": {}, "only": {}, "pair": {}}
    for place, cost, written in _rows("given.txt"):
        given[place].update(dict.fromkeys(written.split() if place == "pair" else written, int(cost)))
    return Names(surnames, compound, given["middle"], given["last"], given["only"], given["pair"])


def _known() -> dict[str, int]:
    return {name: int(cost) for cost, written in _rows("known.txt") for name in written.split(" ")}


def _words() -> dict[str, int]:
    found: dict[str, int] = {}
    for name in ("words.txt", "office_words.txt"):  # words of offices are more frequent there than in novels
        for cost, written in _rows(name):
            found.update(dict.fromkeys(written.split(" "), int(cost)))
    found.update(_CORRECTED)
    return found


def _rows(name: str) -> Iterator[list[str]]:
    """The fields of the lines of a data file that are no comments."""
    with open(os.path.join(_FOLDER, name), encoding="utf-8") as file:
        lines = file.read().split("\n")
    for line in lines:
        if line and not line.startswith("#"):
            yield line.split("\t")
