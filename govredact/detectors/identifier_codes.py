"""Codes of public administration that begin with an office's credit code: service items (政务服务事项编码), index numbers without a slash.

What stands in them is public, and nothing inside them is anybody's number, so the credit code is recognised and blocks the rest.
Codes that stand alone (索引号 before its slash) are the business of ``uscc``; runs are looked at whole, so no mobile is
ever found inside a longer row of digits.
"""

from __future__ import annotations

from govredact.detectors.base import BLOCKER, CHECK, THINGS, Detector, Example, reasons
from govredact.models import Candidate
from govredact.numbers import regions, uscc
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.context.runs import Run
    from govredact.context.scan import Scan

_CODE = 18
_AUTHORITIES = "159"  # 机构编制, 民政, 市场监管
_NATIONAL = "100000"


def find(_scan: Scan, run: Run) -> Candidate | None:
    """A public candidate for a whole run of 25 to 40 characters that begins with a valid credit code; None otherwise."""
    head = run.value[:_CODE]
    if run.groups or head[0] not in _AUTHORITIES or not uscc.is_valid(head):
        return None
    if not regions.is_region(head[2:6] + "00") and head[2:8] != _NATIONAL:  # development zones have codes that no list holds
        return None
    evidence = run.evidence
    if evidence.field and evidence.field not in THINGS:
        return None
    why = reasons("check_digit", "code", label=evidence.label, via=evidence.via)
    return Candidate(run.start, run.start + _CODE, "CN_USCC", 0.9, why, "identifier_codes", BLOCKER | CHECK)


DETECTOR = Detector(
    name="identifier_codes",
    entities=("CN_USCC",),
    source="GB 32100-2015; codes of matters of government service (政务服务事项编码)",
    digits=frozenset(range(25, 41)),
    tokens=frozenset(range(25, 41)),
    on_run=find,
    found=(
        Example("政务服务事项编码 11330106002489284X3330105001000", "11330106002489284X"),
        Example("实施编码113417030032499282433102200100001", "113417030032499282"),
    ),
    clean=(
        "事项编码1133010600248928413330105001000",
        "3f786850e387550fdb86d9b6e2b0e3f1b2c3d4e5",
    ),
)
