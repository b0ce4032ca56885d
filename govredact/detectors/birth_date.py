"""出生日期: the day or month of a person's birth, in any writing.

It is known by its label, by 出生, 生于 or 生 beside it, or by the gender before it.
Dates of documents, events and rules are none (2021年3月12日以后出生, 日生效), nor are those of animals, and a year alone, which is
what remains of a birth date when it is masked.
"""

from __future__ import annotations

from govredact.detectors.base import FORM, LABEL, Detector, Example, reasons
from govredact.models import Candidate
from govredact.numbers import date_shapes
from govredact.text import lazy, sought
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from govredact.context.scan import Scan

FIELDS = frozenset({"BIRTH_DATE", "BIRTH_MONTH"})
_OLDEST = 115  # years; who was born before that belongs to history
_YOUNGEST = 5  # a date of the last years beside a gender is rather that of an event
_GROWN = 15
_LONGEST = 40
_LABELLED, _BEGINNING = lazy.compile(date_shapes.LABELLED), lazy.compile(date_shapes.BEGINNING)
_AFTER = lazy.compile(f"[ \u00a0\u3000]{{0,2}}[（(]?{date_shapes.ANY}")
_BEFORE = lazy.compile(f"{date_shapes.LABELLED}[ \u00a0\u3000]{{0,2}}(?:[（(][公农阴阳]历[）)])?[，,]?$")
_YEAR = lazy.compile("(?:19|20)[0-9]{2}|(?<![0-9])[0-9]{2}(?= ?[年./-])")
_HAS_YEAR = lazy.compile("年|[0-9]{4}")
# The date is a limit that a rule sets, or one end of a span of time.
_LIMIT = lazy.compile("[ ]?(?:[（(]含[^）)]{0,6}[）)])?[ ]?(?:及|（含）)?(?:[以之]?[前后内]|起|至|到|[-~—－]{1,2}(?![）)])|期间|之间)")
_FROM = lazy.compile("(?:[至到~]|[0-9日月][-—－]{1,2}|在|自|从|凡|截至|截止)[ ]?$")
# 出生 goes on as another word (出生人口, 出生率); 生 stands alone only at the end of what it says.
_OTHER_BIRTH = lazy.compile("出生(?:人口|率|缺陷|医学|登记|数|地|证|性别|队列|统计|政策)")
_ENDS = lazy.compile("生[ ]?(?:[，。；、,;）)】\\]\\s|\"'”<]|人(?![员类])|于|$)")
_BORN_IN = lazy.compile("(?:[学考医先新诞产发招派衍滋再民师业花众养谋余人研寄原野陌女男门收催萌降卫往后来]|[^出]出)$")
# 当事人生于…, where 人生 is no word.
_SOMEBODY = lazy.compile("(?:当事|申请|嫌疑|处罚|被告|被害|受害|举报|投诉|申诉|代理|法定|监护|收养|本|死|伤)[人者]$")
_ANIMALS = lazy.compile(
    "熊猫|幼崽|幼仔|[牛羊马象鹿猪]犊|羔羊|仔猪|警犬|军犬|犬只|宠物|种公[牛羊猪]|奶牛|耕牛|亚洲象|金丝猴|朱鹮|东北虎|耳标|谱系|动物园"
)
_BRACKETED = lazy.compile(f"[（(]({date_shapes.WORDS}|{date_shapes.JOINED})(?:生|出生)?[）)]")
_CELL = "[，,、；;/ \t|\u3000]"
_WRITTEN = f"(?:{date_shapes.DATE}|{date_shapes.COMPACT})"
_GENDER = (
    f"[男女]性?{_CELL}{{1,4}}(?:(?:[\u4e00-\u9fff]{{1,4}}族|[汉回满壮苗藏彝侗瑶]){_CELL}{{1,4}})?{_WRITTEN}(?![ ]?[0-9至到]|[ ]?[-~—－])"
)
_IN_GENDER = lazy.compile(_WRITTEN)
_WHOLE = lazy.compile("[日号]|[-./／][0-9]{1,2}[-./／]|[0-9]{8}")


def find(scan: Scan) -> Iterator[Candidate]:
    """The dates of a passage that a label of births governs: before them, beside them, or above their column."""
    if not any(hit.entry.field in FIELDS for hit in scan.labels):
        return
    for match in sought.matches(_BEGINNING, _LABELLED, scan.text):
        evidence = scan.evidence(match.start(), match.end())
        if evidence.field not in FIELDS or (evidence.via == "line" and evidence.label == "出生"):
            continue  # a line that ends in 出生 is no label of the next one
        if _is_value(scan, match.start(), match.end()) and not _of_animals(scan, match.start()):
            why = reasons("date", label=evidence.label, via=evidence.via)
            yield Candidate(match.start(), match.end(), "BIRTH_DATE", 0.95, why, "birth_date", LABEL | FORM)


def _is_value(scan: Scan, start: int, end: int) -> bool:
    """Whether the date is somebody's: of our time, and no limit that a rule sets."""
    text = scan.text
    if _LIMIT.match(text, end) or _FROM.search(text, max(0, start - 6), start):
        return False
    if not _of_our_time(scan, start, end):
        return False
    line = max(0, start - 30, text.rfind("\n", max(0, start - 30), start))
    return not _ANIMALS.search(text, line, start)


def _of_animals(scan: Scan, position: int) -> bool:
    """Whether the table around ``position`` lists animals: its header names ear tags or breeds."""
    block = scan.tables.block(position)
    return block is not None and _ANIMALS.search(scan.text, block.start, min(block.end, block.start + 200)) is not None


