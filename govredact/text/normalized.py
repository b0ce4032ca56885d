"""Normalised text with an exact map back to the original.

What is folded: full-width letters, digits and the few signs that numbers and addresses use; mathematical and circled
digits; Chinese numerals where seven or more stand in a row (a telephone written 一三八〇〇一三八〇〇〇); escapes of JSON and
XML. What is dropped: control, zero-width, soft and directional characters, variation selectors and keycaps. Full-width punctuation
and spaces stay, because they are everywhere and the patterns know them. Text that needs nothing is not copied.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from operator import ne

from govredact.text import lazy
from govredact.text.escapes import ESCAPES, unescape
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

_DROPPED = "\x00-\x08\x0e-\x1f\x7f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe00-\ufe0f\u20e3"
_FOLDED = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff20\uff0b\uff0d\uff0e\uff3f\uff0a\U0001d7ce-\U0001d7ff"
_SPECIAL = lazy.compile(f"[{_DROPPED}{_FOLDED}]")
_IS_DROPPED = lazy.compile(f"[{_DROPPED}]")

_HAN_DIGITS = "〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖"
_HAN_VALUES = "00012345678911" + "23456789"
# The circle that is typed for 〇 is also a mask: beside digits, or three in a row, it hides something.
_CIRCLE, _HIDES = "○", lazy.compile("[0-9]|○[- \u3000\u00a0·]?○[- \u3000\u00a0·]?○")
_CIRCLED = "".join(chr(c) for c in (0x24EA, *range(0x2460, 0x2469), *range(0x2776, 0x277F), *range(0x2780, 0x2789)))
_CIRCLED_VALUES = "0" + "123456789" * 3
_DIGIT_OF = str.maketrans(_HAN_DIGITS + _CIRCLED, _HAN_VALUES + _CIRCLED_VALUES)
_SPELT = f"{_HAN_DIGITS}{_CIRCLED}"
# Seven numerals, with at most one separator between two of them, are a number; fewer are prose (一二三四, 二〇二一年).
_SPELT_RUN = lazy.compile(f"[{_SPELT}](?:[- \u3000\u00a0·]?[{_SPELT}0-9]){{6,}}")

_FEWEST_SPELT = 3
# Pieces of a text that are put together before more are made.
_MOST_PIECES = 4096
# 11010119900307002× is how some people write the check character X; one sign more would be a mask.
_CROSS = lazy.compile("(?<=[0-9]{17})×(?![0-9A-Za-z×])")


def _fold(char: str) -> str:
    code = ord(char)
    if 0xFF01 <= code <= 0xFF5E:
        return chr(code - 0xFEE0)
    return str((code - 0x1D7CE) % 10)


def _clean(char: str) -> str:
    """What is read where ``char`` stands: nothing, the folded sign, or itself."""
    if not _SPECIAL.match(char):
        return char
    return "" if _IS_DROPPED.match(char) else _fold(char)


class NormalizedText:
    """``text`` is what detectors read; ``span`` maps its offsets back to ``original``.

    Each character of ``text`` comes from one or more consecutive original characters. A span covers everything between
    its first and last character, dropped ones included.
    """

    __slots__ = ("_cuts", "_shifts", "original", "text")

    def __init__(self, original: str, escapes: str = "") -> None:
        self.original = original
        # In ``text`` from _cuts[i] (exclusive of earlier ones) the original offset is the normalised one plus _shifts[i].
        self._cuts = array("I")
        self._shifts = array("I")
        self.text = _check_characters(_spelt_digits(self._apply(_edits(original, escapes))))

    def _apply(self, edits: Iterable[tuple[int, int, str]]) -> str:
        blocks: list[str] = []
        pieces: list[str] = []
        done = shift = length = 0
        for start, end, replacement in edits:
            pieces.append(self.original[done:start])
            pieces.append(replacement)
            length += start - done + len(replacement)
            done = end
            grown = end - start - len(replacement)
            if grown:
                shift += grown
                self._cuts.append(length)
                self._shifts.append(shift)
            if len(pieces) > _MOST_PIECES:
                blocks.append("".join(pieces))
                pieces.clear()
        if not done:
            return self.original
        blocks.extend((*pieces, self.original[done:]))
        return "".join(blocks)

    @property
    def is_identity(self) -> bool:
        """Whether offsets need no mapping."""
        return not self._cuts

    def _offset(self, position: int) -> int:
        """Original offset of the character at ``position`` (for len(text): the end of the original)."""
        if not self._cuts:
            return position
        index = bisect_right(self._cuts, position) - 1
        return position + (self._shifts[index] if index >= 0 else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original half-open span behind ``text[start:end]``; empty spans stay empty."""
        if not self._cuts:
            return start, end
        first = self._offset(start)
        if end <= start:
            return first, first
        return first, self._end(end)

    def _end(self, end: int) -> int:
        """Original end of the character before ``end``: an escape counts whole, dropped characters after it do not."""
        last = self._offset(end - 1)
        following = self._offset(end) if end < len(self.text) else len(self.original)
        while following - last > 1 and _IS_DROPPED.match(self.original, following - 1):
            following -= 1
        return following


def _edits(text: str, escapes: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, replacement) in order; each replacement is at most as long as what it replaces."""
    plain = text.isascii() and text.isprintable()
    special = iter(()) if plain else ((m.start(), m.end(), _clean(m[0])) for m in _SPECIAL.finditer(text))
    if not escapes:
        return special
    from heapq import merge  # most texts have no escapes

    return merge(special, ((m.start(), m.end(), _clean(unescape(m[0]))) for m in ESCAPES[escapes].finditer(text)))


def _spelt_digits(text: str) -> str:
    """``text`` with long rows of Chinese or circled numerals as digits, one for one, so that offsets stay."""
    return _SPELT_RUN.sub(_spelt_run, text) if _SPELT_RUN.search(text) else text


def _check_characters(text: str) -> str:
    """``text`` with an X where a multiplication sign ends an ID number."""
    return _CROSS.sub("X", text) if "×" in text else text


def _spelt_run(run: re.Match[str]) -> str:
    # One or two numerals beside digits are a name or a word (丁新一19377655589, 三13800138000), not a part of the number.
    if _CIRCLE in run[0] and _HIDES.search(run[0]):
        return run[0]
    digits = run[0].translate(_DIGIT_OF)
    return digits if sum(map(ne, digits, run[0])) >= _FEWEST_SPELT else run[0]
