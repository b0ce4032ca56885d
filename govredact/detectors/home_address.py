"""家庭住址: an address by its label or column, by its form in running text, and wherever else in the document it stands.

An address of an office is recognised as PUBLIC_ADDRESS, so that it is not taken for a home: official contact data must be published.
What nobody can tell apart is for review. An address that ends at the town says no more than may be shown, and is none.
"""

from __future__ import annotations

from bisect import bisect_left

from govredact.addresses.elements import DIVISION, ROAD, VILLAGE, ZONE
from govredact.addresses.reading import find as addresses_in
from govredact.addresses.town import town_end
from govredact.addresses.values import begin_of, value_end
from govredact.addresses.written import Written
from govredact.context.runs import Evidence
from govredact.detectors.address_label import by_label, names_group
from govredact.detectors.address_owner import HOME, OFFICE, owner
from govredact.detectors.base import FORM, LABEL, Detector, Example, reasons
from govredact.models import Candidate
from govredact.names.values import is_name
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from govredact.addresses.reading import Address
    from govredact.context.scan import Scan, Value
    from govredact.context.whole import Page, Whole
    from govredact.detectors.address_owner import Owner
    from govredact.models import Observation

_NAME = "home_address"
_JUDGED = "home_address: whose"
LABELS = frozenset({"ADDRESS_HOME", "ADDRESS", "ADDRESS_OFFICE", "ADDRESS_VILLAGE"})
# Fields whose values are names of organisations and things: an address there is theirs.
_PUBLIC_FIELDS = frozenset({"ORG", "EMPLOYER", "SCHOOL", "BANK_NAME", "OTHER_NO", "DOC_NO", "POSTCODE", "OFFICE_PHONE", "HEALTH_CONTEXT"})
_NO_ADDRESS = lazy.compile("https?:|www\\.|[a-z0-9.]+@|地址[甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥]+$|[A-Za-z]+$|[（(]略[）)]")
_UNIT = lazy.compile("[栋幢室组社]|单元|[0-9][-－—][0-9]{1,4}$")
# Labels that are also words of an address (望山村村委会).
_PLACE_FIELDS = frozenset({"ADDRESS_VILLAGE", "ADDRESS_TOWN", "BANK_NAME", "SCHOOL", "ORG"})
_LABEL_GOES_ON = frozenset("址所处地")
_CLAUSE_BEGINS = frozenset("，,、；;（( \u3000\n")
_COLONS = frozenset(":：")
# What may stand before a label in its cell: 申请人联系电话.
_LONGEST_PREFIX = 6
_CLAUSE_END = lazy.compile('[\\s，,；;。、|"“”（）()<>《》【】]|\\Z')
_CELL = 80
_CELL_ENDS = frozenset("\t|\n")
_HAN_OR_DIGIT = lazy.compile("[0-9\u4e00-\u9fff]")
# A value this long is searched for elsewhere in the document.
_SHORTEST_REPEATED = 8
# Reasons of an address that is somebody's, if a name stands with it; and how close that is, or what stands between the two.
_WHEREABOUTS = frozenset({"unit_depth", "undecided"})
_CLOSE = 24
_APPOSED = frozenset(("（", "(", "，", " ", "\u3000", "，住"))
_NEIGHBOURS = 4
_A_NAME = 3
# From here on a home is masked, and so wherever it stands again.
_SURE = 0.6


def value_of_label(scan: Scan, value: Value) -> Iterator[Candidate]:
    """The address that a label governs."""
    start, end = value.start, value.end
    if value.evidence.via == "before":
        bare = scan.text.endswith(value.evidence.label, 0, start)
        if bare and scan.text[start] in _LABEL_GOES_ON:
            return  # 现住|址: another label
        end = _before_labels(scan, start, min(value_end(scan.text, start, end, bare), _comma_cell_end(scan, start)))
        if bare and not _written(scan, start, end).has_detail():
            return
    yield from _labelled(scan, start, end, value.evidence)


def _comma_cell_end(scan: Scan, start: int) -> int:
    """Where the cell ends that ``start`` lies in, in rows of cells that stand apart by commas; elsewhere the end of the text."""
    block = scan.tables.block(start)
    if block is None or block.separator != ",":
        return len(scan.text)
    return _cell(scan, start, start + 1)[1]


def _before_labels(scan: Scan, start: int, end: int) -> int:
    """``end``, or where the label of another value begins: 家庭住址 beside 开户账号 in a line of headers, 住址：望山村 户主：…"""
    for hit in scan.labels_between(start, end):
        closed = hit.end == end and not any(char.isdigit() for char in scan.text[start:end])
        if (closed and hit.entry.field not in _PLACE_FIELDS) or scan.text[hit.end : hit.end + 1] in _COLONS:
            return hit.start if hit.start - start > _LONGEST_PREFIX else start
    return end


