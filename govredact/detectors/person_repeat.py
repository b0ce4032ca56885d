"""姓名 again: a name that a label, a column or a title established once is the same person's everywhere in the document."""

from __future__ import annotations

from govredact.detectors.base import CHECK, LABEL, Detector, Example
from govredact.detectors.persons import OFFICIAL, layer
from govredact.models import Candidate
from govredact.names import free, search
from govredact.text import sought
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govredact.context.whole import Page, Whole

_ENTITIES = frozenset({"PERSON", "PUBLIC_OFFICIAL"})
_ESTABLISHED = 0.64
_SCORE = 0.7
# Up to so many names are sought one by one, which needs no pattern.
_FEW = 8
# What speaks for a name because it was established elsewhere.
_LIFT = 45
# Names that begin with no surname are sought one by one.
_MOST_SOUGHT = 200
_LENGTHS = (4, 3, 2)
_STRENGTH = ("", "relative", "public_figure", "official", "party", "office", "legal_representative")


def find(whole: Whole) -> Iterator[tuple[Page, Candidate]]:
    """Where established names stand again, and roles for those that were found without one."""
    known = _established(whole)
    if not known:
        return
    for page in whole.pages:
        yield from _in_page(page, known)


def _established(whole: Whole) -> dict[str, Candidate]:
    known: dict[str, Candidate] = {}
    for page in whole.pages:
        for candidate in page.candidates:
            if candidate.entity in _ENTITIES and candidate.score >= _ESTABLISHED:
                name = "".join(page.scan.text[candidate.start : candidate.end].split())
                if name not in known or _weight(candidate) > _weight(known[name]):
                    known[name] = candidate
    return known


def _weight(candidate: Candidate) -> tuple[bool, bool, int]:
    """Protected people first, then private ones by a label, then those in office."""
    strength = _STRENGTH.index(candidate.role) if candidate.role in _STRENGTH else len(_STRENGTH)
    return _is_protected(candidate), bool(candidate.rank & LABEL) and candidate.role != OFFICIAL, strength


def _is_protected(candidate: Candidate) -> bool:
    """Whether the role is one that the name must not be known in, anywhere in the document."""
    return candidate.role not in _STRENGTH


def _in_page(page: Page, known: dict[str, Candidate]) -> Iterator[tuple[Page, Candidate]]:
    text = page.scan.text
    settled = {(c.start, c.end): c for c in page.candidates if c.entity in _ENTITIES}
    # What running text alone made of the place gives way to the longer name.
    taken = {position for (start, end), c in settled.items() if c.rank & LABEL for position in range(start, end)}
    for start, end in _places(text, known):
        source = known[text[start:end]]
        there = settled.get((start, end))
        if there is not None:
            if there.role != source.role and (_is_protected(source) or not (there.rank & LABEL or _has_title(there))):
                rank = max(there.rank, CHECK)
                yield page, _again(start, end, source, max(there.score, _SCORE))._replace(rank=rank)
        elif taken.isdisjoint(range(start, end)) and _is_name(text, start, end):
            yield page, _again(start, end, source, _SCORE)


def _has_title(candidate: Candidate) -> bool:
    return "layer:title" in candidate.reasons


def _again(start: int, end: int, source: Candidate, score: float) -> Candidate:
    """The candidate of ``source`` at another place; it outranks what running text alone made of that place."""
    return Candidate(start, end, source.entity, score, layer("repeat", "same_value"), "person_repeat", CHECK, source.role)


def _places(text: str, known: dict[str, Candidate]) -> Iterator[tuple[int, int]]:
    """Where the characters of known names stand."""
    usual = {name for name in known if search.starts().match(name)}
    if usual:
        for start in _starts(text, usual):
            length = next((length for length in _LENGTHS if text[start : start + length] in usual), 0)
            if length:
                yield start, start + length
    for name in [name for name in known if name not in usual][:_MOST_SOUGHT]:
        for start in sought.places(text, name, apart=True):
            yield start, start + len(name)


def _starts(text: str, names: set[str]) -> Iterable[int]:
    """Where one of the ``names`` may begin, in order."""
    if len(names) <= _FEW:
        return sorted({start for name in names for start in sought.places(text, name)})
    import re

    first, second = ("".join(map(re.escape, sorted({name[i] for name in names}))) for i in (0, 1))
    return (match.start() for match in re.finditer(f"[{first}](?=[{second}])", text))


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether the characters of a known name are one there too: 高平 is none in 高平市. Names without a surname are no words at all."""
    if not search.starts().match(text, start):
        return True
    guess = free.at(text, start, _LIFT)
    return guess is not None and guess.end == end and guess.evidence.after not in ("place", "org", "emblem")


DETECTOR = Detector(
    name="person_repeat",
    entities=("PERSON", "PUBLIC_OFFICIAL"),
    source="个人信息保护法 art. 4",
    needs=_ENTITIES,
    on_document=find,
    found=(
        Example("户主：岩温扁。\n其后岩温扁外出务工。", "岩温扁"),
        Example("姓名：娜仁花。\n已电话告知娜仁花本人。", "娜仁花"),
    ),
    clean=("姓名：高平。\n高平市人民政府", "本表由高平川填写前请阅读说明"),
)
