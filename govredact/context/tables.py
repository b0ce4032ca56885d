"""Tables in running text: rows of CSV, TSV, Markdown and space-aligned columns, found lazily around a position.

Blocks of lines with the same number of separators are looked up once each, in both directions from the first position
that asks; every line is visited at most twice, so the work stays linear in the text.
"""

from __future__ import annotations

from bisect import bisect_right

from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# A gap between two columns. 户  主 and 林  芳 are one cell: a single character on either side of the gap; 男 汉 are two.
_HAN = "\u4e00-\u9fff"
_ALONE = f"(?![男女])[{_HAN}]"
_SPACED_PAIR = f"(?!(?:(?<=[ \u3000\n]{_ALONE})|(?<=\\A{_ALONE}))[ \u3000]{{1,3}}[{_HAN}](?:[ \u3000\n]|\\Z))"
_GAPS = lazy.compile(f"(?<=[^ \u3000\n]){_SPACED_PAIR}(?: {{2,}}|\u3000+)(?=[^ \u3000\n])")
# Columns apart by single spaces, as text copied from a page has them.
_SPACES = lazy.compile(f"(?<=[^ \u3000\n]){_SPACED_PAIR}[ \u3000]+(?=[^ \u3000\n])")
_BLANKS = {"  ": _GAPS, " ": _SPACES}
# Separators that are signs of their own, wherever they stand.
_SIGNS = frozenset("\t|")
_STRIPPED = frozenset(' \t\r\u3000\u00a0"*`')
_RULE = lazy.compile(r"[\s|:+\-=─━┼┬┴│]*$")
_HEADER_ROWS = 4
_LONG = 10_000


class Block(NamedTuple):
    """Consecutive lines with the same separator and the same number of cells: [start, end) in code points."""

    start: int
    end: int
    separator: str
    cells: int


class TextTables:
    """Answers which table block a position lies in, and the cell spans of its rows.

    ``is_header`` says whether the line at [start, end), whose cells it is given, is one of headers; lines whose cells stand apart by
    single spaces are a table below such a line only.
    """

    def __init__(self, text: str, is_header: Callable[[int, int, list[tuple[int, int]]], bool] | None = None) -> None:
        self._text = text
        self._is_header = is_header
        self._starts: list[int] = []
        self._blocks: list[Block | None] = []
        self._ends: list[int] = []
        self._near = 0

    def block(self, position: int) -> Block | None:
        """The block around ``position``; None outside tables (a table has at least two lines)."""
        index = self._near
        if index >= len(self._starts) or not self._starts[index] <= position < self._ends[index]:
            index = self._near = max(0, bisect_right(self._starts, position) - 1)
        if self._starts and self._starts[index] <= position < self._ends[index]:
            return self._blocks[index]
        return self._look(position)

    def _look(self, position: int) -> Block | None:
        start, end = self._line(position)
        first, last = start, end + 1
        block = self._grow(start, end)
        if block:
            first, last = block.start, block.end
            # Looked at once, whether they are a table or not.
            block = block if block.separator != " " or self._is_headed(first) else None
        index = bisect_right(self._starts, first)
        self._starts.insert(index, first)
        self._ends.insert(index, last)
        self._blocks.insert(index, block)
        return block

    def _line(self, position: int) -> tuple[int, int]:
        start = self._text.rfind("\n", 0, position) + 1
        end = self._text.find("\n", position)
        return start, len(self._text) if end < 0 else end

    def _grow(self, start: int, end: int) -> Block | None:
        separator, count = _shape(self._text[start:end])
        if not count or (separator == " " and not self._is_header):
            return None
        first, last = start, end
        while first > 0 and not self._begins(first, separator):
            above = self._text.rfind("\n", 0, first - 1) + 1
            if not _belongs(self._text[above : first - 1], separator, count):
                break
            first = above
        while last < len(self._text):
            below = self._text.find("\n", last + 1)
            below = len(self._text) if below < 0 else below
            if not _belongs(self._text[last + 1 : below], separator, count) or self._begins(last + 1, separator):
                break
            last = below
        if first == start and last == end:
            return None
        return Block(first, min(last + 1, len(self._text)), separator, count)

    def _begins(self, start: int, separator: str) -> bool:
        """Whether the line at ``start`` begins a table of cells that stand apart by single spaces."""
        return separator == " " and self._is_headed(start)

    def _is_headed(self, start: int) -> bool:
        end = self._line(start)[1]
        return self._is_header is not None and self._is_header(start, end, _cells(self._text, start, end, " "))

    def row(self, block: Block, start: int) -> list[tuple[int, int]]:
        """Spans of the cells of the line that begins at ``start``, white space and quotes stripped."""
        end = self._text.find("\n", start)
        return _cells(self._text, start, len(self._text) if end < 0 else end, block.separator)

    def cell(self, block: Block, start: int, number: int) -> tuple[int, int] | None:
        """The span of cell ``number``, from 0, of the line that begins at ``start``, without the work of the others; None past its end."""
        if block.separator not in _SIGNS:
            cells = self.row(block, start)
            return cells[number] if number < len(cells) else None
        end = self._text.find("\n", start)
        parts = self._text[start : len(self._text) if end < 0 else end].split(block.separator, number + 1)
        if number >= len(parts):
            return None
        begin = start + number + sum(map(len, parts[:number]))
        return _strip(self._text, begin, begin + len(parts[number]))

    def column(self, block: Block, position: int) -> int:
        """The number, from 0, of the cell that ``position`` lies in."""
        return count_separators(self._text, self._text.rfind("\n", 0, position) + 1, position, block.separator)

    def rows(self, block: Block) -> Iterator[int]:
        """Start offsets of the block's lines, rules (|---|) left out."""
        start = block.start
        while start < block.end:
            end = self._text.find("\n", start, block.end)
            end = block.end if end < 0 else end
            if not _RULE.match(self._text[start:end]):
                yield start
            start = end + 1

    def top_rows(self, block: Block) -> list[int]:
        """Start offsets of the first lines, where headers stand."""
        rows: list[int] = []
        for start in self.rows(block):
            rows.append(start)
            if len(rows) == _HEADER_ROWS:
                break
        return rows


