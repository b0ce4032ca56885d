"""内部资料标志: what says that a paper is for a closed circle (内部资料 注意保存, 会后收回, 严禁外传, 仅供内部参考).

The line, cell or bracket must consist of such phrases: 内部审计, 加强内部控制 and 内部刊物管理办法 are topics. A phrase that only names the
kind of paper (内部文件, 内部刊物) counts at the head or end of a document, in brackets, headers and names, and never in a menu; one that
forbids or tells what to do with the paper counts wherever it stands alone. What any web page says about its copyright (未经许可不得转载)
is none.
"""

from __future__ import annotations

from govredact.context.marking import explains, marks_of, ruled, spoken_of, talks_of_secrets, told_below_title
from govredact.context.standing import SHEET_CODES, in_navigation, line_above, standing
from govredact.detectors.base import FORM, Detector, Example
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govredact.context.scan import Scan
    from govredact.context.standing import Standing
    from govredact.context.whole import Page, Whole

_NAME = "internal_mark"
_G = "[ \u3000\u00a0]{0,6}(?:\r?\n)?[ \u3000]{0,2}"
_PAPER = "(?:文件|资料|材料|刊物|教材|简报|通讯|读物|文稿|稿件|报告|内容|信息|手册|课件|汇编|讲义|件|文|刊|稿)"
_WRITING = f"(?:{_PAPER}|纪要|通知|方案|名单|名册|表格?|图纸?|总结|讲话|意见|通报|预案|台账|清单|数据|规划)"
_SELF = f"(?:[本此该](?:次)?(?:会议)?{_WRITING}(?:、?{_WRITING})?(?:内容)?|会议{_PAPER})"
_MUST = (
    "(?:未经(?:许可|批准|允许|同意|授权)[，,]?)?(?:请|务必|务请|敬请|一律|注意[:：]?)?(?:严禁|禁止|不得|请勿|切勿|不准|"
    "不宜|不可|不许|不能|勿)"
)
_HOW = "(?:擅自|随意|任意|私自|对外|向外|向无关人员|在互联网上?|在网上|通过互联网|上网|公开|以任何形式|以任何方式)?"
_LEAK = "(?:外传|翻印|外泄|泄露|泄漏|泄密|扩散|外借|外发|传抄|翻拍|转发|上网|上互联网|张贴|散发|转借|带出|外带|流传)"
_COPY = (
    "(?:复制|复印|转载|引用|公开|传播|发布|发表|拍照|摄影|录音|录像|摄录|摘抄|摘录|记录|留存|转让|出版|打印|下载|截屏|截图|"
    "报道|宣传|公布|抄录)"
)
_AND = "(?:[、，,和或及与]|以及|或者|和)?"
_AFTER_USE = "(?:请|务请)?(?:于|在)?(?:会|会议|阅读|传阅|阅|用|使用|学习|看|讨论|开会|议)(?:后|毕|完(?:后|毕)?|结束后)"
_BACK = (
    f"(?:请|应|须|即|立即|及时|务必|一律|予以|当场|自行|如数|统一|按时|集中|由专人|由[\u4e00-\u9fff]{{2,6}}?(?=统一|负责|集中|收)|负责|"
    f"将(?:[本此该]|会议)?{_PAPER})"
)
_RETURN = "(?:收回|清退|退回|销毁|交回|交还|送还|归还|回收|焚毁|焚|粉碎|删除|退还|上交|缴回)"
# To whom it goes back: 交回会务组.
_TO = "(?:[给至到]?[\u4e00-\u9fff]{0,6}(?:组|室|处|科|机关|单位|部门|中心|秘书|人员))?"
_NOUNS = (
    "(?:文件|资料|材料|刊物|明电|传真|讨论|情况|参考|参阅|传阅|使用|交流|发行|掌握|读物|学习资料|培训资料|工作资料|会议资料|参考资料|"
    "电报|稿件|资料性出版物|件|稿)"
)
_CIRCLE = (
    "(?:本(?:单位|机关|系统|部门|局|院|校|会|公司|市|县|区|省)|机关|系统|单位|部门|公司|领导|各级领导|参会人员|与会人员|工作人员|专家)"
)
_USE = "(?:参考|使用|传阅|交流|学习|参阅|掌握|讨论|查阅|阅读|工作使用|工作参考|决策参考|内部使用|内部参考)"

