"""Sets of the form {"text", "spans": [[start, end], …]}: names of persons or home addresses, scored strictly.

A folder is read file by file; ``address`` in a file's name means HOME_ADDRESS, any other name PERSON. Names are scored on
Han-shaped ones (a surname and one to three characters); transliterated, Latin and one-character names in the gold are neutral:
neither missed when not found nor false when found.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.accuracy.surnames import COMPOUND, SINGLE, TRANSLITERATED

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from benchmarks.accuracy.scoring import Found

PERSON, HOME_ADDRESS = "PERSON", "HOME_ADDRESS"
ENTITIES = {PERSON: frozenset({PERSON, "PUBLIC_OFFICIAL"}), HOME_ADDRESS: frozenset({HOME_ADDRESS})}
_DIGITS = re.compile("[0-9０-９]")
_HAN = re.compile("[\u4e00-\u9fff]+")


class Line(NamedTuple):
    """One text with its gold spans; ``labelled`` says that a label stands before the value, None where nobody says."""

    text: str
    spans: tuple[tuple[int, int], ...]
    labelled: bool | None = None


class Tally(NamedTuple):
    """Counts over lines: ``right`` are exact, ``covered`` gold spans lie inside findings, of ``numbers`` all digits do.

    ``characters`` are those of gold spans that lie inside findings.
    """

    gold: int = 0
    found: int = 0
    right: int = 0
    covered: int = 0
    numbers: int = 0
    characters: int = 0
    gold_characters: int = 0
    text_characters: int = 0

    def plus(self, other: Tally) -> Tally:
        """The sum of both."""
        return Tally(*(a + b for a, b in zip(self, other, strict=True)))


class Scored(NamedTuple):
    """The tally of a set, and its errors as (MISS or FALSE, line, start, end)."""

    tally: Tally
    errors: list[tuple[str, Line, int, int]]


def entity_of(path: Path) -> str:
    """What a file of this form marks, by its name."""
    return HOME_ADDRESS if "address" in path.name.lower() else PERSON


def is_set(path: Path) -> bool:
    """Whether the first line of ``path`` has this form."""
    with path.open(encoding="utf-8") as file:
        first = file.readline()
    return first.startswith("{") and "spans" in json.loads(first)


def files(path: Path, entity: str) -> list[Path]:
    """The sets in ``path`` (a file, or a folder to any depth) that mark ``entity`` ("" for any)."""
    found = [path] if path.is_file() else sorted(path.rglob("*.jsonl"))
    return [file for file in found if is_set(file) and (path.is_file() or not entity or entity_of(file) == entity)]


def read(path: Path, part: str = "") -> list[Line]:
    """The lines of a set; ``part`` "K/N" takes every N-th line, beginning with the K-th."""
    rows = [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines() if row.strip()]
    lines = [Line(row["text"], tuple((s[0], s[1]) for s in row["spans"]), row.get("labelled")) for row in rows]
    return every(lines, part)


def every(rows: list[Any], part: str) -> list[Any]:
    """Every N-th of ``rows`` for "K/N" with K from 1 to N; all of them for ""; ValueError for anything else."""
    if not part:
        return rows
    first, _, step = part.partition("/")
    if not 1 <= int(first) <= int(step):
        raise ValueError(f"--split takes K/N with K from 1 to N, not {part}")
    return rows[int(first) - 1 :: int(step)]


def score(lines: list[Line], findings: dict[int, list[Found]], entity: str, least: float = 0.0, most: float = 2.0) -> Scored:
    """Scores findings of ``entity`` whose score is at least ``least`` and below ``most``, by line number."""
    tally = Tally()
    errors: list[tuple[str, Line, int, int]] = []
    for number, line in enumerate(lines):
        found = [
            (f.start, f.end)
            for f in findings.get(number, [])
            if f.entity in ENTITIES[entity] and least <= f.score < most and (entity == PERSON or f.action != "allow")
        ]
        one = _line(line, found, entity)
        tally = tally.plus(one.tally)
        errors += one.errors
    return Scored(tally, errors)


def _line(line: Line, found: list[tuple[int, int]], entity: str) -> Scored:
    gold = [span for span in line.spans if entity != PERSON or is_han_name(line.text[span[0] : span[1]])]
    neutral = [span for span in line.spans if span not in gold]
    found = [f for f in found if f in gold or not any(f[0] < n[1] and n[0] < f[1] for n in neutral)]
    covered = set().union(*(range(*f) for f in found))
    inside = [span for span in gold if covered.issuperset(range(*span))]
    numbers = [s for s in gold if all(i in covered for i in range(*s) if _DIGITS.match(line.text[i]))]
    tally = Tally(
        gold=len(gold),
        found=len(found),
        right=len(set(found) & set(gold)),
        covered=len(inside),
        numbers=len(numbers),
        characters=sum(i in covered for span in gold for i in range(*span)),
        gold_characters=sum(end - start for start, end in gold),
        text_characters=len(line.text),
    )
    errors = [("MISS", line, *span) for span in gold if span not in found]
    return Scored(tally, errors + [("FALSE", line, *span) for span in found if span not in gold])


def is_han_name(text: str) -> bool:
    """Whether ``text`` is a surname with one to three characters behind it, and no transliteration (鲁宾, 马科斯)."""
    if not _HAN.fullmatch(text) or TRANSLITERATED.issuperset(text):
        return False
    return (text[:1] in SINGLE and 2 <= len(text) <= 4) or (text[:2] in COMPOUND and 3 <= len(text) <= 5)


def rate(part: int, whole: int) -> float:
    """``part`` of ``whole``; 0 of nothing is 0."""
    return part / whole if whole else 0.0


def f1(tally: Tally) -> float:
    """The harmonic mean of strict precision and recall."""
    return rate(2 * tally.right, tally.found + tally.gold)


def labelled_parts(lines: list[Line]) -> Iterable[tuple[str, list[int]]]:
    """The set as a whole, and its labelled and unlabelled lines where it tells them apart, as line numbers."""
    yield "all", list(range(len(lines)))
    for name, wanted in (("labelled", True), ("unlabelled", False)):
        numbers = [i for i, line in enumerate(lines) if line.labelled is wanted]
        if numbers:
            yield name, numbers