def _shape(line: str) -> tuple[str, int]:
    """The separator of a line that looks like a row, and how often it stands there; ("", 0) for prose."""
    if "\t" in line:
        return "\t", line.count("\t")
    if "|" in line:
        return "|", line.count("|")
    if line.lstrip().startswith("{"):
        return "", 0  # an object of JSON names its values itself
    if "," in line and "。" not in line:
        return ",", _count(line, ",")
    gaps = _count(line, "  ")
    # One gap is a signature or an indent in prose; a table has at least three columns.
    if gaps > 1:
        return "  ", gaps
    spaces = _count(line, " ") if " " in line else 0
    return (" ", spaces) if spaces else ("", 0)


def count_separators(text: str, start: int, end: int, separator: str) -> int:
    """How many separators stand in ``text[start:end]``; commas inside quotes are none."""
    if separator in _SIGNS:
        return text.count(separator, start, end)
    if separator in _BLANKS:
        # One character more: a gap counts when something stands behind it.
        return sum(1 for _ in _BLANKS[separator].finditer(text, start, min(end + 1, len(text))))
    return _count(text[start:end], separator)


def _count(line: str, separator: str) -> int:
    if separator in _BLANKS:
        return sum(1 for _ in _BLANKS[separator].finditer(line))
    if separator == "," and '"' in line:
        return _unquoted(line)
    return line.count(separator)


def _unquoted(line: str) -> int:
    """How many commas stand outside quotes."""
    if len(line) <= _LONG:
        return sum(part.count(",") for part in line.split('"')[::2])
    # A file can be one line of megabytes, of which no pieces are made.
    count = start = 0
    while (quote := line.find('"', start)) >= 0:
        count += line.count(",", start, quote)
        start = line.find('"', quote + 1) + 1
        if not start:
            return count
    return count + line.count(",", start)


def _belongs(line: str, separator: str, count: int) -> bool:
    if not line.strip():
        return False
    if separator == "  ":
        # Empty cells at the end of aligned columns leave no gap.
        return max(1, count - 2) <= _count(line, separator) <= count + 2
    if separator == " ":
        return _shape(line) == (separator, count)
    return _count(line, separator) == count or (separator == "|" and bool(_RULE.match(line)))


def _cells(text: str, start: int, end: int, separator: str) -> list[tuple[int, int]]:
    spans, begin = [], start
    if separator in _SIGNS:
        for part in text[start:end].split(separator):
            stop = begin + len(part)
            spans.append(_strip(text, begin, stop) if part and (part[0] in _STRIPPED or part[-1] in _STRIPPED) else (begin, stop))
            begin = stop + 1
        return spans
    for cut, width in _cuts(text, start, end, separator):
        spans.append(_strip(text, begin, cut))
        begin = cut + width
    spans.append(_strip(text, begin, end))
    return spans


def _cuts(text: str, start: int, end: int, separator: str) -> Iterator[tuple[int, int]]:
    if separator in _BLANKS:
        for gap in _BLANKS[separator].finditer(text, start, end):
            yield gap.start(), gap.end() - gap.start()
        return
    quoted = False
    for position in range(start, end):
        char = text[position]
        if char == '"':
            quoted = not quoted
        elif char == "," and not quoted:
            yield position, 1


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _STRIPPED:
        start += 1
    while end > start and text[end - 1] in _STRIPPED:
        end -= 1
    return start, end
