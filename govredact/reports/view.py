"""The report as plain dictionaries (DESIGN section 6), with every value masked before any writer sees it.

Additions to the contract: ``end_line`` and ``end_column`` of a finding (where lines are counted), ``suggestion``, ``gate`` and
``indicator``; ``summary.inline_ignored`` and ``summary.by_gate``; with ``--all`` the list ``filtered`` of a file (findings with
``filtered_by``), with ``--risk`` ``risk.identifiers`` of a file and ``risk`` of the run; ``genre`` of a file.
"""

from __future__ import annotations

from govredact._version import __version__
from govredact.entities import GATES, gate, indicator
from govredact.models import ACTIONS, SEVERITIES
from govredact.reports.cover import Cover, clean
from govredact.reports.rows import Rows
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from govredact.models import FileReport, Finding, Location, Report

SCHEMA_VERSION = "1.0"


def public_view(report: Report, show_values: bool = False, show_all: bool = False, risk: bool = False, kinds: int = 3) -> dict[str, Any]:
    """``lazy_view`` as dictionaries, lists, strings and numbers that JSON can hold."""
    view = lazy_view(report, show_values, show_all, risk, kinds)
    for file in view["files"]:
        file.update({name: list(file[name]) for name in ("findings", "filtered") if name in file})
    return view


def lazy_view(report: Report, show_values: bool = False, show_all: bool = False, risk: bool = False, kinds: int = 3) -> dict[str, Any]:
    """The whole report; the findings of a file are made while they are read.

    ``show_values`` adds ``value`` to findings and leaves paths as they are; ``show_all`` adds lawful (``allow``) and
    filtered findings; ``risk`` adds the kinds of identifying values in each file, and what gives persons away in all of them: a row
    with ``kinds`` kinds of values or more does.
    """
    files = [_file(file, show_values, show_all, risk) for file in report.files]
    view: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "as_of": report.as_of,
        "tool": {"name": "govredact", "version": __version__},
        "policy": {"name": report.policy_name, "digest": report.policy_digest},
        "summary": _summary(report, show_all),
        "files": files,
    }
    if risk:
        view["risk"] = _together(report, show_values, kinds)
    return view


def _together(report: Report, show_values: bool, kinds: int) -> dict[str, Any]:
    """What the files tell together, by places."""
    from govredact.reports import risk  # only when it is asked for

    found = risk.assess(report.files, kinds, int(report.as_of[:4]))
    covers = [Cover(() if show_values else (*file.findings, *file.filtered)) for file in report.files]

    def place(record: risk.Record) -> dict[str, Any]:
        first, cover = record.findings[0], covers[record.file]
        return {
            "path": cover.path(report.files[record.file].path),
            "member": None if first.member is None else cover.path(first.member),
            "start": first.start,
            "location": _location(first.location, cover),
        }

    return {
        "rows": [{**place(record), "entities": list(record.entities)} for record in found.rows],
        "persons": [
            {
                "entities": risk.entities_of(person.records),
                "linked_by": list(person.linked_by),
                "sure": person.sure,
                "records": [place(record) for record in person.records],
            }
            for person in found.persons
        ],
        "masks": [
            {"candidates": masks.left, "sure": masks.sure, "records": [place(masks.first), place(masks.second)]} for masks in found.masks
        ],
    }


def _summary(report: Report, show_all: bool) -> dict[str, Any]:
    statuses = [file.status for file in report.files]
    kinds: dict[tuple[str, str, str, str], int] = {}
    for file in report.files:
        for finding in _shown(file, show_all):
            kind = finding[:4]  # entity, category, action, severity
            kinds[kind] = kinds.get(kind, 0) + 1
    return {
        "files": len(statuses),
        "scanned": statuses.count("scanned"),
        "unreadable": statuses.count("unreadable"),
        "skipped": statuses.count("skipped"),
        "findings": sum(kinds.values()),
        "filtered": sum(bool(f.filtered_by) for file in report.files for f in file.filtered),
        "inline_ignored": sum(file.inline_ignored for file in report.files),
        "by_action": _count(((kind[2], count) for kind, count in kinds.items()), ACTIONS[::-1]),
        "by_entity": _count((kind[0], count) for kind, count in kinds.items()),
        "by_severity": _count(((kind[3], count) for kind, count in kinds.items()), SEVERITIES[::-1]),
        "by_gate": _count(((gate(*kind[:2]), count) for kind, count in kinds.items()), GATES),
    }


