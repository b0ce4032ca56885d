"""Where something stands in a long text, looked for by what is cheapest to find."""

from __future__ import annotations

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator


def places(text: str, word: str, apart: bool = False) -> Iterator[int]:
    """Where ``word`` stands, in order; ``apart`` leaves out places that overlap the one before."""
    step = len(word) if apart else 1
    position = text.find(word)
    while position >= 0:
        yield position
        position = text.find(word, position + step)


def matches(beginning: re.Pattern[str], whole: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of ``whole``, none inside another, which are tried only where ``beginning`` matches: a quick look for a slow pattern."""
    done = 0
    for place in beginning.finditer(text):
        match = whole.match(text, place.start()) if place.start() >= done else None
        if match:
            done = match.end()
            yield match
