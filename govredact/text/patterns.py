"""Compiled regular expressions, kept in the user's own cache folder.

Classes of thousands of Chinese characters take ``re`` up to a millisecond each to compile, and a scan needs dozens of such patterns: a
third of the start of a hook. What ``re`` makes of a pattern is a list of numbers, which loads in microseconds. Kept are patterns of the
program, never of a text or of a user; a file made by another interpreter, or damaged, or in a folder that others may write to, is not used,
and the patterns are compiled as always.
"""

from __future__ import annotations

import atexit
import marshal

from govredact.text import kept
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from typing import AnyStr

_FILE = "patterns.snapshot"

# What ``_sre.compile`` takes: flags, code, number of groups, group names and their order.
_Code = tuple[int, list[int], int, dict[str, int], tuple[str | None, ...]]


class _Store:
    """The codes of one process: those of the file, read when the first pattern is asked for, and those compiled since.

    A code stays packed until its pattern is asked for: a scan needs a few, and all of them are eighty thousand numbers.
    """

    def __init__(self) -> None:
        self._codes: dict[tuple[str | bytes, int], bytes] | None = None
        self._fresh: dict[tuple[str | bytes, int], bytes] = {}

    def compiled(self, pattern: AnyStr, flags: int) -> re.Pattern[AnyStr]:
        """``re.compile(pattern, flags)``."""
        flags = int(flags)  # members of an enumeration cannot be kept
        if self._codes is None:
            self._codes = _read()
        packed = self._codes.get((pattern, flags))
        if packed is not None:
            return _revived(pattern, marshal.loads(packed))
        import re  # as long as a twentieth of a start, which most starts save

        compiled = re.compile(pattern, flags)
        code = _code_of(pattern, flags)
        if code is not None:
            if not self._fresh:
                atexit.register(self.keep)
            self._fresh[pattern, flags] = marshal.dumps(code)
        return compiled

    def keep(self) -> None:
        """Adds what was compiled in this process to the file; a folder that takes none costs nothing but time."""
        if self._fresh:
            kept.write(_FILE, _key(), {**_read(), **self._fresh})
            self._fresh = {}


_STORE = _Store()
compiled = _STORE.compiled


def _code_of(pattern: AnyStr, flags: int) -> _Code | None:
    """What ``re`` compiles ``pattern`` to; None where this interpreter does it in another way."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(pattern, flags)
        state = parsed.state
        names: list[str | None] = [None] * state.groups
        for name, number in state.groupdict.items():
            names[number] = name
        numbers = list(map(int, _compiler._code(parsed, flags)))
        code: _Code = (int(flags | state.flags), numbers, state.groups - 1, dict(state.groupdict), tuple(names))
        return code if _revived(pattern, code).pattern == pattern else None
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        return None


def _revived(pattern: AnyStr, code: _Code) -> re.Pattern[AnyStr]:
    import _sre  # type: ignore[import-not-found,unused-ignore]

    revived: re.Pattern[AnyStr] = _sre.compile(pattern, *code)
    return revived


def _key() -> str:
    return kept.key(("packed",))


def _read() -> dict[tuple[str | bytes, int], bytes]:
    return kept.read(_FILE, _key()) or {}
