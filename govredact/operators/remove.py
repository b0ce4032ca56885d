"""``remove``: nothing is left of the value, except a separator where its neighbours would otherwise become one value.

A password leaves （略） behind: with nothing there, the next word after 密码： would be read as the password.
"""

from __future__ import annotations

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govredact.operators.base import OperatorContext

# Spaces and dashes between digits join them into one number for a reader; cell borders and line ends do not.
_JOINING = " \u00a0\u3000-\u2010\u2011\u2012\u2013\u2014\u2015\u2212.·•()（）"
_OMITTED = "（略）"
_WORD_SIGNS = frozenset("@._-+%/:")


def apply(value: str, args: Sequence[str], context: OperatorContext) -> str:  # noqa: ARG001 - every operator has this form
    """（略） for a password; else nothing, or ``；`` between two digits and a space between two characters of a Latin word."""
    if context.entity == "CREDENTIAL":
        return _OMITTED
    if _is_digit(context.before.rstrip(_JOINING)[-1:]) and _is_digit(context.after.lstrip(_JOINING)[:1]):
        return "；"
    if _in_word(context.before[-1:]) and _in_word(context.after[:1]):
        return " "
    return ""


def _is_digit(char: str) -> bool:
    # 一三八 is read as a number as well.
    return char.isnumeric()


def _in_word(char: str) -> bool:
    return bool(char) and char.isascii() and (char.isalnum() or char in _WORD_SIGNS)
