"""The nouns that travel through the program. No input or output happens here.

Offsets are code points, spans are half-open. A *leaf* is the smallest stored text of a document (a whole file, an XML
text node, a glyph run); the identity of a character is (leaf, offset).
"""

from __future__ import annotations

from types import MappingProxyType

from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

SEVERITIES = ("low", "medium", "high", "critical")
ACTIONS = ("allow", "note", "review", "mask", "block")
# Rank of a candidate when several claim the same characters (DESIGN section 3): a blocker, then a label, then form
# (first digit, region, birth date), then check digits. Longer wins between equals.
BLOCKER, LABEL, FORM, CHECK = 16, 8, 4, 2
# Models of names that a policy or an option can ask for, and what stands for none (``names.model``).
NAME_MODELS, NO_MODEL = ("lac", "none"), "none"
CATEGORIES = ("secrecy", "sensitive", "private", "quality", "public")

# Trait of characters that a view puts together from neighbouring cells: a label alone does not make them one number.
JOINED = frozenset({"joined"})
_NOTHING: Mapping[str, str] = MappingProxyType({})


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


class Location(NamedTuple):
    """Where a person finds a finding. Counts begin at 1; boxes are [x0, y0, x1, y1] in PDF points from the lower left."""

    kind: str
    part: str | None = None
    paragraph: int | None = None
    table: int | None = None
    cell: str | None = None
    page: int | None = None
    slide: int | None = None
    attribute: str | None = None
    line: int | None = None
    column: int | None = None
    boxes: tuple[tuple[float, float, float, float], ...] | None = None


class Context(NamedTuple):
    """What stands around a position in the layout: the label cell before it, the headers above it, its row."""

    before: str = ""
    headers: tuple[str, ...] = ()
    row: tuple[str, ...] = ()


class Origin(NamedTuple):
    """Where a document comes from and goes to, as far as the caller knows."""

    url: str = ""
    title: str = ""
    source: str = ""
    published: str = ""
    level: str = ""


class Edit(NamedTuple):
    """Replace ``[start, end)`` of one leaf by ``replacement``."""

    leaf: Hashable
    start: int
    end: int
    replacement: str


class Observation(NamedTuple):
    """Something a document knows without reading language: text under a box, an author property, a hidden sheet.

    ``cleaning`` is the entry of the policy's clean-up list that takes it out of a masked copy, "" where none does. ``about`` says
    more in words that detectors know: the tag and anchor text of a link, the name of a meta tag.
    """

    kind: str
    location: Location
    text: str = ""
    leaves: tuple[tuple[Hashable, int, int], ...] = ()
    cleaning: str = ""
    about: Mapping[str, str] = _NOTHING


class Member(NamedTuple):
    """An embedded document: its path inside the container and how to get its bytes."""

    name: str
    read: Callable[[], bytes]


class Gap(NamedTuple):
    """A place that was not understood. A blocking one keeps the whole file from counting as clean."""

    place: str
    reason: str
    blocking: bool


class Passage:
    """A buffer that holds one or many leaf texts and is scanned as a whole.

    ``text`` is what the engine reads. ``place`` names the buffer for people. ``escapes`` names the escape syntax that
    stands in ``text`` (``"json"``, ``"xml"`` or ``""``). Separators that a view adds belong to no leaf. Subclasses
    answer the five questions below; they are asked for candidates only, never for every character.
    """

    __slots__ = ("escapes", "place", "text")

    def __init__(self, text: str, place: str = "", escapes: str = "") -> None:
        self.text = text
        self.place = place
        self.escapes = escapes

    def locate(self, start: int, end: int) -> Location:
        """The place of ``[start, end)`` for people."""
        return Location("text")

    def context(self, position: int) -> Context | None:
        """The layout around ``position``; ``None`` where the text itself is the only layout."""
        return None

    def traits(self, position: int) -> frozenset[str]:
        """What is special about the character: ``hidden``, ``deleted``, ``inserted``, ``attribute``, ``file_name`` …"""
        return frozenset()

    def leaves(self, start: int, end: int) -> Sequence[tuple[Hashable, int, int]]:
        """The stored characters behind ``[start, end)`` as (leaf, start, end); one leaf for plain text."""
        return ((0, start, end),)

    def stored(self, start: int, end: int) -> tuple[int, int, str]:
        """``[start, end)`` as a report counts it, and the value there: the passage itself; of a view on a text file, that file."""
        return start, end, self.text[start:end]


class Candidate(NamedTuple):
    """A possible finding inside one passage, before conflicts are settled.

    ``rank`` decides conflicts (see ``resolve``): higher wins. ``action`` and ``severity`` are set only where they differ
    from the registry's; ``role`` says whose value it is (``office``, ``home``, ``minor`` …).
    """

    start: int
    end: int
    entity: str
    score: float
    reasons: tuple[str, ...]
    detector: str
    rank: int = 0
    role: str = ""
    action: str = ""
    severity: str = ""
    category: str = ""
    suggestion: str = ""


class Finding(NamedTuple):
    """One reported value. ``value`` is kept in memory for masking and left out of ``repr`` and of reports."""

    entity: str
    category: str
    action: str
    severity: str
    score: float
    detector: str
    start: int
    end: int
    value: str
    preview: str
    location: Location
    locations: tuple[Location, ...] = ()
    reasons: tuple[str, ...] = ()
    fingerprint: str = ""
    member: str | None = None
    filtered_by: str = ""
    role: str = ""
    suggestion: str = ""

    def __repr__(self) -> str:
        return f"<Finding {self.entity} {self.action} [{self.start}:{self.end}] {self.preview!r}>"


class Decision(NamedTuple):
    """What was done with one finding or one clean-up rule in a masked copy."""

    entity: str
    operator: str
    location: Location
    start: int
    end: int
    fingerprint: str = ""


class FileError(NamedTuple):
    """Why a file is ``unreadable`` (or ``skipped``); ``message`` is English and holds no value."""

    code: str
    message: str
    params: dict[str, object]


class MaskedCopy(NamedTuple):
    """A copy that was written: a masked one, which was proved, or (``verified`` is false) one with corrected wording."""

    path: str
    sha256: str
    verified: bool
    decisions: int


class Genre(NamedTuple):
    """What kind of notice a document seems to be, the built-in policy for it ("" for none), and the words that speak for it."""

    name: str
    policy: str
    evidence: tuple[str, ...]


class FileReport(NamedTuple):
    """What is known about one file after a run."""

    path: str
    format: str
    sha256: str
    status: str
    findings: tuple[Finding, ...] = ()
    filtered: tuple[Finding, ...] = ()
    error: FileError | None = None
    places: int = 0
    gaps: tuple[Gap, ...] = ()
    masked: MaskedCopy | None = None
    inline_ignored: int = 0
    genre: Genre | None = None

    @property
    def blocking_gaps(self) -> bool:
        """Whether something unread keeps this file from counting as clean."""
        return any(gap.blocking for gap in self.gaps)


class Report(NamedTuple):
    """The outcome of one run over one or more files."""

    files: tuple[FileReport, ...]
    policy_name: str
    policy_digest: str
    as_of: str

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings of all files, in file order."""
        return tuple(f for file in self.files for f in file.findings)


class MaskResult(NamedTuple):
    """The outcome of ``mask_text``: the text, and one decision for each change."""

    text: str
    decisions: tuple[Decision, ...]
