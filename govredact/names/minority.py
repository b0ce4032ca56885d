"""Names of Uygurs, Kazakhs, Tibetans, Mongols, Yi and others as they are written in Chinese: no surname leads them.

Three forms show by themselves: parts with a dot between (买买提·艾力), Tibetan, Mongol and Yi names of known words (扎西次仁, 乌云其木格,
吉克阿牛), and Uygur and Kazakh names by their endings (阿依古丽) where something behind them is said of persons.
"""

from __future__ import annotations

from govredact.names.evidence import says_person
from govredact.text import lazy, sought
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
_TIBETAN = (
    "扎西|卓玛|次仁|旺堆|央金|格桑|多吉|才让|拉姆|顿珠|达瓦|尼玛|索朗|白玛|平措|桑杰|仁青|卓嘎|德吉|洛桑|加措|嘉措|丹增|曲珍|次旦|拉珍|巴桑"
    "|米玛|普布|边巴|强巴|坚参|群培|旦增|旺姆|措姆|央宗|玉珍|罗布|贡布|格列|土登|阿旺|云丹|泽仁|德庆|益西|曲扎|旺杰|次珍"
)
# Mongol names of two or three words; many a place begins with the same ones, but hardly any ends like a person.
_MONGOL = (
    "乌云|娜仁|斯琴|萨仁|莎仁|格日勒|格日乐|巴特尔|巴图|宝音|额尔敦|苏和|朝鲁|达来|孟和|满都拉|吉日|布仁|哈斯|阿拉坦|敖登|乌日|那顺|那仁|青格|塔娜"
    "|牧仁|巴雅尔|德力格尔|乌力吉|陶格|图门|查干|朝伦|赛罕|赛音|苏日|布和|布赫|敖特根|乌兰|珠拉|阿古拉"
)
_MONGOL_ENDS = (
    "其其格|其木格|高娃|图雅|托娅|托雅|格日勒图?|格日乐图?|巴特尔|巴图|毕力格|必力格|朝克图|吉日嘎拉|嘎拉|通拉嘎|巴雅尔|德力格尔|特木尔|道尔吉"
)
# Yi names: the name of a clan and a given name.
_CLANS = (
    "吉克|吉木|吉尔|吉伍|吉俄|阿苏|阿侯|阿尔|阿约|阿的|阿罗|沙马|尔古|曲木|曲比|马海|海来|俄底|俄木|莫色|莫洛|勒格|勒伍|苏呷|苏都|的日|的莫|比布|贾巴"
    "|罗洪|恩扎|瓦扎|且沙|洛古|洛日|木出|木帕|尼惹|热柯|热古|布约|布吉|耍惹|土比|克惹"
)
_GIVEN = (
    "阿牛|阿依|阿呷|阿支|阿木|阿芝|阿英|阿各|阿果|阿加|木呷|木乃|木且|木果|伍呷|伍合|伍果|伍支|伍牛|伍各|日洛|日火|日呷|日布|拉博|拉铁|拉且|拉哈"
    "|尔布|尔哈|尔古|尔沙|尔体|尔合|尔作|子布|子古|子呷|子哈|子洛|史布|史古|史洛|史哈|石布|石古|石各|石一|布铁|布哈|布都|布且|布古|打史|打布|呷呷"
    "|曲布|曲者|曲合|莫作|么作|么牛|有作|有古|有且|以作|以布|以古|克古|克布|克哈|久布|久古|果果|果各|车布|车古|机布|友布|友古|乌呷|乌牛|乌合"
)
_ONE = (
    f"(?:{_TIBETAN}){{1,3}}|(?:{_MONGOL}){{1,2}}(?:{_MONGOL_ENDS})(?!苏木|嘎查|淖尔|[旗县市镇乡村盟州区路街山河湖])"
    f"|(?:{_CLANS})(?:{_GIVEN})(?![{_HAN}]{{0,2}}[乡镇村社组])"
)
# The first two characters of any are sought before all are tried one by one.
_FIRSTS, _SECONDS = ("".join(sorted({word[n] for word in f"{_TIBETAN}|{_MONGOL}|{_CLANS}".split("|")})) for n in (0, 1))
_KNOWN_WORDS = lazy.compile(f"[{_FIRSTS}](?=[{_SECONDS}])")
_OF_KNOWN_WORDS = lazy.compile(f"(?:{_ONE})(?:[、和](?:{_ONE})){{0,20}}")
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
    for row in sought.matches(_KNOWN_WORDS, _OF_KNOWN_WORDS, text):
        parts = [part.span() for part in _PARTS.finditer(text, *row.span())]
        if any(end - start > 2 for start, end in parts) and text[row.end() : row.end() + 1] != "·":
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
