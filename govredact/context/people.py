"""Whether a record is about a particular person, and who: what was settled in it, a masked name, a label of persons, gender and age.

A disease in a row with an ID number is somebody's; the same word in a rule, a statistic or the name of a programme is nobody's.
"""

from __future__ import annotations

from bisect import bisect_left

from govredact.context.records import record
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govredact.context.scan import Scan
    from govredact.models import Candidate

# What belongs to one person and to nobody else; telephones and accounts may be those of an office.
_ALL_IDENTIFIERS = (
    "CN_RESIDENT_ID CN_HMT_RESIDENCE_PERMIT CN_FOREIGNER_ID CN_HKM_PERMIT CN_TW_PERMIT CN_PASSPORT CN_MILITARY_ID CN_DISABILITY_ID"
    " CN_STUDENT_ID CN_SOCIAL_SECURITY_CARD CN_DRIVER_LICENCE MEDICAL_RECORD_NO HOUSEHOLD_NO BIRTH_DATE HOME_ADDRESS WEAK_MASK"
)
IDENTIFIERS = frozenset(_ALL_IDENTIFIERS.split())
# Columns and labels that speak of single persons.
PERSONS = frozenset({"PERSON", "PERSON_MINOR", "PERSON_PROTECTED"})
LISTS = PERSONS | frozenset({"PERSON_OR_ORG", "RESIDENT_ID", "ID_ANY", "BIRTH_DATE", "BIRTH_MONTH", "RELATION", "STUDENT_ID"})
_SELF = ("", "本人", "其", "患者", "户主", "村民")
_NAME = 8
_PARAGRAPH = 160
_FORM = 200
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖"
    "石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤康易乔赖文"
)
# 王某某, 张*, 李××, （女，72岁: a person without a name.
_ANONYMOUS = lazy.compile(
    f"[{_SURNAMES}](?:某[某甲乙丙丁]?(?![市县区局乡镇村校院公单])|[*＊×○]{{1,3}})"
    f"|(?:家长|学生|监护人|患儿|幼儿|儿童|[男女]童|[之其][子女]|村民|居民|户主|患者|当事人|职工|市民|业主)[ ：:]?[{_SURNAMES}]"
    "[\u4e00-\u9fff]{1,2}(?![\u4e00-\u9fff])"
    "|[男女][，,、 \t|]{1,3}(?:[^，。；\n]{1,4}族[，,、 ])?[0-9]{1,3}周?岁"
)
# A name after a label of persons: with a colon any, else one that begins with a surname.
_NAME_AFTER = lazy.compile(f"(?:姓名)?(?:[ ]?[：:为\t|][ ]?|[ \u3000]?(?=[{_SURNAMES}]))[\u4e00-\u9fff·]{{2,4}}(?![\u4e00-\u9fff])")


class People:
    """Answers for one passage; ``settled`` are its candidates in order."""

    def __init__(self, scan: Scan, settled: Sequence[Candidate]) -> None:
        self._scan = scan
        self._marks = [c for c in settled if c.entity in IDENTIFIERS or c.entity == "PERSON"]
        self._starts = [c.start for c in self._marks]
        self._lists: dict[int, bool] = {}
        self._headers: frozenset[int] | None = None
        self._header_order: list[int] = []

    def record(self, position: int) -> tuple[int, int]:
        """The row or sentence around ``position``."""
        return record(self._scan, position)

    def marks(self, start: int, end: int) -> Iterator[Candidate]:
        """The persons and identifiers that begin in ``[start, end)``."""
        for index in range(bisect_left(self._starts, start), len(self._marks)):
            if self._starts[index] >= end:
                return
            yield self._marks[index]

    def identified(self, start: int, end: int) -> str:
        """The entity of an identifier in ``[start, end)`` that can be of one person only; "" where there is none."""
        return next((c.entity for c in self.marks(start, end) if c.entity != "PERSON"), "")

    def named(self, start: int, end: int) -> bool:
        """Whether a person is named in ``[start, end)``: by name, as 王某某, by gender and age, or after a label of persons."""
        if any(True for _ in self.marks(start, end)) or _ANONYMOUS.search(self._scan.text, start, end):
            return True
        return any(
            hit.entry.field in PERSONS and _NAME_AFTER.match(self._scan.text, hit.end, end) for hit in self._scan.labels_between(start, end)
        )

    def behind(self, start: int, end: int) -> int:
        """Where what is said begins when ``[start, end)`` begins with a name (本人邓有福患…) or in one: behind it; else ``start``."""
        for name in self.marks(max(0, start - _NAME), min(end, start + 3)):
            begins = name.start < start < name.end or (name.start >= start and self._scan.text[start : name.start] in _SELF)
            if name.entity == "PERSON" and begins and name.end <= end:
                return name.end
        return start

    def in_list(self, position: int) -> bool:
        """Whether ``position`` lies below the header of a table of persons."""
        header = self.header(position)
        known = self._lists.get(header)
        if known is None:
            labels = self._scan.labels_between(header, self._scan.line(header)[1]) if header >= 0 else ()
            known = self._lists[header] = any(hit.entry.field in LISTS for hit in labels)
        return known

    def header(self, position: int) -> int:
        """Where the line begins that is the header of the table around ``position``; -1 outside tables and above their first row."""
        block = self._scan.tables.block(position)
        if block is not None:
            rows = [row for row in self._scan.tables.top_rows(block) if row in self._header_lines()]
            return rows[-1] if rows and rows[-1] < self._scan.line(position)[0] else -1
        if not self._scan.is_tabbed(position):
            return -1
        # The rows of a workbook leave out empty cells and are no block of equal lines: the last header above counts.
        self._header_lines()
        lines = self._header_order
        index = bisect_left(lines, self._scan.line(position)[0]) - 1
        return lines[index] if index >= 0 else -1

    def _header_lines(self) -> frozenset[int]:
        """The lines in cells that hold at least two labels (one, where it is a label of persons), and no identifier."""
        if self._headers is None:
            counts: dict[int, int] = {}
            last, in_cells = -1, False
            for hit in self._scan.labels:
                start, end = self._scan.line(hit.start)
                if start != last:
                    cells = any(self._scan.text.find(sign, start, end) >= 0 for sign in "\t|,")
                    last, in_cells = start, cells or self._scan.tables.block(start) is not None
                if in_cells:
                    counts[start] = counts.get(start, 0) + 1 + (hit.entry.field in LISTS)
            lines = [
                line for line, count in counts.items() if count > 1 and not any(True for _ in self.marks(line, self._scan.line(line)[1]))
            ]
            self._header_order = sorted(lines)
            self._headers = frozenset(lines)
        return self._headers

    def before(self, position: int) -> tuple[int, int]:
        """The record at ``position`` with what its line says before it: 张某，男，1960年生。因患…"""
        first, _ = self._scan.line(position)
        start, end = self.record(position)
        return min(start, max(first, position - _PARAGRAPH)), end

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The lines around ``[start, end)`` in which a form names the person that it is about."""
        text = self._scan.text
        first, last = max(0, start - _FORM), min(len(text), end + _FORM // 2)
        return (text.find("\n", first, start) + 1 or first) if first else 0, last
