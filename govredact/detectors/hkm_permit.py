"""港澳通行证号: 港澳居民来往内地通行证 (回乡证; H or M + 8 digits, older ones + 2) and 往来港澳通行证 (C + 8, C + letter + 7).

Drugs are approved under H and eight digits as well (国药准字H20013812), so a label or a word nearby must speak for the number.
"""

from __future__ import annotations

from govredact.detectors.base import FORM, LABEL, Detector, Example, in_identifier, reasons
from govredact.detectors.labelled import by_label, near
from govredact.models import Candidate
from govredact.numbers import permits
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.context.runs import Run
    from govredact.context.scan import Scan, Value

_WORDS = lazy.compile("通行证|回乡证|往来港澳|来往内地|港澳居民|香港居民|澳门居民|证件")
_APPROVAL = lazy.compile("[准药械妆食健]字?第?$")
_LOOSE = lazy.compile("[HMCWhmcw][ \\-]?[A-Za-z]?(?:[ \\-.·]?[0-9]){7,10}|[0-9]{8}(?:[0-9]{2})?")
_LABELS = frozenset({"HKM_PERMIT", "ID_ANY", "TW_PERMIT", "HMT_RESIDENCE"})


def find(scan: Scan, run: Run) -> Candidate | None:
    """A candidate for a letter with eight (nine, ten) characters behind it, or None."""
    kind = permits.kind(run.value)
    if kind not in ("hkm_to_mainland", "to_hkm"):
        return None
    evidence = run.evidence
    if evidence.field in _LABELS:
        score = 0.97 if evidence.field == "HKM_PERMIT" else 0.85
        return _candidate(run, score, LABEL | FORM, reasons(kind, label=evidence.label, via=evidence.via))
    if evidence.field or in_identifier(scan, run.start, run.end) or _APPROVAL.search(scan.text, max(0, run.start - 4), run.start):
        return None
    word = near(scan, run.start, run.end, _WORDS)
    return _candidate(run, 0.75, FORM, (kind, f"near:{word}")) if word else None


def value_of_label(scan: Scan, value: Value) -> Iterator[Candidate]:
    """What stands under a label of these permits, also with the letter left out or apart."""
    yield from by_label(scan, value, _LOOSE, "CN_HKM_PERMIT", "hkm_permit", 0.8)


def _candidate(run: Run, score: float, rank: int, why: tuple[str, ...]) -> Candidate:
    return Candidate(run.start, run.end, "CN_HKM_PERMIT", score, why, "hkm_permit", rank)


DETECTOR = Detector(
    name="hkm_permit",
    entities=("CN_HKM_PERMIT",),
    source="中国公民因私事往来香港地区或者澳门地区的暂行管理办法; 出入境管理局 2014, 2019",
    tokens=frozenset({9, 11}),
    on_run=find,
    labels=_LABELS,
    fields=frozenset({"HKM_PERMIT"}),
    on_value=value_of_label,
    found=(
        Example("港澳居民来往内地通行证：H52659308", "H52659308"),
        Example("回乡证号M1234567801，已核验", "M1234567801"),
        Example("往来港澳通行证号码：CA1234567", "CA1234567"),
        Example("本人系香港居民（H52659308），在深就读", "H52659308"),
        Example("证件号码：C12345678", "C12345678"),
    ),
    clean=(
        "批准文号：国药准字H20013812",
        "国药准字H20013812，注射液",
        "产品货号M12345678，规格50ml",
        "往来港澳通行证办理须知（2021版）",
        "c12345678.shtml",
    ),
)
