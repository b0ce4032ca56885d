"""The value of a label that asks for an address: how far it goes, whether it is one, and what of it lies below the town."""

from __future__ import annotations

from govredact.addresses.elements import DIVISION, ESTATE, NUMBER, ROAD, STOP, VILLAGE, ZONE, tokens
from govredact.addresses.town import town_end
from govredact.text import lazy

_LONGEST = 120
# A digit run of a telephone or an ID number, or the label of another value, ends an address that nothing else ends.
_OTHER = lazy.compile(
    "[0-9]{11,}|(?<![0-9])0[0-9]{2,3}[- ]?[0-9]{7,8}|[A-Za-z]?[0-9]{4,}[*＊×]{3,}|邮编|邮政编码|电话|手机|联系|身份证|法定代表|负责人|传真"
)
_CUT = lazy.compile('[，,；;。！!？?\n\r\t|"“”<>《》【】]|[ \u00a0\u3000、（(）)]')
# A count of these after an address is none of its numbers.
_COUNTED = frozenset("年岁人名户月元")
_JOINS = frozenset(" \u00a0\u3000、,，-")
_NEXT_LINE = lazy.compile("[ \u3000]{0,4}\r?\n[ \u3000]{0,8}")
# A line that begins with a cell: a number of its own, or a tab behind a few characters.
_ROW = lazy.compile("[0-9]{1,6}(?:[.、\t |,，]|\r?\n|\\Z)|[^\n\t]{0,40}\t")
_REMARK = lazy.compile("[（(]([^（()）\n]{1,30})[）)]")
_COMPLETE = lazy.compile("[号室栋幢]$|[0-9]-[0-9]{1,5}$")
# A group by its name alone, as the part behind its village.
_GROUP_PART = lazy.compile("[\u4e00-\u9fff]{1,6}[组队屯湾]")
_ELEMENTS = frozenset({NUMBER, DIVISION, ZONE, VILLAGE, ROAD, ESTATE})
# A number that is no token, behind a name: a typing error (金昌8FC1221室).
_SPELT = lazy.compile("[\u4e00-\u9fff]{2,20}[0-9A-Za-z]{1,10}[0-9\u4e00-\u9fff]")
_FEWEST = 4
_BELOW_TOWN = frozenset({VILLAGE, ROAD, ESTATE})
# A name of up to so many characters may stand before the sign of what goes on.
_NAME = 8
_MASKED = lazy.compile(
    "[*＊×XxＸ■●□○某/—\\-_.…?？、，。 （）()]{1,30}"
    "|(?:同上|同前|无|暂无|不详|未知|未填|略|[（(]略[）)]|空|保密|从略|省略|不便公开|不公开|已[隐略删脱遮去屏][\u4e00-\u9fff]{0,3}|见附件|见附表|/|详见.{0,10}|未[\u4e00-\u9fff]{1,3}|[本我外][省市县区镇乡村地]|城镇|农村)[。.]?"
)
_LED = lazy.compile("[于在为是]")
# A form to fill in: 省 市 县 乡（镇） 村.
_FORM = lazy.compile("(?:省|市|县|区|旗|州|镇|乡|村|社区|街道|路|巷|组|社|号|楼|栋|幢|单元|室|小区|[（）()/、·_— \u3000])+")
_HIDDEN = lazy.compile("[*＊×Ｘ■●□○]|[Xx]{2,}|某")
_WORDY = lazy.compile(
    "须|应当|不得|可以|必须|填写|证明|信息|变更|制度|管理|登记|公开|隐私"
    "|是否|需要|要求|是指|一致|不符|派出所|改革|政策|人口|迁移|办理|材料|的"
)


def value_end(text: str, start: int, end: int, in_sentence: bool = False) -> int:
    """Where the address ends that begins at ``start`` and whose first part ends, at a delimiter, at ``end``.

    ``in_sentence`` says that words may follow without a delimiter (家住云栖路8号的王某): then the address ends before them.
    """
    limit = min(len(text), start + _LONGEST)
    if in_sentence:
        words = (token for token in tokens(text, start, end) if token.kind == STOP and token.start > start)
        word = next((word for word in words if not text[word.start].isdigit() or text[word.end - 1] in _COUNTED), None)
        if word:
            return _stripped(text, start, word.start)
    other = _OTHER.search(text, start, min(end, limit))
    if other:
        return _stripped(text, start, other.start())
    while end < limit:
        further = _further(text, start, end, limit)
        if further <= end:
            break
        end = further
    return _stripped(text, start, end)


