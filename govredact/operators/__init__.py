"""Operators change a value so that it can be published. One file per operator, each with ``apply(value, args, context)``.

``args`` are those of the policy's operator (``policy.specs``). ``value`` is the value as read, separators included. What an
operator writes is found by no detector again, and applying it twice changes nothing more.
"""

from __future__ import annotations

from govredact.errors import ConfigError
from govredact.operators import generalize, mask, pseudonymize, remove, replace
from govredact.operators.base import OperatorContext, Pseudonyms
from govredact.operators.preview import preview
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Operator = Callable[[str, Sequence[str], OperatorContext], str]

__all__ = ["NAMES", "OperatorContext", "Pseudonyms", "apply", "preview"]

_OPERATORS: dict[str, Operator] = {
    "mask": mask.apply,
    "remove": remove.apply,
    "generalize": generalize.apply,
    "replace": replace.apply,
    "pseudonymize": pseudonymize.apply,
}
NAMES = (*_OPERATORS, "hash")


def apply(name: str, args: Sequence[str], value: str, context: OperatorContext) -> str:
    """``value`` changed by the operator ``name``; ConfigError for an unknown one, or where it needs a key that is missing."""
    if name == "hash":
        from govredact.operators import hash as hashing  # hashlib is not free, and hashes are rare

        return hashing.apply(value, args, context)
    operator = _OPERATORS.get(name)
    if operator is None:
        known = ", ".join(NAMES)
        raise ConfigError(f"there is no operator {name!r}; known are {known}", kind="operator", operator=name, choices=known)
    return operator(value, args, context)
