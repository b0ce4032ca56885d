"""``replace``: a fixed text instead of the value. The policy sees to it that the text holds no digits and no @."""

from __future__ import annotations

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govredact.operators.base import OperatorContext


def apply(value: str, args: Sequence[str], context: OperatorContext) -> str:  # noqa: ARG001 - every operator has this form
    """The text in ``args``."""
    return args[0]
