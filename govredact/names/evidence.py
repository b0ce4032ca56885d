"""What speaks for and against a name beside it: cue words before and after, brackets and list signs, places and institutions.

Weights are tenths of natural logarithms of odds, set by hand.
"""

from __future__ import annotations

from govredact.names import store
from govredact.text import lazy
from govredact.typed import NamedTuple

_TITLES = ("official", "press", "figure", "citizen", "kin")
_LONGEST_TITLE = 6
_TITLE, _SIGN, _LIST, _FUNCTION = 35, 10, 14, 8
_POLITE, _SAY, _SIGN_AFTER, _FUNCTION_AFTER = 50, 20, 8, 8
# A title before a name and its end behind it say more together than each alone: 记者江建国报道, 县长王高峰、….
_FRAMED, _FRAMES = 25, frozenset(("say", "sign", "list", "person"))
_THING, _PLACE, _ORGANISATION, _EMBLEM = -50, -130, -45, 0
_APART = frozenset(" \u3000\u00a0：:")
_FARTHEST_TITLE = 4
_FOREIGN, _IN_FOREIGN = -15, -40
_VERB, _NUMBERED, _HAMLET, _BIOGRAPHY = -30, -80, -25, 60
_IN_TITLE = -60
_UNLIKELY, _MIRRORED, _COUNTED, _IN_COMPANY = -30, -40, -40, -30
_TRANSLITERATED = frozenset(
    "斯克尔拉特德里亚利马尼罗巴科贝卡格布诺奥伦洛维弗瓦萨塔埃普曼姆顿戈夫托佩迪赫莫鲁穆宾勒伊莱米达多茨恩西泽费哈吉雷纳什蒂娜莎丝赛茨茅"
)
_PLACE_ENDS = frozenset("市县镇乡村区州省庙")
_SIGNS_AFTER = frozenset('，。；：！？“”‘’（）()《》〈〉【】[]—…·,.;:!?\t\r\n \u3000"|')
_HAMLETS = frozenset("城湾岭庄沟屯堡寨坪坝港桥")
_BEHIND_ROAD = lazy.compile("[口段0-9]|[、与至和][\u4e00-\u9fff]{2,4}路")
_ALWAYS_PLACE = frozenset("市县镇乡村区省州")
# 浙江万丰奥威汽轮股份有限公司; but 王强任…公司, 李明在…公司.
_COMPANY_BEHIND = lazy.compile("[\u4e00-\u9fff]{1,8}?(?:公司|集团|股份|事务所|银行|基金|合作社|研究院)")
_NO_COMPANY = frozenset("任在为创与和是的曾现担到受出加于向对说等系代、先女及以将把被从因，未")
# Characters that hardly end a name, or stand inside one.
_NO_END = frozenset("猪鸡鸭鹅队团所币派部会局院们的了是在和与及或等说被把也都就不没有这那你我他她它做将让给很还从到去")
_NO_MIDDLE = frozenset("的了是在和与及等被把也都就没这那")
_NUMERALS, _COUNTERS = frozenset("一二三四五六七八九十两几"), frozenset("段级号届年月岁点次条个名位组")
# A document's number follows: 鲁教函〔2013〕, 吉刑初8101号.
_NUMBER_BEHIND = lazy.compile("[\u4e00-\u9fff]{0,2}[〔﹝（(\\[［【](?:19|20)[0-9]{2}[〕﹞）)\\]］】]|[字第]{0,2}[0-9]{1,6}号|网安备")
# What is said of a person: gender, birth, nationality, or a number that only people have.
_PERSON_BEHIND = lazy.compile(
    "[ \u3000]{0,3}[（(，,：:；;/、\t|]{0,2}[ \u3000]{0,2}(?:性别[:：]?)?(?:[男女](?![\u4e00-\u9fff])"
    "|(?:19|20)[0-9]{2}年[0-9]{1,2}月[^，。]{0,4}生|[0-9]{1,3}周?岁|[汉回满苗壮藏彝侗瑶白黎]族|中国国籍"
    "|的?[\u4e00-\u9fff]{0,8}(?:身份证|证件号|证号|护照|通行证|居住证|手机|账号|卡号|银行卡|一卡通"
    "|户口簿|电话[:： ]?1|QQ|邮箱|联系方式|住址|现住)"
    "|[\u4e00-\u9fff]{2,6}银行[ \u3000]?[0-9]{4}|[0-9A-Za-z._-]{3,24}@"
    "|(?:[+]?86[- ]?)?1[3-9][0-9*＊Xx×]{9}(?:[.]0)?(?![0-9])|[0-9]{6}[0-9*＊×Xx]{8,11}[0-9Xx*＊](?![0-9]))"
)
# One of these stands in each of them, and not in most texts behind a name: it is cheaper to look for.
_PERSON_SIGN, _FARTHEST_SIGN = lazy.compile("[0-9男女族籍证照卡号通簿话Q机邮系住@]"), 36
# 何亚非　外交部部长助理; 王强（县财政局局长）.
_OFFICE_BEHIND = lazy.compile(
    "(?:[ \u3000\t]{1,6}|[（(，,])[\u4e00-\u9fff]{0,16}?(?:主任|部长|局长|厅长|司长|处长|科长"
    "|院长|校长|书记|主席|总理|市长|县长|区长|省长|乡长"
    "|镇长|行长|会长|署长|参谋长|司令员?|队长|政委|委员|秘书长)(?:助理)?(?=[\\s，,、；;。)）]|$)"
)
_SETS_APART = frozenset(" \u3000\t（(，,")
_PERSON_BEFORE = lazy.compile("[0-9Xx*＊]{11,18}[ \u3000]{0,2}[（(，,/ \u3000\t|]{1,2}$")
# 现任…, 任职于…: these surnames are verbs and prepositions there.
_BEFORE_OFFICE = frozenset("曾现历至今月年连起后担先责兼时续调出改升专离续聘")
_BEFORE_AT = frozenset("职位生业处至属由终关基对鉴大小高低等善限用源限在始死葬")
_SINCE = lazy.compile("(?:年|月|日|今|起|后|期间)[，,、 \u3000]$")
_WEEKDAYS = frozenset("一二三四五六日末")


