"""Finds quantifiers that make a regular expression superlinear, by looking at its parse tree (no text is matched).

``problems(pattern)`` names, in words, every place where

- a quantifier without a small upper bound stands around another one (``(a+)+``), or around something that can be empty, or
  around a part of varying length that can end in more than one place (``(a?a)+``, ``(a|ab?)+`` …);
- two such quantifiers can divide the same characters between them (``a*a*b``, ``.*,.*`` where the comma is no border);
- a back-reference repeats a group of varying length.

The sets of characters are compared on representatives: ASCII, and the ends and neighbours of every range in the pattern.
"""

from __future__ import annotations

import itertools
import re
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MANY = 64  # an upper bound above this counts as none
MOST_PATHS = 512
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT)
_FIXED = (op.POSSESSIVE_REPEAT, op.ATOMIC_GROUP)
_CLASSES = {
    op.CATEGORY_DIGIT: r"\d",
    op.CATEGORY_NOT_DIGIT: r"\D",
    op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w",
    op.CATEGORY_NOT_WORD: r"\W",
}


class Piece(NamedTuple):
    """One step of a path: the characters that it may take, whether it may be empty, and the repeat that it is, if it varies."""

    chars: frozenset[str]
    optional: bool
    varies: bool = False
    unbounded: bool = False


def problems(pattern: re.Pattern[str] | str) -> list[str]:
    compiled = re.compile(pattern) if isinstance(pattern, str) else pattern
    tree = _parser.parse(compiled.pattern, compiled.flags & ~re.UNICODE)
    return sorted(set(_Walk(tree, bool(compiled.flags & re.IGNORECASE)).sequence(list(tree))))


def begins_unbounded(pattern: str) -> bool:
    """Whether the first thing of ``pattern`` is an unbounded quantifier: a search would begin it anew at each character."""
    for kind, value in _parser.parse(pattern):
        while kind is op.SUBPATTERN and len(value[-1]):
            kind, value = value[-1][0]
        if kind is op.AT or kind in (op.ASSERT, op.ASSERT_NOT):
            continue
        return kind in _REPEATS and value[1] > MANY
    return False


