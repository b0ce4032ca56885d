"""Floors under the measured accuracy. They only rise; whoever must lower one edits `floors.json` by hand, where a reviewer sees it."""

from __future__ import annotations

import json
import math
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from benchmarks.accuracy.scoring import PEOPLE, STRUCTURED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchmarks.accuracy.scoring import Score

_NO_PAGES: Mapping[str, float] = MappingProxyType({})
PATH = Path(__file__).with_name("floors.json")
# Ceilings are stored like floors, as shares of cases that stayed free of a finding.


def measured(
    structured: Score, negatives: int, stopped: int, pages: Mapping[str, float] = _NO_PAGES, overall: Score | None = None
) -> dict[str, float]:
    """The figures that have floors, rounded down to three digits; with ``overall`` also those of names, addresses and birth dates."""
    figures = {
        "structured recall": structured.recall,
        "structured precision": structured.precision,
        "negatives without mask or block": 1 - stopped / max(1, negatives),
    }
    for name in STRUCTURED:
        if structured.total[name]:
            figures[f"recall {name}"] = structured.found[name] / structured.total[name]
    if overall is not None:
        figures["overall precision"] = overall.precision
        figures.update({f"recall {name}": overall.found[name] / overall.total[name] for name in PEOPLE if overall.total[name]})
    figures.update(pages)
    return {name: math.floor(value * 1000 + 1e-9) / 1000 for name, value in figures.items()}


def load(path: Path = PATH) -> dict[str, Any]:
    """The stored floors: `{"corpus": {"seed", "cases", "digest"}, "floors": {figure: value}}`."""
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"corpus": {}, "floors": {}}
    return loaded


def shortfalls(stored: dict[str, Any], figures: dict[str, float]) -> list[str]:
    """One line for each floor that is not reached (or whose figure is gone)."""
    return [
        f"{name}: {figures.get(name, 0.0):.3f} is below the floor {floor:.3f}"
        for name, floor in stored["floors"].items()
        if figures.get(name, 0.0) < floor
    ]


def check(stored: dict[str, Any], corpus: dict[str, Any], figures: dict[str, float]) -> list[str]:
    """What is wrong: another corpus than the one that the floors belong to, or a figure below its floor."""
    problems = shortfalls(stored, figures)
    if stored["corpus"] != corpus:
        problems.append("the corpus is not the one that the floors were measured on: run with --raise-floors and commit floors.json")
    return problems


def raise_floors(stored: dict[str, Any], corpus: dict[str, Any], figures: dict[str, float], path: Path = PATH) -> list[str]:
    """Store `figures` as the new floors, unless one would be lowered; returns the refusals."""
    refused = shortfalls(stored, figures)
    if not refused:
        path.write_text(json.dumps({"corpus": corpus, "floors": figures}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return refused
