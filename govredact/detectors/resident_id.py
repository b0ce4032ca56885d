"""居民身份证号 and the cards of the same form: residence permits of Hong Kong, Macao and Taiwan, 15-digit IDs by label.

GB 11643-1999: six digits region, eight birth date, three sequence, one check character. What is labelled as an ID and is
mistyped (wrong length, failing check digit) is still a leak and is reported with a lower score and the reason.
"""

from __future__ import annotations

from govredact.detectors.base import CHECK, FORM, LABEL, THINGS, Detector, Example, in_identifier, is_quantity, reasons
from govredact.models import Candidate
from govredact.numbers import resident_id
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.context.runs import Evidence, Run
    from govredact.context.scan import Scan, Value

LABELS = frozenset(
    {"RESIDENT_ID", "ID_ANY", "HMT_RESIDENCE", "SOCIAL_CARD", "DISABILITY_ID", "STUDENT_ID", "DRIVER_LICENCE", "MEDICAL_INSURANCE"}
)
_YOUNGEST = 8
_SET_APART = lazy.compile("[0-9]{6}[_/][0-9]{4}[_/]?[0-9]{2}[_/]?[0-9]{2}[_/][0-9]{3}[0-9Xx](?![0-9A-Za-z])")
# 法人库ID: the key of a record.
_KEY = lazy.compile("[库表据录源体条]ID[ ]?[:：]?[ ]?$")
_SHORT = frozenset({"RESIDENT_ID", "ID_ANY"})


def find(scan: Scan, run: Run) -> Candidate | None:
    """A candidate for a run of 15 to 20 characters, or None."""
    if len(run.value) == 18:
        return _eighteen(scan, run)
    if len(run.value) == 29:
        return _beside_mobile(scan, run)
    evidence = run.evidence
    if evidence.field not in _SHORT or (run.broken and evidence.via != "before"):
        return None
    if len(run.value) == 15 and run.value.isdigit() and resident_id.is_valid15(run.value):
        return _candidate(run, 0.9, LABEL | FORM, reasons("old_form", label=evidence.label, via=evidence.via))
    if (evidence.field == "RESIDENT_ID" and len(run.value) != 15) or (evidence.field == "ID_ANY" and _nearly(run.value)):
        return _candidate(run, 0.7, LABEL, reasons("wrong_length", label=evidence.label, via=evidence.via))
    return None


def _beside_mobile(scan: Scan, run: Run) -> Candidate | None:
    """The ID number that nothing parts from the mobile before or behind it."""
    number = resident_id.beside_mobile(run.value, scan.settings.as_of_year)
    if number is None or run.groups:
        return None
    part = run._replace(start=run.start + number.start, end=run.start + number.stop, value=run.value[number])
    return _candidate(part, 0.9, FORM | CHECK, ("check_digit",))


def value_of_label(scan: Scan, value: Value) -> Iterator[Candidate]:
    """An ID number whose parts _ or / set apart, under a label."""
    match = _SET_APART.match(scan.text, value.start)
    digits = "".join(char for char in match[0].upper() if char.isalnum()) if match else ""
    faults = resident_id.faults(digits, scan.settings.as_of_year)
    if match and faults in ((), ("check_digit",)):
        why = reasons("check_digit_failed" if faults else "check_digit", label=value.evidence.label, via=value.evidence.via)
        yield Candidate(match.start(), match.end(), "CN_RESIDENT_ID", 0.8 if faults else 0.95, why, "resident_id", LABEL | FORM)


def _nearly(value: str) -> bool:
    """Whether a number one digit too short or too long begins as an ID does; a document of some kind may have any length."""
    return len(value) in (17, 19) and resident_id.faults((value + "0")[:18]) in ((), ("check_digit",))


