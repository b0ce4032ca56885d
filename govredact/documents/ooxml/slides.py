"""Presentations (.pptx, .pptm, .ppsx, .potx): every part is swept; hidden slides, notes and comments are observed and taken out."""

from __future__ import annotations

import re

from govredact.documents.ooxml import markup, observing, relations
from govredact.documents.ooxml.document import OfficeDocument
from govredact.documents.ooxml.names import attribute, child, children, is_element, local
from govredact.documents.ooxml.part import Part
from govredact.documents.ooxml.slide_looks import SlideLooks
from govredact.documents.ooxml.views import views
from govredact.documents.ooxml.xml import parse
from govredact.models import Observation
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from govredact.documents.ooxml.markup import Markup
    from govredact.documents.ooxml.rewrite import Rewrite
    from govredact.models import Location, Passage

_BOOK = "ppt/presentation.xml"
_THEME = "ppt/theme/theme1.xml"
_SLIDE = re.compile(r"ppt/slides/[^/]+\.xml$")
_NOTES = re.compile(r"ppt/notesSlides/[^/]+\.xml$")
_COMMENTS = re.compile(r"ppt/(?:comments/[^/]+|commentAuthors|authors)\.xml$")
_TAGS = re.compile(r"ppt/tags/[^/]+\.xml$")
_HIDDEN = re.compile(rb"""<(?:\w+:)?sld\b[^>]*\bshow=["'](?:0|false)["']""")
# Elements that point to a part by its relationship and make no sense without it.
_POINTERS = frozenset(("sldId", "tags", "custData"))
_NONE: frozenset[str] = frozenset()


class PptxDocument(OfficeDocument):
    """A presentation."""

    home = "ppt/"
    _looks: SlideLooks | None = None
    _order: dict[str, int] | None = None

    def part_views(self, name: str, content: Markup, observed: list[Observation]) -> Iterator[Passage]:
        """The passages of one part; slides that are hidden, notes and comments are observed."""
        part = self.read_part(name, content)
        text = "\n".join(paragraph.text for paragraph in part.paragraphs if paragraph.text)
        if _COMMENTS.match(name):
            observed.extend(observing.of_comments(part))
        elif _NOTES.match(name) and text:
            observed.append(Observation("notes", part.place, text, (), "hidden_content"))
        elif _TAGS.match(name):
            observed.append(Observation("custom_xml", part.place, text, (), "custom_data"))
        elif _SLIDE.match(name) and _HIDDEN.search(content.text.encode()):
            observed.append(Observation("hidden_slide", part.place, text, (), "hidden_content"))
        observed.extend(observing.of_part(part))
        yield from views(part)

    def read_part(self, name: str, content: Markup) -> Part:
        """The swept part; runs of slides have a size."""
        if name.startswith(self.home):
            return Part(self.place(name), content, frozenset(("comment",)) if _COMMENTS.match(name) else _NONE, self._slide_looks())
        return super().read_part(name, content)

    def _slide_looks(self) -> SlideLooks:
        if self._looks is None:
            self._looks = SlideLooks(markup.read(self._package.read(_THEME)).text if _THEME in self._package.names else "")
        return self._looks

    def place(self, name: str) -> Location:
        """The location of a part; slides by their number in the show."""
        if self._order is None:
            self._order = _slide_numbers(self._package.read, self._package.names)
        return super().place(name)._replace(slide=self._order.get(name))

    def clean(self, rewrite: Rewrite, cleaning: Callable[[str], str]) -> None:
        """Hidden slides, notes, comments, tags."""
        for name in rewrite.names:
            hidden = _NOTES.match(name) or (_SLIDE.match(name) and _HIDDEN.search(rewrite.content(name)))
            if (
                (hidden and cleaning("hidden_content") == "remove")
                or (_COMMENTS.match(name) and cleaning("comments") == "remove")
                or (_TAGS.match(name) and cleaning("custom_data") == "remove")
            ):
                rewrite.drop(name)
        for rels in [name for name in rewrite.names if relations.is_rels(name) and rewrite.has(name)]:
            targets = relations.internal(rels, parse(rewrite.content(rels)))
            gone = {attribute(node, "Id") for node, part in targets if part in rewrite.names and not rewrite.has(part)}
            if gone and rewrite.has(relations.source_of(rels)):
                _drop_pointers(rewrite.tree(relations.source_of(rels)), gone)


def _slide_numbers(read: Callable[[str], bytes], names: list[str]) -> dict[str, int]:
    rels = relations.rels_of(_BOOK)
    if _BOOK not in names or rels not in names:
        return {}
    targets = {attribute(node, "Id"): part for node, part in relations.internal(rels, parse(read(rels)))}
    slides = child(parse(read(_BOOK)), "sldIdLst")
    listed = list(children(slides, "sldId")) if slides is not None else []
    return {targets.get(_relationship(node), ""): number for number, node in enumerate(listed, 1)}


def _relationship(node: Any) -> str:
    return next((value for key, value in node.attrib.items() if key.endswith("}id")), "")


def _drop_pointers(root: Any, gone: set[str]) -> None:
    slides = set()
    for node in [node for node in root.iter() if is_element(node) and local(node.tag) in _POINTERS and _relationship(node) in gone]:
        slides.add(node.get("id"))
        node.getparent().remove(node)
    # Sections list their slides once more, by number.
    for node in [node for node in root.iter() if is_element(node) and local(node.tag) == "sldId" and not _relationship(node)]:
        if node.get("id") in slides:
            node.getparent().remove(node)
