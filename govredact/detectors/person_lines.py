"""姓名 in a list with one a line, numbered or not: 1. 张三（男，工人）, below a heading that need not say so.

One line is an item of anything; several in a row that begin with what people are really called are a list of people, also where one
of them bears a rare name.
"""

from __future__ import annotations

from functools import cache

from govredact.detectors.base import Detector, Example
from govredact.detectors.persons import layer, person
from govredact.names import store, values
from govredact.names.evidence import holds_office
from govredact.text import patterns
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from govredact.context.scan import Scan
    from govredact.models import Candidate

_LEAST, _SHARE, _SCORE = 3, 0.6, 0.6
# Empty lines may stand between two items, nothing else.
_BETWEEN = 2


def find(scan: Scan) -> Iterable[Candidate]:
    """The names of all lists of a passage."""
    group: list[re.Match[str]] = []
    for match in _items().finditer(scan.text):
        if group and not _follows(scan.text, group[-1], match):
            yield from _listed(scan, group)
            group = []
        group.append(match)
    yield from _listed(scan, group)


@cache
def _items() -> re.Pattern[str]:
    surnames = store.firsts()
    number = "(?:[（(]?[0-9]{1,3}[）)、.．][ ]?)?"
    return patterns.compiled(f"(?:^|(?<=\n))[ \u3000]{{0,4}}{number}([{surnames}][\u4e00-\u9fff]{{1,3}})(?=[（(，,：:\u3000 \n\r]|$)", 0)


def _follows(text: str, last: re.Match[str], match: re.Match[str]) -> bool:
    end = text.find("\n", last.end())
    return end >= 0 and not text[end : match.start()].strip() and match.start() - end <= _BETWEEN + 1


def _listed(scan: Scan, group: list[re.Match[str]]) -> Iterator[Candidate]:
    if len(group) < _LEAST or sum(values.is_likely(match[1]) for match in group) < _SHARE * len(group):
        return
    if any(holds_office(scan.text, match.end(1)) for match in group):
        return  # 葛志荣　质检总局副局长: a list of those in office
    for match in group:
        if scan.tables.block(match.start(1)) is None and values.is_name(match[1]):
            # What running text makes of a name there (an official, somebody sure) counts more.
            yield person(*match.span(1), _SCORE, layer("column", "names_by_form"), "person_lines", "", 0)


DETECTOR = Detector(
    name="person_lines",
    entities=("PERSON",),
    source="个人信息保护法 art. 4; 政府信息公开条例 art. 15",
    on_passage=find,
    found=(
        Example("表彰名单\n1. 陈国强（前进村）\n2. 明有才（双河村）\n3. 林晓燕（东风村）\n4. 周志明（红旗村）\n", "明有才"),
        Example("公示名单：\n明有才\n陈国强\n林晓燕\n周志明", "明有才"),
    ),
    clean=(
        "1. 高度重视，加强领导\n2. 明确责任，落实到人\n3. 严格管理，规范程序\n",
        "参会单位\n金安区\n江淮汽车\n方大特钢\n高新区\n",
        "一、张家港\n二、江阴\n三、常熟\n四、昆山",
    ),
)
