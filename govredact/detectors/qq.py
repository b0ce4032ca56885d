"""QQ号: 5 to 11 digits without any check, so only under a label. A group (QQ群) is no person's."""

from __future__ import annotations

from govredact.detectors.base import LABEL, Detector, Example, reasons
from govredact.detectors.nearby import precedes_label
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.context.runs import Evidence, Run
    from govredact.context.scan import Scan, Value

_NUMBER = lazy.compile("[1-9][0-9]{4,10}(?![0-9A-Za-z@*])")
_LINKED = lazy.compile("[:：=＝为是|\t][\\s\"'“‘（(\\[【]*$")
_OFFICE = lazy.compile("(?:客服|咨询|办公|工作|政务|单位|官方|业务|服务|技术支持)[^，。；\\s]{0,2}(?:QQ|qq|微信)号?码?[:：]?$")
_SHORTEST_UNLINKED = 7
_SHORTEST_AFTER_NUMBER = 6  # QQ号码 and six digits cannot be a version or a year


def find_value(scan: Scan, value: Value) -> Iterable[Candidate]:
    """The number that stands right after a QQ label."""
    match = _NUMBER.match(scan.text, value.start)
    if match is None:
        return
    linked = value.evidence.via != "before" or _LINKED.search(scan.text, max(0, match.start() - 12), match.start())
    if linked or len(match[0]) >= (_SHORTEST_AFTER_NUMBER if "号" in value.evidence.label else _SHORTEST_UNLINKED):
        yield _candidate(scan, match.start(), match.end(), value.evidence)


def find_run(scan: Scan, run: Run) -> Candidate | None:
    """The number in a QQ column, or one of several after the label."""
    if run.broken or run.value[0] == "0" or scan.text[run.end : run.end + 1] in ("@", "*"):
        return None
    return _candidate(scan, run.start, run.end, run.evidence)


def _candidate(scan: Scan, start: int, end: int, evidence: Evidence) -> Candidate:
    why = reasons(label=evidence.label, via=evidence.via)
    if precedes_label(scan, start, _OFFICE):
        return Candidate(start, end, "QQ", 0.7, ("office", *why), "qq", LABEL, "office", "review", "low")
    return Candidate(start, end, "QQ", 0.9, why, "qq", LABEL)


DETECTOR = Detector(
    name="qq",
    entities=("QQ",),
    source="GB/T 35273-2020, annex A (网络身份标识信息)",
    digits=frozenset(range(7, 12)),
    on_run=find_run,
    labels=frozenset({"QQ"}),
    labelled_only=True,
    fields=frozenset({"QQ"}),
    on_value=find_value,
    found=(
        Example("个人QQ：3336717229，验证信息填姓名", "3336717229"),
        Example("QQ号码为10873", "10873"),
        Example("QQ号码808996", "808996"),
        Example("姓名\tQQ\n张某\t10873\n李某\t873662\n", "873662"),
    ),
    clean=("QQ群：123456789", "不加陌生人微信、QQ等社交软件", "QQ2015版", "订单号：3336717229"),
)
