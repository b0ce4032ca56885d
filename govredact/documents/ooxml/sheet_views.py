"""Numbers that stand in two cells side by side, without what parts them."""

from __future__ import annotations

import re

from govredact.models import JOINED, Passage
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from govredact.documents.ooxml.sheets import SheetPassage
    from govredact.models import Context, Location

_PAIR = re.compile(
    r"(?<![0-9A-Za-z\t])([0-9]{2,16})\t([0-9]{1,16}[Xx]?)(?![0-9A-Za-z])|(?<=\t)([0-9]{2,16})\t([0-9]{1,16}[Xx]?)(?![0-9A-Za-z])"
)
_MOBILE, _ID = 11, 18


class _Pair(Passage):
    """Two cells read as one."""

    __slots__ = ("_cut", "_sheet", "_start")

    def __init__(self, sheet: SheetPassage, start: int, cut: int, end: int) -> None:
        super().__init__(sheet.text[start:cut] + sheet.text[cut + 1 : end], f"{sheet.place} (joined)")
        self._sheet = sheet
        self._start = start
        self._cut = cut - start

    def _back(self, position: int) -> int:
        return self._start + position + (position >= self._cut)

    def locate(self, start: int, end: int) -> Location:
        """The first of the two cells."""
        return self._sheet.locate(self._back(start), self._back(end))

    def context(self, position: int) -> Context:
        """What stands around the cell."""
        return self._sheet.context(self._back(position))

    def traits(self, position: int) -> frozenset[str]:
        """Those of the cell, and ``joined``: only a number that proves itself counts in two cells."""
        return self._sheet.traits(self._back(position)) | JOINED

    def leaves(self, start: int, end: int) -> Sequence[tuple[Hashable, int, int]]:
        """The leaves of both cells."""
        return self._sheet.leaves(self._back(start), self._back(max(end - 1, 0)) + 1)


def joined(sheet: SheetPassage) -> Iterator[Passage]:
    """Pairs of cells that may hold one number: as long as an ID number, or as a mobile below one merged header."""
    position = 0
    while match := _PAIR.search(sheet.text, position):
        group = 1 if match[1] else 3
        start, cut, end = match.start(group), match.end(group), match.end(group + 1)
        length = end - start - 1
        if length == _ID or (length == _MOBILE and _one_header(sheet, start, cut + 1)):
            yield _Pair(sheet, start, cut, end)
        position = cut + 1


def _one_header(sheet: SheetPassage, left: int, right: int) -> bool:
    return not set(sheet.above(sheet.spot(left))).isdisjoint(sheet.above(sheet.spot(right)))
