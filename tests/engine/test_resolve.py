"""Conflicts are settled as if every candidate were compared with every winner, however many there are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govredact.models import Candidate
from govredact.resolve import _COMPETING, _is_part, _strength, resolve

_ENTITIES = ("PERSON", "CN_MOBILE", "CN_USCC", "KEYWORD", "TYPO", "AGGREGATION")


@st.composite
def _candidates(draw: st.DrawFn) -> Candidate:
    start, length = draw(st.integers(0, 12)), draw(st.integers(0, 12))
    rank = draw(st.sampled_from((0, 2, 4, 6, 8, 16)))
    return Candidate(start, start + length, draw(st.sampled_from(_ENTITIES)), draw(st.sampled_from((0.5, 0.9))), (), "any", rank)


def _one_by_one(cluster: list[Candidate]) -> list[Candidate]:
    winners: list[Candidate] = []
    whole = [c for c in cluster if c.rank & 4 and c.rank & 2]
    for candidate in sorted(sorted(cluster), key=_strength, reverse=True):
        if not (_is_part(candidate, whole) or any(_conflict(candidate, winner) for winner in winners)):
            winners.append(candidate)
    return sorted(winners)


def _conflict(one: Candidate, other: Candidate) -> bool:
    if one.end <= other.start or other.end <= one.start:
        return False
    return one.entity == other.entity or (one.entity in _COMPETING and other.entity in _COMPETING)


@given(st.lists(_candidates(), max_size=10))
def test_the_winners_are_those_of_a_comparison_of_all_with_all(candidates: list[Candidate]) -> None:
    covering = Candidate(0, 30, "PAGE_HIJACK", 1.0, (), "any", 32)  # one cluster of all
    assert resolve([covering, *candidates]) == _one_by_one([covering, *candidates])


def test_a_candidate_over_a_long_list_costs_no_more_than_the_list() -> None:
    many = [Candidate(3 * number, 3 * number + 2, "KEYWORD", 0.5, (), "any") for number in range(20_000)]
    over = Candidate(0, 60_000, "AGGREGATION", 0.9, (), "any")
    assert resolve([over, *many]) == sorted([over, *many])
