"""非主动公开标志: the attribute of a document that says it is not for everybody (此件不公开, 公开属性：依申请公开).

An attribute stands at the head or the end of a document: behind 此件, in brackets of its own, as the value of a label (公开方式,
公开属性) or alone in its line. As the topic of a guide, a report or a menu (依申请公开指南, 首页 > 依申请公开) it marks nothing, and
in a catalogue of matters (公开方式 of each) it speaks of others. 主动公开 and （此件公开发布） are what is wanted.
"""

from __future__ import annotations

from govredact.context.marking import explains, goes_on, marks_of, ruled, ticked
from govredact.context.records import record
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

_NAME = "disclosure_mark"
_G = "[ \u3000\u00a0]{0,4}"
_OPEN = f"公{_G}(?:开|開)"
_VALUE = lazy.compile(
    f"依{_G}(?:申|申){_G}(?:请|請)(?:{_G}{_OPEN})?|(?:暂|暂时)?(?:不|免)(?:予|于|予以|宜|得|能|可|对外|對外|主动|向社会|"
    f"予主动)?{_G}{_OPEN}(?:发布)?|內部公開|内部{_OPEN}"
)
_THIS = lazy.compile(
    "(?:此|本)[ \u3000]{0,3}(?:件|文件|文|公文|通知|资料)(?:的)?(?:公开属性|公开方式|属性)?(?:为|是|[:：]|属于|属)?[ \u3000]{0,3}"
    "(?:(?<=[为是属于])[^，。；\n]{2,12}[，,])?\\Z|"
    "(?:党内|内部)(?:文件|资料|材料)[ \u3000，,]{0,3}\\Z"
)
# What else is forbidden to do with the paper: 此件不予公开，不得转载.
_FURTHER = lazy.compile(
    "[ \u3000]?[，,、；;][ \u3000]?(?:且|并|也|请)?(?:不得|严禁|禁止|请?勿|切勿|不准|不可|不能)[\u4e00-\u9fff、]{2,10}(?![\u4e00-\u9fff])"
)
_LABEL_WORDS = (
    "(?:政府)?(?:信息|文件|公文|政务)?(?:主动)?(?:公开|公示|发布)(?:属性|方式|类别|类型|形式|选项|范围|选择|性质|情况|等级|与否|"
    "程度|权限|意见)|是否(?:主动)?公开|"
    "(?:信息|文件)属性|公开"
)
_LEFT_LABEL = lazy.compile(
    f"(?:^|[ \u3000，,；;（(【\\[|])(?:{_LABEL_WORDS})(?:[ \u3000]{{0,4}}(?:为|是|[:：])|[】\\]])[ \u3000]{{0,8}}\\Z|"
    "^(?:信息|文件)?公开(?:属性|方式|类别|类型|形式)[ \u3000]{1,8}\\Z"
)
_IS_LABEL = lazy.compile(f"[^\u4e00-\u9fff]{{0,4}}(?:{_LABEL_WORDS})[^\u4e00-\u9fff]{{0,4}}(?:[（(][^）)]{{0,16}}[）)])?")
# What a line goes on with when the words are a topic.
_OTHERS = ("主动公开", "主動公開", "依申请", "不予公开", "不公开", "□", "/", "、", "或")
_TOPIC = lazy.compile(
    "申请人|申请表|申请书|公开指南|年度报告|受理机构|受理部门|办理情况|答复书|办理流程|信息公开申请|公开工作|申请方式|"
    "申请渠道|公开目录|申请时|申请处理|条例》?第"
)
# A line of an official paper: its date, its number, who gets a copy.
_OFFICIAL = lazy.compile(
    "(?:19|20|二[〇○０零])[0-9〇○零一二三四五六七八九]{2}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日(?:印发)?$|抄送|主题词|"
    "[^\n]{1,12}〔(?:19|20)[0-9]{2}〕[0-9]{1,4}号$"
)
_ANCHORS = (
    *("依申请", "依 申 请", "依　申　请", "依申請", "不予公开", "不公开", "不宜公开", "不得公开", "不能公开", "不对外公开", "不主动公开"),
    *("免予公开", "免于公开", "不予公開", "不公開", "不予主动公开", "不向社会公开", "内部公开", "暂不公开"),
)
_FEW_TOPICS, _MOST_LABELS = 3, 2
_AROUND = 80
# Items of the menus in which 依申请公开 stands.
_OTHER_ITEMS = lazy.compile(
    "主动公开|公开(?:指南|目录|年报|制度|规定|平台)|首页|指南\n|年报|意见箱|网站地图|政务服务|互动|导航|申请(?:须知|表下载)|[网线]上申请|[↓→]"
)


def find(scan: Scan, start: int, _end: int) -> Iterable[Candidate]:
    """The attribute whose value begins at ``start``."""
    value = _VALUE.match(scan.text, start)
    if value is None:
        return
    own = _THIS.search(scan.text, max(0, start - 20), start)
    first = own.start() if own else start
    further = _FURTHER.match(scan.text, value.end())
    end = further.end() if further else value.end()
    place = standing(scan, first, end)
    if place.quoted:
        return
    action, why = _own(scan, first, end, place) if own else _value(scan, first, end, place)
    if why:
        where = () if place.place == "body" else (f"mark_in_{place.place}",)
        yield Candidate(first, end, "DISCLOSURE_MARK", 0.9, ("mark", why, *where), _NAME, FORM, action=action)


