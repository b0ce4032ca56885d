"""An HTML file: every place where a page can hold text is read with its offsets in the source, and masked there."""

from __future__ import annotations

import re
from functools import partial

from govredact.documents.encoding import decode, decode_damaged
from govredact.documents.html import embedded, links, observing
from govredact.documents.html.contexts import Contexts
from govredact.documents.html.reading import Reading, read
from govredact.documents.html.views import views
from govredact.documents.plain import TextDocument
from govredact.errors import EncodingError
from govredact.models import Edit, Gap, Location, Member, Observation, Passage
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govredact.documents.encoding import Decoded
    from govredact.documents.limits import Limits

_BLOCKS = "p|div|td|th|tr|li|h[1-6]|dd|dt|option|table|section|article|title|script|style"
_BLOCK_TAG = re.compile(rf"<(?:/?(?:{_BLOCKS})\b|br\b)[^>]*>", re.IGNORECASE)
_TAG = re.compile("<[^>]*>")
_BROKEN = re.compile("[\udc80-\udcff]")
_AROUND = 20


class HtmlDocument(TextDocument):
    """A page. Each of its texts gives a passage over the same leaf, the source text."""

    def __init__(self, data: bytes, format_name: str, limits: Limits) -> None:
        self._shown: str | None = None
        super().__init__(data, format_name, limits)
        self._known: Reading | None = None
        self._embedded: dict[str, embedded.Embedded] = {}
        self._replaced: dict[str, bytes] = {}

    def decoded(self, data: bytes) -> Decoded:
        """Also a page with a few broken bytes, which browsers show as signs and go on."""
        try:
            return decode(data)
        except EncodingError:
            damaged = decode_damaged(data)
            if damaged is None:
                raise
            return damaged

    @property
    def text(self) -> str:
        """The decoded page; broken bytes are a character that readers skip, so that none hides a number."""
        if self._source.errors == "strict":
            return self._source.text
        if self._shown is None:
            self._shown = _BROKEN.sub("\u2060", self._source.text)
        return self._shown

    def passages(self) -> Iterator[Passage]:
        """The text as it reads first, then what stands beside it, then comments and pages inside the page."""
        pages = self._reading().pages
        self._places = len(pages)
        for page in pages:
            yield from views(page, self.text, self._locate)

    def observations(self) -> Iterator[Observation]:
        """Links, what the page says about itself, hidden texts, junk tags, broken bytes."""
        broken = [match.start() for match in _BROKEN.finditer(self._source.text)] if self._source.errors != "strict" else []
        if broken:
            around = self.text[max(0, broken[0] - _AROUND) : broken[0] + _AROUND]
            leaf = (0, broken[0], broken[0] + 1)
            yield Observation("mojibake", self._locate(broken[0], None), around, (leaf,), "", {"count": str(len(broken))})
        for page in self._reading().pages:
            yield from links.of_page(page, self._locate)
            yield from observing.hidden_texts(page, self._locate)
            yield from observing.junk_tags(page, self._locate)

    def members(self) -> Iterator[Member]:
        """Documents that stand in addresses (``data:``)."""
        self._reading()
        for item in self._embedded.values():
            yield Member(item.name, partial(_bytes_of, item))

    def replace_member(self, name: str, data: bytes) -> None:
        """Puts ``data`` in the place of an embedded document when the file is written."""
        self._replaced[name] = data

    def raw(self) -> Iterator[Passage]:
        """The source as it is stored, and with its tags stripped and its references resolved, as anybody reads it."""
        yield Passage(self.text, "source")
        yield Passage(links.in_text(_TAG.sub("", _BLOCK_TAG.sub("\n", self.text))), "source (stripped)")

    def write(self, edits: Sequence[Edit]) -> bytes:
        """The page with ``edits`` (leaf 0, code points of the source) and changed embedded documents; the rest byte for byte."""
        self._reading()
        put_back = [self._embedded[name].put_back(data) for name, data in self._replaced.items()]
        return super().write([*edits, *put_back])

    def write_clean(self, edits: Sequence[Edit], cleaning: Callable[[str], str]) -> bytes:
        """``write`` without the texts that a trick hides, where the clean-up list says so."""
        if cleaning("hidden_content") != "remove":
            return self.write(edits)
        gone = [
            (start, end)
            for observation in self.observations()
            if observation.cleaning == "hidden_content"
            for _, start, end in observation.leaves
        ]
        kept = [edit for edit in edits if not any(start <= edit.start < end for start, end in gone)]
        return self.write([*kept, *(Edit(0, start, end, "") for start, end in gone)])

    def fit(self, edits: list[Edit]) -> list[Edit]:
        """Replacements escaped for where they stand; what is put back in an address is written as it is."""
        return list(Contexts(self.text, self._reading().pages).fit(edits))

    def _reading(self) -> Reading:
        if self._known is None:
            self._known = read(self.text)
            found, gaps = embedded.find(self._known.pages)
            self._embedded = {item.name: item for item in found}
            self._gaps += (*self._known.gaps, *gaps)
            broken = _BROKEN.search(self._source.text) if self._source.errors != "strict" else None
            if broken:
                self._gaps.append(Gap(f"line {self._locate(broken.start(), None).line}", "encoding", blocking=False))
        return self._known

    def _locate(self, start: int, attribute: str | None) -> Location:
        return self._passage.locate(start, start)._replace(attribute=attribute)


def _bytes_of(item: embedded.Embedded) -> bytes:
    return item.data
