"""MAC地址: six pairs of hexadecimal digits joined by ``:`` or ``-`` (IEEE 802), the mark of one device on a network."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govredact.detectors.base import FORM, LABEL, Detector, Example, reasons
from govredact.models import Candidate
from govredact.numbers import ip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.context.scan import Scan, Value

_DOTTED = re.compile("[0-9A-Fa-f]{4}(?:[.-][0-9A-Fa-f]{4}){2}(?![0-9A-Za-z])")
_LENGTH = 17


def find(scan: Scan, match: re.Match[str]) -> Iterable[Candidate]:
    """An address whose second and third pair the pattern found."""
    start = match.start() - 2
    value = scan.text[max(0, start) : start + _LENGTH]
    if start < 0 or not ip.is_mac(value) or not _stands_alone(scan.text, start, start + _LENGTH, value[2]):
        return
    letters = value.replace(value[2], "").lower()
    if letters in ("0" * 12, "f" * 12) or (letters.isdigit() and value[2] == "-" and scan.evidence(start, start + _LENGTH).field != "MAC"):
        return
    evidence = scan.evidence(start, start + _LENGTH)
    labelled = evidence.field == "MAC"
    why = reasons("form", label=evidence.label if labelled else "", via=evidence.via)
    yield Candidate(start, start + _LENGTH, "MAC_ADDRESS", 0.9, why, "mac_address", FORM | (LABEL if labelled else 0))


def find_value(scan: Scan, value: Value) -> Iterable[Candidate]:
    """The form in three groups of four (Cisco, H3C), by label only."""
    match = _DOTTED.match(scan.text, value.start)
    if match:
        why = reasons("form", label=value.evidence.label, via=value.evidence.via)
        yield Candidate(*match.span(), "MAC_ADDRESS", 0.9, why, "mac_address", FORM | LABEL)


def _stands_alone(text: str, start: int, end: int, joint: str) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not any(char == joint or (char.isascii() and char.isalnum()) for char in (before, after) if char)


DETECTOR = Detector(
    name="mac_address",
    entities=("MAC_ADDRESS",),
    source="IEEE 802-2014, section 8",
    pattern=r"[:-][0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\1){3}[0-9A-Fa-f]{2}(?![0-9A-Za-z])",
    on_match=find,
    fields=frozenset({"MAC"}),
    on_value=find_value,
    found=(
        Example("MAC地址：00-1B-44-11-3A-B7", "00-1B-44-11-3A-B7"),
        Example("终端3c:5a:b4:9e:01:fd接入", "3c:5a:b4:9e:01:fd"),
        Example("MAC：001b-4411-3ab7", "001b-4411-3ab7"),
    ),
    clean=("12-34-56-78-90-12", "FF:FF:FF:FF:FF:FF", "开奖10-03-40-06-39-20", "3c:5a:b4:9e:01:fd:22"),
)
