"""Which values must be gone from a masked copy, and where any of them still is."""

from __future__ import annotations

from govredact.engine.masking import is_observed
from govredact.residue import Secrets, residues_in, significant
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.engine.examine import Examined
    from govredact.engine.findings import Reported
    from govredact.engine.found import Found
    from govredact.engine.masking import Sorted
    from govredact.models import Location

# Parts of a date, a name or a short mark stand elsewhere lawfully; they are proved by position and second detection.
_BY_POSITION = frozenset({"BIRTH_DATE", "PERSON", "WEAK_MASK", "HEALTH_FACT", "SPECIAL_STATUS", "HOME_ADDRESS"})


def values(found: Sorted, chosen: list[Reported]) -> tuple[set[str], set[str]]:
    """The values that must be gone, and those kept on purpose (allow, review, inline ignore), which are exempt."""
    masked = {id(item.found) for item in chosen}
    read = [item for item in found.possible if not is_observed(item.found)]
    gone = {
        item.found.value
        for item in read
        if id(item.found) in masked and item.found.candidate.entity not in _BY_POSITION and not is_name(item.found)
    }
    kept = found.kept | {item.found.value for item in read if id(item.found) not in masked}
    forms = {significant(value) for value in gone}
    exempt = {form for value in kept if (form := significant(value)) in forms}
    return {value for value in gone if significant(value) not in exempt}, kept


def is_name(found: Found) -> bool:
    """Whether it stands in the file's name, which a new name masks and no edit."""
    return "file_name" in found.passage.traits(found.start)


def residues(copy: Examined, gone: set[str], thorough: bool) -> list[Location]:
    """Places of ``copy`` that hold one of the values ``gone``.

    ``thorough`` also looks for the digits of long numbers with everything between them left out, across cells and lines.
    """
    secrets = Secrets(gone)
    if not secrets:
        return []
    places: list[Location] = []
    for unit in copy.units:
        for passage in unit.passages:
            if "file_name" not in passage.traits(0):
                places.extend(passage.locate(start, end) for start, end in residues_in(secrets, passage, thorough))
        # What the reader overlooked is not in its passages: the stored bytes are read once more by other means.
        for passage in unit.document.raw():
            places.extend(passage.locate(start, end) for start, end in secrets.plain_spans(passage.text))
    return places
