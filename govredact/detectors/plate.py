"""车牌号: plates of vehicles (GA 36-2018), with or without the dot that is printed after the letter.

Province and letter wake this detector, then five characters must follow (six for new energy), or four and one of 学警挂港澳领使.
Armed police: WJ and a province. Military and embassy plates, and WJ without a province, look like many other numbers and
count under a label only.
"""

from __future__ import annotations

from govredact.detectors.base import BLOCKER, FORM, LABEL, THINGS, Detector, Example, in_identifier, reasons
from govredact.models import Candidate
from govredact.numbers import plate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.context.scan import Scan, Value

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_PROVINCES = "".join(sorted(plate.PROVINCES))
_DOT = "[ ·•‧∙・.●\u00a0\\-—]{0,3}"
_HAN = "学警挂港澳领使试超"
_END = f"(?![0-9A-Za-z*×█■●{_HAN}]|[\\-_/.][0-9A-Za-z])"
_SERIAL = lazy.compile(f"{_DOT}([0-9A-HJ-NP-Z]{{5,6}}|[0-9A-HJ-NP-Z]{{4}}[{_HAN}]){_END}")
_POLICE = lazy.compile(f"{_DOT}([0-9]{{4}}[0-9A-HJ-NP-Z]){_END}")
_OFFICE = f"WJ ?[{_PROVINCES}]?|[{_PROVINCES}] ?[A-Z]|[A-Z]{{2}}|使"
_LABELLED = lazy.compile(f"({_OFFICE}){_DOT}([0-9A-HJ-NP-Z]{{4,6}}[{_HAN}]?){_END}", lazy.IGNORECASE)
# 浙A12345型 is a model, 浙A12345次 a train.
_MODEL = frozenset("型款版系次届期批")
_FEWEST_DIGITS = 2


def find(scan: Scan, start: int, end: int) -> Iterator[Candidate]:
    """A candidate where a plate's serial follows the anchor ``[start, end)`` (浙A, WJ浙)."""
    text = scan.text
    police = text.startswith("WJ", start)
    match = (_POLICE if police else _SERIAL).match(text, end)
    if match is None or (police and start > 0 and text[start - 1].isalnum() and text[start - 1].isascii()):
        return
    serial = match[1]
    kind = plate.kind(text[start:end] + serial)
    if not kind or sum(char.isdigit() for char in serial) < _FEWEST_DIGITS:
        return
    evidence = scan.evidence(start, match.end())
    if evidence.field == "PLATE":
        yield _candidate(start, match.end(), 0.98, LABEL, reasons(kind, label=evidence.label, via=evidence.via))
    elif evidence.field not in THINGS and text[match.end() : match.end() + 1] not in _MODEL and not _in_path(scan, start, match.end()):
        yield _candidate(start, match.end(), 0.85, 0, (kind,))


def _in_path(scan: Scan, start: int, end: int) -> bool:
    """Whether it is part of an address on the web; a slash alone parts the fields of a record (张某/138…/浙A12345)."""
    return scan.text[start - 1 : start] != "/" and in_identifier(scan, start, end)


def value_of_label(scan: Scan, value: Value) -> Iterator[Candidate]:
    """Plates under a label: also in small letters, and the kinds whose form is not enough."""
    match = _LABELLED.match(scan.text, value.start)
    if match is None:
        return
    kind = plate.kind("".join(part.replace(" ", "") for part in match.groups()).upper())
    if kind:
        why = reasons(kind, label=value.evidence.label, via=value.evidence.via)
        yield _candidate(match.start(), match.end(), 0.95, LABEL, why)


def _candidate(start: int, end: int, score: float, rank: int, why: tuple[str, ...]) -> Candidate:
    # The province settles what it is: the digits are no hotline (京A·12345), whatever public number they equal.
    return Candidate(start, end, "CN_VEHICLE_PLATE", score, why, "plate", BLOCKER | FORM | rank)


DETECTOR = Detector(
    name="plate",
    entities=("CN_VEHICLE_PLATE",),
    source="GA 36-2018 中华人民共和国机动车号牌",
    fields=frozenset({"PLATE"}),
    on_value=value_of_label,
    anchors=tuple(f"{p}{letter}" for p in _PROVINCES for letter in _LETTERS) + tuple(f"WJ{p}" for p in _PROVINCES),
    on_anchor=find,
    found=(
        Example("车牌号码皖B·F7Q20", "皖B·F7Q20"),
        Example("驾驶京A·12345的小型轿车", "京A·12345"),
        Example("当事人驾驶浙AD12345电动汽车", "浙AD12345"),
        Example("车牌：京A · 12345", "京A · 12345"),
        Example("粤Z·1234港车辆入境", "粤Z·1234港"),
        Example("浙A1234学教练车", "浙A1234学"),
        Example("王某/19994518159/浙D8K203", "浙D8K203"),
        Example("巡逻车WJ浙12345停放", "WJ浙12345"),
        Example("车牌号：使123456", "使123456"),
        Example("号牌号码：VA·12345", "VA·12345"),
        Example("车牌号：浙a12b45", "浙a12b45"),
    ),
    clean=(
        "京B2-20040001",
        "药品经营许可证：浙AA5710001",
        "使100000人受益",
        "浙A12345型号产品",
        "浙A12*45",
        "沪A级旅游景区12345",
        "文件编号：京A12345",
    ),
)
