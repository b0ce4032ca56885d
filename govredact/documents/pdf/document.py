"""PDF files: the text of each page in its views, everything else that can hold text, and masked copies.

What this reader does not understand is listed as a gap: pages without usable text, glyphs without a meaning, damaged pages,
pictures. Revisions that an incremental update left in the file are members.
"""

from __future__ import annotations

import re
from functools import partial

from govredact.documents.base import Document, readable
from govredact.documents.leaves import Block, LeafBuffer, LeafPassage
from govredact.documents.pdf import covered, pages, pictures, properties, remains, strings
from govredact.documents.pdf.carried import Headers
from govredact.documents.pdf.fonts import CONTRADICTION, UNMAPPED
from govredact.documents.pdf.geometry import area, overlap
from govredact.documents.pdf.links import of_page
from govredact.documents.pdf.pictures import PICTURES
from govredact.documents.pdf.source import DAMAGE, Source
from govredact.documents.pdf.views import views
from govredact.errors import LimitExceededError, MaskingUnsupportedError
from govredact.models import Gap, Location, Member, Observation
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

    from govredact.documents.limits import Limits
    from govredact.documents.pdf.content import Content, Marked, Run, Scope
    from govredact.models import Edit, Passage

# A page with less text than this beside a picture of half its size is a scan with a header or a page number.
_LITTLE_TEXT = 30
_MOST_OF_PAGE = 0.5
# Runs of interpreted pages that are kept for the places of findings, about 20 MB; a page that is not kept is interpreted again.
_MOST_RUNS = 20_000
_REVISION_END = re.compile(rb"startxref\s+[0-9]+\s+%%EOF")
_DRAWS = re.compile(rb"(?<![^\s\])>])(?:S|s|f|F|f\*|B|B\*|b|b\*|Do|sh|EI|Tj|TJ|'|\")(?=[\s\[(<]|\Z)")
_END = b"%%EOF"
_EARLIER = "earlier revision.pdf"
TAIL = "tail"
# What a policy's clean-up list can say of pages that cannot be read.
PAGES, RASTERIZE = "unreadable_pages", "rasterize"
RASTER_NAME = b"/GovredactPage Do"
_LINEARIZED = b"/Linearized"
_HEAD = 1024
# Gaps in the reading of text itself: a copy in which something was not understood is not made.
UNREADABLE = frozenset(("unmapped_glyphs", "damaged_page"))
_PAGE = re.compile("page ([0-9]+)")
_FILE_NAME = re.compile(r"^[^\n/]{1,200}\.[A-Za-z][A-Za-z0-9]{1,4}$")
_XML = re.compile(r"\s*<")


