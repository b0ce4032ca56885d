"""A valid ID number inside a longer row of letters and digits: SFZ330106…, a card or account number built on one.

School and disability numbers have detectors of their own and win by length. A letter before or after is a clear border; in
digits alone the dates of recent serial numbers (region, date, serial) must not be taken for births.
"""

from __future__ import annotations

from govredact.detectors.base import CHECK, THINGS, Detector, Example, in_identifier, is_quantity, reasons
from govredact.models import Candidate
from govredact.numbers import resident_id
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from govredact.context.runs import Run
    from govredact.context.scan import Scan

_BORDERED = lazy.compile("[A-Z]{1,6}([0-9]{17}[0-9X])[A-Z]{0,6}|([0-9]{17}[0-9X])[A-Z]{1,6}")
_LAST_SURE_BIRTH = 2009  # later dates in unlabelled digits are rather the days on which serial numbers were given out


def find(scan: Scan, run: Run) -> Candidate | None:
    """A candidate for the ID number inside a plain run of 19 to 24 characters, or None."""
    if run.groups:
        return None
    bordered = _BORDERED.fullmatch(run.value)
    offset = _bordered(scan, bordered) if bordered else _offset(run.value, scan.settings.as_of_year)
    if offset < 0:
        return None
    evidence = run.evidence
    if evidence.field in THINGS or is_quantity(scan, run.start, run.end) or in_identifier(scan, run.start, run.end):
        return None
    value = run.value[offset : offset + 18]
    recent = not bordered and int(value[6:10]) > _LAST_SURE_BIRTH
    entity = "CN_HMT_RESIDENCE_PERMIT" if resident_id.kind(value) == "hmt" else "CN_RESIDENT_ID"
    why = reasons("embedded", "check_digit", label=evidence.label, via=evidence.via)
    start = run.start + offset
    return Candidate(start, start + 18, entity, 0.55 if recent else 0.72, why, "embedded_id", CHECK)


def _bordered(scan: Scan, match: re.Match[str]) -> int:
    group = 1 if match[1] else 2
    return match.start(group) if resident_id.is_valid(match[group], scan.settings.as_of_year) else -1


def _offset(value: str, as_of_year: int) -> int:
    """Where a valid ID number begins inside ``value``; -1 for nowhere."""
    return next((i for i in range(len(value) - 17) if resident_id.is_valid(value[i : i + 18], as_of_year)), -1)


DETECTOR = Detector(
    name="embedded_id",
    entities=("CN_RESIDENT_ID", "CN_HMT_RESIDENCE_PERMIT"),
    source="GB 11643-1999",
    digits=frozenset(range(19, 25)),
    tokens=frozenset(range(19, 25)),
    on_run=find,
    found=(
        Example("附件SFZ330106199003072415已上传", "330106199003072415", "CN_RESIDENT_ID"),
        Example("附表33330106199003072415见后", "330106199003072415", "CN_RESIDENT_ID"),
        Example("330106199003072415ZS", "330106199003072415", "CN_RESIDENT_ID"),
        Example("通行人GA810000199003072416", "810000199003072416", "CN_HMT_RESIDENCE_PERMIT"),
    ),
    clean=(
        "订单号：33330106199003072415",
        "SFZ330106199003072410",
        "流水330106202003072418001",
        "PLCT201550010000001447",
        "共33330106199003072415元",
    ),
)
