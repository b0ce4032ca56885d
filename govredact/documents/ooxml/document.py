"""Office documents: every part of the package is swept, what is no text is listed, masked copies are written part by part."""

from __future__ import annotations

import re
from abc import abstractmethod
from functools import partial

from govredact.documents.base import Document, readable, split_name
from govredact.documents.leaves import Block, LeafBuffer, LeafPassage
from govredact.documents.limits import Deadline
from govredact.documents.ooxml import links, markup, objects, observing, pictures, properties, raw
from govredact.documents.ooxml.package import Package
from govredact.documents.ooxml.part import Part
from govredact.documents.ooxml.rewrite import Rewrite
from govredact.documents.ooxml.tables import Paragraph
from govredact.documents.ooxml.views import append, views
from govredact.errors import CorruptDocumentError, MaskingUnsupportedError, SpanConflictError
from govredact.models import Gap, Location, Member, Observation
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from govredact.documents.limits import Limits
    from govredact.documents.ooxml.markup import Markup
    from govredact.models import Edit, Passage

_EMBEDDED = re.compile(r"/embeddings/|/afchunk[^/]*$|\.(?:docx|xlsx|pptx|pdf|html?|mht|txt|rtf|csv)$", re.IGNORECASE)
_XML = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\x00]{0,64}<")
_XML_NAME = re.compile(r"\.(?:xml|rels|vml)$", re.IGNORECASE)
_PRINTER = re.compile(r"/printerSettings[^/]*\.bin$", re.IGNORECASE)
# Parts that are listed and not read: what they are, and whether they can carry text that a reader sees.
_OPAQUE = (
    (re.compile(r"\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|emz|wmz|wdp|ico|webp)$", re.IGNORECASE), "picture", False),
    (re.compile(r"\.(?:odttf|ttf|otf|fntdata)$", re.IGNORECASE), "font", False),
    (_PRINTER, "printer_settings", False),
    (re.compile(r"vbaProject[^/]*\.bin$|vbaData\.xml$", re.IGNORECASE), "macro", True),
    (re.compile(r"_xmlsignatures/origin\.sigs$", re.IGNORECASE), "signature", False),
)
_PART_TRAITS = (
    (re.compile(r"comments[^/]*\.xml$|/comments/", re.IGNORECASE), "comment"),
    (re.compile(r"^docProps/"), "property"),
    (re.compile(r"^customXml/"), "custom_xml"),
)
_NAMES = "[names]"
_PICTURE = "picture_data"
_DRAWN = "drawn_text"
_ENCODED = b";base64,"
_DATA_URI = re.compile(rb"data:([\w.+/-]*)[^,<>]{0,99};base64,")
_PART_NAME = frozenset(("part_name",))


