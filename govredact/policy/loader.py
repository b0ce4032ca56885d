"""Puts a policy together: the registry, the chain of ``extends``, the options of the command; later ones win, lists add up."""


from __future__ import annotations

import os

from govredact.entities import ENTITIES
from govredact.errors import PolicyError
from govredact.policy import sources
from govredact.policy.model import (
    CLEAN_UP,
    AggregationSettings,
    AllowSettings,
    EntityRule,
    Entry,
    LimitSettings,
    LinkSettings,
    Policy,
    RegisterSettings,
    RoleRule,
)
from govredact.policy.sources import BASE, Layer
from govredact.policy.specs import NO_OPERATOR, OperatorSpec, parse
from govredact.text.digests import sha256
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

REPORT, ACT = 0.3, 0.6
# Notes of the entity table: whose value it is changes what happens to it.
_PROTECTED = {"action": "mask", "severity": "critical"}
ROLES: dict[str, dict[str, dict[str, str]]] = {
    "PERSON": {
        **dict.fromkeys(("minor", "informant", "petitioner", "victim", "witness", "patient"), _PROTECTED),
        # Known for what they achieved: scholars, artists, athletes, heroes.
        "public_figure": {"action": "allow"},
    },
    "CN_MOBILE": {"office": {"action": "review", "severity": "medium"}},
    "EMAIL": {"office": {"action": "allow", "severity": "low"}},
}
# Not part of the digest: they say nothing about what is found, or differ between machines.
_APART = frozenset({"name", "description", "extends", "key_file"})
_Settings = dict[str, Entry]


def load(name_or_path: str | None = None, overrides: Mapping[str, Any] | None = None, cwd: str | None = None) -> Policy:
    """The policy called ``name_or_path`` (built in, or a TOML file); without it, the file that holds for ``cwd``, else gov-website.

    ``overrides`` are settings as in a file, nested or with dotted keys (``{"fail_on": "high", "entities.QQ.enabled": False}``); they
    win, and paths in them are seen from ``cwd`` (default: the working folder). PolicyError, UnknownEntityError.
    """
    folder = os.path.abspath(cwd or os.getcwd())
    chosen = name_or_path or sources.discover(folder) or BASE
    chain = sources.layers(chosen, folder)
    options = _nested(overrides or {})
    if options:
        chain.append(Layer("option", options, folder, builtin=True))
    found = _settings(chain) if chain else {}
    policy = _build(found, _name(found, chosen))
    if found:
        _check_strength(policy, found)
    return policy


def _settings(chain: list[Layer]) -> _Settings:
    from govredact.policy import schema  # the default policy has nothing to check

    found: _Settings = {}
    for layer in chain:
        for entry in schema.settings(layer):
            _merge(found, entry)
    return found


def _name(found: _Settings, chosen: str) -> str:
    # A path may hold a person's name and is not the policy's: its last part must do.
    return str(found["name"].value) if "name" in found else os.path.basename(chosen)


