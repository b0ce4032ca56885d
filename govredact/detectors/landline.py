"""固定电话: area code and 7–8 digits with an extension. Offices publish theirs; only a home's (家庭电话, 宅电) is private.

A number of an office is recognised as PUBLIC_PHONE so that nothing else claims its digits.
"""

from __future__ import annotations

from govredact.detectors.base import FORM, LABEL, THINGS, Detector, Example, in_identifier, is_quantity, reasons
from govredact.models import Candidate
from govredact.numbers import phone
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.context.runs import Evidence, Run
    from govredact.context.scan import Scan, Value

LABELS = frozenset({"PHONE", "HOME_PHONE", "OFFICE_PHONE", "CONTACT_PERSON"})
_EXTENSION = lazy.compile("[ \u00a0]{0,2}(?:转|轉|分机(?:号)?[:：]?|[-－—–]|[Ee]xt\\.?)[ \u00a0]{0,2}[0-9]{1,6}(?![0-9A-Za-z])")
_COUNTRY = lazy.compile("(?:\\+|00)?86[)）]?[- \u00a0]?$")
# 座机（住宅）0772-…: a remark makes it that of a home.
_AT_HOME = lazy.compile("[(（](?:住宅|家庭?|宅|家里|家中|家用)[)）][:： ]{0,2}$")
# A local number in two parts is too short to be a grouped run: 6569 7027, 656-9702.
_LOCAL = lazy.compile("[2-8][0-9]{2,3}[- \u00a0—][0-9]{4}(?![0-9A-Za-z])")


def find(scan: Scan, run: Run) -> Candidate | None:
    """A candidate for a run that is an area code and a local number, or None."""
    if not _has_area(run):
        return None
    evidence = run.evidence
    if evidence.field not in LABELS:
        if evidence.field in THINGS or evidence.field.startswith("BANK") or run.broken:
            return None
        if is_quantity(scan, run.start, run.end) or in_identifier(scan, run.start, run.end):
            return None
    return candidate(scan, run.start, run.end, evidence, "area_code")


def candidate(scan: Scan, start: int, end: int, evidence: Evidence, why: str) -> Candidate:
    """The finding for a landline at [start, end): private under a label of a home, public otherwise; brackets and extension included."""
    start, end = _start(scan.text, start, end), _end(scan.text, end)
    grounds = reasons(why, label=evidence.label, via=evidence.via)
    if evidence.field == "HOME_PHONE" or _AT_HOME.search(scan.text, max(0, start - 7), start):
        return Candidate(start, end, "CN_LANDLINE", 0.9, grounds, "landline", LABEL | FORM, "home")
    return Candidate(start, end, "PUBLIC_PHONE", 0.8, grounds, "landline", LABEL | (FORM if why == "area_code" else 0), "office")


def find_value(scan: Scan, value: Value) -> Iterable[Candidate]:
    """A local number written in two parts under the label of a home."""
    match = _LOCAL.match(scan.text, value.start)
    if match:
        yield candidate(scan, match.start(), match.end(), value.evidence, "local_number")


def _has_area(run: Run) -> bool:
    """Whether the digits are an area code and a local number, grouped where people group them."""
    value, groups = run.value, run.groups
    if value[0] != "0":
        return _has_country_code(run)
    if value.startswith("0086"):
        return _has_country_code(run)
    parts = phone.split_landline(value)
    if parts is None:
        return False
    return not groups or groups[0] == len(parts[0]) or groups[:2] == (1, len(parts[0]) - 1)


def _has_country_code(run: Run) -> bool:
    prefix = 4 if run.value.startswith("0086") else 2
    if run.value[prefix - 2 : prefix] != "86" or (run.groups and run.groups[0] != prefix):
        return False
    parts = phone.split_landline("0" + run.value[prefix:].removeprefix("0"))
    return parts is not None and (prefix == 4 or len(run.groups) > 1)


def _start(text: str, start: int, end: int) -> int:
    country = _COUNTRY.search(text, max(0, start - 7), start)
    if country and not text[country.start() - 1 : country.start()].isdigit():
        start = country.start()
    opening = text[start - 1 : start]
    closes = any(bracket in text[start:end] for bracket in ")）")
    return start - 1 if opening == "+" or (opening and opening in "(（" and closes) else start


def _end(text: str, end: int) -> int:
    extension = _EXTENSION.match(text, end)
    return extension.end() if extension else end


DETECTOR = Detector(
    name="landline",
    entities=("CN_LANDLINE", "PUBLIC_PHONE"),
    source="工业和信息化部 电信网编号计划 (2017)",
    digits=frozenset({10, 11, 12, 13, 14, 15}),
    on_run=find,
    labels=LABELS,
    fields=frozenset({"HOME_PHONE"}),
    on_value=find_value,
    found=(
        Example("家庭电话：0571-86543210", "0571-86543210", "CN_LANDLINE"),
        Example("座机（住宅）0571-86543210", "0571-86543210", "CN_LANDLINE"),
        Example("家中座机0571-86543210，白天无人", "0571-86543210", "CN_LANDLINE"),
        Example("宅电 6569 7027", "6569 7027", "CN_LANDLINE"),
        Example("家庭电话：65697027", "65697027", "CN_LANDLINE"),
        Example("办公电话：65697027", "65697027", "PUBLIC_PHONE"),
        Example("咨询电话：020-87532305转8001", "020-87532305转8001", "PUBLIC_PHONE"),
        Example("传真(0753)3261488", "(0753)3261488", "PUBLIC_PHONE"),
        Example("电话：+86-10-68396446", "+86-10-68396446", "PUBLIC_PHONE"),
    ),
    clean=("办公电话：0572-****085", "索引号：0571-12345678/2020", "编号0999-12345678"),
)
