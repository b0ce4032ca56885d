"""The values that labels of some fields govern, in running text, in tables that text draws, and in documents that know their cells."""

from __future__ import annotations

from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.context.runs import Evidence
    from govredact.context.scan import Scan

_CELL = lazy.compile("[^\t\n]+")
# A value of words goes on over 、 and spaces: 高血压、糖尿病.
_WORDS = lazy.compile('[^\t\n，,；;。|"“”（）()<>]{1,60}')


def labelled(scan: Scan, fields: frozenset[str]) -> Iterator[tuple[int, int, Evidence]]:
    """[start, end) and label of each value, stripped; the cells below a header, or what follows a label up to the next delimiter."""
    hits = [hit for hit in scan.labels if hit.entry.field in fields]
    if not hits:
        return
    done: set[int] = set()
    if not scan.is_plain:
        for start, end, evidence in _cells(scan, hits[0].end):
            # Right of a label stands its value, or the next header.
            is_header = evidence.via == "left" and any(True for _ in scan.labels_between(start, end))
            if evidence.field in fields and evidence.via in ("column", "left") and not is_header:
                done.add(start)
                yield start, end, evidence
    for hit in hits:
        for value in scan.values(hit):
            if value.start not in done:
                done.add(value.start)
                end = value.end if value.evidence.via == "column" else _end(scan, value.start)
                yield value.start, end, value.evidence


def _cells(scan: Scan, first: int) -> Iterator[tuple[int, int, Evidence]]:
    for cell in _CELL.finditer(scan.text, first):
        yield *cell.span(), scan.evidence(*cell.span())


def _end(scan: Scan, start: int) -> int:
    words = _WORDS.match(scan.text, start)
    end = words.end() if words else start
    following = next(scan.labels_between(start, end), None)
    if following is not None and following.start > start and scan.text[following.start - 1] in " \u3000":
        end = following.start
    while end > start and scan.text[end - 1] in " \u3000*`'":
        end -= 1
    return end
