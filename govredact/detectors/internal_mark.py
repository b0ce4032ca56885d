"""内部资料标志: what says that a paper is for a closed circle (内部资料 注意保存, 会后收回, 严禁外传, 仅供内部参考).

The line, cell or bracket must consist of such phrases: 内部审计, 加强内部控制 and 内部刊物管理办法 are topics. A phrase that only names the
kind of paper (内部文件, 内部刊物) counts at the head or end of a document, in brackets, headers and names, and never in a menu; one that
forbids or tells what to do with the paper counts wherever it stands alone. What any web page says about its copyright (未经许可不得转载)
is none.
"""

from __future__ import annotations

from govredact.context.marking import explains, marks_of, ruled, spoken_of, talks_of_secrets, told_below_title
from govredact.context.standing import in_navigation, line_above, standing
from govredact.detectors.base import FORM, Detector, Example
from govredact.detectors.internal_phrases import ANCHORS, ORDER, read
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govredact.context.scan import Scan
    from govredact.context.standing import Standing
    from govredact.context.whole import Page, Whole
    from govredact.detectors.internal_phrases import Reading

_NAME = "internal_mark"
# So near to 内部, 外部 makes the two a choice.
_CHOICES = 12
_LABEL = lazy.compile("密[ \u3000]?级|公开属性|公开方式|文件性质|资料性质|知悉范围|保密级别")
# 内部 as the first line of a title in two: 内部 / 控制.
_SUBJECT = lazy.compile("[\\s]{0,6}(?:控制|审计|管理|监督|治理|招聘|竞聘|选拔|机构|规章|制度|评价|分工|调动|设施|道路|装修|装饰|维修|改造)")
# Printed works in a list: 《青山文史资料》第3辑（内部发行）, [1] 青山县志（内部资料），1987.
_CITED = lazy.compile(
    "^[ \u3000]{0,4}[\\[［〔]?[0-9]{1,3}[\\]］〕.、]|"
    "》[ \u3000]{0,2}(?:第?[0-9一二三四五六七八九十]{1,4}[辑期卷集册])?[ \u3000]{0,2}[（(]?\\Z"
)
# The next of several rules: 不得复印 / 不得转借.
_RULES = lazy.compile("\n[^\u4e00-\u9fff\n]{0,6}(?:请勿|不得|严禁|禁止|不准)")
# What only papers of an office say.
_PAPER = lazy.compile("〔(?:19|20)[0-9]{2}〕|各[\u4e00-\u9fff、，]{1,30}[：:]|抄送|人民政府|委员会|党委|纪要|简报|内部|会议材料")
_KEPT_WELL = lazy.compile("(?:请)?注意(?:保存|保管)[!！。]?")
_RUMOUR = lazy.compile("谣|诈骗|骗局|虚假信息")


