"""Policies: which entities are looked for, what happens to them, and how values are changed (DESIGN section 7).

Start with ``load``; a ``Policy`` is immutable and picklable. Built-in policies stand in ``builtin/`` as TOML. ``explain`` (every
setting with its origin) and ``sources`` (names, discovery) are modules of their own, because most runs do not need them.
"""

from govredact.policy.loader import load
from govredact.policy.model import AllowSettings, EntityRule, LimitSettings, Policy, RegisterSettings, RoleRule, Ruling
from govredact.policy.sources import BUILTIN_NAMES, builtin_policies, discover
from govredact.policy.specs import OperatorSpec

__all__ = [
    "BUILTIN_NAMES",
    "AllowSettings",
    "EntityRule",
    "LimitSettings",
    "OperatorSpec",
    "Policy",
    "RegisterSettings",
    "RoleRule",
    "Ruling",
    "builtin_policies",
    "discover",
    "load",
]
