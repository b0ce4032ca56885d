"""The many ways in which people write one number: groups, full width, invisible characters, line breaks, Chinese numerals."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    Form = Callable[[Random, str, Sequence[int]], str]

ZERO_WIDTH = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad")
WIDE_SPACES = ("\u00a0", "\u3000", "\u2009", "\u202f", "\u2002")
CHINESE_NUMERALS = ("零一二三四五六七八九", "〇一二三四五六七八九", "零幺二三四五六七八九", "〇幺二三四五六七八九")
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


def plain(_rng: Random, value: str, _groups: Sequence[int]) -> str:
    """As it is."""
    return value


def grouped(rng: Random, value: str, groups: Sequence[int]) -> str:
    """In groups with one ASCII separator."""
    return rng.choice((" ", " ", "-", ".", "·")).join(_cut(value, groups))


def wide_spaced(rng: Random, value: str, groups: Sequence[int]) -> str:
    """In groups with a no-break, ideographic or thin space."""
    return rng.choice(WIDE_SPACES).join(_cut(value, groups))


def full_width(_rng: Random, value: str, _groups: Sequence[int]) -> str:
    """In full-width characters."""
    return value.translate(_FULL_WIDTH)


def half_full_width(rng: Random, value: str, _groups: Sequence[int]) -> str:
    """One part in full-width characters."""
    at = rng.randint(2, len(value) - 2)
    return value[:at].translate(_FULL_WIDTH) + value[at:]


def zero_width(rng: Random, value: str, groups: Sequence[int]) -> str:
    """With invisible characters between groups, or at a few places."""
    mark = rng.choice(ZERO_WIDTH)
    if rng.random() < 0.5:
        return mark.join(_cut(value, groups))
    places = set(rng.sample(range(1, len(value)), k=min(3, len(value) - 1)))
    return "".join(mark + char if i in places else char for i, char in enumerate(value))


def line_broken(rng: Random, value: str, groups: Sequence[int]) -> str:
    """Wrapped at the end of a line."""
    parts = _cut(value, groups)
    at = rng.randint(1, len(parts) - 1)
    return "".join(parts[:at]) + rng.choice(("\n", "\n", "\r\n", "\n  ", "-\n")) + "".join(parts[at:])


def letter_spaced(_rng: Random, value: str, _groups: Sequence[int]) -> str:
    """A space after every digit, as text recognition and narrow cells leave it."""
    return " ".join(value)


def ragged(rng: Random, value: str, _groups: Sequence[int]) -> str:
    """One stray space at an odd place."""
    at = rng.randint(3, len(value) - 3)
    return value[:at] + " " + value[at:]


def lower_case(_rng: Random, value: str, _groups: Sequence[int]) -> str:
    """Letters in lower case."""
    return value.lower()


def chinese_numerals(rng: Random, value: str, _groups: Sequence[int]) -> str:
    """Digits as Chinese numerals."""
    numerals = rng.choice(CHINESE_NUMERALS)
    return "".join(numerals[int(char)] if char.isdigit() else char for char in value)


def country_code(rng: Random, value: str, groups: Sequence[int]) -> str:
    """A mobile with the country code before it."""
    body = rng.choice((value, value, " ".join(_cut(value, groups)), "-".join(_cut(value, groups))))
    return rng.choice(("+86", "+86 ", "+86-", "0086", "86", "(+86)", "（+86）", "0086-", "86-", "＋８６")) + body


def circled(_rng: Random, value: str, _groups: Sequence[int]) -> str:
    """Digits as circled numbers."""
    return "".join(chr(0x2460 + int(c) - 1) if c in "123456789" else "⓪" if c == "0" else c for c in value)


def mixed_numerals(rng: Random, value: str, _groups: Sequence[int]) -> str:
    """Some digits as Chinese numerals, some not; or all as the capital numerals of cheques."""
    if rng.random() < 0.4:
        return "".join("零壹贰叁肆伍陆柒捌玖"[int(char)] for char in value)
    return "".join(chinese_numerals(rng, char, ()) if rng.random() < 0.5 else char for char in value)


def bracketed(rng: Random, value: str, _groups: Sequence[int]) -> str:
    """A mobile as people set it off: (138)00138000, 138 - 0013 - 8000, 138_0013_8000."""
    a, b, c = value[:3], value[3:7], value[7:]
    return rng.choice((f"({a}){b}{c}", f"（{a}）{b}{c}", f"{a} - {b} - {c}", f"{a}_{b}_{c}", f"{a}－{b}－{c}", f"{a}—{b}—{c}"))


def cross(rng: Random, value: str, _groups: Sequence[int]) -> str:
    """The check character X as a look-alike."""
    return value[:-1] + rng.choice("×ＸｘⅩ✕") if value[-1] == "X" else value


def cells(rng: Random, value: str, _groups: Sequence[int]) -> str:
    """One character a cell, as in the boxes of a form."""
    return rng.choice(("\t", "|", " | ")).join(value)


def wide_at(rng: Random, value: str, _groups: Sequence[int]) -> str:
    """A mailbox with a full-width or spaced @."""
    return value.replace("@", rng.choice(("＠", " @ ", "@ ")))


FORMS: dict[str, Form] = {
    "plain": plain,
    "sep": grouped,
    "wide": wide_spaced,
    "fullwidth": full_width,
    "halfwidth": half_full_width,
    "zw": zero_width,
    "broken": line_broken,
    "spaced": letter_spaced,
    "ragged": ragged,
    "lower": lower_case,
    "cn": chinese_numerals,
    "86": country_code,
    "circled": circled,
    "cells": cells,
    "mixed": mixed_numerals,
    "bracketed": bracketed,
    "cross": cross,
    "at": wide_at,
}

# Which forms a kind of value is written in, and how often (weights).
MIXES: dict[str, dict[str, int]] = {
    "id": {"plain": 50, "sep": 10, "wide": 5, "fullwidth": 7, "halfwidth": 2, "zw": 7, "broken": 5, "spaced": 4, "ragged": 4, "lower": 6},
    "mobile": {
        "plain": 46,
        "sep": 13,
        "wide": 5,
        "fullwidth": 6,
        "zw": 5,
        "broken": 4,
        "spaced": 3,
        "ragged": 2,
        "bracketed": 3,
        "cn": 6,
        "86": 9,
        "circled": 1,
    },
    "card": {"plain": 50, "sep": 22, "wide": 6, "fullwidth": 6, "zw": 5, "broken": 6, "spaced": 3, "ragged": 2},
    "account": {"plain": 70, "sep": 12, "wide": 4, "fullwidth": 5, "zw": 4, "broken": 5},
    "letters": {"plain": 82, "fullwidth": 6, "zw": 6, "sep": 6},
    "email": {"plain": 88, "at": 12},
    "cell": {"plain": 84, "fullwidth": 4, "zw": 4, "sep": 8},
}
GROUPINGS: dict[str, tuple[tuple[int, ...], ...]] = {
    "id": ((6, 8, 4), (6, 4, 4, 4), (3, 3, 4, 4, 4), (6, 8, 3, 1), (6, 4, 2, 2, 4)),
    "mobile": ((3, 4, 4), (3, 4, 4), (3, 3, 5), (4, 4, 3), (4, 3, 4), (3, 2, 2, 2, 2)),
    "card": ((4, 4, 4, 4, 3), (4, 4, 4, 4, 3), (6, 9, 4), (4, 4, 4, 7)),
    "account": ((4, 4, 4, 4, 4, 4), (2, 6, 6, 6, 6), (5, 5, 5, 5, 5)),
    "email": ((4, 4),),
    "letters": ((1, 4, 4, 4), (2, 4, 4, 4)),
}


def write(rng: Random, value: str, mix: str, form: str = "", grouping: str = "") -> tuple[str, str]:
    """`value` as somebody may write it, and the name of the form; `form` asks for one."""
    weights = MIXES[mix]
    form = form or rng.choices(tuple(weights), tuple(weights.values()))[0]
    groups = rng.choice(GROUPINGS[grouping or mix])
    return FORMS[form](rng, value, groups), form


def _cut(value: str, groups: Sequence[int]) -> list[str]:
    parts, at = [], 0
    for size in groups:
        if at < len(value):
            parts.append(value[at : at + size])
            at += size
    if at < len(value):
        parts.append(value[at:])
    return parts
