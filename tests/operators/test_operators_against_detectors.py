"""What an operator writes is found by no detector again, for every example of every detector."""

from __future__ import annotations

import pytest

from govredact.detectors import all_detectors
from govredact.engine import Engine
from govredact.errors import BlockedDocumentError
from govredact.policy import BUILTIN_NAMES, load

EXAMPLES = sorted({example.text for detector in all_detectors() for example in detector.found})
KEY = b"a key for tests"
OPERATORS = [
    ("remove", None),
    ("replace （略）", None),
    ("mask fully", None),
    ("pseudonymize", None),
    ("pseudonymize", KEY),
    ("hash", KEY),
    ("hash sm3", KEY),
]


def left_over(engine: Engine) -> list[str]:
    """The entities that are still to be masked in masked examples."""
    found = []
    for text in EXAMPLES:
        try:
            masked = engine.mask_text(text).text
        except BlockedDocumentError:
            continue
        found += [finding.entity for finding in engine.scan_text(masked) if finding.action == "mask"]
    return found


@pytest.mark.parametrize(("operator", "key"), OPERATORS)
def test_one_operator_for_everything_leaves_nothing_to_find(operator: str, key: bytes | None) -> None:
    overrides = {"categories.private.operator": operator, "entities.CREDENTIAL.operator": "remove"}
    assert left_over(Engine(load("strict", overrides), key=key)) == []


@pytest.mark.parametrize("name", BUILTIN_NAMES)
def test_the_operators_of_every_built_in_policy_leave_nothing_to_find(name: str) -> None:
    assert left_over(Engine(load(name))) == []


ROWS = "姓名\t{}\n张某\t肺癌\n李某\t尿毒症\n"
TEXTS = ["（略）", "某疾病患者", "不便公开的病情", "佛教"]


@pytest.mark.parametrize("label", ["残疾类别", "致贫原因", "诊断结果", "宗教信仰"])
@pytest.mark.parametrize(("operator", "key"), [*((f"replace {text}", None) for text in TEXTS), *OPERATORS[2:]])
def test_a_column_of_facts_is_masked_in_one_go_whatever_the_policy_writes_there(label: str, operator: str, key: bytes | None) -> None:
    overrides = {"entities.HEALTH_FACT.operator": operator, "entities.SPECIAL_STATUS.operator": operator}
    engine = Engine(load("strict", overrides), key=key)
    original = ROWS.format(label)
    masked = engine.mask_text(original).text
    assert "肺癌" not in masked
    assert [f.entity for f in engine.scan_text(masked) if f.entity in ("HEALTH_FACT", "SPECIAL_STATUS")] == []
    assert engine.verify(original.encode(), masked.encode(), "list.tsv").passed
