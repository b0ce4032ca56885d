"""From what was found to what is reported: the policy's ruling, previews, locations, fingerprints and filters."""

from __future__ import annotations

from govredact.entities import ENTITIES
from govredact.filters import fingerprint
from govredact.models import Finding
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from govredact.engine.changes import Changes
    from govredact.engine.examine import Examined, Unit
    from govredact.engine.filtering import FileFilters
    from govredact.engine.found import Found
    from govredact.models import Location
    from govredact.policy import Policy

# Previews of names (王**) are few; each is kept once.
_SHORT = 4


class Reported(NamedTuple):
    """A finding together with what masking needs of it."""

    finding: Finding
    unit: Unit
    found: Found


def report(
    examined: Examined,
    policy: Policy,
    relative: str,
    key: bytes | None,
    changes: Changes,
    filters: FileFilters,
    only: frozenset[str] | None,
    release: bool = False,
) -> Iterator[Reported]:
    """All findings of one file in order, filtered and public ones included (``filtered_by`` says which they are).

    What the policy's own operators wrote is none. With ``release`` nothing is left of ``examined`` but its passages.
    """
    ordinals = fingerprint.Ordinals()
    short: dict[str, str] = {}
    for unit in examined.units:
        for item, locations in _merged(unit, release):
            candidate = item.candidate
            ruling = policy.decide(candidate.entity, candidate.score, candidate.role, candidate.action, candidate.severity)
            if ruling is None or (only is not None and candidate.entity not in only):
                continue
            if ruling.action != "block" and changes.is_written(item):
                continue
            start, end, value = item.passage.stored(item.start, item.end)
            preview = changes.preview(candidate.entity, item.value, candidate.role)
            print_ = fingerprint.of(candidate.entity, item.value, relative, _around(item), ordinals, key)
            finding = Finding(
                entity=candidate.entity,
                category=candidate.category or ENTITIES[candidate.entity].category,
                action=ruling.action,
                severity=ruling.severity,
                score=candidate.score,
                detector=candidate.detector,
                start=start,
                end=end,
                value=item.value if item.value == value else value,
                preview=short.setdefault(preview, preview) if len(preview) <= _SHORT else preview,
                location=locations[0],
                locations=tuple(locations[1:]),
                reasons=candidate.reasons,
                fingerprint=print_,
                member=unit.member,
                role=candidate.role,
                suggestion=candidate.suggestion,
            )
            filtered_by = filters.name(unit, item, finding)
            yield Reported(finding._replace(filtered_by=filtered_by) if filtered_by else finding, unit, item)


def _around(item: Found) -> tuple[str, str]:
    text = item.passage.text
    return text[max(0, item.start - 20) : item.start], text[item.end : item.end + 20]


def _merged(unit: Unit, release: bool) -> Iterable[tuple[Found, list[Location]]]:
    """Each finding once with its places: views over the same leaves show the same characters."""
    found = unit.found
    if found.in_one_view:
        return ((item, [item.passage.locate(item.start, item.end)]) for item in (found.released() if release else found))
    seen: dict[tuple[str, tuple[tuple[Hashable, int, int], ...]], int] = {}
    merged: list[tuple[Found, list[Location]]] = []
    for item in found:
        location = item.passage.locate(item.start, item.end)
        identity = (item.candidate.entity, tuple(item.passage.leaves(item.start, item.end)))
        if identity in seen:
            first, locations = merged[seen[identity]]
            if location not in locations:
                locations.append(location)
            # One view may show a mark alone in its line where another joins it with its neighbours: the worse verdict counts.
            if _blocks(item) and not _blocks(first):
                merged[seen[identity]] = (item, locations)
        else:
            seen[identity] = len(merged)
            merged.append((item, [location]))
    return merged


def _blocks(item: Found) -> bool:
    candidate = item.candidate
    return (candidate.action or ENTITIES[candidate.entity].action) == "block"
