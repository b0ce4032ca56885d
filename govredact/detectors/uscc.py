"""统一社会信用代码 (GB 32100-2015): public, recognised so that nothing inside it is taken for an ID, a card or a telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govredact.detectors.base import BLOCKER, CHECK, LABEL, Detector, Example, reasons
from govredact.models import Candidate
from govredact.numbers import resident_id, uscc

if TYPE_CHECKING:
    from govredact.context.runs import Run
    from govredact.context.scan import Scan


def find(scan: Scan, run: Run) -> Candidate | None:
    """A public candidate for an 18-character code; a valid resident ID is never one."""
    evidence = run.evidence
    if evidence.field in ("RESIDENT_ID", "ID_ANY"):
        return None
    checked = uscc.is_valid(run.value)
    if not checked and evidence.field != "USCC":
        return None
    if resident_id.is_valid(run.value, scan.settings.as_of_year):
        return None
    why = reasons(*(("check_digit",) if checked else ()), label=evidence.label, via=evidence.via)
    return Candidate(run.start, run.end, "CN_USCC", 0.95, why, "uscc", BLOCKER | CHECK | (LABEL if evidence.field == "USCC" else 0))


DETECTOR = Detector(
    name="uscc",
    entities=("CN_USCC",),
    source="GB 32100-2015",
    digits=frozenset({15, 18}),
    tokens=frozenset({15, 18}),
    on_run=find,
    found=(Example("纳税人识别号：911501022576095751", "911501022576095751"),),
    clean=("身份证号码650102196204149410",),
)
