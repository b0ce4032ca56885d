"""暗链: links that readers do not see or did not choose, to sites that have no business on an office's page.

国办秘函〔2019〕19号 (检查指标): hidden links are part of the veto item on tampering. A menu hides links too, so that hiding alone says
little: the target must be foreign, and either the way of hiding one that no menu needs, or the words and hosts those of the trade.
"""

from __future__ import annotations

from govredact.detectors.base import Detector, Example
from govredact.models import Candidate, Observation
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govredact.context.scan import Settings
    from govredact.context.whole import Page, Whole
    from govredact.tampering.links import Link

# Counters of visits and the like, which pages load through frames and scripts that nobody sees.
_COUNTERS = (
    "baidu.com", "bdstatic.com", "bdimg.com", "cnzz.com", "umeng.com", "51.la", "conac.cn", "qq.com", "gtimg.com", "google.com",
    "gstatic.com",
    "google-analytics.com", "googletagmanager.com", "jiathis.com", "bshare.cn", "alicdn.com", "aliyuncs.com", "weibo.com",
    "sinaimg.cn", "miit.gov.cn",
    "jquery.com", "bootcdn.net", "cloudflare.com", "jsdelivr.net", "w3.org", "adobe.com", "microsoft.com", "apple.com",
)  # fmt: skip
_FARM = 3
_MOST = 40


def find(whole: Whole) -> Iterable[tuple[Page | Observation, Candidate]]:
    """The links of ``whole`` that are hidden or imposed and foreign."""
    from govredact.tampering import hosts, links  # most documents have no links

    found = links.of_document(whole)
    if not found:
        return
    settings = whole.pages[0].scan.settings
    own = _own_hosts(whole, settings)
    foreign = [link for link in found if link.host and hosts.owner(link.host) not in own and not _is_known(link.host, settings)]
    for link, reason in list(_judged(foreign, settings))[:_MOST]:
        yield link.place, Candidate(link.start, link.end, "HIDDEN_LINK", 0.9, (reason,), "hidden_link")


def _own_hosts(whole: Whole, settings: Settings) -> frozenset[str]:
    """The registered names of the site itself: the address given, what the page says of itself, the office's own domains."""
    from govredact.tampering import hosts

    names = [hosts.host_of(whole.origin.url), *settings.links.own]
    names += [hosts.host_of(item.text) for item in whole.observed("link") if item.about.get("rel", "") == "canonical"]
    names += [item.text.strip().lower() for item in whole.observed("page_meta") if item.about.get("field") == "domain"]
    return frozenset(hosts.owner(name) for name in names if name)


def _is_known(host: str, settings: Settings) -> bool:
    from govredact.tampering import hosts

    return hosts.is_allowed(host, settings.links) or hosts.belongs(host, _COUNTERS)


def _judged(foreign: Sequence[Link], settings: Settings) -> Iterator[tuple[Link, str]]:
    """Each link that is a hidden one, with the reason."""
    from govredact.tampering import hosts

    written = {hosts.owner(link.host) for link in foreign if link.hidden == "script" and link.tag == "a"}
    spam = [_is_spam(link, settings) for link in foreign]
    for link, bad in zip(foreign, spam, strict=True):
        reason = _reason(link, bad)
        if not reason and link.hidden == "script" and link.tag == "a" and len(written) >= _FARM:
            reason = "link_farm"
        if reason:
            yield link, reason


def _reason(link: Link, bad: bool) -> str:
    from govredact.tampering import hosts, links

    if link.hidden in links.TRICKS and link.tag != "img":
        return f"hidden:{link.hidden}"
    if link.hidden == "overlay":
        return "overlay"
    if link.hidden == "redirect":
        return "redirect" if bad or hosts.is_throw_away(link.host) else ""
    if link.hidden and (bad or (link.hidden == "script" and link.tag == "coded" and hosts.is_throw_away(link.host))):
        return f"hidden:{link.hidden}"
    return "spam_anchor" if bad and link.anchor and link.tag == "a" and _speaks(link) else ""


def _is_spam(link: Link, settings: Settings) -> bool:
    """Whether the host or the words of a link are those of gambling, lotteries or pornography."""
    from govredact.tampering import hosts

    return hosts.is_suspicious(link.host) or bool(link.anchor and settings.is_spam is not None and settings.is_spam(link.anchor))


def _speaks(link: Link) -> bool:
    """Whether the words of a link that everybody sees are words: a bare address is left to BAD_LINK."""
    return any("\u4e00" <= char <= "\u9fff" for char in link.anchor)


DETECTOR = Detector(
    name="hidden_link",
    entities=("HIDDEN_LINK",),
    source="国办秘函〔2019〕19号 政府网站与政务新媒体检查指标 (单项否决); 国办发〔2017〕47号 政府网站发展指引",
    on_document=find,
    found=(
        Example(
            '<div style="text-indent:-9999px"><a href="http://www.example-foreign.com/">友情</a></div>', "http://www.example-foreign.com/"
        ),
        Example('<a style="font-size:0px" href="http://example-foreign.net/a">链接</a>', "http://example-foreign.net/a"),
    ),
    clean=(
        '<div style="display:none"><a href="http://www.example.com/menu">菜单</a></div>',
        '<div style="text-indent:-9999px"><a href="http://www.example.gov.cn/">首页</a></div>',
        '<a href="/col/col17805/index.html">信息公开</a> <a href="#top">返回顶部</a>',
    ),
)
