"""How the policy changes one value, and what a report may show of it."""

from __future__ import annotations

from govredact import operators
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.engine.found import Found
    from govredact.policy import Policy


_REACH = 12  # longer than any pseudonym


class Changes:
    """Applies the operators of one policy; pseudonyms stay the same for as long as the engine lives."""

    def __init__(self, policy: Policy, key: bytes | None) -> None:
        self._policy = policy
        self._key = key
        self._pseudonyms = operators.Pseudonyms()
        specs = [spec for rule in policy.rules for spec in (rule.operator, *(role.operator for role in rule.roles))]
        self._texts = frozenset(spec.args[0] for spec in specs if spec.name == "replace")
        self._pseudonymizes = any(spec.name == "pseudonymize" for spec in specs)

    def is_written(self, found: Found) -> bool:
        """Whether the value lies in what an operator of the policy writes: a ``replace`` text or a pseudonym.

        Under a label of health any words are a value, those that masking put there as well; they must not be found again.
        """
        text, start, end = found.passage.text, found.start, found.end
        for written in self._texts:
            if text.find(written, max(0, end - len(written)), start + len(written)) >= 0:
                return True
        if not self._pseudonymizes:
            return False
        from govredact.operators import pseudonymize

        near = pseudonymize.WRITTEN.finditer(text, max(0, start - _REACH), end + _REACH)
        return any(match.start() <= start and end <= match.end() for match in near)

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
        """``value`` as a report may show it: no more than its operator leaves; the header of a list is nobody's and shown."""
        if entity == "AGGREGATION" and role == "header":
            return value
        from govredact.operators.preview import preview

        spec = self._policy.operator(entity, role)
        if not self._policy.rule(entity).operator.name and spec.args == ("fully",):
            return preview(entity, value)
        return preview(entity, value, spec.name, spec.args, self._policy.mask_character)
