"""What stands in the place of a name: behind a label, or in a cell of a column of names.

There the form of a name is enough, and other forms count as well: names of minorities (买买提·艾力, 才让卓玛), a name drawn apart
(林 芳), several names in one place (张三、李四). Masked names, remarks and institutions are none.
"""

from __future__ import annotations

from govredact.names import free, latin, minority, refused, store
from govredact.names.evidence import holds_office, says_person
from govredact.names.possible import possible
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_PLAIN = lazy.compile(f"[{_HAN}]{{2,4}}")
_APART = lazy.compile(f"[{_HAN}](?:[ \u3000\u00a0]{{1,4}}[{_HAN}]){{1,2}}(?![{_HAN}])")
# The blank first: it is rarer than what stands around it.
_APART_NAME = lazy.compile(f"[ \u3000](?<=[{_HAN}].)(?<![{_HAN} \u3000]..)[ \u3000]{{0,2}}([{_HAN}])(?![{_HAN}])")
_LONG = lazy.compile(f"[{_HAN}]{{4,10}}")
_NEXT = lazy.compile("(?:[（(][^（）()\n]{1,16}[）)])?(?:[ \u3000]{0,2}(?:[、,，;；/和与及\n]|<br ?/?>)[ \u3000]{0,2}|[ \u3000]{1,4})")
# Labels of several people: behind them, names stand apart by blanks.
_SEVERAL = ("成员", "专家", "名单", "人员", "评委", "选手", "学生", "队员", "小组", "运动员", "个人")
_BEHIND = lazy.compile(
    '[ \u3000]{0,3}(?:[（(\\[【男女,，;；。、|/:：\t\r\n"”’*]|[0-9A-Za-z]|$)|[ \u3000]{1,3}(?=[\u4e00-\u9fff]{2,8}[:：])'
)
_BLANK = lazy.compile(f"[ \u3000]{{1,4}}(?=[{_HAN}]{{2}})")
_HAN_SIGN = lazy.compile(f"[{_HAN}]")
# What a label or header adds to a name that words follow.
_LABELLED = 30
# What hardly follows anything but a name there, and up to which cost a word is a common one.
_GOES_ON = lazy.compile("已被|被|已于|[与和诉及](?=被|申请|第三人|原告)|因|系|涉嫌|自愿|患|[（(，,。；;、：:\n\t |]|$")
_COMMON = 115
# Surnames that many bear, but for those that are words on their own: behind them a given name may be a word (韦成功).
_ORDINARY, _WORDS_TOO = 68, frozenset("于向任万方时从关常高")
# Signs and numbers before a name (★张三, 2.李四), and the sign of a footnote behind one of three characters.
_LEAD = lazy.compile("(?:[★☆▲△◆◇※#]|[（(]?[0-9]{1,3}[）)、.．](?![0-9]))[ \u3000]?(?=[\u4e00-\u9fff])")
_FOOTNOTE = lazy.compile(f"[{_HAN}]{{3}}[*＊](?![*＊{_HAN}])")
_MASKED = frozenset("某×＊*○●□■")
# What the operator pseudonymize writes for a name.
_WRITTEN_BY_US = lazy.compile("人员[甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥]")
_JOINS, _COLONS = frozenset("、和与及,，"), frozenset(":：")
_PLACE_ENDS = frozenset("市县镇乡村区州省街路庙")
# A name as foreigners write it, and what shows a firm, or the second language of a form.
_LATIN = lazy.compile("[A-Z][a-z]{1,20}(?: [A-Z][A-Za-z.'-]{0,20}){1,3}(?![0-9A-Za-z])")
_NO_LATIN = lazy.compile(
    "Ltd|Inc|Co[.]|Corp|LLC|Company|University|Bank|Group|Name|Person|Date|Birth|Number|Address|Phone|Signature|Passport|Contact|Applicant"
)
# 李记小吃店 is a shop; 张三经营小吃店 has one.
_SHOP = lazy.compile(
    f"(?:(?![经营开系是为的向与和诉任因在])[{_HAN}]){{2,12}}?(?:店|馆|餐厅|饭庄|超市|诊所|药房|商行|工作室|门市部|经营部|公司|厂|合作社|作坊)(?![{_HAN}])"
)
# They show that a form explains itself: 如实填写, 同上, 不详.
_REMARK = frozenset("的是否无填写见略须应可或等者项请本该各未已不非有此其同上下如以将及与并后")
# Up to which cost (see ``possible``) two, three or more characters are what people are really called: nine in ten names are, and hardly
# any word or place that only has the form of a name (须知, 石桥铺).
_LIKELY = {2: 140, 3: 190, 4: 190}
# Up to this cost a word is so frequent that its form makes no name of it.
_COMMON_WORD = 110


