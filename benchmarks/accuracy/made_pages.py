"""Made-up pages with labels: rewritten by hijackers in each way that is known, and lawful ones that look like them."""

from __future__ import annotations

import tomllib
from functools import cache
from random import Random
from typing import TYPE_CHECKING

from benchmarks.accuracy.pages import LabelledPage
from benchmarks.accuracy.template import DATA

if TYPE_CHECKING:
    from typing import Any

REPEATS = {"tampered": 8, "clean": 12, "hard": 4}


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((DATA / "pages.toml").read_text(encoding="utf-8"))


def generate(seed: int) -> list[LabelledPage]:
    """All pages for `seed`: `{"tampered:joined", "clean:", "hard:"}` labels as in a folder of labelled pages."""
    pages: list[LabelledPage] = []
    kinds = [("tampered", f"tampered:{sign}", texts) for sign, texts in _words()["tampered"].items()]
    kinds += [(kind, f"{kind}:made", texts) for kind, texts in _words()["lawful"].items()]
    for kind, label, texts in kinds:
        for template in texts:
            # A source of its own for each template: an edited template leaves all other pages as they were.
            rng = Random(f"{seed}/{template}")
            for _ in range(REPEATS[kind]):
                pages.append(LabelledPage(f"{len(pages):04d}.txt", label, _filled(template, rng).encode()))
    return pages


def _filled(template: str, rng: Random) -> str:
    """The template with one choice for each name in braces, the same wherever the name stands."""
    words = _words()
    digits = str(rng.choice((365, 888, 1949, 3344, 5588, 6768, 37000, 88888)))
    chosen = {
        "body": rng.choice(words["bodies"]),
        "brand": rng.choice(words["brands"]),
        "tail": rng.choice(words["tails"]),
        "place": rng.choice(words["places"]),
        "office": rng.choice(words["offices"]),
        "id": "".join(rng.choices("bcdfghkmnpqrstvwxz", k=4)) + rng.choice("23456789"),
        "digits": digits,
    }
    for name, value in chosen.items():  # bodies and brands hold names of their own, so they come first
        template = template.replace("{" + name + "}", value)
    return template