class PdfDocument(Document):
    """A .pdf file."""

    def __init__(self, data: bytes, format_name: str, limits: Limits) -> None:
        super().__init__(data, format_name, limits)
        self._source = Source(data, limits)
        self._pages = len(self._source.pages)
        self._contents: dict[str, Content] = {}
        self._kept = 0
        self._members: dict[str, bytes] = {}
        self._read = False
        self._observed: list[Observation] = []
        self._headers = Headers()
        if self._pages > limits.max_parts:
            raise LimitExceededError(f"more than {limits.max_parts} pages", limit="max_parts", maximum=limits.max_parts)

    def passages(self) -> Iterator[Passage]:
        """Each page in its views, then drawings that are on no page themselves, then all strings of the file."""
        self._source.renew()
        self._places, self._gaps, self._read, self._observed, self._headers = 0, [], False, [], Headers()
        for page in range(self._pages):
            self._source.check()
            yield from self._page_passages(page)
        try:
            where = self._annotation_pages()
            for stream in pages.other_drawings(self._source):
                yield from self._drawing_passages(stream, where)
            yield from self._string_passages(where)
            yield from self._picture_passages()
        except DAMAGE:
            self._gaps.append(Gap("document", "damaged_page", True))
        yield from self._tail_passage()
        self._read = True

    def observations(self) -> Iterator[Observation]:
        """What a reader does not see and a copy gives away; who made the file, and with what; links."""
        self._read_all()
        yield from self._observed
        try:
            found = [link for number, page in enumerate(self._source.pages, 1) for link in of_page(page, number)]
        except DAMAGE:
            # The walk over all strings met the same damage and listed it as a gap.
            return
        yield from found

    def members(self) -> Iterator[Member]:
        """The embedded files, and the revision before the last update, which still lies in the file."""
        earlier = self._earlier_revision()
        if earlier:
            yield Member(_EARLIER, partial(self._head, earlier))
        try:
            embedded = list(self._embedded())
        except DAMAGE:
            # The walk over all strings meets the same damage and lists it as a gap.
            return
        for name, stream in embedded:
            yield Member(name, partial(self._source.read, stream))

    def replace_member(self, name: str, data: bytes) -> None:
        """Puts ``data`` in the place of the embedded file ``name`` when the file is written."""
        self._members[name] = data

    def write(self, edits: Sequence[Edit]) -> bytes:
        """``write_clean`` with nothing cleaned up but what no copy has."""
        return self.write_clean(edits, _keep)

    def write_clean(self, edits: Sequence[Edit], cleaning: Callable[[str], str]) -> bytes:
        """A copy with the glyphs and strings of ``edits`` taken out, in one revision, and proved with PDFium.

        Where ``cleaning`` takes ``metadata`` out, the document properties but title and subject go.

        Raises MaskingUnsupportedError where a part of the file was not understood, ResidueError where the proof fails.
        """
        self._read_all()
        raster = {self._page_of(gap) for gap in self._unreadable()} if cleaning(PAGES) == RASTERIZE else None
        for gap in self._unreadable():
            if raster is None or -1 in raster:
                raise MaskingUnsupportedError(f"{gap.place} cannot be read ({gap.reason}), so nothing was masked", place=gap.place)
        from govredact.documents.pdf.removal import write

        kept = [edit for edit in edits if edit.leaf[0] not in (TAIL, PICTURES)]  # type: ignore[index]
        try:
            return write(self.data, self.limits, kept, self._members, clean=cleaning("metadata") == "remove", raster=raster)
        except DAMAGE as error:
            raise MaskingUnsupportedError("the file is damaged in a way that keeps it from being rewritten; nothing was masked") from error

    def pending(self, cleaning: Callable[[str], str]) -> bool:
        """Whether a page that cannot be read is to become a picture."""
        return cleaning(PAGES) == RASTERIZE and bool(self._unreadable())

    def _unreadable(self) -> list[Gap]:
        return [gap for gap in self._gaps if gap.reason in UNREADABLE]

    @staticmethod
    def _page_of(gap: Gap) -> int:
        """The page, from 0, that a gap is on; -1 where it is on none."""
        found = _PAGE.match(gap.place)
        return int(found[1]) - 1 if found else -1

    def close(self) -> None:
        """Closes the file."""
        self._contents.clear()
        self._source.close()
        super().close()

    def _read_all(self) -> None:
        """Reads the file to its end, where the caller did not."""
        if not self._read:
            for _ in self.passages():
                continue

    def _content(self, part: str) -> Content | None:
        """The interpreted page or drawing that ``part`` names; the last ones are kept. None where it is damaged."""
        found = self._contents.get(part)
        if found is None:
            try:
                found = pages.interpret(self._source, part)
            except DAMAGE:
                return None
            self._kept += len(found.runs)
            if self._kept > _MOST_RUNS:
                self._contents.clear()
                self._kept = len(found.runs)
            self._contents[part] = found
        return found

    def _runs(self, part: str) -> list[Run]:
        content = self._content(part)
        return content.runs if content is not None else []

    def _page_passages(self, number: int) -> Iterator[Passage]:
        part = f"page {number + 1}"
        content = self._content(part)
        if content is None:
            self._gaps.append(Gap(part, "damaged_page", True))
            return
        self._places += 1
        self._list_page_gaps(part, content)
        unseen = covered.unseen_glyphs(content)
        self._observed.extend(covered.observations(content, unseen, part, number))
        yield from views(content, unseen, part, part, number, partial(self._runs, part), self._headers)
        yield from self._marked_passages(content.scope, content.runs, part, number)

    def _drawing_passages(self, stream: Any, where: dict[tuple[int, int], int]) -> Iterator[Passage]:
        part = f"drawing {stream.objgen[0]} {stream.objgen[1]}"
        page = where.get(stream.objgen)
        place = "drawing" if page is None else f"page {page + 1} (annotation)"
        content = self._content(part)
        if content is None:
            self._gaps.append(Gap(place, "damaged_page", True))
            return
        if content.gaps or any(UNMAPPED in run.text for run in content.runs):
            self._gaps.append(Gap(place, "unmapped_glyphs", True))
        yield from views(content, covered.unseen_glyphs(content), part, place, page, partial(self._runs, part), Headers())
        yield from self._marked_passages(content.scope, content.runs, part, page)

    def _marked_passages(self, scope: Scope, runs: list[Run], part: str, page: int | None) -> Iterator[Passage]:
        """What inline properties of marked content say (ActualText, Alt) and its glyphs do not."""
        buffer = LeafBuffer(f"marked {part}")
        location = Location("pdf", page=None if page is None else page + 1, attribute="ActualText")
        for number, marked in enumerate(_marked(scope)):
            if marked.repeats(runs):
                continue
            buffer.separator("\n" if buffer.text() else "")
            buffer.begin(Block(location, frozenset(("attribute",))))
            buffer.leaf(number, marked.text)
        if buffer.text():
            yield LeafPassage(buffer, f"{part} (marked content)")

    def _list_page_gaps(self, part: str, content: Content) -> None:
        text = "".join([run.text for run in content.runs])
        visible = len("".join(text.split()))
        if content.gaps - {CONTRADICTION}:
            self._gaps.append(Gap(part, "damaged_page", True))
        if not visible:
            if _DRAWS.search(content.scope.data):
                self._gaps.append(Gap(part, "rasterized" if RASTER_NAME in content.scope.data else "no_text", True))
            return
        if UNMAPPED in text or CONTRADICTION in content.gaps:
            self._gaps.append(Gap(part, "unmapped_glyphs", True))
        shares = [overlap(paint.box, content.box) / max(1.0, area(content.box)) for paint in content.paints if paint.picture]
        if shares:
            scanned = visible < _LITTLE_TEXT and max(shares) >= _MOST_OF_PAGE
            self._gaps.append(Gap(part, "scan" if scanned else "picture", scanned))

    def _annotation_pages(self) -> dict[tuple[int, int], int]:
        """The page of each annotation and of its appearance streams."""
        where: dict[tuple[int, int], int] = {}
        for number, page in enumerate(self._source.pages):
            where[page.obj.objgen] = number
            for annotation in pages.annotation_entries(page):
                if annotation.is_indirect:
                    where[annotation.objgen] = number
                where.update((stream.objgen, number) for stream in pages.appearances(annotation))
        return where

    def _string_passages(self, where: dict[tuple[int, int], int]) -> Iterator[Passage]:
        """One passage for the strings of the annotations of each page, one for those of the file, one for each text stream."""
        self._places += 1
        info = self._source.pdf.trailer.get("/Info")
        info_object = info.objgen if info is not None else None
        made = list(properties.of_info(self._source))
        self._observed.extend(made)
        known = {observation.text.strip() for observation in made}
        buffers: dict[int | None, LeafBuffer] = {}
        for text in strings.texts(self._source):
            page = where.get(text.objgen)
            location = Location("pdf", page=None if page is None else page + 1, attribute=text.key)
            trait = "property" if text.objgen == info_object else "attribute" if page is None else "annotation"
            block = Block(location, frozenset((trait,)))
            if text.kind == "stream":
                self._observed.extend(properties.of_xmp(text.text, known))
                yield _stream_passage(text, block)
                continue
            buffer = buffers.setdefault(page, LeafBuffer(strings.STRINGS))
            buffer.separator("\n" if buffer.text() else "")
            buffer.begin(block)
            # The name of a file is read like one: what joins a long number to the rest separates it.
            said = readable(text.text) if _FILE_NAME.search(text.text) else text.text
            buffer.leaf((text.objgen, text.path, text.kind), said)
        for page, buffer in buffers.items():
            yield LeafPassage(buffer, "document" if page is None else f"page {page + 1} (annotations)")

    def _tail_passage(self) -> Iterator[Passage]:
        """What stands behind the end mark and between the objects; a masked copy never has it."""
        tail = self.data[self.data.rfind(_END) + len(_END) :].strip(b"\0\r\n\t ")
        found = [tail.decode("utf-8", "replace")] if tail else []
        found.extend(remains.texts(self.data, self._source.has, whole=not self._earlier_revision()))
        if found:
            buffer = LeafBuffer(TAIL)
            buffer.begin(Block(Location("pdf"), frozenset(("hidden",))))
            for number, text in enumerate(found):
                buffer.separator("\n" if number else "")
                buffer.leaf(number, text)
            yield LeafPassage(buffer, "bytes outside of all objects")

    def _picture_passages(self) -> Iterator[Passage]:
        """What the files of pictures say beside their pixels; a masked copy never has it."""
        for objgen, text in pictures.texts(self._source):
            place = Location("pdf", attribute="picture")
            self._observed.append(Observation("picture_data", place, text, (((PICTURES, objgen), 0, len(text)),), "metadata"))
            buffer = LeafBuffer(PICTURES)
            buffer.begin(Block(place, frozenset(("picture",))))
            buffer.leaf(objgen, text)
            yield LeafPassage(buffer, f"picture {objgen[0]}")

    def _embedded(self) -> Iterator[tuple[str, Any]]:
        seen: dict[str, int] = {}
        for entry in self._source.dictionaries():
            for name, stream in pages.embedded(entry):
                count = seen[name] = seen.get(name, 0) + 1
                yield (name if count == 1 else f"{name} ({count})"), stream

    def _head(self, end: int) -> bytes:
        return self.data[:end]

    def _earlier_revision(self) -> int:
        """Where the revision before the last one ends; 0 where there is none. Masked copies have one revision only."""
        ends = [match.end() for match in _REVISION_END.finditer(self.data)][_LINEARIZED in self.data[:_HEAD] :]
        return ends[-2] if len(ends) > 1 else 0


def _stream_passage(text: strings.Text, block: Block) -> Passage:
    buffer = LeafBuffer(strings.STRINGS)
    buffer.begin(block)
    buffer.leaf((text.objgen, text.path, text.kind), text.text)
    passage = LeafPassage(buffer, text.key)
    passage.escapes = "xml" if _XML.match(text.text) else ""
    return passage


def _keep(kind: str) -> str:
    del kind
    return "keep"


def _marked(scope: Scope) -> Iterator[Marked]:
    yield from scope.marked
    for _, _, _, child in scope.children:
        yield from _marked(child)
