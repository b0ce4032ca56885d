"""A second reading of the parts, by means that the first does not use: no XML parser, no knowledge of what an element is for.

It serves the proof only: what it shows is what anybody sees who unzips the file and strips the tags.
"""

from __future__ import annotations

import re
from html import unescape

from govredact.models import Location, Passage

# Ends of paragraphs, cells and strings part texts; all other tags stand inside one.
_BLOCK = re.compile(r"</(?:\w+:)?(?:p|c|tc|si|is|v|pt|row|comment|text|li|td)>|<(?:\w+:)?(?:tab|br|cr)\b[^>]*/>")
_TAG = re.compile(r"<[^>]*>")
# Only where texts are cut into runs can tags stand inside a value.
_RUN = re.compile(rb"<(?:\w+:)?r[\s>]")


class RawPassage(Passage):
    """The stripped text of one part."""

    __slots__ = ("_location",)

    def __init__(self, location: Location, text: str) -> None:
        super().__init__(text, f"{location.part} (stripped)")
        self._location = location

    def locate(self, start: int, end: int) -> Location:
        """The part."""
        return self._location


def stripped(location: Location, content: bytes) -> RawPassage:
    """The markup of a part, attributes included, and where it has runs also its text without the tags."""
    wide = content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in content[:4]
    markup = content.decode("utf-16" if wide else "utf-8", "replace")
    if wide or _RUN.search(content):
        markup = f"{markup}\n{unescape(_TAG.sub('', _BLOCK.sub(chr(10), markup)))}"
    # The type of a cell, which may stand there a hundred thousand times, says nothing.
    return RawPassage(location, markup.replace("inlineStr", ""))
