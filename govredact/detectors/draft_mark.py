"""未定稿标志 of a paper that is not settled (送审稿, 讨论稿, 代拟稿, 草案): behind its title, alone in its line, in a header or its name.

A call for opinions publishes its draft on purpose, and news of a meeting that discussed 《…（草案）》 speaks of one: neither is marked.
"""

from __future__ import annotations

from govredact.context.marking import marks_of, ruled
from govredact.context.standing import line_above, standing
from govredact.detectors.base import FORM, Detector, Example
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govredact.context.scan import Scan
    from govredact.context.standing import Standing
    from govredact.context.whole import Page, Whole

_NAME = "draft_mark"
_G = "[ \u3000\u00a0]{0,4}"
_KINDS = (
    *("送审", "讨论", "代拟", "征求意见", "审议", "修改", "报审", "报批", "送签", "会签", "汇报", "初审", "审核", "待审", "未定"),
    *("送审修改", "内部讨论", "送審", "討論", "上会", "呈批", "呈报", "上报", "拟定"),
    *("建议", "论证", "评审", "送印", "校对"),
)
_ANCHORS = (
    *(f"{kind}稿" for kind in _KINDS),
    *("样稿", "清样", "初稿", "草稿", "草案", "花脸稿", "二稿", "三稿", "四稿", "五稿", "徵求意見稿", "征求意見稿"),
    *("送 审 稿", "讨 论 稿", "送　审　稿", "讨　论　稿", "征 求 意 见 稿"),
)
_BEFORE = lazy.compile(
    f"(?:(?:第?[一二三四五0-9]{{1,2}}[次轮版稿]?|最终|[内內]部|修改|领导|专家|部门|党组会?|常务会|常委会|办公会|供|会议|第|征求意见|提请|草案){_G}){{0,2}}\\Z"
)
_AFTER = lazy.compile(
    f"(?:{_G}[·・•—–－-]{{0,2}}{_G}(?:第?[一二三四五0-9]{{1,2}}[稿版次]|修改稿|"
    f"[0-9]{{4}}[.-][0-9]{{1,2}}[.-][0-9]{{1,2}}|[0-9]{{4,8}}(?:版|稿)?|[Vv]?[0-9]{{1,2}}(?:\\.[0-9])?版?|"
    f"[0-9]{{1,2}}月[0-9]{{1,2}}日(?:稿|版)?))?"
    "(?:[ \u3000，,、]{1,2}(?:请勿|不得|未经|仅供|内部)[\u4e00-\u9fff]{2,8}|[（(](?:请|[0-9])[^（）()\n]{2,30}[）)])?"
)
# A call for opinions, in words other than the name of the draft.
_CALL = lazy.compile(
    "征求意见(?![第一二三四五]?[一二三四五]?稿)|公开征求|公开征集|征求[^。\n]{2,80}意见(?!稿)|征集[^。\n]{0,20}意见|征询意见|意见征集|意见征询|"
    "民意征集|征集(?:时间|起止|状态)|征求社会|提出意见和建议|修改意见和建议|立法听证"
)
_ATTACHED = lazy.compile(
    "[ \u3000]{0,4}(?:附件[0-9一二三四五六七八九十]{0,2}|附)[ \u3000]{0,2}[:：.、]?[ \u3000]{0,2}(?:[0-9一二三四五六七八九十]{1,2}[.、．])?"
)
# What people's congresses are given is a draft by its name.
_BUDGET = lazy.compile("(?:预算|决算|计划|预算调整方案)[（(]?\\Z")
_SENTENCE = frozenset("。；;，,：:！？")
# 供水管理办法-送审稿, and what a link calls the file behind it: …（讨论稿）.docx.
_DASHED = lazy.compile("[\u4e00-\u9fff》]{4}[ \u3000]?[-—–－_]{1,2}[ \u3000]?\\Z")
_SUFFIX = lazy.compile("(?i:docx?|wps|pdf|ofd|xlsx?|pptx?|txt|rtf|rar|zip)")


