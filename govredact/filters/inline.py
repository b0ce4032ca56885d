"""Inline ignores: a comment in a text file that says that a finding beside it is meant to be there.

``govredact:allow`` (this line), ``govredact:allow=CN_MOBILE,EMAIL`` (these entities only), ``govredact:allow-next-line``, and
``govredact:off`` … ``govredact:on`` around several lines. Any comment syntax will do. They count only in text kinds, and what
their author could hide with them they never silence: secrecy marks, blocks, tampering, hidden text (DESIGN section 5).
"""

from __future__ import annotations

from bisect import bisect_right

from govredact.entities import ENTITIES
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

NAME = "inline"
NEVER = frozenset({"PAGE_HIJACK", "HIDDEN_LINK", "HIDDEN_CONTENT", "FAKE_REDACTION"})
_MARK = "govredact:"
# ``-->`` may follow at once, and what follows = is taken as it comes, so that a mistake in it can be told.
_DIRECTIVE = lazy.compile("govredact:([A-Za-z]+(?:-[A-Za-z]+){0,3})(?![A-Za-z0-9_]|-[A-Za-z])(?:=([A-Za-z0-9_,]*))?")
_WORD = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_")
_LONGEST_WORD = 40
_ON_LINE = {"allow": 0, "allow-next-line": 1}
_LINE_END = lazy.compile("\r\n|\r|\n")


class Problem(NamedTuple):
    """A directive that does nothing: its line (from 1), and the word that is not known."""

    line: int
    word: str


class _Silence(NamedTuple):
    """Findings that begin or end in ``[start, end)`` are meant, all or those of ``entities``; ``within``: only if they lie inside."""

    start: int
    end: int
    entities: frozenset[str]
    within: bool


class InlineIgnores(NamedTuple):
    """The inline ignores of one text; offsets are code points of that text. ``problems`` are for warnings."""

    silences: tuple[_Silence, ...] = ()
    problems: tuple[Problem, ...] = ()

    @classmethod
    def parse(cls, text: str) -> InlineIgnores:
        """The ignores in ``text``; quick where there are none."""
        return _parse(text) if _MARK in text else _NONE

    def filter_for(self, start: int, end: int, entity: str, action: str = "", category: str = "") -> str:
        """``"inline"`` when the finding ``[start, end)`` is silenced, else ``""``."""
        if not self.silences or action == "block" or category == "secrecy" or not may_silence(entity):
            return ""
        return NAME if any(_covers(silence, start, end, entity) for silence in self.silences) else ""


_NONE = InlineIgnores()


def may_silence(entity: str) -> bool:
    """Whether inline ignores count for this entity type at all."""
    return entity not in NEVER and (entity not in ENTITIES or ENTITIES[entity].category != "secrecy")


def _covers(silence: _Silence, start: int, end: int, entity: str) -> bool:
    if silence.entities and entity not in silence.entities:
        return False
    if silence.within:
        return silence.start <= start and end <= silence.end
    # A value over two lines may have the comment on either; a finding about many lines is not silenced by one in its middle.
    return silence.start <= start < silence.end or silence.start < end <= silence.end


def _parse(text: str) -> InlineIgnores:
    reader = _Reader(text)
    for match in _DIRECTIVE.finditer(text):
        start = match.start()
        if not (start and text[start - 1] in _WORD):
            reader.take(match)
    reader.switch_on(len(text))
    return InlineIgnores(tuple(reader.silences), tuple(reader.problems))


class _Reader:
    """Takes one directive after the other."""

    __slots__ = ("_lines", "_off", "problems", "silences")

    def __init__(self, text: str) -> None:
        self._lines = _Lines(text)
        self._off: tuple[int, frozenset[str]] | None = None
        self.silences: list[_Silence] = []
        self.problems: list[Problem] = []

    def take(self, match: re.Match[str]) -> None:
        """Adds what ``match`` says; a list of entities of which none is known silences nothing."""
        line, word = self._lines.number(match.start()), match[1][:_LONGEST_WORD]
        entities, unknown = _entities(match[2])
        self.problems.extend(Problem(line + 1, name) for name in unknown)
        if unknown and not entities:
            return
        if word in _ON_LINE:
            self.silences.append(_Silence(*self._lines.span(line + _ON_LINE[word]), entities, within=False))
        elif word == "off":
            self.switch_on(match.start())
            self._off = (match.end(), entities)
        elif word == "on":
            self.switch_on(match.start())
        else:
            self.problems.append(Problem(line + 1, word))

    def switch_on(self, end: int) -> None:
        """Ends the part that ``off`` began, if there is one."""
        if self._off is not None:
            self.silences.append(_Silence(self._off[0], end, self._off[1], within=True))
        self._off = None


def _entities(listed: str | None) -> tuple[frozenset[str], list[str]]:
    if listed is None:
        return frozenset(), []
    names = listed.upper().split(",")
    return frozenset(name for name in names if name in ENTITIES), [name[:_LONGEST_WORD] for name in names if name not in ENTITIES]


class _Lines:
    """Where the lines of a text begin and end; only made for texts with a directive."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, text: str) -> None:
        breaks = list(_breaks(text))
        self._starts = [0, *(end for _, end in breaks)]
        self._ends = [*(start for start, _ in breaks), len(text)]

    def number(self, position: int) -> int:
        """The line of ``position``, from 0."""
        return bisect_right(self._starts, position) - 1

    def span(self, number: int) -> tuple[int, int]:
        """Start and end of a line without its line end; an empty span at the end for a line that is not there."""
        if number >= len(self._starts):
            return self._ends[-1], self._ends[-1]
        return self._starts[number], self._ends[number]


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE_END.finditer(text):
        yield match.span()
