"""密级标志: the level of a state secret as it stands on a document (秘密★1年, 机密★, 绝密 ☆ 长期, 机密 alone in its line).

Place and form make the mark: a star behind the level, or the level alone in a line, a cell, brackets, a header, a watermark or a file's
name. The words 机密 and 国家秘密 in running text are none. A rule that quotes the form (“秘密★保密期限”), a list of the levels and a
table that defines them carry none; a catalogue of classified documents is for a person to look at.
"""

from __future__ import annotations

from govredact.context.marking import (
    below_the_top,
    defined,
    explains,
    goes_on,
    is_level_label,
    left_label,
    listed_levels,
    marks_of,
    ruled,
    spoken_of,
    states_own_level,
    talks_of_secrets,
    ticked,
    told_below_title,
)
from govredact.context.records import record
from govredact.context.standing import in_navigation, line_above, standing
from govredact.detectors.base import FORM, Detector, Example
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govredact.context.scan import Scan
    from govredact.context.standing import Cell, Standing
    from govredact.context.whole import Page, Whole

_NAME = "classification_mark"
_GAP = "[ \t\u3000\u00a0]{0,8}(?:\r?\n)?[ \u3000\u00a0]{0,8}"
# The other half of a level may stand apart or in the line above (vertical marks).
_LEVEL = lazy.compile(f"[绝絕机機秘祕]{_GAP}\\Z")
# 工作秘密, 警务工作秘密, and what the trade calls its own: 警务秘密, 审判秘密.
_WORK = lazy.compile(f"(?:警务|检察|审判|税务|海关|政法|公安|机关)?工{_GAP}作{_GAP}\\Z|(?:警务|检察|审判|税务|海关|政法|公安){_GAP}\\Z")
_STAR = lazy.compile(f"级?{_GAP}([★☆✭✩⭐✮✯⋆※*·•・﹡∗]){_GAP}")
_WEAK_STARS = frozenset("*·•・﹡∗")
_N = "[0-9〇零一二三四五六七八九十]"
_TERM = lazy.compile(
    f"[ \u3000]{{0,8}}(?:[长長][ \u3000]{{0,4}}期|永[ \u3000]?久|{_N}{{1,3}}[ \u3000]{{0,4}}(?:年|个?月|天|日)(?![0-9]{{1,2}}月)|"
    f"{_N}{{4}}年{_N}{{1,3}}月(?:{_N}{{1,3}}日)?(?:前|解密)?|[^\\s，。；“”★☆）)】\\]0-9]{{1,14}}(?:前|后|时|日|解密)(?![\u4e00-\u9fff]))"
)
_BARE_TERM = lazy.compile(
    f"[ \u3000]{{0,8}}(?:[长長][ \u3000]{{0,4}}期|{_N}{{1,3}}[ \u3000]{{0,4}}(?:年|个月)|(?:启用|公布|使用|考试|"
    "会议)(?:开始|结束)?[前后])(?![\u4e00-\u9fff])"
)
# A line that says no more than what kind of paper this is: 机密文件.
_CARRIER = lazy.compile("级?(?:文件|资料|材料|公文|电报|图纸|件)(?=[ \u3000]{0,4}(?:[\r\n）)】\\]〕]|\\Z))")
# 机密（保密期限：10年）
_TOLD_TERM = lazy.compile("级?[ \u3000]{0,3}[（(](?:保密期限|保密期|解密(?:时间|日期|条件))[:：]?[^（）()\n]{1,16}[）)]")
_REACH = 24
# 国家秘密, 商业秘密, 保守秘密: a word that ends in 秘密 and names something else.
_OF_SOMETHING = (
    *("国家", "國家", "商业", "商業", "保守", "技术", "核心", "重要", "军事", "个人", "工作"),
    *("审判", "警务", "属于", "涉及", "通信", "泄露", "不是", "什么"),
)


