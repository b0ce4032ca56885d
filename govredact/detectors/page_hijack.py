"""页面篡改: pages that hijackers of search results rewrote, known by their signatures.

国办秘函〔2019〕19号 (检查指标): a site that was tampered with or shows obscene or gambling content is a veto item. The signs are described
in ``govredact.tampering``; their weights add up, one for each kind, so that no word decides alone: a notice against gambling names
the same brands. What counts as tampered is listed once for each place, at most ``_MOST`` places.
"""

from __future__ import annotations

from itertools import islice

from govredact.detectors.base import Detector, Example
from govredact.models import Candidate
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govredact.context.whole import Page, Whole
    from govredact.models import Observation
    from govredact.tampering.meta import Noticed
    from govredact.tampering.text import Sign

_ENOUGH = 1.0
# A sign of its own that is shown once the page counts as tampered.
_SHOWN = 0.5
_MOST = 60
# Offices offer their own pages in traditional characters.
_OFFICIAL = (".gov.cn", ".edu.cn", ".gov.hk", ".gov.mo", ".gov.tw")
_LAWFUL_FORMS = frozenset(("traditional_mirror",))
_WEB = frozenset(("html", "mhtml"))


def find(whole: Whole) -> Iterable[tuple[Page | Observation, Candidate]]:
    """The signs on each page that has enough of them; those of a web page count together."""
    from govredact.tampering import hosts, meta  # see _signs

    pages = [page for page in whole.pages if "file_name" not in page.scan.passage.traits(0)]
    noticed = list(meta.signs(whole))
    lawful = _LAWFUL_FORMS if hosts.host_of(whole.origin.url).endswith(_OFFICIAL) else frozenset()
    groups = [pages] if whole.format in _WEB else [[page] for page in pages]
    for group in groups:
        found = [(page, [sign for sign in _signs(page) if sign.kind not in lawful]) for page in group]
        total = _total([*noticed, *(sign for _, signs in found for sign in signs)])
        if total >= _ENOUGH:
            for page, signs in found:
                for candidate in _candidates(signs, total, page.scan.text):
                    yield page, candidate
            for item in (item for item in noticed if item.weight >= _SHOWN):
                yield item.observation, _candidate(0, len(item.observation.text), total, item.kind)


def _signs(page: Page) -> list[Sign]:
    from govredact.tampering import brands, markup, mirrors, sites, spam, trades  # loaded with the first document, not with the program
    from govredact.tampering.text import PageText

    text = PageText(page.scan.text, page.scan.keywords)
    return [sign for family in (markup, mirrors, brands, sites, spam, trades) for sign in family.signs(text)]


def _total(signs: Iterable[Sign | Noticed]) -> float:
    """The weights of the best sign of each kind together."""
    best: dict[str, float] = {}
    for sign in signs:
        best[sign.kind] = max(sign.weight, best.get(sign.kind, 0.0))
    return sum(best.values())


def _candidate(start: int, end: int, total: float, kind: str) -> Candidate:
    return Candidate(start, end, "PAGE_HIJACK", min(0.99, 0.6 + 0.15 * total), (kind,), "page_hijack")


def _candidates(signs: list[Sign], total: float, text: str) -> Iterator[Candidate]:
    """One candidate for each place that shows enough, and for the same words elsewhere."""
    shown = sorted(_everywhere([sign for sign in signs if sign.weight >= _SHOWN] or signs, text))
    for sign in islice(_apart(shown), _MOST):
        yield _candidate(sign.start, sign.end, total, sign.kind)


def _apart(signs: list[Sign]) -> Iterator[Sign]:
    """Signs that do not overlap: of those that do, the one that reaches farthest from the first."""
    current: Sign | None = None
    for sign in signs:
        if current is not None and sign.start < current.end:
            current = current._replace(end=max(current.end, sign.end))
            continue
        if current is not None:
            yield current
        current = sign
    if current is not None:
        yield current


def _everywhere(signs: list[Sign], text: str) -> set[Sign]:
    """``signs`` and the other places of what replaced a name."""
    found = set(signs)
    for sign in {text[s.start : s.end]: s for s in signs if s.kind in ("brand_in_place", "joined_phrases", "site_for_name")}.values():
        value = text[sign.start : sign.end]
        at = text.find(value)
        while at >= 0 and len(found) < 10 * _MOST:
            found.add(sign._replace(start=at, end=at + len(value)))
            at = text.find(value, at + len(value))
    return found


DETECTOR = Detector(
    name="page_hijack",
    entities=("PAGE_HIJACK",),
    source="国办秘函〔2019〕19号 政府网站与政务新媒体检查指标 (单项否决); 国办发〔2017〕47号 政府网站发展指引",
    on_document=find,
    found=(
        Example("青山县bet365_365体育官网_体育在线app下载人民政府办公室关于印发制度的通知", "bet365_365体育官网_体育在线app下载"),
        Example("来源：91111威尼斯人 我校91111威尼斯人召开会议", "91111威尼斯人"),
        Example("受委托报告2022年www.ylg88888.com预算调整方案", "www.ylg88888.com"),
        Example("近日石桥镇發(fā)布關(guān)于加強(qiáng)管理的實(shí)施意見", "發(fā)"),
    ),
    clean=(
        "民警打掉一个为“新葡京”“皇冠体育”等赌博网站推广的团伙，抓获犯罪嫌疑人12名",
        "金沙县人民政府办公室关于印发方案的通知",
        "载重(zài) 血液(xuè) 憎恶(zēng) 卓越(zhuó)",
        "请登录www.example.com报名系统填报信息",
    ),
)
