"""JUnit XML for build servers: a suite for each file, a failing test for each finding, one passing test for a clean file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from govredact.reports.places import for_machines

if TYPE_CHECKING:
    from govredact.reports.style import Style

# What XML 1.0 does not allow, even as a character reference.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def render(view: dict[str, Any], _style: Style) -> str:
    """The report as XML in UTF-8; skipped files count as skipped, unreadable ones as errors."""
    suites = [_suite(file) for file in view["files"]]
    totals = [sum(count) for count in zip(*(counts for counts, _ in suites), strict=True)] or [0, 0, 0, 0]
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="govredact" {_counts(totals)}>\n'
    return head + "".join(text for _, text in suites) + "</testsuites>\n"


def _suite(file: dict[str, Any]) -> tuple[tuple[int, int, int, int], str]:
    """The counts (tests, failures, errors, skipped) and the text of one file's suite."""
    cases = [_failure(file, finding) for finding in file["findings"]]
    gaps = [gap for gap in file["coverage"]["unscanned"] if gap["blocking"]]
    cases += [_case(file, "coverage", _result("error", gap["reason"], gap["place"])) for gap in gaps]
    errors, skipped = len(gaps), 0
    if file["error"] and file["status"] == "skipped":
        skipped = 1
        cases.append(_case(file, "scan", f"<skipped message={_quoted(file['error']['code'])}/>"))
    elif file["error"]:
        errors += 1
        cases.append(_case(file, "scan", _result("error", file["error"]["code"], file["error"]["message"])))
    if not cases:
        cases.append(_case(file, "scan", ""))
    counts = (len(cases), len(file["findings"]), errors, skipped)
    return counts, f"  <testsuite name={_quoted(file['path'])} {_counts(counts)}>\n{''.join(cases)}  </testsuite>\n"


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


def _counts(counts: tuple[int, int, int, int] | list[int]) -> str:
    return 'tests="{}" failures="{}" errors="{}" skipped="{}"'.format(*counts)


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    text = _ILLEGAL.sub("\ufffd", text)
    return "".join(_ESCAPES.get(character, character) for character in text)
