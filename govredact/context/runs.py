"""Number runs: the places in a text where an identifying number can stand.

One cheap regular expression after the other finds them in C; only what they return is looked at in Python. A *plain* run
is a maximal row of ASCII letters and digits (so nothing alphanumeric touches it). A *grouped* run is what people write
with separators (138 0013 8000), one digit a cell, or over a line end. No pattern here backtracks: each is one character
class, or a class with a bounded tail.
"""

from __future__ import annotations

from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

SPACES = " \u00a0\u3000\u2002-\u200a\u202f"
DASHES = "\\-\u2010-\u2015\u2212\u30fc~"
SHORTEST = 7
LONGEST = 32

PLAIN = lazy.compile(f"[0-9A-Za-z]{{{SHORTEST},}}")
# At least eleven characters: a date (2021-03-05) and most amounts are shorter and never looked at.
_CLUSTER = lazy.compile(f"[0-9][0-9{SPACES}{DASHES}.·•()（）]{{9,}}[0-9Xx]")
_GROUP = lazy.compile("[0-9]+(?:[Xx](?![0-9A-Za-z]))?|(?<![0-9A-Za-z])[Xx](?![0-9A-Za-z])")
_NEXT_LINE = lazy.compile(f"\n[{SPACES}]{{0,8}}([0-9]{{1,20}}[Xx]?)")
_CELLS = lazy.compile(f"[0-9](?:[{SPACES}]{{0,2}}[\t|][{SPACES}]{{0,2}}[0-9Xx]){{10,}}(?![0-9])")
# Three cells of one digit in a row: rare, and much cheaper to look for than the whole number.
_SINGLE_CELLS = lazy.compile("[\t|] {0,2}[0-9] {0,2}[\t|] {0,2}[0-9] {0,2}[\t|]")
_HYPHENS = frozenset("-‐—")
_DIGIT = lazy.compile("[0-9Xx]")
_ALNUM = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

# Longest number of groups that anybody writes for one number (letter-spaced foreigner's or resident's ID: 20).
_MOST_GROUPS = 24


class Evidence(NamedTuple):
    """Which label governs a value, and how: ``before``, ``left`` (cell), ``column``, ``line`` (line above) or ``after``."""

    field: str
    label: str
    via: str


NO_EVIDENCE = Evidence("", "", "")


class Run(NamedTuple):
    """A number as read: ``value`` without separators, letters in upper case; ``groups`` the lengths of its parts.

    ``evidence`` is the label that governs it. ``groups`` is empty for a plain run. ``broken`` says that a line end or cell
    borders stand inside.
    """

    start: int
    end: int
    value: str
    evidence: Evidence = NO_EVIDENCE
    groups: tuple[int, ...] = ()
    broken: bool = False


def grouped_runs(text: str, lengths: frozenset[int]) -> Iterator[Run]:
    """Runs with separators inside whose number of digits is in ``lengths``; longest first at each group."""
    for cluster in _CLUSTER.finditer(text):
        body = cluster[0]
        if body.isalnum():
            continue
        if cluster.start() and text[cluster.start() - 1] in _ALNUM:
            # The first group belongs to a longer word (D320-1301…): it is not a number of its own.
            body = " " * len(_GROUP.match(body)[0]) + body[_GROUP.match(body).end() :]  # type: ignore[index,union-attr]
        yield from _combinations(body, cluster.start(), text, lengths)


def _combinations(body: str, offset: int, text: str, lengths: frozenset[int]) -> Iterator[Run]:
    groups = [(m.start() + offset, m.end() + offset) for m in _GROUP.finditer(body)]
    if len(groups) < 2:
        return
    if groups[-1][1] < len(text) and text[groups[-1][1]] in _ALNUM:
        groups.pop()
    for first in range(len(groups) - 1):
        yield from _from_group(groups, first, text, lengths)


def _from_group(groups: list[tuple[int, int]], first: int, text: str, lengths: frozenset[int]) -> Iterator[Run]:
    total, found = 0, []
    for last in range(first, min(len(groups), first + _MOST_GROUPS)):
        start, end = groups[last]
        if last > first and start - groups[last - 1][1] > 3:
            break
        total += end - start
        if total > LONGEST:
            break
        if last > first and total in lengths:
            found.append(_run(text, groups[first : last + 1]))
    yield from reversed(found)


def _run(text: str, groups: list[tuple[int, int]], broken: bool = False) -> Run:
    value = "".join([text[start:end] for start, end in groups]).upper()
    return Run(groups[0][0], groups[-1][1], value, NO_EVIDENCE, tuple([end - start for start, end in groups]), broken)


def broken_runs(text: str, lengths: frozenset[int]) -> Iterator[Run]:
    """Numbers that a line end cuts in two, in running text: the first part must follow words on its line."""
    for tail in _NEXT_LINE.finditer(text):
        end = tail.start() - (text[tail.start() - 1 : tail.start()] == "\r")
        end -= text[end - 1 : end] in _HYPHENS and end > 0
        window = text[max(0, end - LONGEST) : end]
        start = end - len(window) + len(window.rstrip("0123456789"))
        if start == end or end - start + tail.end(1) - tail.start(1) not in lengths:
            continue
        if _continues(text, start) and text[tail.end() : tail.end() + 1] not in _ALNUM:
            yield _run(text, [(start, end), tail.span(1)], broken=True)


def _continues(text: str, start: int) -> bool:
    """Whether the digits at ``start`` follow a word or a label, not a cell border or the line's beginning."""
    if text[start - 1 : start] == "\n":
        return text[max(0, start - 8) : start].rstrip("\r\n")[-1:] in (":", "：")
    return start > 0 and text[start - 1] not in _ALNUM and text[start - 1] not in "\t\r|,，.-"


def celled_runs(text: str, lengths: frozenset[int]) -> Iterator[Run]:
    """Numbers written one digit a cell (tabs or bars between the digits)."""
    if ("\t" not in text and "|" not in text) or not _SINGLE_CELLS.search(text):
        return
    for match in _CELLS.finditer(text):
        cells = [(m.start(), m.end()) for m in _DIGIT.finditer(text, match.start(), match.end())]
        if len(cells) in lengths and (match.start() == 0 or text[match.start() - 1] not in _ALNUM):
            yield _run(text, cells, broken=True)
