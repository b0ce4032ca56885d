"""What a package knows about itself without reading language: hidden and covered text, changes, comments, people, parts that go."""

from __future__ import annotations

from govredact.documents.ooxml import properties, revisions
from govredact.models import Location, Observation
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from govredact.documents.ooxml.markup import Markup
    from govredact.documents.ooxml.part import Part
    from govredact.documents.ooxml.tables import Paragraph

    Leaf = tuple[Hashable, int, int]

# Trait of a leaf -> (kind of the observation, entry of the clean-up list).
_TRAITS = {
    "hidden": ("hidden_text", "hidden_content"),
    "covered": ("covered_text", ""),
    "deleted": ("tracked_change", "tracked_changes"),
    "inserted": ("tracked_change", "tracked_changes"),
}


def of_part(part: Part) -> Iterator[Observation]:
    """Hidden, covered, deleted and inserted text of one part, one observation for each paragraph and kind."""
    for paragraph in part.paragraphs if part.marks else ():
        if "field" not in paragraph.traits and any(traits for _, _, traits in paragraph.pieces):
            yield from _of_paragraph(part.name, paragraph)


def _of_paragraph(part: str, paragraph: Paragraph) -> Iterator[Observation]:
    for trait, (kind, cleaning) in _TRAITS.items():
        marked = [(key, text) for key, text, traits in paragraph.pieces if trait in traits and key is not None]
        text = "".join([text for _, text in marked])
        # A mask that stands under a cover hides nothing.
        if any(char.isalnum() for char in text) or (text.strip() and trait in ("deleted", "inserted")):
            leaves = tuple(((part, key), 0, len(piece)) for key, piece in marked)
            yield Observation(kind, paragraph.location, text, leaves, cleaning)


def of_comments(part: Part) -> Iterator[Observation]:
    """One observation for each paragraph of a comments part; one for the part where it holds no paragraphs."""
    shown = [paragraph for paragraph in part.paragraphs if paragraph.text]
    for paragraph in shown:
        yield Observation("comment", paragraph.location, paragraph.text, (), "comments")
    if not shown:
        yield Observation("comment", part.place, "", (), "comments")


def of_authors(place: Location, text: str) -> Iterator[Observation]:
    """Who made changes and comments: one observation for each name in the part, over all the attributes that hold it."""
    names: dict[str, list[Leaf]] = {}
    for offset, value in revisions.authors(text):
        names.setdefault(value, []).append(((place.part, str(offset)), 0, len(value)))
    for value, leaves in names.items():
        yield Observation("property", place._replace(attribute="author"), value, tuple(leaves), "metadata")


def of_properties(kind: str, name: str, content: Markup | None) -> Iterator[Observation]:
    """The properties that name people and offices, and the parts that go as a whole; ``content`` of a part that is XML."""
    row = properties.carrier(name)
    if row:
        yield Observation(row.kind, Location(kind, part=name), "", (), row.cleaning)
        return
    for offset, attribute, value in properties.personal(name, content) if content else ():
        leaf = (((name, str(offset)), 0, len(value)),)
        yield Observation("property", Location(kind, part=name, attribute=attribute), value, leaf, "metadata")
