"""A text that the caller has decoded already, as a document: no encoding to guess, offsets are those of the text."""

from __future__ import annotations

from govredact.documents.base import Document
from govredact.documents.plain import TextPassage
from govredact.documents.splice import ordered, spliced
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govredact.models import Edit, Passage


class DecodedText(Document):
    """One passage, the text itself; ``write`` gives UTF-8 that lets lone surrogates pass."""

    text_kind = True

    def __init__(self, text: str) -> None:
        super().__init__(b"", "text")
        self._text = text

    @property
    def text(self) -> str:
        """The text itself."""
        return self._text

    def passages(self) -> Iterator[Passage]:
        """The whole text as one buffer."""
        self._places = 1
        yield TextPassage(self._text)

    def write(self, edits: Sequence[Edit]) -> bytes:
        """The text with ``edits`` applied; SpanConflictError for edits that overlap."""
        return spliced(self._text, ordered(edits, len(self._text))).encode("utf-8", "surrogatepass")
