"""Measured rows and the Markdown tables that are made of them."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """One line of a table: what was measured, the figure as text, and where there is one, target and whether it was reached."""

    what: str
    figure: str
    ratio: str = ""
    target: str = ""
    reached: bool | None = None


class Section(NamedTuple):
    """One table with the command that makes it and what there is to say about its input."""

    title: str
    command: str
    notes: tuple[str, ...]
    rows: tuple[Row, ...]


def at_least(what: str, figure: str, ratio: float, target: float) -> Row:
    """A row whose ratio must be `target` or more."""
    return Row(what, figure, f"{ratio:.2f}", f"≥ {target:g}", ratio >= target)


def at_most(what: str, figure: str, ratio: float, target: float) -> Row:
    """A row whose ratio must be `target` or less."""
    return Row(what, figure, f"{ratio:.2f}", f"≤ {target:g}", ratio <= target)


def markdown(section: Section) -> str:
    """The section as Markdown."""
    lines = [f"## {section.title}", "", f"`{section.command}`", ""]
    lines += [f"- {note}" for note in section.notes]
    lines += ["", "| what | measured | ratio | target | reached |", "| --- | ---: | ---: | ---: | --- |"]
    words = {True: "yes", False: "**no**", None: ""}
    lines += [f"| {row.what} | {row.figure} | {row.ratio} | {row.target} | {words[row.reached]} |" for row in section.rows]
    return "\n".join(lines) + "\n"
