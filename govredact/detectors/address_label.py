"""Whose a labelled address is: what the label asks for, whom the row or sentence is about, and what the address itself says."""

from __future__ import annotations

from govredact.detectors.address_owner import (
    HOME,
    OFFICE,
    about,
    has_office_prefix,
    has_person_prefix,
    has_rooms,
    is_deep,
    is_scene,
    nature,
)
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.addresses.written import Written
    from govredact.context.runs import Evidence
    from govredact.context.scan import Scan

# Labels of places where something happened or lies.
_SCENE_LABEL = lazy.compile("地点|位置|[坐座]落|违法")
_SITE_LABEL = lazy.compile("[坐座]落")
_NUMBERED_SITE = lazy.compile("[坐座]落(?:地|处|位置|地址|地点)?$")
_HOUSE = lazy.compile("[0-9]号$|[0-9]号[^至—-]")
_PERSONS_LABEL = lazy.compile("[人者]住址$")
_PROPERTY_LABEL = lazy.compile("[坐座]落|房屋|房产|不动产|门牌")
_PARCEL_LABEL = lazy.compile("收[件货]|寄件|快递")
_GROUP = lazy.compile("[0-9]|[一二三四五六七八九十]{1,3}(?:[组社队屯]|村民小组)")
_NAMED_GROUP = lazy.compile("(?:村|社区)[\u4e00-\u9fff]{1,6}[组屯队]$")
_NAME_OF_GROUP = lazy.compile("[\u4e00-\u9fff]{1,6}[组社队屯湾]")
# Columns of groups alone: 组别 beside 行政村.
_GROUP_LABEL = lazy.compile("组别|组名|所在组|所属组|社别|组[（(]社|社[（(]组")


def by_label(scan: Scan, start: int, end: int, evidence: Evidence, written: Written) -> tuple[str, float, tuple[str, ...]]:
    """Whose address a labelled one is, how sure that is, and why; ``("", 0, ())`` for one that is nobody's."""
    field, text = evidence.field, scan.text
    if field == "ADDRESS_OFFICE":
        label = text.rfind(evidence.label, 0, start) if evidence.via == "before" else -1
        return (HOME, 0.7, ("subject_person",)) if label > 0 and has_person_prefix(text, label) else (OFFICE, 0.9, ())
    # A label of homes asks for a person's, whatever was said before its sentence.
    subject = about(scan, start, end, beyond=field != "ADDRESS_HOME")
    if field == "ADDRESS_VILLAGE":
        return (HOME, 0.7, ("subject_person",)) if subject == HOME and _is_group(scan, start, end, evidence.label) else ("", 0, ())
    inside = nature(text, start, end, written.tokens)
    if _PERSONS_LABEL.search(evidence.label) and inside != OFFICE:
        return HOME, 0.9, ()  # 法定代表人住址
    if field == "ADDRESS_HOME":
        return _of_home_label(evidence.label, subject, inside)
    if _SITE_LABEL.search(evidence.label) and subject != OFFICE != inside and has_rooms(text, start, end):
        return HOME, 0.7, ("unit_depth",)
    if not subject and inside != OFFICE and _NUMBERED_SITE.match(evidence.label) and _HOUSE.search(text, start, end):
        return ("", 0, ()) if is_scene(scan, start, end) else (HOME, 0.5, ("undecided",))
    if has_office_prefix(text, start - len(evidence.label) - 1) or _SCENE_LABEL.search(evidence.label):
        return (HOME, 0.5, ("subject_person",)) if subject == HOME else (OFFICE, 0.7, ())
    if subject:
        return subject, 0.85, (f"subject_{'person' if subject == HOME else 'office'}",)
    if inside == OFFICE:
        return OFFICE, 0.75, ("office_inside",)
    if not any(char.isdigit() for char in text[start:end]) and inside != HOME:
        return "", 0, ()
    return (HOME, 0.7, ("unit_depth",)) if is_deep(text, start, end) else (HOME, 0.5, ("undecided",))


def _is_group(scan: Scan, start: int, end: int, label: str) -> bool:
    """Whether the value in a column of villages or groups says which group of a village."""
    if not _GROUP_LABEL.match(label):
        return (_GROUP.search(scan.text, start, end) or _NAMED_GROUP.search(scan.text, start, end)) is not None
    is_group = _GROUP.search(scan.text, start, end) or _NAME_OF_GROUP.fullmatch(scan.text, start, end)
    return is_group is not None and _has_villages(scan, start)


def _has_villages(scan: Scan, position: int) -> bool:
    """Whether a column of villages stands in the table around ``position``: groups of pupils and players have numbers too."""
    block = scan.tables.block(position)
    headers = [scan.line(row) for row in scan.tables.top_rows(block)] if block else []
    labels = (hit for header in headers for hit in scan.labels_between(*header))
    return any(hit.entry.field == "ADDRESS_VILLAGE" and not _GROUP_LABEL.match(hit.entry.text) for hit in labels)


def _of_home_label(label: str, subject: str, inside: str) -> tuple[str, float, tuple[str, ...]]:
    """As ``_by_label``, for a label of homes. Firms own buildings too, and parcels go to offices."""
    if subject == OFFICE and _PROPERTY_LABEL.search(label) and inside != HOME:
        return OFFICE, 0.7, ("subject_office",)
    if subject == inside == OFFICE or (inside == OFFICE and subject != HOME and _PARCEL_LABEL.match(label)):
        return HOME, 0.5, ("subject_office",)
    return HOME, 0.9, ()


def names_group(evidence: Evidence, value: str) -> bool:
    """Whether ``value`` is a group's name alone in a column of groups (堰塘湾组), which has not the form of an address."""
    return (
        evidence.field == "ADDRESS_VILLAGE"
        and _GROUP_LABEL.match(evidence.label) is not None
        and _NAME_OF_GROUP.fullmatch(value) is not None
    )
