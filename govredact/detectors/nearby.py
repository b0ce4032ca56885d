"""What stands near a value: the label that governs it and the words before that, the line it is on."""

from __future__ import annotations

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from govredact.context.scan import Scan
    from govredact.lexicon import Hit

_FARTHEST = 40


def last_label(scan: Scan, position: int) -> Hit | None:
    """The last label hit that ends at or before ``position``, at most 40 characters away; None where there is none."""
    last = None
    for hit in scan.labels_between(max(0, position - _FARTHEST), position):
        if hit.end <= position:
            last = hit
    return last


def precedes_label(scan: Scan, position: int, words: re.Pattern[str]) -> bool:
    """Whether ``words`` (a pattern that ends in ``$``) match in or right before the label that governs ``position``."""
    hit = last_label(scan, position)
    return hit is not None and words.search(scan.text, max(0, hit.start - 8), hit.end) is not None


def line_near(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """The part of the line of ``[start, end)`` that is at most ``reach`` characters away; lines can be megabytes long."""
    first, last = max(0, start - reach), min(len(text), end + reach)
    before, after = text.rfind("\n", first, start), text.find("\n", end, last)
    return before + 1 if before >= 0 else first, after if after >= 0 else last
