"""Word documents (.docx, .docm, .dotx, .dotm), transitional and strict."""

from __future__ import annotations

from govredact.documents.ooxml import markup, observing, revisions, word_cleaning
from govredact.documents.ooxml.document import OfficeDocument
from govredact.documents.ooxml.looks import Looks
from govredact.documents.ooxml.part import Part
from govredact.documents.ooxml.views import views
from govredact.models import Observation
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govredact.documents.ooxml.markup import Markup
    from govredact.documents.ooxml.rewrite import Rewrite
    from govredact.models import Passage

_STYLES = "word/styles.xml"


class DocxDocument(OfficeDocument):
    """A Word file."""

    home = "word/"
    _looks: Looks | None = None
    _style_markup: Markup | None = None

    def part_markup(self, name: str, content: bytes) -> Markup:
        """The markup of a part; the styles are read once, for this and for their own sweep."""
        if name == _STYLES:
            self._styles()
            if self._style_markup is not None:
                return self._style_markup
        return super().part_markup(name, content)

    def part_views(self, name: str, content: Markup, observed: list[Observation]) -> Iterator[Passage]:
        """The passages of one part; comments, changes and hidden text are observed."""
        part = self.read_part(name, content)
        if word_cleaning.COMMENTS.match(name):
            observed.extend(observing.of_comments(part))
        elif word_cleaning.TEXTS.match(name):
            observed.extend(self._observe_text(part))
        elif word_cleaning.TEMPLATE.match(name):
            place = part.place._replace(attribute="Target")
            observed.extend(Observation("property", place, target, (), "metadata") for target in word_cleaning.template_paths(content.text))
        if word_cleaning.TEXTS.match(name) or word_cleaning.COMMENTS.match(name):
            observed.extend(observing.of_authors(part.place, content.text))
        yield from views(part)

    def read_part(self, name: str, content: Markup) -> Part:
        """The swept part; only texts have runs with a look."""
        if not word_cleaning.TEXTS.match(name):
            return super().read_part(name, content)
        return Part(self.place(name), content, looks=self._styles())

    def clean(self, rewrite: Rewrite, cleaning: Callable[[str], str]) -> None:
        """Hidden text, changes, comments, variables."""
        word_cleaning.clean(rewrite, cleaning, self._styles())

    def _observe_text(self, part: Part) -> Iterator[Observation]:
        found = list(observing.of_part(part))
        yield from found
        text = part.markup.text
        known = any(item.kind == "tracked_change" for item in found)
        if not known and revisions.shows_changes(text):
            yield Observation("tracked_change", part.place, "", (), "tracked_changes")
        if word_cleaning.SETTINGS.match(part.name) and word_cleaning.carries_data(text):
            yield Observation("document_variables", part.place, "", (), "custom_data")

    def _styles(self) -> Looks:
        """How runs look."""
        if self._looks is None:
            self._style_markup = markup.read(self._package.read(_STYLES)) if _STYLES in self._package.names else None
            self._looks = Looks(self._style_markup.text if self._style_markup else "")
        return self._looks
