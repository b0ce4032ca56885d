"""未成年人信息: a record about a person under 18, known by the ID number, the birth date, the age, the school and class, or the label.

One finding a record (a row, else a sentence), on what gives the age away; the persons and numbers of the record get the role ``minor``,
for which policies have rules of their own. Schools, rules and statistics without a person are none.
"""

from __future__ import annotations

from bisect import bisect_left

from govredact.context import ages
from govredact.context.cells import labelled
from govredact.context.people import People
from govredact.detectors.base import Detector, Example, reasons
from govredact.models import Candidate
from govredact.names import refused
from govredact.text import lazy, sought
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govredact.context.scan import Scan

GROWN, CHILD = 18, 14
_NUMBERS = frozenset({"CN_RESIDENT_ID", "CN_STUDENT_ID", "CN_DISABILITY_ID"})
_FIELDS = frozenset({"AGE", "SCHOOL_MINOR", "PERSON_MINOR"})
_PERSONS = frozenset({"PERSON", "WEAK_MASK"})
_ADULT_ROLES = frozenset({"office", "official", "reporter", "contact", "legal_representative"})
_FAR = 300
_SURE = 0.6
# 8岁, 十二周岁; not 8岁以下, 3-6岁, 满16岁.
_AGE = lazy.compile(
    "(?<![0-9.\\-~—至到满于足零〇一二三四五六七八九十])([0-9]{1,2}|十?[一二三四五六七八九]|十)[ ]?周?岁"
    "(?!以|及|之|至|[-~—]|的?儿童|半?[以之]?[上下前后])"
)
# 2015年出生, 生于2015年; 出生3个月, 3个月大; a rule speaks of 2015年后出生 or 出生3个月内.
_YEAR_BORN = lazy.compile("(?<![0-9至到前后])(20[0-9]{2})年(?:[0-9]{1,2}月)?(?:出?生(?![产活物人]))(?![于率人缺地])")
_MONTHS = lazy.compile("()(?:出生(?:[0-9]{1,2}|[一二两三四五六七八九十])个?多?(?:月|天)(?![以之]?内|[以之]?[上下]|龄)|[0-9]{1,2}个多?月大)")
_GRADE = (
    "(?:[一二三四五六七八九1-9]年级|小学|初[一二三中]|高[一二三中]|[大中小托]{1,2}班|学前班|幼儿园|附小|附中|中学"
    "|[0-9一二三四五六七八九]{1,2}[（(][0-9一二三四五六七八九十]{1,2}[)）]班)"
)
_SCHOOL_CELL = lazy.compile(_GRADE)
# 就读于城东小学, 城东小学三年级2班, 在第一中学上学.
_PUPIL = lazy.compile(
    "(?:就读于?|入读)[^，。；：、\n\t|]{0,16}(?:小学|中学|初中|高中|幼儿园|附小|附中|[一二三四五六七八九](?:中|年级))(?:[^，。；、\n\t|]{0,8}班)?"
    "|[\u4e00-\u9fff]{2,14}(?:小学|中学|幼儿园|学校|附小|附中)[ ]?(?:[一二三四五六七八九1-9]年级|[初高][一二三]|[大中小托]班)"
    "(?:[（(]?[0-9一二三四五六七八九十]{1,2}[）)]?班)?"
    "|[\u4e00-\u9fff]{2,14}(?:小学|中学|学校|附小|附中)[ ]?[0-9一二三四五六七八九][（(][0-9一二三四五六七八九十]{1,2}[）)]班"
    "|(?:[一二三四五六七八九]年级|[初高][一二三])(?:[（(]?[0-9一二三四五六七八九十]{1,2}[）)]?班)?学生"
    "|[初高][一二三][（(]?[0-9一二三四五六七八九十]{1,2}[）)]?班"
    "|(?<=[，,（(])(?:[一二三四五六七八九]年级|[初高][一二三])(?=[，,。；;）)\n]|$)"
    "|[\u4e00-\u9fff]{2,12}(?:小学|中学|初中|幼儿园)(?:就读|上学|读书|在读|学生(?=[\u4e00-\u9fff]))"
)
# A cell of a list that names a class and looks like a label to others: 五年级（2）班.
_CLASS_CELL = lazy.compile("(?<=[\t|,])[ ]?[一二三四五六七八九1-9]年级(?:[（(]?[0-9一二三四五六七八九十]{1,2}[）)]?班?)?(?=[ ]?[\t|,\n]|$)")
_SCHOOL_WORDS = (
    *("小学", "中学", "初中", "高中", "幼儿园", "附小", "附中", "就读", "入读", "学校", "年级"),
    *("初一", "初二", "初三", "高一", "高二", "高三"),
)
_ADULTS = lazy.compile("大学|学院|本科|研究生|硕士|博士|大专|高职|专业|院系|教师|老师|校长|园长|毕业于|任教|职工")
_CHILD_WORDS = lazy.compile("[幼儿孩婴孤]|未成年|收养|监护|受种")
# Right before a name they say that a child bears it.
_CHILD = ("未成年人", "留守儿童", "困境儿童", "男童", "女童", "患儿", "幼儿", "婴儿", "男婴", "女婴", "孤儿", "男孩", "女孩")
# 张某之女, 孩子, or the words of a pupil: the person of the record, or a child of it, goes to that school.
_KIN = lazy.compile(
    "(?:其|之|的|长|次|三|幼|独|养|继|孙|外)(?:子|女|儿子|女儿|孙|孙女|外孙)|孩子|患儿|[男女]孩|[男女]童|幼童|学生|同学|未成年人|儿童|小孩|婴儿|[男女]婴"
    "|就读|在读|入读|家长|监护人|年级|[大中小]班"
)
_NAME_BEFORE = lazy.compile(
    "(?:^|[，。；：、 \n\t（(|]|学生|儿童|患儿|幼儿|[男女]孩|之[子女])[\u4e00-\u9fff]{2,4}[，,、（( ]{1,2}(?:[男女][，,、 ])?$"
)


