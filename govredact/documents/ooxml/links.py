"""Where an Office file leads: the targets of hyperlink relationships."""

from __future__ import annotations

import re

from govredact.documents.ooxml.markup import unescape_value
from govredact.documents.ooxml.relations import is_rels
from govredact.models import Observation
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.documents.ooxml.markup import Markup
    from govredact.models import Location

_RELATIONSHIP = re.compile(r"<(?:\w+:)?Relationship\s[^<>]*>")
_HYPERLINK = re.compile(r'\sType\s*=\s*"[^"]*/hyperlink"')
_EXTERNAL = re.compile(r'\sTargetMode\s*=\s*"external"', re.IGNORECASE)
_TARGET = re.compile(r'\sTarget\s*=\s*"([^"]+)"')
_ABOUT = {"tag": "a", "attribute": "Target", "anchor": "", "hidden": "", "rel": ""}


def of_part(place: Location, markup: Markup) -> Iterator[Observation]:
    """One ``link`` Observation for each hyperlink of a relationships part that leads out of the file; nothing for other parts."""
    name = place.part or ""
    if not is_rels(name):
        return
    for tag in _RELATIONSHIP.finditer(markup.text):
        target = _TARGET.search(tag[0])
        if target and _HYPERLINK.search(tag[0]) and _EXTERNAL.search(tag[0]):
            text = unescape_value(target[1])
            leaf = ((name, str(tag.start() + target.start(1))), 0, len(text))
            yield Observation("link", place._replace(attribute="Target"), text, (leaf,), "", _ABOUT)
