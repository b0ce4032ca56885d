"""``mask``: hides characters in place, so that length and separators stay (138****8000, 0572-*****27, l*****@example.cn).

What stays visible must leave at least 5,000 possible values (DESIGN section 3). A value that is too short for its operator, or
whose row shows too much, is hidden altogether.
"""

from __future__ import annotations

from govredact.operators.base import hidden_at, hide_all, is_mask, significant
from govredact.operators.names import mask_name
from govredact.operators.telephone import EXTENSION_WORDS, SHORTEST_NUMBER, area_length, body_end, prefix_length
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govredact.operators.base import OperatorContext

FEWEST = 5_000
_MAILBOX_CHARACTERS = 37
_TELEPHONES = frozenset({"CN_MOBILE", "CN_LANDLINE", "PUBLIC_PHONE"})
_IDS = frozenset({"CN_RESIDENT_ID", "CN_HMT_RESIDENCE_PERMIT", "CN_DISABILITY_ID", "CN_DRIVER_LICENCE", "CN_SOCIAL_SECURITY_CARD"})
# A visible check digit takes away all but one in so many.
_CHECKED = {"CN_RESIDENT_ID": 11, "CN_HMT_RESIDENCE_PERMIT": 11, "CN_FOREIGNER_ID": 11, "CN_STUDENT_ID": 11, "BANK_CARD": 10, "VIN": 11}
# What one hidden character is worth. A character that was hidden before counts as much as any, so that masking twice changes nothing.
_DIGIT, _LETTER, _OTHER = 10, 26, 100


def apply(value: str, args: Sequence[str], context: OperatorContext) -> str:
    """``value`` masked as ``args`` say.

    ``("3", "4")``, ``("area", "2")``, ``("1", "domain")``, ``("surname",)``, ``("surname", "某")`` or ``("fully",)``.
    """
    first = args[0]
    if first == "fully":
        return hide_all(value, context)
    if first == "surname":
        return mask_name(value, args[1] if len(args) > 1 else context.mask_character)
    if args[1] == "domain":
        return _mailbox(value, int(first), context)
    if first == "area":
        return _landline(value, int(args[1]), context)
    return _head_tail(value, int(first), int(args[1]), context)


def _head_tail(value: str, head: int, tail: int, context: OperatorContext) -> str:
    prefix = prefix_length(value) if context.entity in _TELEPHONES else 0
    positions = [position for position in significant(value) if position >= prefix]
    return _hide(value, positions[head : max(head, len(positions) - tail)], context)


def _landline(value: str, tail: int, context: OperatorContext) -> str:
    prefix = prefix_length(value)
    positions = [position for position in significant(value) if position >= prefix]
    number = positions[area_length("".join([value[p] for p in positions]), prefix > 0) :]
    end = body_end(value, number)
    extension = [position for position in number[end:] if value[position] not in EXTENSION_WORDS]
    shown = tail if end >= SHORTEST_NUMBER else 0
    return _hide(value, [*number[: end - shown], *extension], context)


def _mailbox(value: str, head: int, context: OperatorContext) -> str:
    local, at, _ = value.rpartition("@")
    if not at:
        return hide_all(value, context)
    for shown in (head, 0):
        hidden = local[shown:]
        if hidden and all(is_mask(char, context) for char in hidden):
            return value
        if _MAILBOX_CHARACTERS ** len(hidden) >= FEWEST:
            return hidden_at(value, range(shown, len(local)), context.mask_character)
    return hide_all(value, context)


def _hide(value: str, hidden: list[int], context: OperatorContext) -> str:
    if hidden and is_mask(value[hidden[0]], context) and all(is_mask(value[position], context) for position in hidden):
        return value
    masked = hidden_at(value, hidden, context.mask_character)
    return masked if _leaves_enough(value, masked, hidden, context) else hide_all(value, context)


def _leaves_enough(value: str, masked: str, hidden: list[int], context: OperatorContext) -> bool:
    if value.isdecimal():
        count = _DIGIT ** len(hidden)
    else:
        count = 1
        for position in hidden:
            char = value[position]
            count *= _DIGIT if char.isdecimal() else _LETTER if char.isascii() and char.isalpha() else _OTHER
    if count // _CHECKED.get(context.entity, 1) < FEWEST:
        return False
    return not (context.birth or context.region or context.gender) or _enough_in_row(masked, context)


def _enough_in_row(masked: str, context: OperatorContext) -> bool:
    """Whether the row's other cells leave enough ID numbers; other values do not depend on them."""
    from govredact.numbers import candidates  # only where a row shows something

    if context.entity not in _IDS:
        return True
    pattern = "".join([candidates.HIDDEN if is_mask(masked[p], context) else masked[p] for p in significant(masked)])
    pattern = pattern[:18] if len(pattern) > 18 else pattern
    if len(pattern) not in (15, 18):
        return True
    left = candidates.resident_id_candidates(pattern, context.birth or None, context.region, context.gender)
    return left >= FEWEST
