"""学籍号: G and the pupil's ID number, or L (temporary), region, birth date and four digits; 学号 by label.

The number of a school register holds the ID number of a child. 学号 is one school's own number; lists of student aid must not
show it either (教财厅函〔2017〕28号), so it is found as well, with a lower score.
"""

from __future__ import annotations

from govredact.detectors.base import CHECK, FORM, LABEL, THINGS, Detector, Example, reasons
from govredact.detectors.labelled import by_label, near
from govredact.models import Candidate
from govredact.numbers import student_id
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.context.runs import Run
    from govredact.context.scan import Scan, Value

_WORDS = lazy.compile("学籍|学生|学号|入学|就读")
_LOOSE = lazy.compile("[GLgl]? ?[0-9]{7,19}[0-9Xx]?")
_SCHOOL = lazy.compile("[A-Za-z]{0,4}[0-9]{6,16}")
_LABELS = frozenset({"STUDENT_ID", "STUDENT_NO", "RESIDENT_ID", "ID_ANY"})


def find(scan: Scan, run: Run) -> Candidate | None:
    """A candidate for G or L and eighteen characters, or None."""
    if not student_id.is_valid(run.value, scan.settings.as_of_year):
        return None
    evidence = run.evidence
    if evidence.field in _LABELS:
        return _candidate(run, 0.99, LABEL | FORM | CHECK, reasons("form", label=evidence.label, via=evidence.via))
    if evidence.field in THINGS:
        return _candidate(run, 0.5, FORM | CHECK, reasons("form", label=evidence.label, via=evidence.via))
    if run.value[0] == "G":
        return _candidate(run, 0.95, FORM | CHECK, ("check_digit",))
    word = near(scan, run.start, run.end, _WORDS)
    return _candidate(run, 0.85, FORM, ("region", "birth_date", f"near:{word}")) if word else None


def value_of_label(scan: Scan, value: Value) -> Iterator[Candidate]:
    """What stands under 学籍号, well formed or not, and the numbers under 学号."""
    if value.evidence.field == "STUDENT_ID":
        yield from by_label(scan, value, _LOOSE, "CN_STUDENT_ID", "student_id", 0.85)
    else:
        yield from by_label(scan, value, _SCHOOL, "CN_STUDENT_ID", "student_id", 0.7)


def _candidate(run: Run, score: float, rank: int, why: tuple[str, ...]) -> Candidate:
    return Candidate(run.start, run.end, "CN_STUDENT_ID", score, why, "student_id", rank)


DETECTOR = Detector(
    name="student_id",
    entities=("CN_STUDENT_ID",),
    source="教基一〔2013〕7号 中小学生学籍管理办法",
    tokens=frozenset({19}),
    on_run=find,
    labels=_LABELS,
    fields=frozenset({"STUDENT_ID", "STUDENT_NO"}),
    on_value=value_of_label,
    found=(
        Example("学籍号：G330106201503072411", "G330106201503072411"),
        Example("学生张某G330106201503072411已转入", "G330106201503072411"),
        Example("临时学籍号L330106201503070012", "L330106201503070012"),
        Example("姓名\t学号\n张某\t2021030115\n", "2021030115"),
    ),
    clean=(
        "全国学籍号由G加身份证号组成",
        "学籍管理系统V2021030115",
        "订单号：G330106201503072411",
        "流水号L330106201503070012",
    ),
)
