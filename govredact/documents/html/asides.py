"""What stands beside the flow of text: attributes that say something, comments, addresses, data written into them."""

from __future__ import annotations

import re

from govredact.documents.html.names import words
from govredact.documents.html.page import ATTRIBUTE, COMMENT, QUOTED, Aside, Nested, Target
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.documents.html.attributes import Attributes
    from govredact.documents.html.look import Look
    from govredact.documents.html.page import Page

# What an attribute or a comment can say that identifies somebody: no pattern of a detector matches without one of these.
_TELLING = re.compile(
    r"[^\x00-\x7f]|[0-9]{6}|@|%[0-9A-Fa-f]{2}|&#|\\[ux]|[0-9][ ().-]{1,2}[0-9]{2}|[0-9A-Za-z_-]{20}|[0-9A-Fa-f]{2}[:-][0-9A-Fa-f]{2}[:-]"
)
# Attributes that people fill; the others hold sizes, names of styles and addresses.
_SPOKEN = re.compile("value|content|placeholder|alt|title|summary|label|data-|aria-|on[a-z]")
_LAID_OUT = words(
    "style class id width height color bgcolor border align valign lang rel type target face size for name cellpadding "
    "cellspacing charset http-equiv property itemprop role tabindex crossorigin integrity media"
)
_NUMBER = re.compile("[0-9]{7}|[0-9][ .-][0-9]{4}")
_HAN = re.compile("[\u3400-\u9fff]")
# Templates in attributes, and what an unclosed quote swallows.
_MARKUP = re.compile("(?:<|&lt;)/?[a-zA-Z]")
_LEAST = 4
# Attributes that hold an address; a value that begins so holds the document itself.
_ADDRESSES = words(
    "href src action formaction data poster background cite longdesc ping codebase classid profile manifest xlink:href "
    "data-src data-href data-url data-original"
)
_DATA = "data:"
_NAMING = ("placeholder", "aria-label", "title", "name", "id")


class Sweeper:
    """Fills the asides, targets, metas and data of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def sweep(self, tag: str, attributes: Attributes, base: int, look: Look, *, points: bool = True) -> None:
        """Takes what the attributes of a tag say; ``base`` is where their text begins in the region."""
        page = self._page
        if attributes.swept is None:
            attributes.swept = [item for item in attributes.items if _says(attributes, *item)]
        for name, start, end in attributes.swept:
            if name == "srcdoc":
                page.nested.append(Nested("srcdoc", base + start, base + end))
            elif attributes.text[start : start + len(_DATA)].lower() == _DATA:
                page.data.append((base + start, base + end, tag))
            else:
                label = _label(attributes, name)
                around = (base + label[0], base + label[1]) if label else None
                page.asides.append(Aside(ATTRIBUTE, base + start, base + end, name, tag, look.reason, around))
                if _MARKUP.search(attributes.text, start, end):
                    page.nested.append(Nested(QUOTED, base + start, base + end))
        if tag == "meta":
            page.metas.append((attributes, base))
        if points:
            self.point(tag, attributes, base, look, 0, 0)
            attributes.is_loud = bool(attributes.swept or attributes.identity or attributes.addresses(_ADDRESSES))

    def point(self, tag: str, attributes: Attributes, base: int, look: Look, first: int, last: int) -> None:
        """Notes the addresses of a tag; the pieces ``[first, last)`` of the flow show them."""
        for name, start, end in attributes.addresses(_ADDRESSES):
            self._page.targets.append(Target(tag, name, base + start, base + end, attributes, look, first, last))

    def remark(self, kind: str, start: int, end: int) -> None:
        """A comment, or what is read as one."""
        text = self._page.region.text[start:end]
        if _TELLING.search(text) or "=" in text:
            self._page.asides.append(Aside(kind, start, end, "", ""))
            if _MARKUP.search(text) and self._page.kind != COMMENT:
                self._page.nested.append(Nested(COMMENT, start, end))


def _says(attributes: Attributes, name: str, start: int, end: int) -> bool:
    if end - start < _LEAST:
        return False
    value = attributes.text[start:end]
    if value[: len(_DATA)].lower() == _DATA:
        return True
    if name in _LAID_OUT:
        return _NUMBER.search(value) is not None or (name not in ("style", "face", "class") and _HAN.search(value) is not None)
    return name == "srcdoc" or _SPOKEN.match(name) is not None or _TELLING.search(value) is not None


def _label(attributes: Attributes, name: str) -> tuple[int, int] | None:
    """The span of what names the value of an attribute, in the same tag."""
    if name == "value":
        return next((span for other in _NAMING if (span := attributes.stored(other)) and span[0] < span[1]), None)
    if name == "content":
        return attributes.stored("name") or attributes.stored("property")
    return attributes.name_span(name) if name.startswith("data-") else None
