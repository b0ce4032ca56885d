"""How a replacement is written at its place: in text, an attribute, an address, a comment, a script, a style sheet.

The place of an edit is looked up among the asides of the file; what is none of them is text.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from govredact.documents.html.page import ATTRIBUTE, COMMENT, MARKUP, SCRIPT, STYLE
from govredact.documents.html.scripts import literals
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govredact.documents.html.page import Page
    from govredact.models import Edit

_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", ord("'"): "&#39;"}
# A value without quotes ends at white space; what else browsers warn of there is escaped too.
_UNQUOTED = _ESCAPES | {ord(char): f"&#{ord(char)};" for char in " \t\n\r\f=`"}
_IN_ADDRESS = {ord(char): f"%{ord(char):02X}" for char in " \"'<>&#%?+\\`{}|^\t\n\r"}
_IN_STRING = {ord("\\"): "\\\\", ord("'"): "\\'", ord('"'): '\\"', ord("`"): "\\`", ord("\n"): "\\n", ord("\r"): "\\r"}
_ADDRESSES = frozenset(("href", "src", "action", "formaction", "data", "poster", "cite", "data-src", "data-href", "data-url"))
_TELLING = re.compile(r"""[&<>"'\\`\n\r #%?+=-]""")
# What may not stand where markup knows no escapes.
_CLOSERS = re.compile(r"--|[<>&]|-$|^-")
_IN_SCRIPT = re.compile(r"""[<>&"'`\\\n\r]""")
_WORD = re.compile(r"[\w.$]*+")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


class Place(NamedTuple):
    """A stretch of the file where something else than text stands."""

    start: int
    end: int
    kind: str
    name: str


class Contexts:
    """The places of one file."""

    def __init__(self, text: str, pages: Iterable[Page]) -> None:
        self._text = text
        self._places = sorted(_places(pages))
        self._starts = [place.start for place in self._places]

    def fit(self, edits: Iterable[Edit]) -> Iterator[Edit]:
        """``edits`` (ordered, of the source text) with their replacements as they must be written."""
        for edit in edits:
            place = self._place(edit.start)
            if place is not None and place.kind in (SCRIPT, STYLE):
                yield self._in_script(edit, place)
            elif _TELLING.search(edit.replacement):
                yield edit._replace(replacement=self._escaped(edit.replacement, place))
            else:
                yield edit

    def _place(self, position: int) -> Place | None:
        index = bisect_right(self._starts, position) - 1
        return self._places[index] if index >= 0 and position < self._places[index].end else None

    def _escaped(self, replacement: str, place: Place | None) -> str:
        if place is None:
            return replacement.translate(_ESCAPES)
        if place.kind != ATTRIBUTE:
            return _CLOSERS.sub("*", replacement)
        opening = self._text[place.start - 1 : place.start]
        table = _ESCAPES if opening in ('"', "'") else _UNQUOTED
        if place.name == "srcdoc":
            return replacement.translate(_ESCAPES).translate(table)
        if place.name.startswith("on") or self._text[place.start : place.start + 11].lower() == "javascript:":
            return _IN_SCRIPT.sub("*", replacement).translate(table)
        if place.name in _ADDRESSES:
            return replacement.translate(_IN_ADDRESS)
        return replacement.translate(table)

    def _in_script(self, edit: Edit, place: Place) -> Edit:
        """A string keeps its quotes; a bare number that is one no longer gets some."""
        text = self._text
        around = next((span for span in literals(text, place.start, place.end, edit.start) if span[0] <= edit.start), None)
        if place.kind == SCRIPT and around and text[around[0]] in "\"'`":
            safe = re.sub("[<>&]", "*", edit.replacement)
            return edit._replace(replacement=safe.translate(_IN_STRING))
        safe = _IN_SCRIPT.sub("*", edit.replacement)
        if safe.endswith("*") and text[edit.end : edit.end + 1] == "/":
            safe = f"{safe[:-1]}x"  # */ would end a comment
        if place.kind == SCRIPT and around is None and not _NUMBER.fullmatch(safe):
            start, end = _word_around(text, edit.start, edit.end)
            if _NUMBER.fullmatch(text, start, end):
                return edit._replace(start=start, end=end, replacement=f'"{text[start : edit.start]}{safe}{text[edit.end : end]}"')
        return edit._replace(replacement=safe)


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in "_.$"):
        start -= 1
    match = _WORD.match(text, end)
    return start, match.end() if match else end


def _places(pages: Iterable[Page]) -> Iterator[Place]:
    for page in pages:
        if page.region.depth:
            continue
        for aside in page.asides:
            if not (aside.kind == MARKUP and aside.tag == "ruby"):
                yield Place(aside.start, aside.end, aside.kind, aside.name)
        for nested in page.nested:
            if nested.kind == COMMENT:
                yield Place(nested.start, nested.end, COMMENT, "")
            elif nested.kind == "srcdoc":
                yield Place(nested.start, nested.end, ATTRIBUTE, "srcdoc")
