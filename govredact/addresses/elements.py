"""The elements of an address as tokens: signs of divisions, roads, estates, villages and buildings, numbers, and what ends an address.

Names have no form, so only their last characters are tokens (路, 小区, 村); what stands between two tokens is the name of the second.
"""

from __future__ import annotations

from govredact.addresses import words
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# Kinds of tokens. STOP is no element: no address goes on over it.
STOP, NUMBER, DIVISION, ZONE, VILLAGE, ROAD, ESTATE, BUILDING, ORGAN, LANDMARK = (
    "stop",
    "number",
    "division",
    "zone",
    "village",
    "road",
    "estate",
    "building",
    "organ",
    "landmark",
)

_HAN = "\u4e00-\u9fff"
_SPELT = "一二三四五六七八九十"

# What stands in no address. Lead-ins of one character (在, 到, 住) are left to ``bounds``: they may belong to a name.
_SIGNS = (
    f"[^{_HAN}A-Za-z0-9 \u00a0\u3000()（）#＃\\-－—–~～/?？·.〇、_]|[.·](?![0-9])"
    f"|、(?![^，。；、\n]{{0,10}}[0-9])|[?？](?![{_HAN}]{{1,4}}[0-9])|[0-9]{{6,}}|[0-9]{{4}}年|[ \u00a0\u3000]{{2,}}"
)
_STOP = (
    f"{_SIGNS}|{words.SENTENCE}|{words.LEADS}|将(?![军台乐相家院帅])|并(?=[{_HAN}])|[等共](?=[{_HAN}0-9]{{0,4}}[户人家处个名座栋幢])"
    f"|建设(?![东南西北中{_SPELT}]{{0,2}}(?:[路街巷村社]|大[道街]))|生活(?!区|园区)|居住(?!区)"
    f"|[0-9.]{{1,8}} ?(?:{words.COUNTED}|人(?![民才])|名(?!都)|天(?!地)|家(?!属)|期(?=工程|项目))"
    "|[0-9]{1,5}[栋幢个]楼(?=[、，。；和共及])"
    "|[0-9]{1,5}[栋幢](?:居民|住宅|民居|楼房|房屋|安置房|别墅)|[个多各]小区|[国省县乡]道 ?[0-9A-Z]{1,5}线"
)
# Units of a number. Many are also the beginning of other words (组织, 社会, 户籍).
_UNIT = (
    f"号(?:院|楼|门|铺|商铺|厂房|店面|库|小区|之[0-9{_SPELT}]{{1,2}})?(?!{words.NO_HOUSE})"
    "|[栋幢室弄房](?![内外温堂产价屋地间租主贷企])|座(?![谈落位次机右标]|[^0-9A-Za-z]{0,4}[桥山楼])|单元|楼(?![市盘宇梯上面层房群台兰])"
    "|层(?![次面级出层])|村民小组|小组|组团|组(?![织成合长建委别员团图件])|社(?![会区保团员科论长交])|屯(?!兵)|队(?![伍员长友])"
    "|门(?![前外口诊票市类])|排(?![名水污放])|户(?![籍口外均主型数低贫居村民])|[#＃厢铺]|商铺|店面|厂房|车库|地下室|阁楼|期(?![间限待望货刊末])|区(?![域间别])"
)
_SPELT_UNIT = (
    "号(?=[^码称召线文令]|$)|[栋幢](?!楼房)|座(?![大小桥山城])|单元|室|楼(?![上面盘])|层(?![次面楼])|弄|村民小组|小组|组(?![织成合长建])|社(?![会区])"
    "|屯|队(?![伍员长])|[巷街路]|区(?![域间])|期(?!间)"
)
_LETTER_UNIT = "(?:号楼|栋|幢|座|单元|室|区|楼|馆|厂房)(?![域间别])"
# 1,265块, 12号令: no number of a house, nor a part of one.
_NO_ARABIC = f"(?![0-9]{{1,3}}[,，][0-9]{{3}}(?![0-9]))(?![0-9]+号(?:{words.DOCUMENTS}))"
_ARABIC = f"{_NO_ARABIC}[0-9]{{1,5}}(?:[A-Za-z]?[-－—–~～/·][0-9A-Za-z]{{1,5}}){{0,4}}[A-Za-z甲乙丙丁戊]?(?![0-9A-Za-z])"
_NUMBER = (
    f"(?<![0-9A-Za-z.第〔·字初终执监])(?:附?{_ARABIC}(?:[ ]?(?:{_UNIT}))?"
    f"|[A-Za-z]{{1,2}}-?[0-9]{{0,4}}(?:-[0-9]{{1,4}})?{_LETTER_UNIT}|(?!K[0-9])[A-Z]-?[0-9]{{2,4}}(?![0-9A-Za-z])"
    f"|[{_SPELT}百〇]{{1,4}}(?:{_SPELT_UNIT})|[甲乙丙丁东西南北中][栋幢座](?=[0-9{_HAN}]|$))"
)
_ROAD = (
    "大道|大街|胡同|公路|国道|省道|环线|支弄|支路|路口|里弄|巷|弄(?=[0-9 ])|段(?=[0-9])|街(?![道区头坊舞])"
    "|(?<![铁道线马电思出网半上一来销退套门财没问走迷引筑养修让领各])路(?![线况段灯面程人政过径基透由]|边社)"
)
# A group by its name behind its village (河湾组, 南边岭队): other groups and teams have names too, and a sentence goes on behind theirs.
_IN_VILLAGE = "|".join(f"(?<=[村场区][{_HAN}]{{{n}}})" for n in range(1, 5))
_NAMED_GROUP = f"(?:{_IN_VILLAGE})(?:(?<![{words.NO_GROUP}])组|(?<![{words.NO_TEAM}])队)(?=[村居]民|[的人0-9]|[^{_HAN}]|$)"
_VILLAGE = (
    f"村民委员会|村委会|居委会|自然村|行政村|嘎查|社区|(?<=[{_HAN}])[屯寨]"
    "|(?<![个各全每该本我乡])(?:(?<!农)|(?<=工农)|(?=村[0-9]))村(?![民级务镇里支官规办情集体容]|两委|干部)"
    f"|村民小?组|{_NAMED_GROUP}"
)
_ORGAN = f"{words.ORGANS}|(?<=[{_HAN}])厂|店(?![0-9面铺主员长])|[^结当布格大]局(?![部面势限长])"

