"""Font programs without the outlines of glyphs that were taken out: TrueType (glyf) and CFF, changed in place.

A subset font holds just the glyphs of its document, so an outline that nothing shows any more is a character that was removed.
Nothing moves: the data of a glyph is overwritten with that of an empty one, so every offset in the program stays right.
Sources: ISO/IEC 14496-22 (glyf, loca, cmap), Adobe Technical Notes 5176 (CFF) and 5177 (Type 2 charstrings).
"""

from __future__ import annotations

import struct
from itertools import pairwise

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_STANDARD_STRINGS = 391
_ENDCHAR = b"\x0e"
_MOST_GLYPHS = 0x10000
_ROS, _CHARSET, _CHARSTRINGS = 1230, 15, 17
_COMPOSITE_WORDS, _COMPOSITE_SCALE, _COMPOSITE_XY, _COMPOSITE_2X2, _COMPOSITE_MORE = 0x01, 0x08, 0x40, 0x80, 0x20


class Program:
    """One font program; ``data`` changes with ``blank``. Raises struct.error, ValueError or LookupError for a damaged one."""

    def __init__(self, data: bytes) -> None:
        self.data = bytearray(data)
        # (start, end) of each glyph, by its number.
        self.spans: list[tuple[int, int]] = []
        self._cids: dict[int, int] | None = None
        self._names: dict[str, int] = {}
        self._strings: dict[int, tuple[int, int]] = {}
        self._maps: list[dict[int, int]] = []
        self.is_cff = False
        tables = self._tables()
        if tables is None:
            self._read_cff(0)
        elif "CFF " in tables:
            self._read_cff(tables["CFF "][0])
        else:
            self._read_glyf(tables)

    def glyph_of_cid(self, cid: int) -> int:
        """The number of the glyph for a CID; its own number where the program knows no CIDs."""
        return cid if self._cids is None else self._cids.get(cid, -1)

    def glyphs_of_code(self, code: int, name: str, text: str) -> set[int]:
        """The glyphs that a code of a simple font can mean, by its glyph name, its character and the program's own tables."""
        found = {table[key] for table in self._maps for key in (code, 0xF000 | code, ord(text[:1] or "\0")) if key in table}
        if name in self._names:
            found.add(self._names[name])
        return found

    def blank(self, numbers: Iterable[int], used: Iterable[int]) -> bool:
        """Empties the glyphs ``numbers`` but those that ``used`` ones are made of; whether anything changed."""
        kept: set[int] = set()
        pending = {0, *used}
        while pending:
            number = pending.pop()
            kept.add(number)
            pending.update(set(self._parts(number)) - kept)
        changed = False
        for number in set(numbers) - kept:
            if 0 <= number < len(self.spans):
                start, end = self.spans[number]
                empty = (_ENDCHAR if self.is_cff else b"\0") * (end - start)
                changed = changed or self.data[start:end] != empty
                self.data[start:end] = empty
                if number in self._strings:
                    first, last = self._strings[number]
                    self.data[first:last] = b"_" * (last - first)
        return changed

    def _tables(self) -> dict[str, tuple[int, int]] | None:
        if bytes(self.data[:4]) not in (b"\0\x01\0\0", b"true", b"OTTO"):
            return None
        (count,) = struct.unpack_from(">H", self.data, 4)
        rows = (struct.unpack_from(">4sIII", self.data, 12 + 16 * number) for number in range(count))
        return {tag.decode("latin-1"): (offset, length) for tag, _, offset, length in rows}

    # -- TrueType

    def _read_glyf(self, tables: dict[str, tuple[int, int]]) -> None:
        head, (loca, length), glyf = tables["head"][0], tables["loca"], tables["glyf"][0]
        (wide,) = struct.unpack_from(">h", self.data, head + 50)
        count = length // (4 if wide else 2)
        places = struct.unpack_from(f">{count}{'I' if wide else 'H'}", self.data, loca)
        offsets = [glyf + place * (1 if wide else 2) for place in places]
        self.spans = [(start, min(end, len(self.data))) for start, end in pairwise(offsets) if start <= end]
        if len(self.spans) != len(offsets) - 1:
            raise ValueError("glyphs out of order")
        if "cmap" in tables:
            self._maps = list(_cmaps(bytes(self.data[tables["cmap"][0] :])))

    def _parts(self, number: int) -> Iterator[int]:
        """The glyphs that a composite glyph is made of."""
        if self.is_cff or not 0 <= number < len(self.spans):
            return
        position, end = self.spans[number]
        if end - position < 12 or self.data[position] < 0x80:
            return
        position += 10
        flags = _COMPOSITE_MORE
        while flags & _COMPOSITE_MORE and position + 4 <= end:
            flags, part = struct.unpack_from(">HH", self.data, position)
            yield part
            position += 4 + (4 if flags & _COMPOSITE_WORDS else 2)
            position += 2 if flags & _COMPOSITE_SCALE else 4 if flags & _COMPOSITE_XY else 8 if flags & _COMPOSITE_2X2 else 0

    # -- CFF

    def _read_cff(self, base: int) -> None:
        self.is_cff = True
        names_end = self._index(base + self.data[base + 2])[1]
        tops, position = self._index(names_end)
        strings, _ = self._index(position)
        top = _dictionary(bytes(self.data[slice(*tops[0])]))
        self.spans, _ = self._index(base + top[_CHARSTRINGS][0])
        offset = top.get(_CHARSET, [0])[0]
        sids = self._charset(base + offset) if offset > 2 else list(range(len(self.spans)))
        if _ROS in top:
            self._cids = {cid: number for number, cid in enumerate(sids)}
            return
        for number, sid in enumerate(sids):
            own = sid - _STANDARD_STRINGS
            if 0 <= own < len(strings):
                self._strings[number] = strings[own]
                self._names[bytes(self.data[slice(*strings[own])]).decode("latin-1")] = number

    def _index(self, position: int) -> tuple[list[tuple[int, int]], int]:
        """The spans of the items of an INDEX, and where it ends."""
        (count,) = struct.unpack_from(">H", self.data, position)
        if not count:
            return [], position + 2
        size = self.data[position + 2]
        base = position + 3 + (count + 1) * size - 1
        places = [int.from_bytes(self.data[position + 3 + i * size : position + 3 + (i + 1) * size], "big") for i in range(count + 1)]
        spans = [(base + start, base + end) for start, end in pairwise(places)]
        if not 0 < size <= 4 or any(start > end or end > len(self.data) for start, end in spans):
            raise ValueError("damaged index")
        return spans, base + places[-1]

    def _charset(self, position: int) -> list[int]:
        count, form = len(self.spans), self.data[position]
        found = [0]
        position += 1
        while len(found) < count:
            (first,) = struct.unpack_from(">H", self.data, position)
            left = 0 if form == 0 else self.data[position + 2] if form == 1 else struct.unpack_from(">H", self.data, position + 2)[0]
            found.extend(range(first, first + min(left + 1, count - len(found))))
            position += 2 + form
        return found


