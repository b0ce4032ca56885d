"""A passage over many leaf texts: one buffer, a sorted table of offsets, and questions answered by bisection.

Every view of a document (as stored, before tracked changes, attributes) is one of these; views share leaf identities, so
that the same characters found twice are one finding.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right

from govredact.models import Passage
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from govredact.models import Context, Location

NO_TRAITS: frozenset[str] = frozenset()


class Block:
    """What the leaves of one paragraph, cell or attribute have in common; subclasses know tables."""

    __slots__ = ("_location", "traits")

    def __init__(self, location: Location, traits: frozenset[str] = NO_TRAITS) -> None:
        self._location = location
        self.traits = traits

    @property
    def location(self) -> Location:
        """Where the block stands."""
        return self._location

    def context(self) -> Context | None:
        """The layout around the block; None outside tables."""
        return None


class LeafBuffer:
    """Collects leaves and the separators between them; ``passage`` freezes it."""

    __slots__ = ("_block_starts", "_blocks", "_ends", "_keys", "_length", "_pieces", "_starts", "_traits", "part")

    def __init__(self, part: str) -> None:
        self.part = part
        self._pieces: list[str] = []
        self._length = 0
        self._starts, self._ends = array("Q"), array("Q")
        self._keys: list[Hashable] = []
        self._traits: dict[int, frozenset[str]] = {}
        self._blocks: list[Block] = []
        self._block_starts = array("Q")

    def begin(self, block: Block) -> None:
        """From here on, characters belong to ``block``."""
        self._blocks.append(block)
        self._block_starts.append(self._length)

    def separator(self, text: str) -> None:
        """Text that stands in no leaf: a line end between blocks, a tab between cells."""
        self._pieces.append(text)
        self._length += len(text)

    def leaf(self, key: Hashable, text: str, traits: frozenset[str] = NO_TRAITS) -> None:
        """The stored text of leaf ``key`` of the part; ``traits`` are its own, beside those of its block."""
        if traits:
            self._traits[len(self._starts)] = traits
        self._starts.append(self._length)
        self.separator(text)
        self._ends.append(self._length)
        self._keys.append(key)

    def text(self) -> str:
        """Everything collected so far, in one string."""
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return self._pieces[0] if self._pieces else ""

    def block_at(self, position: int) -> Block:
        """The block that the character at ``position`` belongs to; a buffer holds at least one."""
        return self._blocks[max(0, bisect_right(self._block_starts, position) - 1)]

    def leaves(self, start: int, end: int) -> list[tuple[Hashable, int, int]]:
        """The stored characters behind ``[start, end)``; separators are left out."""
        found: list[tuple[Hashable, int, int]] = []
        index = bisect_right(self._ends, start)
        while index < len(self._starts) and self._starts[index] < end:
            first, last = max(start, self._starts[index]), min(end, self._ends[index])
            base = self._starts[index]
            if first < last:
                found.append(((self.part, self._keys[index]), first - base, last - base))
            index += 1
        return found

    def traits_at(self, position: int) -> frozenset[str]:
        """The traits of the leaf at ``position`` and of its block."""
        index = bisect_right(self._ends, position)
        own = self._traits.get(index, NO_TRAITS) if index < len(self._starts) and self._starts[index] <= position else NO_TRAITS
        return own | self.block_at(position).traits


class LeafPassage(Passage):
    """A LeafBuffer as the engine sees it."""

    __slots__ = ("_buffer",)

    def __init__(self, buffer: LeafBuffer, place: str) -> None:
        super().__init__(buffer.text(), place)
        self._buffer = buffer

    def locate(self, start: int, end: int) -> Location:
        """The place of the block that ``start`` lies in."""
        return self._buffer.block_at(start).location

    def context(self, position: int) -> Context | None:
        """The row and the headers, in tables."""
        return self._buffer.block_at(position).context()

    def traits(self, position: int) -> frozenset[str]:
        """``deleted``, ``hidden``, ``attribute`` … of the character."""
        return self._buffer.traits_at(position)

    def leaves(self, start: int, end: int) -> Sequence[tuple[Hashable, int, int]]:
        """(part, key of the leaf in its part) and the span inside it."""
        return self._buffer.leaves(start, end)
