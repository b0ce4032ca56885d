"""A plan compiled into an automaton, and the pass over a text.

The automaton reads UTF-8 bytes seen as latin-1 characters: its nodes stay small, which makes it several times faster on
Chinese than on code points. Text goes through in chunks while the automaton keeps its state, so an entry may lie across a
border and memory stays bounded. Offsets are found again with `str.find` from the last match on, which costs little and only
where something matches.
"""

from __future__ import annotations

from govredact.lexicon.edges import MAY_FOLLOW, is_delimited, stands_alone
from govredact.lexicon.model import Hit
from govredact.lexicon.plan import DELIMITED, GAP, LABEL, SCRIPT, target_of
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:

    from govredact.lexicon.model import Entry
    from govredact.lexicon.plan import Item, Plan

# Code points of one chunk: small enough for the caches of the processor, large enough to cost nothing.
CHUNK = 1 << 16
# Bytes after a traditional character in which further ones are not noted.
NEAR = 256


class Found:
    """Hits as they come, one list a target (labels, keywords, allow-list entries, anchors), and what else a pass told."""

    __slots__ = ("foreign", "gaps", "lists")

    def __init__(self) -> None:
        self.lists: tuple[list[Hit], list[Hit], list[Hit], list[Hit]] = ([], [], [], [])
        self.gaps: list[int] = []
        # Offsets after traditional characters: none is farther than NEAR behind one of them.
        self.foreign: list[int] = []

    def add(self, target: int, entry: Entry, text: str, start: int, end: int) -> None:
        """Adds a hit; a label only if what stands around it lets it be one."""
        if target in (LABEL, DELIMITED):
            if not stands_alone(text, start, end) or (target == DELIMITED and not is_delimited(text, end)):
                return
            target = LABEL
        self.lists[target].append(Hit(start, end, entry))


class Machine:
    """The pass over a text after one plan; never changed after it is made."""

    __slots__ = ("_plan", "_reach")

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._reach = 0

    def __len__(self) -> int:
        return len(self._plan.forms)

    @property
    def reach(self) -> int:
        """The most code points that an entry can take up, separators included."""
        if not self._reach:
            self._reach = max(self._plan.apart.reach, *self._plan.sizes, 1)
        return self._reach

    def scan(self, text: str, found: Found, start: int, end: int) -> None:
        """Adds what lies in ``text[start:end]`` to ``found``; offsets are those of ``text``."""
        automaton = self._plan.automaton
        if automaton is None:
            return
        walk = None
        done = 0  # bytes before the chunk
        for base in range(start, end, CHUNK):
            data = text[base : min(base + CHUNK, end)].encode("utf-8", "surrogatepass").lower()
            if walk is None:
                walk = automaton.iter(data.decode("latin-1"))
            else:
                walk.set(data.decode("latin-1"))
            self._collect(text, base, data, done, list(walk), found)
            done += len(data)
        if found.gaps:
            for first, last, entry in self._plan.apart.find(text, found.gaps):
                found.add(target_of(entry), entry, text, first, last)
            found.gaps.clear()

    def _collect(self, text: str, base: int, data: bytes, done: int, matches: list[tuple[int, int]], found: Found) -> None:
        """Turns the automaton's (last byte, value) pairs of one chunk into hits."""
        _, forms, sizes, targets, payload, _ = self._plan
        lists, find = found.lists, text.find
        new, size_of_data = tuple.__new__, len(data)
        stop, seen = base, done - 1  # the offset that is known, and the byte before it
        near = 0
        for last, value in matches:
            target = targets[value]
            if target == DELIMITED:
                # Most of these are common words in running text: leave them before anything is paid for.
                after = last + 1 - done
                if after < size_of_data and not MAY_FOLLOW[data[after]]:
                    continue
            elif target == SCRIPT:
                if last < near:
                    continue
                near = last + NEAR
            size = sizes[value]
            if last != seen:
                # The first place after the known offset where the form ends is the match: there is none between.
                # Where `find` does not help, characters are counted.
                form = forms[value]
                if form:
                    stop = find(form, stop - size + 1 if stop >= size else 0, stop + last - seen) + size
                else:
                    stop += len(data[seen + 1 - done : last + 1 - done].decode("utf-8", "surrogatepass"))
                seen = last
            if target < DELIMITED:
                lists[target].append(new(Hit, (stop - size, stop, payload(value))))
            elif target == DELIMITED:
                if is_delimited(text, stop):
                    lists[LABEL].append(new(Hit, (stop - size, stop, payload(value))))
            elif target == GAP:
                found.gaps.append(stop)
            elif target == SCRIPT:
                found.foreign.append(stop)
            else:
                _add_each(payload(value), text, stop - size, stop, found)


def _add_each(items: tuple[Item, ...], text: str, start: int, end: int, found: Found) -> None:
    for item in items:
        if item.target == GAP:
            found.gaps.append(end)
        elif item.entry is None:
            found.foreign.append(end)
        elif not item.exact or text[start:end] == item.exact:
            found.add(item.target, item.entry, text, start, end)
