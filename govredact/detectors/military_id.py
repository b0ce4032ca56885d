"""军人证件号: 军官证, 士兵证, 文职干部证, 退役证 and their old form 军字第NNNN号.

No check digit exists. The written form (军字第1234567号) is strong enough with a word nearby; bare digits need a label.
"""

from __future__ import annotations

from govredact.detectors.base import FORM, LABEL, Detector, Example, reasons
from govredact.detectors.labelled import beside, by_label, goes_on, near, run_by_label
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.context.runs import Run
    from govredact.context.scan import Scan, Value

# Who issued the card: the army as a whole, soldiers, civil cadres, the services, headquarters and (former) commands.
_ISSUERS = "军兵士文警武海空炮火航南北东西中参政后装联沈京济兰广成宁"
_SURE = "军兵士"
_NUMBER = lazy.compile(" ?[(（]?(?:19|20)?[0-9]{6,9}[)）]?(?: ?号)?")
_WORDS = lazy.compile("军官|士兵|士官|军人|文职|警官|证件|退役|退伍|现役|部队|武警|转业|优待证")
_CARDS = lazy.compile("军官证|士兵证|士官证|军士证|文职干部证|文职人员证|军人证|警官证|退役证|优待证")
_LOOSE = lazy.compile(f"[{_ISSUERS}退优]{{0,2}}(?:字)?第? ?[A-Za-z]{{0,3}}[0-9]{{6,20}}(?: ?号)?")


def find_run(scan: Scan, run: Run) -> Candidate | None:
    """A candidate for a run of seven or more characters under the label, also for the second of a list."""
    return run_by_label(scan, run, "CN_MILITARY_ID", "military_id", 0.85)


def find(scan: Scan, start: int, end: int) -> Iterator[Candidate]:
    """A candidate for 军字第 and a number of six to nine digits; ``[start, end)`` is the anchor (军字第)."""
    number = _NUMBER.match(scan.text, end)
    if number is None or goes_on(scan, number.end()):
        return
    evidence = scan.evidence(start, number.end())
    if evidence.field == "MILITARY_ID" or evidence.field == "ID_ANY":
        why = reasons("form", label=evidence.label, via=evidence.via)
        yield Candidate(start, number.end(), "CN_MILITARY_ID", 0.95, why, "military_id", LABEL | FORM)
        return
    word = near(scan, start, number.end(), _WORDS)
    if word:
        yield Candidate(start, number.end(), "CN_MILITARY_ID", 0.85, ("form", f"near:{word}"), "military_id", FORM)
    elif scan.text[start] in _SURE and not evidence.field:
        yield Candidate(start, number.end(), "CN_MILITARY_ID", 0.65, ("form",), "military_id", FORM)


def value_of_label(scan: Scan, value: Value) -> Iterator[Candidate]:
    """What stands under a label of a soldier's or veteran's card, with 军字第 and 号 where they stand.

    Under a label of documents in general the line must name such a card (证件类型：军官证).
    """
    if value.evidence.field == "MILITARY_ID" or beside(scan, value.start, value.end, _CARDS):
        yield from by_label(scan, value, _LOOSE, "CN_MILITARY_ID", "military_id", 0.85)


DETECTOR = Detector(
    name="military_id",
    entities=("CN_MILITARY_ID",),
    source="中国人民解放军军官证和文职干部证管理规定 (K)",
    digits=frozenset(range(7, 21)),
    tokens=frozenset(range(7, 21)),
    on_run=find_run,
    labels=frozenset({"MILITARY_ID"}),
    labelled_only=True,
    fields=frozenset({"MILITARY_ID", "ID_ANY"}),
    on_value=value_of_label,
    anchors=tuple(f"{issuer}字第" for issuer in _ISSUERS),
    on_anchor=find,
    found=(
        Example("军官证号：军字第2001988号", "军字第2001988号"),
        Example("该同志持军官证（南字第0123456号）办理", "南字第0123456号"),
        Example("士兵证号：士20150123456", "士20150123456"),
        Example("证件类型：士兵证，证件号码：20150123456", "20150123456"),
        Example("姓名\t退役证号\n张某\t33010620190012\n", "33010620190012"),
    ),
    clean=(
        "（2015）甘刑执字第00065号",
        "文字第12号通知",
        "军官证、士兵证号码不得公开",
        "沪公字第20210012号",
    ),
)
