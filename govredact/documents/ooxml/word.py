"""Word documents (.docx, .docm, .dotx, .dotm), transitional and strict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govredact.documents.ooxml import observing, revisions, word_cleaning
from govredact.documents.ooxml.document import OfficeDocument
from govredact.documents.ooxml.looks import Looks
from govredact.documents.ooxml.part import Part
from govredact.documents.ooxml.views import views
from govredact.documents.ooxml.xml import parse
from govredact.models import Observation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from govredact.documents.ooxml.rewrite import Rewrite
    from govredact.models import Passage

_STYLES = "word/styles.xml"
_BINDING = b"dataBinding"


class DocxDocument(OfficeDocument):
    """A Word file."""

    home = "word/"
    _looks: Looks | None = None
    _style_root: Any = None

    def part_views(self, name: str, content: bytes, observed: list[Observation]) -> Iterator[Passage]:
        """The passages of one part; comments, changes and hidden text are observed."""
        self._styles()
        root = self._style_root if name == _STYLES else parse(content)
        part = self.read_part(name, root)
        if word_cleaning.COMMENTS.match(name):
            observed.extend(observing.of_comments(part))
        elif word_cleaning.TEXTS.match(name):
            observed.extend(self._observe_text(part, root))
        elif word_cleaning.TEMPLATE.match(name):
            place = part.place._replace(attribute="Target")
            targets = [node.get("Target", "") for node in word_cleaning.templates(root)]
            observed.extend(Observation("property", place, target, (), "metadata") for target in targets)
        if word_cleaning.TEXTS.match(name) or word_cleaning.COMMENTS.match(name):
            observed.extend(observing.of_authors(part.place, root))
        yield from views(part)

    def read_part(self, name: str, content: Any) -> Part:
        """The swept part; only texts have runs with a look."""
        if not word_cleaning.TEXTS.match(name):
            return super().read_part(name, content)
        return Part(self.place(name), content, looks=self._styles())

    def clean(self, rewrite: Rewrite, cleaning: Callable[[str], str]) -> None:
        """Hidden text, changes, comments, variables."""
        word_cleaning.clean(rewrite, cleaning, self._styles())

    def _observe_text(self, part: Part, root: Any) -> Iterator[Observation]:
        found = list(observing.of_part(part))
        yield from found
        known = any(item.kind == "tracked_change" for item in found)
        if not known and revisions.has_changes(root):
            yield Observation("tracked_change", part.place, "", (), "tracked_changes")
        if word_cleaning.SETTINGS.match(part.name) and word_cleaning.settings_data(root):
            yield Observation("document_variables", part.place, "", (), "custom_data")

    def _styles(self) -> Looks:
        """How runs look; the styles are parsed once, for this and for their own sweep."""
        if self._looks is None:
            self._style_root = parse(self._package.read(_STYLES)) if _STYLES in self._package.names else None
            self._looks = Looks(self._style_root)
        return self._looks
