"""What the rows of a table say about a column of names: data of persons beside a cell, and cells that are words and names at once."""

from __future__ import annotations

from govredact.names import refused, store, values
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.context.scan import Scan, Value

# What a row holds about a person: gender, an ID number (also masked), a mobile, a birth date or age.
_ABOUT_PERSON = lazy.compile(
    "(?:^|[\t|, \u3000])[ ]?(?:[男女]|汉族?|[0-9]{6}[0-9*＊×]{8,11}[0-9Xx*]|1[3-9][0-9*＊×]{9}(?:[.]0)?"
    "|(?:19|20)[0-9]{2}[./-][01]?[0-9](?:[./-][0-3]?[0-9])?|[0-9]{1,3}岁"
    "|低保|特困|五保|[一二三四]级|党员|群众)[ ]?(?=[\t|,\r\n \u3000]|$)"
)
_WORD = lazy.compile("[\u4e00-\u9fff]{2,3}")
# They explain a cell, or name a thing or a group: 不详, 本人, 集体, 学校.
_NO_NAME = lazy.compile(".*[某不未无空略同本各其等省市县区镇乡村组社户局所校院厂店部处人员体者费类级]")
# No word that begins with a character that is hardly ever a surname is one.
_RAREST = 99
_ROWS = 12
_FEWEST = 2


def tells_of_person(scan: Scan, first: int, last: int) -> bool:
    """Whether data of a person stand in ``[first, last)``, a row or a part of one."""
    return _ABOUT_PERSON.search(scan.text, first, last) is not None


def is_label(scan: Scan, start: int, end: int) -> bool:
    """Whether ``[start, end)`` is a label as a whole, and so nobody's name: 原告, 审判长, 卡号."""
    return any(hit.start == start and hit.end == end for hit in scan.labels_between(start, start + 1))


def is_word_for_name(scan: Scan, value: Value) -> bool:
    """Whether the cell ``value`` of a column of names is one although it is a word (阳光, 凤凰).

    Its column speaks for it, where the other cells have the form of names, or its row, where data of a person stand in it.
    """
    written = scan.text[value.start : value.end]
    if not _WORD.fullmatch(written) or _NO_NAME.match(written) or refused.is_refused(written):
        return False
    if values.is_masked(scan.text, value.start):
        return False
    if store.names().surnames.get(written[0], _RAREST + 1) > _RAREST:
        return False  # 暂缺, 弃权
    return tells_of_person(scan, *scan.line(value.start)) or _among_names(scan, value)


def _among_names(scan: Scan, value: Value) -> bool:
    block = scan.tables.block(value.start)
    if block is None:
        return False
    column = scan.tables.column(block, value.start)
    rows = [scan.tables.row(block, row) for _, row in zip(range(_ROWS), scan.tables.rows(block), strict=False)]
    cells = [scan.text[slice(*row[column])] for row in rows if column < len(row)]
    names = sum(values.is_name(cell) for cell in cells)
    return names >= _FEWEST and 2 * names >= len(cells) - 1