def find(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """The mark whose 密 stands at ``[start, end)``."""
    level = _LEVEL.search(scan.text, max(0, start - _REACH), start)
    if level is None or scan.text.endswith(("国家秘", "國家秘"), max(0, start - 3), start):
        yield from _stamped(scan, start, end)
    if level is None:
        return
    first = level.start()
    work = scan.text[first] in "秘祕" and _WORK.search(scan.text, max(0, first - _REACH), first)
    star = _STAR.match(scan.text, end)
    term = (_TERM if star else _BARE_TERM).match(scan.text, star.end() if star else end)
    last = term.end() if term else star.end(1) if star else end
    told = None if star else _TOLD_TERM.match(scan.text, last)
    if told:
        last = told.end()
    elif not star:
        carrier = _CARRIER.match(scan.text, last)
        last = carrier.end() if carrier else last + scan.text.startswith("级", last)
    entity = "WORK_SECRET_MARK" if work else "CLASSIFICATION_MARK"
    yield from _judge(scan, work.start() if work else first, last, entity, star[1] if star else "", bool(term or told))


def _stamped(scan: Scan, start: int, end: int) -> Iterator[Candidate]:
    """What is stamped on a paper without a level: ㊙, 密件, 涉密文件, 国家秘密; the last two name topics as well."""
    stamp = next((found for found in _STAMP.finditer(scan.text, max(0, start - 3), end + 3) if found.start() <= start < found.end()), None)
    if stamp is None:
        return
    place = standing(scan, *stamp.span())
    first = place.place == "head" and not _HAN.search(scan.text, 0, stamp.start())
    if not place.alone or not (first or place.place in ("header", "name")) or _TOLD_OF.match(scan.text, stamp.end()):
        return
    topic = stamp[0] in _TOPICS and place.place != "header"
    reasons = ("mark", "alone", f"mark_in_{place.place}")
    action = "review" if topic else "block"
    yield Candidate(*stamp.span(), "CLASSIFICATION_MARK", 0.8, reasons, _NAME, FORM, action=action)


_STAMP = lazy.compile("㊙|(?:机要)?密件|涉密(?:文件|资料|材料|公文|载体|件)?|[国國]家秘密(?:文件|资料|材料|载体)?")
_TOPICS = frozenset(("涉密", "涉密载体", "国家秘密", "國家秘密", "国家秘密载体"))
_TOLD_OF = lazy.compile("[\\s：:，—-]{0,4}(?:是|指|即|这|的|分为|包括)")
_HAN = lazy.compile("[\u4e00-\u9fff]")


def _judge(scan: Scan, start: int, end: int, entity: str, star: str, term: bool) -> Iterator[Candidate]:
    place = standing(scan, start, end)
    if place.quoted or (_names_something(place.lead) and not states_own_level(place)):
        return
    strong = bool(star) and star not in _WEAK_STARS
    action, why = _starred(scan, start, place) if strong else _plain(scan, start, end, place, bool(star) or term)
    if why:
        where = () if place.place == "body" else (place.place,)
        parts = ("mark", *(("star",) if star else ()), *(("term",) if term else ()), why, *(f"mark_in_{name}" for name in where))
        yield Candidate(start, end, entity, 0.95 if star else 0.9, parts, _NAME, FORM, action=action)


def _names_something(lead: str) -> bool:
    return lead.rstrip().endswith(tuple(_OF_SOMETHING))


def _starred(scan: Scan, start: int, place: Standing) -> tuple[str, str]:
    """(action, reason) of a level with a star; a reason "" means no mark."""
    around = line_above(scan, start) if place.alone else scan.text[slice(*record(scan, start))]
    if place.alone:
        sample = explains(around) or _has_neighbour(scan, start)
        return ("review", "mark_explained") if sample and place.place not in ("header", "name") else ("block", "alone")
    if explains(around):
        return "", ""
    if place.opens or place.closes or place.bracketed:
        return "block", "line_edge"
    return "review", "in_text"


def _has_neighbour(scan: Scan, start: int) -> bool:
    """Whether another level with a star stands in the lines beside: a paper has one level, samples come in rows."""
    others = _STARRED.finditer(scan.text, max(0, start - _BESIDE), start + _BESIDE)
    return any(match[1] != scan.text[start] and match.start(1) != start for match in others)


_STARRED = lazy.compile("(?m:^)[ \u3000]{0,4}([绝机秘])密[ \u3000]{0,2}[★☆]")
_BESIDE = 40


def _plain(scan: Scan, start: int, end: int, place: Standing, marked: bool) -> tuple[str, str]:
    """(action, reason) of a level without a star."""
    if ticked(scan, start, end):
        return "block", "ticked"
    if states_own_level(place):
        return ("review", "mark_explained") if explains(line_above(scan, start)) else ("block", "labelled")
    if left_label(place):
        return ("", "") if goes_on(scan, end) else _labelled(scan, place)
    if place.cell is not None and place.beside and "\n" not in scan.text[start:end]:
        return _in_table(place, place.cell, marked)
    if not _stands_out(place) or in_navigation(scan, start, end):
        return "", ""
    if f"《{scan.text[start:end]}》" in scan.text or _WORK_OF_ART.match(scan.text, end):
        return "", ""
    if (listed_levels(scan, start, end) or defined(scan, end)) and place.place not in ("header", "name"):
        return "", ""
    above = line_above(scan, start)
    if (explains(above) or "国家秘密" in above or spoken_of(scan, end)) and place.place not in ("header", "name"):
        return "review", "mark_explained"
    weak = scan.text[start] in "秘祕" or _CARRIER.search(scan.text, start, end + 1) is not None
    if place.place == "body" and weak and not marked and not place.bracketed:
        return "review", "alone"
    return "block", "alone" if place.alone else "in_brackets"


def _stands_out(place: Standing) -> bool:
    """Alone, or in brackets at either end of a title (【机密】关于…, …的报告（机密）)."""
    if place.place == "aside":
        return False
    if place.alone:
        return True
    if not place.bracketed or place.quoted:
        return False
    other = place.right if place.opens else place.left if place.closes else "。"
    return not any(sign in other for sign in "。；：:;") and place.place != "body"


def _labelled(scan: Scan, place: Standing) -> tuple[str, str]:
    """密级：机密 of this document; not the choices of a form (密级：机密/秘密/公开) and not the entries of a catalogue."""
    if place.right and any(sign in place.right for sign in ("/", "、", "或", "□", "○", "公开", "秘密", "机密", "绝密")):
        return "", ""
    if _FORMERLY.search(place.lead) and any(word in scan.text for word in ("解密", "开放")):
        return "", ""
    return ("review", "classified_list") if scan.text.count("密级") > _MOST_LABELS else ("block", "labelled")


_MOST_LABELS = 4
# A book, film or play of that name, and who made it.
_WORK_OF_ART = lazy.compile("[ \u3000]{0,4}\n[ \u3000]{0,4}(?:作者|著者|编著|译者|导演|主演|编剧|出版社|票价|片长|类型|剧场)")
# The level that a declassified paper had.
_FORMERLY = lazy.compile("原(?:定)?(?:密级|保密级别|涉密等级)[ \u3000]{0,4}[:：][ \u3000]{0,8}\\Z")
_LEVEL_NAMES = frozenset(("绝密", "机密", "秘密", "绝密级", "机密级", "秘密级"))


def _in_table(place: Standing, cell: Cell, marked: bool) -> tuple[str, str]:
    """A level beside other cells: the value of a label, an entry of a catalogue, or a word of a table about something."""
    if not place.alone or not _LEVEL_NAMES.isdisjoint(map(str.strip, cell.row)):
        return "", ""
    header = next((header for header in cell.headers if is_level_label(header)), "")
    if header:
        if header.strip().startswith(("原", "现", "拟")) or not _lists_documents(cell):
            return "", ""
        return "review", "classified_list"
    return ("review", "alone") if place.place == "head" and (marked or not cell.headers) and not _is_time(place.beside) else ("", "")


def _is_time(text: str) -> bool:
    """Whether the other cells only say how long: 秘密 | 10年 is a row of a table of terms."""
    return _DURATION.fullmatch(text) is not None


_DURATION = lazy.compile(f"(?:不超过|最长)?{_N}{{1,4}}(?:年|个月|月)?|长期")


_DOCUMENT = lazy.compile("《|关于.{0,40}的|〔[0-9]{4}〕|[0-9]号$|(?:通知|报告|请示|批复|意见|方案|纪要|函|文件|图纸|资料|档案|电报)\\Z")


def _lists_documents(cell: Cell) -> bool:
    return any(_DOCUMENT.search(text.strip()) for text in cell.row)


def in_whole(whole: Whole) -> Iterator[tuple[Page, Candidate]]:
    """In a text about secrecy (rules, courses, cases) a mark below its title or first lines is a sample: a person looks at it."""
    found = [(page, candidate) for page, candidate in marks_of(whole, _NAME) if candidate.action == "block"]
    if found:
        about = talks_of_secrets(whole)
        samples = [pair for pair in found if (about and below_the_top(*pair)) or told_below_title(whole, *pair)]
        yield from ruled(samples, "review", "text_about_secrets")


DETECTOR = Detector(
    name=_NAME,
    entities=("CLASSIFICATION_MARK", "WORK_SECRET_MARK"),
    source="保守国家秘密法 (2024) arts. 14, 20, 22, 64; 实施条例 (2024) arts. 21, 73; GB/T 9704-2012, 7.2.1–7.2.2",
    anchors=("密", "㊙"),
    on_anchor=find,
    needs=frozenset({"CLASSIFICATION_MARK", "WORK_SECRET_MARK"}),
    on_document=in_whole,
    found=(
        Example("秘密★1年\n青山县人民政府文件", "秘密★1年", "CLASSIFICATION_MARK"),
        Example("000012\n机　密 ★ 长期\n特急", "机　密 ★ 长期", "CLASSIFICATION_MARK"),
        Example("【绝密★】", "绝密★", "CLASSIFICATION_MARK"),
        Example("机密☆会议开始前", "机密☆会议开始前", "CLASSIFICATION_MARK"),
        Example("青山县人民政府文件\n机\n密\n关于检查的通知", "机\n密", "CLASSIFICATION_MARK"),
        Example("密级：秘密\n关于检查的通知", "秘密", "CLASSIFICATION_MARK"),
        Example("【机密】关于检查的通知", "机密", "CLASSIFICATION_MARK"),
        Example("秘密 10年\n关于检查的通知", "秘密 10年", "CLASSIFICATION_MARK"),
        Example("工作秘密★3年", "工作秘密★3年", "WORK_SECRET_MARK"),
        Example("（工作秘密）\n关于检查的通知", "工作秘密", "WORK_SECRET_MARK"),
    ),
    clean=(
        "国家秘密标志形式为“密级★保密期限”",
        "在首页左上角标注“机密★10年”",
        "应当在首页标注机密★10年。",
        "国家秘密的密级分为绝密、机密、秘密三级",
        "绝密\n最重要的国家秘密\n机密\n重要的国家秘密\n秘密\n一般的国家秘密",
        "密级：□绝密 □机密 □秘密 □公开",
        "密级：绝密/机密/秘密",
        "密级\t保密期限\n绝密\t三十年\n机密\t二十年",
        "★重点工作★",
        "案例：丢失机密级文件",
        "保守国家秘密★人人有责",
    ),
)
