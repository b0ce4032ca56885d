"""What a policy decides about a candidate, by entity, role, score and the detector's own word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from govredact.entities import ENTITIES
from govredact.errors import UnknownEntityError
from govredact.policy import Policy, Ruling, load

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def policy(tmp_path: Path) -> Policy:
    return load(cwd=str(tmp_path))


def test_the_registry_decides_where_nobody_else_does(policy: Policy) -> None:
    assert policy.decide("CN_RESIDENT_ID", 0.99) == Ruling("mask", "high")
    assert policy.decide("CLASSIFICATION_MARK", 0.99) == Ruling("block", "critical")
    assert policy.decide("CN_USCC", 0.99) == Ruling("allow", "low")


def test_weak_candidates_are_dropped_and_doubtful_ones_go_to_a_person(policy: Policy) -> None:
    assert policy.decide("CN_RESIDENT_ID", 0.29) is None
    assert policy.decide("CN_RESIDENT_ID", 0.59) == Ruling("review", "high")
    assert policy.decide("CLASSIFICATION_MARK", 0.59) == Ruling("review", "critical")
    assert policy.decide("TYPO", 0.4) == Ruling("note", "low")


def test_a_detectors_word_counts_unless_the_policy_spoke(policy: Policy, tmp_path: Path) -> None:
    assert policy.decide("KEYWORD", 0.9, action="block", severity="critical") == Ruling("block", "critical")
    assert policy.decide("WEAK_MASK", 0.9, action="review", severity="low") == Ruling("review", "low")
    loud = load(overrides={"entities.WEAK_MASK.action": "mask", "entities.WEAK_MASK.severity": "high"}, cwd=str(tmp_path))
    assert loud.decide("WEAK_MASK", 0.9, action="review", severity="low") == Ruling("mask", "high")


def test_public_values_stay_public_and_secrets_stay_blocked_in_every_policy(tmp_path: Path) -> None:
    policy = load("strict", overrides={"entities.KEYWORD.action": "allow"}, cwd=str(tmp_path))
    assert policy.decide("EMAIL", 0.9, action="allow") == Ruling("allow", "medium")
    assert policy.decide("KEYWORD", 0.9, action="block") == Ruling("block", "high")


def test_roles_change_what_happens(policy: Policy) -> None:
    assert policy.decide("PERSON", 0.9) == Ruling("review", "low")
    for role in ("minor", "informant", "petitioner", "victim", "witness"):
        assert policy.decide("PERSON", 0.9, role) == Ruling("mask", "critical")
    assert policy.decide("CN_MOBILE", 0.9, "office") == Ruling("review", "medium")
    assert policy.decide("CN_MOBILE", 0.9, "nobody_knows") == Ruling("mask", "high")


def test_disabled_entities_are_not_reported(tmp_path: Path) -> None:
    assert load(overrides={"entities.QQ.enabled": False}, cwd=str(tmp_path)).decide("QQ", 1.0) is None


def test_entities_without_an_operator_are_masked_fully(policy: Policy) -> None:
    assert str(policy.operator("KEYWORD")) == "mask fully"
    assert str(policy.operator("CN_RESIDENT_ID")) == "mask 2+3"
    assert str(policy.operator("HOME_ADDRESS")) == "generalize town"


def test_unknown_entities_are_errors(policy: Policy) -> None:
    with pytest.raises(UnknownEntityError):
        policy.rule("NOTHING")


def test_strict_masks_every_private_finding(tmp_path: Path) -> None:
    policy = load("strict", cwd=str(tmp_path))
    for name, row in ENTITIES.items():
        if row.category == "private":
            assert policy.decide(name, 0.9) == Ruling("mask", row.severity)
            assert policy.operator(name).name
    assert policy.decide("CN_MOBILE", 0.9, "office") == Ruling("mask", "medium")
    assert policy.decide("CN_USCC", 0.9) == Ruling("allow", "low")


GENRES = [
    # policy, entity, role, action, operator
    ("aid-list", "PERSON", "", "allow", "mask surname"),
    ("aid-list", "PERSON", "minor", "mask", "mask surname+某"),
    ("aid-list", "CN_RESIDENT_ID", "", "mask", "remove"),
    ("aid-list", "HOME_ADDRESS", "", "mask", "generalize town"),
    ("aid-list", "HEALTH_FACT", "", "mask", "remove"),
    ("student-aid", "PERSON", "", "allow", "mask surname"),
    ("student-aid", "CN_STUDENT_ID", "", "mask", "remove"),
    ("student-aid", "HOME_ADDRESS", "", "mask", "remove"),
    ("penalty", "PERSON", "party", "allow", "mask surname+某"),
    ("penalty", "PERSON", "third_party", "mask", "mask surname+某"),
    ("penalty", "HOME_ADDRESS", "", "mask", "remove"),
    ("procurement", "CN_MOBILE", "office", "allow", "mask 3+4"),
    ("procurement", "CN_MOBILE", "", "mask", "mask 3+4"),
    ("recruitment", "EXAM_NO", "", "allow", "mask 2+3"),
    ("recruitment", "CN_RESIDENT_ID", "", "mask", "remove"),
    ("petition", "PERSON", "", "mask", "mask surname+某"),
    ("petition", "CN_MOBILE", "", "mask", "remove"),
    ("land", "BANK_ACCOUNT", "", "mask", "remove"),
    ("village", "PERSON", "", "allow", "mask surname"),
    ("village", "BANK_ACCOUNT", "", "mask", "remove"),
    ("appointment", "PERSON", "", "allow", "mask surname"),
    ("appointment", "BIRTH_DATE", "", "allow", "generalize year"),
    ("appointment", "CN_RESIDENT_ID", "", "mask", "remove"),
]


@pytest.mark.parametrize(("name", "entity", "role", "action", "operator"), GENRES)
def test_genres_differ_as_domain_section_five_says(tmp_path: Path, name: str, entity: str, role: str, action: str, operator: str) -> None:
    policy = load(name, cwd=str(tmp_path))
    ruling = policy.decide(entity, 0.9, role)
    assert ruling is not None
    assert (ruling.action, str(policy.operator(entity, role))) == (action, operator)
    assert policy.genre == name


def test_the_clean_up_list_has_an_answer_for_every_kind(policy: Policy, tmp_path: Path) -> None:
    assert policy.cleaning("metadata") == "remove"
    assert policy.cleaning("tracked_changes") == "accept"
    assert policy.cleaning("something_new") == "keep"
    assert load(overrides={"clean_up.metadata": "keep"}, cwd=str(tmp_path)).cleaning("metadata") == "keep"
