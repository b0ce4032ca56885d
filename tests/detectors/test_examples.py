"""Every detector is found by its module, declares what exists, and keeps the promises of its own examples."""

from __future__ import annotations

import pkgutil
from typing import TYPE_CHECKING

import pytest

import govredact.detectors
from govredact.detectors import Detector, all_detectors
from govredact.entities import ENTITIES

if TYPE_CHECKING:
    from collections.abc import Callable

    from govredact.detectors.base import Example
    from govredact.models import Candidate

    Found = Callable[[str], list[tuple[str, Candidate]]]
    Masked = Callable[[str], list[tuple[str, str]]]

DETECTORS = all_detectors()
FOUND = [pytest.param(d, example, id=f"{d.name}-{i}") for d in DETECTORS for i, example in enumerate(d.found)]
CLEAN = [pytest.param(d, text, id=f"{d.name}-{i}") for d in DETECTORS for i, text in enumerate(d.clean)]


# What these find depends on the lists that are loaded; tests/detectors/test_keyword.py and test_approval_trigger.py bring their own.
WITHOUT_EXAMPLES = {"keyword", "approval_trigger"}
CLAIMED = {example.text for detector in DETECTORS for example in detector.found}


def is_public(detector: Detector) -> bool:
    return all(ENTITIES[name].category == "public" for name in detector.entities)


def test_names_are_module_names_and_unique() -> None:
    names = [d.name for d in DETECTORS]
    assert len(set(names)) == len(names)
    assert set(names) <= {module.name for module in pkgutil.iter_modules(govredact.detectors.__path__)}


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda d: d.name)
def test_a_detector_declares_what_exists(detector: Detector) -> None:
    assert detector.entities
    assert set(detector.entities) <= set(ENTITIES)
    assert detector.source
    if not detector.observations:  # documents observe, not texts
        assert len(detector.found) >= 2 or detector.name in WITHOUT_EXAMPLES  # their examples are the lists
        assert len(detector.clean) >= 2
    assert {example.entity or detector.entities[0] for example in detector.found} <= set(detector.entities)
    runs = (detector.on_run, detector.on_value, detector.on_anchor, detector.on_match, detector.on_passage)
    assert any((*runs, detector.on_observation, detector.on_settled, detector.on_document))
    assert bool(detector.on_run) == bool(detector.digits or detector.tokens)
    assert bool(detector.on_value) == bool(detector.fields)
    assert bool(detector.on_anchor) == bool(detector.anchors)
    assert bool(detector.on_match) == bool(detector.pattern)
    assert bool(detector.on_observation) == bool(detector.observations)


@pytest.mark.parametrize(("detector", "example"), FOUND)
def test_found_examples_yield_exactly_the_value(detector: Detector, example: Example, found: Found) -> None:
    assert example.value in example.text
    results = [(value, candidate.entity, candidate.detector) for value, candidate in found(example.text)]
    wanted = (example.value, example.entity or detector.entities[0], detector.name)
    assert wanted in results


@pytest.mark.parametrize(("detector", "text"), CLEAN)
def test_clean_examples_yield_nothing_to_mask(detector: Detector, text: str, found: Found, masked: Masked) -> None:
    if is_public(detector):
        assert [value for value, candidate in found(text) if candidate.detector == detector.name] == []
    elif text in CLAIMED:  # another detector finds something of its own there
        assert [value for value, entity in masked(text) if entity in detector.entities] == []
    else:
        assert masked(text) == []


def test_every_candidate_gives_reasons_and_a_score_between_0_and_1(found: Found) -> None:
    for detector in DETECTORS:
        for example in detector.found:
            for _, candidate in found(example.text):
                assert candidate.reasons, detector.name
                assert 0 < candidate.score <= 1


def test_values_do_not_appear_in_reasons(found: Found) -> None:
    for detector in DETECTORS:
        for example in detector.found:
            for value, candidate in found(example.text):
                assert not any(value in reason for reason in candidate.reasons), detector.name