def _written(scan: Scan, start: int, end: int) -> Written:
    """What stands at ``[start, end)``, read once: labels, columns and forms come to the same places."""
    kept: dict[tuple[int, int], Written] = scan.kept.setdefault(_NAME, {})
    written = kept.get((start, end))
    if written is None:
        written = kept[start, end] = Written(scan.text[start:end])
    return written


def _labelled(scan: Scan, start: int, end: int, evidence: Evidence) -> Iterator[Candidate]:
    start = begin_of(scan.text, start, end)
    written = _written(scan, start, end)
    value = written.value
    if not _HAN_OR_DIGIT.search(value) or written.is_hidden() or _NO_ADDRESS.match(value):
        return
    if evidence.via == "before" and written.is_wordy():
        return  # 户籍地址：指户口簿上登记的地址
    is_asked = evidence.field == "ADDRESS_HOME" or names_group(evidence, value)
    if not written.has_form() and (not is_asked or (len(value) == _A_NAME and is_name(value))):
        return  # 迁出户口：高旺英 names a person
    judged = scan.kept.setdefault(_JUDGED, {})
    key = start, end, evidence.label
    if key not in judged:
        judged[key] = by_label(scan, start, end, evidence, written)
    kind, score, why = judged[key]
    grounds = reasons(*why, label=evidence.label, via=evidence.via)
    if kind:
        yield _candidate(start, end, kind, score, grounds, LABEL)


def in_text(scan: Scan) -> Iterator[Candidate]:
    """The addresses that show by their form, in running text and in cells."""
    for address in addresses_in(scan.text):
        evidence = scan.evidence(address.start, address.end)
        if evidence.field in LABELS:
            in_cell = evidence.via in ("column", "left")
            span = _cell(scan, address.start, address.end) if in_cell else (address.start, address.end)
            yield from _labelled(scan, *span, evidence)
        elif not _written(scan, address.start, address.end).is_hidden():
            yield from _free(scan, address, evidence)


def lives_in(scan: Scan, match: re.Match[str]) -> Iterator[Candidate]:
    """，住 and a place without a number, which neither a label nor its form shows."""
    start = match.start() + 1
    if scan.text[match.start() - 1 : match.start()] not in _CLAUSE_BEGINS:
        return
    end = _delimiter(scan.text, start, start)
    written = _written(scan, start, end)
    if written.town and written.has_detail() and not any(char.isdigit() for char in written.value):
        yield from _labelled(scan, start, end, Evidence("ADDRESS_HOME", "住", "before"))


def _cell(scan: Scan, start: int, end: int) -> tuple[int, int]:
    """The whole of the cell that an address stands in; in a document's own tables at most ``_CELL`` characters to either side."""
    block = scan.tables.block(start)
    if block is not None:
        cells = scan.tables.row(block, scan.line(start)[0])
        return next((cell for cell in cells if cell[0] <= start < cell[1]), (start, end))
    text = scan.text
    first, last = max(0, start - _CELL), min(len(text), end + _CELL)
    while start > first and text[start - 1] not in _CELL_ENDS:
        start -= 1
    while end < last and text[end] not in _CELL_ENDS:
        end += 1
    written = text[start:end]
    return start + len(written) - len(written.lstrip()), end - len(written) + len(written.rstrip())


def _free(scan: Scan, address: Address, evidence: Evidence) -> Iterator[Candidate]:
    start, end = address.start, address.end
    if evidence.field in _PUBLIC_FIELDS:
        yield _candidate(start, end, OFFICE, 0.7, reasons("address_form", label=evidence.label, via=evidence.via), FORM)
        return
    whose = owner(scan, start, end, address.tokens)
    if "lives_at" in whose.why:
        end = max(end, _delimiter(scan.text, start, end))
    if whose.kind or whose.person or _has_firm_form(scan.text, address):
        score = _score(whose, address)
        yield _candidate(start, end, whose.kind or HOME, score, ("address_form", *(whose.why or ("undecided",))), FORM)


def _score(whose: Owner, address: Address) -> float:
    if whose.kind == OFFICE:
        return 0.7
    if whose.kind == HOME:
        return 0.7 if whose.why[0].startswith("subject") else 0.85
    return 0.5 if whose.person or whose.why or address.has(VILLAGE) else 0.4


def _has_firm_form(text: str, address: Address) -> bool:
    """Whether more than a name and a number speak for it: a road, a division, a unit or room (夏威夷水岸1号 has none of these)."""
    return address.has(ROAD, VILLAGE, ZONE) or address.has(DIVISION) or _UNIT.search(text, address.start, address.end) is not None


def _delimiter(text: str, start: int, end: int) -> int:
    """Where the clause ends that an address stands in, before words that follow it."""
    cut = _CLAUSE_END.search(text, end, end + 40)
    return value_end(text, start, cut.start() if cut else end, in_sentence=True)


