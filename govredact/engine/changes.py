"""How the policy changes one value, and what a report may show of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govredact import operators

if TYPE_CHECKING:
    from govredact.engine.found import Found
    from govredact.policy import Policy


class Changes:
    """Applies the operators of one policy; pseudonyms stay the same for as long as the engine lives."""

    def __init__(self, policy: Policy, key: bytes | None) -> None:
        self._policy = policy
        self._key = key
        self._pseudonyms = operators.Pseudonyms()

    def change(self, found: Found) -> tuple[str, str]:
        """The value as it is to be read in the masked copy, and the operator as a policy writes it."""
        candidate = found.candidate
        spec = self._policy.operator(candidate.entity, candidate.role)
        context = operators.OperatorContext(
            candidate.entity,
            key=self._key,
            pseudonyms=self._pseudonyms,
            mask_character=self._policy.mask_character,
            reasons=candidate.reasons,
            role=candidate.role,
            before=found.before,
            after=found.after,
        )
        return operators.apply(spec.name, spec.args, found.value, context), str(spec)

    def preview(self, entity: str, value: str, role: str) -> str:
        """``value`` as a report may show it: no more than its operator leaves."""
        spec = self._policy.operator(entity, role)
        if not self._policy.rule(entity).operator.name and spec.args == ("fully",):
            return operators.preview(entity, value)
        return operators.preview(entity, value, spec.name, spec.args, self._policy.mask_character)
