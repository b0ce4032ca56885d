"""Which keys a policy file may hold, and what stands behind each of them.

``settings`` turns one file (or the options of a command) into flat settings (``entities.CN_MOBILE.action``), checked for key and
type; every error names file and key.
"""

from __future__ import annotations

from govredact.entities import ENTITIES
from govredact.errors import PolicyError
from govredact.models import ACTIONS, CATEGORIES, NAME_MODELS, SEVERITIES
from govredact.policy import specs, values
from govredact.policy.model import CLEAN_UP, Entry
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from govredact.policy.sources import Layer

    _Spec = dict[str, Any]  # Field, or the table below the key; "<…>" stands for any name of a kind


class Field(NamedTuple):
    """One key: ``kind`` names the check in ``values``, ``choices`` what a ``choice`` may be."""

    kind: str
    choices: tuple[str, ...] = ()


_TEXT, _FLAG, _SCORE, _COUNT, _SIZE = Field("text"), Field("flag"), Field("score"), Field("count"), Field("size")
_TEXTS, _PATHS, _OPERATOR = Field("texts"), Field("paths"), Field("operator")
_ROLE = {"action": Field("choice", ACTIONS), "severity": Field("choice", SEVERITIES), "operator": _OPERATOR}
_RULE = {"enabled": _FLAG, **_ROLE, "report": _SCORE, "act": _SCORE}
_CLEAN = Field("choice", ("remove", "keep"))
# Kinds that are not simply taken out.
_CLEANING = {"tracked_changes": Field("choice", ("accept", "reject", "keep")), "unreadable_pages": Field("choice", ("refuse", "rasterize"))}

SCHEMA: _Spec = {
    "name": _TEXT,
    "description": _TEXT,
    "extends": _TEXT,
    "genre": _TEXT,
    "fail_on": Field("choice", (*SEVERITIES, "never")),
    "as_of": Field("date"),
    "mask_character": Field("choice", ("*", "＊", "×", "█", "■", "●")),
    "strict_coverage": _FLAG,
    "inline_ignores": _FLAG,
    "only": Field("entities"),
    "key_file": Field("path"),
    "name_model": Field("choice", NAME_MODELS),
    "lexicons": _PATHS,
    "patterns": _PATHS,
    "ignore": _TEXTS,
    "exclude": _TEXTS,
    "thresholds": {"report": _SCORE, "act": _SCORE},
    "categories": {"<category>": _RULE},
    "entities": {"<entity>": {**_RULE, "roles": {"<role>": _ROLE}}},
    "clean_up": {kind: _CLEANING.get(kind, _CLEAN) for kind in CLEAN_UP},
    "allow": {"values": _TEXTS, "lists": _PATHS},
    "register": {"telephones": _TEXTS, "addresses": _TEXTS, "officials": _TEXTS, "domains": _TEXTS},
    "links": {"allowed": _TEXTS, "refused": _TEXTS, "expired": _PATHS, "strict": _FLAG},
    "aggregation": {"kinds": _COUNT, "persons": _COUNT},
    "limits": {"file_bytes": _SIZE, "unpacked_bytes": _SIZE, "ratio": _COUNT, "depth": _COUNT, "parts": _COUNT, "seconds": _COUNT},
}
_NAMES: dict[str, Iterable[str]] = {"<category>": CATEGORIES, "<entity>": ENTITIES, "<role>": ()}
_ROLE_NAME = lazy.compile("[a-z][a-z_]{0,40}")


def settings(layer: Layer) -> Iterator[Entry]:
    """The settings of one layer; those of whole categories first, so that those of an entity win within one file."""
    found = list(_walk(layer, layer.data, SCHEMA, ()))
    own = {entry.key for _, entry in found}
    for path, entry in found:
        if path[0] == "categories":
            yield from _of_category(layer, path, entry, own)
    for path, entry in found:
        if path[0] != "categories":
            yield entry


def _of_category(layer: Layer, path: tuple[str, ...], entry: Entry, own: set[str]) -> Iterator[Entry]:
    for name, row in ENTITIES.items():
        key = f"entities.{name}.{path[2]}"
        if row.category == path[1] and key not in own:
            if path[2] == "operator":
                _operator(layer, ".".join(path), entry.value, name)
            yield entry._replace(key=key)


def _walk(layer: Layer, table: object, spec: _Spec, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Entry]]:
    if not isinstance(table, dict):
        raise _error(layer, ".".join(path), values.BadValueError("not_table", f"must be a table, got {values.kind_of(table)}"))
    for key, value in table.items():
        below = _below(layer, spec, path, str(key))
        here = (*path, str(key))
        if isinstance(below, dict):
            yield from _walk(layer, value, below, here)
        else:
            yield here, _entry(layer, below, here, value)


def _below(layer: Layer, spec: _Spec, path: tuple[str, ...], key: str) -> Any:
    if key in spec:
        return spec[key]
    any_name = next((name for name in spec if name in _NAMES), "")
    if any_name == "<role>" and _ROLE_NAME.fullmatch(key):
        return spec[any_name]
    if any_name and key in _NAMES[any_name]:
        return spec[any_name]
    near = values.nearest(key, [*(name for name in spec if name not in _NAMES), *_NAMES.get(any_name, ())])
    hint = f"; did you mean {near!r}?" if near else ""
    full = ".".join((*path, key))
    raise PolicyError(
        f"{layer.label}: unknown key '{layer.prefix}{full}'{hint}",
        kind="unknown_key_near" if near else "unknown_key",
        file=layer.label,
        key=layer.prefix + full,
        suggestion=near,
    )


def _entry(layer: Layer, field: Field, path: tuple[str, ...], written: object) -> Entry:
    key = ".".join(path)
    try:
        value = values.check(field.kind, written, field.choices)
    except values.BadValueError as problem:
        raise _error(layer, key, problem) from None
    if field.kind == "operator" and path[0] == "entities":
        _operator(layer, key, value, path[1])
    if field.kind in ("path", "paths"):
        written, value = value, values.absolute(value, layer.folder)
    else:
        written = value
    return Entry(key, value, written, layer.origin(key), field.kind in ("texts", "paths"))


def _operator(layer: Layer, key: str, text: str, entity: str) -> None:
    try:
        specs.parse(text, entity)
    except values.BadValueError as problem:
        raise _error(layer, key, problem, f"is wrong for {entity}: ") from None


def _error(layer: Layer, key: str, problem: values.BadValueError, why: str = "") -> PolicyError:
    message = f"{layer.label}: '{layer.prefix}{key}' {why}{problem}"
    return PolicyError(message, kind=problem.kind, file=layer.label, key=layer.prefix + key, **problem.params)
