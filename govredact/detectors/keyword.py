"""词表命中: what a keyword list says, confirmed by segmentation where the list asks for it (路口交通 holds no bad word)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govredact.detectors.base import Detector
from govredact.models import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.context.scan import Scan
    from govredact.lexicon import Entry, Hit

# Words that say something only in company: beside a person (personal_fact), in the account of an event (approval_trigger), among other
# signs of a rewritten page (page_hijack; a user's own word for such a page stands for itself).
EVIDENCE = frozenset({"HEALTH_FACT", "SPECIAL_STATUS", "APPROVAL_TRIGGER", "PAGE_HIJACK"})


def find(scan: Scan) -> Iterable[Candidate]:
    """One candidate for each confirmed hit; entity, category, severity and action are the entry's."""
    for hit in scan.keywords:
        if _is_evidence(hit.entry):
            continue
        if hit.entry.boundary != "word" or _is_word(scan, hit):
            entry = hit.entry
            score = 0.95 if scan.text[hit.start : hit.end] == entry.text else 0.85
            yield Candidate(
                hit.start,
                hit.end,
                entry.entity or "KEYWORD",
                score,
                (f"lexicon:{entry.lexicon}", *(("variant",) if score < 0.95 else ())),
                "keyword",
                action=entry.action,
                severity=entry.severity,
                category=entry.category,
                suggestion=entry.suggestion,
            )


def _is_evidence(entry: Entry) -> bool:
    return entry.entity in EVIDENCE and (entry.entity != "PAGE_HIJACK" or entry.layer == "shipped")


def _is_word(scan: Scan, hit: Hit) -> bool:
    confirm = scan.settings.is_word
    return confirm is None or confirm(scan.text, hit.start, hit.end)


DETECTOR = Detector(
    name="keyword",
    entities=("KEYWORD",),
    source="The lists that are loaded (govredact list lexicons)",
    on_passage=find,
    found=(),
    clean=("本市开展禁毒宣传", "关于召开工作会议的通知"),
)
