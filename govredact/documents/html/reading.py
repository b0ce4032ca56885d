"""All pages of a file: the page itself, and the markup that stands in its comments, attributes and scripts, breadth first."""

from __future__ import annotations

import re

from govredact.documents.html import scripts
from govredact.documents.html.flow import Reader, Shared
from govredact.documents.html.looks import Looks
from govredact.documents.html.page import ATTRIBUTE, COMMENT, QUOTED, SCRIPT, Aside, Page
from govredact.documents.html.references import add_address, add_attribute, add_script_string
from govredact.documents.html.regions import Region, Translation
from govredact.documents.html.styles import Rules
from govredact.models import Gap
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    _Add = Callable[[Translation, str, int, int], None]

_SHEET = re.compile(r"<style\b[^>]*+>([^<]*+(?:<(?!/style)[^<]*+)*+)", re.IGNORECASE)
_XML = re.compile(r"\s{0,64}<\?xml\s")
_PERCENT = re.compile("%[0-9A-Fa-f]{2}")
_MOST_DEPTH = 5
# Why nobody sees what a page of a kind shows, as far as it is not for its own elements to say.
_HIDDEN = {COMMENT: "comment", "written": "script", "inner": "frame", "address": "attribute", QUOTED: "attribute"}


class Reading(NamedTuple):
    """The pages in the order in which they were met, and what was not read."""

    pages: list[Page]
    gaps: list[Gap]


def read(text: str) -> Reading:
    """Every page in the file ``text``."""
    shared = Shared(Looks(Rules(_SHEET.findall(text))), self_closing=_XML.match(text) is not None)
    page = Page(Region(text), "page")
    Reader(page, shared).read(0, len(text))
    reading = Reading([], [])
    pending = [page]
    while pending:
        page = pending.pop(0)
        reading.pages.append(page)
        if page.region.depth < _MOST_DEPTH:
            pending.extend(_inside(page, shared))
        elif any(nested.kind != QUOTED for nested in page.nested):
            reading.gaps.append(Gap(page.kind, "depth", blocking=True))
    return reading


def _inside(page: Page, shared: Shared) -> Iterator[Page]:
    """The pages that stand in ``page``, those of one kind together."""
    for kind in dict.fromkeys(nested.kind for nested in page.nested):
        spans = [(nested.start, nested.end) for nested in page.nested if nested.kind == kind]
        if kind in ("srcdoc", QUOTED):
            yield _translated(page, kind, [[span] for span in spans], add_attribute, shared)
        else:
            inner = Page(page.region, kind)
            reader = Reader(inner, shared)
            for start, end in spans:
                reader.read(start, end, raw=kind != "rest", hidden=_HIDDEN.get(kind, ""))
            yield inner
    groups = [group for aside in page.asides if aside.kind == SCRIPT for group in scripts.written(page.region.text, aside.start, aside.end)]
    if groups:
        yield _translated(page, "written", groups, add_script_string, shared)
    if page.kind == "written" and _PERCENT.search(page.region.text):
        yield _translated(page, "written", [[(0, len(page.region.text))]], add_address, shared)
    addresses = [aside for aside in page.asides if aside.kind == ATTRIBUTE and _PERCENT.search(page.region.text, aside.start, aside.end)]
    if addresses and page.kind != "address":
        yield _addresses(page, addresses)


def _translated(page: Page, kind: str, groups: list[list[tuple[int, int]]], add: _Add, shared: Shared) -> Page:
    """One page of the stored ``groups`` of spans, each read as a fragment of its own."""
    translation, spans = Translation(), []
    for group in groups:
        start = translation.length
        for span in group:
            add(translation, page.region.text, *span)
        spans.append((start, translation.length))
    inner = Page(translation.region(page.region), kind)
    reader = Reader(inner, shared)
    for start, end in spans:
        reader.read(start, end, hidden=_HIDDEN.get(kind, ""))
    return inner


def _addresses(page: Page, asides: list[Aside]) -> Page:
    """The attributes whose percent signs hide what they say."""
    translation, spans = Translation(), []
    for aside in asides:
        start = translation.length
        add_address(translation, page.region.text, aside.start, aside.end)
        spans.append((start, translation.length))
    inner = Page(translation.region(page.region), "address")
    inner.asides = [
        aside._replace(start=start, end=end, label=None) for aside, (start, end) in zip(asides, spans, strict=True) if start < end
    ]
    return inner
