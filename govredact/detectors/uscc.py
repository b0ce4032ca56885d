"""统一社会信用代码 (GB 32100-2015): public, recognised so that nothing inside it is taken for an ID, a card or a telephone.

One row of eighteen digits in thirty-one passes the check, so digits alone must also begin with a place, must be no valid number
of a person, and must not stand under a label of one.
"""

from __future__ import annotations

from govredact.detectors.base import BLOCKER, CHECK, LABEL, Detector, Example, reasons
from govredact.models import Candidate
from govredact.numbers import foreigner_id, regions, resident_id, uscc
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.context.runs import Run
    from govredact.context.scan import Scan


_NATIONAL = "1000"  # the codes of central offices name no province
# Labels of identity documents in general: an organisation's is its credit code.
_ANY_DOCUMENT = "ID_ANY"


def find(scan: Scan, run: Run) -> Candidate | None:
    """A public candidate for a code of 18 characters (15 under a label); a valid number of a person is never one."""
    evidence = run.evidence
    labelled = evidence.field == "USCC"
    checked = uscc.is_valid(run.value)
    if evidence.field == "RESIDENT_ID" or not (labelled or (checked and _is_credible(run.value, evidence.field))):
        return None
    year = scan.settings.as_of_year
    if resident_id.is_valid(run.value, year) or foreigner_id.is_valid(run.value, year):
        return None
    why = reasons(*(("check_digit",) if checked else ()), label=evidence.label, via=evidence.via)
    return Candidate(run.start, run.end, "CN_USCC", 0.95, why, "uscc", BLOCKER | CHECK | (LABEL if labelled else 0))


def _is_credible(value: str, field: str) -> bool:
    """Whether more than the check speaks for the code: letters, or a known place and, under a label of documents, no birth date."""
    if not value.isdigit():
        return True
    if field == _ANY_DOCUMENT and resident_id.birth_date(value):
        return False
    return value[2:6] == _NATIONAL or regions.is_region(value[2:6] + "00")


DETECTOR = Detector(
    name="uscc",
    entities=("CN_USCC",),
    source="GB 32100-2015",
    digits=frozenset({15, 18}),
    tokens=frozenset({15, 18}),
    on_run=find,
    labels=frozenset({"USCC", _ANY_DOCUMENT}),
    found=(
        Example("纳税人识别号：911501022576095751", "911501022576095751"),
        Example("索引号113417030032499282/202011-00140", "113417030032499282"),
        Example("证件号码：12330106MA2ABCDE3U", "12330106MA2ABCDE3U"),
    ),
    clean=(
        "身份证号码650102196204149410",
        "外国人永久居留身份证号码：911840199003072415",
        "订单号622470320338514445",
    ),
)
