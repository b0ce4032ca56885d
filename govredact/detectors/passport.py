"""护照号: Chinese passports by their letters, others by label.

A letter and eight digits is also how page ids, drugs and products are numbered, so that form alone is never enough: a label
or a word such as 护照 must stand beside it. Under a passport label any number of a passport's length counts.
"""

from __future__ import annotations

from govredact.detectors.base import FORM, LABEL, Detector, Example, in_identifier, reasons
from govredact.detectors.labelled import beside, near, shaped
from govredact.models import Candidate
from govredact.numbers import dates, passport
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.context.runs import Run
    from govredact.context.scan import Scan, Value

_LABELS = frozenset({"PASSPORT", "ID_ANY"})
_WORDS = lazy.compile("护照|passport|出入境证件|旅行证件", lazy.IGNORECASE)
_LOOSE = lazy.compile("[A-Za-z]{0,2}(?:[ \\-.·]?[0-9]){7,9}|[A-Za-z]{1,2}[0-9]{6}")


def find(scan: Scan, run: Run) -> Candidate | None:
    """A candidate for a letter or two and seven or eight digits, or None."""
    kind = passport.kind(run.value)
    if not kind or kind == "ordinary_old":
        return None
    evidence = run.evidence
    if evidence.field == "PASSPORT":
        return _candidate(run.start, run.end, 0.97, LABEL | FORM, reasons(kind, label=evidence.label, via=evidence.via))
    if run.value[0] == "H":  # a travel permit, unless the label says otherwise
        return None
    if evidence.field == "ID_ANY":
        return _candidate(run.start, run.end, 0.85, LABEL | FORM, reasons(kind, label=evidence.label, via=evidence.via))
    word = "" if evidence.field or in_identifier(scan, run.start, run.end) else near(scan, run.start, run.end, _WORDS)
    return _candidate(run.start, run.end, 0.8, FORM, (kind, f"near:{word.lower()}")) if word else None


def value_of_label(scan: Scan, value: Value) -> Iterator[Candidate]:
    """What has the length of a passport number, foreign ones and old ones included, under a passport label.

    Under a label of documents in general the line must name a passport (证件类型：护照).
    """
    match = shaped(scan, value, _LOOSE)
    if match is None or (len(match[0]) == 8 and match[0].isdigit() and dates.is_digits_date(match[0], 1900, 2099)):
        return
    word = "" if value.evidence.field == "PASSPORT" else beside(scan, match.start(), match.end(), _WORDS)
    if word or value.evidence.field == "PASSPORT":
        near_word = (f"near:{word.lower()}",) if word else ()
        why = reasons("loose_form", *near_word, label=value.evidence.label, via=value.evidence.via)
        yield _candidate(match.start(), match.end(), 0.85, LABEL, why)


def _candidate(start: int, end: int, score: float, rank: int, why: tuple[str, ...]) -> Candidate:
    return Candidate(start, end, "CN_PASSPORT", score, why, "passport", rank)


DETECTOR = Detector(
    name="passport",
    entities=("CN_PASSPORT",),
    source="护照法 (2006); 公安部 2011, 2017 年电子护照号码规则",
    tokens=frozenset({8, 9, 10}),
    on_run=find,
    labels=_LABELS,
    fields=_LABELS,
    on_value=value_of_label,
    found=(
        Example("因私护照 E55738083", "E55738083"),
        Example("护照号码：EA1234567，有效期十年", "EA1234567"),
        Example("持有中国护照（G12345678）出境", "G12345678"),
        Example("姓名\t护照号\n张某\t147012345\n李某\tE12345678\n", "147012345"),
        Example("证件号码：SE1234567", "SE1234567"),
        Example("证件类型：护照，证件号码：N1234567", "N1234567"),
    ),
    clean=(
        "批准文号：国药准字H20013812",
        "合同编号：E12345678",
        "产品型号E12345678，数量3台",
        "护照有效期20210901前届满的，应当换发",
        "https://www.example.gov.cn/hzhb/e12345678.html",
    ),
)