class Evidence(NamedTuple):
    """The weight of everything beside a name; ``before`` and ``after`` are the kinds of cue words there, "" for none."""

    weight: int
    before: str
    after: str
    title: str


class Window(NamedTuple):
    """A stretch of Han characters ``text[start:end]`` around ``place``, and the words of its cheapest split beside names that begin there.

    ``word_start`` is where the word before the place begins, ``word_ends[i]`` where the word at ``place + i`` ends.
    """

    text: str
    start: int
    end: int
    place: int
    word_start: int
    word_ends: list[int]


def evidence(window: Window, start: int, end: int) -> Evidence:
    """The evidence around the name ``[start, end)`` in the window's text."""
    before, title = _before(window, start)
    after = _after(window, end)
    weight = _WEIGHTS[before] + _WEIGHTS_AFTER[after] + _against(window, start, end)
    if before in _TITLES and after in _FRAMES:
        weight += _FRAMED
    return Evidence(weight, before, after, title)


_WEIGHTS = {"": 0, "person": _TITLE, "list": _LIST, "sign": _SIGN, "function": _FUNCTION, **dict.fromkeys(_TITLES, _TITLE)}
_WEIGHTS_AFTER = {
    "": 0,
    "list": _LIST,
    "person": _BIOGRAPHY,
    "sign": _SIGN_AFTER,
    "function": _FUNCTION_AFTER,
    "say": _SAY,
    "polite": _POLITE,
    "official_after": _POLITE,
    "place": _THING,
    "org": _ORGANISATION,
    "emblem": _EMBLEM,
}


def _before(window: Window, start: int) -> tuple[str, str]:
    text = window.text
    if start == window.start:
        sign = text[start - 1] if start else "\n"
        if (sign.isalnum() or sign in "（(，, \t|/") and _PERSON_BEFORE.search(text, max(0, start - 22), start):
            return "person", ""
        if sign == "、":
            return "list", ""
        if sign in _APART:
            near = _near_title(text, start)
            if near[0]:
                return near
        return ("" if sign.isalnum() and start else "sign"), ""
    kind, title = title_before(text, start, window.start)
    if kind:
        return kind, title
    word = text[window.word_start : start]
    return ("function" if word in store.cues("before") else ""), ""


def says_person(text: str, end: int) -> bool:
    """Whether gender, birth, a number of persons or the like stands behind ``end``."""
    return _PERSON_SIGN.search(text, end, end + _FARTHEST_SIGN) is not None and _PERSON_BEHIND.match(text, end) is not None


