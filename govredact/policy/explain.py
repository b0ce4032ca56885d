"""Every effective setting with the place it comes from, for ``govredact config show``."""

from __future__ import annotations

from govredact.policy.sources import BASE
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.policy.model import EntityRule, Policy

_TOP = ("name", "digest", "genre", "fail_on", "as_of", "mask_character", "strict_coverage", "inline_ignores", "key_file", "name_model")
_LISTS = ("lexicons", "patterns", "ignore", "exclude")
# What an office allows may be personal; how many there are is enough.
_COUNTED = frozenset({"allow.values"})


class Setting(NamedTuple):
    """One effective setting as ``govredact config show`` prints it."""

    key: str
    value: str
    origin: str


def explain(policy: Policy) -> list[Setting]:
    """(key, value, origin) of every setting, in the order of the documentation; values are written as in TOML."""
    origins = dict(policy.origins)
    return [Setting(key, _toml(key, value), _origin(origins, key)) for key, value in _pairs(policy)]


def _pairs(policy: Policy) -> Iterator[tuple[str, object]]:
    for name in (*_TOP, *_LISTS):
        yield name, getattr(policy, name)
    for table in ("allow", "register", "links", "limits", "aggregation"):
        for key, value in getattr(policy, table)._asdict().items():
            yield f"{table}.{key}", value
    for kind, value in policy.clean_up:
        yield f"clean_up.{kind}", value
    for rule in policy.rules:
        yield from _rule_pairs(rule)


def _rule_pairs(rule: EntityRule) -> Iterator[tuple[str, object]]:
    start = f"entities.{rule.entity}."
    for field in ("enabled", "action", "severity", "operator", "report", "act"):
        yield start + field, getattr(rule, field)
    for role in rule.roles:
        for field in ("action", "severity", "operator"):
            value = str(getattr(role, field))
            if value:
                yield f"{start}roles.{role.role}.{field}", value


def _origin(origins: dict[str, str], key: str) -> str:
    if key in origins:
        return origins[key]
    field = key.rpartition(".")[2]
    if field == "enabled" and "only" in origins:
        return origins["only"]
    return origins.get(f"thresholds.{field}", BASE)


def _toml(key: str, value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple) and key in _COUNTED:
        return f"({len(value)} values)"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, tuple) and type(value) is tuple:
        return f"[{', '.join(_quoted(str(item)) for item in value)}]"
    return _quoted(str(value))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char.isprintable() else f"\\u{ord(char):04X}" for char in escaped) + '"'
