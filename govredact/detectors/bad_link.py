"""违规链接: addresses that an office's page must not lead to, by their form or by the policy's lists.

国办发〔2017〕47号 and 国办秘函〔2019〕19号: no links to illegal, irregular or commercial pages, and none into an internal network. An
ordinary commercial address is no finding by itself; ``links.strict`` in the policy reports whatever no list allows.
"""

from __future__ import annotations

from govredact.detectors.base import Detector, Example
from govredact.models import Candidate, Observation
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.context.scan import Scan
    from govredact.context.whole import Page, Whole

_ADDRESS = lazy.compile("(?:(?i:https?|ftp)://|(?i:www)\\.)[^\\s\"'<>\u3000-\uffff]{2,400}")
# A comma ends an address where it stands before the path.
_HOST_END = lazy.compile("[^0-9A-Za-z.:@\\[\\]_-]")
_LOCAL = lazy.compile("(?i:file):/{2,3}[^\\s\"'<>，。；）)]{1,200}")
_SHARE = lazy.compile("\\\\\\\\[0-9A-Za-z._-]{1,60}\\\\[^\\s\"'<>，。；）)]{1,120}")
_TRAILING = ".,;:!?)]}"
_SHOWN = lazy.compile("(?:https?://)?((?:[a-z0-9-]{1,40}\\.){1,5}[a-z]{2,10})(?:/[!-~]{0,80})?", 2)
_SEVERITIES = {"internal_network": "high", "plain_address": "medium", "local_path": "high", "not_allowed_domain": "medium"}
_MOST = 60


def find(scan: Scan, start: int, end: int) -> Iterable[Candidate]:
    """The address that begins with the anchor at ``[start, end)``."""
    if not scan.passage.traits(scan.normalized.span(start, end)[0]).isdisjoint(("attribute", "script", "style")):
        return  # documents that know their markup observe the links in it
    text = scan.text
    if text.startswith("\\\\", start) or text[start : start + 5].lower() == "file:":
        match = (_SHARE if text[start] == "\\" else _LOCAL).match(text, start)
        if match and (start == 0 or text[start - 1] != "\\"):
            yield _candidate(start, match.end(), "local_path")
        return
    bare = text[start : start + 3].lower() == "www"
    match = None if bare and text[max(0, start - 3) : start] == "://" else _ADDRESS.match(text, start)
    if match:
        yield from _judged(scan, match[0].rstrip(_TRAILING), start)


def _judged(scan: Scan, address: str, start: int) -> Iterable[Candidate]:
    from govredact.tampering import hosts  # most texts hold no address

    after = address.find("://") + 3 if "://" in address else 0
    end = _HOST_END.search(address, after)
    if end and end[0] not in "/?#":
        address = address[: end.start()]
    reason = hosts.fault(hosts.host_of(address if after else f"//{address}"), scan.settings.links)
    if reason:
        yield _candidate(start, start + len(address), reason)


def _candidate(start: int, end: int, reason: str) -> Candidate:
    return Candidate(start, end, "BAD_LINK", 0.85, (reason,), "bad_link", severity=_SEVERITIES.get(reason, ""))


def in_document(whole: Whole) -> Iterable[tuple[Page | Observation, Candidate]]:
    """What is wrong with the links that the document observes."""
    observed = whole.observed("link")
    if not observed:
        return
    count = 0
    for observation in observed:
        reason = _observed_fault(whole, observation)
        if reason and count < _MOST:
            count += 1
            yield observation, _candidate(0, len(observation.text), reason)


def _observed_fault(whole: Whole, observation: Observation) -> str:
    from govredact.tampering import hosts

    address = observation.text.strip()
    if address[:5].lower() == "file:" or address.startswith("\\\\"):
        return "local_path"
    host = hosts.host_of(address)
    rules = whole.pages[0].scan.settings.links
    if host and host == hosts.host_of(whole.origin.url):
        return ""
    fault = hosts.fault(host, rules) if host.isascii() else ""
    return fault or ("shown_as_another" if _shows_another(host, observation.about.get("anchor", "")) else "")


def _shows_another(host: str, anchor: str) -> bool:
    """Whether the text of the link is an address of another owner: it says one thing and leads elsewhere."""
    from govredact.tampering import hosts

    shown = _SHOWN.fullmatch(anchor.strip())
    return bool(host and shown and "." in shown[1] and hosts.owner(shown[1].lower()) != hosts.owner(host))


DETECTOR = Detector(
    name="bad_link",
    entities=("BAD_LINK",),
    source="国办发〔2017〕47号 政府网站发展指引; 国办秘函〔2019〕19号; 国办函〔2018〕55号 政府网站域名管理",
    anchors=("http://", "https://", "ftp://", "www.", "file://", "\\\\"),
    on_anchor=find,
    needs=frozenset({"link"}),
    on_document=in_document,
    found=(
        Example("办公系统：http://192.168.1.20:8080/oa/login", "http://192.168.1.20:8080/oa/login"),
        Example("详见http://www.qingshan.gov-cn.com/index.html", "http://www.qingshan.gov-cn.com/index.html"),
        Example("附件在\\\\10.1.2.3\\share\\名单.xls", "\\\\10.1.2.3\\share\\名单.xls"),
        Example("访问https://www.bet36588.com/reg", "https://www.bet36588.com/reg"),
        Example("下载file:///C:/Users/admin/a.doc", "file:///C:/Users/admin/a.doc"),
    ),
    clean=(
        "详见http://www.qingshan.gov.cn/index.html",
        "报名网址https://www.example.com/apply",
        "登录www.12306.cn购票，或www.chsi.com.cn查询",
        "https://www.usa.gov/ 与 https://www.gov.uk/",
    ),
)
