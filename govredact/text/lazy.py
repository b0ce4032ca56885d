"""Regular expressions that are compiled when they are first used.

A scan of a small text needs few of the patterns of all detectors, and compiling the others would take longer than the scan.
"""

from __future__ import annotations

from govredact.text import patterns
from govredact.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import re
    from typing import Any, AnyStr

# Flags, as ``re`` numbers them; ``re`` itself takes as long to import as a quarter of a start.
IGNORECASE, MULTILINE, DOTALL = 2, 8, 16
_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


class Lazy:
    """Stands for ``re.compile(pattern, flags)``; after the first use its methods are those of the compiled pattern."""

    def __init__(self, pattern: Any, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = patterns.compiled(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)

    def __repr__(self) -> str:
        return f"Lazy({self.pattern!r})"


def escaped(text: str) -> str:
    """A pattern for ``text`` as it is: ``re.escape``."""
    return "".join(char if char.isalnum() or char in "_ " else f"\\{char}" for char in text)


def compile(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:  # noqa: A001 - reads as lazy.compile
    """A pattern that is compiled on first use; an error in it shows then (a test compiles all)."""
    return cast("re.Pattern[AnyStr]", Lazy(pattern, flags))
