"""The phrases of papers for a closed circle: what forbids, what asks for the paper back, what names its kind; a line is read as such."""

from __future__ import annotations

from govredact.context.standing import SHEET_CODES
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from govredact.context.scan import Scan

_G = "[ \u3000\u00a0]{0,6}(?:\r?\n)?[ \u3000]{0,2}"
_PAPER = "(?:文件|资料|材料|刊物|教材|简报|通讯|读物|文稿|稿件|报告|内容|信息|手册|课件|汇编|讲义|件|文|刊|稿)"
_WRITING = f"(?:{_PAPER}|纪要|通知|方案|名单|名册|表格?|图纸?|总结|讲话|意见|通报|预案|台账|清单|数据|规划)"
_SELF = f"(?:[本此该](?:次)?(?:会议)?{_WRITING}(?:、?{_WRITING})?(?:内容)?|会议{_PAPER})"
_MUST = (
    "(?:未经(?:许可|批准|允许|同意|授权)[，,]?)?(?:请|务必|务请|敬请|一律|注意[:：]?)?(?:严禁|禁止|不得|请勿|切勿|不准|"
    "不宜|不可|不许|不能|勿)"
)
_HOW = "(?:擅自|随意|任意|私自|对外|向外|向无关人员|在互联网上?|在网上|通过互联网|上网|公开|以任何形式|以任何方式)?"
_LEAK = (
    "(?:外传|翻印|外泄|泄露|泄漏|泄密|扩散|外借|外发|传抄|翻拍|转发|"
    "上网|上互联网|张贴|散发|带出|带走|带离(?:会场|现场|本单位)?|外带|流传)"
)
_COPY = (
    "(?:复制|复印|转载|引用|公开|传播|发布|发表|拍照|摄影|录音|录像|摄录|摘抄|摘录|记录|留存|转让|出版|打印|下载|截屏|截图|"
    "报道|宣传|公布|抄录|转借)"
)
_AND = "(?:[、，,和或及与]|以及|或者|和)?"
_AFTER_USE = "(?:请|务请)?(?:于|在)?(?:会|会议|阅读|传阅|阅|用|使用|学习|看|讨论|开会|议)(?:后|毕|完(?:后|毕)?|结束后)"
_BACK = (
    f"(?:请|应|须|即|立即|及时|务必|一律|予以|当场|自行|如数|统一|按时|集中|由专人|由[\u4e00-\u9fff]{{2,6}}?(?=统一|负责|集中|收)|负责|"
    f"将(?:[本此该]|会议)?{_PAPER})"
)
_RETURN = "(?:收回|清退|退回|销毁|交回|交还|送还|归还|回收|焚毁|焚|粉碎|删除|退还|上交|缴回|留在(?:座位|桌面|原处|会场)上?)"
# To whom it goes back: 交回会务组.
_TO = "(?:[给至到]?[\u4e00-\u9fff]{0,6}(?:组|室|处|科|机关|单位|部门|中心|秘书|人员))?"
_NOUNS = (
    "(?:(?:参阅|传阅|讨论|学习)(?:材料|件|资料)|情况通报|"
    "文件|资料|材料|刊物|明电|传真|讨论|情况|参考|参阅|传阅|使用|交流|发行|掌握|读物|学习资料|培训资料|工作资料|会议资料|参考资料|"
    "电报|稿件|资料性出版物|通讯录|通讯簿|电话(?:号码)?[簿本]|資料|參考|件|稿)"
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
    "(?:仅|只|专)供[\u4e00-\u9fff]{0,10}?会议(?:使用|传阅|讨论|参阅|研究)|"
    "(?:仅|只)?限[\u4e00-\u9fff]{0,6}?领导(?:干部|同志)?(?:阅读|传阅|阅|掌握|知悉|使用)|"
    f"{_MUST}对外(?:提供|公布|公开|发布|透露|宣传|引用)|"
    f"{_MUST}公开(?:发表|报道|登载|披露)|对外保密|"
    f"{_MUST}(?:(?:在|通过|于)(?:互联网|网络|网)上?(?:平台)?(?:发布|传播|公开|上传|刊登|发表|流传)|上传(?:至|到)?(?:互联网|网络|网上|外网))|"
    f"(?:仅|只|专)?(?:限|供)(?:于)?(?:[\u4e00-\u9fff]{{0,6}}?{_CIRCLE})?[内內]{_G}部(?:人员|同志)?(?:{_USE}){{0,2}}|(?:仅|只|"
    f"专)供(?:[\u4e00-\u9fff]{{0,4}}?{_CIRCLE})(?:人员)?(?:{_USE}){{1,2}}|(?:仅|只)(?:限)?{_CIRCLE}内部{_USE}"
)
_WEAK = lazy.compile(
    f"(?:公司|机关|单位|本单位|集团|系统|部门|学校|医院)?[内內]{_G}部{_G}{_NOUNS}|内{_G}部{_G}资{_G}料|内{_G}部{_G}文{_G}件|"
    f"供(?:各级)?[\u4e00-\u9fff]{{0,3}}?领导(?:决策)?(?:参考|参阅)|"
    f"内{_G}部[★☆](?:[0-9]{{1,3}}年|长期)?|(?:属于?|系|为|"
    f"是)?内{_G}部{_PAPER}"
)
# Who gets it: 此件发至县团级. Old papers that were published since bear it too.
_LIMITED = lazy.compile("(?:[此本](?:件|文件|通知|文|函)|仅|只)(?:印)?发[至到][\u4e00-\u9fff、]{2,12}")
# Weaker than the others: certificates and notices of any kind say so as well.
_NO_COPIES = lazy.compile("(?:请勿|不得|严禁|禁止|不准)复印(?![\u4e00-\u9fff])")
# What any page says about its texts: 未经授权不得转发, 请勿转载转发.
_COPYRIGHT, _KEPT = lazy.compile("未经|转载"), lazy.compile("外传|外泄|泄露|泄漏|扩散|外发|上网|带出")
_BARE = lazy.compile(f"[內内]{_G}部")
_BESIDE = lazy.compile(
    f"(?:受控|内部|会议|讨论|培训|学习){{0,2}}(?:{_PAPER}|通讯录|通讯簿|电话(?:号码)?[簿本])"
    "(?=[仅只专][供限]|[ ，,、\u3000]{0,3}(?:严禁|不得|请勿|禁止|切勿|会后|阅后))|"
    f"{_SELF}(?:属于?|系|为|是)?|{_MUST}{_HOW}(?:{_COPY}{_AND}){{1,6}}|(?:请)?妥善(?:保管|保存|处理)|"
    "(?:涉及|含有?|属于?)(?:敏感信息|工作秘密|国家秘密|内部信息|内部事项|商业秘密|个人隐私|工作敏感信息)|"
    "未经(?:本人)?(?:审定|审阅|审核|核定)|(?:根据)?录音整理稿?|"
    "违者必究|后果自负|不(?:予|得|宜|能|可)?(?:对外|向外|向社会|上网)(?:公开|发布|公布|提供)|"
    f"违者(?:将)?(?:追究|依法)[\u4e00-\u9fff]{{0,6}}|"
    "谢谢(?:合作|配合)?|(?:温馨|重要|特别)?提[示醒]|声明|说明|注意|注|请|免费(?:交流|赠阅)|"
    "[（(]?第[0-9〇零一二三四五六七八九十百]{1,5}[期号份][）)]?|[（(]?总第[0-9]{1,5}期[）)]?|密级|发放范围|"
    "并|且|也|仅|[0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?|编号[:：]?[0-9]{0,8}"
)
_JOIN = lazy.compile("[ \u3000\u00a0，,、；;。！!:：★☆*·—_-]{0,12}")
_SEGMENT = 60
ANCHORS = (
    *("注意保管", "复印", "领导决策", "公开发表", "公开报道", "公开登载", "公开披露", "对外保密"),
    *("对外提供", "对外公布", "对外公开", "对外发布", "对外透露", "参会人员", "与会人员", "带走"),
    *("带离", "会议使用", "限领导", "留在座位", "留在桌面", "上传"),
    *("网络传播", "互联网发布", "互联网传播", "互联网上发布", "互联网上传播", "网上发布", "网上传播", "发至"),
    *("内部", "內部", "内 部", "内　部", "内\n部", "外传", "翻印", "注意保存", "注意保密", "清退", "收回", "销毁", "上网", "转发"),
    *("扩散", "外泄", "退回", "交回", "交还", "送还", "领导参阅", "领导参考", "阅后即焚", "密件管理"),
)
_ORDERED = {"strong": 4, "weak": 3, "limited": 2, "bare": 1, "copies": 0}
# Nothing but an order; papers bear it, and so do warnings against rumours and lessons on secrecy.
ORDER = lazy.compile(f"{_MUST}{_HOW}{_LEAK}[!！。]?")
_KINDS = (
    *(("strong", _STRONG), ("weak", _WEAK), ("limited", _LIMITED), ("copies", _NO_COPIES), ("beside", _BESIDE), ("bare", _BARE)),
)


class Reading(NamedTuple):
    """A line or its part as phrases; ``kind`` is that of the best of them (``strong``, ``weak``, ``limited``, ``bare``, ``copies``)."""

    start: int
    end: int
    kind: str


def read(scan: Scan, start: int, end: int) -> Reading | None:
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


def _phrases(text: str, begin: int) -> Reading | None:
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
    return Reading(begin, last, best) if best else None


def _phrase(text: str, position: int) -> tuple[str, int]:
    """The kind and the end of the phrase that begins there; "" where none does."""
    for kind, pattern in _KINDS:
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