# Each alternative that makes a mark on its own, the strong ones (they say what to do or not to do) first.
_STRONG = lazy.compile(
    f"{_MUST}{_HOW}(?:{_COPY}{_AND}){{0,5}}{_LEAK}{_AND}(?:(?:{_COPY}|{_LEAK}){_AND}){{0,5}}|"
    f"(?:请)?注意(?:保存|保管|保密)|{_AFTER_USE}{_BACK}{{0,3}}{_RETURN}{_TO}|(?:定期|限时|限期)清退|"
    f"(?:请)?按(?:照)?(?:密件|内部文件|内部资料|涉密文件|秘密文件|密级文件)(?:进行)?(?:管理|保管|办理|处理)|"
    f"(?:仅|只|专)?(?:限|供)(?:于)?{_CIRCLE}?内{_G}部(?:人员|同志)?(?:{_USE}){{0,2}}|(?:仅|只|"
    f"专)供{_CIRCLE}(?:人员)?(?:{_USE}){{1,2}}|(?:仅|只)(?:限)?{_CIRCLE}内部{_USE}"
)
_WEAK = lazy.compile(
    f"(?:公司|机关|单位|本单位|集团|系统|部门|学校|医院)?内{_G}部{_G}{_NOUNS}|内{_G}部{_G}资{_G}料|内{_G}部{_G}文{_G}件|"
    f"内{_G}部[★☆](?:[0-9]{{1,3}}年|长期)?|(?:属于?|系|为|"
    f"是)?内{_G}部{_PAPER}"
)
# Weaker than the others: certificates and notices of any kind say so as well.
_NO_COPIES = lazy.compile("(?:请勿|不得|严禁|禁止|不准)复印(?![\u4e00-\u9fff])")
# What any page says about its texts: 未经授权不得转发, 请勿转载转发.
_COPYRIGHT, _KEPT = lazy.compile("未经|转载"), lazy.compile("外传|外泄|泄露|泄漏|扩散|外发|上网|带出")
_BARE = lazy.compile(f"[內内]{_G}部")
_BESIDE = lazy.compile(
    f"{_PAPER}(?=[仅只专]供)|{_SELF}(?:属于?|系|为|是)?|{_MUST}{_HOW}(?:{_COPY}{_AND}){{1,6}}|(?:请)?妥善(?:保管|保存|处理)|"
    "违者必究|后果自负|不(?:予|得|宜|能|可)?(?:对外|向外|向社会|上网)(?:公开|发布|公布|提供)|"
    f"违者(?:将)?(?:追究|依法)[\u4e00-\u9fff]{{0,6}}|"
    "谢谢(?:合作|配合)?|(?:温馨|重要|特别)?提[示醒]|声明|说明|注意|注|请|免费(?:交流|赠阅)|"
    "第[0-9〇零一二三四五六七八九十百]{1,5}[期号份]|[（(]?总第[0-9]{1,5}期[）)]?|密级|发放范围|"
    "并|且|也|仅|[0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?|编号[:：]?[0-9]{0,8}"
)
_JOIN = lazy.compile("[ \u3000\u00a0，,、；;。！!:：★☆*·—_-]{0,12}")
_SEGMENT = 60
# So near to 内部, 外部 makes the two a choice.
_CHOICES = 12
_LABEL = lazy.compile("密[ \u3000]?级|公开属性|公开方式|文件性质|资料性质|知悉范围|保密级别")
_ANCHORS = (
    *("注意保管", "复印"),
    *("内部", "內部", "内 部", "内　部", "内\n部", "外传", "翻印", "注意保存", "注意保密", "清退", "收回", "销毁", "上网", "转发"),
    *("扩散", "外泄", "退回", "交回", "交还", "送还", "领导参阅", "领导参考", "阅后即焚", "密件管理"),
)
_ORDERED = {"strong": 3, "weak": 2, "bare": 1, "copies": 0}
# 内部 as the first line of a title in two: 内部 / 控制.
_SUBJECT = lazy.compile("[\\s]{0,6}(?:控制|审计|管理|监督|治理|招聘|竞聘|选拔|机构|规章|制度|评价|分工|调动|设施|道路)")
# Nothing but an order; papers bear it, and so do warnings against rumours and lessons on secrecy.
_ORDER = lazy.compile(f"{_MUST}{_HOW}{_LEAK}[!！。]?")
_RUMOUR = lazy.compile("谣|诈骗|骗局|虚假信息")


class _Reading(NamedTuple):
    start: int
    end: int
    kind: str


