"""JSON (RFC 8259) and JSON Lines: replacements inside strings are escaped, masked numbers become strings."""

from __future__ import annotations

import json

from govredact.documents.plain import TextDocument
from govredact.documents.splice import spliced
from govredact.models import Edit
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# A raw line end cannot stand in a string, so a stray quote misleads no further than its own line.
_STRING = lazy.compile(r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"')
_NUMBER = lazy.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_NUMBER_PART = lazy.compile(r"[-+.0-9eE]")
_SPACE = " \t\r\n"


class JsonDocument(TextDocument):
    """One JSON text."""

    escapes = "json"
    has_syntax = True
    _line_ends_value = False

    def fit(self, edits: list[Edit]) -> list[Edit]:
        """Escapes replacements in strings; a number that is touched is replaced whole, by a string."""
        return list(_fitted(self.text, edits, self._line_ends_value))

    def still_parses(self, masked: str) -> bool:
        """Parses both with the strict reader."""
        return _parses(masked) or not _parses(self.text)


class JsonLinesDocument(JsonDocument):
    """One JSON text a line; lines that are no JSON are left alone."""

    _line_ends_value = True

    def still_parses(self, masked: str) -> bool:
        """Compares line by line, because a log may hold broken lines beside good ones."""
        return self.text.count("\n") == masked.count("\n") and all(
            new == old or _parses(new) or not _parses(old) for old, new in zip(_lines(self.text), _lines(masked), strict=True)
        )


def _fitted(text: str, edits: list[Edit], line_ends_value: bool) -> Iterator[Edit]:
    strings = _STRING.finditer(text)
    string = next(strings, None)
    pending: list[Edit] = []
    literal = (0, 0)
    for edit in edits:
        while string and string.end() <= edit.start:
            string = next(strings, None)
        if pending and edit.start >= literal[1]:
            yield _quoted(text, literal, pending)
            pending = []
        if pending and edit.end <= literal[1]:
            pending.append(edit)
        elif string and string.start() < edit.start and edit.end < string.end():
            yield edit._replace(replacement=json.dumps(edit.replacement, ensure_ascii=False)[1:-1])
        elif number := _number_around(text, edit, line_ends_value):
            literal, pending = number, [edit]
        else:
            yield edit
    if pending:
        yield _quoted(text, literal, pending)


def _number_around(text: str, edit: Edit, line_ends_value: bool) -> tuple[int, int] | None:
    """The span of the number literal that holds ``edit``; None where there is none, as in a file that is no JSON."""
    start, end = edit.start, edit.end
    while start > 0 and _NUMBER_PART.match(text, start - 1):
        start -= 1
    while end < len(text) and _NUMBER_PART.match(text, end):
        end += 1
    if not _NUMBER.fullmatch(text, start, end):
        return None
    space = _SPACE[:-1] if line_ends_value else _SPACE
    before, after = start, end
    while before > 0 and text[before - 1] in space:
        before -= 1
    while after < len(text) and text[after] in space:
        after += 1
    alone = (before == 0 or text[before - 1] in ":,[\n") and (after == len(text) or text[after] in ",]}\n")
    return (start, end) if alone else None


def _quoted(text: str, literal: tuple[int, int], edits: list[Edit]) -> Edit:
    start, end = literal
    return Edit(0, start, end, json.dumps(spliced(text, edits, start, end), ensure_ascii=False))


def _lines(text: str) -> Iterator[str]:
    """What stands between the line ends of ``text``."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


def _parses(text: str) -> bool:
    try:
        # What was read is let go at once: a file can be one object of any size.
        json.loads(text, parse_int=_nothing, parse_float=_nothing, object_pairs_hook=_nothing)
    except (ValueError, RecursionError):
        return False
    return True


def _nothing(_read: object) -> None:
    """What is kept of a number or an object."""
