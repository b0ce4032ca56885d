"""Workflow commands that GitHub shows as annotations on the changed lines.

Syntax: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from govredact.reports.places import for_machines
from govredact.reports.terminal import printable
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from govredact.reports.style import Style

LEVELS = {"critical": "error", "high": "error", "medium": "warning", "low": "notice"}


def pieces(view: dict[str, Any], _style: Style) -> Iterator[str]:
    """One command for each finding, each blocking gap and each file that could not be read."""
    for file in view["files"]:
        for command in _commands(file):
            yield f"{command}\n"


def _commands(file: dict[str, Any]) -> Iterator[str]:
    path = file["path"]
    for finding in file["findings"]:
        yield _finding(path, finding)
    for gap in file["coverage"]["unscanned"]:
        if gap["blocking"]:
            yield _command("error", {"file": path, "title": "unscanned"}, f"{gap['place']}: {gap['reason']}")
    if file["error"] and file["status"] != "skipped":
        yield _command("error", {"file": path, "title": file["error"]["code"]}, file["error"]["message"])


def _finding(path: str, finding: dict[str, Any]) -> str:
    properties: dict[str, object] = {"file": path}
    location = finding["location"]
    if location["line"] is not None:
        properties.update(line=location["line"], col=location["column"])
        if finding["end_line"] is not None:
            properties.update(endLine=finding["end_line"], endColumn=finding["end_column"])
    properties["title"] = finding["entity"]
    member = f"{finding['member']} " if finding["member"] else ""
    shown = finding.get("value", finding["preview"])
    message = f"{finding['action']} {finding['severity']} {member}{for_machines(finding)} {shown}"
    return _command(LEVELS[finding["severity"]], properties, message)


def _command(level: str, properties: dict[str, object], message: str) -> str:
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{level} {listed}::{_data(printable(message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