def _own(scan: Scan, start: int, end: int, place: Standing) -> tuple[str, str]:
    """（此件依申请公开）: a mark wherever it has its line or brackets to itself."""
    if place.cell is not None and place.cell.headers and place.beside:
        return "review", "this_document"
    if not place.alone and not (place.bracketed and (place.closes or place.opens)):
        if _LEFT_LABEL.search(place.lead) and not place.right.strip("）)】]"):
            return "block", "labelled"
        sentence = scan.text[slice(*record(scan, start))]
        return ("", "") if explains(sentence) or not place.opens or goes_on(scan, end) else ("review", "this_document")
    if explains(line_above(scan, start)):
        return "review", "mark_explained"
    return "block", "this_document"


def _value(scan: Scan, start: int, end: int, place: Standing) -> tuple[str, str]:
    """(action, reason) of a value without 此件; a reason "" means no mark."""
    if ticked(scan, start, end):
        return "block", "ticked"
    if _is_labelled(place):
        return ("", "") if goes_on(scan, end) else _labelled(scan, place)
    if not place.alone or place.place in ("aside", "link", "name") or (place.cell is not None and place.beside):
        return ("block", "in_brackets") if _beside_title(place) else ("", "")
    if place.place == "body" or in_navigation(scan, start, end):
        return "", ""
    if place.place == "header" or (place.bracketed and not explains(line_above(scan, start))):
        return "block", "in_brackets" if place.bracketed else "alone"
    if _OTHER_ITEMS.search(scan.text, max(0, start - _AROUND), end + _AROUND):
        return "", ""
    beside = (line_above(scan, start), scan.text[end : end + _AROUND].strip().partition("\n")[0])
    return ("block" if any(_OFFICIAL.match(line.strip()) for line in beside) else "review"), "alone"


def _beside_title(place: Standing) -> bool:
    """关于…的通知（依申请公开） in the first lines of a document."""
    if not place.bracketed or place.place not in ("head", "name") or not (place.opens or place.closes):
        return False
    return _SENTENCE.isdisjoint(place.left + place.right) and not place.right.startswith(("的", "情形", "信息"))


_SENTENCE = frozenset("。，；：:")


def _is_labelled(place: Standing) -> bool:
    if _LEFT_LABEL.search(place.lead):
        return True
    cell = place.cell
    return cell is not None and place.alone and _IS_LABEL.fullmatch(cell.before.strip()) is not None


def _labelled(scan: Scan, place: Standing) -> tuple[str, str]:
    """公开属性：依申请公开 of this document; not the choices of a form, and not the many values of a catalogue."""
    wide = place.cell is not None and bool(place.cell.headers) and len(place.cell.row) > _MOST_CELLS
    if wide or any(word in place.right for word in _OTHERS):
        return "", ""
    many = len(_COUNTED.findall(scan.text)) > _MOST_LABELS
    return ("review", "labelled") if many else ("block", "labelled")


_MOST_CELLS = 5
_COUNTED = lazy.compile(f"(?:{_LABEL_WORDS})[ \u3000]{{0,2}}[:：\t|]")


def in_whole(whole: Whole) -> Iterator[tuple[Page, Candidate]]:
    """A bare value in a text about applications for information (guide, annual report) is its topic."""
    bare = [(page, candidate) for page, candidate in marks_of(whole, _NAME) if "alone" in candidate.reasons]
    if bare and sum(len({m[0] for m in _TOPIC.finditer(page.scan.text)}) for page in whole.pages) >= _FEW_TOPICS:
        yield from ruled(bare, "allow", "text_about_disclosure")


DETECTOR = Detector(
    name=_NAME,
    entities=("DISCLOSURE_MARK",),
    source="政府信息公开条例 (2019) arts. 13–16; 国办发〔2016〕80号 on the attribute of each document",
    anchors=_ANCHORS,
    on_anchor=find,
    needs=frozenset({"DISCLOSURE_MARK"}),
    on_document=in_whole,
    found=(
        Example("2026年3月1日\n（此件依申请公开）\n", "此件依申请公开"),
        Example("此件不予公开\n", "此件不予公开"),
        Example("公开属性：依申请公开\n青山县人民政府文件", "依申请公开"),
        Example("索引号\t123456\n公开方式\t不予公开\n", "不予公开"),
        Example("关于检查的通知（依申请公开）\n各乡镇：", "依申请公开"),
        Example("青山县人民政府办公室\n2026年3月1日\n依申请公开\n", "依申请公开"),
    ),
    clean=(
        "首页 > 政府信息公开 > 依申请公开",
        "首页\n政府信息公开指南\n依申请公开\n政府信息公开年报\n",
        "依申请公开办理情况：全年收到申请5件。",
        "公开属性：主动公开/依申请公开/不予公开",
        "公开属性：□主动公开 □依申请公开 □不予公开",
        "涉及商业秘密的政府信息不予公开。",
        "应当在附注处注明“此件依申请公开”。",
        "（此件公开发布）",
        "公开方式：主动公开",
    ),
)
