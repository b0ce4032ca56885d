"""姓名 in a table whose headers do not say so: a column that holds names by their form, with gender, age or numbers beside them."""

from __future__ import annotations

from functools import cache

from govredact.detectors.base import LABEL, Detector, Example
from govredact.detectors.person_rows import is_label, tells_of_person
from govredact.detectors.person_things import doubted
from govredact.detectors.persons import layer, person
from govredact.names import store, things, values
from govredact.names.evidence import title_before
from govredact.text import lazy, patterns
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from govredact.context.scan import Scan
    from govredact.context.tables import Block
    from govredact.models import Candidate

_SIGNS = ("\t", "|", ",", "  ", "\u3000")
_PARTS = '"?[\t|, \u3000]{1,4}"?'
# Gender and 民族 in cells, and the cell before them: the gender first, because it is rarer than what can be a name.
_PEOPLE = lazy.compile(f'[男女]{_PARTS}[\u4e00-\u9fff]{{1,4}}族(?=[\t|, \r\n\u3000"]|$)')
_BEFORE_PEOPLE = lazy.compile(f'(?:^|(?<=[\n\t|, \u3000"]))([\u4e00-\u9fff]{{2,6}}(?:·[\u4e00-\u9fff]{{1,6}})?){_PARTS}$')
_LONGEST_BEFORE = 20
# Shares of the rows of a column: with data of persons beside it, and without.
_ENOUGH_BESIDE, _ENOUGH = 0.4, 0.7
_LEAST_ROWS = 3
_LOOKED_AT = 5
_WIDEST_ROW = 400


class _Column(NamedTuple):
    block: Block
    number: int
    cells: list[tuple[int, int]]


def find(scan: Scan) -> Iterable[Candidate]:
    """The names in the cells of a passage that stand under no header of names."""
    yield from _with_people(scan.text)
    if scan.text.isascii() or not any(sign in scan.text for sign in _SIGNS):
        return
    columns: dict[tuple[int, int], _Column] = {}
    for match in _name_cells().finditer(scan.text):
        start, end = match.span(1)
        written = "".join(match[1].split())
        if not (values.is_name(written) if len(written) == end - start else values.is_apart(written)):
            continue
        block = scan.tables.block(start)
        if block is None:
            yield from _alone(scan, start, end)
        else:
            number = scan.tables.column(block, start)
            columns.setdefault((block.start, number), _Column(block, number, [])).cells.append((start, end))
    for column in columns.values():
        yield from _in_column(scan, column)


def _with_people(text: str) -> Iterator[Candidate]:
    """Names before gender and 民族, whatever they look like: 岩温扁 男 傣族."""
    for people in _PEOPLE.finditer(text) if "族" in text else ():
        match = _BEFORE_PEOPLE.search(text, max(0, people.start() - _LONGEST_BEFORE), people.start())
        if match is None:
            continue
        name = match[1]
        words = store.is_word(name) or title_before(name, len(name))[0] or any(map(name.endswith, store.cues("organisation")))
        if not words and "某" not in name and not name.endswith(("户", "数", "计")):
            yield person(*match.span(1), 0.8, layer("column", "person_data_beside"), "person_cell", "", LABEL)


@cache
def _name_cells() -> re.Pattern[str]:
    name = f"[{store.firsts()}](?:[\u4e00-\u9fff]{{1,3}}|[ \u3000]{{1,4}}[\u4e00-\u9fff])"
    end = '[ \u3000"]{0,3}(?:[\t|,\r\n]|$)|  |\u3000| [男女0-9]'
    return patterns.compiled(f'(?:^|[\t|,\n]|  |\u3000)[ \u3000"]{{0,3}}({name})(?={end})', 0)


def _alone(scan: Scan, start: int, end: int) -> Iterator[Candidate]:
    """A row on its own, as 张三<tab>女<tab>1975.06."""
    first, last = scan.line(start)
    if last - first <= _WIDEST_ROW and _beside(scan, first, start, end, last):
        yield person(start, end, 0.8, layer("column", "person_data_beside"), "person_cell", "", LABEL)


def _beside(scan: Scan, first: int, start: int, end: int, last: int) -> bool:
    return tells_of_person(scan, end, last) or tells_of_person(scan, first, start)


def _in_column(scan: Scan, column: _Column) -> Iterator[Candidate]:
    rows = list(scan.tables.rows(column.block))
    header = _first_cell(scan, column, rows[0])
    if _field(scan, column, rows) or things.is_header(header):
        return  # under a header of names it is the label's matter, under another one it holds no names
    beside = any(tells_of_person(scan, *scan.line(start)) for start, _ in column.cells[:_LOOKED_AT])
    headed = things.heads_people(header)
    likely = sum(values.is_likely("".join(scan.text[start:end].split())) for start, end in column.cells)
    share = likely / max(1, len(rows))
    if share < (_ENOUGH_BESIDE if beside or headed else _ENOUGH) or (len(rows) < _LEAST_ROWS and not (beside or headed)):
        return
    score = 0.85 if beside or headed else 0.65 if share > 0.9 else 0.5
    for row in rows:
        cell = scan.tables.cell(column.block, row, column.number)
        if cell and not is_label(scan, *cell):
            for found in values.read(scan.text, *cell, column=True):
                why = layer("column", "names_by_form", *(["person_data_beside"] if beside else ["label_by_form"] if headed else []))
                yield person(found.start, found.end, min(score, found.score), why, "person_cell", "", LABEL)


def _first_cell(scan: Scan, column: _Column, row: int) -> str:
    cell = scan.tables.cell(column.block, row, column.number)
    return scan.text[slice(*cell)] if cell else ""


def _field(scan: Scan, column: _Column, rows: list[int]) -> str:
    for row in rows[:4]:
        header = scan.header(column.block, row, column.number)
        if header.field:
            return header.field
    return ""


DETECTOR = Detector(
    name="person_cell",
    entities=("PERSON",),
    source="个人信息保护法 art. 4; 政府信息公开条例 art. 15",
    on_passage=find,
    on_settled=doubted,
    found=(
        Example("张丽华\t女\t1975.06\t璧泉街道\t低保\t620", "张丽华"),
        Example("1,陈国强,男,52\n2,林晓燕,女,47\n3,周志明,男,61", "林晓燕"),
    ),
    clean=(
        "江苏\t南京\t120\n浙江\t杭州\t130\n安徽\t合肥\t140",
        "高速公路\t12\t3\n安全生产\t5\t1\n文化旅游\t2\t4",
        "水稻品种：黄华占、金优桂、白香粳",
        "工作单位\t人数\n金龙客车厂\t12\n安康医院\t3\n",
        "201\t一般公共服务支出\t13845.62\t15023.77",
    ),
)