def _of_our_time(scan: Scan, start: int, end: int) -> bool:
    year = _YEAR.search(scan.text, start, end)
    if not year or len(year[0]) < 4:
        return True
    last = scan.settings.as_of_year
    return last - _OLDEST <= int(year[0]) <= last


def beside(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """The date that stands before 出生 or 生, or after 出生于, 生于: ``[start, end)`` are these words."""
    text = scan.text
    if not _OTHER_BIRTH.match(text, start):
        before = _BEFORE.search(text, max(0, start - _LONGEST), start)
        comma = text[start - 1 : start] in ("，", ",")
        if before and (not comma or text[end : end + 1] in ("于", "在")):
            yield from _dated(scan, before.start(), before.end(), "出生")
    if text[end : end + 1] in ("于", "在"):
        end += 1
    after = _AFTER.match(text, end)
    if after:
        yield from _dated(scan, *_date_in(scan, after), "出生")


def ending(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """1985年3月12日生: ``[start, end)`` is 月生 or 日生."""
    if _ENDS.match(scan.text, end - 1):
        before = _BEFORE.search(scan.text, max(0, start - _LONGEST), end - 1)
        if before:
            yield from _dated(scan, before.start(), before.end(), "生")


def born_in(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """生于1985年3月12日; in 学生于, 发生于, 诞生于 the word is another one."""
    if _BORN_IN.search(scan.text, max(0, start - 2), start) and not _SOMEBODY.search(scan.text, max(0, start - 4), start):
        return
    after = _AFTER.match(scan.text, end)
    if after:
        yield from _dated(scan, *_date_in(scan, after), "生于")


def _date_in(scan: Scan, match: re.Match[str]) -> tuple[int, int]:
    inner = _LABELLED.search(scan.text, match.start(), match.end())
    return inner.span() if inner else match.span()


def _dated(scan: Scan, start: int, end: int, word: str) -> Iterator[Candidate]:
    inner = _LABELLED.search(scan.text, start, end)
    if inner is None or not _HAS_YEAR.search(inner[0]) or not _is_value(scan, *inner.span()):
        return
    yield Candidate(inner.start(), inner.end(), "BIRTH_DATE", 0.9, ("date", f"near:{word}"), "birth_date", FORM)


def after_gender(scan: Scan, match: re.Match[str]) -> Iterator[Candidate]:
    """（女，汉族，1985年3月12日，…）: a whole date right after the gender; in a table no other column may claim it."""
    inner = _IN_GENDER.search(scan.text, match.start(), match.end())
    if inner is None or not _WHOLE.search(inner[0]) or not _is_value(scan, *inner.span()):
        return
    year = _YEAR.search(inner[0])
    if year and int(year[0]) > scan.settings.as_of_year - _YOUNGEST:
        return
    field = scan.evidence(*inner.span()).field
    if not field or field in FIELDS:
        yield Candidate(inner.start(), inner.end(), "BIRTH_DATE", 0.8, ("date", "near:性别"), "birth_date", FORM)


def after_name(scan: Scan, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """张某（1985年3月12日）: brackets with nothing but a date right after a person; one of the last years is that of something else."""
    for candidate in candidates:
        if candidate.entity != "PERSON" or scan.text[candidate.end : candidate.end + 1] not in ("（", "("):
            continue
        match = _BRACKETED.match(scan.text, candidate.end)
        year = _YEAR.search(match[1]) if match else None
        if match and year and scan.settings.as_of_year - _OLDEST <= int(year[0]) <= scan.settings.as_of_year - _GROWN:
            yield Candidate(*match.span(1), "BIRTH_DATE", 0.65, ("date", "near:姓名"), "birth_date", FORM)


_ANCHORS = {"出生": beside, "月生": ending, "日生": ending, "号生": ending, "生于": born_in}


def on_anchor(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """Asks who knows the word at ``[start, end)``."""
    return _ANCHORS[scan.text[start:end]](scan, start, end)


DETECTOR = Detector(
    name="birth_date",
    entities=("BIRTH_DATE",),
    source="GB/T 7408.1-2023 (dates); 个人信息保护法 art. 4; DOMAIN section 5",
    on_passage=find,
    anchors=tuple(_ANCHORS),
    on_anchor=on_anchor,
    pattern=_GENDER,
    on_match=after_gender,
    on_settled=after_name,
    found=(
        Example("出生日期：1985年3月12日", "1985年3月12日"),
        Example("姓名：张某，1985年3月12日出生", "1985年3月12日"),
        Example("张某，女，汉族，1985年3月12日出生，住湖州市", "1985年3月12日"),
        Example("他生于1985.03.12，湖州人", "1985.03.12"),
        Example("出生年月：１９８５－０３－１２", "１９８５－０３－１２"),
        Example("出生日期 19850312", "19850312"),
        Example("一九八五年三月十二日出生", "一九八五年三月十二日"),
        Example("张某，85年3月生", "85年3月"),
        Example("出生年月：1985.03", "1985.03"),
        Example("生日：3月12日", "3月12日"),
        Example("张某（男，1985年3月12日，汉族）", "1985年3月12日"),
        Example("姓名\t性别\t出生年月\n张某\t女\t1985.03\n李某\t男\t1979.11\n", "1985.03"),
        Example("DOB: 12 March 1985", "12 March 1985"),
    ),
    clean=(
        "2021年7月8日",
        "本办法自2021年3月12日生效",
        "学生于2020年3月12日到校报到",
        "事故发生于2020年3月12日",
        "1985年3月12日以后出生的人员可以报考",
        "须在1990年1月1日至2005年12月31日出生",
        "2020年12月出生人口同比下降",
        "大熊猫幼崽于2021年6月21日出生",
        "公司成立于1998年3月12日",
        "党的一大于1921年7月23日召开",
        "出生年份：1985年",
    ),
)
