"""What a policy is once it has been loaded: immutable, picklable, the same for the same settings.

A policy answers three questions: what happens to a candidate (``decide``), how a value is changed (``operator``), and what
else is taken out of a masked copy (``clean_up``). Where each setting came from stands in ``origins``.
"""

from __future__ import annotations

from govredact.entities import ENTITIES, entity
from govredact.models import NO_MODEL
from govredact.policy.specs import MASK_FULLY, NO_OPERATOR, OperatorSpec
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any

# What can be taken out of a masked copy besides findings, and what gov-website does with each kind.
CLEAN_UP = {
    "hidden_content": "remove",
    "metadata": "remove",
    "comments": "remove",
    "tracked_changes": "accept",
    "custom_data": "remove",
    "thumbnail": "remove",
    "scripts": "remove",
    "embedded_files": "keep",
    "unreadable_pages": "refuse",
}
_INDEX = {name: number for number, name in enumerate(ENTITIES)}


class RoleRule(NamedTuple):
    """What differs for the values of one role (``minor``, ``office`` …); an empty field differs in nothing."""

    role: str
    action: str = ""
    severity: str = ""
    operator: OperatorSpec = NO_OPERATOR


class EntityRule(NamedTuple):
    """The settings of one entity type. Scores are 0–1.

    Below ``report`` a candidate is dropped; below ``act`` an action ``mask`` or ``block`` becomes ``review``. ``action_set`` and
    ``severity_set`` say that the policy, not the registry, chose them: then they also hold against a detector's own choice.
    """

    entity: str
    enabled: bool
    action: str
    severity: str
    operator: OperatorSpec
    report: float
    act: float
    roles: tuple[RoleRule, ...] = ()
    action_set: bool = False
    severity_set: bool = False

    def role(self, name: str) -> RoleRule | None:
        """The rule for ``name``; ``None`` where the role makes no difference."""
        if name:
            for rule in self.roles:
                if rule.role == name:
                    return rule
        return None


class Ruling(NamedTuple):
    """What the policy says about one candidate."""

    action: str
    severity: str


class AllowSettings(NamedTuple):
    """Values that are never findings: written in the policy, and files of them (absolute paths)."""

    values: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()


class RegisterSettings(NamedTuple):
    """The office's own contact data and officials, which must be public."""

    telephones: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    officials: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


class LinkSettings(NamedTuple):
    """Where links may lead: domains that are ``allowed`` or ``refused``, each with what lies below it; ``expired``: files of domains
    (absolute paths) whose owners gave them up; ``strict`` reports whatever no list allows."""

    allowed: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    expired: tuple[str, ...] = ()
    strict: bool = False


class LimitSettings(NamedTuple):
    """Limits for one file: sizes in bytes, ``ratio`` unpacked to packed, ``depth`` of nesting, ``parts`` in a container, seconds."""

    file_bytes: int = 256 * 1024 * 1024
    unpacked_bytes: int = 1024 * 1024 * 1024
    ratio: int = 250
    depth: int = 5
    parts: int = 20_000
    seconds: int = 300


class AggregationSettings(NamedTuple):
    """When data about persons count as brought together: ``kinds`` of identifying values in a record, ``persons`` (records) in a list."""

    kinds: int = 3
    persons: int = 2


class Entry(NamedTuple):
    """One checked setting of a source: the value to use, the value as written (paths stay relative), where it was written.

    ``adds`` is true for lists, which do not replace those of the policy they extend.
    """

    key: str
    value: Any
    written: Any
    origin: str
    adds: bool = False


class Policy(NamedTuple):
    """The effective settings of a run. Paths are absolute.

    ``digest`` is the SHA-256 of all settings as written; ``origins`` are (key, where it was set) of everything beyond the registry.
    """

    name: str
    digest: str
    rules: tuple[EntityRule, ...]
    clean_up: tuple[tuple[str, str], ...]
    genre: str = ""
    fail_on: str = "medium"
    as_of: str = ""
    mask_character: str = "*"
    strict_coverage: bool = False
    inline_ignores: bool = True
    allow: AllowSettings = AllowSettings()
    register: RegisterSettings = RegisterSettings()
    links: LinkSettings = LinkSettings()
    lexicons: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    key_file: str = ""
    name_model: str = NO_MODEL
    limits: LimitSettings = LimitSettings()
    aggregation: AggregationSettings = AggregationSettings()
    origins: tuple[tuple[str, str], ...] = ()

    def __repr__(self) -> str:
        return f"<Policy {self.name} {self.digest[:12]}>"

    def rule(self, name: str) -> EntityRule:
        """The settings of an entity type; UnknownEntityError for a name that is not in the registry."""
        try:
            return self.rules[_INDEX[name]]
        except KeyError:
            entity(name)
            raise

    def decide(self, name: str, score: float, role: str = "", action: str = "", severity: str = "") -> Ruling | None:
        """What happens to a candidate of entity ``name``; ``None`` when it is dropped.

        ``action`` and ``severity`` are the detector's own where it gave any. A value that was recognised as public stays allowed
        and a secrecy mark stays blocked, whatever the policy says; then the policy's role, its entity, the detector, the registry.
        """
        rule = self.rule(name)
        if not rule.enabled or score < rule.report:
            return None
        special = rule.role(role)
        chosen = _action(rule, special, action)
        if score < rule.act and chosen in ("mask", "block"):
            chosen = "review"
        return Ruling(chosen, _severity(rule, special, severity))

    def operator(self, name: str, role: str = "") -> OperatorSpec:
        """How a value of entity ``name`` is changed when it is masked; entities without an operator are masked fully."""
        rule = self.rule(name)
        special = rule.role(role)
        if special is not None and special.operator.name:
            return special.operator
        return rule.operator if rule.operator.name else MASK_FULLY

    def cleaning(self, kind: str) -> str:
        """What the clean-up list says of ``kind``: ``remove``, ``keep``, ``accept`` or ``reject``; ``keep`` where it says nothing."""
        return dict(self.clean_up).get(kind, "keep")


def _action(rule: EntityRule, special: RoleRule | None, detected: str) -> str:
    if detected in ("allow", "block"):
        return detected
    if special is not None and special.action:
        return special.action
    if rule.action_set:
        return rule.action
    return detected or rule.action


def _severity(rule: EntityRule, special: RoleRule | None, detected: str) -> str:
    if special is not None and special.severity:
        return special.severity
    if rule.severity_set:
        return rule.severity
    return detected or rule.severity