def find(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """The mark around the kind of draft at ``[start, end)``."""
    before = _BEFORE.search(scan.text, max(0, start - 12), start)
    first = before.start() if before and not scan.text[before.start() : start].isspace() else start
    after = _AFTER.match(scan.text, end)
    last = after.end() if after else end
    place = standing(scan, first, last)
    why = _reason(scan, first, place)
    if why:
        where = () if place.place == "body" else (f"mark_in_{place.place}",)
        yield Candidate(first, last, "DRAFT_MARK", 0.85, ("mark", why, *where), _NAME, FORM)


def _reason(scan: Scan, start: int, place: Standing) -> str:
    """Where the mark stands; "" where the draft is only spoken of."""
    if scan.text.startswith("草案", start) and _BUDGET.search(place.lead):
        return ""
    if place.quoted or place.place == "aside" or (place.cell is not None and place.beside):
        return ""
    if place.alone and place.place not in ("header", "name") and _STEPS.search(line_above(scan, start) + "\n" + _line_below(scan, start)):
        return ""
    if place.alone:
        return "" if scan.text.startswith("草案", start) and not place.bracketed and place.place != "header" else "alone"
    if place.place == "name":
        return "in_brackets"
    attached = _ATTACHED.match(place.lead)
    title = place.lead[attached.end() :] if attached else place.left
    file_name = _SUFFIX.fullmatch(place.right) is not None
    behind = place.bracketed or _DASHED.search(place.lead) is not None
    if not behind or not (place.closes or file_name) or not _SENTENCE.isdisjoint(title):
        return ""
    return "attached" if attached or file_name else "in_brackets" if place.place in ("head", "header") else ""


# The steps of a work: 初稿, 二稿, 定稿; 一校, 二校, 清样.
_STEPS = lazy.compile(
    "(?:^|\n)[^\u4e00-\u9fff\n]{0,6}(?:初稿|[一二三四五]稿|定稿|终稿|[一二三四五]校|清样|付印|排版)[^\u4e00-\u9fff\n]{0,4}(?:\n|$)"
)


def _line_below(scan: Scan, start: int) -> str:
    last = scan.line(start)[1]
    return scan.text[last + 1 : last + 1 + _REACH].lstrip().partition("\n")[0]


_REACH = 90


def in_whole(whole: Whole) -> Iterator[tuple[Page, Candidate]]:
    """In a call for opinions a draft is what is meant to be published."""
    found = marks_of(whole, _NAME)
    if found and (_CALL.search(whole.origin.title) or any(_CALL.search(page.scan.text) for page in whole.pages)):
        yield from ruled(found, "allow", "call_for_opinions")


DETECTOR = Detector(
    name=_NAME,
    entities=("DRAFT_MARK",),
    source="政府信息公开条例 (2019) art. 16 (过程性信息); 重大行政决策程序暂行条例 art. 15 (calls for opinions)",
    anchors=_ANCHORS,
    on_anchor=find,
    needs=frozenset({"DRAFT_MARK"}),
    on_document=in_whole,
    found=(
        Example("青山县供水管理办法（送审稿）\n第一章 总则", "送审稿"),
        Example("讨论稿\n青山县供水管理办法", "讨论稿"),
        Example("青山县供水管理办法\n（代拟稿）\n第一章 总则", "代拟稿"),
        Example("青山县供水管理办法（草案第二稿）\n第一章 总则", "草案第二稿"),
        Example("附件：1.青山县供水管理办法（征求意见稿）", "征求意见稿"),
        Example("青山县供水管理办法-送审稿\n第一章 总则", "送审稿"),
        Example("青山县供水管理办法（第三稿）\n第一章 总则", "第三稿"),
    ),
    clean=(
        "会议审议通过《青山县供水管理办法（送审稿）》。",
        "会议听取了关于《青山县供水条例（草案）》的说明",
        "关于2025年预算执行情况和2026年预算草案的报告",
        "对初稿进行通篇校对。",
    ),
)
