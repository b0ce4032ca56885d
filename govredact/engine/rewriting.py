"""Writes one file anew: the edits and the clean-up of each document, embedded ones first, put back into what holds them."""

from __future__ import annotations

from govredact.engine.masking import plan_masking
from govredact.engine.observed import ObservedPassage, is_cleaned
from govredact.models import Decision
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govredact.engine.examine import Examined, Unit
    from govredact.engine.findings import Reported
    from govredact.engine.found import Found
    from govredact.engine.masking import Change

    Cleaning = Callable[[str], str]


def to_clean(examined: Examined, cleaning: Cleaning) -> list[Found]:
    """What the clean-up list takes out of the file and its members, whether or not it is reported."""
    return [found for unit in examined.units for found in unit.found.beyond if is_cleaned(found, cleaning)]


def is_pending(examined: Examined, cleaning: Cleaning) -> bool:
    """Whether a document has to be written anew for another reason: a page that cannot be read and becomes a picture."""
    return any(unit.document.pending(cleaning) for unit in examined.units)


def rewrite(examined: Examined, chosen: list[Reported], change: Change, cleaning: Cleaning) -> tuple[bytes, list[Decision]]:
    """The bytes of the file with ``chosen`` changed and cleaned up, and one decision for each change.

    Raises MaskingUnsupportedError where a document that must change cannot be written.
    """
    decisions: list[Decision] = []
    touched: set[int] = set()
    data = examined.units[0].document.data
    for number in range(len(examined.units) - 1, -1, -1):
        unit = examined.units[number]
        mine = [item for item in chosen if item.unit is unit]
        cleaned = [found for found in unit.found.beyond if is_cleaned(found, cleaning)]
        if not mine and not cleaned and number not in touched and not unit.document.pending(cleaning):
            continue
        masking = plan_masking(mine, change)
        decisions += [*masking.decisions, *_decisions(cleaned, cleaning), *_signatures(unit)]
        written = unit.document.write_clean(masking.edits, cleaning)
        if number:
            examined.units[unit.parent].document.replace_member(unit.inner, written)
            touched.add(unit.parent)
        else:
            data = written
    return data, decisions


def _decisions(cleaned: list[Found], cleaning: Cleaning) -> Iterator[Decision]:
    for found in cleaned:
        passage = found.passage
        if isinstance(passage, ObservedPassage):
            observation = passage.observation
            yield Decision(found.candidate.entity, cleaning(observation.cleaning), observation.location, found.start, found.end)


def _signatures(unit: Unit) -> Iterator[Decision]:
    """A signature no longer fits a document that was changed, and goes whatever the policy says."""
    for found in unit.found.beyond:
        passage = found.passage
        if isinstance(passage, ObservedPassage) and passage.observation.kind == "signature":
            yield Decision(found.candidate.entity, "remove", passage.observation.location, found.start, found.end)