class _Sign(NamedTuple):
    """What tells that a record is about a minor: its place, and how sure that is."""

    start: int
    end: int
    score: float
    reasons: tuple[str, ...]


def find(scan: Scan, settled: Sequence[Candidate]) -> Iterator[Candidate]:
    """One candidate for each record of a minor, and the persons and numbers of these records with the role of a minor."""
    people = People(scan, settled)
    best: dict[tuple[int, int], _Sign] = {}
    for sign in _signs(scan, people, settled):
        record = people.record(sign.start)
        if record not in best or sign.score > best[record].score:
            best[record] = sign
    for (start, end), sign in best.items():
        yield Candidate(sign.start, sign.end, "MINOR_DATA", sign.score, sign.reasons, "minor_data")
        yield from _raised(scan, settled, start, end, sign)


def _signs(scan: Scan, people: People, settled: Sequence[Candidate]) -> Iterator[_Sign]:
    yield from _numbers(scan, people, settled)
    for c in settled:
        if c.entity in _PERSONS and scan.text.endswith(_CHILD, 0, c.start):
            yield _Sign(c.start, c.end, 0.65, ("minor",))
    yield from _labels(scan, people)
    yield from _births(scan, people)
    yield from _ages(scan, people)
    yield from _schools(scan, people)


def _numbers(scan: Scan, people: People, settled: Sequence[Candidate]) -> Iterator[_Sign]:
    """ID numbers and birth dates of minors; a 学籍号 that states no age is a pupil's, unless a university speaks of it."""
    for c in settled:
        value = scan.text[c.start : c.end]
        if c.score < _SURE or c.action == "allow":
            continue  # what is hardly a number of a person tells nobody's age
        if c.entity in _NUMBERS:
            age = ages.of_id(value, scan.settings)
            if age is None and c.entity == "CN_STUDENT_ID" and not _grown_up(scan, people, c.start):
                yield _Sign(c.start, c.end, 0.8, ("pupil",))
        elif c.entity == "BIRTH_DATE":
            age = ages.of_birth(value, scan.settings)
        else:
            continue
        if age is not None and age < GROWN:
            yield _Sign(c.start, c.end, 0.95 if c.entity in _NUMBERS else 0.9, (_under(age),))


