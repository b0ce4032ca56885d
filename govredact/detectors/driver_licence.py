"""驾驶证号 and 档案编号 of a driving licence (公安部令第162号).

The licence number is the ID number and is reported as one where it is valid; mistyped or older numbers count by label. The
file number has twelve digits and begins with the code of the issuing province; 档案编号 is also what archives call their
own numbers, so without that code, or without a word about driving nearby, it stays.
"""

from __future__ import annotations

from govredact.detectors.base import FORM, LABEL, Detector, Example, reasons
from govredact.detectors.labelled import is_id, near
from govredact.models import Candidate
from govredact.numbers import regions
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.context.runs import Run
    from govredact.context.scan import Scan

_WORDS = lazy.compile("驾驶|驾照|机动车|准驾|车型")
_REACH = 60


def find(scan: Scan, run: Run) -> Candidate | None:
    """A candidate for a run under a label of the licence or of a file number, or None."""
    evidence = run.evidence
    why = reasons(label=evidence.label, via=evidence.via)
    if evidence.field == "DRIVER_LICENCE":
        return None if is_id(scan, run.value) else _candidate(run, 0.85, LABEL, why)
    if len(run.value) != 12 or not run.value.isdigit():
        return None
    word = near(scan, run.start, run.end, _WORDS, _REACH)
    if word:
        return _candidate(run, 0.9, LABEL | FORM, (f"near:{word}", *why))
    return _candidate(run, 0.7, LABEL, ("region", *why)) if regions.is_region(run.value[:2] + "0000") else None


def _candidate(run: Run, score: float, rank: int, why: tuple[str, ...]) -> Candidate:
    return Candidate(run.start, run.end, "CN_DRIVER_LICENCE", score, why, "driver_licence", rank)


DETECTOR = Detector(
    name="driver_licence",
    entities=("CN_DRIVER_LICENCE",),
    source="公安部令第162号 机动车驾驶证申领和使用规定; GA 482",
    digits=frozenset({10, 11, 12, 15, 16, 17, 18, 19}),
    tokens=frozenset({10, 11, 12, 15, 16, 17, 18, 19}),
    on_run=find,
    labels=frozenset({"DRIVER_LICENCE", "ARCHIVE_NO"}),
    labelled_only=True,
    found=(
        Example("机动车驾驶证号：330106199003072", "330106199003072"),
        Example("驾驶证档案编号：330100123456", "330100123456"),
        Example("姓名\t驾驶证号\t档案编号\n张某\t33010619900307241\t330105678901\n", "330105678901"),
    ),
    clean=(
        "档案编号：202001010001",
        "卷宗档案编号：2019-001-0034",
        "驾驶证号不得公开",
        "订单号：330100123456",
    ),
)
