"""外国人永久居留身份证号: the permanent residence card of foreigners, new form (18 digits, 9 first) and old (3 letters, 12 digits).

The new form has the length and the check character of a resident's ID (GB 11643), and the first digit of a company's
credit code: a real birth date tells them apart. The old form carries no check, so a label or a word nearby must speak for it.
"""

from __future__ import annotations

from govredact.detectors.base import CHECK, FORM, LABEL, THINGS, Detector, Example, in_identifier, is_quantity, reasons
from govredact.detectors.labelled import near
from govredact.models import Candidate
from govredact.numbers import foreigner_id, regions, uscc
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.context.runs import Evidence, Run
    from govredact.context.scan import Scan

_LABELS = frozenset({"FOREIGNER_ID", "RESIDENT_ID", "ID_ANY", "SOCIAL_CARD", "MEDICAL_INSURANCE", "DRIVER_LICENCE"})
_WORDS = lazy.compile("永久居留|永居|居留证|居留身份证|外国人")


def find(scan: Scan, run: Run) -> Candidate | None:
    """A candidate for a run of 15 (old form) or 17 to 19 characters, or None."""
    if len(run.value) == 15:
        return _old(scan, run)
    evidence = run.evidence
    if evidence.field == "FOREIGNER_ID" or run.value[0] == "9":
        return _new(scan, run, evidence)
    return None


def _new(scan: Scan, run: Run, evidence: Evidence) -> Candidate | None:
    if foreigner_id.is_valid(run.value, scan.settings.as_of_year):
        return _valid(scan, run, evidence)
    if evidence.field == "FOREIGNER_ID":
        why = "check_digit_failed" if len(run.value) == 18 else "wrong_length"
        return _candidate(run, 0.8, LABEL | FORM, reasons(why, label=evidence.label, via=evidence.via))
    # Letters make it a credit code, though its check character may be wrong.
    digits = run.value[:-1].isdigit() and not uscc.is_valid(run.value)
    if evidence.field in ("RESIDENT_ID", "ID_ANY") and len(run.value) == 18 and digits:
        return _candidate(run, 0.75, LABEL, reasons("check_digit_failed", label=evidence.label, via=evidence.via))
    return None


def _valid(scan: Scan, run: Run, evidence: Evidence) -> Candidate | None:
    if evidence.field in _LABELS:
        return _candidate(run, 0.99, LABEL | FORM | CHECK, reasons("check_digit", label=evidence.label, via=evidence.via))
    if evidence.field in THINGS or not regions.is_region(run.value[1:3] + "0000"):
        return None
    if is_quantity(scan, run.start, run.end) or in_identifier(scan, run.start, run.end):
        return None
    return _candidate(run, 0.9, FORM | CHECK, ("check_digit", "birth_date"))


def _old(scan: Scan, run: Run) -> Candidate | None:
    if not foreigner_id.is_old_form(run.value):
        return None
    evidence = run.evidence
    if evidence.field in _LABELS:
        return _candidate(run, 0.9, LABEL | FORM, reasons("old_form", label=evidence.label, via=evidence.via))
    word = near(scan, run.start, run.end, _WORDS)
    if not word or evidence.field in THINGS:
        return None
    return _candidate(run, 0.75, FORM, ("old_form", f"near:{word}"))


def _candidate(run: Run, score: float, rank: int, why: tuple[str, ...]) -> Candidate:
    return Candidate(run.start, run.end, "CN_FOREIGNER_ID", score, why, "foreigner_id", rank)


DETECTOR = Detector(
    name="foreigner_id",
    entities=("CN_FOREIGNER_ID",),
    source="国家移民管理局 2023 (新版外国人永久居留身份证)",
    digits=frozenset({17, 18, 19}),
    tokens=frozenset({15, 17, 18, 19}),
    on_run=find,
    labels=_LABELS,
    found=(
        Example("外国人永久居留身份证号码：911840199003072415", "911840199003072415"),
        Example("经查，该人（911840199003072415）在杭就业", "911840199003072415"),
        Example("外国人永久居留身份证号码：911840199003072410", "911840199003072410"),
        Example("持外国人永久居留证CAN110185032101入境", "CAN110185032101"),
    ),
    clean=(
        "统一社会信用代码：91330106MA2ABCDE3N",
        "证件号码：91450722MA5K8X2Y1T",
        "纳税人识别号：911501022576095751",
        "订单号：911840199003072415",
        "快递单号：SFX345306488244",
    ),
)
