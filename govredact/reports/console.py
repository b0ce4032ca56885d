"""The report for a person at a terminal: findings grouped by file, a summary, and what to do next."""

from __future__ import annotations

from itertools import chain

from govredact.reports.places import for_people
from govredact.reports.risk_lines import risk_lines
from govredact.reports.summary import summary_lines
from govredact.reports.terminal import pad, paint, printable, shorten, width
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from govredact.reports.style import Style

ACTION_COLOURS = {"block": "bold red", "review": "yellow", "mask": "red", "note": "cyan", "allow": "green"}
_INDENT = "  "
# More findings than this are made twice instead of being kept until the columns are known.
_KEPT = 5_000


def pieces(view: dict[str, Any], style: Style) -> Iterator[str]:
    """Everything that a person needs to decide, in the language and width of ``style``."""
    for line in _lines(view, style):
        yield f"{line}\n"


def _lines(view: dict[str, Any], style: Style) -> Iterator[str]:
    for file in view["files"]:
        if file["status"] != "skipped":
            yield from _file(file, style)
    if "risk" in view:
        yield from risk_lines(view["risk"], style)
    if not style.quiet:
        yield from _skipped(view, style)
        yield from summary_lines(view, style)


def _file(file: dict[str, Any], style: Style) -> Iterator[str]:
    """The lines of one file under its name; none for one of which there is nothing to say."""
    named = False
    for line in _body(file, style):
        if not named:
            yield paint(printable(file["path"]), "bold", style.colour)
            named = True
        yield line
    if named:
        yield ""


def _body(file: dict[str, Any], style: Style) -> Iterator[str]:
    yield from _findings(file, style)
    yield from _coverage(file, style)
    if style.mode == "scan" and file.get("genre", {}).get("policy"):
        yield _INDENT + _genre(file["genre"], style)
    if "risk" in file:
        yield _INDENT + _risk(file["risk"]["identifiers"], style)
    if "masked" in file or "corrected" in file:
        yield _INDENT + paint(_copied(file, style), "green", style.colour)
    if file["error"]:
        yield _INDENT + _error(file, style)


def _findings(file: dict[str, Any], style: Style) -> Iterator[str]:
    findings = file["findings"], file.get("filtered", ())
    if sum(map(len, findings)) <= _KEPT:
        findings = list(findings[0]), list(findings[1])
    columns: list[int] = []
    for finding in chain(*findings):
        widths = list(map(width, _row(finding, style)))
        columns = list(map(max, columns, widths)) if columns else widths
    for finding in chain(*findings):
        cells = [pad(cell, columns[index]) for index, cell in enumerate(_row(finding, style))]
        cells[1] = paint(cells[1], ACTION_COLOURS[finding["action"]], style.colour)
        yield _INDENT + "  ".join(cells).rstrip()
        yield from _details(finding, style)


def _row(finding: dict[str, Any], style: Style) -> tuple[str, ...]:
    """Place, action, severity, entity, preview. A long place is cut to half of the width."""
    texts = style.texts
    return (
        shorten(printable(for_people(finding, texts)), max(12, style.width // 2)),
        texts(f"report.action.{finding['action']}"),
        texts(f"report.severity.{finding['severity']}"),
        texts.entity(finding["entity"]),
        printable(finding.get("value", finding["preview"])),
    )


def _details(finding: dict[str, Any], style: Style) -> Iterator[str]:
    texts = style.texts
    details = []
    if "suggestion" in finding:
        details.append(texts("report.suggestion", suggestion=finding["suggestion"]))
    if "filtered_by" in finding:
        by = finding["filtered_by"]
        details.append(texts("report.filtered", by=texts.find("report", f"filtered_by.{by.partition(':')[0]}") or by))
    if style.explain:
        details += _gate(finding, style)
        reasons = texts("report.separator").join(map(texts.reason, finding["reasons"]))
        details += [texts("report.explain", reasons=reasons)] if reasons else []
        details.append(texts("report.score", score=f"{finding['score']:.2f}"))
    for detail in details:
        yield _INDENT * 3 + paint(printable(detail), "dim", style.colour)


def _gate(finding: dict[str, Any], style: Style) -> Iterator[str]:
    texts = style.texts
    if finding["gate"]:
        yield texts("report.gate", gate=texts(f"report.gate.{finding['gate']}"))
    if "indicator" in finding:
        yield texts("report.indicator", indicator=texts(f"report.indicator.{finding['indicator']}"))


def _coverage(file: dict[str, Any], style: Style) -> Iterator[str]:
    for gap in file["coverage"]["unscanned"]:
        reason = style.texts.find("gaps", gap["reason"]) or gap["reason"]
        line = style.texts("report.gap.blocking" if gap["blocking"] else "report.gap.listed", place=gap["place"], reason=reason)
        if gap["blocking"] or not style.quiet:
            yield _INDENT + paint(printable(line), "yellow" if gap["blocking"] else "dim", style.colour)


def _genre(genre: dict[str, Any], style: Style) -> str:
    """The policy to look at, and which words of the document speak for it."""
    words = style.texts("report.separator").join(dict.fromkeys(evidence.partition(":")[2] for evidence in genre["evidence"]))
    return style.texts("report.genre", policy=genre["policy"], words=words)


def _risk(identifiers: dict[str, int], style: Style) -> str:
    texts = style.texts
    if not identifiers:
        return texts("report.risk.none")
    kinds = [texts("report.risk.kind", entity=texts.entity(name), count=count) for name, count in identifiers.items()]
    return texts("report.risk", kinds=texts("report.separator").join(kinds))


def _copied(file: dict[str, Any], style: Style) -> str:
    kind = "masked" if "masked" in file else "corrected"
    copy = file[kind]
    if style.mode.endswith("_in_place"):
        return style.texts(f"report.{kind}_in_place", decisions=copy["decisions"])
    return style.texts(f"report.{kind}", path=printable(copy["path"]), decisions=copy["decisions"])


def _error(file: dict[str, Any], style: Style) -> str:
    error = file["error"]
    line = style.texts.error(error["code"], error["message"], error["params"])
    key = "not_masked" if file["status"] == "scanned" else "unreadable"
    return paint(printable(style.texts(f"report.{key}", error=line)), "yellow", style.colour)


def _skipped(view: dict[str, Any], style: Style) -> list[str]:
    files = [file for file in view["files"] if file["status"] == "skipped"]
    if not files:
        return []
    lines = [f"{_INDENT}{file['path']} ({style.texts.error(file['error']['code'], '', {})})" for file in files]
    return [paint(printable(line), "dim", style.colour) for line in (style.texts("report.skipped"), *lines)] + [""]
