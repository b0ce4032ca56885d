"""Where a name begins that has no form of its own: behind the last word that leads in to a place, or where a known division begins."""

from __future__ import annotations

from govredact.addresses import divisions
from govredact.text import lazy

# Words that stand before a place. They are also parts of names (和平路, 在分校), so two characters of a name must follow them.
_LEAD = lazy.compile("[在到至往从沿于自]|住(?![宅院房户所建处])")
_WEAK_LEAD = lazy.compile("[由与和及是为系离距抵回向对经即]")
_OPENING = lazy.compile("[ \u00a0\u3000()（）·.\\-－—、]+")
_BRACKET = lazy.compile("[（(]")
_LONGEST = 14
_LONGEST_SHORT = 4
# How much of an unknown name is believed where nothing says where it begins.
_BELIEVED = 6


def name_start(text: str, first: int, sign: int, end: int) -> int:
    """Where the name begins whose sign is ``text[sign:end]``; at or behind ``first``, in code points."""
    first = max(first, sign - _LONGEST, text.rfind("（", first, sign) + 1, text.rfind("(", first, sign) + 1)
    if sign > first and _LEAD.match(text, sign - 1):
        return sign  # 在市民街: what looks like a sign is the beginning of a name
    led = lead_end(text, first, sign)
    if first < led and sign - led <= _BELIEVED and not _is_inside(text, first, led, end):
        return led
    known = _known_start(text, first, sign, end, led)
    if known >= 0:
        return known
    if led == first and sign - first > _BELIEVED + 2:
        return sign - _BELIEVED
    return led


def lead_end(text: str, first: int, sign: int) -> int:
    """The offset behind the last word in ``text[first:sign]`` that leads in to a place; ``first`` where there is none."""
    found = first
    for lead, fewest in ((_LEAD, 1), (_WEAK_LEAD, 2)):
        for match in lead.finditer(text, found, max(found, sign - fewest)):
            found = max(found, match.end())
    opening = _OPENING.match(text, found, sign)
    return opening.end() if opening else found


def splits(text: str, start: int, end: int, after_organ: bool) -> int:
    """Where an address begins anew in the name ``text[start:end]`` between two signs (工作于佳境街); -1 where it goes on.

    ``after_organ``: an organisation stands before it, whose address may follow in brackets.
    """
    opening = _BRACKET.search(text, start, end)
    if opening and after_organ:
        return opening.end()
    begins = [match.end() for match in _LEAD.finditer(text, start + 1, max(start + 1, end - 2))]
    return begins[-1] if begins else -1


def _is_inside(text: str, first: int, led: int, end: int) -> bool:
    """Whether the lead-in before ``led`` is part of a division's name (于洪区, 从化区)."""
    return any(divisions.level(text[start:end]) for start in range(first, led))


def _known_start(text: str, first: int, sign: int, end: int, led: int) -> int:
    """The leftmost known division at or behind ``led``, or one that has the lead-in as part of its name (于洪区); -1 for none."""
    for start in range(first, sign):
        if divisions.level(text[start:end]) and (start >= led or led < sign):
            return start
        if start < led:
            continue
        longest = min(sign, start + _LONGEST_SHORT)
        if any(divisions.is_short(text[start:stop]) for stop in range(start + 2, longest + 1)):
            return start
    return -1