def _count(parts: Iterable[tuple[str, int]], order: Iterable[str] = ()) -> dict[str, int]:
    """The sum of each name, in the given order, else in alphabetical order."""
    counts: dict[str, int] = {}
    for name, count in parts:
        counts[name] = counts.get(name, 0) + count
    return {name: counts[name] for name in order or sorted(counts) if name in counts}


def _file(file: FileReport, show_values: bool, show_all: bool, risk: bool) -> dict[str, Any]:
    cover = Cover(() if show_values else (*file.findings, *file.filtered))
    gaps = [{"place": cover(gap.place), "reason": gap.reason, "blocking": gap.blocking} for gap in file.gaps]
    view: dict[str, Any] = {
        "path": cover.path(file.path),
        "format": file.format,
        "sha256": file.sha256 or None,
        "status": file.status,
        "error": _error(file, cover),
        "coverage": {"places": file.places, "unscanned": gaps},
    }
    if file.masked is not None:
        copy = {**file.masked._asdict(), "path": cover.path(file.masked.path)}
        if copy["verified"]:
            view["masked"] = copy
        else:
            del copy["verified"]
            view["corrected"] = copy
    view["findings"] = Rows(_shown(file, show_all), lambda finding: _finding(finding, cover, show_values))
    if show_all:
        filtered = [finding for finding in file.filtered if finding.filtered_by]
        view["filtered"] = Rows(filtered, lambda finding: {**_finding(finding, cover, show_values), "filtered_by": finding.filtered_by})
    if file.genre is not None:
        view["genre"] = {**file.genre._asdict(), "evidence": list(file.genre.evidence)}
    if risk:
        view["risk"] = {"identifiers": _identifiers(file)}
    return view


def _shown(file: FileReport, show_all: bool) -> Sequence[Finding]:
    """The findings in order; what is lawful to publish stands among ``file.filtered`` and belongs to them with ``--all``."""
    lawful = [f for f in file.filtered if not f.filtered_by] if show_all else []
    if not lawful:
        return file.findings
    return sorted([*file.findings, *lawful], key=lambda f: (f.member or "", f.location.page or 0, f.start))


def _error(file: FileReport, cover: Cover) -> dict[str, Any] | None:
    if file.error is None:
        return None
    params = {name: cover.path(value) if isinstance(value, str) else value for name, value in file.error.params.items() if _is_plain(value)}
    return {"code": file.error.code, "message": cover.path(file.error.message), "params": params}


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, str | int | float)


def _finding(finding: Finding, cover: Cover, show_value: bool) -> dict[str, Any]:
    view: dict[str, Any] = {
        "fingerprint": finding.fingerprint,
        "entity": finding.entity,
        "category": finding.category,
        "action": finding.action,
        "severity": finding.severity,
        "score": round(finding.score, 2),
        "detector": finding.detector,
        "member": None if finding.member is None else cover.path(finding.member),
        "start": finding.start,
        "end": finding.end,
        "preview": clean(finding.preview),
        "location": _location(finding.location, cover),
        "locations": [_location(location, cover) for location in finding.locations],
        "reasons": [clean(reason) for reason in finding.reasons],
    }
    view["end_line"], view["end_column"] = _end(finding)
    view["gate"] = gate(finding.entity, finding.category)
    endangered = indicator(finding.entity, finding.severity)
    if endangered:
        view["indicator"] = endangered
    if finding.suggestion:
        view["suggestion"] = clean(finding.suggestion)
    if show_value:
        view["value"] = clean(finding.value)
    return view


def _location(location: Location, cover: Cover) -> dict[str, Any]:
    return {
        **location._asdict(),
        "part": None if location.part is None else cover(location.part),
        "cell": None if location.cell is None else cover.cell(location.cell),
        "attribute": None if location.attribute is None else cover(location.attribute),
        "boxes": None if location.boxes is None else [list(box) for box in location.boxes],
    }


def _end(finding: Finding) -> tuple[int | None, int | None]:
    """The line and column behind the last character; None where the kind of document counts no lines."""
    line, column = finding.location.line, finding.location.column
    if line is None or column is None or not finding.value:
        return None, None
    breaks = finding.value.count("\n")
    if breaks:
        return line + breaks, len(finding.value) - finding.value.rfind("\n")
    return line, column + len(finding.value)


def _identifiers(file: FileReport) -> dict[str, int]:
    """How often each kind of identifying value stands in a file; what is lawful to publish does not count."""
    return _count((f.entity, 1) for f in file.findings if f.category == "private" and f.action != "allow")
