"""商业秘密标志: what a company marked as its secret (商业秘密, 普通商密★3年), and attachments whose heading says so (标底, 报价明细).

Running text about 国家秘密、商业秘密、个人隐私 is no mark, and neither is a heading among the criteria of a tender (技术方案 30分).
"""

from __future__ import annotations

from govredact.context.marking import below_the_top, explains, marks_of, ruled, talks_of_secrets
from govredact.context.standing import in_navigation, line_above, standing
from govredact.detectors.base import FORM, Detector, Example
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govredact.context.scan import Scan
    from govredact.context.standing import Standing
    from govredact.context.whole import Page, Whole

_NAME = "trade_secret_mark"
_MARK = lazy.compile(
    "(?:含有?|涉及|属于?|本文件(?:属于?|为)?|企业|公司|本公司|核心|普通|重要)?(?:商业秘密|商業秘密|商密|企业秘密|公司机密|商业机密)[级件]?"
    "(?:[ \u3000]{0,3}[★☆][ \u3000]{0,3}(?:长期|[0-9]{1,3}[ ]?(?:年|个月|天)|[0-9]{0,4})?)?(?:[ \u3000，,]{0,3}(?:注意保密|"
    "严禁外传|不得外传|请勿外传|请注意保密))?"
)
_ATTACHED = lazy.compile(
    "(?:附件|附表|附录|附)[ \u3000]{0,3}[0-9一二三四五六七八九十]{0,3}(?:[-—－][0-9]{1,2})?[ \u3000]{0,4}[:：.、]?[ \u3000]{0,4}\\Z"
)
_WHOSE = lazy.compile(
    "(?:投标人?|供应商|企业|公司|中标人?|投标|最终|分项|项目|工程|客户|产品|主要|成本|设备|货物|服务|第[一二三]次|招标|采购){0,3}\\Z"
)
_TAIL = lazy.compile("(?:明细)?(?:表|单|书|清单|文件|汇总表?|名册|资料)?")
# 标底（开标前保密）
_KEPT = lazy.compile("[ \u3000]?[（(][^（）()\n]{0,12}(?:保密|密封|机密|不公开|不得外泄|不得泄露|不得公开)[^（）()\n]{0,6}[）)]")
_HEADINGS = (
    *("标底", "报价明细", "报价清单", "报价单", "报价表", "技术方案", "客户名单", "客户资料", "成本明细", "成本核算"),
    *("工艺流程图", "配方表", "投标报价"),
)


def find(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """The mark or heading around the anchor at ``[start, end)``."""
    if scan.text.startswith(_HEADINGS, start):
        yield from _heading(scan, start, end)
        return
    first = next((begin for begin in range(max(0, start - 7), start + 1) if _covers(scan.text, begin, end)), start)
    match = _MARK.match(scan.text, first)
    if match is None:
        return
    place = standing(scan, first, match.end())
    if _is_mark(scan, first, match.end(), place):
        yield _candidate(first, match.end(), 0.9, "alone" if place.alone else "in_brackets", place)


def _covers(text: str, begin: int, end: int) -> bool:
    match = _MARK.match(text, begin)
    return match is not None and match.end() >= end


def _is_mark(scan: Scan, start: int, end: int, place: Standing) -> bool:
    if place.quoted or place.place == "aside" or (place.cell is not None and place.beside) or in_navigation(scan, start, end):
        return False
    if explains(line_above(scan, start)):
        return False
    return place.alone or (place.bracketed and place.place != "body" and (place.opens or (place.closes and "。" not in place.left)))


def _heading(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """The heading of an attachment, a sheet, a file or a whole text: 附件2：报价明细表."""
    whose = _WHOSE.search(scan.text, max(0, start - 10), start)
    first = whose.start() if whose else start
    tail = _TAIL.match(scan.text, end)
    last = tail.end() if tail else end
    kept = _KEPT.match(scan.text, last)
    last = kept.end() if kept else last
    place = standing(scan, first, last)
    if place.quoted or (place.cell is not None and place.beside):
        return
    attached = _ATTACHED.search(place.lead) is not None or _ATTACHED.fullmatch(line_above(scan, first)) is not None
    if (attached and place.closes) or (place.alone and (kept or place.place == "name" or not scan.text[:first].strip())):
        yield _candidate(first, last, 0.8, "attached" if attached else "alone", place)


def in_whole(whole: Whole) -> Iterator[tuple[Page, Candidate]]:
    """In a text about secrecy 商业秘密 alone in its line is a heading."""
    found = marks_of(whole, _NAME)
    headings = [(page, candidate) for page, candidate in found if "alone" in candidate.reasons and below_the_top(page, candidate)]
    if headings and talks_of_secrets(whole):
        yield from ruled(headings, "allow", "text_about_secrets")


def _candidate(start: int, end: int, score: float, why: str, place: Standing) -> Candidate:
    where = () if place.place == "body" else (f"mark_in_{place.place}",)
    return Candidate(start, end, "TRADE_SECRET_MARK", score, ("mark", why, *where), _NAME, FORM)


DETECTOR = Detector(
    name=_NAME,
    entities=("TRADE_SECRET_MARK",),
    source="政府信息公开条例 (2019) art. 15; 反不正当竞争法 (2025) art. 10; 中央企业商业秘密保护暂行规定 (2010) arts. 13–15",
    anchors=("商业秘密", "商業秘密", "商密", "企业秘密", "公司机密", "商业机密", *_HEADINGS),
    on_anchor=find,
    needs=frozenset({"TRADE_SECRET_MARK"}),
    on_document=in_whole,
    found=(
        Example("商业秘密\n报价文件", "商业秘密"),
        Example("核心商密★长期\n投标文件", "核心商密★长期"),
        Example("投标文件（商业秘密）\n第一部分", "商业秘密"),
        Example("采购合同\n附件2：报价明细表\n", "报价明细表"),
        Example("附件1\n客户名单\n", "客户名单"),
    ),
    clean=(
        "涉及国家秘密、商业秘密、个人隐私的信息不予公开",
        "评分因素\t分值\n技术方案\t30\n报价\t30",
        "本项目不设标底",
        "推广小麦栽培技术方案",
    ),
)
