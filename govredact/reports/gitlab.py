"""GitLab's Code Quality report. Form: https://docs.gitlab.com/ci/testing/code_quality/ (a list of issues)."""

from __future__ import annotations

from govredact.reports import json_text
from govredact.reports.fingerprints import Fingerprints
from govredact.reports.places import for_machines, line_and_column
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from govredact.reports.style import Style

SEVERITIES = {"low": "minor", "medium": "major", "high": "critical", "critical": "blocker"}


def pieces(view: dict[str, Any], style: Style) -> Iterator[str]:
    """A JSON list with one issue for each finding and each file that could not be read."""
    yield from json_text.pieces(_issues(view), style.ascii_only)
    yield "\n"


def _issues(view: dict[str, Any]) -> Iterator[dict[str, Any]]:
    prints = Fingerprints()
    for file in view["files"]:
        path = file["path"]
        for finding in file["findings"]:
            yield _issue(path, finding, prints.of_finding(path, finding))
        if file["status"] == "unreadable":
            yield _unreadable(file, prints.of_parts(path, file["error"]["code"]))


def _issue(path: str, finding: dict[str, Any], fingerprint: str) -> dict[str, Any]:
    shown = finding.get("value", finding["preview"])
    member = f"{finding['member']} " if finding["member"] else ""
    return {
        "description": f"{finding['action']} {finding['entity']} {member}{for_machines(finding)} {shown}",
        "check_name": finding["entity"],
        "fingerprint": fingerprint,
        "severity": SEVERITIES[finding["severity"]],
        "location": {"path": path, "lines": {"begin": line_and_column(finding)[0]}},
    }


def _unreadable(file: dict[str, Any], fingerprint: str) -> dict[str, Any]:
    return {
        "description": f"{file['error']['code']}: {file['error']['message']}",
        "check_name": "unreadable",
        "fingerprint": fingerprint,
        "severity": "blocker",
        "location": {"path": file["path"], "lines": {"begin": 1}},
    }
