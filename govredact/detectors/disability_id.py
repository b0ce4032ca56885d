"""残疾人证号: the holder's ID number, kind of disability (1–7) and grade (1–4), perhaps B1, B2 … for a card issued again.

Twenty digits whose first eighteen are a valid ID number are no accident, so no label is needed. Under a label, anything of
about that length counts: a mistyped number still tells who is disabled.
"""

from __future__ import annotations

from govredact.detectors.base import CHECK, FORM, LABEL, THINGS, Detector, Example, in_identifier, reasons
from govredact.detectors.labelled import by_label
from govredact.models import Candidate
from govredact.numbers import disability_id
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.context.runs import Run
    from govredact.context.scan import Scan, Value

_LOOSE = lazy.compile("[0-9]{10,18}[0-9XxBb]{0,6}")
_LABELS = frozenset({"DISABILITY_ID", "RESIDENT_ID", "ID_ANY"})


def find(scan: Scan, run: Run) -> Candidate | None:
    """A candidate for twenty characters (22 or 23 with B1) that hold a valid ID number, kind and grade; None otherwise."""
    if not disability_id.is_valid(run.value, scan.settings.as_of_year):
        return None
    evidence = run.evidence
    if evidence.field in _LABELS:
        return _candidate(run, 0.99, LABEL | FORM | CHECK, reasons("check_digit", label=evidence.label, via=evidence.via))
    if evidence.field in THINGS:
        return _candidate(run, 0.5, FORM | CHECK, reasons("check_digit", label=evidence.label, via=evidence.via))
    if in_identifier(scan, run.start, run.end):
        return _candidate(run, 0.6, FORM | CHECK, ("check_digit", "in_identifier"))
    return _candidate(run, 0.93, FORM | CHECK, ("check_digit",))


def value_of_label(scan: Scan, value: Value) -> Iterator[Candidate]:
    """What stands under the label and is long enough; a bare ID number is left to its own detector."""
    yield from by_label(scan, value, _LOOSE, "CN_DISABILITY_ID", "disability_id", 0.8)


def _candidate(run: Run, score: float, rank: int, why: tuple[str, ...]) -> Candidate:
    return Candidate(run.start, run.end, "CN_DISABILITY_ID", score, why, "disability_id", rank)


DETECTOR = Detector(
    name="disability_id",
    entities=("CN_DISABILITY_ID",),
    source="中华人民共和国残疾人证管理办法",
    digits=frozenset({20}),
    tokens=frozenset({20, 22, 23}),
    on_run=find,
    labels=_LABELS,
    fields=frozenset({"DISABILITY_ID"}),
    on_value=value_of_label,
    found=(
        Example("残疾人证号：33010619900307241544", "33010619900307241544"),
        Example("残疾证号33010619900307241544B1", "33010619900307241544B1"),
        Example("发放对象王某（33010619900307241544）", "33010619900307241544"),
        Example("残疾证号：33010619900307241594", "33010619900307241594"),
        Example("姓名\t残疾证号\n张某\t330106 19900307 2415 44\n", "330106 19900307 2415 44"),
    ),
    clean=(
        "图斑编号86718515442095973786",
        "残疾人证号由20位数字组成",
        "订单号：33010619900307241544",
    ),
)
