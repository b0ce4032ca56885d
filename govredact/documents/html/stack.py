"""The open elements of a page: which end tag closes what, as browsers decide it, in amortised constant time and at any depth.

It is what decides how far a hidden element reaches. What is simplified: formatting elements are not opened again after a misnested
end tag, and one that lies deeper than ``_DEEP`` below other elements stays open.
"""

from __future__ import annotations

from govredact.documents.html.names import CLOSES, ENDS_PARAGRAPH, FORMATTING, SCOPES, SPECIAL
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.documents.html.look import Look

_DEEP = 48
_PARAGRAPH = frozenset(("p",))
_AROUND_PARAGRAPH = SPECIAL - _PARAGRAPH
_GRID = frozenset(("table", "tr", "tbody", "thead", "tfoot"))


class OpenElements:
    """Names and looks of the elements that are open, innermost last.

    Whoever knows that an element closes in order may push it and pop it directly; special elements are counted in ``counts``: how many of
    a name are open inside each scope (a table cell, say), so that no search is in vain.
    """

    __slots__ = ("counts", "looks", "names")

    def __init__(self, look: Look) -> None:
        self.names: list[str] = [""]
        self.looks: list[Look] = [look]
        self.counts: list[dict[str, int]] = [{}]

    def push(self, name: str, look: Look) -> None:
        """Opens an element."""
        self.names.append(name)
        self.looks.append(look)
        if name in SPECIAL:
            counts = self.counts[-1]
            counts[name] = counts.get(name, 0) + 1
        if name in SCOPES:
            self.counts.append({})

    def _pop(self) -> str:
        name = self.names.pop()
        self.looks.pop()
        if name in SCOPES:
            self.counts.pop()
        if name in SPECIAL:
            self.counts[-1][name] -= 1
        return name

    def needs_room(self, name: str) -> bool:
        """Whether a start tag ``name`` may imply the end of something."""
        rule = CLOSES.get(name)
        return (rule is not None and self.names[-1] not in rule[1]) or bool(self.counts[-1].get("p"))

    def make_room(self, name: str) -> None:
        """Ends the elements that a start tag ``name`` implies the end of."""
        if name in ENDS_PARAGRAPH and self.counts[-1].get("p"):
            self._up_to(_PARAGRAPH, _AROUND_PARAGRAPH)
        rule = CLOSES.get(name)
        if rule is not None and len(self.names) > 1:
            self._up_to(*rule)

    def _up_to(self, wanted: frozenset[str], barriers: frozenset[str]) -> None:
        names = self.names
        for depth in range(1, min(_DEEP, len(names) - 1) + 1):
            name = names[-depth]
            if name in wanted:
                self._cut(len(names) - depth)
                return
            if name in barriers:
                return

    def _cut(self, length: int) -> None:
        while len(self.names) > length:
            self._pop()

    def close(self, name: str) -> None:
        """Carries out an end tag; one without an open element to close does nothing."""
        if self.names[-1] == name:
            self._pop()
        elif name not in SPECIAL:
            self._close_inline(name)
        elif name in SCOPES or name in _GRID:
            self._close_scope(name)
        elif self.counts[-1].get(name):
            self._pop_to(name)

    def _pop_to(self, name: str) -> None:
        while self._pop() != name:
            continue

    def _close_scope(self, name: str) -> None:
        """Also ends what was left open inside; a row or cell only inside its own table."""
        for number in range(len(self.counts) - 1, max(-1, len(self.counts) - 1 - _DEEP), -1):
            if self.counts[number].get(name):
                self._pop_to(name)
                return
            if name != "table" and self.counts[number].get("table"):
                return

    def _close_inline(self, name: str) -> None:
        names = self.names
        for depth in range(1, min(_DEEP, len(names) - 1) + 1):
            here = names[-depth]
            if here == name:
                at = len(names) - depth
                if name in FORMATTING and any(other in SPECIAL for other in names[at + 1 :]):
                    # Misnested: the blocks inside stay open, without what the element made of them.
                    del names[at], self.looks[at]
                else:
                    self._cut(at)
                return
            if here in SPECIAL and name not in FORMATTING:
                return