def _points(node: Any) -> set[int]:
    found: set[int] = set()
    if isinstance(node, tuple) and node and node[0] in (op.LITERAL, op.NOT_LITERAL):
        found |= {node[1] - 1, node[1], node[1] + 1}
    elif isinstance(node, tuple) and node and node[0] is op.RANGE:
        low, high = node[1]
        found |= {low - 1, low, (low + high) // 2, high, high + 1}
    elif isinstance(node, list | tuple | _parser.SubPattern):
        for child in node:
            found |= _points(child)
    return found


class _Walk:
    def __init__(self, tree: Any, ignore_case: bool) -> None:
        points = {p for p in _points(tree) if 0 <= p < 0x110000 and not 0xD800 <= p < 0xE000}
        self.universe = frozenset(map(chr, range(128))) | frozenset(map(chr, points)) | frozenset("\u00a0\u3000中文０ａ")
        self.ignore_case = ignore_case
        self.groups = dict(_groups(list(tree)))

    def sequence(self, nodes: list[Any]) -> list[str]:
        found = [text for node in nodes for text in self._inside(node)]
        for path in self._paths(nodes):
            found += _shared(path, lambda piece: piece.unbounded)
        return found

    def _inside(self, node: Any) -> list[str]:
        kind, value = node
        if kind is op.GROUPREF:
            varies = any(piece.varies for path in self._paths(self.groups[value]) for piece in path)
            return ["a back-reference to a group of varying length"] if varies else []
        if kind is op.GROUPREF_EXISTS:
            return ["a conditional group"]
        found = [text for child in _children(kind, value) for text in self._nested(child)]
        if kind in _REPEATS and value[1] > MANY:
            found += self._loop(list(value[2]))
        return found

    def _nested(self, nodes: list[Any]) -> list[str]:
        return [text for node in nodes for text in self._inside(node)]

    def _loop(self, body: list[Any]) -> list[str]:
        found = []
        for path in self._paths(body):
            if all(piece.optional for piece in path):
                found.append("an unbounded quantifier around something that can be empty")
            if any(piece.unbounded for piece in path):
                found.append("an unbounded quantifier inside another one")
            if any(piece.varies for piece in path):
                found += [f"inside an unbounded quantifier: {text}" for text in _shared(path + path, lambda piece: piece.varies)]
        paths = self._paths(body)
        for one, other in itertools.combinations(paths, 2):
            if _first(one) & _first(other):
                found.append("an unbounded quantifier around alternatives that begin alike")
        return found

    def _paths(self, nodes: list[Any]) -> list[list[Piece]]:
        """All ways through ``nodes``, alternatives that hold unbounded or varying parts taken one by one."""
        paths: list[list[Piece]] = [[]]
        for node in nodes:
            steps = self._steps(node)
            paths = [path + step for path in paths for step in steps]
            assert len(paths) <= MOST_PATHS, "too many alternatives to look at; write the pattern more simply"
        return paths

    def _steps(self, node: Any) -> list[list[Piece]]:
        kind, value = node
        if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
            return [[]]
        if kind is op.SUBPATTERN:
            return self._paths(list(value[-1]))
        if kind is op.BRANCH:
            choices = [path for choice in value[1] for path in self._paths(list(choice))]
            return choices if any(piece.varies for path in choices for piece in path) else [[_merged(choices)]]
        if kind in _REPEATS:
            low, high, body = value
            if (low, high) == (1, 1):
                return self._paths(list(body))
            steps = self._paths(list(body))
            inner = any(piece.unbounded for path in steps for piece in path)
            return [[Piece(self._chars(list(body)), low == 0 or _merged(steps).optional, low != high, high > MANY or inner)]]
        if kind in _FIXED:
            body = value[2] if kind is op.POSSESSIVE_REPEAT else value
            return [[Piece(self._chars(list(body)), kind is op.POSSESSIVE_REPEAT and value[0] == 0)]]
        return [[Piece(self._single(kind, value), optional=False)]]

    def _chars(self, nodes: list[Any]) -> frozenset[str]:
        return frozenset().union(*(piece.chars for path in self._paths(nodes) for piece in path))

    def _single(self, kind: Any, value: Any) -> frozenset[str]:
        if kind in (op.ANY, op.GROUPREF, op.GROUPREF_EXISTS):
            return self.universe
        if kind is op.LITERAL:
            return self._cased({chr(value)})
        if kind is op.NOT_LITERAL:
            return self.universe - self._cased({chr(value)})
        if kind is op.IN:
            negated = value[0][0] is op.NEGATE
            chars = frozenset().union(*(self._member(*item) for item in value[negated:]))
            return self.universe - chars if negated else chars
        raise AssertionError(f"{kind} is not understood; teach this test about it")

    def _member(self, kind: Any, value: Any) -> frozenset[str]:
        if kind is op.RANGE:
            return self._cased({char for char in self.universe if value[0] <= ord(char) <= value[1]})
        if kind is op.CATEGORY:
            return frozenset(char for char in self.universe if re.match(_CLASSES[value], char))
        return self._single(kind, value)

    def _cased(self, chars: set[str]) -> frozenset[str]:
        if self.ignore_case:
            chars = chars | {char.lower() for char in chars} | {char.upper() for char in chars}
        return frozenset(chars)


def _children(kind: Any, value: Any) -> list[list[Any]]:
    if kind in (*_REPEATS, op.POSSESSIVE_REPEAT):
        return [list(value[2])]
    if kind is op.SUBPATTERN or kind in (op.ASSERT, op.ASSERT_NOT):
        return [list(value[-1])]
    if kind is op.ATOMIC_GROUP:
        return [list(value)]
    return [list(choice) for choice in value[1]] if kind is op.BRANCH else []


def _groups(nodes: list[Any]) -> Iterator[tuple[int, list[Any]]]:
    for kind, value in nodes:
        if kind is op.SUBPATTERN and value[0] is not None:
            yield value[0], list(value[-1])
        for child in _children(kind, value):
            yield from _groups(child)


def _merged(paths: list[list[Piece]]) -> Piece:
    chars = frozenset().union(*(piece.chars for path in paths for piece in path))
    return Piece(chars, any(all(piece.optional for piece in path) for path in paths))


def _first(path: list[Piece]) -> frozenset[str]:
    chars: frozenset[str] = frozenset()
    for piece in path:
        chars |= piece.chars
        if not piece.optional:
            break
    return chars


def _shared(path: list[Piece], counts: Any) -> list[str]:
    """Pairs of counting pieces that can take the same characters, with no border between them."""
    found = []
    for i, one in enumerate(path):
        if not counts(one):
            continue
        for j in range(i + 1, len(path)):
            other = path[j]
            if counts(other) and one.chars & other.chars:
                found.append(f"two quantifiers share {sorted(one.chars & other.chars)[:3]}")
                break
            if not other.optional and not (other.chars & one.chars):
                break
    return found
