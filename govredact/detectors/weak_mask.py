"""遮盖不足: a masked number that leaves fewer than 5,000 candidates, the check digit and the line's other fields counted.

110110********1234 leaves about 3,200 people and one where the birth date stands beside it. 138****1234 leaves 10,000 and is
fine; so are ****-*******, 公民身份号码XXX and (略). Names are looked at by ``weak_mask_name``.
"""

from __future__ import annotations

from functools import cache

from govredact.context.records import record
from govredact.context.runs import NO_EVIDENCE
from govredact.detectors.base import FORM, LABEL, THINGS, Detector, Example, in_identifier, reasons
from govredact.detectors.row_facts import Facts, facts, regions_beside
from govredact.detectors.weak_mask_name import masked_names
from govredact.models import Candidate
from govredact.numbers import candidates, regions, resident_id
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govredact.context.runs import Evidence
    from govredact.context.scan import Scan

ENOUGH = candidates.MIN_CANDIDATES
_SIGNS = "*×●○■□█▇▓◯∗﹡"
_ROWS = ("xx", "XX", "##", "__", "...", "…")  # a single one of these hides nothing
_HIDES = frozenset(_SIGNS) | frozenset("#_.…")
_JOINTS = frozenset(" \u00a0\u3000-—–")
_PART = lazy.compile("[^ \u00a0\u3000—–-]+")
_LETTER_ROW = lazy.compile("X{2,}")
_HIDDEN_ROW = lazy.compile("\\*+")
# The first sign stands outside the quantifier: a literal is looked for many times faster than a class.
_ROW_OF = {sign: lazy.compile(f"{lazy.escaped(sign)}{lazy.escaped(sign[0])}*") for sign in (*_SIGNS, *_ROWS)}
_SHORTEST, _LONGEST = 7, 40
_MOST_GROUPS = 6  # 6222 **** **** **** 123 has five
_DIGITS = frozenset("0123456789")
_TOKEN = _DIGITS | _HIDES | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

_FIELDS = {
    "id": "RESIDENT_ID ID_ANY HMT_RESIDENCE FOREIGNER_ID DRIVER_LICENCE SOCIAL_CARD MEDICAL_INSURANCE DISABILITY_ID STUDENT_ID",
    "phone": "MOBILE PHONE OFFICE_PHONE CONTACT_PERSON WECHAT",
    "home": "HOME_PHONE",
    "account": "BANK_CARD BANK_ACCOUNT BANK_NAME",
    "paper": "PASSPORT HKM_PERMIT TW_PERMIT MILITARY_ID",
}
_KINDS = {field: kind for kind, fields in _FIELDS.items() for field in fields.split()}
_NAMES = "weak_mask_name"
_CARD, _LONGEST_CARD = 16, 19
_PROVINCES = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split()  # noqa: SIM905
)


class Masked(NamedTuple):
    """A masked token: its place, and its characters without separators, ``*`` for a hidden one."""

    start: int
    end: int
    pattern: str

    @property
    def hidden(self) -> int:
        """How many characters are hidden as written."""
        return self.pattern.count("*")


def find(scan: Scan) -> Iterable[Candidate]:
    """The weak masks of a passage."""
    text = scan.text
    for sign, row in _ROW_OF.items():
        if sign[0] not in text or sign not in text:
            continue
        done = 0
        for match in row.finditer(text):
            if match.start() >= done and _beside_digits(text, match.start(), match.end()):
                groups = _groups(text, match.start(), match.end())
                done = groups[-1][1]
                if sum(last - first for first, last in groups) >= _SHORTEST:  # 5×10 and 100% are none
                    yield from _read(scan, groups, match.start())


def _beside_digits(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:] in _DIGITS or after[:1] in _DIGITS:
        return bool(before or after)
    return (before[-1:] in _JOINTS and before[:1] in _DIGITS) or (after[:1] in _JOINTS and after[1:] in _DIGITS)


