"""The corpus: lines, lists and whole notices with gold spans, the same for the same seed."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from random import Random
from typing import TYPE_CHECKING, Any

from benchmarks.accuracy import tables
from benchmarks.accuracy.draft import Draft
from benchmarks.accuracy.template import DATA, lines, render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.accuracy.subject import Subject

    Case = dict[str, Any]

SEED = 20261121
REPEATS = {"positive": 12, "negative": 5, "table": 24, "notice": 12}


def generate(seed: int = SEED, scale: float = 1.0) -> list[Case]:
    """All cases for `seed`. `scale` multiplies how often each template is used (at least once)."""
    cases: list[Case] = []
    for make in (_lines, _tables, _notices):
        for draft, tags in make(seed, scale):
            cases.append(draft.case(len(cases) + 1, tags))
    return cases


def digest(cases: list[Case]) -> str:
    """SHA-256 over the cases: the identity of a corpus."""
    return hashlib.sha256(to_jsonl(cases).encode("utf-8", "surrogatepass")).hexdigest()


def to_jsonl(cases: list[Case]) -> str:
    """The cases as one JSON object a line, the form of a scoring set."""
    return "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases)


def notice_names() -> list[str]:
    """The notice templates in `data/notices`."""
    return sorted(path.stem for path in (DATA / "notices").glob("*.txt"))


@cache
def notice_template(name: str) -> str:
    """One notice template."""
    return (DATA / "notices" / f"{name}.txt").read_text(encoding="utf-8")


def notice(rng: Random, name: str) -> Draft:
    """One whole notice; a line `@table GENRE` of its template becomes a list."""
    draft = Draft()
    people: dict[str, Subject] = {}
    for line in notice_template(name).splitlines(keepends=True):
        if line.startswith("@table "):
            _append(draft, tables.table(rng, line.split()[1]))
        else:
            render(line, rng, draft, people)
    return draft


def _append(draft: Draft, other: Draft) -> None:
    offset = len(draft.text)
    draft.add(other.text)
    draft.gold += [g._replace(start=g.start + offset, end=g.end + offset) for g in other.gold]
    draft.tolerated += [g._replace(start=g.start + offset, end=g.end + offset) for g in other.tolerated]
    draft.forms += other.forms


def _times(kind: str, scale: float) -> int:
    return max(1, round(REPEATS[kind] * scale))


def _lines(seed: int, scale: float) -> Iterator[tuple[Draft, list[str]]]:
    for kind in ("positive", "negative"):
        for tag, template in lines(f"{kind}.tsv"):
            # A source of its own for each template: an edited template leaves all other lines as they were.
            rng = Random(f"{seed}/{template}")
            for _ in range(_times(kind, scale)):
                yield render(template, rng), [tag]


def _tables(seed: int, scale: float) -> Iterator[tuple[Draft, list[str]]]:
    for genre in tables.SPECS:
        rng = Random(f"{seed}/table/{genre}")
        for i in range(_times("table", scale)):
            style = tables.STYLES[i % len(tables.STYLES)]
            tag = "neg_table" if genre in tables.CLEAN else f"table_{genre}"
            yield tables.table(rng, genre, style), [tag, f"style_{style}"]


def _notices(seed: int, scale: float) -> Iterator[tuple[Draft, list[str]]]:
    for name in notice_names():
        rng = Random(f"{seed}/notice/{name}")
        for _ in range(_times("notice", scale)):
            tag = f"neg_notice_{name}" if name.endswith("_clean") else f"notice_{name}"
            yield notice(rng, name), [tag]
