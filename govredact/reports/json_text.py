"""JSON written piece by piece, the same characters as those of ``json.dumps``."""

from __future__ import annotations

import json
from collections.abc import Iterator

from govredact.reports.rows import Rows
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


def pieces(value: Any, ascii_only: bool, indent: int | None = None) -> Iterator[str]:
    """``json.dumps(value, ensure_ascii=ascii_only, indent=indent)`` in pieces, where ``Rows`` and iterators stand for lists.

    What they yield goes in one piece each.
    """
    encoder = json.JSONEncoder(ensure_ascii=ascii_only, indent=indent)
    return _pieces(value, encoder, "" if indent is None else "\n", " " * (indent or 0))


def _pieces(value: Any, encoder: json.JSONEncoder, line: str, step: str) -> Iterator[str]:
    """``line`` is the line end with the white space that stands before what closes ``value``; "" where nothing is indented."""
    inner = line + step
    if isinstance(value, dict):
        parts = ((f"{encoder.encode(key)}: ", _pieces(item, encoder, inner, step)) for key, item in value.items())
        yield from _enclosed("{}", parts, line, inner)
    elif isinstance(value, list):
        yield from _enclosed("[]", (("", _pieces(item, encoder, inner, step)) for item in value), line, inner)
    elif isinstance(value, Rows | Iterator):
        # A line end inside a string is written as \n: those that stand there are the encoder's.
        texts = map(encoder.encode, value)
        yield from _enclosed("[]", ((text.replace("\n", inner) if line else text, ()) for text in texts), line, inner)
    else:
        yield encoder.encode(value)


def _enclosed(brackets: str, parts: Iterable[tuple[str, Iterable[str]]], line: str, inner: str) -> Iterator[str]:
    """Each of ``parts``, a text and the pieces that follow it, between ``brackets``."""
    before = brackets[0] + inner
    between = "," + (inner or " ")
    empty = True
    for text, further in parts:
        yield before + text
        yield from further
        before, empty = between, False
    yield brackets if empty else line + brackets[1]
