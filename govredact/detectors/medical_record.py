"""病历号, 住院号, 门诊号 and the like: each hospital's own numbers, so by label only."""

from __future__ import annotations

from govredact.detectors.base import Detector, Example
from govredact.detectors.labelled import by_label, run_by_label
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.context.runs import Run
    from govredact.context.scan import Scan, Value
    from govredact.models import Candidate

_SHAPE = lazy.compile("[A-Za-z]{0,4}-?[0-9]{5,16}(?:-[0-9]{1,6}){0,2}")


def find(scan: Scan, run: Run) -> Candidate | None:
    """A candidate for a run of seven or more characters under the label, also for the second of a list."""
    return run_by_label(scan, run, "MEDICAL_RECORD_NO", "medical_record", 0.85)


def value_of_label(scan: Scan, value: Value) -> Iterator[Candidate]:
    """A shorter number, or one in parts, under a label of a patient's record."""
    yield from by_label(scan, value, _SHAPE, "MEDICAL_RECORD_NO", "medical_record", 0.85)


DETECTOR = Detector(
    name="medical_record",
    entities=("MEDICAL_RECORD_NO",),
    source="医疗机构病历管理规定 (2013)",
    digits=frozenset(range(7, 21)),
    tokens=frozenset(range(7, 21)),
    on_run=find,
    labels=frozenset({"MEDICAL_RECORD"}),
    labelled_only=True,
    fields=frozenset({"MEDICAL_RECORD"}),
    on_value=value_of_label,
    found=(
        Example("住院号：1234567", "1234567"),
        Example("患者李某，病历号ZY202100123，已出院", "ZY202100123"),
        Example("姓名\t住院号\n张某\t208813\n", "208813"),
    ),
    clean=(
        "病历号、住院号不得公开",
        "住院号：******",
        "住院3次，共12345.60元",
    ),
)
