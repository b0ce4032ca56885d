"""The filters of an engine in the order in which they are asked: register, allow-list, inline ignore, baseline."""

from __future__ import annotations

from govredact.filters import allow_list, register
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.engine.examine import Examined, Unit
    from govredact.engine.found import Found
    from govredact.filters.allow_list import AllowList
    from govredact.filters.baseline import Baseline
    from govredact.filters.inline import InlineIgnores
    from govredact.filters.register import Register
    from govredact.models import Finding
    from govredact.policy import Policy


class Filters(NamedTuple):
    """What an engine filters by; the same for all files of a run."""

    register: Register
    allow_list: AllowList
    baseline: Baseline | None

    @classmethod
    def load(cls, policy: Policy, allow_lists: Iterable[str], baseline: str | None, key: bytes | None) -> Filters:
        """Reads the lists that the policy and the options name; ConfigError for what cannot be read."""
        allowed = allow_list.load((*policy.allow.lists, *allow_lists), policy.allow.values)
        office = register.Register(*policy.register)
        return cls(office, allowed, _baseline(baseline, key) if baseline else None)

    def of_file(self, examined: Examined, inline: bool) -> FileFilters:
        """The filters for one file; ``inline`` says whether ignores written in it count."""
        ignores = {id(unit): found for unit in examined.units if inline and (found := _ignores(unit))}
        return FileFilters(self, ignores)


class FileFilters:
    """Asks every filter about the findings of one file."""

    def __init__(self, filters: Filters, ignores: dict[int, InlineIgnores]) -> None:
        self._filters = filters
        self._ignores = ignores

    def name(self, unit: Unit, found: Found, finding: Finding) -> str:
        """The name of the first filter that removes ``finding``, or ""."""
        filters = self._filters
        if finding.action == "block":
            return filters.allow_list.filter_for(finding.entity, found.value) if filters.allow_list else ""
        return (
            (filters.register.filter_for(finding.entity, found.value) if filters.register else "")
            or (filters.allow_list.filter_for(finding.entity, found.value) if filters.allow_list else "")
            or self._inline(unit, found, finding)
            or (filters.baseline.filter_for(finding.fingerprint) if filters.baseline else "")
        )

    def _inline(self, unit: Unit, found: Found, finding: Finding) -> str:
        ignores = self._ignores.get(id(unit))
        if ignores is None or "file_name" in found.passage.traits(found.start):
            return ""
        return ignores.filter_for(finding.start, finding.end, finding.entity, finding.action, finding.category)


def _baseline(path: str, key: bytes | None) -> Baseline:
    from govredact.filters import baseline  # most runs have none

    return baseline.load(path, key)


def _ignores(unit: Unit) -> InlineIgnores | None:
    """The ignores written in a text document; others have no comments that could hold one."""
    if not unit.document.text_kind:
        return None
    from govredact.filters.inline import InlineIgnores

    return InlineIgnores.parse(unit.document.text)
