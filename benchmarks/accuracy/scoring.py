"""Scores findings against gold spans by the rules of the project's `score.py`.

Counted are private findings (and MINOR_DATA) whose action is not `allow`. A finding is right where it overlaps the gold span by
at least half of it and its entity stands in the gold type's group; tolerated spans are neutral.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    Case = dict[str, Any]

GROUPS: dict[str, frozenset[str]] = {
    name: frozenset(entities.split())
    for name, entities in {
        "ID_CARD": "CN_RESIDENT_ID CN_HMT_RESIDENCE_PERMIT CN_FOREIGNER_ID",
        "MOBILE": "CN_MOBILE CN_LANDLINE",
        "LANDLINE": "CN_MOBILE CN_LANDLINE",
        "BANK_CARD": "BANK_CARD BANK_ACCOUNT",
        "BANK_ACCOUNT": "BANK_CARD BANK_ACCOUNT",
        "PERSON": "PERSON WEAK_MASK",
        "HOME_ADDR": "HOME_ADDRESS",
        "PLATE": "CN_VEHICLE_PLATE",
        "EMAIL": "EMAIL",
        "BIRTH": "BIRTH_DATE",
        "PASSPORT": "CN_PASSPORT",
        "HKMO_PERMIT": "CN_HKM_PERMIT",
        "TW_PERMIT": "CN_TW_PERMIT",
        "QQ": "QQ",
        "WECHAT": "WECHAT",
        "HEALTH_FACT": "HEALTH_FACT SPECIAL_STATUS",
        "SPECIAL_STATUS": "HEALTH_FACT SPECIAL_STATUS",
        "CREDENTIAL": "CREDENTIAL",
        "MINOR_DATA": "MINOR_DATA",
        "WEAK_MASK": "WEAK_MASK CN_RESIDENT_ID BANK_CARD BANK_ACCOUNT CN_MOBILE",
        "KEYWORD": "KEYWORD",
        # Types that only the generated corpus plants.
        "DISABILITY_ID": "CN_DISABILITY_ID CN_RESIDENT_ID",
        "STUDENT_ID": "CN_STUDENT_ID CN_RESIDENT_ID",
        "MILITARY_ID": "CN_MILITARY_ID",
        "DRIVER_LICENCE": "CN_DRIVER_LICENCE",
        "SOCIAL_CARD": "CN_SOCIAL_SECURITY_CARD",
        "VIN": "VIN",
        "MEDICAL_RECORD": "MEDICAL_RECORD_NO",
        "EXAM_NO": "EXAM_NO",
        "HOUSEHOLD_NO": "HOUSEHOLD_NO",
        "ID_ROUNDED": "CN_RESIDENT_ID WEAK_MASK",
    }.items()
}
# What is known by words and form together.
PEOPLE = ("PERSON", "HOME_ADDR", "BIRTH", "HEALTH_FACT", "SPECIAL_STATUS", "MINOR_DATA")
STRUCTURED = tuple(
    name for name in GROUPS if name not in {"PERSON", "HOME_ADDR", "BIRTH", "HEALTH_FACT", "SPECIAL_STATUS", "MINOR_DATA", "KEYWORD"}
)


class Found(NamedTuple):
    """What scoring needs to know of a finding."""

    start: int
    end: int
    entity: str
    category: str
    action: str
    score: float = 1.0


class Score(NamedTuple):
    """Counts over a set. `misses` and `falses` are (case id, type or entity, start, end)."""

    found: Counter[str]
    total: Counter[str]
    agreed: Counter[str]
    right: int
    false: int
    clean: int
    flagged: int
    misses: list[tuple[int, str, int, int]]
    falses: list[tuple[int, str, int, int]]

    @property
    def recall(self) -> float:
        """Gold values that were found, of all."""
        return sum(self.found.values()) / max(1, sum(self.total.values()))

    @property
    def precision(self) -> float:
        """Counted findings that touch a gold value, of all that are neither neutral nor of another type."""
        return self.right / max(1, self.right + self.false)


def counted(finding: Found) -> bool:
    """Whether the rules look at this finding at all."""
    return (finding.category == "private" or finding.entity == "MINOR_DATA") and finding.action != "allow"


def score(cases: Iterable[Case], findings: dict[int, list[Found]], types: Iterable[str] = ()) -> Score:
    """Score `findings` (by case id) on `cases`; with `types` only those gold types and the entities of their groups."""
    wanted = frozenset(types)
    allowed = frozenset().union(*(GROUPS[t] for t in wanted)) if wanted else None
    result = Score(Counter(), Counter(), Counter(), 0, 0, 0, 0, [], [])
    right = false = clean = flagged = 0
    for case in cases:
        found = [f for f in findings.get(case["id"], []) if counted(f)]
        used = _match_gold(case, found, wanted, result)
        right += len(used)
        wrong = [f for i, f in enumerate(found) if i not in used and not _neutral(f, case)]
        counted_wrong = [f for f in wrong if allowed is None or f.entity in allowed]
        false += len(counted_wrong)
        result.falses.extend((case["id"], f.entity, f.start, f.end) for f in counted_wrong)
        if not case["gold"]:
            clean += 1
            flagged += any(not any(_touch(f, t) for t in case["tolerated"]) for f in found)
    return result._replace(right=right, false=false, clean=clean, flagged=flagged)


def _match_gold(case: Case, found: list[Found], wanted: frozenset[str], result: Score) -> set[int]:
    """Count the gold of one case; returns the findings that are accounted for."""
    used: set[int] = set()
    for gold in case["gold"]:
        if wanted and gold["type"] not in wanted:
            used |= {i for i, f in enumerate(found) if _touch(f, gold)}
            continue
        group = GROUPS[gold["type"]]
        hits = [i for i, f in enumerate(found) if f.entity in group and _overlap(f, gold) >= (gold["end"] - gold["start"]) / 2]
        used |= set(hits)
        if gold["type"] == "MINOR_DATA":  # counted once a case: it may sit on the name, the age or the class
            hits = [i for i, f in enumerate(found) if f.entity == "MINOR_DATA"]
        result.total[gold["type"]] += 1
        result.found[gold["type"]] += bool(hits)
        result.agreed[gold["type"]] += any(found[i].action == gold.get("action", found[i].action) for i in hits)
        if not hits:
            result.misses.append((case["id"], gold["type"], gold["start"], gold["end"]))
    return used


def _overlap(finding: Found, span: dict[str, Any]) -> int:
    return int(min(finding.end, span["end"]) - max(finding.start, span["start"]))


def _touch(finding: Found, span: dict[str, Any]) -> bool:
    return _overlap(finding, span) > 0


def _neutral(finding: Found, case: Case) -> bool:
    """Tolerated spans, and MINOR_DATA anywhere in a case that has gold."""
    return any(_touch(finding, span) for span in case["tolerated"]) or (finding.entity == "MINOR_DATA" and bool(case["gold"]))


def stopped(findings: Iterable[Found]) -> list[Found]:
    """The findings that would change or stop a publication: action `mask` or `block`, of any category."""
    return [f for f in findings if f.action in {"mask", "block"}]
