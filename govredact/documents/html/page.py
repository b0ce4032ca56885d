"""What one reading of markup collects: the flow of text in pieces, what stands beside it, and what points elsewhere."""

from __future__ import annotations

from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from govredact.documents.html.attributes import Attributes
    from govredact.documents.html.look import Look
    from govredact.documents.html.regions import Region

# Source of a piece that stands in no leaf.
NOWHERE = -1
# Kinds of asides: what has to be kept in mind when something is written there.
ATTRIBUTE, COMMENT, SCRIPT, STYLE, MARKUP = "attribute", "comment", "script", "style", "markup"
# Markup in the value of an attribute, which is also an aside.
QUOTED = "quoted"


class Aside(NamedTuple):
    """Stored text beside the flow: [start, end) of the region, its kind, the name of the attribute (of a script: its type), the tag,
    why nobody sees what belongs to it, and the span of what names it (the placeholder of a value)."""

    kind: str
    start: int
    end: int
    name: str
    tag: str
    hidden: str = ""
    label: tuple[int, int] | None = None


class Target(NamedTuple):
    """An address that a tag points to: the span of the stored value, and the pieces of the flow that show it."""

    tag: str
    name: str
    start: int
    end: int
    attributes: Attributes
    look: Look
    first: int
    last: int


class Nested(NamedTuple):
    """A part of the region that holds markup of its own: ``comment``, ``rest`` (an element that never ends), ``inner`` (a frame's
    fallback, a template), ``srcdoc``, ``quoted``."""

    kind: str
    start: int
    end: int


class Page:
    """The pieces of one flow and what was met on the way; ``kind`` says what the markup is (``page``, ``comment``, ``srcdoc`` …)."""

    def __init__(self, region: Region, kind: str) -> None:
        self.region = region
        self.kind = kind
        self.pieces: list[str] = []
        self.sources: list[int] = []
        # Numbers of pieces: separators that a line break made; pieces that an inline tag parts from a letter or digit before them;
        # pieces that nobody sees, with their looks.
        self.breaks: list[int] = []
        self.joints: list[int] = []
        self.hidden: dict[int, Look] = {}
        self.asides: list[Aside] = []
        self.targets: list[Target] = []
        self.metas: list[tuple[Attributes, int]] = []
        self.title: tuple[int, int] | None = None
        # (id, name of the element, start and end of the tag) of the tags that have an id.
        self.identities: list[tuple[str, str, int, int]] = []
        self.nested: list[Nested] = []
        self.data: list[tuple[int, int, str]] = []
        self._links: dict[int, str] | None = None

    def link_of(self, number: int) -> str | None:
        """The address, as written, of the link that shows the piece ``number`` of the flow; None for text outside links."""
        if self._links is None:
            self._links = {
                piece: self.region.text[target.start : target.end].strip()
                for target in self.targets
                if target.tag == "a" and target.name == "href"
                for piece in range(target.first, target.last)
            }
        return self._links.get(number)