def _under(age: int) -> str:
    return "under_14" if age < CHILD else "under_18"


def _labels(scan: Scan, people: People) -> Iterator[_Sign]:
    """Cells and values under 年龄, 班级, 幼儿姓名 …"""
    for start, end, evidence in labelled(scan, _FIELDS):
        text = scan.text[start:end]
        why = reasons(label=evidence.label, via=evidence.via)
        if evidence.field == "AGE":
            age = ages.of_words(text.removesuffix("岁").removesuffix("周"))
            if age is not None and age < GROWN and _somebody(people, start, end, evidence.via):
                yield _Sign(start, end, 0.85, (_under(age), *why))
        elif evidence.field == "SCHOOL_MINOR":
            if _SCHOOL_CELL.search(text) and not _grown_up(scan, people, start) and _somebody(people, start, end, evidence.via):
                yield _Sign(start, end, 0.8, ("school", *why))
        elif not _is_name(text) or not _is_set_off(scan, people, start, end, evidence.via):
            continue
        elif _CHILD_WORDS.search(evidence.label) or not _grown_up(scan, people, start):
            yield _Sign(start, end, 0.75, ("minor", *why))


def _somebody(people: People, start: int, end: int, via: str) -> bool:
    if via == "column" and people.in_list(start):
        return True
    return people.named(*people.around(start, end))


def _is_set_off(scan: Scan, people: People, start: int, end: int, via: str) -> bool:
    """Whether the label points at the value: in a cell or behind a sign; else a name must have been found there (困境儿童和残疾人)."""
    if via == "column" or not "\u4e00" <= scan.text[start - 1 : start] <= "\u9fff":
        return True
    return any(c.entity in _PERSONS for c in people.marks(start, end))


def _is_name(text: str) -> bool:
    return (
        2 <= len(text) <= 12
        and all("\u4e00" <= char <= "\u9fff" or char in "·*＊×○ 　" for char in text)
        and not (_NO_NAME.search(text) or refused.is_refused(text))
    )


_NO_NAME = lazy.compile("名单|情况|信息|人数|资助|管理|应|须|可|等|的|数|合计|总|无")


def _grown_up(scan: Scan, people: People, position: int) -> bool:
    """Whether the record, the header of its table or the title above speak of a university or of teachers."""
    first, last = people.record(position)
    if _ADULTS.search(scan.text, first, last):
        return True
    block = scan.tables.block(position)
    top = block.start if block else first
    return _ADULTS.search(scan.text, max(0, top - _FAR), top + (_FAR if block else 0)) is not None


def _ages(scan: Scan, people: People) -> Iterator[_Sign]:
    for position in _places(scan.text, ("岁",)):
        match = _AGE.search(scan.text, max(0, position - 4), position + 8)
        age = ages.of_words(match[1]) if match else None
        if match and age is not None and age < GROWN and _has_person(scan, people, match.start()):
            yield _Sign(match.start(), match.end(), 0.85, (_under(age), "age"))


def _births(scan: Scan, people: People) -> Iterator[_Sign]:
    """A year of birth without a day (其女陈某，2015年出生), and the months of an infant (出生3个月)."""
    for position in _places(scan.text, ("出生", "月大")):
        match = _YEAR_BORN.search(scan.text, max(0, position - 6), position + 12) or _MONTHS.search(
            scan.text, max(0, position - 6), position + 9
        )
        if match is None or not match.start() <= position < match.end():
            continue
        year = int(match[1]) if match[1] else scan.settings.as_of_year
        age = scan.settings.as_of_year - year
        if 0 <= age < GROWN and _has_person(scan, people, match.start()):
            yield _Sign(match.start(), match.end(), 0.8, (_under(age), "birth"))