def _further(text: str, start: int, end: int, limit: int) -> int:
    """The end of the next part where the address goes on behind the delimiter at ``end``; ``end`` where it does not."""
    remark = _REMARK.match(text, end)
    if remark:
        return remark.end() if _has_element(text, remark.start(1), remark.end(1)) else end
    line = _NEXT_LINE.match(text, end)
    if line:
        goes_on = not _COMPLETE.search(text, start, end) and not _ROW.match(text, line.end())
        found = _part(text, line.end(), limit) if goes_on else end
        return found if found > line.end() else end
    begin = end
    while begin < limit and begin - end < 2 and text[begin] in _JOINS:
        begin += 1
    if begin == end:
        return end
    found = _part(text, begin, limit)
    return found if found > begin else end


def _part(text: str, begin: int, limit: int) -> int:
    """The end of the part at ``begin`` where it begins as an address goes on: with a short name and the sign of an element."""
    cut = _CUT.search(text, begin, limit)
    stop = cut.start() if cut else limit
    if _GROUP_PART.fullmatch(text, begin, stop):
        return stop
    found = list(tokens(text, begin, stop))
    if not found or found[0].kind not in _ELEMENTS or any(token.kind == STOP for token in found) or _OTHER.search(text, begin, stop):
        return begin
    if found[0].start - begin > _NAME or (found[0].kind == NUMBER and found[0].start > begin and text[found[0].start : stop].isdigit()):
        return begin
    if text[stop : stop + 1] in (":", "："):
        return begin
    return stop


def _has_element(text: str, start: int, end: int) -> bool:
    return any(token.kind in _ELEMENTS for token in tokens(text, start, end))


def _stripped(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \t\r\n\u00a0\u3000，,；;。:：、（(":
        end -= 1
    return end


def begin_of(text: str, start: int, end: int) -> int:
    """Where the address begins whose label ends at ``start``: behind a copula that the label left (坐落|于厦门市)."""
    led = _LED.match(text, start, end)
    return led.end() if led and town_end(text[led.end() : end]) else start


def is_wordy(value: str) -> bool:
    """Whether ``value`` is made of words of a rule and holds neither a number nor a division."""
    return _WORDY.search(value) is not None and not any(char.isdigit() for char in value) and not town_end(value)


def is_hidden(value: str) -> bool:
    """Whether nothing is left to hide: masked already, empty words, or no more than a town, also one that no list knows."""
    return _MASKED.fullmatch(value) is not None or _FORM.fullmatch(value) is not None or not _is_open(value[town_end(value) :])


def _is_open(rest: str) -> bool:
    """Whether ``rest``, what stands behind the town, shows more than masks and remarks."""
    if not rest.strip("，,。；;、 \u3000*＊×-—") or _MASKED.fullmatch(rest):
        return False
    return not _HIDDEN.search(rest) or any(char.isdigit() for char in rest)


def has_detail(value: str) -> bool:
    """Whether ``value`` says something in the form of an address that is finer than a town: a number, or a road in a known city."""
    if _WORDY.search(value):
        return False
    if len(value) < _FEWEST:
        return False  # 住在二楼
    end = town_end(value)
    kinds = {token.kind for token in tokens(value, end, len(value)) if token.start > end or token.kind == NUMBER}
    return NUMBER in kinds or _SPELT.match(value) is not None or (end > 0 and not kinds.isdisjoint(_BELOW_TOWN))


def has_form(value: str) -> bool:
    """Whether ``value`` reads as an address: an element with a name or a number before it, and no words of a rule."""
    if _WORDY.search(value):
        return False
    if town_end(value):
        return True
    for token in tokens(value, 0, len(value)):
        if token.kind == STOP:
            return False
        if token.kind in _ELEMENTS and (token.start > 0 or token.kind == NUMBER):
            return True
    return False
