"""Settles overlaps and type conflicts between candidates.

Values of people and public values compete for their characters: blocker, then label, then form, then check digits, then
length, then score (DESIGN section 3). Marks, keywords and page-level candidates do not compete with values; among
themselves only the same entity does.
"""

from __future__ import annotations

from bisect import bisect_left

from govredact.entities import ENTITIES
from govredact.models import CHECK, FORM, LABEL
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.models import Candidate

_COMPETING = frozenset(name for name, row in ENTITIES.items() if row.category in ("private", "public"))
_COMPETING = _COMPETING - {"FAKE_REDACTION", "HIDDEN_CONTENT"} | {"IP_ADDRESS", "MAC_ADDRESS", "COORDINATES"}


def resolve(candidates: list[Candidate]) -> list[Candidate]:
    """The winners, ordered by start, end and entity."""
    candidates.sort()
    settled: list[Candidate] = []
    cluster: list[Candidate] = []
    reach = -1
    for candidate in candidates:
        if candidate.start >= reach and cluster:
            settled.extend(_settle(cluster))
            cluster = []
        cluster.append(candidate)
        reach = max(reach, candidate.end)
    settled.extend(_settle(cluster))
    return settled


def _settle(cluster: list[Candidate]) -> list[Candidate]:
    if len(cluster) < 2:
        return cluster
    winners: list[Candidate] = []
    taken: dict[str, list[tuple[int, int]]] = {}
    whole = [c for c in cluster if c.rank & FORM and c.rank & CHECK]
    for candidate in sorted(cluster, key=_strength, reverse=True):
        spans = taken.setdefault("" if candidate.entity in _COMPETING else candidate.entity, [])
        # What competes does not overlap once it has won, so that only the last span that begins before the end can be in the way:
        # a cluster can be a whole list below one candidate.
        place = bisect_left(spans, (candidate.end,))
        free = place == 0 or spans[place - 1][1] <= candidate.start
        if free and not _is_part(candidate, whole):
            spans.insert(place, candidate[:2])
            winners.append(candidate)
    winners.sort()
    return winners


def _is_part(candidate: Candidate, whole: list[Candidate]) -> bool:
    """Whether a label alone claims a part of a number that form and check digits prove: 电话6266 0487 … is a card."""
    if candidate.rank & ~LABEL or candidate.entity not in _COMPETING:
        return False
    return any(c.start <= candidate.start and candidate.end <= c.end and c is not candidate for c in whole)


def _strength(candidate: Candidate) -> tuple[int, int, float]:
    return candidate.rank, candidate.end - candidate.start, candidate.score
