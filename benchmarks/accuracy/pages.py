"""Scores whole pages: which of the tampered ones are noticed, and which of the lawful ones are suspected.

A labelled page is a text file whose first line holds address, title and label, separated by tabs, and is no part of the page. Labels
begin with ``tampered:``, ``clean:`` or ``hard:`` (lawful, and looks like the others).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.accuracy import ner

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    Scan = Callable[[dict[str, bytes], frozenset[str]], dict[str, tuple[str, ...]]]

ENTITIES = frozenset({"PAGE_HIJACK", "HIDDEN_LINK"})


class LabelledPage(NamedTuple):
    """A page as the scanner gets it, and what is known of it."""

    name: str
    label: str
    data: bytes

    @property
    def kind(self) -> str:
        """``tampered``, ``clean`` or ``hard``."""
        return self.label.partition(":")[0]


class Outcome(NamedTuple):
    """A page and what was found on it: reasons and the first words."""

    page: LabelledPage
    found: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        """Whether a tampered page was noticed, or a lawful one was left alone."""
        return bool(self.found) == (self.page.kind == "tampered")


def read(folder: Path) -> list[LabelledPage]:
    """The labelled pages of a folder in the order of their names; ValueError for a first line without a label."""
    pages = []
    for path in sorted(folder.iterdir()):
        first, _, body = path.read_bytes().partition(b"\n")
        label = first.decode("utf-8").rstrip("\r").rpartition("\t")[2]
        if label.partition(":")[0] not in ("tampered", "clean", "hard"):
            raise ValueError(f"{path.name}: the first line ends in no label")
        pages.append(LabelledPage(path.name, label, body))
    return pages


def judge(pages: Sequence[LabelledPage], scan: Scan) -> list[Outcome]:
    """What ``scan`` (pages by name, entities) finds on each page."""
    found = scan({page.name: page.data for page in pages}, ENTITIES)
    return [Outcome(page, found[page.name]) for page in pages]


def figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Share of right outcomes by kind of page, as floors store it."""
    right, total = Counter(o.page.kind for o in outcomes if o.is_right), Counter(o.page.kind for o in outcomes)
    names = {"tampered": "tampered pages noticed", "clean": "clean pages without suspicion", "hard": "hard pages without suspicion"}
    return {names[kind]: right[kind] / total[kind] for kind in names if total[kind]}


def report(folder: Path, split: str, verbose: bool, scan: Scan) -> int:
    """Prints the figures of a folder; 1 where recall is below 0.95, a clean page is suspected, or more than 1 in 40 hard ones."""
    outcomes = judge(ner.every(read(folder), split), scan)
    show(outcomes, verbose)
    wrong = Counter(o.page.kind for o in outcomes if not o.is_right)
    total = Counter(o.page.kind for o in outcomes)
    return int(wrong["tampered"] > total["tampered"] * 0.05 or wrong["clean"] > 0 or wrong["hard"] * 40 > total["hard"])


def show(outcomes: Sequence[Outcome], verbose: bool) -> None:
    """Figures by kind, wrong outcomes, and with ``verbose`` every page."""
    total = Counter(o.page.kind for o in outcomes)
    right = Counter(o.page.kind for o in outcomes if o.is_right)
    print(f"tampered pages noticed: {right['tampered']}/{total['tampered']}")
    for kind in ("clean", "hard"):
        print(f"{kind} pages suspected: {total[kind] - right[kind]}/{total[kind]}")
    for outcome in outcomes:
        if verbose or not outcome.is_right:
            word = "right" if outcome.is_right else "MISS" if outcome.page.kind == "tampered" else "FALSE"
            print(f"  {word} {outcome.page.name} {outcome.page.label} {list(outcome.found[:3])}")
