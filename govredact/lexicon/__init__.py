"""Lists of words: loading and checking them, and finding all of them in one pass over a text.

``load`` and ``shipped`` give lexicons, ``Matcher.build`` compiles several of them, ``Matcher.find`` gives the hits. The file
format is described in docs/lexicon-format.md.
"""

from __future__ import annotations

from govredact import late
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.lexicon.fields import FIELDS, NOT_PERSONAL
    from govredact.lexicon.loading import SHIPPED, check, load, loads, shipped
    from govredact.lexicon.matcher import Matcher
    from govredact.lexicon.model import LAYERS, Entry, Hit, Hits, Lexicon, Problem

__all__ = [
    "FIELDS",
    "LAYERS",
    "NOT_PERSONAL",
    "SHIPPED",
    "Entry",
    "Hit",
    "Hits",
    "Lexicon",
    "Matcher",
    "Problem",
    "check",
    "load",
    "loads",
    "shipped",
]

__getattr__ = late.names(
    __name__,
    {
        "fields": ("FIELDS", "NOT_PERSONAL"),
        "loading": ("SHIPPED", "check", "load", "loads", "shipped"),
        "matcher": ("Matcher",),
        "model": ("LAYERS", "Entry", "Hit", "Hits", "Lexicon", "Problem"),
    },
)
