"""坐标: a point in China given so exactly (four decimals are ten metres, a second of arc is thirty) that it names a building.

Degrees and minutes alone (东经106°13′) tell no more than the town and are no finding.
"""

from __future__ import annotations

from govredact.detectors.base import FORM, LABEL, THINGS, Detector, Example, reasons
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from govredact.context.runs import Evidence
    from govredact.context.scan import Scan

_EAST = (73, 135)
_NORTH = (3, 54)
_LEFT = lazy.compile("(?<![0-9.])[0-9]{1,3}$")
_BETWEEN = lazy.compile("[^0-9\n\t|]{1,12}")
_JOINT = lazy.compile("[°度]?[ENWSenws]?[ ,，、;；/]{1,4}[ENWSenws]?[ ]?")
_NEAR = lazy.compile("[经纬]|坐标|GPS|定位|位于|点位")
_DECIMAL = lazy.compile("([0-9]{1,3})(\\.[0-9]{4,})(?![0-9.])")
_SEXAGESIMAL = lazy.compile(
    "(?:[东北][经纬][:：]? ?)?[0-9]{1,3}[°度][ \u3000]?[0-9]{1,2}[′'’分][ \u3000]?[0-9]{1,2}(?:\\.[0-9]{1,6})?[″秒][ENen]?"
)
_BEFORE_SECONDS = 30
_EXACT = 6  # a point and five decimals: a metre, which no rate or index has


def find_decimal(scan: Scan, match: re.Match[str]) -> Iterable[Candidate]:
    """A pair of decimal degrees, longitude or latitude first, from its first number on; one number alone by label."""
    first = _LEFT.search(scan.text, max(0, match.start() - 4), match.start())
    if first is None:
        return
    start, end = first.start(), match.end()
    kind = _axis(int(first[0]))
    if not kind or scan.text[end : end + 1] in ("%", "万", "亿", "元"):
        return
    evidence = scan.evidence(start, end)
    labelled = evidence.field == "COORDINATES"
    other = None if evidence.via == "column" else _pair(scan.text, end, kind)
    if not labelled and not (other and _is_point(scan, start, match, other, evidence)):
        return
    if other and _JOINT.fullmatch(scan.text, end, other.start()):
        end, other = other.end(), None
    yield _candidate(start, end, evidence, labelled)
    if other:
        yield _candidate(other.start(), other.end(), evidence, labelled)


def _candidate(start: int, end: int, evidence: Evidence, labelled: bool) -> Candidate:
    why = reasons("decimal_degrees", label=evidence.label if labelled else "", via=evidence.via)
    return Candidate(start, end, "COORDINATES", 0.9 if labelled else 0.6, why, "coordinates", FORM | (LABEL if labelled else 0))


def find_seconds(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """Degrees, minutes and seconds that end at the anchor, the sign of seconds."""
    for match in _SEXAGESIMAL.finditer(scan.text, max(0, start - _BEFORE_SECONDS), min(len(scan.text), end + 1)):
        if match.start() < start < match.end():
            yield Candidate(*match.span(), "COORDINATES", 0.8, ("degrees_to_seconds",), "coordinates", FORM)


def _axis(degrees: int) -> str:
    """``east``, ``north`` or "" for degrees outside China."""
    if _EAST[0] <= degrees <= _EAST[1]:
        return "east"
    return "north" if _NORTH[0] <= degrees <= _NORTH[1] else ""


def _pair(text: str, end: int, kind: str) -> re.Match[str] | None:
    """The number on the other axis that follows within a few characters, in the same cell."""
    between = _BETWEEN.match(text, end)
    other = _DECIMAL.match(text, between.end()) if between else None
    return other if other and _axis(int(other[1])) not in ("", kind) else None


def _is_point(scan: Scan, start: int, match: re.Match[str], other: re.Match[str], evidence: Evidence) -> bool:
    """Whether two numbers without a label are a place: words say so, or both are exact to a metre."""
    if evidence.field in THINGS or (scan.text[start - 1 : start] == "," and scan.text[start - 2 : start - 1].isdigit()):
        return False  # 1,106.5515: a thousands separator
    return bool(_NEAR.search(scan.text, max(0, start - 24), start)) or (len(match[0]) >= _EXACT and len(other[2]) >= _EXACT)


DETECTOR = Detector(
    name="coordinates",
    entities=("COORDINATES",),
    source="测绘法 (2017) art. 34; GB/T 45574-2025 (精准定位信息)",
    pattern=r"\.[0-9]{4,}(?![0-9.])",
    on_match=find_decimal,
    anchors=("″", "秒"),
    on_anchor=find_seconds,
    found=(
        Example("坐标：106.551556,29.563009", "106.551556,29.563009"),
        Example("位于29.563009, 106.551556处", "29.563009, 106.551556"),
        Example("东经106°13′25″，北纬29°35′12″", "北纬29°35′12″"),
    ),
    clean=("东经106°13′，北纬29°35′", "圆周率3.14159", "系数106.5515 合计", "13.8456\t15.0237"),
)
