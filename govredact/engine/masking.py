"""From findings to a masked document: which findings are changed, by which operator, and the edits that carry it out."""

from __future__ import annotations

from govredact.models import Decision, Edit
from govredact.residue import is_number, significant
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from govredact.engine.findings import Reported
    from govredact.engine.found import Found
    from govredact.models import Finding

    # (what was found) -> (the value as it is to be read, the name of the operator)
    Change = Callable[[Found], tuple[str, str]]


class Masking(NamedTuple):
    """What is to be done to one document: edits, and one decision for each finding."""

    edits: tuple[Edit, ...]
    decisions: tuple[Decision, ...]


class Sorted(NamedTuple):
    """The findings of a document: those that masking may change with all that it needs, and of the others what is left to say.

    ``kept`` are the values that stay on purpose (allow, review, inline ignore), those apart that the document knows of itself.
    """

    possible: list[Reported]
    findings: list[Finding]
    kept: set[str]


def sort(reported: Iterable[Reported], include_review: bool) -> Sorted:
    """``reported`` sorted by what ``to_mask`` may choose, so that no more than needed is held of a document full of findings."""
    outcome = Sorted([], [], set())
    for item in reported:
        outcome.findings.append(item.finding)
        if _may_go(item, include_review):
            outcome.possible.append(item)
        elif not is_observed(item.found):
            outcome.kept.add(item.found.value)
    return outcome


def is_observed(found: Found) -> bool:
    """Whether the document knows it of itself; the same text may stand elsewhere, where it is found on its own."""
    return "observed" in found.passage.traits(found.start)


def to_mask(reported: Iterable[Reported], include_review: bool) -> list[Reported]:
    """The findings that a masked copy changes: action ``mask``, and with ``include_review`` private ones under review.

    A number that goes in one place goes in all, also where its context made it doubtful (an ID number again as 订单号).
    """
    items = [item for item in reported if _may_go(item, include_review)]
    gone = {significant(item.found.value) for item in items if item.finding.action == "mask" and is_number(item.found.value)}
    return [item for item in items if item.finding.action == "mask" or include_review or significant(item.found.value) in gone]


def _may_go(item: Reported, include_review: bool) -> bool:
    finding = item.finding
    if finding.filtered_by or finding.action != "review" or finding.category != "private":
        return finding.action == "mask" and not finding.filtered_by
    return include_review or is_number(item.found.value)


def plan_masking(chosen: list[Reported], change: Change) -> Masking:
    """Edits and decisions for the findings of one document; a finding inside another one goes with it."""
    edits: list[Edit] = []
    decisions: list[Decision] = []
    for item in _outermost(chosen):
        read, operator = change(item.found)
        stored = as_stored(item.found, read)
        edits.extend(_edits(item.found, stored))
        finding = item.finding
        decisions.append(Decision(finding.entity, operator, finding.location, finding.start, finding.end, finding.fingerprint))
    return Masking(tuple(edits), tuple(decisions))


def _outermost(chosen: list[Reported]) -> list[Reported]:
    order: dict[int, int] = {}
    for item in chosen:
        order.setdefault(id(item.found.passage), len(order))
    ordered = sorted(chosen, key=lambda item: (order[id(item.found.passage)], item.found.start, -item.found.end))
    kept: list[Reported] = []
    for item in ordered:
        last = kept[-1].found if kept else None
        if last is None or last.passage is not item.found.passage or item.found.start >= last.end:
            kept.append(item)
        elif item.found.end > last.end:
            # Two findings that overlap without nesting are changed as one: nothing between them may stay.
            union = last._replace(end=item.found.end, value=last.passage.text[last.start : item.found.end])
            kept[-1] = kept[-1]._replace(found=union)
    return kept


def as_stored(found: Found, read: str) -> str:
    """``read`` written the way the original is: characters that did not change keep their width (１３８ stays １３８)."""
    stored = found.passage.text[found.start : found.end]
    if len(stored) != len(found.value) or len(read) != len(stored):
        return read
    return "".join([old if new == was else new for old, was, new in zip(stored, found.value, read, strict=True)])


def _edits(found: Found, replacement: str) -> Iterable[Edit]:
    """One edit a leaf. Equal length goes character by character, also past separators (cells, lines) that stand in no leaf;
    otherwise the first leaf takes it all."""
    pieces = found.passage.leaves(found.start, found.end)
    if sum(end - start for _, start, end in pieces) == len(replacement):
        done = 0
        for leaf, start, end in pieces:
            yield Edit(leaf, start, end, replacement[done : done + end - start])
            done += end - start
        return
    if len(replacement) == found.end - found.start:
        yield from _past_separators(found, replacement)
        return
    for number, (leaf, start, end) in enumerate(pieces):
        yield Edit(leaf, start, end, "" if number else replacement)


def _past_separators(found: Found, replacement: str) -> Iterable[Edit]:
    old = found.passage.text[found.start : found.end]
    for position, char in enumerate(replacement):
        if char != old[position]:
            for leaf, start, end in found.passage.leaves(found.start + position, found.start + position + 1):
                yield Edit(leaf, start, end, char)