def _dictionary(data: bytes) -> dict[int, list[int]]:
    """Operators and their operands of a CFF DICT; real numbers count as 0, since no offset is one."""
    found: dict[int, list[int]] = {}
    operands: list[int] = []
    position = 0
    while position < len(data):
        byte = data[position]
        position += 1
        if byte <= 21:
            key = byte
            if byte == 12:
                key = 1200 + data[position]
                position += 1
            found[key], operands = operands, []
        elif byte == 28:
            operands.append(struct.unpack_from(">h", data, position)[0])
            position += 2
        elif byte == 29:
            operands.append(struct.unpack_from(">i", data, position)[0])
            position += 4
        elif byte == 30:
            while data[position] & 0x0F != 0x0F and data[position] >> 4 != 0x0F:
                position += 1
            operands.append(0)
            position += 1
        elif byte <= 246:
            operands.append(byte - 139)
        else:
            operands.append((byte - 247) * 256 + data[position] + 108 if byte <= 250 else -(byte - 251) * 256 - data[position] - 108)
            position += 1
    return found


def _cmaps(data: bytes) -> Iterator[dict[int, int]]:
    """Character code to glyph number, for each table in one of the forms that PDF fonts use."""
    readers: dict[int, Callable[[bytes], dict[int, int]]] = {0: _bytes, 4: _segments, 6: _trimmed}
    (count,) = struct.unpack_from(">H", data, 2)
    for number in range(count):
        (offset,) = struct.unpack_from(">I", data, 8 + 8 * number)
        (form,) = struct.unpack_from(">H", data, offset)
        if form in readers:
            yield readers[form](data[offset:])


def _bytes(table: bytes) -> dict[int, int]:
    return dict(enumerate(table[6:262]))


def _trimmed(table: bytes) -> dict[int, int]:
    first, count = struct.unpack_from(">HH", table, 6)
    return {first + step: glyph for step, glyph in enumerate(struct.unpack_from(f">{count}H", table, 10))}


def _segments(table: bytes) -> dict[int, int]:
    (double,) = struct.unpack_from(">H", table, 6)
    count = double // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts = struct.unpack_from(f">{count}H", table, 16 + double)
    deltas = struct.unpack_from(f">{count}H", table, 16 + 2 * double)
    ranges = struct.unpack_from(f">{count}H", table, 16 + 3 * double)
    found: dict[int, int] = {}
    steps = 0
    for segment in range(count):
        steps += ends[segment] - starts[segment]
        if steps > _MOST_GLYPHS:
            raise ValueError("segments overlap")
        for code in range(starts[segment], ends[segment] + 1):
            glyph = code
            if ranges[segment]:
                place = 16 + 3 * double + 2 * segment + ranges[segment] + 2 * (code - starts[segment])
                glyph = struct.unpack_from(">H", table, place)[0] if place + 2 <= len(table) else 0
                if not glyph:
                    continue
            found[code] = (glyph + deltas[segment]) & 0xFFFF
    return found
