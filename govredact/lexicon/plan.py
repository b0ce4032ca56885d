"""What an automaton is searched for: a plan, in which every value that it can tell has its meaning."""

from __future__ import annotations

from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from govredact.lexicon.apart import Apart
    from govredact.lexicon.automata import Automaton
    from govredact.lexicon.model import Entry

    # What a match stands for: the form as `str.find` can look for it, its length in code points, the target, and the entry (items
    # where the target is MANY). `str.find` cannot look for forms with ASCII letters, because data is in lower case, nor for
    # delimited labels, because matches of them are left out: the form is empty then.
    Slot = tuple[str, int, int, Any]

# Where a match goes. The first four are lists of hits; a delimited label is one if what follows allows it; a gap is an
# offset for `Apart`; SCRIPT says that the text holds traditional characters; MANY stands for several of these, or for one
# that needs a look at the text.
LABEL, KEYWORD, ALLOWED, ANCHOR, DELIMITED, GAP, SCRIPT, MANY = range(8)


class Item(NamedTuple):
    """One meaning of a match. ``exact`` is the only spelling that counts, empty where ASCII letters match in any case."""

    target: int
    exact: str
    entry: Entry | None


class Plan(NamedTuple):
    """The automaton, and what its matches mean: slots in columns, of which the values that it tells are the places."""

    automaton: Automaton | None
    forms: Sequence[str]
    sizes: Sequence[int]
    targets: Sequence[int]
    payload: Callable[[int], Any]
    apart: Apart


def target_of(entry: Entry) -> int:
    """Where hits of ``entry`` go."""
    if entry.kind == "label":
        return DELIMITED if entry.boundary == "delimiter" else LABEL
    if entry.kind == "keyword":
        return ALLOWED if entry.allow else KEYWORD
    return ANCHOR
