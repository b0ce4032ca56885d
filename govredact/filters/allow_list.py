"""Allow-lists: values that an office knows and that are no findings, one a line.

A line is a value, or ``ENTITY<tab>value`` for findings of one type only; ``re:`` before the value makes it a pattern that must fit
the whole value (run by ``regex`` with a time limit). Empty lines and lines that begin with ``#`` do not count. Values are
compared by ``normal``. A secrecy mark is silenced only by a line that names its entity: nobody waves it through by chance.
"""


from __future__ import annotations

import os

from govredact.entities import ENTITIES, entity
from govredact.errors import ConfigError, PatternError, UnknownEntityError
from govredact.filters.normal import normal
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

NAME = "allow_list"
SECONDS = 0.2  # for one pattern on one value
_PATTERN = "re:"
_LARGEST = 64 * 1024 * 1024


class Pattern(NamedTuple):
    """One pattern line; ``entity`` is empty where it counts for all, ``place`` is file and line."""

    entity: str
    expression: str
    place: str


class AllowList:
    """Exact values (entity and normalised value; no entity: all) and patterns. Immutable after it was made, picklable."""

    __slots__ = ("_compiled", "patterns", "values")

    def __init__(self, values: Iterable[tuple[str, str]] = (), patterns: Iterable[Pattern] = ()) -> None:
        self.values = frozenset(values)
        self.patterns = tuple(patterns)
        self._compiled: list[Any] | None = None

    def __reduce__(self) -> tuple[object, ...]:
        return (AllowList, (self.values, self.patterns))

    def __bool__(self) -> bool:
        return bool(self.values or self.patterns)

    def __repr__(self) -> str:
        return f"<AllowList {len(self.values)} values, {len(self.patterns)} patterns>"

    def filter_for(self, name: str, value: str) -> str:
        """``"allow_list"`` when a finding of entity ``name`` with this value is allowed, else ``""``.

        PatternError when a pattern takes too long.
        """
        named = ("", name) if name not in ENTITIES or ENTITIES[name].category != "secrecy" else (name,)
        if self.values:
            form = normal(value)
            if form and any((entity_name, form) in self.values for entity_name in named):
                return NAME
        return NAME if self.patterns and self._fits(named, value) else ""

    def _fits(self, named: tuple[str, ...], value: str) -> bool:
        if self._compiled is None:
            self._compiled = [_compile(pattern) for pattern in self.patterns]
        for pattern, compiled in zip(self.patterns, self._compiled, strict=True):
            if pattern.entity in named:
                try:
                    if compiled.fullmatch(value, timeout=SECONDS):
                        return True
                except TimeoutError:
                    raise PatternError(
                        f"{pattern.place}: the pattern takes more than {SECONDS} s on one value", kind="slow", place=pattern.place
                    ) from None
        return False


def load(files: Iterable[str] = (), values: Iterable[str] = ()) -> AllowList:
    """One allow-list from files and from values of a policy (these are exact); ConfigError with file and line."""
    exact = [("", form) for form in map(normal, values) if form]
    patterns: list[Pattern] = []
    for path in files:
        for number, line in enumerate(_read(path).splitlines(), 1):
            _take(line, f"{path}:{number}", exact, patterns)
    return AllowList(exact, patterns)


def _take(line: str, place: str, exact: list[tuple[str, str]], patterns: list[Pattern]) -> None:
    line = line.strip()
    if not line or line.startswith("#"):
        return
    name, tab, value = line.partition("\t")
    name, value = (_entity(name.strip(), place), value.strip()) if tab else ("", line)
    if value.startswith(_PATTERN):
        pattern = Pattern(name, value.removeprefix(_PATTERN).strip(), place)
        _compile(pattern)
        patterns.append(pattern)
    elif form := normal(value):
        exact.append((name, form))
    else:
        raise ConfigError(f"{place}: there is no value on this line", kind="allow_empty", place=place)


def _entity(name: str, place: str) -> str:
    try:
        return entity(name).name
    except UnknownEntityError as problem:
        # Something else before the tab may be a value and is not repeated.
        near = problem.params.get("suggestion")
        hint = f"; did you mean {near}?" if near else ""
        message = f"{place}: what stands before the tab is no entity{hint}"
        raise ConfigError(message, kind="allow_entity", place=place, suggestion=near) from None


def _compile(pattern: Pattern) -> Any:
    import regex  # only lists with patterns need it

    if not pattern.expression:
        raise PatternError(f"{pattern.place}: there is no pattern after re:", kind="empty", place=pattern.place)
    try:
        return regex.compile(pattern.expression)
    except regex.error as problem:
        raise PatternError(f"{pattern.place}: the pattern is wrong: {problem}", kind="wrong", place=pattern.place) from None


def _read(path: str) -> str:
    try:
        with open(path, "rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as problem:
        raise ConfigError(f"{path}: the allow-list cannot be read ({problem.strerror})", kind="allow_unreadable", file=path) from None
    if len(data) > _LARGEST:
        raise ConfigError(f"{path}: larger than {_LARGEST} bytes, which no allow-list is", kind="too_large", file=path, maximum=_LARGEST)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        message = f"{os.path.basename(path)}:{line}: the allow-list is not UTF-8"
        raise ConfigError(message, kind="allow_not_utf8", file=path, line=line) from None
