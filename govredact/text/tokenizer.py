"""Word boundaries from jieba's dictionary, asked for a few characters around a candidate and for nothing else.

The dictionary is loaded on the first question; of jieba itself nothing is imported (see ``dictionary``).
Segmentation is by the dictionary alone (no guessing of unknown words), so the same text always gives the same answer.
"""

from __future__ import annotations

from _thread import allocate_lock

from govredact.text import lazy
from govredact.text.dictionary import load
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.text.dictionary import Dictionary

# Characters on either side of a candidate that segmentation sees: longer than nearly every word and idiom.
REACH = 16
# Characters on either side that decide whether another word reads better.
_NEAR = 5
# The frequency of an ordinary word; what `extra_words` get.
_ORDINARY = 200
_PIECE = lazy.compile("[\u3400-\u4dbf\u4e00-\u9fff]+|[A-Za-z0-9]+|.", lazy.DOTALL)

_lock = allocate_lock()  # threading.Lock, without the rest of that module
_dictionary: Dictionary | None = None


def cut(window: str, extra_words: Iterable[str] = ()) -> list[tuple[int, int]]:
    """The words of ``window`` as half-open spans in code points, in order and without gaps.

    Runs of ASCII letters and digits stay whole; every other sign stands alone. ``extra_words`` count as words of the
    dictionary. The time grows with the length of the window: meant for windows, not for documents.
    """
    return _read(window, tuple(word for word in extra_words if len(word) > 1))[1]


def is_word(text: str, start: int, end: int, extra_words: Iterable[str] = ()) -> bool:
    """Whether ``text[start:end]`` begins and ends where words do, as segmentation of the text around it sees it.

    路口交通 is 路口 + 交通, so the two characters in its middle are no word there. ``extra_words`` are offered to the
    segmentation, such as names of the place that the dictionary lacks.
    """
    first = max(0, start - REACH)
    window = text[first : end + REACH]
    if text[start:end].isascii():
        # Latin words need no dictionary: they end where letters and digits end.
        return all(not _is_inside(window, edge - first) for edge in (start, end))
    edges = {0} | {stop for _, stop in cut(window, extra_words)}
    return start - first in edges and end - first in edges


def likelihood(run: str, extra_words: Iterable[str] = ()) -> float:
    """The natural logarithm of the probability of ``run`` under its most probable segmentation; 0 for the empty text."""
    return _read(run, tuple(extra_words))[0]


def gain(text: str, start: int, end: int, replacement: str) -> float:
    """How much likelier the characters around ``[start, end)`` become when ``replacement`` stands there: a difference of logarithms.

    The replacement counts as a word of the dictionary. 0 means that both read equally well, or that the replacement would not be read
    in one piece: 民政 is none in 人民政府.
    """
    first, last = start, end
    while first > 0 and start - first < _NEAR and text[first - 1] >= "\u3400":
        first -= 1
    while last < len(text) and last - end < _NEAR and text[last] >= "\u3400":
        last += 1
    likely, words = _read(text[first:start] + replacement + text[end:last], (replacement,))
    begins, ends = start - first, start - first + len(replacement)
    edges = {0} | {stop for _, stop in words}
    # It must be a word, or the beginning or the end of one (政府 in 人民政府).
    if (begins not in edges and ends not in edges) or not edges.isdisjoint(range(begins + 1, ends)):
        return 0.0
    return likely - likelihood(text[first:last])


def _is_inside(window: str, edge: int) -> bool:
    around = window[max(0, edge - 1) : edge + 1]
    return len(around) == 2 and edge > 0 and around.isascii() and around.isalnum()


def _read(window: str, extra: tuple[str, ...]) -> tuple[float, list[tuple[int, int]]]:
    """The most probable words of ``window`` (the longer first word wins a tie) and the logarithm of their probability."""
    likely = 0.0
    spans: list[tuple[int, int]] = []
    for piece in _PIECE.finditer(window):
        start, end = piece.span()
        if piece[0][0] < "\u3400":
            spans.append((start, end))
            continue
        best, ends = _best(piece[0], extra)
        likely += best[0]
        while start < end:
            stop = piece.start() + ends[start - piece.start()]
            spans.append((start, stop))
            start = stop
    return likely, spans


def _best(run: str, extra: tuple[str, ...]) -> tuple[list[float], list[int]]:
    """For each position of ``run`` the log probability of what follows, and where the word that begins there ends."""
    dictionary = _loaded()
    least, ordinary = dictionary.likelihood(1), dictionary.likelihood(_ORDINARY)
    size = len(run)
    best = [0.0] * (size + 1)
    ends = [0] * size
    for start in range(size - 1, -1, -1):
        top, stop = least + best[start + 1], start + 1
        for end, likely in dictionary.words_at(run, start):
            if likely + best[end] >= top:
                top, stop = likely + best[end], end
        for word in extra:
            if run.startswith(word, start):
                end = start + len(word)
                likely = ordinary + best[end]
                if likely > top or (likely == top and end > stop):
                    top, stop = likely, end
        best[start], ends[start] = top, stop
    return best, ends


def _loaded() -> Dictionary:
    global _dictionary  # noqa: PLW0603 - one dictionary for the whole process, loaded on first need
    if _dictionary is None:
        with _lock:
            if _dictionary is None:
                _dictionary = load()
    return _dictionary
