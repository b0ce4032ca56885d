"""台湾通行证号: 台湾居民来往大陆通行证 (台胞证; 8 digits, older ones 10 and a letter) and 往来台湾通行证 (L or T + 8 digits).

Eight digits are anything, so they count only under a label, or as 证件号码 where the line speaks of Taiwan.
"""

from __future__ import annotations

from govredact.detectors.base import FORM, LABEL, Detector, Example, in_identifier, reasons
from govredact.detectors.labelled import beside, near, shaped
from govredact.models import Candidate
from govredact.numbers import permits
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.context.runs import Run
    from govredact.context.scan import Scan, Value

_LABELS = frozenset({"TW_PERMIT", "ID_ANY"})
_TO_TAIWAN = lazy.compile("通行证|往来台湾|赴台证|大通证")
_OF_TAIWAN = lazy.compile("台胞证|来往大陆|台湾居民|台湾地区|台籍|台湾同胞|台胞")
_LOOSE = lazy.compile("[0-9]{10}(?: ?[(（][A-Za-z0-9]{1,2}[)）]|[A-Za-z])?|[LTlt]?[0-9]{8}")


def find(scan: Scan, run: Run) -> Candidate | None:
    """A candidate for L or T and eight digits, and under a label for eight digits, or ten and a letter; None otherwise."""
    evidence = run.evidence
    if run.value[0].isdigit() and evidence.field not in _LABELS:
        return None
    if permits.kind(run.value) not in ("to_taiwan", "taiwan_to_mainland"):
        return None
    if evidence.field == "TW_PERMIT" or (evidence.field == "ID_ANY" and not run.value.isdigit()):
        why = reasons("form", label=evidence.label, via=evidence.via)
        return _candidate(run.start, run.end, 0.97 if evidence.field == "TW_PERMIT" else 0.8, LABEL | FORM, why)
    if evidence.field or in_identifier(scan, run.start, run.end):
        return None
    word = near(scan, run.start, run.end, _TO_TAIWAN)
    return _candidate(run.start, run.end, 0.75, FORM, ("form", f"near:{word}")) if word else None


def value_of_label(scan: Scan, value: Value) -> Iterator[Candidate]:
    """The number under a label of these permits, or under 证件号码 in a line about a resident of Taiwan."""
    match = shaped(scan, value, _LOOSE)
    if match is None:
        return
    evidence = value.evidence
    if evidence.field == "TW_PERMIT":
        yield _candidate(match.start(), match.end(), 0.9, LABEL, reasons("form", label=evidence.label, via=evidence.via))
        return
    word = beside(scan, match.start(), match.end(), _OF_TAIWAN)
    if word:
        why = reasons("form", f"near:{word}", label=evidence.label, via=evidence.via)
        yield _candidate(match.start(), match.end(), 0.85, LABEL, why)


def _candidate(start: int, end: int, score: float, rank: int, why: tuple[str, ...]) -> Candidate:
    return Candidate(start, end, "CN_TW_PERMIT", score, why, "tw_permit", rank)


DETECTOR = Detector(
    name="tw_permit",
    entities=("CN_TW_PERMIT",),
    source="中国公民往来台湾地区管理办法 (2015); 公安部出入境管理局 2015 (卡式台胞证)",
    digits=frozenset({8}),
    tokens=frozenset({9, 11}),
    on_run=find,
    labels=_LABELS,
    fields=_LABELS,
    on_value=value_of_label,
    found=(
        Example("台湾居民来往大陆通行证：01234567", "01234567"),
        Example("台胞证号 1234567890(B)", "1234567890(B)"),
        Example("台湾居民来往大陆通行证（01234567）", "01234567"),
        Example("证件类型：台胞证，证件号码：01234567", "01234567"),
        Example("台湾同胞，通行证号01234567", "01234567"),
        Example("大陆居民往来台湾通行证号：L12345678", "L12345678"),
        Example("持往来台湾通行证（T12345678）赴台", "T12345678"),
    ),
    clean=(
        "台湾居民共20210512人次",
        "t20170207_337822",
        "证件号码01234567",
        "台胞证自20150701起实行卡式",
    ),
)
