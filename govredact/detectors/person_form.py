"""姓名 in a form whose first row reads like a row of headers: 当事人｜姓名｜陈国强｜性别｜男.

Labels and values take turns there, and only the name beside its label says so: what stands below it is the next label or its value.
"""

from __future__ import annotations

from govredact.detectors.base import LABEL, Detector, Example
from govredact.detectors.person_rows import is_label
from govredact.detectors.persons import FIELDS, layer, person, role_of_label
from govredact.names import values
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.context.scan import Scan
    from govredact.lexicon import Hit
    from govredact.models import Candidate

_ENDS_CELL = lazy.compile(" ?[\t|]")
_LONGEST = 12


def find(scan: Scan) -> Iterator[Candidate]:
    """Names in the cell right of a label that fills its own cell, in the first rows of tables."""
    for hit in scan.labels:
        if hit.entry.field not in FIELDS or not _ENDS_CELL.match(scan.text, hit.end):
            continue
        block = scan.tables.block(hit.start)
        line = scan.line(hit.start)[0]
        if block is None or line not in scan.tables.top_rows(block):
            continue
        cells = scan.tables.row(block, line)
        column = scan.tables.column(block, hit.start)
        if column + 1 >= len(cells) or cells[column][1] != hit.end:
            continue
        start, end = cells[column + 1]
        written = "".join(scan.text[start:end].split())
        labelled = column + 2 < len(cells) and is_label(scan, *cells[column + 2])
        is_name = values.is_likely(written) or (labelled and values.is_name(written))
        if end - start <= _LONGEST and is_name and not is_label(scan, start, end) and not _is_column(scan, hit.start):
            role = _role(scan, hit, cells[column - 1] if column else None, start, end)
            why = layer("label", label=hit.entry.text, via="left")
            yield person(start, end, 0.9, why, "person_form", role, LABEL)


def _role(scan: Scan, hit: Hit, before: tuple[int, int] | None, start: int, end: int) -> str:
    """The role that the label gives, or the heading to its left: 当事人｜姓名｜…"""
    role = role_of_label(scan, hit.entry.field, hit.entry.text, start, end)
    if role or before is None:
        return role
    heading = next((label for label in scan.labels_between(*before) if label.end == before[1]), None)
    return role_of_label(scan, heading.entry.field, heading.entry.text, start, end) if heading else ""


def _is_column(scan: Scan, position: int) -> bool:
    """Whether a name stands in the cell below ``position``: then the label is a header."""
    block = scan.tables.block(position)
    if block is None:
        return False
    column = scan.tables.column(block, position)
    line = scan.line(position)[0]
    below = next((row for row in scan.tables.rows(block) if row > line), None)
    cells = scan.tables.row(block, below) if below is not None else []
    return column < len(cells) and values.is_name("".join(scan.text[slice(*cells[column])].split()))


DETECTOR = Detector(
    name="person_form",
    entities=("PERSON", "PUBLIC_OFFICIAL"),
    source="个人信息保护法 art. 4; 政府信息公开条例 art. 15",
    on_passage=find,
    found=(
        Example("当事人\t姓名\t郝建新\t性别\n出生年月\t1982年10月\t民族\t汉族", "郝建新"),
        Example("被处罚人\t姓名\t苑玉琴\t性别\n联系地址\t青龙镇\t年龄\t35", "苑玉琴"),
    ),
    clean=(
        "姓名\t单位\t职务\n职工人数\t120\t3\n",
        "户主\t高平\t面积\n合计\t12\t3\n项目\t高速\t2\n",
    ),
)
