"""The value of a label that asks for an address: where it begins and how far it goes."""

from __future__ import annotations

from govredact.addresses.elements import NUMBER, STOP, tokens
from govredact.addresses.town import town_end
from govredact.addresses.written import ELEMENTS
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
# A name of up to so many characters may stand before the sign of what goes on.
_NAME = 8
_LED = lazy.compile("[于在为是]")


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
    if text[begin : begin + 1] == "住":
        return begin
    found = list(tokens(text, begin, stop))
    if not found or found[0].kind not in ELEMENTS or any(token.kind == STOP for token in found) or _OTHER.search(text, begin, stop):
        return begin
    if found[0].start - begin > _NAME or (found[0].kind == NUMBER and found[0].start > begin and text[found[0].start : stop].isdigit()):
        return begin
    if text[stop : stop + 1] in (":", "："):
        return begin
    return stop


def _has_element(text: str, start: int, end: int) -> bool:
    return any(token.kind in ELEMENTS for token in tokens(text, start, end))


def _stripped(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \t\r\n\u00a0\u3000，,；;。:：、（(":
        end -= 1
    return end


def begin_of(text: str, start: int, end: int) -> int:
    """Where the address begins whose label ends at ``start``: behind a copula that the label left (坐落|于厦门市)."""
    led = _LED.match(text, start, end)
    return led.end() if led and town_end(text[led.end() : end]) else start
