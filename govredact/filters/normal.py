"""When two writings are one value: width, case, white space and the separators people use do not count."""

from __future__ import annotations

from govredact.text import lazy
from govredact.text.normalized import NormalizedText

# Space, dashes, middle dots and brackets stand anywhere; a full stop separates digits only (138.0013.8000, not a.b@c.cn).
_SEPARATORS = lazy.compile("[\\s\\-\u2010-\u2015\u2212\u00b7\u2022\u30fb()（）\\[\\]【】〔〕]+")
_DOTTED = lazy.compile("[0-9]+(?:\\.[0-9]+)+")
_ADDRESS = lazy.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}")


def normal(value: str) -> str:
    """``value`` in the form in which values are compared; empty when nothing but separators is there."""
    text = _SEPARATORS.sub("", NormalizedText(value).text).casefold()
    if _DOTTED.fullmatch(text) and not _ADDRESS.fullmatch(text):
        return text.replace(".", "")
    return text


def telephone(value: str) -> str:
    """A telephone number in the form in which numbers are compared: digits, without the country's prefix."""
    digits = "".join(char for char in normal(value) if char.isdigit())
    for prefix in ("0086", "86"):
        if digits.startswith(prefix) and len(digits) >= len(prefix) + 9:
            return digits[len(prefix) :]
    return digits