def _nested(overrides: Mapping[str, Any]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key, value in overrides.items():
        if key == "extends":
            raise PolicyError("option: 'extends' belongs in a file; name the policy instead", kind="extends_option", key="extends")
        if value is None:
            continue
        *tables, last = key.split(".")
        table = data
        for name in tables:
            table = table.setdefault(name, {})
        table[last] = value
    return data


def _merge(found: _Settings, entry: Entry) -> None:
    before = found.get(entry.key)
    if before is not None and entry.adds:
        entry = entry._replace(
            value=before.value + entry.value, written=before.written + entry.written, origin=f"{before.origin} + {entry.origin}"
        )
    found[entry.key] = entry


def _build(found: _Settings, name: str) -> Policy:
    roles = _roles(found)
    rules = tuple(_rule(found, entity, roles.get(entity, {})) for entity in ENTITIES)
    clean_up = tuple((kind, str(_get(found, f"clean_up.{kind}", default))) for kind, default in CLEAN_UP.items())
    plain = {key: entry.value for key, entry in found.items() if key in Policy._fields and key not in ("name", "rules")}
    return Policy(
        name=name,
        digest=_digest(found),
        rules=rules,
        clean_up=clean_up,
        allow=AllowSettings(**_table(found, "allow")),
        register=RegisterSettings(**_table(found, "register")),
        links=LinkSettings(**_table(found, "links")),
        limits=LimitSettings(**_table(found, "limits")),
        aggregation=AggregationSettings(**_table(found, "aggregation")),
        origins=tuple((key, entry.origin) for key, entry in found.items()),
        **plain,
    )


def _get(found: _Settings, key: str, default: Any) -> Any:
    entry = found.get(key)
    return default if entry is None else entry.value


def _table(found: _Settings, name: str) -> dict[str, Any]:
    return {key.partition(".")[2]: entry.value for key, entry in found.items() if key.startswith(f"{name}.")}


def _roles(found: _Settings) -> dict[str, dict[str, dict[str, str]]]:
    """Entity, role, field: the built-in roles and those of the settings."""
    roles = {entity: {role: dict(fields) for role, fields in known.items()} for entity, known in ROLES.items()}
    for key, entry in found.items():
        if ".roles." in key:
            _, entity, _, role, field = key.split(".")
            roles.setdefault(entity, {}).setdefault(role, {})[field] = entry.value
    return roles


def _rule(found: _Settings, entity: str, roles: dict[str, dict[str, str]]) -> EntityRule:
    row = ENTITIES[entity]
    key = f"entities.{entity}."
    only = found.get("only")
    return EntityRule(
        entity,
        bool(_get(found, key + "enabled", True)) and (only is None or entity in only.value),
        _get(found, key + "action", row.action),
        _get(found, key + "severity", row.severity),
        _operator(_get(found, key + "operator", row.operator), entity),
        _get(found, key + "report", _get(found, "thresholds.report", REPORT)),
        _get(found, key + "act", _get(found, "thresholds.act", ACT)),
        tuple(_role(role, fields, entity) for role, fields in sorted(roles.items())),
        key + "action" in found,
        key + "severity" in found,
    )


def _role(role: str, fields: dict[str, str], entity: str) -> RoleRule:
    return RoleRule(role, fields.get("action", ""), fields.get("severity", ""), _operator(fields.get("operator", ""), entity))


def _operator(text: str, entity: str) -> OperatorSpec:
    return parse(text, entity) if text else NO_OPERATOR


def _digest(found: _Settings) -> str:
    """SHA-256 of everything that is set beyond the registry and of the registry's columns that a policy can change."""
    base = {row.name: (row.action, row.severity, row.operator) for row in ENTITIES.values()}
    written = {key: entry.written for key, entry in found.items() if key not in _APART}
    effective = {"base": base, "roles": ROLES, "thresholds": (REPORT, ACT), "clean_up": CLEAN_UP, "set": written}
    return sha256(_canonical(effective).encode("utf-8", "surrogatepass"))


def _canonical(value: Any) -> str:
    """``value`` as JSON with sorted keys, as ``json.dumps`` writes it; importing that takes as long as reading the policy."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_quoted(key)}: {_canonical(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_canonical, value)) + "]"
    if isinstance(value, str):
        return _quoted(value)
    return {None: "null", True: "true", False: "false"}[value] if value is None or isinstance(value, bool) else repr(value)


def _quoted(text: str) -> str:
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    import json

    return json.dumps(text, ensure_ascii=False)


def _check_strength(policy: Policy, found: _Settings) -> None:
    from govredact.policy import strength  # counting reads the table of regions

    for key, entry in found.items():
        if key.endswith(".operator"):
            entity = key.split(".")[1]
            operator = parse(entry.value, entity)
            _check_count(entry, entity, operator, strength.remaining(entity, operator), strength.FEWEST)
    # A birth date that stays readable beside the number takes away most of what the mask left.
    birth, number = policy.rule("BIRTH_DATE"), policy.rule("CN_RESIDENT_ID")
    if birth.enabled and birth.action == "allow" and number.enabled and number.action == "mask":
        left = strength.beside_birth_date(number.operator)
        why = " beside the birth date that this policy allows"
        _check_count(found["entities.BIRTH_DATE.action"], number.entity, number.operator, left, strength.FEWEST, why)


def _check_count(entry: Entry, entity: str, operator: OperatorSpec, left: int | None, fewest: int, why: str = "") -> None:
    if left is not None and left < fewest:
        raise PolicyError(
            f"{entry.origin}: {entity}: operator '{operator}' leaves only {left} possible values{why}; at least {fewest} are needed"
            " (show fewer characters, 'mask fully' or 'remove')",
            kind="too_few",
            entity=entity,
            operator=str(operator),
            count=left,
            fewest=fewest,
            origin=entry.origin,
        )