_TOKEN = lazy.compile(
    f"(?P<{STOP}>{_STOP})|(?P<{NUMBER}>{_NUMBER})|(?P<{ZONE}>(?:{words.ZONE_KINDS})?(?:{words.ZONES}))"
    f"|(?P<{ESTATE}>{words.ESTATES}|(?!居(?<=民居))[{words.NAME_ENDS}](?=[ ]?[0-9A-Z]))"
    f"|(?P<{BUILDING}>{words.BUILDINGS})|(?P<{ORGAN}>{_ORGAN})"
    f"|(?P<{VILLAGE}>{_VILLAGE})|(?P<{DIVISION}>自治[区州县旗]|特别行政区|地区|街道(?:办事处|办)?|苏木|[省市盟区县旗镇乡])"
    f"|(?P<{ROAD}>{_ROAD})|(?P<{LANDMARK}>{words.LANDMARKS}|旁(?![听观白]))"
)


class Token(NamedTuple):
    """One element: its kind and [start, end) of what has a form (the sign of a name, the whole of a number)."""

    kind: str
    start: int
    end: int


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of ``text[start:end]`` from left to right; they do not overlap."""
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup or STOP
        if kind == NUMBER and match[0][-1] in "街路巷":
            kind = ROAD  # 建设四路
        yield Token(kind, match.start(), match.end())
