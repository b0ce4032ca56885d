"""Whose address it is: a home, an office or another public place, or undecided. Looks at what leads in to it, at what stands in it,
at whom the sentence or the row is about, and at the scene.

An exact place that is tied to a person is for review even where nobody lives there: it is part of the person's whereabouts
(个人信息保护法 art. 28: 行踪轨迹).
"""

from __future__ import annotations

from govredact.addresses import cues
from govredact.addresses.elements import BUILDING, ESTATE, NUMBER, ORGAN, VILLAGE
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govredact.addresses.elements import Token
    from govredact.context.scan import Scan

HOME, OFFICE, UNKNOWN = "home", "office", ""
_REACH = 90
_LEAD = 10
_HEADER_ROWS = 2
# A line with such a number, or with a cell that is one, holds data.
_DATA = lazy.compile("[0-9]{5}|(?:^|[\t|,])[ ]*[0-9.]+[ ]*(?:[\t|,]|$)", lazy.MULTILINE)
_KINDS = {"person": HOME, "anybody": HOME, "org": OFFICE, "told": OFFICE, "": UNKNOWN}
_SENTENCE = lazy.compile("[。！？!?]")


class Owner(NamedTuple):
    """``kind`` is HOME, OFFICE or UNKNOWN; ``person`` whether the sentence or row is about one; ``why`` are reasons for the report."""

    kind: str
    person: bool
    why: tuple[str, ...]


def owner(scan: Scan, start: int, end: int, tokens: Sequence[Token]) -> Owner:
    """Whose the address at ``[start, end)`` (code points of ``scan.text``) with these ``tokens`` is, as far as words around it and in it
    tell."""
    text = scan.text
    if cues.HOME_LEAD.search(text, max(0, start - _LEAD), start):
        return Owner(HOME, True, ("lives_at",))
    inside = nature(text, start, end, tokens)
    if inside != OFFICE and cues.HOME_TAIL.match(text, end):
        return Owner(HOME, True, ("home_after",))
    if cues.BUSINESS_TAIL.match(text, end) or cues.SENT_TO.search(text, max(0, start - _LEAD), start):
        return Owner(OFFICE, False, ("office_beside",))
    if inside == HOME and cues.DWELLING_LEAD.search(text, max(0, start - _LEAD), start):
        return Owner(UNKNOWN, True, ("unit_depth",))
    named = _subject(scan, start, end)
    subject = _KINDS[named]
    if named == "anybody":
        return _anybodys(scan, start, end, inside)
    if subject == HOME:
        return Owner(HOME, True, ("subject_person", "unit_depth")) if inside == HOME else Owner(UNKNOWN, True, ("subject_person",))
    if cues.OFFICE_LEAD.search(text, max(0, start - _LEAD), start) or cues.OFFICE_TAIL.match(text, end):
        return Owner(OFFICE, False, ("office_beside",))
    if named == "told" and inside == HOME:
        return Owner(UNKNOWN, True, ("unit_depth",))
    if subject == OFFICE:
        return Owner(OFFICE, False, ("subject_office",))
    if inside == OFFICE:
        return Owner(OFFICE, False, ("office_inside",))
    if cues.PLACE_TAIL.match(text, end) or is_scene(scan, start, end):
        return Owner(OFFICE, False, ("public_scene",))
    return Owner(UNKNOWN, False, ("unit_depth",) if inside == HOME else ())


def _anybodys(scan: Scan, start: int, end: int, inside: str) -> Owner:
    """Whose an address is in a sentence about residents, pupils or citizens: hardly that of one of them."""
    if inside == OFFICE:
        return Owner(OFFICE, False, ("office_inside",))
    text = scan.text
    if cues.OFFICE_LEAD.search(text, max(0, start - _LEAD), start) or cues.OFFICE_TAIL.match(text, end):
        return Owner(OFFICE, False, ("office_beside",))
    if cues.PLACE_TAIL.match(text, end) or is_scene(scan, start, end):
        return Owner(OFFICE, False, ("public_scene",))
    return Owner(UNKNOWN, True, ("subject_person", "unit_depth") if inside == HOME else ("subject_person",))


def is_scene(scan: Scan, start: int, end: int) -> bool:
    """Whether the row or sentence is about works, parcels, events or nature, whose places are nobody's."""
    return cues.SCENE.search(scan.text, *_around(scan, start, end)) is not None


