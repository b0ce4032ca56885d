"""How a phrase stands in its document: alone in its line, cell, brackets or name, behind a label, quoted, or in running text.

A mark of secrecy is known by its place: the same words in a sentence are a topic (GB/T 9704-2012, 7.2; 国家保密局 rules on marks).
Everything here is asked for candidates only and looks at ``REACH`` code points to either side.
"""

from __future__ import annotations

from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from govredact.context.scan import Scan
    from govredact.models import Location

REACH = 90
# Where the top of a first page and the notes behind a document's end lie.
_HEAD_LENGTH, _TAIL_LENGTH, _HEAD_LINES, _TAIL_LINES = 500, 400, 12, 10
_BORDERS = "\n\r\t|│┃\x0b\x0c"
_NAME_BORDERS = _BORDERS + "-_—–+ .·,，、;；　"
_WIDE = lazy.compile("[ \u00a0]{3,}|\u3000{2,}")
_OPENING, _CLOSING = "（([【〔［〖{<〈", "）)]】〕］〗}>〉"
_OPEN_QUOTES, _CLOSE_QUOTES = "“「『‘《", "”」』’》"
_SPACES = " \u3000\u00a0*_"
_DECORATION = " \u3000\u00a0*_#>~=—–-·.:：。,，;；、!！★☆●■◆▲△※○\"'`"
# What may stand beside a mark in one line: the number of the copy, the degree of urgency, page numbers, codes of a sheet's header.
_COMPANIONS = lazy.compile(
    "(?:№|N[oO]\\.?)? ?[0-9]{4,7}号?|特急|加急|特提|急件|平急|平件|紧急程度|份号|编号|密级|密級|保密期限|第 ?[0-9]{1,4} ?[页頁]|"
    "明传电报|传真电报|"
    "共 ?[0-9]{1,4} ?[页頁]|"
    "[0-9]{1,4} ?/ ?[0-9]{1,4}|&[LCRBIUESPNDTFAG]|&[0-9]{1,3}|&\"[^\"\n]{0,40}\"|&K[0-9A-F]{6}"
)
SHEET_CODES = lazy.compile("&(?:[LCR]|\"[^\"\n]{0,40}\"|[0-9]{1,3})")
_NAVIGATION = lazy.compile(
    "首 ?页|上一[页篇]|下一[页篇]|返回|登录|注册|网站地图|导航|政务公开|信息公开|政府信息|政务服务|互动|联系我们|网上办事|"
    "领导信箱|公开(?:指南|目录|制度|年报|平台|规定)|"
    "年度?报告|机构(?:职能|概况|设置)|领导(?:之窗|信息)|政策(?:文件|法规|解读)|通知公告|新闻|专题|专栏|更多|栏目|常见问题|"
    "搜索|设为|收藏|您(?:所)?在的?位置|当前位置|办事"
)
_OFFICE = frozenset(("docx", "pptx", "xlsx"))


_CUT = lazy.compile("[\t|│┃]")
_LONGEST_ROW = 400


class Cell(NamedTuple):
    """The cell around a phrase: the filled cell on its left, the headers above, the rest of its row."""

    before: str
    headers: tuple[str, ...]
    row: tuple[str, ...]


class Standing(NamedTuple):
    """``left`` and ``right`` are what else stands in the phrase's line or cell, companions and decoration taken off.

    ``lead`` is the left side as it stands. ``place`` is ``header`` (headers, watermarks, attributes), ``name`` (of a file or sheet),
    ``aside`` (attributes of a page), ``link`` (the text of a link of a page), ``head``, ``tail`` or ``body``. ``bracketed`` phrases have
    brackets of their own; ``left`` and ``right`` lie outside of these.
    """

    left: str
    right: str
    lead: str
    place: str
    bracketed: bool = False
    quoted: bool = False
    cell: Cell | None = None

    @property
    def alone(self) -> bool:
        """Whether nothing else stands there."""
        return not self.left and not self.right and not self.quoted

    @property
    def opens(self) -> bool:
        """Whether the phrase is the first of its line."""
        return not self.left and not self.quoted

    @property
    def closes(self) -> bool:
        """Whether the phrase is the last of its line."""
        return not self.right and not self.quoted

    @property
    def beside(self) -> str:
        """What the other cells of the row say, companions taken off."""
        return "".join(map(rest, self.cell.row)) if self.cell else ""


def standing(scan: Scan, start: int, end: int) -> Standing:
    """How ``[start, end)`` of ``scan.text`` stands."""
    location = scan.passage.locate(*scan.normalized.span(start, max(start + 1, end)))
    place = _special_place(scan, start, location)
    text, borders = scan.text, _borders(scan, start, place)
    left, right = _left_of(text, start, borders), _right_of(text, end, borders)
    bare_left, bare_right = left.rstrip(_SPACES), right.lstrip(_SPACES)
    bracketed = bool(bare_left and bare_right and _is_pair(bare_left[-1], bare_right[0]))
    if bracketed:
        # In a name, brackets are borders: 供水（机密）方案.
        left, right = ("", "") if place == "name" else (bare_left[:-1], bare_right[1:])
    quoted = bare_left[-1:] in tuple(_OPEN_QUOTES) or bare_right[:1] in tuple(_CLOSE_QUOTES)
    if '"' in (bare_left[-1:], bare_right[:1]):
        quoted = quoted or not (scan.passage.escapes or scan.tables.block(start) is not None)
        left, right = left.rstrip(_SPACES + '"'), right.lstrip(_SPACES + '",')
    cell = None if place in ("name", "header") else cell_at(scan, start)
    return Standing(rest(left), rest(right), left, place or _part_of_text(text, start, end), bracketed, quoted, cell)


