"""The whole pipeline with all detectors and the shipped labels, built once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from govredact.context.scan import Settings
from govredact.context.whole import Page, Whole
from govredact.detectors import all_detectors
from govredact.engine.detect import detect, settled_with
from govredact.engine.plan import Plan
from govredact.entities import ENTITIES
from govredact.lexicon import Matcher, shipped
from govredact.models import Passage

if TYPE_CHECKING:
    from collections.abc import Callable

    from govredact.models import Candidate

AS_OF_YEAR = 2026


@pytest.fixture(scope="session")
def plan() -> Plan:
    detectors = all_detectors()
    anchors = [anchor for detector in detectors for anchor in detector.anchors]
    lists = shipped("labels", "health", "status", "hijack")
    return Plan(detectors, Matcher.build(lists, anchors), Settings(AS_OF_YEAR, f"{AS_OF_YEAR}-11-22"))


@pytest.fixture(scope="session")
def found(plan: Plan) -> Callable[[str], list[tuple[str, Candidate]]]:
    """A function from a text to (value as stored, candidate) of everything settled in it."""

    def find(text: str) -> list[tuple[str, Candidate]]:
        scan, candidates = detect(plan, Passage(text))
        whole = Whole("", "text", (Page(scan, tuple(candidates)),), (), plan.origin)
        candidates = settled_with(candidates, [c for on_document in plan.documents for _, c in on_document(whole)])
        spans = [(scan.normalized.span(c.start, c.end), c) for c in candidates]
        return [(text[start:end], candidate) for (start, end), candidate in spans]

    return find


@pytest.fixture(scope="session")
def masked(found: Callable[[str], list[tuple[str, Candidate]]]) -> Callable[[str], list[tuple[str, str]]]:
    """A function from a text to (value, entity) of what the default policy would mask or block."""

    def find(text: str) -> list[tuple[str, str]]:
        acted = [(value, c) for value, c in found(text) if (c.action or ENTITIES[c.entity].action) in ("mask", "block")]
        return [(value, c.entity) for value, c in acted if c.score >= 0.6]

    return find
