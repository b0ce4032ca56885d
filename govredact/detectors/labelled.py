"""What detectors share that know their values by a label, or by a word nearby, more than by form."""

from __future__ import annotations

from govredact.detectors.base import LABEL, reasons
from govredact.models import Candidate
from govredact.numbers import resident_id
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from govredact.context.runs import Run
    from govredact.context.scan import Scan, Value

NEAR = 16
_BESIDE = 60
# A number that goes on in one of these was cut short by the shape, or somebody has masked the rest of it.
_GOES_ON = lazy.compile("[0-9A-Za-z*×█■●]")


def near(scan: Scan, start: int, end: int, words: re.Pattern[str], reach: int = NEAR) -> str:
    """The word of ``words`` that stands within ``reach`` characters of ``[start, end)``, before it rather than after; ``""`` for none."""
    found = words.search(scan.text, max(0, start - reach), start) or words.search(scan.text, end, end + reach)
    return found[0] if found else ""


def beside(scan: Scan, start: int, end: int, words: re.Pattern[str]) -> str:
    """The word of ``words`` on the line of ``[start, end)``, where it names the kind of document (证件类型：护照); ``""`` for none."""
    # A line can be as long as the text: only what is near is looked at.
    first, last = max(0, start - _BESIDE), end + _BESIDE
    line_end = scan.text.find("\n", end, last)
    found = words.search(scan.text, max(first, scan.text.rfind("\n", first, start) + 1), last if line_end < 0 else line_end)
    return found[0] if found else ""


def goes_on(scan: Scan, end: int) -> bool:
    """Whether the number that was read up to ``end`` has more characters, visible or masked."""
    return _GOES_ON.match(scan.text, end) is not None


def shaped(scan: Scan, value: Value, shape: re.Pattern[str]) -> re.Match[str] | None:
    """The match of ``shape`` where the value begins; None where something else stands there or the number goes on."""
    match = shape.match(scan.text, value.start)
    return match if match and not goes_on(scan, match.end()) else None


def by_label(scan: Scan, value: Value, shape: re.Pattern[str], entity: str, detector: str, score: float) -> Iterator[Candidate]:
    """One candidate where the value of a label has the ``shape``; nothing but the label speaks for it."""
    match = shaped(scan, value, shape)
    if match and not is_id(scan, match[0].upper()):
        why = reasons(label=value.evidence.label, via=value.evidence.via)
        yield Candidate(match.start(), match.end(), entity, score, why, detector, LABEL)


def run_by_label(scan: Scan, run: Run, entity: str, detector: str, score: float) -> Candidate | None:
    """A candidate for a run that is known by its label only; a valid ID number is left to its own detector."""
    if run.broken or is_id(scan, run.value) or sum(char.isdigit() for char in run.value) < 5:
        return None
    evidence = run.evidence
    return Candidate(run.start, run.end, entity, score, reasons(label=evidence.label, via=evidence.via), detector, LABEL)


def is_id(scan: Scan, value: str) -> bool:
    """Whether ``value`` is a valid ID number: whatever the label says, it must be handled as one."""
    return resident_id.is_valid(value, scan.settings.as_of_year)
