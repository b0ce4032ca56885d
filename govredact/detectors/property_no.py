"""不动产权证号 and the older 房权证, 房地证 and 土地证 numbers.

New form (国土资发〔2015〕25号): 浙（2020）杭州市不动产权第0012345号, 不动产证明第… for registrations. Old forms: 杭房权证西字第12345678号,
杭西国用（2010）第000123号. Each has words of its own that wake this detector; under a label the bare number counts too.
"""

from __future__ import annotations

from govredact.detectors.base import FORM, LABEL, Detector, Example, reasons
from govredact.detectors.labelled import goes_on, shaped
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from govredact.context.scan import Scan, Value

_OPEN, _CLOSE = "（(〔\\[【﹝", "）)〕\\]】﹞"
_YEAR = f"[{_OPEN}] ?[0-9]{{4}} ?[{_CLOSE}]"
_HAN = "[\u4e00-\u9fff]"
# Before 不动产权第: province, year in brackets, the place of the register.
_HEAD = lazy.compile(f"{_HAN}? ?{_YEAR} ?{_HAN}{{2,12}}$")
_OLD_HEAD = lazy.compile(f"[A-Z]?(?:(?![号为持有是的证由凭将以及和与]){_HAN}){{1,2}}$")
_SERIAL = "(?:-[0-9]{1,8}){0,3}"  # parts of one title: 第0012345-1号
_NUMBER = lazy.compile(f"(?:第|字)? ?(?:[Nn][Oo][.．:：]? ?)?[A-Za-z]{{0,2}}[0-9]{{4,12}}{_SERIAL}(?: ?号)?")
_OLD_NUMBER = lazy.compile(f"(?:{_YEAR})?{_HAN}{{0,6}}(?:{_YEAR})? ?(?:第|字第) ?[A-Za-z]{{0,2}}[0-9]{{4,12}}{_SERIAL}(?: ?号)?")
_LAND_NUMBER = lazy.compile(f"{_YEAR} ?(?:字)?第? ?[0-9A-Za-z]{{3,12}}{_SERIAL} ?号")
# 国有土地 is a company's as often as a home's: a short number, as the old registers have it, is no home's title.
_STATE_NUMBER = lazy.compile(f"{_YEAR} ?(?:字)?第? ?[0-9A-Za-z]{{4,12}}{_SERIAL} ?号")
# A file's number of region, year and serial number.
_FILE = lazy.compile("[0-9]{6}-[0-9]{4}-[0-9]{1,8}")
_PLACE = f"[A-Z]?{_HAN}{{0,10}}(?:{_YEAR})?{_HAN}{{0,12}}(?:{_YEAR})?第"
_LOOSE = lazy.compile(f"(?:{_PLACE})? ?(?:[Nn][Oo][.．]? ?)?[A-Za-z]{{0,2}}[0-9]{{5,20}}{_SERIAL}(?: ?号)?")
_NEW = ("不动产权第", "不动产证明第", "不动产权证第")
_OLD = ("房权证", "房地权证", "房产证", "房地证", "房字第")
_LAND = ("国用", "集用", "集有", "土他项", "房他证")
_LONGEST_HEAD = 24


def find(scan: Scan, start: int, end: int) -> Iterator[Candidate]:
    """A candidate around the words of such a number; ``[start, end)`` is the anchor (不动产权第, 房权证, 国用)."""
    anchor = scan.text[start:end]
    head = _HEAD if anchor in _NEW else _OLD_HEAD
    number = _form(anchor).match(scan.text, end)
    if number is None or goes_on(scan, number.end()):
        return
    before = head.search(scan.text, max(0, start - _LONGEST_HEAD), start)
    first = before.start() if before else start
    evidence = scan.evidence(first, number.end())
    why = reasons("form", label=evidence.label, via=evidence.via)
    # The words inside are a label of their own.
    yield Candidate(first, number.end(), "PROPERTY_NO", 0.9, why, "property_no", LABEL | FORM)


def _form(anchor: str) -> re.Pattern[str]:
    if anchor in _NEW:
        return _NUMBER
    if anchor == "国用":
        return _STATE_NUMBER
    return _LAND_NUMBER if anchor in _LAND else _OLD_NUMBER


def value_of_label(scan: Scan, value: Value) -> Iterator[Candidate]:
    """The number under a label of a title to land or a house."""
    match = shaped(scan, value, _LOOSE)
    if match and not _FILE.fullmatch(match[0]):
        why = reasons(label=value.evidence.label, via=value.evidence.via)
        yield Candidate(match.start(), match.end(), "PROPERTY_NO", 0.85, why, "property_no", LABEL)


DETECTOR = Detector(
    name="property_no",
    entities=("PROPERTY_NO",),
    source="不动产权证书编号规则 (2015); 房屋登记办法 (2008)",
    fields=frozenset({"PROPERTY_NO"}),
    on_value=value_of_label,
    anchors=_NEW + _OLD + _LAND,
    on_anchor=find,
    found=(
        Example("不动产权证号：浙（2020）杭州市不动产权第0012345号", "浙（2020）杭州市不动产权第0012345号"),
        Example("产权人持浙(2021)余杭区不动产权第0123456号证书办理抵押", "浙(2021)余杭区不动产权第0123456号"),
        Example("房产证号：杭房权证西移字第12345678号", "杭房权证西移字第12345678号"),
        Example("土地证杭西国用（2010）第000123号遗失", "杭西国用（2010）第000123号"),
        Example("权利人\t不动产权证号\n张某\t0012345678\n", "0012345678"),
    ),
    clean=(
        "土地证号：云栖国用（2012）第138号",
        "国有土地使用证 330106-1968-0411",
        "不动产权第一审登记事项",
        "（2024）浙0106民初1234号",
        "根据《不动产登记暂行条例》（国务院令第656号）",
        "房产证办理流程（2020版）",
        "浙政办发〔2022〕59号",
    ),
)
