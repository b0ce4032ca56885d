"""What scripts write into a page and where they lead: string literals that hold markup, addresses they open.

This is no interpreter. It sees literals as they stand, joined with plus signs; what is put together from variables it does not see.
"""

from __future__ import annotations

import re
from binascii import Error as BinasciiError
from binascii import a2b_base64
from itertools import pairwise

from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_STRING = r"""("(?:[^"\\\n]++|\\[\s\S])*+"|'(?:[^'\\\n]++|\\[\s\S])*+'|`(?:[^`\\]++|\\[\s\S])*+`)"""
_LITERAL = re.compile(rf"//[^\n]*+|/\*[^*]*+(?:\*(?!/)[^*]*+)*+\*/|{_STRING}")
_PLUS = re.compile(r"\s{0,99}\+\s{0,99}(?:[\w$.()\[\]]{1,60}\s{0,9}\+\s{0,99})?")
_MARKUP = re.compile(r"(?:<|\\x3c|\\u003c|%3c)/?[a-zA-Z!]", re.IGNORECASE)
_CLOSING = re.compile(r"</(?:p|td|tr|div|span|li|a|b|font|table)\s{0,9}>", re.IGNORECASE)
_CUT_NUMBER = re.compile(r"""[0-9]["'`]\s{0,99}\+\s{0,99}["'`][0-9]""")
_LEADS = re.compile(
    r"(?:\b(location)(?:\s{0,9}\.\s{0,9}href)?\s{0,9}=(?!=)|\b(location)\s{0,9}\.\s{0,9}(?:replace|assign)\s{0,9}\(|\bwindow\s{0,9}\.\s{0,9}"
    r"(open)\s{0,9}\(|\.(src|href|action)\s{0,9}=(?!=))"
    r"""\s{0,9}(?:"([^"\s<>]{1,2000})"|'([^'\s<>]{1,2000})'|`([^`\s<>]{1,2000})`)"""
)


# Code written as the numbers of its characters, and an address in it.
_CODED = re.compile(r"fromCharCode\s{0,9}\(\s{0,9}([0-9][0-9,\s]{30,8000}+)\)")
_BASE64 = re.compile(r"""\batob\s{0,9}\(\s{0,9}["'`]([A-Za-z0-9+/=]{12,4000}+)["'`]""")
_ADDRESS = re.compile(r"(?:https?:)?//[^\s\"'<>\\]{4,500}")


class Lead(NamedTuple):
    """An address in a script: its span, and what is done with it (``location``, ``open``, ``src``, ``href``, ``action``)."""

    start: int
    end: int
    way: str


def holds_markup(text: str, start: int, end: int) -> bool:
    """Whether tags end outside of all literals: what stands there is a page, swallowed by a script that was not closed."""
    if _CLOSING.search(text, start, end) is None:
        return False
    for match in _LITERAL.finditer(text, start, end):
        if _CLOSING.search(text, start, match.start()):
            return True
        start = match.end()
    return _CLOSING.search(text, start, end) is not None


def written(text: str, start: int, end: int) -> Iterator[list[tuple[int, int]]]:
    """Groups of literals that hold markup or a number together: the spans of their contents, in order."""
    if _MARKUP.search(text, start, end) is None and _CUT_NUMBER.search(text, start, end) is None:
        return
    group: list[tuple[int, int]] = []
    last = start
    for match in _LITERAL.finditer(text, start, end):
        if match[1] is None:
            continue
        if group and not _PLUS.fullmatch(text, last, match.start()):
            yield from _with_markup(text, group)
            group = []
        group.append((match.start() + 1, match.end() - 1))
        last = match.end()
    yield from _with_markup(text, group)


def literals(text: str, start: int, end: int, position: int) -> Iterator[tuple[int, int]]:
    """The spans of the literals and comments of a script that end behind ``position``, quotes included."""
    for match in _LITERAL.finditer(text, start, end):
        if match.end() > position:
            yield match.span()


def _with_markup(text: str, group: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    if any(_MARKUP.search(text, start, end) for start, end in group) or (len(group) > 1 and _joins_digits(text, group)):
        yield group


def _joins_digits(text: str, group: list[tuple[int, int]]) -> bool:
    return any(text[end - 1].isdigit() and text[start].isdigit() for (_, end), (start, _) in pairwise(group))


def leads(text: str, start: int, end: int) -> Iterator[Lead]:
    """The addresses that the script in ``text[start:end]`` goes to or loads, as they are stored."""
    for match in _LEADS.finditer(text, start, end):
        address = match.lastindex or 0
        way = match[1] or match[2] or match[3] or match[4]
        yield Lead(*match.span(address), way)


def coded(text: str, start: int, end: int) -> Iterator[tuple[tuple[int, int], str]]:
    """The span and the address of what is coded: as the numbers of characters (String.fromCharCode) or in Base64 (atob)."""
    for match in _CODED.finditer(text, start, end):
        numbers = [int(number) for number in match[1].split(",") if 0 < len(number.strip()) < _LONGEST_NUMBER]
        for address in _ADDRESS.findall("".join(map(chr, numbers))):
            yield match.span(1), address
    for match in _BASE64.finditer(text, start, end):
        try:
            decoded = a2b_base64(match[1]).decode("latin-1")
        except BinasciiError:
            continue
        for address in _ADDRESS.findall(decoded):
            yield match.span(1), address


_LONGEST_NUMBER = 6
