"""Where the label stands that governs a value, and what is written before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