def holds_office(text: str, end: int) -> bool:
    """Whether an office stands behind ``end``, set apart: 　外交部部长."""
    return _OFFICE_BEHIND.match(text, end) is not None


def _near_title(text: str, start: int) -> tuple[str, str]:
    """A title that blanks or a colon set apart: 总理 李克强, 副主任：…."""
    end = start
    while end and start - end < _FARTHEST_TITLE and text[end - 1] in _APART:
        end -= 1
    return title_before(text, end)


def title_before(text: str, start: int, first: int = 0) -> tuple[str, str]:
    """The kind and the word of the longest title that ends at ``start``; ("", "") for none."""
    if text[start - 1 : start] not in store.title_ends():
        return "", ""
    titles = store.titles()
    for length in range(min(_LONGEST_TITLE, start - first), 1, -1):
        word = text[start - length : start]
        if word in titles:
            return titles[word], word
    return "", ""


def _after(window: Window, end: int) -> str:
    text = window.text
    if text[end : end + 1] in _SETS_APART and _OFFICE_BEHIND.match(text, end):
        return "official_after"
    if says_person(text, end):
        return "person"
    if end == window.end:
        sign = text[end] if end < len(text) else "\n"
        return "list" if sign == "、" else "sign" if sign in _SIGNS_AFTER else ""
    word = text[end : window.word_ends[end - window.place]]
    if text[end] in _ALWAYS_PLACE or word in store.cues("place"):
        return "place"
    behind = store.behind()
    for length in (4, 3, 2):
        kind = behind.get(text[end : end + length])
        if kind:
            return kind
    if word in store.cues("say"):
        return "say"
    if word in store.cues("emblem"):
        return "emblem"
    return "function" if word in store.cues("after") else ""


def _against(window: Window, start: int, end: int) -> int:
    text = window.text
    hamlet = text[end - 1] in _HAMLETS
    weight = _PLACE if text[end - 1] in _PLACE_ENDS or (hamlet and text[end - 2] == "家") else _HAMLET if hamlet else 0
    if text[end - 1] == "路" and end - start > 2 and _BEHIND_ROAD.match(text, end):
        weight += _PLACE  # 向荣路
    if text[end + 1 : end + 2] in _ALWAYS_PLACE and end + 1 < window.end:
        weight += _HAMLET
    if _NUMBER_BEHIND.match(text, end):
        weight += _NUMBERED
    if _TRANSLITERATED.issuperset(text[start + 1 : end]):
        weight += _FOREIGN
        if text[start - 1 : start] in _TRANSLITERATED or text[end : end + 1] in _TRANSLITERATED:
            weight += _IN_FOREIGN
    if text[end - 1] in _NO_END or text[start + 1 : end - 1] in _NO_MIDDLE:
        weight += _UNLIKELY
    if end - start > 2 and text[start] == text[end - 1]:
        weight += _MIRRORED  # 以武养武
    if text[end - 1] in _NUMERALS and text[end : end + 1] in _COUNTERS and end < window.end:
        weight += _COUNTED  # 王磊六段
    ends = store.title_ends()
    for stop in (start + 1, start + 2):
        if text[stop - 1] in ends and len(title_before(text, stop)[1]) > 2:
            weight += _IN_TITLE  # 护林员韦山: the title is no part of a name
            break
    organisations = store.cues("org")
    if text[end + 1 : end + 3] in organisations or text[end + 2 : end + 4] in organisations:
        weight += _ORGANISATION
    if text[end : end + 1] not in _NO_COMPANY and _COMPANY_BEHIND.match(text, end):
        weight += _IN_COMPANY
    return weight + _verb(window, start)


def _verb(window: Window, start: int) -> int:
    text, char = window.text, window.text[start]
    near = text[start - 1 : start]
    if char == "任" and start == window.start and _SINCE.search(text, max(0, start - 6), start):
        return 4 * _VERB
    if char == "任":
        return _VERB if near in _BEFORE_OFFICE and near else _VERB // 2 if start == window.start else 0
    if char == "于" and near:
        return _VERB if near in _BEFORE_AT else 0
    return _VERB if char == "周" and text[start + 1] in _WEEKDAYS else 0
