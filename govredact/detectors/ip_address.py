"""IP地址: an address of a private range tells how an internal network is built; a public one is for a look.

Version and clause numbers (1.2.3.4, 10.1.2.3) have the same shape, so an address needs a label, a URL, a port, a prefix
length or numbers that no clause has. Network masks, loopback and documentation addresses are none.
"""

from __future__ import annotations

from govredact.detectors.base import CHECK, FORM, LABEL, Detector, Example, reasons
from govredact.models import Candidate
from govredact.numbers import ip
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from govredact.context.runs import Evidence
    from govredact.context.scan import Scan

_INTERNAL = frozenset({"private", "shared", "link_local"})
_FIRST = lazy.compile("[0-9]{1,3}$")
_LENGTH = lazy.compile("/[0-9]{1,2}(?![0-9])")
_PORT = lazy.compile("[:：][0-9]{2,5}(?![0-9])")
_NEAR = lazy.compile(
    "(?:[Ii][Pp][Vv]?[46]?|地址|服务器|主机|网关|路由器?|防火墙|交换机|网段|内网|外网|网络|DNS|dns|端口|ping|ssh|telnet|//|@|访问|登录)[^0-9\n]{0,6}$"
)
_VERSION = lazy.compile("(?:版本?|[Vv]ersion|[Vv]er|[Vv]|[Bb]uild|固件|驱动|第|见|图|表|附录|条款?|章节?)[号:：. 为是]{0,2}$")
_CLAUSE = lazy.compile("[ \u3000]{0,2}(?:条|款|项|节|章|版)")
_SMALL = 32  # numbers of chapters and versions stay below this
_SIX = lazy.compile("[0-9A-Fa-f:.]{3,45}")
_SIX_BEGINS = lazy.compile("[0-9A-Fa-f:.]{0,40}$")


def find_four(scan: Scan, match: re.Match[str]) -> Iterable[Candidate]:
    """An IPv4 address around three dotted numbers."""
    text = scan.text
    first = _FIRST.search(text, match.start() - 3 if match.start() > 3 else 0, match.start())
    if first is None or (text[match.end() : match.end() + 1] == "." and text[match.end() + 1 : match.end() + 2].isalnum()):
        return
    start, end = first.start(), match.end()
    before = text[start - 1 : start]
    if before and before.isascii() and (before.isalnum() or before in "._"):
        return
    kind = ip.kind(text[start:end])
    if kind in _INTERNAL or kind == "public":
        evidence = scan.evidence(start, end)
        if _is_address(scan, start, end, evidence):
            length = _LENGTH.match(text, end)
            yield _candidate(start, length.end() if length else end, kind, evidence)


def find_six(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """An IPv6 address that holds the anchor."""
    begins = _SIX_BEGINS.search(scan.text, max(0, start - 40), start)
    match = _SIX.match(scan.text, begins.start() if begins else start)
    if match is None or match.end() < end:
        return
    value = match[0].rstrip(".") if not match[0].endswith("::") else match[0]
    value = value[:-1] if value.endswith(":") and not value.endswith("::") else value
    before, after = scan.text[match.start() - 1 : match.start()], scan.text[match.start() + len(value) : match.start() + len(value) + 1]
    if (before.isascii() and before.isalnum()) or (after.isascii() and after.isalnum()) or value.count(":") < 2:
        return
    kind = ip.kind(value)
    if kind in _INTERNAL or kind == "public":
        evidence = scan.evidence(match.start(), match.start() + len(value))
        yield _candidate(match.start(), match.start() + len(value), kind, evidence)


def _is_address(scan: Scan, start: int, end: int, evidence: Evidence) -> bool:
    """Whether four dotted numbers are an address and no version or clause."""
    text = scan.text
    if evidence.field == "IP" or text.startswith(("192.168.", "172."), start) or _LENGTH.match(text, end) or _PORT.match(text, end):
        return True
    before = text[max(0, start - 16) : start]
    if _VERSION.search(before) or _CLAUSE.match(text, end):
        return False
    if _NEAR.search(before):
        return True
    numbers = [int(part) for part in text[start:end].split(".")]
    if numbers[0] == 10:
        return max(numbers) >= _SMALL or 0 in numbers[1:3]
    return sum(number >= _SMALL for number in numbers) > 1


def _candidate(start: int, end: int, kind: str, evidence: Evidence) -> Candidate:
    labelled = evidence.field == "IP"
    rank = FORM | CHECK | (LABEL if labelled else 0)
    inside = kind in _INTERNAL
    why = reasons("internal_network" if inside else "public_address", label=evidence.label if labelled else "", via=evidence.via)
    score = 0.95 if labelled or inside else 0.6
    return Candidate(start, end, "IP_ADDRESS", score, why, "ip_address", rank, "", "review", "medium" if inside else "low")


DETECTOR = Detector(
    name="ip_address",
    entities=("IP_ADDRESS",),
    source="RFC 1918; RFC 4291; GB/T 22239-2019 (网络安全等级保护)",
    pattern=r"\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}(?![0-9])",
    on_match=find_four,
    anchors=("fe80:", "fc00:", "fd00:", "2001:", "2400:", "2408:", "2409:", "240a:", "240c:", "240e:"),
    on_anchor=find_six,
    found=(
        Example("IP地址：192.168.1.100", "192.168.1.100"),
        Example("系统地址http://10.1.2.3:8080/login", "10.1.2.3"),
        Example("服务器123.56.78.90遭到扫描", "123.56.78.90"),
        Example("网段172.16.8.0/24", "172.16.8.0/24"),
        Example("IPv6地址 fe80::1a2b:3c4d:5e6f:7081", "fe80::1a2b:3c4d:5e6f:7081"),
    ),
    clean=("子网掩码255.255.255.0", "版本1.2.3.4", "见10.1.2.3条", "1.3.1 适用范围", "本机127.0.0.1", "2021.3.5.12"),
)
