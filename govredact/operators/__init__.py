"""Operators change a value so that it can be published. One file per operator, each with ``apply(value, args, context)``.

``args`` are those of the policy's operator (``policy.specs``). ``value`` is the value as read, separators included. What an
operator writes is found by no detector again, and applying it twice changes nothing more.
"""

from __future__ import annotations

from importlib import import_module

from govredact.errors import ConfigError
from govredact.operators.base import OperatorContext, Pseudonyms
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Operator = Callable[[str, Sequence[str], OperatorContext], str]

__all__ = ["NAMES", "OperatorContext", "Pseudonyms", "apply"]

NAMES = ("mask", "remove", "generalize", "replace", "pseudonymize", "hash")


def apply(name: str, args: Sequence[str], value: str, context: OperatorContext) -> str:
    """``value`` changed by the operator ``name``; ConfigError for an unknown one, or where it needs a key that is missing."""
    if name not in NAMES:
        known = ", ".join(NAMES)
        raise ConfigError(f"there is no operator {name!r}; known are {known}", kind="operator", operator=name, choices=known)
    operator: Operator = import_module(f"{__name__}.{name}").apply
    return operator(value, args, context)
