"""The nouns of the lexicon engine: an entry, a lexicon, a problem in a file, a hit in a text."""

from __future__ import annotations

from govredact.typed import NamedTuple

KINDS = ("label", "keyword", "anchor")
# Later layers override the same word of earlier ones: an office knows its own matters best.
LAYERS = ("shipped", "national", "provincial", "office")
# What must be true of a hit, by kind. A keyword: segmentation sees a word there, or the suggestion reads better in its place.
# A label: no Chinese text follows.
BOUNDARIES = {"keyword": ("none", "word", "likelier"), "label": ("none", "delimiter")}
VARIANTS = ("width", "case", "script", "separators")


class Entry(NamedTuple):
    """One word of a list and what it means.

    ``field`` is set for labels only. Empty ``entity``, ``category``, ``severity`` and ``action`` mean: as the registry says.
    ``valid_from`` and ``valid_to`` are ISO dates, both days included, empty for open. ``boundary`` is ``"word"`` where segmentation
    must agree (a detector asks the tokenizer), ``"likelier"`` where the suggestion must read better, ``"delimiter"`` for a label that is
    a common word and counts only where no Chinese text follows. ``allow`` makes it an allow-list entry: keyword hits inside its own hits
    are dropped.
    """

    kind: str
    text: str
    field: str = ""
    entity: str = ""
    category: str = ""
    severity: str = ""
    action: str = ""
    suggestion: str = ""
    valid_from: str = ""
    valid_to: str = ""
    boundary: str = "none"
    allow: bool = False
    variants: frozenset[str] = frozenset()
    lexicon: str = ""
    layer: str = "office"

    def holds_on(self, day: str) -> bool:
        """Whether the entry is in force on the ISO date ``day``."""
        return (not self.valid_from or self.valid_from <= day) and (not self.valid_to or day <= self.valid_to)


class Lexicon(NamedTuple):
    """One list as it was loaded. ``header`` holds its ``# key: value`` lines (name, purpose, source, licence, date, defaults)."""

    name: str
    kind: str
    layer: str
    entries: tuple[Entry, ...]
    header: dict[str, str]
    path: str = ""

    def __repr__(self) -> str:
        return f"<Lexicon {self.name} {self.kind} {self.layer}: {len(self.entries)} entries>"


class Problem(NamedTuple):
    """What is wrong with a lexicon file. ``level`` is ``"error"`` (the file does not load) or ``"warning"``; ``line`` counts from 1."""

    path: str
    line: int
    level: str
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.level}: {self.message}"


class Hit(NamedTuple):
    """Where an entry, or a variant of it, stands in a text: half-open, in code points."""

    start: int
    end: int
    entry: Entry


class Hits(NamedTuple):
    """What one pass over a text found, each list sorted by position.

    No label lies inside another label; no keyword inside an allow-list entry. Keywords and anchors may nest and overlap.
    """

    labels: list[Hit]
    keywords: list[Hit]
    anchors: list[Hit]
