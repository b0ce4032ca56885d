"""The written forms of an entry that are searched besides its own.

``case`` needs none here: the matcher folds ASCII letters. ``separators`` needs none either: see ``apart``.
"""

from __future__ import annotations

from govredact.lexicon.script import mixed_forms, traditional_forms
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.lexicon.model import Entry

_NARROW_SIGNS, _WIDE_SIGNS = "()[]:,;!?/%&~", "（）［］：，；！？／％＆～"
_SIGNS = frozenset(_NARROW_SIGNS + _WIDE_SIGNS)
_WIDE = str.maketrans(_NARROW_SIGNS, _WIDE_SIGNS)
_NARROW = str.maketrans(_WIDE_SIGNS, _NARROW_SIGNS)


def width_forms(text: str) -> list[str]:
    """``text`` with all its signs full-width, and with all of them ASCII, as far as that differs (variant ``width``)."""
    if text.isalnum() or _SIGNS.isdisjoint(text):
        return []
    return [form for form in (text.translate(_WIDE), text.translate(_NARROW)) if form != text]


def traditional_forms_of(entry: Entry) -> list[str]:
    """The forms in traditional characters of an entry that asks for them (variant ``script``), in both widths where asked for."""
    if "script" not in entry.variants or entry.text.isascii():
        return []
    found = traditional_forms(entry.text) if entry.kind == "label" else mixed_forms(entry.text)
    if "width" in entry.variants:
        found += [other for form in found for other in width_forms(form)]
    return found