def nature(text: str, start: int, end: int, tokens: Sequence[Token]) -> str:
    """What the address itself says: HOME for homely words, an estate or unit depth, OFFICE for an organisation or a floor in a building."""
    if cues.RANGE.search(text, start, end):
        return OFFICE
    if cues.HOMELY.search(text, start, end):
        return HOME
    kinds = {token.kind for token in tokens}
    if ORGAN in kinds or cues.ORGAN.search(text, start, end):
        return OFFICE
    if BUILDING in kinds and ESTATE not in kinds:
        return OFFICE
    if ESTATE in kinds or cues.UNIT.search(text, start, end) or (VILLAGE in kinds and NUMBER in kinds):
        return HOME
    return UNKNOWN


def is_deep(text: str, start: int, end: int) -> bool:
    """Whether the address has what homes have and offices hardly do: an estate with units, a village group, rooms below a unit."""
    return cues.HOMELY.search(text, start, end) is not None or cues.DEEP.search(text, start, end) is not None


def has_rooms(text: str, start: int, end: int) -> bool:
    """Whether it names a flat or a room, which of a building that belongs to somebody is where people live."""
    return is_deep(text, start, end) or cues.UNIT.search(text, start, end) is not None


def has_person_prefix(text: str, label: int) -> bool:
    """Whether the word before the label that begins at ``label`` is one for a person (租客登记地址)."""
    return cues.PERSON_PREFIX.search(text, max(0, label - 8), label) is not None


def has_office_prefix(text: str, label: int) -> bool:
    """Whether the label that begins at ``label`` is that of an organisation's or event's place by the word before it."""
    return cues.OFFICE_PREFIX.search(text, max(0, label - 8), label) is not None


def about(scan: Scan, start: int, end: int, beyond: bool = False) -> str:
    """Whom the row or sentence is about: HOME for a person, OFFICE for an organisation; a table's header decides, else the
    word nearest before the address.

    ``beyond``: if it says nothing, what stands before the sentence counts (监督电话：12345。地址：…).
    """
    return _KINDS[_subject(scan, start, end, beyond)]


def _subject(scan: Scan, start: int, end: int, beyond: bool = False) -> str:
    """The group of ``cues.SUBJECT`` that ``about`` goes by; "" for none."""
    first, last = _around(scan, start, end)
    header = _header(scan, start)
    if header[0] < header[1] and _is_firms_row(scan, start):
        return "org"
    found = _kind(scan, *header) or ("org" if cues.SCENE.search(scan.text, *header) else "")
    found = found or _last_kind(scan, first, start) or _kind(scan, end, last)
    if not found and beyond:
        found = _last_kind(scan, max(0, start - _REACH), first)
    return found


def _last_kind(scan: Scan, start: int, end: int) -> str:
    found, reach = "", -1
    for match in cues.SUBJECT.finditer(scan.text, start, end):
        if match[0][0] != "某" or found != "org" or match.start() - reach > cues.NAMED_BY_ORG:
            found = match.lastgroup or ""
        reach = match.end()
    return found


def _is_firms_row(scan: Scan, position: int) -> bool:
    """Whether the first cell with words in the row around ``position`` names an organisation, whatever the header asks for."""
    block = scan.tables.block(position)
    cells = scan.tables.row(block, scan.line(position)[0]) if block else []
    name = next((cell for cell in cells if cell[0] < cell[1] and not scan.text[cell[0] : cell[1]].isascii()), None)
    return name is not None and name[1] <= position and cues.FIRM_CELL.fullmatch(scan.text, *name) is not None


def _kind(scan: Scan, start: int, end: int) -> str:
    match = cues.SUBJECT.search(scan.text, start, end)
    return match.lastgroup or "" if match else ""


def _header(scan: Scan, position: int) -> tuple[int, int]:
    """The first lines of the table that ``position`` lies in, as far as they stand above it; an empty span outside tables."""
    block = scan.tables.block(position)
    if block is None:
        return position, position
    last = block.start
    for row in scan.tables.top_rows(block)[:_HEADER_ROWS]:
        line = scan.line(row)
        if row >= position or _DATA.search(scan.text, *line):
            break
        last = line[1]
    return block.start, min(last, scan.line(position)[0])


def _around(scan: Scan, start: int, end: int) -> tuple[int, int]:
    """The row, or the sentence with the lines above that tell of the same party; at most ``_REACH`` characters to either side."""
    text = scan.text
    if scan.tables.block(start) is not None:
        return scan.line(start)
    first, last = max(0, start - _REACH), min(len(text), end + _REACH)
    for match in _SENTENCE.finditer(text, first, start):
        first = match.end()
    following = _SENTENCE.search(text, end, last)
    last = following.start() if following else last
    line_end = text.find("\n", end, last)
    return first, line_end if line_end >= 0 else last
