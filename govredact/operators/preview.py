"""The preview of a value for reports: never more than the policy's operator leaves, and little where there is none."""

from __future__ import annotations

from govredact.operators import generalize, mask
from govredact.operators.base import OperatorContext, hide_all, significant
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 40
# A misspelt word is nobody's secret, and a report that hides it cannot be acted upon. A whole paragraph is hidden all the same.
_WORDING = frozenset({"TYPO", "PLACEHOLDER", "NUMBER_MISMATCH"})
_LONGEST_WORDING = 12
# Nor are marks on a document and what strangers wrote into a page: an editor must see what they are. Numbers in it stay hidden.
_MARKS = frozenset(
    {"CLASSIFICATION_MARK", "WORK_SECRET_MARK", "INTERNAL_MARK", "DISCLOSURE_MARK", "DRAFT_MARK", "TRADE_SECRET_MARK", "PAGE_HIJACK"}
)
SHOWN = _WORDING | _MARKS
_NUMBER = lazy.compile("[0-9Xx]{7,}")
_LONG = 7  # from here on two characters and three may be shown, else one and one


def preview(entity: str, value: str, name: str = "", args: Sequence[str] = (), mask_character: str = "*") -> str:
    """``value`` as a report may show it; ``name`` and ``args`` are the policy's operator for it (none: by length).

    One line, at most 40 characters.
    """
    context = OperatorContext(entity, mask_character=mask_character)
    if entity in _MARKS or (entity in _WORDING and len(value) <= _LONGEST_WORDING):
        return _shortened(_NUMBER.sub(lambda number: mask_character * len(number[0]), value))
    if name == "mask":
        shown = mask.apply(value, args, context)
    elif name == "generalize":
        shown = generalize.apply(value, args, context)
    elif name:
        shown = hide_all(value, context)
    else:
        shown = _by_length(value, context)
    return _one_line(shown, mask_character)


def _printable(text: str) -> str:
    return text if text.isprintable() else "".join([char if char.isprintable() else " " for char in text])


def _shortened(text: str) -> str:
    text = _printable(text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 4] + "…" + text[-3:]


def _by_length(value: str, context: OperatorContext) -> str:
    count = len(significant(value))
    if count >= _LONG:
        return mask.apply(value, ("2", "3"), context)
    positions = significant(value)
    shown = {0: (), 1: (), 2: positions[:1]}.get(count, (*positions[:1], *positions[-1:]))
    return "".join([char if p in shown or p not in positions else context.mask_character for p, char in enumerate(value)])


def _one_line(text: str, mask_character: str) -> str:
    text = _printable(text)
    if len(text) <= _LONGEST:
        return text
    # Only what was visible at both ends is worth keeping; the middle of a long value is hidden anyway.
    return text[:3] + mask_character * 3 + "…" + text[-3:]
