"""Turns the text of an option into what it means, or says what is wrong with it."""

from __future__ import annotations

import os

from govredact.errors import UsageError
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice that the user may have meant, or an empty string."""
    import difflib  # only after a mistake

    return next(iter(difflib.get_close_matches(word, list(choices), n=1, cutoff=0.5)), "")


def choice(option: str, text: str, choices: tuple[str, ...]) -> str:
    """One of ``choices``; UsageError with the nearest one otherwise."""
    if text in choices:
        return text
    near = nearest(text, choices)
    listed = ", ".join(choices)
    message = f"{option}: {text!r} is not one of {listed}" + (f"; did you mean {near}?" if near else "")
    raise UsageError(message, kind="choice_near" if near else "choice", option=option, value=text, choices=listed, near=near)


def entities(option: str, text: str) -> tuple[str, ...]:
    """Names of entity types separated by commas; UnknownEntityError for one that is not in the registry."""
    from govredact.entities import entity

    names = tuple(entity(name.strip().upper()).name for name in text.split(",") if name.strip())
    if not names:
        raise UsageError(f"{option}: no entity given", kind="empty", option=option)
    return names


def jobs(option: str, text: str) -> int:
    """A number of processes: 1 and more, or 0 for one per processor."""
    if not text.isdecimal() or len(text) > 4:
        raise UsageError(f"{option}: {text!r} is not a number of processes", kind="number", option=option, value=text)
    return int(text) or os.cpu_count() or 1


def day(option: str, text: str) -> date:
    """A date written YYYY-MM-DD."""
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{option}: {text!r} is not a date like 2026-11-21", kind="date", option=option, value=text) from None


def output(option: str, text: str) -> tuple[str, str]:
    """A report format and a file, written FORMAT:FILE."""
    from govredact.reports import FORMATS

    name, colon, path = text.partition(":")
    if not colon or not path:
        raise UsageError(f"{option}: write FORMAT:FILE, for example json:report.json", kind="output", option=option, value=text)
    return choice(option, name, FORMATS), path
