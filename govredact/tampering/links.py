"""The links of a document: those that the document observes, and those that stand as markup in plain text."""

from __future__ import annotations

from itertools import islice

from govredact.tampering.hosts import host_of
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.context.whole import Page, Whole
    from govredact.models import Observation

# Ways to hide that no menu and no tab needs.
TRICKS = frozenset(("size", "color", "offscreen", "opacity", "zero_size", "clip"))
_TAG = lazy.compile("<a\\s[^<>]{1,1200}>", 2)
_TARGET = lazy.compile("href\\s?=\\s?[\"']?([^\"'\\s<>\\\\]{4,500})", 2)
_LONGEST_ANCHOR = 80
_MARKDOWN = lazy.compile("\\[([^\\[\\]\n]{0,80})\\]\\((https?://[^\\s()<>]{4,500})\\)")
_WRITTEN = lazy.compile("document\\s?\\.\\s?write(?:ln)?\\s?\\(")
_STYLE = (
    (lazy.compile('font-size\\s?:\\s?[01](?:px|pt|em|%|;|")', 2), "size"),
    (lazy.compile("(?:text-indent|left|top|margin-left|margin-top)\\s?:\\s?-\\s?[0-9]{3,}", 2), "offscreen"),
    (lazy.compile("opacity\\s?:\\s?0(?:\\.0)?\\s?(?:;|\"|'|$)", 2), "opacity"),
    (
        lazy.compile(
            "(?:height|width)\\s?:\\s?[01](?:px)?\\s?[;\"'][^<>]{0,80}overflow\\s?:\\s?hidden"
            "|overflow\\s?:\\s?hidden[^<>]{0,80}(?:height|width)\\s?:\\s?[01](?:px)?\\s?[;\"']",
            2,
        ),
        "zero_size",
    ),
    (lazy.compile("display\\s?:\\s?none|visibility\\s?:\\s?hidden|\\shidden[\\s>]", 2), "display"),
)
_BOX = lazy.compile("<(?:div|span|p|ul|td|font|marquee|section)\\b[^<>]{0,300}>", 2)
_MOST = 5000


class Link(NamedTuple):
    """One link at its place. ``hidden``: why a reader does not see it; ``redirect`` and ``script`` for what leads there by itself."""

    place: Page | Observation
    start: int
    end: int
    address: str
    tag: str
    anchor: str
    hidden: str

    @property
    def host(self) -> str:
        """The host that it leads to; ``""`` within the same site."""
        return host_of(self.address)


def of_document(whole: Whole) -> list[Link]:
    """All links that are known, in order, at most 5,000."""
    observed = list(islice(_observed(whole), _MOST))
    return observed or list(islice((link for page in whole.pages for link in _in_text(page)), _MOST))


def _observed(whole: Whole) -> Iterator[Link]:
    for observation in whole.observed("link"):
        about = observation.about
        hidden = about.get("hidden", "")
        tag = about.get("tag", "")
        if tag == "script" and about.get("attribute") == "location":
            hidden = "redirect"
        yield Link(observation, 0, len(observation.text), observation.text, tag, about.get("anchor", ""), hidden)


def _in_text(page: Page) -> Iterator[Link]:
    """Markup and Markdown links in the text of a page."""
    text = page.scan.text
    if "href" in text or "HREF" in text:
        written = [match.end() for match in _WRITTEN.finditer(text)]
        for tag in _TAG.finditer(text):
            match = _TARGET.search(text, tag.start(), tag.end())
            if match is None:
                continue
            hidden = _hidden(text, tag.start(), tag.end())
            if not hidden and any(at <= tag.start() and text.find("</script", at, tag.start()) < 0 for at in written[-1:] + written[:1]):
                hidden = "script"
            anchor = text[tag.end() : tag.end() + _LONGEST_ANCHOR].partition("<")[0].strip()
            yield Link(page, match.start(1), match.end(1), match[1], "a", anchor, hidden)
    if "](" in text:
        for match in _MARKDOWN.finditer(text):
            yield Link(page, match.start(2), match.end(2), match[2], "a", match[1].strip(), "")


def _hidden(text: str, start: int, end: int) -> str:
    """How the tag at ``start``, or the box that it stands in, is hidden by its own style."""
    boxes = list(_BOX.finditer(text, max(0, start - 400), start))
    box = boxes[-1] if boxes else None
    first = box.start() if box and "</" not in text[box.end() : start].replace("</a>", "").replace("</li>", "") else start
    for pattern, name in _STYLE:
        if pattern.search(text, first, end):
            return name
    return ""
