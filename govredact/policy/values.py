"""The checks of single settings: each gives the value to use, or says in a ValueError what was expected and what came."""


from __future__ import annotations

import os

from govredact.entities import entity
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

_UNITS = {"": 1, "KB": 1024, "MB": 1024**2, "GB": 1024**3}
_KINDS = (
    (bool, "true or false"),
    (int, "a number"),
    (float, "a number"),
    (str, "a text"),
    (list, "a list"),
    (tuple, "a list"),
    (dict, "a table"),
)


def check(kind: str, value: object, choices: tuple[str, ...] = ()) -> Any:
    """``value`` as the program uses it; ValueError (without the value, unless it is one of few words) when it is not a ``kind``."""
    return _CHECKS[kind](value, choices)


def kind_of(value: object) -> str:
    """What people call the type of ``value``."""
    return next((name for kind, name in _KINDS if isinstance(value, kind)), "a date" if hasattr(value, "isoformat") else "something else")


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant; ``""`` for none."""
    import difflib  # only needed to help after a mistake

    by_lower = {name.lower(): name for name in known}
    near = difflib.get_close_matches(word.lower(), by_lower, n=1, cutoff=0.5)
    return by_lower[near[0]] if near else ""


def absolute(paths: Any, folder: str) -> Any:
    """One path or a tuple of them, seen from ``folder``; ``~`` is the home folder."""
    if isinstance(paths, tuple):
        return tuple(absolute(path, folder) for path in paths)
    return os.path.abspath(os.path.join(folder, os.path.expanduser(paths)))


class BadValueError(ValueError):
    """A value that does not fit its key. ``kind`` and ``params`` name the text that people see (``messages``: ``policy.KIND``)."""

    def __init__(self, kind: str, message: str, **params: object) -> None:
        super().__init__(message)
        self.kind = kind
        self.params = params


def _expected(kind: str, what: str, value: object) -> BadValueError:
    return BadValueError(kind, f"must be {what}, got {kind_of(value)}")


def _text(value: object, _: tuple[str, ...]) -> str:
    if not isinstance(value, str):
        raise _expected("not_text", "a text", value)
    return value


def _path(value: object, _: tuple[str, ...]) -> str:
    text = _text(value, ())
    if not text or "\0" in text:
        raise BadValueError("not_path", "must be a path, got an empty or impossible one")
    return text


def _flag(value: object, _: tuple[str, ...]) -> bool:
    if not isinstance(value, bool):
        raise _expected("not_flag", "true or false", value)
    return value


def _score(value: object, _: tuple[str, ...]) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _expected("not_score", "a number from 0 to 1", value)
    if not 0 <= value <= 1:
        raise BadValueError("not_score", f"must be a number from 0 to 1, got {value}")
    return float(value)


def _count(value: object, _: tuple[str, ...]) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _expected("not_count", "a whole number above 0", value)
    if value < 1:
        raise BadValueError("not_count", f"must be a whole number above 0, got {value}")
    return value


def _size(value: object, _: tuple[str, ...]) -> int:
    if isinstance(value, str):
        import re  # only where a policy says something

        match = re.fullmatch("([0-9]{1,12}) ?(|KB|MB|GB)", value.strip().upper())
        if match is None:
            raise BadValueError("not_size", 'must be a number of bytes or a text like "256 MB"')
        value = int(match[1]) * _UNITS[match[2]]
    return _count(value, ())


def _choice(value: object, choices: tuple[str, ...]) -> str:
    if not isinstance(value, str):
        raise BadValueError("not_choice", f"must be one of {', '.join(choices)}, got {kind_of(value)}", choices=", ".join(choices))
    if value not in choices:
        near = nearest(value, choices)
        hint = f"; did you mean {near!r}?" if near else ""
        message = f"must be one of {', '.join(choices)}, got {value[:40]!r}{hint}"
        raise BadValueError("not_choice", message, choices=", ".join(choices))
    return value


def _texts(value: object, _: tuple[str, ...]) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise _expected("not_texts", "a list of texts", value)
    for item in value:
        if not isinstance(item, str):
            raise BadValueError("not_texts", f"must be a list of texts, got {kind_of(item)} in it")
    return tuple(value)


def _paths(value: object, _: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_path(item, ()) for item in _texts(value, ()))


def _entities(value: object, _: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({entity(name).name for name in _texts(value, ())}))


def _date(value: object, _: tuple[str, ...]) -> str:
    import datetime as dt  # only a policy that fixes its day needs it

    text = value if isinstance(value, str) else str(value) if type(value) is dt.date else ""
    import re

    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise _expected("not_date", "a date like 2026-11-21", value)
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        raise BadValueError("not_date", "must be a date that exists, like 2026-11-21") from None


_CHECKS: dict[str, Callable[[object, tuple[str, ...]], Any]] = {
    "text": _text,
    "path": _path,
    "flag": _flag,
    "score": _score,
    "count": _count,
    "size": _size,
    "choice": _choice,
    "operator": _text,
    "texts": _texts,
    "paths": _paths,
    "entities": _entities,
    "date": _date,
}