def rest(text: str) -> str:
    """``text`` without what may stand beside a mark."""
    return _COMPANIONS.sub("", text.strip(_DECORATION)).strip(_DECORATION + "/\\")


def _borders(scan: Scan, start: int, place: str) -> str:
    if place == "name":
        return _NAME_BORDERS
    if scan.passage.escapes == "xml":
        return _BORDERS + "<>"
    block = scan.tables.block(start)
    return _BORDERS + "," if block is not None and block.separator == "," else _BORDERS


def _left_of(text: str, start: int, borders: str) -> str:
    first = max(0, start - REACH)
    cut = max(text.rfind(border, first, start) for border in borders)
    left = text[cut + 1 if cut >= 0 else first : start]
    for gap in (_WIDE, SHEET_CODES):
        for match in gap.finditer(left):
            left = " " * match.end() + left[match.end() :]
    return left.lstrip()


def _right_of(text: str, end: int, borders: str) -> str:
    last = min(len(text), end + REACH)
    cuts = [cut for cut in (text.find(border, end, last) for border in borders) if cut >= 0]
    right = text[end : min(cuts, default=last)]
    for gap in (_WIDE, SHEET_CODES):
        match = gap.search(right)
        if match:
            right = right[: match.start()]
    return right


def _is_pair(opening: str, closing: str) -> bool:
    """Whether two brackets belong together; （ and ) do as well, people mix them."""
    first, last = _OPENING.find(opening), _CLOSING.find(closing)
    return first >= 0 and last >= 0 and (first == last or {first, last} == {0, 1})


def _special_place(scan: Scan, start: int, location: Location) -> str:
    traits = scan.passage.traits(scan.normalized.span(start, start + 1)[0])
    if "file_name" in traits or (location.attribute == "name" and location.kind == "xlsx"):
        return "name"
    part = (location.part or "").rpartition("/")[2]
    if part.startswith(("header", "footer")) or (location.kind == "xlsx" and location.cell is None):
        return "header"
    if "attribute" in traits:
        return "header" if location.kind in _OFFICE else "aside"
    return "link" if "link" in traits else ""


def _part_of_text(text: str, start: int, end: int) -> str:
    if start <= _HEAD_LENGTH and _lines(text[:start]) < _HEAD_LINES:
        return "head"
    if len(text) - end <= _TAIL_LENGTH and _lines(text[end:]) < _TAIL_LINES:
        return "tail"
    return "body"


def _lines(text: str) -> int:
    return sum(1 for line in text.split("\n") if line.strip())


def cell_at(scan: Scan, start: int) -> Cell | None:
    """The cell around a position, in the document's own tables or in one that the text draws; None outside tables."""
    context = scan.passage.context(scan.normalized.span(start, start + 1)[0])
    if context is not None:
        return Cell(context.before, context.headers, context.row) if context.row or context.headers else None
    block = scan.tables.block(start)
    if block is None:
        return _lone_row(scan, start)
    return None if block.separator == "  " else _text_cell(scan, start)


def _lone_row(scan: Scan, start: int) -> Cell | None:
    """The cells of a line that is no table by itself: 2⇥关于供水的报告⇥秘密."""
    first, last = scan.line(start)
    if last - first > _LONGEST_ROW:
        return None
    cells = _CUT.split(scan.text[first:start])[:-1], _CUT.split(scan.text[start:last])[1:]
    row = [cell.strip() for cell in (*cells[0], *cells[1])]
    return Cell(next((cell for cell in reversed(row[: len(cells[0])]) if cell), ""), (), tuple(row)) if any(row) else None


def _text_cell(scan: Scan, start: int) -> Cell | None:
    text, tables = scan.text, scan.tables
    block = tables.block(start)
    if block is None:
        return None
    line = scan.line(start)[0]
    spans = tables.row(block, line)
    column = next((number for number, (_, end) in enumerate(spans) if start < end), len(spans) - 1)
    cells = [text[first:last] for first, last in spans]
    above = [tables.row(block, row) for row in tables.top_rows(block) if row < line]
    headers = tuple(text[slice(*row[column])] for row in above if column < len(row))
    before = next((cell for cell in reversed(cells[:column]) if cell), "")
    return Cell(before, headers, tuple(cell for number, cell in enumerate(cells) if number != column))


def line_above(scan: Scan, start: int) -> str:
    """The nearest line above that is not empty; at most ``REACH`` code points of it."""
    first = scan.line(start)[0]
    return scan.text[max(0, first - REACH) : first].rstrip().rpartition("\n")[2].strip()


def in_navigation(scan: Scan, start: int, end: int) -> bool:
    """Whether the phrase is an item of a menu or a path of pages: two other items stand beside it (首页 > 政府信息公开 > 依申请公开)."""
    around = scan.text[max(0, start - 60) : start] + "\n" + scan.text[end : end + 60]
    return len({match[0] for match in _NAVIGATION.finditer(around)}) > 1
