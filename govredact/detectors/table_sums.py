"""合计不符: the last row of a table that calls itself 合计 and a column whose figures give another sum.

Only columns of plain figures count; rates, averages, years and unit prices do not add up and are left alone.
"""

from __future__ import annotations

from govredact.detectors.base import Detector, Example
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from govredact.context.scan import Scan

    Cells = list[tuple[int, int]]

_TOTAL = lazy.compile("(?:合|总)[ \u3000]{0,8}计[：:]?|总数")
_FIGURE = lazy.compile("-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\\.[0-9]{1,8})?")
_NOT_ADDED = lazy.compile("率|比|%|％|均|单价|标准|年|月|日期|名次|排名|序号|编号|号|同比|增|降|指数|得分|成绩|电话|邮编|代码|级")
_SMALLEST = 3
_MOST_ROWS = 5000


def find(scan: Scan, start: int, _end: int) -> Iterable[Candidate]:
    """The sums in the row of the anchor that do not hold."""
    block = scan.tables.block(start)
    if block is None or block.separator == "  ":
        return
    line = scan.line(start)[0]
    rows = [row for row in scan.tables.rows(block) if row <= line][-_MOST_ROWS:]
    if len(rows) < _SMALLEST + 2 or rows[-1] != line:
        return
    table = [scan.tables.row(block, row) for row in rows]
    first = next((cell for cell in table[-1] if cell[0] < cell[1]), (0, 0))
    if not _TOTAL.fullmatch(scan.text, *first) or not first[0] <= start < first[1]:
        return
    for column in range(len(table[-1])):
        yield from _column(scan, table, column)


def _column(scan: Scan, table: list[Cells], column: int) -> Iterable[Candidate]:
    """The total of one column if it is not the sum of what stands above it."""
    text = scan.text
    cells = [row[column] for row in table if column < len(row)]
    if len(cells) < len(table) or _NOT_ADDED.search(text, *cells[0]):
        return
    body = [text[start:end] for start, end in cells[1:-1]]
    figures = [_number(cell) for cell in body if cell not in ("", "-", "—", "/")]
    total = _number(text[slice(*cells[-1])])
    if total is None or len(figures) < _SMALLEST or any(figure is None for figure in figures):
        return
    right = sum(figure for figure in figures if figure is not None)
    # A column that is off by more than its own size was never a sum (a subtotal stands in it, or the figures are no amounts).
    if right != total and abs(right - total) * 2 <= abs(total):
        yield Candidate(*cells[-1], "NUMBER_MISMATCH", 0.8, ("sum",), "table_sums", suggestion=f"{right}")


def _number(cell: str) -> Decimal | None:
    if not _FIGURE.fullmatch(cell):
        return None
    from decimal import Decimal, InvalidOperation  # few texts have sums

    try:
        return Decimal(cell.replace(",", ""))
    except InvalidOperation:
        return None


DETECTOR = Detector(
    name="table_sums",
    entities=("NUMBER_MISMATCH",),
    source="三审三校 初审: statistics are added up again",
    anchors=("合计", "合　计", "合 计", "合  计", "总计", "总　计", "总数"),
    on_anchor=find,
    found=(
        Example("村名\t户数\n甲村\t12\n乙村\t30\n丙村\t8\n合计\t52", "52"),
        Example("| 村名 | 户数 |\n|---|---|\n| 甲村 | 12 |\n| 乙村 | 30.5 |\n| 丙村 | 8 |\n| 合计 | 51.5 |", "51.5"),
    ),
    clean=(
        "村名\t户数\n甲村\t12\n乙村\t30\n丙村\t8\n合计\t50",
        "村名\t增长率\n甲村\t12\n乙村\t30\n丙村\t8\n合计\t16",
        "合计\t52\n甲村\t12",
        "共计52户，合计金额100元",
    ),
)