def find(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """The mark that the phrase at ``[start, end)`` belongs to, if its line, cell or brackets say nothing else."""
    reading = read(scan, start, end)
    if reading is None:
        return
    place = standing(scan, reading.start, reading.end)
    if place.quoted:
        return
    action, why = _judge(scan, reading, place)
    if why:
        where = () if place.place == "body" else (f"mark_in_{place.place}",)
        yield Candidate(reading.start, reading.end, "INTERNAL_MARK", 0.9, ("mark", why, *where), _NAME, FORM, action=action)


def _judge(scan: Scan, reading: Reading, place: Standing) -> tuple[str, str]:
    """(action, reason); a reason "" means no mark."""
    ends = place.bracketed and place.closes and "。" not in place.left
    if not (place.alone or ends or (place.bracketed and place.opens)):
        return "", ""
    if place.bracketed and place.left and _CITED.search(place.lead) and scan.text[: scan.line(reading.start)[0]].strip():
        return "", ""
    if place.place not in ("header", "name") and (explains(line_above(scan, reading.start)) or spoken_of(scan, reading.end)):
        return "review", "mark_explained"
    if reading.kind == "copies" and _RULES.search(scan.text, reading.end, min(len(scan.text), reading.end + _CHOICES)):
        return "", ""
    if reading.kind in ("copies", "limited"):
        return ("review", "alone") if place.alone and place.place in ("header", "head", "tail") and not place.beside else ("", "")
    if reading.kind == "strong":
        beside = place.cell is not None and place.beside
        return ("review" if beside else "block"), "alone" if place.alone else "in_brackets"
    return _named(scan, reading, place)


def _named(scan: Scan, reading: Reading, place: Standing) -> tuple[str, str]:
    """What only names the kind of paper: at the places where marks stand."""
    if place.cell is not None and place.beside:
        return ("block", "labelled") if _LABEL.search(place.cell.before) else ("", "")
    if _LABEL.search(place.lead):
        return "block", "labelled"
    if in_navigation(scan, reading.start, reading.end) or place.place in ("aside", "link"):
        return "", ""
    around = scan.text[max(0, reading.start - _CHOICES) : reading.end + _CHOICES]
    if reading.kind == "bare" and ("外部" in around or _SUBJECT.match(scan.text, reading.end)):
        return "", ""
    if place.place in ("header", "name", "head", "tail"):
        doubtful = reading.kind == "bare" and place.place in ("name", "tail") and not place.bracketed
        return ("review" if doubtful else "block"), "alone" if place.alone else "in_brackets"
    return ("review", "alone") if reading.kind == "weak" or place.bracketed else ("", "")


def in_whole(whole: Whole) -> Iterator[tuple[Page, Candidate]]:
    """Below the title of a lesson, a case or a warning a mark is a sample; a bare order may be one to the public."""
    found = [(page, candidate) for page, candidate in marks_of(whole, _NAME) if candidate.action == "block"]
    if found:
        about = talks_of_secrets(whole, *_ABOUT)
        for page, candidate in found:
            if told_below_title(whole, page, candidate) or (about and _is_order(page, candidate)):
                yield from ruled([(page, candidate)], "review", "text_about_secrets")
            elif _is_order(page, candidate) and (_RUMOUR.search(page.scan.text) or not _PAPER.search(page.scan.text)):
                yield from ruled([(page, candidate)], "review", "said_to_public")


_ABOUT = (3, 2)


def _is_order(page: Page, candidate: Candidate) -> bool:
    """Whether the mark is nothing but an order (请勿转发) below the first line of a text, where the public is told so too."""
    text, value = page.scan.text, page.scan.text[candidate.start : candidate.end]
    if "mark_in_header" in candidate.reasons or not (ORDER.fullmatch(value) or _KEPT_WELL.fullmatch(value)):
        return False
    return bool(text[: candidate.start].strip())


DETECTOR = Detector(
    name=_NAME,
    entities=("INTERNAL_MARK",),
    source="政府信息公开条例 (2019) art. 16 (内部事务信息, 过程性信息); rules of government websites (内部资料不得上网)",
    anchors=ANCHORS,
    on_anchor=find,
    needs=frozenset({"INTERNAL_MARK"}),
    on_document=in_whole,
    found=(
        Example("内部资料 注意保存\n第12期\n青山县工作简报", "内部资料 注意保存"),
        Example("青山县工作简报\n本资料仅供内部参考，请勿外传。\n一、基本情况", "本资料仅供内部参考，请勿外传"),
        Example("关于检查的报告（会后收回）", "会后收回"),
        Example("【内部文件】关于检查的通知", "内部文件"),
        Example("内　部\n资　料", "内　部\n资　料"),
        Example("会议材料\n严禁上网", "严禁上网"),
        Example("阅后清退，不得翻印、转发", "阅后清退，不得翻印、转发"),
    ),
    clean=(
        "加强内部审计和内部控制",
        "内部资料性出版物管理办法",
        "涉及工作秘密的应当标注“内部资料 注意保存”",
        "首页\n信息公开\n内部刊物\n通知公告\n政策法规",
        "未经授权不得转载",
        "版权所有，翻印必究",
        "有关部门应当将许可证收回",
        "培训方式\t人数\n内部\t20\n外部\t30",
    ),
)