def _groups(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of the token around [start, end), with one separator between two; at most 40 characters to each side."""
    first, last = start, end
    low, high = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    while first > low and (text[first - 1] in _TOKEN or (text[first - 1] in _JOINTS and first - 2 >= low and text[first - 2] in _TOKEN)):
        first -= 1
    while last < high and (text[last] in _TOKEN or (text[last] in _JOINTS and last + 1 < high and text[last + 1] in _TOKEN)):
        last += 1
    return [(m.start(), m.end()) for m in _PART.finditer(text, first, last)]


def _read(scan: Scan, groups: list[tuple[int, int]], position: int) -> Iterator[Candidate]:
    """The first reading of the parts around ``position`` that is a number: as long as such a number is, else stretched."""
    core = next(i for i, (start, end) in enumerate(groups) if start <= position < end)
    groups = groups[max(0, core - _MOST_GROUPS + 1) : core + _MOST_GROUPS]
    core = min(core, _MOST_GROUPS - 1)
    spans = [
        (first, first + size)
        for size in range(1, min(len(groups), _MOST_GROUPS) + 1)
        for first in range(max(0, core - size + 1), min(core, len(groups) - size) + 1)
    ]
    for stretch, first, last in [(False, *span) for span in spans] + [(True, 0, len(groups)), (True, core, core + 1)]:
        masked = _masked(scan.text, groups[first:last])
        if masked is None:
            continue
        evidence = scan.evidence(masked.start, masked.end)
        kind = _KINDS.get(evidence.field, "")
        counted = _count(scan, masked, kind, stretch) if kind else None
        if counted is None and evidence.field not in THINGS and not stretch:
            # No label, or one of something else on the line (备注, 出生): the form tells.
            kind, evidence = _kind_by_form(scan, masked), NO_EVIDENCE
            counted = _count(scan, masked, kind, stretch) if kind else None
        if counted is not None:
            yield from _report(masked, evidence, *counted)
            return


def _masked(text: str, groups: list[tuple[int, int]]) -> Masked | None:
    """The token as a pattern; None where letters stand in it that are neither a mask nor a check character."""
    raw = "".join([text[start:end] for start, end in groups]).rstrip(".").upper()
    raw = _LETTER_ROW.sub(lambda row: "*" * len(row[0]), raw)
    pattern = "".join(["*" if char in _HIDES else char for char in raw])
    if "*" not in pattern or not any(char in _DIGITS for char in pattern):
        return None
    if "X" in pattern[:-1]:
        return None
    trailing = len(text[groups[-1][0] : groups[-1][1]]) - len(text[groups[-1][0] : groups[-1][1]].rstrip("."))
    return Masked(groups[0][0], groups[-1][1] - trailing, pattern)


def _only_check_hidden(pattern: str) -> bool:
    """Whether all of an ID but its last character is there: the rest can be computed."""
    return len(pattern) == 18 and pattern[17] == "*" and resident_id.faults(f"{pattern[:17]}0") in ((), ("check_digit",))


def _kind_by_form(scan: Scan, masked: Masked) -> str:
    """What an unlabelled token is by length and first digits; at least two characters must be hidden, or the check character."""
    pattern, size = masked.pattern, len(masked.pattern)
    if masked.hidden < 2 and _only_check_hidden(pattern):
        return "id"
    if masked.hidden < 2 or not _is_number(pattern) or in_identifier(scan, masked.start, masked.end):
        return ""
    if size == 18 and _is_region(pattern[:6]):
        return "id"
    if size == 11 and pattern[0] == "1" and pattern[1] in "*3456789":
        return "phone"
    return "account" if 16 <= size <= 19 and pattern.startswith("62") and pattern[-1] != "X" else ""


def _is_region(pattern: str) -> bool:
    if "*" not in pattern:
        return regions.is_region(pattern)
    return pattern[:2] in _PROVINCES or pattern[:2] == "**"


def _is_number(pattern: str) -> bool:
    """Whether what is shown are digits, at the end perhaps a check character X."""
    return _DIGITS.issuperset(pattern.replace("*", "").removesuffix("X"))


def _count(scan: Scan, masked: Masked, kind: str, stretch: bool) -> tuple[int, int] | None:
    """How many candidates are left: by the token alone, and with the line's facts; None where it is no such number."""
    if kind == "paper":
        return 10**masked.hidden, 10**masked.hidden
    pattern = masked.pattern.removeprefix("G") if kind == "id" else masked.pattern
    if not _is_number(pattern):
        return None
    if kind == "id":
        return _resident_id(scan, masked, pattern, stretch)
    if kind == "account":
        count = _account(pattern, stretch)
    else:
        count = _landline(pattern) if kind == "home" and pattern[0] != "1" else _mobile(pattern, stretch)
    return (count, count) if count else None


def _resident_id(scan: Scan, masked: Masked, pattern: str, stretch: bool) -> tuple[int, int] | None:
    if len(pattern) in (20, 21, 22) and "*" not in pattern[18:]:
        pattern = pattern[:18]
    if stretch and len(pattern) not in (15, 18):
        pattern = _stretched(pattern, 18)
    if len(pattern) not in (15, 18):
        return None
    alone = _people(pattern, Facts(), scan.settings.as_of_year)
    if not alone:
        return None
    known = facts(scan, masked.start, masked.end)
    together = (_people(pattern, known, scan.settings.as_of_year) or alone) if known else alone
    if "*" in pattern[:6] and together < ENOUGH * _counties(pattern[:2]):
        known = known._replace(regions=regions_beside(scan, masked.start, masked.end))
        together = (_people(pattern, known, scan.settings.as_of_year) or together) if known.regions else together
    return alone, together


@cache
def _counties(province: str) -> int:
    """How many times fewer people a county has than what the first two characters leave."""
    return regions.county_count(province) if "*" not in province else len(regions.counties())


def _people(pattern: str, known: Facts, as_of_year: int) -> int:
    births, regions = known.births or ((),), known.regions or ("",)
    return sum(
        candidates.resident_id_candidates(pattern, birth, region, known.gender, as_of_year) for birth in births for region in regions
    )


def _mobile(pattern: str, stretch: bool) -> int:
    if len(pattern) == 13 and pattern.startswith("86"):
        pattern = pattern[2:]
    if pattern[0] not in "1*" or not (stretch or len(pattern) == 11):
        return 0
    if len(pattern) != 11:
        pattern = _stretched(pattern, 11)
    return _prefixes(pattern[:3]) * 10 ** pattern[3:].count("*") if len(pattern) == 11 else 0


@cache
def _prefixes(pattern: str) -> int:
    """How many of the first three digits in use fit."""
    return candidates.mobile_candidates(pattern + "00000000")


def _landline(pattern: str) -> int:
    """A home's: seven digits at least, with or without an area code."""
    return int(candidates.digits_candidates(pattern)) if 7 <= len(pattern) <= 12 else 0


def _account(pattern: str, stretch: bool) -> int:
    """Cards have sixteen digits at least; what is shorter lost signs when it was masked."""
    if not stretch and len(pattern) < _CARD:
        return 0
    hidden = pattern.count("*") + max(0, _CARD - len(pattern))
    is_card = pattern.startswith("62") and len(pattern) <= _LONGEST_CARD
    return int(10 ** (hidden - 1 if is_card and hidden else hidden))


def _stretched(pattern: str, size: int) -> str:
    """The pattern with its only row of mask signs as long as the number needs: people write four stars for eight digits."""
    rows = _HIDDEN_ROW.findall(pattern)
    shown = len(pattern) - len("".join(rows))
    if len(rows) != 1 or shown >= size:
        return pattern
    return pattern.replace(rows[0], "*" * (size - shown))


def _report(masked: Masked, evidence: Evidence, alone: int, together: int) -> Iterator[Candidate]:
    if min(alone, together) >= ENOUGH:
        return
    why = (f"candidates:{min(alone, together)}", *(("row",) if together < alone else ()))
    rank = FORM | (LABEL if evidence.field else 0)
    grounds = reasons(*why, label=evidence.label, via=evidence.via)
    if alone < ENOUGH:
        yield Candidate(masked.start, masked.end, "WEAK_MASK", 0.95 if evidence.field else 0.85, grounds, "weak_mask", rank)
    else:
        # The number is masked well; what stands beside it gives the person away. A person decides which of them goes.
        yield Candidate(masked.start, masked.end, "WEAK_MASK", 0.7, grounds, "weak_mask", rank, "", "review", "medium")


def names_beside(scan: Scan, settled: Sequence[Candidate]) -> Iterator[Candidate]:
    """The masked names in the records of weak masks: lawful to publish, and what tells in how many files one person stands (``--risk``)."""
    reach = -1
    shown = {c.start for c in settled if c.detector == _NAMES or c.entity == "PERSON"}
    for candidate in settled:
        if candidate.detector == "weak_mask" and candidate.start >= reach:
            first, reach = record(scan, candidate.start)
            for start, end in masked_names(scan.text, first, reach):
                if start not in shown:
                    yield Candidate(start, end, "WEAK_MASK", 0.6, ("name_hidden",), "weak_mask", FORM, "name", "allow", "low")


DETECTOR = Detector(
    name="weak_mask",
    entities=("WEAK_MASK",),
    source="GB/T 37964-2019 (de-identification); DOMAIN section 3",
    on_passage=find,
    on_settled=names_beside,
    found=(
        Example("张某，14010619400621283*，电话略", "14010619400621283*"),
        Example("身份证号：110110********1234", "110110********1234"),
        Example("330106********2413", "330106********2413"),
        Example("卡号 622202123456****128", "622202123456****128"),
        Example("手机：138***01234", "138***01234"),
        Example("身份证号330106XXXXXXXX2413", "330106XXXXXXXX2413"),
        Example("身份证号：330106 **** **** 2413", "330106 **** **** 2413"),
    ),
    clean=(
        "64*************326",
        "138****1234",
        "0572-****085",
        "公民身份号码XXX",
        "电话(略)",
        "****-*******",
        "*@*q.com",
        "1800*2400*1200",
        "6222 **** **** 1234",
    ),
)
