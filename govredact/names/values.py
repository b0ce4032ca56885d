"""What stands in the place of a name: behind a label, or in a cell of a column of names.

There the form of a name is enough, and other forms count as well: names of minorities (买买提·艾力, 才让卓玛), a name drawn apart
(林 芳), several names in one place (张三、李四). Masked names, remarks and institutions are none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govredact.names import free, store
from govredact.names.evidence import holds_office, says_person
from govredact.names.possible import possible
from govredact.text import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
# Characters of names of Uygurs, Kazakhs, Hui, Tibetans, Mongols, Yi as they are written in Chinese.
_MINORITY = frozenset(
    "买提艾力阿卜杜拉热合曼古丽吐尔逊努麦尼亚孜库尔班木拉提玉苏甫江汗米热依那扎西卓玛才让多吉旺堆次仁平措桑央金格达瓦洛尼索朗顿珠拉姆"
    "加措措巴图巴特尔其其格乌云娜仁斯琴布赫高娃宝音德力格额尔敦吉木日哈沙马海来阿呷伍呷尔古克莫子伊敏萨比哈帕夏再娜孜塔依穆罕默德赛买"
)
_PLAIN = lazy.compile(f"[{_HAN}]{{2,4}}")
_APART = lazy.compile(f"[{_HAN}](?:[ \u3000\u00a0]{{1,4}}[{_HAN}]){{1,2}}(?![{_HAN}])")
_DOTTED = lazy.compile(f"[{_HAN}]{{2,9}}(?:[·•．‧・∙][{_HAN}]{{1,9}}){{1,3}}")
# A rare character first, so that few places are looked at.
_MINORITY_FIRST = "买吐阿艾麦穆努库帕依哈卡扎卓洛索桑央嘎乌娜斯额敦萨吉俄才次旦拉巴"
_MINORITY_RUN = lazy.compile(f"[{_MINORITY_FIRST}][{''.join(sorted(_MINORITY))}]{{3,7}}(?![{_HAN}·])")
_APART_NAME = lazy.compile(f"(?<![{_HAN} \u3000])([{_HAN}])[ \u3000]{{1,3}}([{_HAN}])(?![{_HAN}])")
_LONG = lazy.compile(f"[{_HAN}]{{4,10}}")
_NEXT = lazy.compile("[ \u3000]{0,2}[、,，;；/和与及\n][ \u3000]{0,2}|[ \u3000]{1,4}")
_BEHIND = lazy.compile('[ \u3000]{0,3}(?:[（(\\[【男女,，;；。、|/:：\t\r\n"”’*]|[0-9A-Za-z]|$)')
_HAN_SIGN = lazy.compile(f"[{_HAN}]")
_MASKED = frozenset("某×＊*○●□■")
# What the operator pseudonymize writes for a name.
_WRITTEN_BY_US = lazy.compile("人员[甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥]")
_LONGEST_PART = 9
_PLACE_ENDS = frozenset("市县镇乡村区州省街路")
# They show that a form explains itself: 如实填写, 同上, 不详.
_REMARK = frozenset("的是否无填写见略须应可或等者项请本该各未已不非有此其同上下如以将及与并")


class Read(NamedTuple):
    """A name that was read at ``[start, end)``; ``score`` says how sure it is that it is one."""

    start: int
    end: int
    score: float
    form: str


def read(text: str, start: int, end: int, column: bool = False) -> Iterator[Read]:
    """The names in ``[start, end)``, where a label or a header says that names stand; in a ``column`` the whole cell is given."""
    position = start
    while position < end:
        found = one(text, position, end if column else min(len(text), end + 8))
        if found is None:
            return
        yield found
        following = _NEXT.match(text, found.end)
        if following is None or (not column and following[0].strip(" \u3000") not in ("、", "和", "与", "及", ",", "，")):
            return
        position = following.end()
        end = end if column else position + 6


def one(text: str, start: int, end: int) -> Read | None:
    """The name that begins at ``start`` and ends before ``end``; None where something else stands there."""
    if _MASKED.intersection(text[start : start + 4]) or _WRITTEN_BY_US.match(text, start):
        return None
    dotted = _DOTTED.match(text, start, end)
    if dotted:
        return Read(start, dotted.end(), 0.95, "minority")
    apart = _APART.match(text, start, end)
    if apart and is_apart("".join(apart[0].split())):
        return Read(start, apart.end(), 0.95, "apart")
    return _plain(text, start, end) or _rare(text, start, end)


def minority(text: str) -> Iterator[tuple[int, int]]:
    """Where names of minorities stand in running text: with a dot, or with what is said of persons behind them."""
    yield from _dotted(text)
    for match in _MINORITY_RUN.finditer(text):
        before = text[match.start() - 1 : match.start()] if match.start() else ""
        if not "\u4e00" <= before <= "\u9fff" and before != "·" and says_person(text, match.end()):
            yield match.span()


def _dotted(text: str) -> Iterator[tuple[int, int]]:
    done, dot = 0, text.find("·")
    while dot >= 0:
        start = dot
        # Back over what belongs to the name, not to the title before it: 家长阿卜杜拉·买买提.
        while start > done and dot - start < _LONGEST_PART and text[start - 1] in _MINORITY:
            start -= 1
        match = _DOTTED.match(text, start) if dot - start > 1 else None
        if match and sum(char in _MINORITY for char in match[0]) >= 0.7 * len(match[0]):
            yield match.span()
            done = match.end()
        dot = text.find("·", max(dot + 1, done))


def apart(text: str) -> Iterator[tuple[int, int, str]]:
    """Names drawn apart (林　芳) in running text, and what stands behind them: "office", "person" or ""."""
    for match in _APART_NAME.finditer(text):
        if is_apart(match[1] + match[2]):
            end = match.end(2)
            yield match.start(1), end, "office" if holds_office(text, end) else "person" if says_person(text, end) else ""


def drawn_apart(text: str, start: int) -> int:
    """The end of a name drawn apart that begins at ``start``; 0 for none."""
    match = _APART.match(text, start)
    return match.end() if match and is_apart("".join(match[0].split())) else 0


def is_apart(text: str) -> bool:
    """Whether two or three characters that were drawn apart are a name: words are drawn apart, too (户　主)."""
    return is_name(text) and text not in store.words()


def is_name(text: str) -> bool:
    """Whether ``text`` as a whole has the form of a name and is no frequent word or place."""
    return (
        len(text) > 1
        and text[-1] not in _PLACE_ENDS
        and any(stop == len(text) for stop, _ in possible(text, 0))
        and store.words().get(text, 999) > 110
    )


def _plain(text: str, start: int, end: int) -> Read | None:
    stops = [stop for stop, _ in possible(text, start) if stop <= end]
    for stop in sorted(stops, reverse=True):
        if _BEHIND.match(text, stop) and is_name(text[start:stop]):
            return Read(start, stop, 0.95, "")
    guess = free.at(text, start, 30)
    return (
        Read(start, guess.end, 0.8, "") if guess and guess.end <= end and guess.evidence.after not in ("polite", "official_after") else None
    )


def _rare(text: str, start: int, end: int) -> Read | None:
    """Names that begin with no known surname, and names of minorities without a dot: nothing but the place speaks for them."""
    long = _LONG.match(text, start, end)
    if long and _BEHIND.match(text, long.end()) and sum(char in _MINORITY for char in long[0]) >= len(long[0]) - 1:
        return Read(start, long.end(), 0.85, "minority")
    plain = _PLAIN.match(text, start, end)
    if not plain or not _BEHIND.match(text, plain.end()) or _HAN_SIGN.match(text, plain.end()) or len(plain[0]) == 4:
        return None
    value = plain[0]
    if value in store.words() or _REMARK.intersection(value) or any(value.endswith(end) for end in store.cues("organisation")):
        return None
    return Read(start, plain.end(), 0.65, "unusual")
