"""IP and hardware addresses, as plain integers (the ``ipaddress`` module costs more to import than all of this).

A private address in a published document tells how an internal network is built. Ranges: RFC 1918, 6598 (shared), 3927
and 4291 (link-local), 4193 (unique local), 1122 (loopback), 5737 and 3849 (documentation).

>>> parse_ipv4("192.168.1.10"), kind("192.168.1.10"), kind("114.114.114.114"), kind("fd00::1"), kind("256.1.1.1")
(3232235786, 'private', 'public', 'private', '')
"""

from __future__ import annotations

# (network, bits of the network, kind); the first that fits counts.
_RANGES4: tuple[tuple[int, int, str], ...] = (
    (0x0A000000, 8, "private"),
    (0xAC100000, 12, "private"),
    (0xC0A80000, 16, "private"),
    (0x64400000, 10, "shared"),
    (0xA9FE0000, 16, "link_local"),
    (0x7F000000, 8, "loopback"),
    (0xC0000200, 24, "documentation"),
    (0xC6336400, 24, "documentation"),
    (0xCB007100, 24, "documentation"),
    (0x00000000, 8, "reserved"),
    (0xE0000000, 3, "reserved"),
)
_RANGES6: tuple[tuple[int, int, str], ...] = (
    (0xFC << 120, 7, "private"),
    (0xFE80 << 112, 10, "link_local"),
    (1, 128, "loopback"),
    (0, 128, "reserved"),
    (0xFF << 120, 8, "reserved"),
    (0x20010DB8 << 96, 32, "documentation"),
)
_HEX = frozenset("0123456789abcdefABCDEF")


def parse_ipv4(text: str) -> int | None:
    """The address as a number of 32 bits; ``None`` unless it is four numbers 0–255 without leading zeros."""
    parts = text.split(".")
    if len(parts) != 4:
        return None
    value = 0
    for part in parts:
        if not (0 < len(part) <= 3 and part.isdecimal() and part.isascii()) or (part[0] == "0" and part != "0") or int(part) > 255:
            return None
        value = value << 8 | int(part)
    return value


def parse_ipv6(text: str) -> int | None:
    """The address as a number of 128 bits, ``::`` and a trailing IPv4 part included; ``None`` for anything else."""
    if "." in text:
        head, _, tail = text.rpartition(":")
        v4 = parse_ipv4(tail)
        if v4 is None:
            return None
        text = f"{head}:{v4 >> 16:x}:{v4 & 0xFFFF:x}"
    left, gap, right = text.partition("::")
    front, back = left.split(":") if left else [], right.split(":") if right else []
    missing = 8 - len(front) - len(back)
    if missing < 0 or (missing == 0) == bool(gap) or (missing and not gap):
        return None
    value = 0
    for group in (*front, *["0"] * missing, *back):
        if not (0 < len(group) <= 4 and _HEX.issuperset(group)):
            return None
        value = value << 16 | int(group, 16)
    return value


def kind(text: str) -> str:
    """``private``, ``shared``, ``link_local``, ``loopback``, ``documentation``, ``reserved``, ``public``, or ``""`` for no address."""
    value, width, ranges = parse_ipv4(text), 32, _RANGES4
    if value is None:
        value, width, ranges = parse_ipv6(text), 128, _RANGES6
    if value is None:
        return ""
    for network, bits, name in ranges:
        if value >> (width - bits) == network >> (width - bits):
            return name
    return "public"


def is_private(text: str) -> bool:
    """Whether ``text`` is an address that exists only inside a network (private, shared or link-local)."""
    return kind(text) in ("private", "shared", "link_local")


def is_mac(text: str) -> bool:
    """Whether ``text`` is a hardware address: six pairs of hexadecimal digits, joined by ``:`` or ``-`` throughout."""
    parts = text.split(text[2:3] or " ")
    return text[2:3] in (":", "-") and len(parts) == 6 and all(len(part) == 2 and _HEX.issuperset(part) for part in parts)
