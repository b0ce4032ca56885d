"""What the files of one run tell together about a person: rows with many values, the same person in several files, masks that add up.

A mask of first 6 + last 4 and one of the first 14 leave a person each in the dark and, side by side, nobody (DOMAIN section 3). Values are
compared in memory only; what is returned names places and entities and holds no value. The order is that of the files, so that it does
not depend on how many processes scanned them. Two people may bear one name: what only makes it likely that two rows are about one person
is not ``sure``, and rows that contradict each other are never joined.
"""

from __future__ import annotations

from govredact.entities import ENTITIES
from govredact.reports.risk_holders import Record, holders
from govredact.reports.risk_masks import Masks, masks
from govredact.reports.risk_persons import Person, persons
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govredact.models import FileReport, Finding, Location

__all__ = ["Masks", "Person", "Record", "Risk", "assess", "entities_of"]

_NOT_ABOUT_PEOPLE = frozenset({"FAKE_REDACTION", "HIDDEN_CONTENT", "CREDENTIAL"})


class Risk(NamedTuple):
    """Everything that gives a person away in these files."""

    rows: tuple[Record, ...]
    persons: tuple[Person, ...]
    masks: tuple[Masks, ...]


def assess(files: Sequence[FileReport], kinds: int, as_of_year: int) -> Risk:
    """The rows of ``files`` with at least ``kinds`` kinds of values, the persons in several files, and the masks that add up."""
    records = [record for number, file in enumerate(files) for record in _records(number, file)]
    rows = tuple(record for record in records if len(record.entities) >= kinds)
    people = [holder for record in records for holder in holders(record)]
    return Risk(rows, tuple(persons(people, as_of_year)), tuple(masks(people, as_of_year)))


def _records(number: int, file: FileReport) -> Iterator[Record]:
    """The records of one file in order; values that are lawful to publish (a name in an aid list) tell as much as others."""
    groups: dict[object, list[Finding]] = {}
    for finding in (*file.findings, *(f for f in file.filtered if not f.filtered_by)):
        if ENTITIES[finding.entity].category == "private" and finding.entity not in _NOT_ABOUT_PEOPLE:
            groups.setdefault((finding.member, _row(finding.location)), []).append(finding)
    for findings in groups.values():
        yield Record(number, tuple(sorted(findings, key=lambda f: f.start)))


def _row(location: Location) -> object:
    """What the values of one row or line have in common."""
    if location.cell is not None:
        row = location.cell.lstrip("'").rpartition("!")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ$")
        return location.part, location.slide, location.page, location.table, row
    if location.line is not None:
        return location.line
    top = round(location.boxes[0][1]) if location.boxes else None
    return location.part, location.page, location.slide, location.paragraph, top


def entities_of(records: Iterable[Record]) -> list[str]:
    """The kinds of values in all of ``records``."""
    return sorted({entity for record in records for entity in record.entities})
