"""The attributes of one tag: names, values as a browser reads them, and where they stand."""

from __future__ import annotations

import re

from govredact.documents.html.look import SEEN, Look
from govredact.documents.html.references import in_attribute
from govredact.documents.html.styles import TELLING
from govredact.documents.html.tokens import ATTRIBUTE
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self

    Item = tuple[str, int, int]

_NAMES = frozenset(("class", "id"))
# What decides how an element looks, or may.
_STYLES = frozenset(("style", "hidden", "bgcolor", "color", "size", "text", "width", "height"))
_SAYS = re.compile("[0-9]{7}|[\u3400-\u9fff]{2}|@")
_NUMBER = re.compile(r"\s{0,8}([0-9]{1,4})")


class Attributes:
    """``items`` are (name in lower case, start, end) with the span of the stored value in ``text``, which begins behind the tag's name.

    The first of two attributes of one name counts, as in browsers; both are listed.
    """

    __slots__ = ("_addresses", "_values", "identity", "is_loud", "is_named", "is_styled", "items", "looked", "spans", "swept", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.items: list[Item] = []
        for match in ATTRIBUTE.finditer(text):
            group = match.lastindex or 1
            start, end = match.span(group) if group > 1 else (match.end(), match.end())
            self.items.append((match[1].lower(), start, end))
            if _SAYS.search(match[1]):
                # A quote in the wrong place makes a name of what was a value.
                self.items.append((match[1].lower(), *match.span(1)))
        self._values: dict[str, str] | None = None
        self._addresses: list[Item] | None = None
        self.is_named = any(name in _NAMES for name, _, _ in self.items)
        span = self.stored("id")
        self.identity = text[slice(*span)] if span else ""
        self.is_styled = self.is_named or any(
            name in _STYLES and (name != "style" or TELLING.search(text, start, end) is not None) for name, start, end in self.items
        )
        self.spans = self._number("colspan"), self._number("rowspan")
        # Whether the attributes say something or point somewhere; known once they were swept.
        self.is_loud = True
        # The look around the tag, its name, and the look inside it, when it was last met.
        self.looked: tuple[Look | None, str, Look] = (None, "", SEEN)
        # Which of the items say something; filled by whoever sweeps them.
        self.swept: list[Item] | None = None

    @property
    def values(self) -> dict[str, str]:
        """Name -> value with its character references resolved."""
        if self._values is None:
            self._values = {}
            for name, start, end in self.items:
                self._values.setdefault(name, in_attribute(self.text[start:end]))
        return self._values

    def _number(self, name: str) -> int:
        """The number in ``colspan`` or ``rowspan``; 1 where there is none."""
        span = self.stored(name)
        match = _NUMBER.match(self.text, *span) if span else None
        return int(match[1]) if match else 1

    def stored(self, name: str) -> tuple[int, int] | None:
        """The span of the value of ``name``; None where the tag has no such attribute."""
        return next(((start, end) for other, start, end in self.items if other == name), None)

    def name_span(self, name: str) -> tuple[int, int] | None:
        """The span of the name of an attribute itself."""
        span = self.stored(name)
        start = self.text.lower().rfind(name, 0, span[0]) if span else -1
        return (start, start + len(name)) if start >= 0 else None

    def addresses(self, names: frozenset[str]) -> list[Item]:
        """The items that hold an address; ``names`` are those that can."""
        if self._addresses is None:
            self._addresses = [item for item in self.items if item[0] in names and item[1] < item[2]]
        return self._addresses

    @classmethod
    def of(cls, text: str, known: dict[str, Self]) -> Self:
        """The attributes in ``text``, read once for each text that is met."""
        found = known.get(text)
        if found is None:
            found = known[text] = cls(text)
        return found