def _candidate(start: int, end: int, kind: str, score: float, why: tuple[str, ...], rank: int) -> Candidate:
    if kind == OFFICE:
        return Candidate(start, end, "PUBLIC_ADDRESS", score, why, _NAME, rank, "office")
    return Candidate(start, end, "HOME_ADDRESS", score, why, _NAME, rank)


def beside_persons(scan: Scan, settled: Sequence[Candidate]) -> Iterator[Candidate]:
    """Addresses that were undecided, where a person's name stands before them in the row or right beside them."""
    persons = [c for c in settled if c.entity == "PERSON" and c.role != "contact"]
    for candidate in settled if persons else ():
        undecided = candidate.entity == "HOME_ADDRESS" and candidate.score < _SURE and not _WHEREABOUTS.isdisjoint(candidate.reasons)
        if undecided and (_name_before(scan, persons, candidate) or _name_behind(scan, persons, candidate)):
            why = tuple("subject_person" if reason == "undecided" else reason for reason in candidate.reasons)
            yield candidate._replace(score=0.7, reasons=why)


def _name_before(scan: Scan, persons: Sequence[Candidate], address: Candidate) -> Candidate | None:
    index = bisect_left(persons, address.start, key=lambda c: c.start) - 1
    name = persons[index] if index >= 0 else None
    if name is None or name.end > address.start:
        return None
    in_row = scan.tables.block(address.start) is not None
    near = address.start - name.end <= _CLOSE and (address.rank & LABEL or scan.text[name.end : address.start] in _APPOSED)
    return name if (in_row and name.start >= scan.line(address.start)[0]) or near else None


def _name_behind(scan: Scan, persons: Sequence[Candidate], address: Candidate) -> bool:
    """Whether the name of whoever lives in a home-like place follows it at once (望山村2组43号 冷某某)."""
    index = bisect_left(persons, address.end, key=lambda c: c.start)
    behind = scan.text[address.end : persons[index].start] if index < len(persons) else None
    return "unit_depth" in address.reasons and (behind == "" or behind in _APPOSED)


def elsewhere(whole: Whole) -> Iterable[tuple[Page | Observation, Candidate]]:
    """Further places of an address that a label or a cue made a home, whatever the context there says."""
    known: dict[str, Candidate] = {}
    for page in whole.pages:
        for candidate in page.candidates:
            if _is_sure(candidate):
                known.setdefault(_below_town(page.scan.text[candidate.start : candidate.end]), candidate)
    wanted = {form: origin for form, origin in known.items() if len(form) >= _SHORTEST_REPEATED and any(map(str.isdigit, form))}
    if not wanted:
        return
    automaton = _automaton(wanted)
    for page in whole.pages:
        for end, form in automaton.iter_long(page.scan.text):
            again = wanted[form]._replace(start=end + 1 - len(form), end=end + 1, reasons=("same_value", *wanted[form].reasons[:1]))
            if not any(_is_sure(c) and c.start < again.end and again.start < c.end for c in _near(page, again)):
                yield page, again


def _is_sure(candidate: Candidate) -> bool:
    return candidate.entity == "HOME_ADDRESS" and candidate.score >= _SURE


def _below_town(address: str) -> str:
    return address[town_end(address) :].strip()


def _automaton(forms: Iterable[str]) -> Any:
    import ahocorasick  # only where a home was found

    automaton = ahocorasick.Automaton()
    for form in forms:
        automaton.add_word(form, form)
    automaton.make_automaton()
    return automaton


def _near(page: Page, place: Candidate) -> tuple[Candidate, ...]:
    """The candidates that may overlap ``place``; those of a page are in order."""
    index = bisect_left(page.candidates, place.end, key=lambda c: c.start)
    return page.candidates[max(0, index - _NEIGHBOURS) : index]


DETECTOR = Detector(
    name=_NAME,
    entities=("HOME_ADDRESS", "PUBLIC_ADDRESS"),
    source="个人信息保护法 art. 28; GB/T 45574-2025; GB/T 35273-2020",
    fields=LABELS,
    on_value=value_of_label,
    pattern="住[\u4e00-\u9fff]{2,9}?[省市县区旗盟州镇乡]",
    on_match=lives_in,
    on_passage=in_text,
    on_settled=beside_persons,
    on_document=elsewhere,
    found=(
        Example("家庭住址：甲子市乙丑区丙寅路128号丁卯苑3幢2单元501室", "甲子市乙丑区丙寅路128号丁卯苑3幢2单元501室"),
        Example("户籍地址：云栖镇望山村6社", "云栖镇望山村6社"),
    ),
    clean=("受理地点：甲子市丙寅路128号政务服务中心", "家庭住址：同上"),
)
