"""One finding a line, ``path:line:column: severity action ENTITY preview [reasons]``, as editors and grep understand it.

The words are codes, the same in every language.
"""

from __future__ import annotations

from govredact.reports.places import for_machines
from govredact.reports.terminal import printable
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from govredact.reports.style import Style


def pieces(view: dict[str, Any], style: Style) -> Iterator[str]:
    """All findings, then what could not be read, file by file; nothing at all for a clean run."""
    for file in view["files"]:
        for line in _lines(file, style):
            yield f"{printable(line)}\n"


def _lines(file: dict[str, Any], style: Style) -> Iterator[str]:
    path = file["path"]
    for finding in file["findings"]:
        yield f"{path}:{_finding(finding, style)}"
    for finding in file.get("filtered", ()):
        yield f"{path}:{_finding(finding, style)} filtered={finding['filtered_by']}"
    for gap in file["coverage"]["unscanned"]:
        if gap["blocking"]:
            yield f"{path}: unscanned {gap['reason']} {gap['place']}"
    if file["error"] and not (style.quiet and file["status"] == "skipped"):
        yield f"{path}: {file['status']} {file['error']['code']}"


def _finding(finding: dict[str, Any], style: Style) -> str:
    place = for_machines(finding)
    if finding["member"]:
        place = f"{finding['member']}:{place}"
    shown = finding.get("value", finding["preview"])
    line = f"{place}: {finding['severity']} {finding['action']} {finding['entity']} {shown}"
    return f"{line} [{','.join(finding['reasons'])}]" if style.explain and finding["reasons"] else line