class Read(NamedTuple):
    """A name that was read at ``[start, end)``; ``score`` says how sure it is that it is one."""

    start: int
    end: int
    score: float
    form: str


def read(text: str, start: int, end: int, column: bool = False, label: str = "") -> Iterator[Read]:
    """The names in ``[start, end)``, where a ``label`` or a header says that names stand; in a ``column`` the whole cell is given."""
    position = start
    while position < end:
        lead = _LEAD.match(text, position)
        position = lead.end() if lead else position
        found = one(text, position, end if column else min(len(text), end + 8))
        if found is None:
            return
        yield found
        following = _NEXT.match(text, found.end)
        if following is None or not (column or _goes_on(text, following, label)):
            return
        position = following.end()
        end = end if column else min(len(text), position + 6)


def _goes_on(text: str, sign: re.Match[str], label: str) -> bool:
    """Whether behind a label the list of names goes on after ``sign``; behind a blank only names that are whole do so."""
    if sign[0].rstrip(" \u3000")[-1:] in _JOINS:
        return True
    following = _PLAIN.match(text, sign.end())
    if sign[0].strip() or not following or _HAN_SIGN.match(text, following.end()) or text[following.end() : following.end() + 1] in _COLONS:
        return False
    return is_name(following[0]) if label.endswith(_SEVERAL) else is_likely(following[0])


def is_called(text: str, start: int, end: int, label: str) -> bool:
    """Whether ``[start, end)`` is a name because 姓名 stands before it, although it reads as a word (辛劳, 荆轲)."""
    value = text[start:end]
    if not label.endswith("姓名") or not 1 < len(value) < 4 or value[0] not in store.names().surnames or not _PLAIN.fullmatch(value):
        return False
    return not (_REMARK.intersection(value) or _MASKED.intersection(value) or refused.is_refused(value) or value[-1] in _PLACE_ENDS)


def is_masked(text: str, start: int) -> bool:
    """Whether the name that begins at ``start`` is covered in part: 张*, 李某某, 欧阳文*; 张晓明* has a footnote."""
    footnote = _FOOTNOTE.match(text, start) and text[start : start + 2] not in store.names().compound
    return bool(_MASKED.intersection(text[start : start + (3 if footnote else 4)]))


def one(text: str, start: int, end: int) -> Read | None:
    """The name that begins at ``start`` and ends before ``end``; None where something else stands there."""
    if is_masked(text, start) or _WRITTEN_BY_US.match(text, start):
        return None
    dotted = minority.DOTTED.match(text, start, end)
    if dotted:
        return Read(start, dotted.end(), 0.95, "minority")
    pinyin = latin.name_at(text, start)
    if pinyin:
        return Read(start, pinyin, 0.8, "pinyin")
    foreign = _LATIN.match(text, start)
    if foreign and not _NO_LATIN.search(foreign[0]):
        return Read(start, foreign.end(), 0.65, "foreign")
    apart = _APART.match(text, start, end)
    if apart:
        written = "".join(apart[0].split())
        if is_apart(written) or is_likely(written):
            return Read(start, apart.end(), 0.95, "apart")  # 苏　宁 is a word, too, and here a name
        if len(written) == 2 and _is_rare_apart(written):
            return Read(start, apart.end(), 0.8, "apart")  # 韦　萱: a given name that the data do not know
    return _plain(text, start, end) or _minority(text, start, end) or _guessed(text, start, end) or _rare(text, start, end)


def apart(text: str) -> Iterator[tuple[int, int, str]]:
    """Names drawn apart (林　芳) in running text, and what stands behind them: "office", "person" or ""."""
    for match in _APART_NAME.finditer(text):
        start, end = match.start() - 1, match.end()
        if is_apart(text[start] + match[1]):
            yield start, end, "office" if holds_office(text, end) else "person" if says_person(text, end) else ""


