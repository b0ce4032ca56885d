"""Names of running text that stand where things are listed, and so are hardly anybody's: 品种：黄桃、白梨, a cell under 企业名称.

Only what the form alone made a name is doubted here: no label, title or datum of a person speaks for it.
"""

from __future__ import annotations

from govredact.context.standing import cell_at
from govredact.names import things, values
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govredact.context.scan import Scan
    from govredact.models import Candidate

# Below every policy's threshold: it is not reported.
_DOUBTED = 0.05
_REACH = 120
_HEADER_ROWS = 2
_SHORT = 2
_HAN = "\u4e00-\u9fff"
# The label of a list, and items up to the name: 途经站点：黄花岗、杨箕、.
_LISTED = lazy.compile(f"(?<![{_HAN}])([{_HAN}]{{2,10}})[:：]([^：:。；;！？\n]{{0,{_REACH}}})$")
_JOINS = ("", *"、，,—－- \u3000")
_ENDS_ITEM = lazy.compile(f"[{_HAN}]{{0,6}}(?:[、，,。；;—－\\- \u3000（(\n\r]|等|$)")


def doubted(scan: Scan, settled: Sequence[Candidate]) -> Iterator[Candidate]:
    """The doubtful names of a passage, with the score that drops them."""
    for c in settled:
        by_form = c.entity == "PERSON" and c.detector == "person_text" and c.reasons[:1] == ("layer:free",) and not c.rank
        if by_form and (_in_list(scan, c) or _in_column(scan, c)):
            yield c._replace(score=_DOUBTED, reasons=(*c.reasons, "among_things"))


def _in_list(scan: Scan, c: Candidate) -> bool:
    first = max(scan.line(c.start)[0], c.start - _REACH)
    listed = _LISTED.search(scan.text, first, c.start)
    if listed is None or listed[2][-1:] not in _JOINS or not things.is_list(listed[1]):
        return False
    # Of organisations in a row, those of two characters are short for their names: 华泰、安凯.
    short = c.end - c.start == _SHORT
    return _ENDS_ITEM.match(scan.text, c.end) is not None and (short or not _may_be(scan, c, listed[1]))


def _in_column(scan: Scan, c: Candidate) -> bool:
    """Whether the name begins a cell under a header of things and fills it, or goes on there as a longer name: 金龙客车."""
    if scan.text[max(0, c.start - 1) : c.start] not in _BEGINS_CELL:
        return False
    cell = cell_at(scan, c.start) if _ENDS_CELL.match(scan.text, c.end) else None
    # Of a table that text draws, the rows above count as headers, too.
    headers = [header for header in cell.headers[:_HEADER_ROWS] if things.is_header(header)] if cell else ()
    return bool(headers) and not any(_may_be(scan, c, header) for header in headers)


def _may_be(scan: Scan, c: Candidate, header: str) -> bool:
    """Whether organisations stand there, and this one is called as people are."""
    return things.holds_anybody(header) and not _HAN_BEHIND.match(scan.text, c.end) and values.is_likely(scan.text[c.start : c.end])


_HAN_BEHIND = lazy.compile(f"[{_HAN}]")
_BEGINS_CELL = ("", *'\t\n|, \u3000"')
_ENDS_CELL = lazy.compile(f'[{_HAN}]{{0,16}}[ \u3000"]{{0,3}}(?:[\t|,\n\r（(]|$)')
