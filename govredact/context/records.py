"""The record that a position belongs to: a row of a table, else a sentence. What stands in one record is about one matter."""

from __future__ import annotations

from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.context.scan import Scan

_ENDS = lazy.compile("[。！？；!?\n]")
# Longer sentences are cut: nothing that far away is about the same person.
FARTHEST = 300


def record(scan: Scan, position: int) -> tuple[int, int]:
    """[start, end) of the row or sentence around ``position``, in code points of ``scan.text``; at most ``FARTHEST`` to either side."""
    line = scan.line(position)
    # Rows of a workbook leave out empty cells, so that they need not be a block of equal lines.
    if scan.tables.block(position) is not None or scan.is_tabbed(position):
        return line
    return _sentence(scan.text, position, *line)


def _sentence(text: str, position: int, first: int, last: int) -> tuple[int, int]:
    first, last = max(first, position - FARTHEST), min(last, position + FARTHEST)
    for end in _ENDS.finditer(text, first, position):
        first = end.end()
    following = _ENDS.search(text, position, last)
    return first, following.start() if following else last
