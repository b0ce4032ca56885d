"""Masks that leave fewer than 5,000 possible values are refused (DOMAIN section 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from govredact.entities import ENTITIES
from govredact.errors import PolicyError
from govredact.policy import BUILTIN_NAMES, load, strength
from govredact.policy.specs import parse

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("entity", "operator", "count"),
    [
        ("CN_RESIDENT_ID", "mask 6+4", 3218),
        ("CN_RESIDENT_ID", "mask 10+4", 34),
        ("CN_RESIDENT_ID", "mask 14+0", 1000),
        ("CN_RESIDENT_ID", "mask 17+0", 1),
        ("CN_RESIDENT_ID", "mask 9+9", 1),
        ("CN_MOBILE", "mask 4+4", 1000),
        ("CN_LANDLINE", "mask area+4", 1000),
        ("BANK_CARD", "mask 8+4", 1000),
        ("EMAIL", "mask 4+domain", 1369),
        ("PERSON", "mask 1+1", 1000),
        ("BIRTH_DATE", "mask 4+0", 100),
        ("WEAK_MASK", "mask 6+4", 3218),
    ],
)
def test_a_weak_operator_is_refused_with_entity_operator_and_count(tmp_path: Path, entity: str, operator: str, count: int) -> None:
    with pytest.raises(PolicyError) as caught:
        load(overrides={f"entities.{entity}.operator": operator}, cwd=str(tmp_path))
    message = str(caught.value)
    assert entity in message
    assert f"'{operator}'" in message
    assert f"only {count} possible" in message
    assert caught.value.params["count"] == count


@pytest.mark.parametrize(
    ("entity", "operator"),
    [
        ("CN_RESIDENT_ID", "mask 6+3"),
        ("CN_RESIDENT_ID", "mask 3+4"),
        ("CN_RESIDENT_ID", "mask fully"),
        ("CN_RESIDENT_ID", "remove"),
        ("CN_MOBILE", "mask 3+4"),
        ("CN_LANDLINE", "mask area+3"),
        ("BANK_CARD", "mask 6+4"),
        ("PERSON", "mask surname+某"),
        ("HEALTH_FACT", "mask 1+1"),
    ],
)
def test_a_strong_operator_is_accepted(tmp_path: Path, entity: str, operator: str) -> None:
    assert str(load(overrides={f"entities.{entity}.operator": operator}, cwd=str(tmp_path)).operator(entity)) == operator


def test_the_default_operators_are_strong_enough() -> None:
    for row in ENTITIES.values():
        left = strength.remaining(row.name, parse(row.operator, row.name))
        assert left is None or left >= strength.FEWEST, row.name


def test_what_is_accepted_for_eighteen_digits_is_counted_for_fifteen_too(tmp_path: Path) -> None:
    assert strength.remaining("CN_RESIDENT_ID", parse("mask 5+4", "CN_RESIDENT_ID")) is not None
    with pytest.raises(PolicyError, match="leaves only"):
        load(overrides={"entities.CN_RESIDENT_ID.operator": "mask 5+5"}, cwd=str(tmp_path))


def test_roles_are_counted_as_well(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="CN_MOBILE: operator 'mask 8\\+0' leaves only 1000"):
        load(overrides={"entities.CN_MOBILE.roles.home.operator": "mask 8+0"}, cwd=str(tmp_path))


def test_a_birth_date_that_stays_makes_the_number_beside_it_weak(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="beside the birth date"):
        load(overrides={"entities.BIRTH_DATE.action": "allow"}, cwd=str(tmp_path))
    kept = {"entities.BIRTH_DATE.action": "allow", "entities.CN_RESIDENT_ID.operator": "mask fully"}
    assert load(overrides=kept, cwd=str(tmp_path)).rule("BIRTH_DATE").action == "allow"


def test_every_built_in_policy_is_strong_enough(tmp_path: Path) -> None:
    for name in BUILTIN_NAMES:
        policy = load(name, cwd=str(tmp_path))
        for rule in policy.rules:
            for operator in (rule.operator, *(role.operator for role in rule.roles)):
                left = strength.remaining(rule.entity, operator)
                assert left is None or left >= strength.FEWEST, (name, rule.entity)
