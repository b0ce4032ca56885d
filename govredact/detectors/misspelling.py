"""错别字: words of the lists of misspellings (lexicons/typos.tsv, users' own), where the right word reads better in their place.

The list only says what people confuse; 产生量大 holds 量大, a slip for 重大, and is right. Segmentation compares both readings of the
sentence, so that a hit costs something and text without hits nothing.
"""

from __future__ import annotations

from govredact.detectors.base import Detector, Example
from govredact.models import Candidate
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.context.scan import Scan
    from govredact.lexicon import Hit

# How much likelier the right word must be, as a difference of logarithms, by the length of the wrong one: long ones do not arise by
# chance. Set so that neither rules nor news hold more than one such place in 100,000 characters.
_LEAST = {1: 9.0, 2: 6.3, 3: 4.8}
_LEAST_LONG = 3.8


def find(scan: Scan) -> Iterable[Candidate]:
    """The hits of the lists of misspellings that are confirmed; the suggestion is the text that belongs in their place."""
    for hit in scan.keywords:
        entry = hit.entry
        if entry.entity == "TYPO" and _is_confirmed(scan, hit):
            reasons = (f"lexicon:{entry.lexicon}", *(("likelier",) if entry.boundary == "likelier" else ()))
            yield Candidate(
                hit.start,
                hit.end,
                "TYPO",
                0.9,
                reasons,
                "misspelling",
                action=entry.action,
                severity=entry.severity,
                suggestion=entry.suggestion,
            )


def _is_confirmed(scan: Scan, hit: Hit) -> bool:
    settings, entry = scan.settings, hit.entry
    if entry.boundary == "word":
        return settings.is_word is None or settings.is_word(scan.text, hit.start, hit.end)
    if entry.boundary == "likelier":
        least = _LEAST.get(hit.end - hit.start, _LEAST_LONG)
        return settings.gain is None or settings.gain(scan.text, hit.start, hit.end, entry.suggestion) >= least
    return True


DETECTOR = Detector(
    name="misspelling",
    entities=("TYPO",),
    source="国办秘函〔2019〕19号 (严重表述错误); lexicons/typos.tsv",
    on_passage=find,
    found=(
        Example("各部门要认真布署防汛工作", "布署"),
        Example("经领导小姐研究决定", "领导小姐"),
        Example("由市人民攻府负责解释", "攻府"),
    ),
    clean=("固体废物产生量大", "他负责任地说", "年经济增长率"),
)
