"""``generalize``: a birth date becomes its year, an address ends at the town, coordinates keep one decimal.

What is not understood is hidden altogether.
"""

from __future__ import annotations

from govredact.addresses.town import town_end
from govredact.operators.base import hide_all, is_mask
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govredact.operators.base import OperatorContext

_YEAR = "(?:19|20)[0-9]{2}"
_SPELT_YEAR = "[一二][九〇零○][〇零○一二三四五六七八九]{2}"
_DATES = (
    lazy.compile(f"(?<![0-9])({_YEAR})(?![0-9])"),
    lazy.compile(f"(?<![0-9])({_YEAR})(?:0[1-9]|1[0-2])(?:[0-3][0-9])?(?![0-9])"),
    lazy.compile(f"({_SPELT_YEAR})年"),
    lazy.compile("^[’'‘]?([0-9]{2}|[三四五六七八九零〇][〇零一二三四五六七八九])\\s?年"),
)
_DECIMALS = lazy.compile("([0-9]\\.[0-9])[0-9.]+")
_MINUTES = lazy.compile("(?<=[0-9])\\s*[°度]\\s*[0-9][^NSEWnsew东西南北,，;；]*")
_IS_PLACE = lazy.compile("[0-9]\\.[0-9]|[°度]")


def apply(value: str, args: Sequence[str], context: OperatorContext) -> str:
    """``value`` in the coarser form that ``args`` names: ``("year",)``, ``("town",)`` or ``("decimal",)``."""
    return _UNITS[args[0]](value, context)


def _year(value: str, context: OperatorContext) -> str:
    for form in _DATES:
        match = form.search(value)
        if match:
            return f"{match[1]}年"
    return hide_all(value, context)


def _town(value: str, context: OperatorContext) -> str:
    end = town_end(value)
    if not end:
        return hide_all(value, context)
    rest = value[end:].strip()
    if all(is_mask(char, context) for char in rest):
        return value  # ends at the town, or was generalised before
    return value[:end] + context.mask_character * 2


def _decimal(value: str, context: OperatorContext) -> str:
    if not _IS_PLACE.search(value):
        return hide_all(value, context)
    return _MINUTES.sub("°", _DECIMALS.sub("\\1", value))


_UNITS = {"year": _year, "town": _town, "decimal": _decimal}
