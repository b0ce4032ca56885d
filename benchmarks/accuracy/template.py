r"""Sentence templates: words with placeholders.

`{a|b|}` one of the alternatives · `{id}` a value · `{id/sep}` in that written form · `{2.name}` of a second person ·
`{=id}` label, colon and value · `{#id}` only a label · `\n` and `\t` as usual.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.accuracy.draft import Draft, Piece
from benchmarks.accuracy.makers import MAKERS
from benchmarks.accuracy.negatives import PUBLIC
from benchmarks.accuracy.subject import Subject
from benchmarks.accuracy.vocabulary import COLONS, LABELS

if TYPE_CHECKING:
    from random import Random

DATA = Path(__file__).with_name("data")
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_LABEL_OF = {
    "id_cell": "id",
    "id_x": "id",
    "id_cross": "id",
    "id_typo": "id",
    "id15": "id",
    "residence_permit": "id",
    "foreigner_id": "id",
    "weak_id": "id",
    "maskedid": "id",
    "weak_card": "card",
    "weak_mobile": "mobile",
    "maskedcard": "card",
    "office_mobile": "mobile",
    "masked": "mobile",
    "officephone": "office_phone",
    "officeaddress": "office_place",
    "maskedname": "name",
    "student_name": "name",
    "official": "name",
}


def render(template: str, rng: Random, draft: Draft | None = None, subjects: dict[str, Subject] | None = None) -> Draft:
    """Fill in `template`; people in `subjects` (by number) stay the same from call to call."""
    draft = draft or Draft()
    subjects = {} if subjects is None else subjects
    at = 0
    for match in _PLACEHOLDER.finditer(template):
        draft.add(template[at : match.start()])
        for piece in _pieces(match[1], rng, subjects):
            draft.add(piece)
        at = match.end()
    return draft.add(template[at:])


def placeholders(template: str) -> list[str]:
    """The kinds of value that a template asks for; KeyError from `render` where one is unknown."""
    return [_kind(inner) for inner in _PLACEHOLDER.findall(template) if "|" not in inner]


def label(rng: Random, kind: str) -> str:
    """A label for `kind` with its colon; a label in Latin letters never touches the value."""
    text = rng.choice(LABELS[_LABEL_OF.get(kind, kind)])
    colons = ("：", ":", ": ", "： ", " ") if text[-1].isascii() else COLONS
    return text + rng.choice(colons)


@cache
def lines(name: str) -> tuple[tuple[str, str], ...]:
    """The (tag, template) pairs of a file in `data/`; blank lines and lines that begin with # do not count."""
    rows = (row for row in (DATA / name).read_text(encoding="utf-8").splitlines() if row.strip() and not row.startswith("# "))
    pairs = (row.split("\t", 1) for row in rows)
    return tuple((tag, text.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r")) for tag, text in pairs)


def _kind(inner: str) -> str:
    return inner.lstrip("=#").partition("/")[0].rpartition(".")[2]


def _pieces(inner: str, rng: Random, subjects: dict[str, Subject]) -> list[Piece]:
    if "|" in inner:
        return [Piece(rng.choice(inner.split("|")))]
    kind = _kind(inner)
    if inner.startswith("#"):
        return [Piece(rng.choice(LABELS[_LABEL_OF.get(kind, kind)]))]
    head = [Piece(label(rng, kind))] if inner.startswith("=") else []
    if kind in PUBLIC:
        return [*head, Piece(PUBLIC[kind](rng))]
    number = inner.lstrip("=").rpartition(".")[0]
    who = subjects.setdefault(number, Subject(rng))
    return [*head, MAKERS[kind](rng, who, inner.partition("/")[2])]
