"""One passage under examination: its normalised text, the label hits in it, and the evidence around a position."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from govredact.context.runs import NO_EVIDENCE, Evidence
from govredact.context.tables import Block, TextTables, count_separators
from govredact.models import Passage
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

    from govredact.lexicon import Hit
    from govredact.text.normalized import NormalizedText

_FARTHEST = 120
_S = " \t\u00a0\u3000"
# What may stand between a label and its value: brackets with a remark, quotes, a colon or copula.
_LINK = lazy.compile(
    f"[{_S}]{{0,8}}(?:[（(\\[【<〈](?:(?![0-9A-Za-z]{{5}}|[A-Za-z][0-9A-Za-z]{{1,3}}[-@#!_][0-9])[^（()）\\]】>〉\n]){{0,16}}[）)\\]】>〉])?[{_S}\"'“”‘’*`_]{{0,4}}"
    f"(?:[:：=＝]|(?:分别)?[为是]|系|即|如下|->|—)?[:：]?[{_S}\"'“”‘’*`（(\\[【]{{0,8}}"
)
_LINK_LINE = lazy.compile(f"[{_S}]{{0,4}}[:：=＝]?[{_S}]{{0,4}}\r?\n[{_S}\r\n]{{0,8}}")
_LINK_CELL = lazy.compile(f'[{_S}:："*]{{0,6}}[\t|,][{_S}"*]{{0,6}}')
# Further values after the first, as in 电话：1…、2…
_LIST = lazy.compile(
    "(?:(?:[\u4e00-\u9fff]\u3000)?[\u4e00-\u9fff·]{0,4}[0-9A-Za-z*＊+()（）\u00a0 \\-—.]{3,40}"
    "[、，,/;；和及或与\n\r]{1,3}[ \u3000]{0,3}){1,12}"
    "(?:[\u4e00-\u9fff]\u3000)?[\u4e00-\u9fff·]{0,4}"
)
# 账号分别为：张三6217…: the name of the person stands before the number.
_NAMED = lazy.compile("(?:[\u4e00-\u9fff]\u3000[\u4e00-\u9fff]{1,2}|[\u4e00-\u9fff·]{2,4})[：: ]?")
_OPENS = frozenset("（([【")
_COLONS = frozenset(":：为")
_CLOSES = frozenset("）)]】")
_AFTER = lazy.compile(f"[{_S}\"'”’]{{0,3}}[（(\\[【][{_S}]{{0,2}}")
# 申请人身份证号码（必填） is a header; a sentence that holds a label is none.
_LONGEST_PREFIX = 10
_HEADER_TAIL = lazy.compile(f"[{_S}:：*＊]{{0,4}}(?:[（(\\[【/][^\n]{{0,24}}|[A-Za-z][A-Za-z. ]{{0,24}})?")
_UNIT_HEADER = lazy.compile("[（(](?:人民币|单位[:：])?[百千万亿]{0,2}(?:元|平方米|亩|公顷|吨|公里|千瓦时?|%|％)(?:/[^）)]{1,4})?[）)]")
_DELIMITER = lazy.compile('[^\\s，,；;。、|"“”（）()<>《》【】]{1,200}')


class Value(NamedTuple):
    """A place where the value of a label stands: [start, end) up to the next delimiter or cell border."""

    start: int
    end: int
    evidence: Evidence


class LinkRules(NamedTuple):
    """The policy's say on links. ``own``: the office's domains; ``allowed`` and ``refused`` (with expired ones): hosts and all below
    them; ``strict`` reports whatever is not known to be allowed."""

    own: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    refused: frozenset[str] = frozenset()
    strict: bool = False


class Settings(NamedTuple):
    """What detectors need of the policy; travels with every scan. ``is_spam``: whether the words of a link advertise (gambling …)."""

    as_of_year: int = 2100
    as_of: str = ""
    is_word: Callable[[str, int, int], bool] | None = None
    gain: Callable[[str, int, int, str], float] | None = None
    genre: str = ""
    links: LinkRules = LinkRules()
    is_spam: Callable[[str], bool] | None = None
    # Data about persons count as brought together from so many kinds of values a record, and so many records a list.
    kinds: int = 3
    persons: int = 2


class _Row:
    """The line of a table that is being read: runs come in order, so columns are counted on from the last one."""

    __slots__ = ("_column", "_position", "block", "end", "headers", "start")

    def __init__(self, start: int, end: int, block: Block | None, headers: dict[int, tuple[int, Evidence]]) -> None:
        self.start = self._position = start
        self.end = end
        self.block = block
        self.headers = headers
        self._column = 0

    def column(self, text: str, position: int) -> int:
        """The number, from 0, of the cell at ``position``."""
        if position < self._position or (self.block and self.block.separator == ","):
            self._position, self._column = self.start, 0  # commas inside quotes are counted from the line's beginning only
        if self.block is not None:
            self._column += count_separators(text, self._position, position, self.block.separator)
            self._position = position
        return self._column


class Scan:
    """What a detector sees. Offsets are code points of ``text`` (the normalised text)."""

    __slots__ = (
        "_columns",
        "_ends",
        "_last",
        "_line",
        "_lookup",
        "_row",
        "_starts",
        "_tabbed",
        "is_plain",
        "kept",
        "keywords",
        "labels",
        "normalized",
        "passage",
        "settings",
        "tables",
        "text",
    )

    def __init__(
        self,
        passage: Passage,
        normalized: NormalizedText,
        labels: Sequence[Hit],
        keywords: Sequence[Hit],
        settings: Settings,
        lookup: Callable[[str], Evidence],
    ) -> None:
        self.passage = passage
        self.normalized = normalized
        self.text = normalized.text
        self.labels = labels
        self.keywords = keywords
        self.settings = settings
        self.tables = TextTables(self.text, self._is_header)
        self._lookup = lookup
        # A passage without a layout of its own is not asked about it for every run.
        self.is_plain = type(passage).context is Passage.context
        self._starts = [hit.start for hit in labels]
        self._ends = sorted(hit.end for hit in labels)
        self._columns: dict[int, dict[int, tuple[int, Evidence]]] = {}
        self._row = _Row(0, 0, None, {})
        self._last: tuple[int, int, Evidence] = (-1, -1, NO_EVIDENCE)
        # What detectors keep while this passage is read, by their names; thrown away when it is settled.
        self.kept: dict[str, Any] = {}
        self._line = (0, -1)
        self._tabbed = ((0, -1), False)

    def evidence(self, start: int, end: int) -> Evidence:
        """The label that governs ``[start, end)``; ``NO_EVIDENCE`` where none does."""
        if self._last[0] == start and self._last[1] == end:
            return self._last[2]
        near = self._before(start)
        if near.via == "before":
            found = near
        else:
            found = self._text_table(start) if self.is_plain else self._layout(start)
            if near.field and (not found.field or near.via == "left" != found.via):
                found = near
            if not found.field and not _OPENS.isdisjoint(self.text[end : end + 2]):
                found = self._after(end)
        self._last = (start, end, found)
        return found

    def _before(self, start: int) -> Evidence:
        ends = self._ends
        index = bisect_right(ends, start) - 1
        if index < 0 or start - ends[index] > _FARTHEST:
            return NO_EVIDENCE
        hit = self._hit_ending(ends[index], start)
        if hit.entry.field.startswith("PERSON") and self.text[start : start + 1].isascii():
            return NO_EVIDENCE  # it asks for a name and says nothing of a number: 居民（H52659308）
        via = _via(self.text[hit.end : start])
        return Evidence(hit.entry.field, hit.entry.text, via) if via else NO_EVIDENCE

    def _hit_ending(self, end: int, start: int) -> Hit:
        index = bisect_right(self._starts, start) - 1
        while self.labels[index].end != end:
            index -= 1
        return self.labels[index]

    def _after(self, end: int) -> Evidence:
        opening = _AFTER.match(self.text, end)
        if opening:
            # （申请人身份证号）: a label in brackets of its own; 138…（电话同号） is none.
            for hit in self.labels_between(opening.end(), opening.end() + _LONGEST_PREFIX):
                if self.text[hit.end : hit.end + 1] in _CLOSES:
                    return Evidence(hit.entry.field, hit.entry.text, "after")
        return NO_EVIDENCE

    def _layout(self, start: int) -> Evidence:
        """Evidence from the document's own cells, else from tables that the text draws."""
        context = self.passage.context(self.normalized.span(start, start)[0])
        if context is None:
            return self._text_table(start)
        digit = self.text[start : start + 1].isdigit()
        if context.before:
            left = self._lookup(context.before)
            # 烈士遗属 beside 1950-09-17: a number is nobody's name, and the header above says what it is.
            if left.field and not (digit and left.field.startswith("PERSON")):
                return left._replace(via="left")
        for header in reversed(context.headers):
            above = self._lookup(header)
            if above.field and not (digit and above.field.startswith("PERSON")):
                return above._replace(via="column")
        return NO_EVIDENCE

    def _text_table(self, start: int) -> Evidence:
        row = self._row
        if not row.start <= start < row.end:
            row = self._row = self._enter_row(start)
        if row.block is None:
            return NO_EVIDENCE
        column = row.column(self.text, start)
        known = row.headers.get(column)
        if known is None:
            known = row.headers[column] = self._column_header(row.block, column)
        return known[1] if known[0] < start else NO_EVIDENCE

    def _enter_row(self, position: int) -> _Row:
        block = self.tables.block(position)
        start, end = self.line(position)
        headers = self._columns.setdefault(block.start, {}) if block else {}
        return _Row(start, end + 1, block, headers)

    def _column_header(self, block: Block, column: int) -> tuple[int, Evidence]:
        """The line and label of the first header cell above a column."""
        for row in self.tables.top_rows(block):
            header = self.header(block, row, column)
            if header.field:
                return row, header
        return 0, NO_EVIDENCE

    def header(self, block: Block, row: int, column: int) -> Evidence:
        """The label in cell ``column`` of the line at ``row``: the one that ends last, then the longest."""
        cell = self.tables.cell(block, row, column)
        return self._label_in(*cell) if cell else NO_EVIDENCE

    def _label_in(self, start: int, end: int) -> Evidence:
        """The label that a header cell consists of: little before it, nothing but remarks behind it."""
        hits = [hit for hit in self.labels_between(start, end) if hit.end <= end]
        if not hits and _UNIT_HEADER.search(self.text, start, end):
            return Evidence("AMOUNT", self.text[start:end], "column")
        # The label that ends last, then the longest; one in brackets is a remark: 户主（申请人）.
        for best in sorted(hits, key=lambda hit: (-hit.end, hit.start)):
            if best.start - start <= _LONGEST_PREFIX and _HEADER_TAIL.fullmatch(self.text, best.end, end):
                return Evidence(best.entry.field, best.entry.text, "column")
        return NO_EVIDENCE

    def _is_header(self, start: int, end: int, cells: list[tuple[int, int]]) -> bool:
        """Whether a line is one of headers: two labels or more among its cells, at least half of them, and no number."""
        if next(self.labels_between(start, end), None) is None or any(char.isdigit() for char in self.text[start:end]):
            return False
        known = sum(bool(self._label_in(*cell).field) for cell in cells)
        return known > 1 and known * 2 >= len(cells)

    def labels_between(self, start: int, end: int) -> Iterator[Hit]:
        """Label hits that begin in ``[start, end)``."""
        for index in range(bisect_left(self._starts, start), len(self.labels)):
            if self.labels[index].start >= end:
                return
            yield self.labels[index]

    def values(self, hit: Hit) -> Iterator[Value]:
        """The values that the label ``hit`` governs: those below it in a table, else the one that follows it."""
        below = list(self._below(hit))
        if below:
            yield from below
            return
        link = _LINK_LINE.match(self.text, hit.end) or _LINK_CELL.match(self.text, hit.end) or _LINK.match(self.text, hit.end)
        position = link.end() if link else hit.end
        value = _DELIMITER.match(self.text, position)
        if value and not self._heads_column(hit, value.start()):
            yield Value(value.start(), value.end(), Evidence(hit.entry.field, hit.entry.text, "before"))

    def _heads_column(self, hit: Hit, position: int) -> bool:
        """Whether ``hit`` is the header of a column that holds nothing, so that what follows at ``position`` is no value of it: the
        header beside it, or the first cell of the next row."""
        block = self.tables.block(hit.start)
        if block is None or position >= block.end:
            return False
        line, column = self.line(hit.start)[0], self.tables.column(block, hit.start)
        if line not in self.tables.top_rows(block) or not self.header(block, line, column).field:
            return False
        if position > self.line(hit.start)[1]:
            return True
        beside = self.header(block, line, self.tables.column(block, position))
        return bool(beside.field) and not any(self.header(block, row, column).field for row in self.tables.rows(block) if row > line)

    def _below(self, hit: Hit) -> Iterator[Value]:
        block = self.tables.block(hit.start)
        if block is None:
            return
        line, line_end = self.line(hit.start)
        if line not in self.tables.top_rows(block):
            return
        column = self.tables.column(block, hit.start)
        header = self.header(block, line, column)
        if header.field != hit.entry.field or any(c.isdigit() for c in self.text[line:line_end]):
            return
        for row in self.tables.rows(block):
            cell = self.tables.cell(block, row, column) if row > line else None
            # A label below a label: the labels stand in a column, and their values beside them.
            if cell and cell[0] < cell[1] and not self._label_in(*cell).field:
                yield Value(*cell, header)

    def spans_cells(self, start: int, end: int) -> bool:
        """Whether ``[start, end)`` reaches over a single space that parts two cells, so that it is no one number."""
        block = self.tables.block(start) if " " in self.text[start:end] else None
        return block is not None and block.separator == " " and count_separators(self.text, start, end, " ") > 0

    def line(self, position: int) -> tuple[int, int]:
        """[start, end) of the line around ``position``; a file can be one line of megabytes, so it is looked for once."""
        start, end = self._line
        if not start <= position <= end:
            end = self.text.find("\n", position)
            self._line = self.text.rfind("\n", 0, position) + 1, len(self.text) if end < 0 else end
        return self._line

    def is_tabbed(self, position: int) -> bool:
        """Whether a tab stands in the line around ``position``, as between the cells of a row."""
        line = self.line(position)
        if self._tabbed[0] != line:
            self._tabbed = line, self.text.find("\t", *line) >= 0
        return self._tabbed[1]


def _via(gap: str) -> str:
    """How a label before a value relates to it, from the text between them; "" where it does not."""
    if _LINK.fullmatch(gap):
        return "left" if "\t" in gap or "|" in gap else "before"
    if _LINK_CELL.fullmatch(gap):
        return "left"
    if _LINK_LINE.fullmatch(gap):
        return "line"
    link = _LINK.match(gap)
    if link and (_LIST.fullmatch(gap, link.end()) or (_NAMED.fullmatch(gap, link.end()) and gap[link.end() - 1 : link.end()] in _COLONS)):
        return "before"
    return ""
