"""需上级审批: an event (accident, epidemic, disaster, mass incident) that is told with its date or its casualties.

The words and who approves come from lists (``lexicons/approval.tsv``, an office's own) with the entity APPROVAL_TRIGGER. A rule, a plan, a
drill, a statistic, a court case and last century's earthquake name the same things and need nobody's approval.
"""

from __future__ import annotations

from govredact.context.records import record
from govredact.detectors.base import Detector
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.context.scan import Scan
    from govredact.lexicon import Hit

_N = "[0-9一二两三四五六七八九十百千数]"
_HARM = "(?:死亡|遇难|受伤|重伤|轻伤|伤亡|失联|失踪|被困|中毒|感染|确诊|丧生|身亡|送医)"
_CASUALTIES = lazy.compile(
    f"{_N}{{1,6}}(?:余|多)?[名人例]{{1,2}}(?!以[上下])[^，。；\n以]{{0,6}}{_HARM}|"
    f"(?:{_HARM}|新增|造成|导致|致使|致)[^，。；\n0-9]{{0,10}}{_N}{{1,6}}(?:余|多)?[名人例](?!以[上下])(?:[，、][0-9一二两三四五六七八九十]{{1,4}}人{_HARM})?"
)
_WHEN = lazy.compile(
    "(?:(20[0-9]{2})年)?[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日|(?:今日|今天|昨日|昨天|昨晚|今晨|凌晨|当日|日前)|[0-9]{1,2}时(?:[0-9]{1,2}分)?许?"
)
_HAPPENS = lazy.compile("发生|突发|爆发|暴发|引发|遭遇|遭受|突降|突遇|出现|造成|聚集|报告|通报|接报|起火|坍塌|爆炸|受灾|登陆|决口")
_NOT_AN_EVENT = lazy.compile(
    "演练|推演|模拟|假设|假如|如果|一旦|可能|若|防止|防范|预防|避免|杜绝|严防|预案|规定|条例|办法|应当|处罚|保险|宣传|培训|讲座|教育|学习|"
    "全年|上半年|下半年|季度|同比|环比|累计|统计|近年|历年|年度|下降|上升|以来|连续|未发生|没有发生|不发生|零事故|"
    "被告|原告|判决|审理|法院|庭审|诉讼|起诉|纪念|周年|疫情影响|疫情防控"
)
_DRILL = lazy.compile("演练|桌面推演|演习")
_ARTICLE = lazy.compile("第[一二三四五六七八九十百]{1,5}条")
_NEAR, _FEW_ARTICLES, _OLD_YEARS, _MOST = 200, 3, 10, 10


def find(scan: Scan) -> Iterable[Candidate]:
    """The first trigger of each sentence that tells of an event; the suggestion says who approves."""
    done, count = -1, 0
    for hit in scan.keywords:
        if hit.entry.entity != "APPROVAL_TRIGGER" or hit.start < done:
            continue
        first, last = record(scan, hit.start)
        why = _evidence(scan, hit, first, last)
        if not why:
            continue
        done, count = last, count + 1
        reasons = (why, f"lexicon:{hit.entry.lexicon}")
        yield Candidate(
            hit.start, hit.end, "APPROVAL_TRIGGER", 0.8, reasons, "approval_trigger",
            action=hit.entry.action, severity=hit.entry.severity, suggestion=hit.entry.suggestion,
        )  # fmt: skip
        if count == _MOST:
            return


def _evidence(scan: Scan, hit: Hit, first: int, last: int) -> str:
    """``casualties`` or ``event_date`` where the sentence tells of an event; "" for a topic."""
    sentence = scan.text[first:last]
    if _NOT_AN_EVENT.search(sentence) or _DRILL.search(scan.text, max(0, hit.start - _NEAR), hit.start + _NEAR):
        return ""
    if _is_rule(scan) or _is_long_ago(scan, sentence):
        return ""
    if _CASUALTIES.search(sentence):
        return "casualties"
    if not _WHEN.search(sentence) or not _HAPPENS.search(sentence):
        return ""
    following = scan.text[last : last + _NEAR // 2]
    return "casualties" if _CASUALTIES.search(following) else "event_date"


def _is_rule(scan: Scan) -> bool:
    return sum(1 for _ in zip(_ARTICLE.finditer(scan.text), range(_FEW_ARTICLES), strict=False)) == _FEW_ARTICLES


def _is_long_ago(scan: Scan, sentence: str) -> bool:
    """Whether the years of the sentence, else of the text, are long past: history, and old papers that are published again."""
    years = _YEAR.findall(sentence) or _YEAR.findall(scan.text, 0, _BEGINNING)
    return bool(years) and max(map(int, years)) < scan.settings.as_of_year - _OLD_YEARS


_YEAR = lazy.compile("(?<![0-9])((?:18|19|20)[0-9]{2})年")
_BEGINNING = 20_000

DETECTOR = Detector(
    name="approval_trigger",
    entities=("APPROVAL_TRIGGER",),
    source="突发事件应对法 (2024) and rules of government websites: emergencies and mass incidents need a higher leader's approval",
    on_passage=find,
    found=(),
    clean=("为了防范生产安全事故，制定本办法。", "全县组织开展地震应急演练。"),
)
