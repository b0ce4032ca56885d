"""Travel permits between the mainland, Hong Kong, Macao and Taiwan.

港澳居民来往内地通行证: H (Hong Kong) or M (Macao) + 8 digits, older ones + 2 for the times of renewal. 台湾居民来往大陆通行证:
8 digits (new), 10 digits + a letter, bracketed or not (old). 往来港澳通行证: C + 8 digits, or C + a letter without I and O + 7;
older ones W + 8. 往来台湾通行证: L or T + 8.

>>> kind("H12345678"), kind("CA1234567"), kind("L12345678"), kind("1234567890(B)"), kind("CI1234567")
('hkm_to_mainland', 'to_hkm', 'to_taiwan', 'taiwan_to_mainland', '')
"""

from __future__ import annotations

_KINDS = {"H": "hkm_to_mainland", "M": "hkm_to_mainland", "C": "to_hkm", "W": "to_hkm", "L": "to_taiwan", "T": "to_taiwan"}


def kind(value: str) -> str:
    """``hkm_to_mainland``, ``to_hkm``, ``taiwan_to_mainland``, ``to_taiwan``, or ``""``.

    Eight bare digits count as ``taiwan_to_mainland``; without a label beside them they are anything.
    """
    if not value.isascii():
        return ""
    first, rest = value[:1], value[1:]
    if first.isdecimal():
        return "taiwan_to_mainland" if _is_taiwanese(value) else ""
    if rest.isdecimal():
        return _KINDS.get(first, "") if len(rest) == 8 or (len(rest) == 10 and first in "HM") else ""
    letters = first == "C" and len(rest) == 8 and "A" <= rest[0] <= "Z" and rest[0] not in "IO" and rest[1:].isdecimal()
    return "to_hkm" if letters else ""


def _is_taiwanese(value: str) -> bool:
    if value.isdecimal():
        return len(value) == 8
    head, tail = value[:10], value[10:]
    letter = tail[1:-1] if tail[:1] == "(" and tail[-1:] == ")" else tail
    return len(head) == 10 and head.isdecimal() and len(letter) == 1 and "A" <= letter <= "Z"
