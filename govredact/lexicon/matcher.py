"""The matcher: all labels, keywords and anchors of a text in one pass (a second one for traditional characters)."""

from __future__ import annotations

from bisect import bisect_right

from govredact.lexicon.machine import NEAR, Found, Machine
from govredact.lexicon.model import Hit, Hits
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from govredact.lexicon.model import Lexicon
    from govredact.lexicon.plan import Plan


class Matcher:
    """A compiled set of lists; make one with ``Matcher.build``. It keeps nothing of the texts it reads, and threads may share it."""

    __slots__ = ("_anchors", "_as_of", "_lexicons", "_machine", "_traditional")

    def __init__(self, lexicons: Sequence[Lexicon] | None, anchors: Iterable[str], as_of: str, plan: Plan | None = None) -> None:
        """``lexicons`` may be None for the shipped ones, which are read when somebody asks, if their ``plan`` is known."""
        self._lexicons = None if lexicons is None else tuple(lexicons)
        self._anchors = tuple(anchors)
        self._as_of = as_of
        self._machine = Machine(plan or _plan(self.lexicons, self._anchors, as_of))
        self._traditional: Machine | None = None

    @classmethod
    def build(cls, lexicons: Sequence[Lexicon], anchors: Iterable[str] = (), as_of: date | str | None = None) -> Matcher:
        """A matcher for the entries of ``lexicons`` in force on ``as_of`` (default: today) and for ``anchors``.

        Anchors are strings that wake detectors; their ASCII letters match in any case.
        """
        if as_of is None:
            from datetime import date

            as_of = date.today()
        return cls(lexicons, anchors, str(as_of))

    def __reduce__(self) -> tuple[type[Matcher], tuple[object, ...]]:
        return Matcher, (self.lexicons, self._anchors, self._as_of)

    @property
    def lexicons(self) -> tuple[Lexicon, ...]:
        """The lists that it was built from."""
        if self._lexicons is None:
            from govredact.lexicon.loading import shipped

            self._lexicons = tuple(shipped())
        return self._lexicons

    def __repr__(self) -> str:
        return f"<Matcher of {len(self.lexicons)} lists, {len(self._machine)} forms>"

    def find(self, text: str) -> Hits:
        """All hits in ``text`` (normalised text: full-width letters and digits are folded by then). Time is linear in its length."""
        found = Found()
        self._machine.scan(text, found, 0, len(text))
        if found.foreign:
            self._scan_traditional(text, found)
        labels, keywords, allowed, anchors = found.lists
        for hits in (labels, keywords, anchors):
            hits.sort()
        return Hits(_outermost(labels), _not_allowed(keywords, allowed) if allowed else keywords, anchors)

    def _scan_traditional(self, text: str, found: Found) -> None:
        """Looks for traditional forms, around the traditional characters only."""
        # Made on first need, because few texts hold any; two threads may both make it, to the same end.
        if self._traditional is None:
            from govredact.lexicon.planning import make_traditional_plan

            self._traditional = Machine(make_traditional_plan(self.lexicons, self._as_of))
        machine = self._traditional
        end = 0
        windows: list[tuple[int, int]] = []
        for position in found.foreign:
            start = max(position - 1 - machine.reach, 0)
            if start <= end and windows:
                start = windows.pop()[0]
            end = min(position + NEAR + machine.reach, len(text))
            windows.append((start, end))
        for start, end in windows:
            machine.scan(text, found, start, end)


def _plan(lexicons: Sequence[Lexicon], anchors: Iterable[str], as_of: str) -> Plan:
    from govredact.lexicon.planning import make_plan  # a start with a kept plan does without

    return make_plan(lexicons, anchors, as_of)


def _outermost(labels: list[Hit]) -> list[Hit]:
    """The labels that lie in no other label; ``labels`` is sorted by start, then end."""
    kept: list[Hit] = []
    reach = -1
    for hit in labels:
        if hit.end > reach:
            if kept and kept[-1].start == hit.start:
                kept[-1] = hit
            else:
                kept.append(hit)
            reach = hit.end
    return kept


def _not_allowed(keywords: list[Hit], allowed: list[Hit]) -> list[Hit]:
    """The keywords that lie in no allow-list hit."""
    outer = _outermost(sorted(allowed))
    starts = [hit.start for hit in outer]
    kept = []
    for hit in keywords:
        # Starts and ends of `outer` both rise: of those that begin before the hit the last reaches farthest.
        index = bisect_right(starts, hit.start) - 1
        if index < 0 or outer[index].end < hit.end:
            kept.append(hit)
    return kept
