"""MAC地址: six pairs of hexadecimal digits joined by ``:`` or ``-`` (IEEE 802), the mark of one device on a network."""

from __future__ import annotations

from govredact.detectors.base import FORM, LABEL, Detector, Example, reasons
from govredact.models import Candidate
from govredact.numbers import ip
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.context.runs import Evidence
    from govredact.context.scan import Scan, Value

# One pattern for each joint: a literal in front is found many times faster than a class.
_FORMS = tuple(lazy.compile(f"{joint}[0-9A-Fa-f]{{2}}(?:{joint}[0-9A-Fa-f]{{2}}){{4}}(?![0-9A-Za-z])") for joint in ":-")
_OTHER = lazy.compile("(?:[0-9A-Fa-f]{4}(?:[.-][0-9A-Fa-f]{4}){2}|[0-9A-Fa-f]{12})(?![0-9A-Za-z])")
_LENGTH = 17


def find(scan: Scan) -> Iterable[Candidate]:
    """The addresses of a passage, found by their second and third pair."""
    for form in _FORMS:
        for match in form.finditer(scan.text):
            start = match.start() - 2
            if start >= 0 and _is_address(scan, start, start + _LENGTH):
                yield _candidate(start, start + _LENGTH, scan.evidence(start, start + _LENGTH))


def _is_address(scan: Scan, start: int, end: int) -> bool:
    value = scan.text[start:end]
    if not ip.is_mac(value) or not _stands_alone(scan.text, start, end, value[2]):
        return False
    digits = value.replace(value[2], "").lower()
    if digits in ("0" * 12, "f" * 12):
        return False
    # Twelve decimal digits are a time, a date or a draw of a lottery.
    return not digits.isdigit() or scan.evidence(start, end).field == "MAC"


def _candidate(start: int, end: int, evidence: Evidence) -> Candidate:
    labelled = evidence.field == "MAC"
    why = reasons("form", label=evidence.label if labelled else "", via=evidence.via)
    return Candidate(start, end, "MAC_ADDRESS", 0.9, why, "mac_address", FORM | (LABEL if labelled else 0))


def find_value(scan: Scan, value: Value) -> Iterable[Candidate]:
    """Three groups of four (Cisco, H3C) or twelve digits in a row, by label only."""
    match = _OTHER.match(scan.text, value.start)
    if match:
        yield _candidate(*match.span(), value.evidence)


def _stands_alone(text: str, start: int, end: int, joint: str) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not any(char == joint or (char.isascii() and char.isalnum()) for char in (before, after) if char)


DETECTOR = Detector(
    name="mac_address",
    entities=("MAC_ADDRESS",),
    source="IEEE 802-2014, section 8",
    on_passage=find,
    fields=frozenset({"MAC"}),
    on_value=find_value,
    found=(
        Example("MAC地址：00-1B-44-11-3A-B7", "00-1B-44-11-3A-B7"),
        Example("终端3c:5a:b4:9e:01:fd接入", "3c:5a:b4:9e:01:fd"),
        Example("MAC：001b-4411-3ab7", "001b-4411-3ab7"),
    ),
    clean=("12-34-56-78-90-12", "FF:FF:FF:FF:FF:FF", "开奖10-03-40-06-39-20", "3c:5a:b4:9e:01:fd:22"),
)
