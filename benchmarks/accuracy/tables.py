"""Lists as they are published: header names and cells in columns, as TSV, CSV, Markdown, aligned text or with wrapped headers."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from benchmarks.accuracy.draft import Draft
from benchmarks.accuracy.template import DATA, render

if TYPE_CHECKING:
    from random import Random

    from benchmarks.accuracy.subject import Subject

STYLES = ("tsv", "csv", "markdown", "pipes", "spaces", "titled", "two_headers", "pages")

_FILE = tomllib.loads((DATA / "tables.toml").read_text(encoding="utf-8"))
# genre -> columns as (possible headers, cell template)
SPECS: dict[str, tuple[tuple[str, str], ...]] = {genre: tuple((a, b) for a, b in spec["columns"]) for genre, spec in _FILE.items()}
BARE = frozenset(genre for genre, spec in _FILE.items() if spec.get("bare"))
CLEAN = tuple(genre for genre, spec in _FILE.items() if spec.get("clean"))


def table(rng: Random, genre: str, style: str = "", rows: int = 0) -> Draft:
    """A list of `genre` in `style` (any of STYLES) with `rows` people."""
    style = style or rng.choice(STYLES)
    columns = SPECS[genre]
    names = [_header(rng, names.split("|")) for names, _ in columns]
    draft = Draft()
    if style == "titled":
        render("{office}{公示表|名单|花名册}\n单位：{office}　　填报日期：{date}\n", rng, draft)
    bare = genre in BARE
    if style == "two_headers" and not bare:
        draft.add("\t".join(["基本信息"] + [""] * (len(names) - 1)) + "\n")
    if not bare:
        _header_row(draft, names, style)
    for i in range(rows or rng.randint(5 if bare else 2, 9 if bare else 7)):
        if style == "pages" and i and i % 3 == 0:
            draft.add(f"\n第{i // 3}页\n\n")
            if not bare:
                _header_row(draft, names, style)
        _row(draft, rng, [cell for _, cell in columns], style)
    return draft


def _header(rng: Random, choices: list[str]) -> str:
    name = rng.choice(choices)
    if len(name) == 2 and rng.random() < 0.25:
        name = rng.choice((" ", "　", "  ")).join(name)
    return name + ("（必填）" if rng.random() < 0.04 else "")


def _frame(style: str) -> tuple[str, str, str]:
    """What stands before, between and after the cells of a row."""
    return {"csv": ("", ",", "\n"), "markdown": ("| ", " | ", " |\n"), "pipes": ("", "|", "\n"), "spaces": ("", "    ", "\n")}.get(
        style, ("", "\t", "\n")
    )


def _header_row(draft: Draft, names: list[str], style: str) -> None:
    before, between, after = _frame(style)
    draft.add(before + between.join(names) + after)
    if style == "markdown":
        draft.add("|" + " --- |" * len(names) + "\n")


def _row(draft: Draft, rng: Random, cells: list[str], style: str) -> None:
    before, between, after = _frame(style)
    draft.add(before)
    subjects: dict[str, Subject] = {}
    for i, cell in enumerate(cells):
        if i:
            draft.add(between)
        if cell == "@remark":
            cell = rng.choice(("", "", "{=mobile}", "{mobile/plain}"))
        quoted = style == "csv" and rng.random() < 0.15
        render(f'"{cell}"' if quoted else cell, rng, draft, subjects)
    draft.add(after)