def drawn_apart(text: str, start: int) -> int:
    """The end of a name drawn apart that begins at ``start``; 0 for none."""
    match = _APART.match(text, start)
    return match.end() if match and is_apart("".join(match[0].split())) else 0


def unusual(text: str, start: int) -> int:
    """The end of a name of three characters that begins with a word (揭阳平) directly behind a label of persons; 0 for none."""
    end = start + 3
    if not _GOES_ON.match(text, end) or not any(stop == end for stop, _ in possible(text, start)):
        return 0
    surname = text[start]
    plain = store.names().surnames.get(surname, _ORDINARY + 1) <= _ORDINARY and surname not in _WORDS_TOO
    common = store.cost(text[start : start + 2]) <= _COMMON or (store.cost(text[start + 1 : end]) <= _COMMON and not plain)
    if surname in _REMARK and store.is_word(text[start + 1 : end]):
        return 0  # 应到场; but 应彩霞
    return 0 if common or store.is_word(text[start:end]) or _REMARK.intersection(text[start + 1 : end]) else end


def is_apart(text: str) -> bool:
    """Whether two or three characters that were drawn apart are a name: words are drawn apart, too (户　主)."""
    return is_name(text) and not store.is_word(text)


def _is_rare_apart(text: str) -> bool:
    surname = store.names().surnames.get(text[0])
    return surname is not None and surname <= _ORDINARY and not store.is_word(text) and not _REMARK.intersection(text)


def is_name(text: str) -> bool:
    """Whether ``text`` as a whole has the form of a name and is no frequent word or place, nor what is written where no name is."""
    return _cost(text) is not None


def is_likely(text: str) -> bool:
    """Whether people are really called ``text``: it is a name, and its surname and given name are common enough together."""
    cost = _cost(text)
    return cost is not None and cost <= _LIKELY[len(text)]


def _cost(text: str) -> int | None:
    """What ``text`` as a whole costs as a name; None where it is none (see ``is_name``)."""
    cost = min((cost for stop, cost in possible(text, 0) if stop == len(text)), default=None) if len(text) > 1 else None
    if cost is None or text[-1] in _PLACE_ENDS or refused.is_refused(text) or store.cost(text) <= _COMMON_WORD:
        return None
    return cost


def _plain(text: str, start: int, end: int) -> Read | None:
    stops = [stop for stop, _ in possible(text, start) if stop <= end]
    for stop in sorted(stops, reverse=True):
        if (_BEHIND.match(text, stop) or _BLANK.match(text, stop)) and is_name(text[start:stop]):
            return Read(start, stop, 0.95, "")
    return None


def _minority(text: str, start: int, end: int) -> Read | None:
    """Names of minorities without a dot: 吉克史布, 巴音孟克, 次旦央宗."""
    long = _LONG.match(text, start, end)
    if long and _BEHIND.match(text, long.end()) and minority.looks_like(long[0]):
        return Read(start, long.end(), 0.85, "minority")
    return None


def _guessed(text: str, start: int, end: int) -> Read | None:
    """A name that words follow: 王秀兰因病去世."""
    if _SHOP.match(text, start):
        return None
    guess = free.at(text, start, _LABELLED)
    if guess is None or guess.end > end or guess.evidence.after in ("polite", "official_after", "place"):
        return None  # 安置户：杨浦区…: an address
    return None if refused.is_refused(text[start : guess.end]) else Read(start, guess.end, 0.8, "")


def _rare(text: str, start: int, end: int) -> Read | None:
    """Names that begin with no known surname: nothing but the place speaks for them."""
    plain = _PLAIN.match(text, start, end)
    if not plain or not _BEHIND.match(text, plain.end()) or _HAN_SIGN.match(text, plain.end()) or len(plain[0]) == 4:
        return None
    value = plain[0]
    if store.is_word(value) or _REMARK.intersection(value) or any(value.endswith(end) for end in store.cues("organisation")):
        return None
    if refused.is_refused(value) or refused.holds_word(value):
        return None
    return Read(start, plain.end(), 0.65, "unusual")