def _places(text: str, words: tuple[str, ...]) -> Iterator[int]:
    """Where the words stand; looked for one by one, because that is faster than any pattern over a text that holds none."""
    for word in words:
        yield from sought.places(text, word)


def _has_person(scan: Scan, people: People, start: int) -> bool:
    """Whether somebody is named beside the age or the school: a name before it, or a relation of somebody who is named."""
    first, last = people.record(start)
    if people.in_list(start) or people.identified(first, last) or people.named(first, last):
        return True
    return _NAME_BEFORE.search(scan.text, max(first, start - 10), start) is not None


def _schools(scan: Scan, people: People) -> Iterator[_Sign]:
    for position in _places(scan.text, _SCHOOL_WORDS):
        match = _PUPIL.search(scan.text, max(0, position - 14), position + 24) or _CLASS_CELL.search(
            scan.text, max(0, position - 4), position + 14
        )
        if match is None or not match.start() <= position < match.end():
            continue
        first, last = people.record(position)
        if _ADULTS.search(scan.text, first, last):
            continue
        tied = people.in_list(position) or people.identified(first, last)
        if tied or (people.named(first, last) and _KIN.search(scan.text, first, last)):
            yield _Sign(match.start(), match.end(), 0.75, ("school",))


def _raised(scan: Scan, settled: Sequence[Candidate], start: int, end: int, sign: _Sign) -> Iterator[Candidate]:
    """The candidates of the record with the role of a minor; of several persons in a sentence the one that the sign is about."""
    near = settled[bisect_left(settled, (start,)) : bisect_left(settled, (end,))]
    inside = [c for c in near if c.end <= end and c.role not in _ADULT_ROLES]
    persons = [c for c in inside if c.entity in _PERSONS]
    if len(persons) > 1 and "\t" not in scan.text[start:end] and scan.tables.block(start) is None:
        persons = [_nearest(persons, sign)]
    for c in persons:
        # Of a list of student aid the pupils' names may stay, those of their parents go.
        if c.role != "relative" or scan.settings.genre != "student-aid":
            yield c._replace(role="minor", reasons=(*c.reasons, "minor"))
    for c in inside:
        if c.entity not in _PERSONS and c.entity.startswith(("CN_", "BIRTH", "HOME", "HEALTH", "SPECIAL")) and not c.role:
            yield c._replace(role="minor")


def _nearest(persons: Sequence[Candidate], sign: _Sign) -> Candidate:
    before = [c for c in persons if c.start <= sign.start]
    return before[-1] if before else persons[0]


DETECTOR = Detector(
    name="minor_data",
    entities=("MINOR_DATA",),
    source="未成年人保护法 art. 4; 个人信息保护法 art. 28; 未成年人网络保护条例",
    on_settled=find,
    found=(
        Example("王某某，男，8岁，就读于城东小学", "8岁"),
        Example("李某某之女（12周岁）由其监护人领取", "12周岁"),
        Example("姓名：张某，2015年3月12日出生", "2015年3月12日"),
        Example("幼儿姓名：王小明", "王小明"),
        Example("姓名\t班级\t金额\n王小明\t三年级2班\t500\n李小红\t五年级1班\t500\n", "三年级2班"),
        Example("姓名\t年龄\n王小明\t9\n李红\t35\n", "9"),
    ),
    clean=(
        "14周岁以下儿童免票入园",
        "城东小学三年级2班获得优秀班集体称号",
        "加强未成年人保护工作",
        "姓名：张某，1985年3月12日出生",
        "学校\t院系\t学生姓名\t班级\n理工大学\t计算机学院\t王明\t软件2101班\n",
        "全县3-6岁儿童入园率达到90%",
        "王某某（男，45岁）任城东小学校长",
    ),
)