def find(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """The mark that the phrase at ``[start, end)`` belongs to, if its line, cell or brackets say nothing else."""
    reading = _read(scan, start, end)
    if reading is None:
        return
    place = standing(scan, reading.start, reading.end)
    if place.quoted:
        return
    action, why = _judge(scan, reading, place)
    if why:
        where = () if place.place == "body" else (f"mark_in_{place.place}",)
        yield Candidate(reading.start, reading.end, "INTERNAL_MARK", 0.9, ("mark", why, *where), _NAME, FORM, action=action)


def _read(scan: Scan, start: int, end: int) -> _Reading | None:
    """The phrases around the anchor, joined as far as they follow one another."""
    text = scan.text
    first = _beginning(text, start)
    for begin in dict.fromkeys((first, start)):
        reading = _phrases(text, begin)
        if reading is not None and reading.start <= start and end <= reading.end:
            return reading
    return None


_SKIPPED = frozenset(" \u3000\u00a0*_#>~-—·:：.★☆")
_BREAKS = '\n\r\t|│>（([【〔[〖“"《'


def _beginning(text: str, start: int) -> int:
    """Where the line, cell, bracket or sentence of the anchor begins."""
    first = max(0, start - _SEGMENT)
    cut = max(text.rfind(sign, first, start) for sign in _BREAKS)
    begin = cut + 1 if cut >= 0 else first
    codes = [code.end() for code in SHEET_CODES.finditer(text, begin, start)]
    begin = max(codes, default=begin)
    while begin < start and text[begin] in _SKIPPED:
        begin += 1
    return begin


def _phrases(text: str, begin: int) -> _Reading | None:
    """What can be read from ``begin`` on as phrases of such marks; None where none of them makes a mark."""
    position, last = begin, begin
    kinds: list[str] = []
    limit = min(len(text), begin + 2 * _SEGMENT)
    while position < limit:
        kind, end = _phrase(text, position)
        if not kind:
            break
        kinds.append(kind)
        last = end
        position = _joined(text, last)
    best = max((kind for kind in kinds if kind != "beside"), key=_ORDERED.__getitem__, default="")
    return _Reading(begin, last, best) if best else None


def _phrase(text: str, position: int) -> tuple[str, int]:
    """The kind and the end of the phrase that begins there; "" where none does."""
    for kind, pattern in (("strong", _STRONG), ("weak", _WEAK), ("copies", _NO_COPIES), ("beside", _BESIDE), ("bare", _BARE)):
        match = pattern.match(text, position)
        if match and match.end() > position:
            copyright_only = kind == "strong" and _COPYRIGHT.search(match[0]) and not _KEPT.search(match[0])
            return "beside" if copyright_only else kind, match.end()
    return "", position


def _joined(text: str, position: int) -> int:
    """Where the next phrase would begin; 内部资料 and 注意保存 may stand in two lines."""
    joined = _JOIN.match(text, position)
    after = joined.end() if joined else position
    return after + 1 if text.startswith("\n", after) and _STRONG.match(text, after + 1) else after


def _judge(scan: Scan, reading: _Reading, place: Standing) -> tuple[str, str]:
    """(action, reason); a reason "" means no mark."""
    ends = place.bracketed and place.closes and "。" not in place.left
    if not (place.alone or ends or (place.bracketed and place.opens)):
        return "", ""
    if place.place not in ("header", "name") and (explains(line_above(scan, reading.start)) or spoken_of(scan, reading.end)):
        return "review", "mark_explained"
    if reading.kind == "copies":
        return ("review", "alone") if place.alone and place.place in ("header", "head", "tail") and not place.beside else ("", "")
    if reading.kind == "strong":
        beside = place.cell is not None and place.beside
        return ("review" if beside else "block"), "alone" if place.alone else "in_brackets"
    return _named(scan, reading, place)


def _named(scan: Scan, reading: _Reading, place: Standing) -> tuple[str, str]:
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
    """Below the title of a lesson, a case or a warning, a mark is a sample; so is a bare order in a text about secrecy or rumours."""
    found = [(page, candidate) for page, candidate in marks_of(whole, _NAME) if candidate.action == "block"]
    if found:
        about = talks_of_secrets(whole, *_ABOUT)
        samples = [pair for pair in found if told_below_title(whole, *pair) or _only_said(*pair, about)]
        yield from ruled(samples, "review", "text_about_secrets")


_ABOUT = (3, 2)


def _only_said(page: Page, candidate: Candidate, about: bool) -> bool:
    """Whether a bare order below the first line of a text is one to the public and not to the holders of a paper."""
    text = page.scan.text
    if "mark_in_header" in candidate.reasons or not _ORDER.fullmatch(text[candidate.start : candidate.end]):
        return False
    return bool(text[: candidate.start].strip()) and (about or _RUMOUR.search(text) is not None)


DETECTOR = Detector(
    name=_NAME,
    entities=("INTERNAL_MARK",),
    source="政府信息公开条例 (2019) art. 16 (内部事务信息, 过程性信息); rules of government websites (内部资料不得上网)",
    anchors=_ANCHORS,
    on_anchor=find,
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
