"""JUnit XML for build servers: a suite for each file, a failing test for each finding, one passing test for a clean file."""

from __future__ import annotations

import re

from govredact.reports.places import for_machines
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from govredact.reports.style import Style

# What XML 1.0 does not allow, even as a character reference.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def pieces(view: dict[str, Any], _style: Style) -> Iterator[str]:
    """The report as XML in UTF-8; skipped files count as skipped, unreadable ones as errors."""
    totals = [sum(count) for count in zip(*map(_counted, view["files"]), strict=True)] or [0, 0, 0, 0]
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="govredact" {_counts(totals)}>\n'
    for file in view["files"]:
        yield f"  <testsuite name={_quoted(file['path'])} {_counts(_counted(file))}>\n"
        yield from _cases(file)
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _counted(file: dict[str, Any]) -> list[int]:
    """How many tests, failures, errors and skipped ones the suite of a file has."""
    failures, gaps = len(file["findings"]), len(_gaps(file))
    failed = bool(file["error"])
    skipped = failed and file["status"] == "skipped"
    return [max(1, failures + gaps + failed), failures, gaps + failed - skipped, int(skipped)]


def _cases(file: dict[str, Any]) -> Iterator[str]:
    for finding in file["findings"]:
        yield _failure(file, finding)
    gaps = _gaps(file)
    for gap in gaps:
        yield _case(file, "coverage", _result("error", gap["reason"], gap["place"]))
    if file["error"] and file["status"] == "skipped":
        yield _case(file, "scan", f"<skipped message={_quoted(file['error']['code'])}/>")
    elif file["error"]:
        yield _case(file, "scan", _result("error", file["error"]["code"], file["error"]["message"]))
    elif not gaps and not file["findings"]:
        yield _case(file, "scan", "")


def _gaps(file: dict[str, Any]) -> list[dict[str, Any]]:
    return [gap for gap in file["coverage"]["unscanned"] if gap["blocking"]]


def _failure(file: dict[str, Any], finding: dict[str, Any]) -> str:
    place = for_machines(finding)
    if finding["member"]:
        place = f"{finding['member']} {place}"
    shown = finding.get("value", finding["preview"])
    text = f"{finding['action']} {finding['severity']} {place} {shown}"
    return _case(file, f"{finding['entity']} {place}", _result("failure", finding["entity"], text))


def _case(file: dict[str, Any], name: str, result: str) -> str:
    return f"    <testcase classname={_quoted(file['path'])} name={_quoted(name)}>{result}</testcase>\n"


def _result(kind: str, message: str, text: str) -> str:
    return f"<{kind} message={_quoted(message)}>{_escaped(text)}</{kind}>"


def _counts(counts: list[int]) -> str:
    return 'tests="{}" failures="{}" errors="{}" skipped="{}"'.format(*counts)


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    text = _ILLEGAL.sub("\ufffd", text)
    return "".join(_ESCAPES.get(character, character) for character in text)