def _eighteen(scan: Scan, run: Run) -> Candidate | None:
    if run.value[0] == "9":
        return None
    if resident_id.is_valid(run.value, scan.settings.as_of_year):
        return _valid(scan, run)
    evidence = run.evidence
    if evidence.field in LABELS:
        return _mistyped(scan, run, evidence)
    if evidence.field or run.groups or is_quantity(scan, run.start, run.end) or in_identifier(scan, run.start, run.end):
        return None
    # Serial numbers of offices are made of region, a date of late and a counter; a mistyped ID is seldom a small child's.
    if resident_id.faults(run.value, scan.settings.as_of_year - _YOUNGEST) == ("check_digit",):
        return _candidate(run, 0.45, FORM, ("region", "birth_date", "check_digit_failed"))
    return None


def _valid(scan: Scan, run: Run) -> Candidate:
    evidence = run.evidence
    if evidence.field in LABELS or evidence.field == "USCC":
        return _candidate(run, 0.99, LABEL | FORM | CHECK, reasons("check_digit", label=evidence.label, via=evidence.via))
    if evidence.field in THINGS:
        return _candidate(run, 0.5, FORM | CHECK, reasons("check_digit", label=evidence.label, via=evidence.via))
    if in_identifier(scan, run.start, run.end):
        return _candidate(run, 0.6, FORM | CHECK, ("check_digit", "in_identifier"))
    return _candidate(run, 0.97 if not run.groups else 0.93, FORM | CHECK, ("check_digit",))


def _mistyped(scan: Scan, run: Run, evidence: Evidence) -> Candidate | None:
    faults = resident_id.faults(run.value)
    if evidence.label == "ID" and faults != () and _KEY.search(scan.text, max(0, run.start - 8), run.start):
        return None
    if evidence.field not in _SHORT and faults != ("check_digit",):
        return None
    why = "check_digit_failed" if faults == ("check_digit",) else "malformed"
    return _candidate(run, 0.8, LABEL | FORM, reasons(why, label=evidence.label, via=evidence.via))


def _candidate(run: Run, score: float, rank: int, why: tuple[str, ...]) -> Candidate:
    of_hmt = run.value[:2] in ("81", "82", "83") and len(run.value) == 18
    entity = "CN_HMT_RESIDENCE_PERMIT" if of_hmt else "CN_RESIDENT_ID"
    return Candidate(run.start, run.end, entity, score, why, "resident_id", rank)


DETECTOR = Detector(
    name="resident_id",
    entities=("CN_RESIDENT_ID", "CN_HMT_RESIDENCE_PERMIT"),
    source="GB 11643-1999; 港澳台居民居住证申领发放办法 (2018)",
    digits=frozenset({15, 16, 17, 18, 19, 20, 29}),
    tokens=frozenset({17, 18, 19, 29}),
    on_run=find,
    labels=LABELS,
    fields=_SHORT,
    on_value=value_of_label,
    found=(
        Example("王某65010219620414941019994518159", "650102196204149410", "CN_RESIDENT_ID"),
        Example("身份证号：650102_19620414_9410", "650102_19620414_9410", "CN_RESIDENT_ID"),
        Example("身份证号：650102/1962/04/14/9410", "650102/1962/04/14/9410", "CN_RESIDENT_ID"),
        Example("申请人王某，身份证号码650102196204149410，经审核", "650102196204149410", "CN_RESIDENT_ID"),
        Example("持证人（13010219621113299x）逾期未领证", "13010219621113299x", "CN_RESIDENT_ID"),
        Example("身份证 310115 19881226 1804，已脱贫", "310115 19881226 1804", "CN_RESIDENT_ID"),
        Example("身份证号：1301021966411221532", "1301021966411221532", "CN_RESIDENT_ID"),
        Example("证件号13010219661122153", "13010219661122153", "CN_RESIDENT_ID"),
        Example("原身份证号码440305740521631（一代证）", "440305740521631", "CN_RESIDENT_ID"),
        Example("证件号码830000200003212174", "830000200003212174", "CN_HMT_RESIDENCE_PERMIT"),
    ),
    clean=(
        "法人库ID：450100198807120013",
        "订单号：281159336319499441",
        "图斑编号86718515442095973786",
        "身份证号码为18位，前6位为地址码，第7至14位为出生日期码",
        "纳税人识别号：911501022576095751",
    ),
)