class OfficeDocument(Document):
    """A package. Each part gives one passage as it reads, and further views over the same leaves."""

    home = ""

    def __init__(self, data: bytes, format_name: str, limits: Limits) -> None:
        super().__init__(data, format_name, limits)
        self._package = Package(data, limits)
        self._members: dict[str, bytes] = {}
        self._observed: list[Observation] | None = None
        if not any(name.startswith(self.home) and name.endswith(".xml") for name in self._package.names):
            raise CorruptDocumentError("the package holds no text", format=format_name)

    def passages(self) -> Iterator[Passage]:
        """The part names, then the views of each part in the order of the package."""
        deadline = Deadline(self.limits)
        observed: list[Observation] = []
        self._places, self._gaps, shows_text = 0, [], False
        yield self._name_passage()
        for name in self._package.names:
            deadline.check()
            for passage in self._part_passages(name, observed):
                shows_text = shows_text or (name.startswith(self.home) and bool(passage.text.strip()))
                yield passage
        if self._package.unlisted_bytes():
            self._gaps.append(Gap("package", "unlisted_bytes", blocking=True))
        if not shows_text:
            # Pictures beside text are listed; pictures instead of text are a scan that nobody has read.
            self._gaps = [gap._replace(blocking=True) if gap.reason == "picture" else gap for gap in self._gaps]
        self._observed = observed

    def observations(self) -> Iterator[Observation]:
        """Hidden and covered text, tracked changes, comments, people, and parts that publication does not need."""
        if self._observed is None:
            for _ in self.passages():
                continue
        yield from self._observed or ()

    def members(self) -> Iterator[Member]:
        """Embedded documents, files inside OLE objects and imported chunks, readable or not."""
        for name in self._package.names:
            if _EMBEDDED.search(name):
                inner = objects.inside(name, self._package.read)
                yield Member(inner.member, partial(objects.content, inner, self._package.read))

    def raw(self) -> Iterator[Passage]:
        """The parts with their tags stripped, as anybody reads them who unzips the file."""
        for name in self._package.names:
            content = b"" if _EMBEDDED.search(name) else self._package.read(name)
            if _XML.match(content):
                yield raw.stripped(self.place(name), content)

    def replace_member(self, name: str, data: bytes) -> None:
        """Puts ``data`` in the place of an embedded document when the file is written."""
        self._members[name] = data

    def write_clean(self, edits: Sequence[Edit], cleaning: Callable[[str], str]) -> bytes:
        """The file with ``edits`` and the clean-up list carried out; parts that neither touches stay byte for byte."""
        rewrite = Rewrite(self._package.names, self._package.read)
        drops = cleaning("embedded_files") == "remove"
        for name, data in () if drops else self._members.items():
            objects.put_back(rewrite, name, data)
        self._apply(rewrite, edits)
        properties.clean(rewrite, cleaning)
        self.clean(rewrite, cleaning)
        if cleaning("metadata") == "remove":
            self._clean_binary(rewrite)
        if drops:
            rewrite.drop_with_pointers([name for name in rewrite.names if _EMBEDDED.search(name)])
        return rewrite.finish()

    def _clean_binary(self, rewrite: Rewrite) -> None:
        """Takes out what pictures say beside their pixels, and the settings of printers."""
        for name in [name for name in rewrite.names if rewrite.has(name)]:
            if _PRINTER.search(name) and pictures.drawn(rewrite.content(name)):
                rewrite.drop_printer(name)
            elif _OPAQUE[0][0].search(name) and pictures.said(rewrite.content(name)):
                rewrite.replace(name, pictures.stripped(rewrite.content(name)))

    def write(self, edits: Sequence[Edit]) -> bytes:
        """The file with ``edits`` and nothing cleaned up, a signature excepted, which no longer fits the content."""
        return self.write_clean(edits, _keep) if edits or self._members else self.data

    @abstractmethod
    def clean(self, rewrite: Rewrite, cleaning: Callable[[str], str]) -> None:
        """Takes out what the format knows and the clean-up list names."""

    def part_markup(self, name: str, content: bytes) -> Markup:
        """The markup of one part."""
        return markup.read(content)

    def part_views(self, name: str, content: Markup, observed: list[Observation]) -> Iterator[Passage]:
        """The passages of one XML part; what it knows about itself goes to ``observed``."""
        part = self.read_part(name, content)
        observed.extend(observing.of_part(part))
        yield from views(part)

    def read_part(self, name: str, content: Markup) -> Part:
        """The swept part."""
        return Part(self.place(name), content, frozenset(trait for pattern, trait in _PART_TRAITS if pattern.search(name)))

    def place(self, name: str) -> Location:
        """The location of a part."""
        return Location(self.format, part=name)

    def edit_part(self, rewrite: Rewrite, name: str, edits: dict[str, list[Edit]]) -> None:
        """Carries out the edits of one part, by leaf."""
        rewrite.replace(name, markup.edited(rewrite.content(name), edits))

    def _apply(self, rewrite: Rewrite, edits: Sequence[Edit]) -> None:
        by_part: dict[str, dict[str, list[Edit]]] = {}
        for edit in edits:
            part, key = edit.leaf if isinstance(edit.leaf, tuple) and len(edit.leaf) == 2 else ("", "")
            by_part.setdefault(str(part), {}).setdefault(str(key), []).append(edit)
        for number in by_part.pop(_NAMES, ()):
            if int(number) < len(self._package.names):
                rewrite.rename(self._package.names[int(number)], int(number))
        for name, leaves in by_part.items():
            if _DRAWN in leaves:
                raise MaskingUnsupportedError(f"{name} draws text that cannot be masked; take the picture out first", part=name)
            if _PICTURE in leaves and _PRINTER.search(name):
                rewrite.drop_printer(name)
                continue
            if _PICTURE in leaves:
                rewrite.replace(name, pictures.stripped(rewrite.content(name)))
                continue
            if not rewrite.has(name):
                raise SpanConflictError("an edit names a part that the package does not have")
            self.edit_part(rewrite, name, leaves)

    def _picture(self, name: str, observed: list[Observation]) -> Iterator[Passage]:
        """What a picture says beside its pixels; it goes as a whole, since its form counts bytes."""
        data = self._package.read(name)
        text = pictures.said(data)
        if text is None:
            yield from self._lines(name, _DRAWN, pictures.drawn(data))
        elif text:
            place = Location(self.format, part=name, attribute=_PICTURE)
            observed.append(Observation("picture_data", place, text, (((name, _PICTURE), 0, len(text)),), "metadata"))
            yield from self._lines(name, _PICTURE, text)

    def _printer(self, name: str, observed: list[Observation]) -> Iterator[Passage]:
        """What a printer's settings say in plain text: its name, that of the network that it stands in, of the user, of the file."""
        text = pictures.drawn(self._package.read(name))
        if text:
            leaves = (((name, _PICTURE), 0, len(text)),)
            observed.append(Observation("property", Location(self.format, part=name, attribute="printer"), text, leaves, "metadata"))
            yield from self._lines(name, _PICTURE, text)

    def _lines(self, name: str, kind: str, text: str) -> Iterator[Passage]:
        buffer = LeafBuffer(name)
        buffer.begin(Block(Location(self.format, part=name, attribute=kind), frozenset((kind,))))
        buffer.leaf(kind, text)
        if text:
            yield LeafPassage(buffer, f"{name} ({kind})")

    def _name_passage(self) -> Passage:
        buffer = LeafBuffer(_NAMES)
        for number, name in enumerate([*self._package.names, self._package.comment]):
            place = Location(self.format, part=name if number < len(self._package.names) else None)
            paragraph = Paragraph(place, 0, None, _PART_NAME, "part_name")
            append(buffer, paragraph, [(str(number), readable(split_name(name)[0]), frozenset())], "\n" if number else "")
        return LeafPassage(buffer, "part names")

    def _part_passages(self, name: str, observed: list[Observation]) -> Iterator[Passage]:
        if _EMBEDDED.search(name):
            observed.append(Observation("embedded_file", self.place(name), "", (), "embedded_files"))
            said = objects.inside(name, self._package.read).said
            yield from self._lines(name, _DRAWN, "\n".join([readable(split_name(line)[0]) for line in said.splitlines()]))
            return
        opaque = next(((reason, blocking) for pattern, reason, blocking in _OPAQUE if pattern.search(name)), None)
        if opaque:
            observed.extend(observing.of_properties(self.format, name, None))
            self._gaps.append(Gap(name, *opaque))
            if opaque[0] == "picture":
                yield from self._picture(name, observed)
            elif opaque[0] == "printer_settings":
                yield from self._printer(name, observed)
            return
        content = self._package.read(name)
        if not content:
            return
        if not _XML_NAME.search(name) and not _XML.match(content):
            self._gaps.append(Gap(name, "unknown_part", blocking=True))
            return
        self._places += 1
        if _ENCODED in content:
            # A file inside an attribute: a picture is seen, anything else is not.
            hidden = any(not kind.startswith(b"image/") for kind in _DATA_URI.findall(content))
            self._gaps.append(Gap(name, "encoded_data", blocking=hidden))
        read = self.part_markup(name, content)
        observed.extend(observing.of_properties(self.format, name, read))
        observed.extend(links.of_part(self.place(name), read))
        yield from self.part_views(name, read, observed)


def _keep(kind: str) -> str:
    del kind  # the same answer for all
    return "keep"
