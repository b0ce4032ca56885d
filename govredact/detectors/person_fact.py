"""姓名 that what is said beside it gives away: 李强（刑满释放人员）, 云秀产检发现梅毒, 因颅脑外伤申请救助的范小龙, 未成年人尚可欣，初二.

A word of the lists health and status, or of childhood, speaks for a name beside it as much as a label does. The name must fill what
stands before the tie up to a sign (本人 and the like left out), so that 部分患有糖尿病 names nobody.
"""

from __future__ import annotations

from govredact.detectors.base import FORM, Detector, Example
from govredact.detectors.persons import layer, person, role_of_word
from govredact.names import free, values
from govredact.text import lazy, sought
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govredact.context.scan import Scan
    from govredact.models import Candidate
    from govredact.names.free import Guess

FACTS = frozenset({"HEALTH_FACT", "SPECIAL_STATUS"})
# What such a word adds to a name (as a label without a colon does), and the margin from which the name is sure.
_LIFT, _SURE = 30, 30
# What it adds right before a name, as a title does: 强制隔离戒毒人员闻志.
_TITLE = 40
_SHORTEST, _LONGEST = 2, 4
_TYING = "系患因有是属"
# From a name to what is said of it: a sign, or verbs; 李某，系…, 云秀孕期产检发现….
_TIE = lazy.compile(
    "(?:[，,（( \u3000]{1,2}|(?=[\u4e00-\u9fff]))"
    "(?:系|属于?|为|是|有|曾经?|因|身?患有?|罹患|确诊|诊断[为出]?|查出|检出|得了|感染|突发|孕期|怀孕|产检|体检|检查|发现|期间|后|被|于|时|现|已|今年){0,5}"
    "(?:先天性?|急性|慢性|双侧|左侧?|右侧?)?"
)
_BEHIND = lazy.compile("[^，,。；;、：:\n\t|（）()]{0,8}的(?=[\u4e00-\u9fff])|(?:患者|者|人员|对象)?(?=[\u4e00-\u9fff])")
_SELF = (
    *("本人", "对象", "人员", "患者", "村民", "居民", "学生", "职工", "户主"),
    *("之子", "之女", "丈夫", "妻子", "父亲", "母亲", "儿子", "女儿"),
)
_CHILD = ("未成年人", "留守儿童", "困境儿童")
_SUBJECT = lazy.compile("(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,4})系$")
_KINDS = frozenset({"place", "org", "emblem", "polite", "official_after"})


def find(scan: Scan) -> Iterable[Candidate]:
    """The names beside the words of a passage."""
    for hit in scan.keywords:
        if hit.entry.entity in FACTS:
            for guess in _beside(scan.text, hit.start, hit.end):
                yield _person(scan.text, guess, role_of_word(hit.entry.text))
            if hit.entry.entity == "SPECIAL_STATUS":
                yield from _stated(scan.text, hit.start, role_of_word(hit.entry.text))
    for word in _CHILD:
        for position in sought.places(scan.text, word):
            yield from [_person(scan.text, guess, "minor") for guess in _at(scan.text, position + len(word))]


def _person(text: str, guess: Guess, role: str) -> Candidate:
    score = 0.8 if guess.margin >= _SURE else 0.5
    rank = FORM if text[guess.end : guess.end + 1] in ("系", "患") else 0  # 邵红 wins against 邵红系, which others may see
    return person(guess.start, guess.end, score, layer("context", "personal_fact"), "person_fact", role, rank)


def _stated(text: str, start: int, role: str) -> Iterator[Candidate]:
    """车建设系刑满释放人员: such a sentence has a name for its subject, also one that reads as a word; it is for a person to look at."""
    subject = _SUBJECT.search(text, max(0, start - _LONGEST - 2), start)
    if subject and values.is_name(subject[1]):
        yield person(*subject.span(1), 0.5, layer("context", "personal_fact"), "person_fact", role, 0)


def _beside(text: str, start: int, end: int) -> Iterator[Guess]:
    """Names tied to the word ``[start, end)``: before it, else behind it."""
    found = False
    for begin in range(max(0, start - 16), start - 1):
        if _may_begin(text, begin):
            guess = _untied(text, free.at(text, begin, _LIFT))
            if guess and _is_free(guess) and guess.end <= start and _is_tied(text, guess.end, start):
                found = True
                yield guess
    behind = None if found else _BEHIND.match(text, end)
    if behind:
        yield from _at(text, behind.end())


def _untied(text: str, guess: Guess | None) -> Guess | None:
    """邵红系艾滋病感染者: the last character ties the name to the word and is not of it."""
    if guess and guess.end - guess.start > _SHORTEST and text[guess.end - 1] in _TYING:
        return guess._replace(end=guess.end - 1)
    return guess


def _at(text: str, begin: int) -> Iterator[Guess]:
    """A name that fills what stands from ``begin`` up to a sign."""
    guess = free.at(text, begin, _TITLE) if begin < len(text) else None
    if guess and _is_free(guess) and not "\u4e00" <= text[guess.end : guess.end + 1] <= "\u9fff":
        yield guess


def _is_free(guess: Guess) -> bool:
    return guess.evidence.after not in _KINDS and guess.end - guess.start <= _LONGEST


def _may_begin(text: str, begin: int) -> bool:
    before = text[begin - 1 : begin]
    return not "\u4e00" <= before <= "\u9fff" or text.startswith(_SELF, max(0, begin - 2))


def _is_tied(text: str, end: int, start: int) -> bool:
    return end == start or _TIE.fullmatch(text, end, start) is not None


DETECTOR = Detector(
    name="person_fact",
    entities=("PERSON",),
    source="个人信息保护法 arts. 4, 28",
    on_passage=find,
    found=(
        Example("包海有吸毒前科", "包海"),
        Example("因脑外伤申请救助的范小龙", "范小龙"),
        Example("救助原因：本人邓有福患直肠癌", "邓有福"),
        Example("未成年人尚可欣，初二", "尚可欣"),
    ),
    clean=(
        "部分患有糖尿病",
        "老年人，高血压患者优先接种",
        "关爱留守儿童、困境儿童和残疾人",
        "符合条件的孤儿可以申请",
    ),
)
