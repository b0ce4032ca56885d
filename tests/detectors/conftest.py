"""The whole pipeline with all detectors and all shipped lists, built once: passages, records and documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from govredact.engine import settings
from govredact.engine.examine import examine_text
from govredact.entities import ENTITIES

if TYPE_CHECKING:
    from collections.abc import Callable

    from govredact.engine.plan import Plan
    from govredact.models import Candidate

AS_OF = "2026-11-22"


@pytest.fixture(scope="session")
def plan() -> Plan:
    return settings.assemble(settings.Options(settings.load_policy(None, AS_OF))).plan


@pytest.fixture(scope="session")
def found(plan: Plan) -> Callable[[str], list[tuple[str, Candidate]]]:
    """A function from a text to (value as stored, candidate) of everything settled in it."""

    def find(text: str) -> list[tuple[str, Candidate]]:
        items = [item for unit in examine_text(plan, text).units for item in unit.found]
        return [(item.passage.text[item.start : item.end], item.candidate) for item in items]

    return find


@pytest.fixture(scope="session")
def masked(found: Callable[[str], list[tuple[str, Candidate]]]) -> Callable[[str], list[tuple[str, str]]]:
    """A function from a text to (value, entity) of what the default policy would mask or block."""

    def find(text: str) -> list[tuple[str, str]]:
        acted = [(value, c) for value, c in found(text) if (c.action or ENTITIES[c.entity].action) in ("mask", "block")]
        return [(value, c.entity) for value, c in acted if c.score >= 0.6]

    return find
