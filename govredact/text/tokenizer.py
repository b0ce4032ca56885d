"""Word boundaries from jieba, asked for a few characters around a candidate and for nothing else.

jieba takes a second and 90 MB to load, so it is imported on the first question. The tokenizer is our own instance with a
cache folder of its own; nothing of jieba's global state is touched, and what it would print is kept quiet.
"""

from __future__ import annotations

import itertools
import os
import sys
import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

REACH = 16
_lock = threading.Lock()
_tokenizer: Any = None


def cut(window: str) -> list[tuple[int, int]]:
    """The words of ``window`` as half-open spans in code points, in order and without gaps."""
    spans, start = [], 0
    for word in _loaded().cut(window, HMM=False):
        spans.append((start, start + len(word)))
        start += len(word)
    return spans


def is_word(text: str, start: int, end: int, extra_words: Iterable[str] = ()) -> bool:
    """Whether ``text[start:end]`` begins and ends where words do, as segmentation of the text around it sees it.

    The entry's own word is offered to the segmentation only through ``extra_words``: 路口交通 is 路口 + 交通, so the two
    characters in its middle are no word there.
    """
    if text[start:end].isascii():
        return True
    first = max(0, start - REACH)
    window = text[first : end + REACH]
    edges = {0}
    for _, stop in _words(window, frozenset(extra_words)):
        edges.add(stop)
    return start - first in edges and end - first in edges


def _words(window: str, extra: frozenset[str]) -> list[tuple[int, int]]:
    spans = cut(window)
    if not extra:
        return spans
    # A word that the dictionary lacks is joined where segmentation left it in pieces, never against a boundary it set.
    edges = [0, *(stop for _, stop in spans)]
    known = [(window.find(word), len(word)) for word in extra]
    inner = {edge for at, size in known if at >= 0 and {at, at + size} <= set(edges) for edge in range(at + 1, at + size)}
    kept = [edge for edge in edges if edge not in inner]
    return list(itertools.pairwise(kept))


def _loaded() -> Any:
    global _tokenizer  # noqa: PLW0603 - one dictionary for the whole process, loaded on first need
    if _tokenizer is None:
        with _lock:
            if _tokenizer is None:
                _tokenizer = _load()
    return _tokenizer


def _load() -> Any:
    import logging
    import warnings

    quiet = logging.getLogger("jieba")
    before = quiet.level, quiet.propagate
    quiet.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its source has old escapes and asks for pkg_resources
            import jieba

        logging.getLogger("jieba").setLevel(logging.CRITICAL)
        tokenizer = jieba.Tokenizer()
        tokenizer.tmp_dir = _cache_folder()
        tokenizer.initialize()
    finally:
        quiet.setLevel(before[0])
        quiet.propagate = before[1]
    return tokenizer


def _cache_folder() -> str | None:
    """A folder of the user's own for jieba's prefix dictionary; None lets jieba use the system's temporary folder."""
    base = os.environ.get("GOVREDACT_CACHE") or os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")  # noqa: PTH111, PTH118
    if sys.platform == "win32":
        base = os.environ.get("GOVREDACT_CACHE") or os.environ.get("LOCALAPPDATA") or base
    folder = os.path.join(base, "govredact")  # noqa: PTH118
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None
