"""What a page points to, as observations: links, frames, scripts, forms, redirects; and what it says about itself in meta tags."""

from __future__ import annotations

import re

from govredact.documents.html import scripts
from govredact.documents.html.page import NOWHERE, SCRIPT
from govredact.documents.html.references import in_attribute
from govredact.models import Observation
from govredact.text.escapes import ESCAPES, unescape
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.documents.html.attributes import Attributes
    from govredact.documents.html.page import Page, Target
    from govredact.documents.html.views import Locate

_LONGEST_ANCHOR, _LONGEST_STYLE = 80, 1000
_IGNORED = re.compile("[\t\n\r]")
_NOT_LEADING = re.compile("#|javascript:|data:|about:blank$|$", re.IGNORECASE)
_REFRESH = re.compile(r"\s*[0-9.]*\s*[;,]?\s*(?:url\s*=\s*)?['\"]?([^'\"]*)", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
# A frame over the whole page.
_FRAMES = frozenset(("iframe", "frame", "embed", "object"))
_COVERS = re.compile(r"(?=.*position\s?:\s?(?:fixed|absolute))(?=.*\bwidth\s?:\s?100(?:%|vw))(?=.*\bheight\s?:\s?100(?:%|vh))", re.I | re.S)
# What government pages call the same things (国办函〔2017〕 网站标签规范, and usual spellings).
FIELDS = {
    "title": "title", "articletitle": "title", "og:title": "title", "pubdate": "published", "publishdate": "published",
    "article:published_time": "published", "pubtime": "published", "contentsource": "source", "source": "source", "author": "author",
    "columnname": "column", "columntype": "column_type", "sitename": "site", "og:site_name": "site", "sitedomain": "domain",
    "keywords": "keywords", "description": "description", "og:description": "description", "generator": "generator",
    "indexno": "index_no", "indexnumber": "index_no", "publisher": "issuer", "organization": "issuer", "writtendate": "written",
}  # fmt: skip


def of_page(page: Page, locate: Locate) -> Iterator[Observation]:
    """``link`` and ``page_meta`` observations of one page, in the order of the source."""
    found = [*_targets(page, locate), *_leads(page, locate), *_metas(page, locate)]
    if page.title is not None and page.kind == "page":
        start, end = page.title
        found.append(_meta(page, locate, "title", _SPACES.sub(" ", in_text(page.region.text[start:end])).strip(), (start, end)))
    yield from sorted(found, key=lambda observation: observation.leaves[0][1])


def in_text(stored: str) -> str:
    """Stored text as a reader sees it."""
    return ESCAPES["html"].sub(lambda match: unescape(match[0]), stored) if "&" in stored else stored


def address(stored: str) -> str:
    """An attribute's value as a browser takes it for an address (WHATWG URL, 4.4)."""
    return _IGNORED.sub("", in_attribute(stored)).strip(" \x00-\x1f")


def _targets(page: Page, locate: Locate) -> Iterator[Observation]:
    for target in page.targets:
        text = address(page.region.text[target.start : target.end])
        if _NOT_LEADING.match(text):
            continue
        about = {
            "tag": target.tag,
            "attribute": target.name,
            "anchor": _anchor(page, target),
            "hidden": _hidden(page, target),
            "rel": target.attributes.values.get("rel", "").lower(),
        }
        if target.look.ruled:
            about["hidden_by"] = "rule"
        yield _observation(page, locate, "link", text, (target.start, target.end), about, target.name)


def _anchor(page: Page, target: Target) -> str:
    if target.first == target.last:
        return target.attributes.values.get("title", target.attributes.values.get("alt", ""))[:_LONGEST_ANCHOR]
    text, number = "", target.first
    while number < target.last and len(text) < 2 * _LONGEST_ANCHOR:
        text += page.pieces[number]
        number += 1
    return _SPACES.sub(" ", in_text(text)).strip()[:_LONGEST_ANCHOR]


def _hidden(page: Page, target: Target) -> str:
    """Why nobody sees the link, or sees nothing else: the element around it, or all of its own text."""
    if target.tag in _FRAMES and _COVERS.match(target.attributes.values.get("style", "")[:_LONGEST_STYLE]):
        return "overlay"
    if target.look.reason or target.first == target.last:
        return target.look.reason
    reason = ""
    for number in range(target.first, target.last):
        if page.sources[number] != NOWHERE:
            look = page.hidden.get(number)
            if look is None:
                return ""
            reason = reason or look.reason
    return reason


def _leads(page: Page, locate: Locate) -> Iterator[Observation]:
    for aside in page.asides:
        if aside.kind != SCRIPT:
            continue
        for span, stored in scripts.coded(page.region.text, aside.start, aside.end):
            about = {"tag": "coded", "attribute": "src", "anchor": "", "hidden": "script", "rel": ""}
            yield _observation(page, locate, "link", stored, span, about, SCRIPT)
        for lead in scripts.leads(page.region.text, aside.start, aside.end):
            stored = ESCAPES["js"].sub(lambda match: unescape(match[0]), page.region.text[lead.start : lead.end])
            if not _NOT_LEADING.match(stored.strip()):
                about = {"tag": "script", "attribute": lead.way, "anchor": "", "hidden": "script", "rel": ""}
                yield _observation(page, locate, "link", stored.strip(), (lead.start, lead.end), about, SCRIPT)


def _metas(page: Page, locate: Locate) -> Iterator[Observation]:
    for attributes, base in page.metas:
        content = attributes.stored("content")
        if content is None or content[0] == content[1]:
            continue
        span = base + content[0], base + content[1]
        values = attributes.values
        if values.get("http-equiv", "").strip().lower() == "refresh":
            yield from _refresh(page, locate, attributes, span)
            continue
        name = (values.get("name") or values.get("property") or values.get("itemprop") or "").strip().lower()
        if name:
            yield _meta(page, locate, name, values["content"].strip(), span)


def _refresh(page: Page, locate: Locate, attributes: Attributes, span: tuple[int, int]) -> Iterator[Observation]:
    match = _REFRESH.match(attributes.values["content"])
    target = address(match[1]) if match else ""
    if target and not _NOT_LEADING.match(target):
        about = {"tag": "meta", "attribute": "refresh", "anchor": "", "hidden": "redirect", "rel": ""}
        yield _observation(page, locate, "link", target, span, about, "content")


def _meta(page: Page, locate: Locate, name: str, content: str, span: tuple[int, int]) -> Observation:
    return _observation(page, locate, "page_meta", content, span, {"name": name, "field": FIELDS.get(name, "")}, None)


def _observation(
    page: Page, locate: Locate, kind: str, text: str, span: tuple[int, int], about: dict[str, str], attribute: str | None
) -> Observation:
    start, end = page.region.span(*span)
    return Observation(kind, locate(start, attribute), text, ((0, start, end),), "", about)
