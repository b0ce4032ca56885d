"""Names of Uygurs, Kazakhs, Tibetans, Mongols, Yi and others as they are written in Chinese: no surname leads them.

Three forms show by themselves: parts with a dot between (买买提·艾力), Tibetan names of known pairs of characters (扎西次仁), and
Uygur and Kazakh names by their endings (阿依古丽) where something behind them is said of persons.
"""

from __future__ import annotations

from govredact.names.evidence import says_person
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
LETTERS = frozenset(
    "买提艾力阿卜杜拉热合曼古丽吐尔逊努麦尼亚孜库尔班木拉提玉苏甫江汗米热依那扎西卓玛才让多吉旺堆次仁平措桑央金格达瓦洛尼索朗顿珠拉姆"
    "加措措巴图巴特尔其其格乌云娜仁斯琴布赫高娃宝音德力格额尔敦吉木日哈沙马海来阿呷伍呷尔古克莫子伊敏萨比哈帕夏再娜孜塔依穆罕默德赛买"
    "拜吾司义肉"
)
# What else such names hold where a column or a label already says that a name stands there: 吉克史布, 巴音孟克, 曲比阿牛.
_MORE = LETTERS | frozenset(
    "史支惹妞曲比俄的勒加瓦洪什则果孟毕力根松敖朝鲁满都苏和嘎旦宗珍群培边次旺姆罗贡牛且哈衣子作则铁金锁柱宝玛特恩波罕应叫香南相保"
)
_SHARE = 0.75
DOTTED = lazy.compile(f"[{_HAN}]{{1,9}}(?:[·•．‧・∙][{_HAN}]{{1,9}}){{1,3}}")
_LETTERS_CLASS = "".join(sorted(LETTERS))
# A rare character first, so that few places are looked at.
_FIRST = "买吐阿艾麦穆努库帕依哈卡扎卓洛索桑央嘎乌娜斯额敦萨吉俄才次旦拉巴"
_RUN = lazy.compile(f"[{_FIRST}][{_LETTERS_CLASS}]{{3,7}}(?![{_HAN}·])")
_ENDING = lazy.compile(
    f"[阿艾买吐麦努帕依热古][{_LETTERS_CLASS}]{{1,5}}?(?:古丽|古力|木江|提江|尔江|买提|尼沙|尼牙孜|依明)"
    "(?=家|同学|同志|老人|大爷|大妈|大叔|先生|女士|[，,；;。、（(\n]|$)"
)
# The two characters of any pair are sought before the pairs are tried one by one.
_PAIR = (
    "(?:扎西|卓玛|次仁|旺堆|央金|格桑|多吉|才让|拉姆|顿珠|达瓦|尼玛|索朗|白玛|平措|桑杰|仁青|卓嘎|德吉|洛桑|加措|嘉措|丹增|曲珍|次旦|拉珍|巴桑"
    "|米玛|普布|边巴|强巴|坚参|群培|旦增|旺姆|措姆|央宗|玉珍|罗布|贡布|格列|土登|阿旺|云丹|泽仁|德庆|益西|曲扎|旺杰|次珍)"
)
_FIRST_OF_PAIR, _SECOND_OF_PAIR = ("".join(sorted({pair[place] for pair in _PAIR[3:-1].split("|")})) for place in (0, 1))
_TIBETAN = lazy.compile(f"[{_FIRST_OF_PAIR}](?=[{_SECOND_OF_PAIR}])")
_TIBETANS = lazy.compile(f"{_PAIR}{{1,3}}(?:[、和]{_PAIR}{{1,3}}){{0,20}}")
_PARTS = lazy.compile("[^、和]+")
_LONGEST_PART = 9
_MOSTLY = 0.7


def names(text: str) -> Iterator[tuple[int, int]]:
    """Where names of minorities stand in running text; foreign names (约翰·史密斯) are left alone."""
    yield from _dotted(text)
    for match in _RUN.finditer(text):
        if _begins(text, match.start()) and says_person(text, match.end()):
            yield match.span()
    for match in _ENDING.finditer(text):
        if _begins(text, match.start()):
            yield match.span()
    done = 0
    for place in _TIBETAN.finditer(text):
        row = _TIBETANS.match(text, place.start()) if place.start() >= done else None
        if row is None:
            continue
        done = row.end()
        parts = [part.span() for part in _PARTS.finditer(text, *row.span())]
        if any(end - start > 2 for start, end in parts) and text[done : done + 1] != "·":
            yield from parts


def looks_like(text: str) -> bool:
    """Whether four characters or more in the place of a name are mostly those of such names."""
    return len(text) > 3 and sum(char in _MORE for char in text) >= _SHARE * len(text)


def _begins(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    return before != "·" and not "\u4e00" <= before <= "\u9fff"


def _dotted(text: str) -> Iterator[tuple[int, int]]:
    done, dot = 0, text.find("·")
    while dot >= 0:
        start = dot
        # Back over what belongs to the name, not to the title before it: 家长阿卜杜拉·买买提.
        while start > done and dot - start < _LONGEST_PART and text[start - 1] in LETTERS:
            start -= 1
        match = DOTTED.match(text, start) if dot - start > 1 else None
        end = _end(text, *match.span()) if match else 0
        if end - start > 3 and sum(char in LETTERS for char in text[start:end]) >= _MOSTLY * (end - start):
            yield start, end
            done = end
        dot = text.find("·", max(dot + 1, done))


def _end(text: str, start: int, end: int) -> int:
    """Where the last part of the name ends: 热依汗·司马义自愿离婚 goes on with words."""
    last = max(text.rfind(dot, start, end) for dot in "·•．‧・∙") + 1
    while end - last > 2 and text[end - 1] not in LETTERS:
        end -= 1
    for position in range(last, end):
        if text[position] not in LETTERS and position - last > 1 and text[position + 1 : position + 2] not in LETTERS:
            return position
    return end
