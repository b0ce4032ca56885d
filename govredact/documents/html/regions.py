"""Texts inside texts: what a browser reads where a page stores markup in attributes, script strings and addresses, mapped back.

A region is a text that is cut into markup. The region of the file is the file; others are *translated* from stored characters and
know for each of theirs where it comes from.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right


class Region:
    """A text and the way back to the file; this one is the file itself. ``depth`` counts regions inside regions."""

    __slots__ = ("depth", "text")

    def __init__(self, text: str, depth: int = 0) -> None:
        self.text = text
        self.depth = depth

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stored characters of the file behind ``text[start:end]``, which is not empty."""
        return start, end


class Translation:
    """Collects pieces of another text, as they stand or resolved."""

    __slots__ = ("_at", "_from", "_length", "_pieces", "_to")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._at, self._from, self._to = array("Q"), array("Q"), array("Q")

    @property
    def length(self) -> int:
        """Code points collected so far."""
        return self._length

    def add(self, read: str, start: int, end: int) -> None:
        """``read`` is what ``[start, end)`` of the other text means; of equal length where it stands for itself."""
        if read:
            self._pieces.append(read)
            self._at.append(self._length)
            self._from.append(start)
            self._to.append(end)
            self._length += len(read)

    def region(self, outer: Region) -> TranslatedRegion:
        """The collected text as a region inside ``outer``."""
        return TranslatedRegion("".join(self._pieces), outer, self._at, self._from, self._to)


class TranslatedRegion(Region):
    """A region whose characters stand for stored ones of another region."""

    __slots__ = ("_at", "_from", "_outer", "_to")

    def __init__(self, text: str, outer: Region, at: array[int], origin: array[int], to: array[int]) -> None:
        super().__init__(text, outer.depth + 1)
        self._outer = outer
        self._at, self._from, self._to = at, origin, to

    def span(self, start: int, end: int) -> tuple[int, int]:
        """From the first stored character of the one at ``start`` to the last of the one before ``end``."""
        return self._outer.span(self._stored(start)[0], self._stored(end - 1)[1])

    def _stored(self, position: int) -> tuple[int, int]:
        index = bisect_right(self._at, position) - 1
        start, end = self._from[index], self._to[index]
        length = (self._at[index + 1] if index + 1 < len(self._at) else len(self.text)) - self._at[index]
        if end - start != length:
            return start, end
        offset = position - self._at[index]
        return start + offset, start + offset + 1
