"""The file as qpdf sees it: objects, streams within limits, fonts and layers read once. No look at meaning here."""

from __future__ import annotations

import io
import zlib

import pikepdf

from govredact.documents.limits import Deadline
from govredact.documents.pdf import fonts
from govredact.errors import CorruptDocumentError, EncryptedDocumentError, LimitExceededError
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from govredact.documents.limits import Limits

# What qpdf and its objects raise where a file is not built as it should be (a number for a dictionary, a loop).
DAMAGE = (
    pikepdf.PdfError, TypeError, ValueError, AttributeError, LookupError, ArithmeticError, RuntimeError, AssertionError, RecursionError,
    CorruptDocumentError,
)  # fmt: skip
# Filters whose output is no text: pictures.
_PICTURES = frozenset(("/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode"))
# Smaller streams cannot become large: deflate packs 1,032 to 1 at most.
_CONTAINERS = (pikepdf.Array, pikepdf.Dictionary)
_DEEPEST = 40
_SMALL = 64 * 1024


class Source:
    """One open file. Raises EncryptedDocumentError (a password is needed) and CorruptDocumentError (not a PDF)."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        try:
            self.pdf: Any = pikepdf.open(io.BytesIO(data))
            self.pages = list(self.pdf.pages)
        except pikepdf.PasswordError as error:
            raise EncryptedDocumentError("protected by a password", format="pdf") from error
        except DAMAGE as error:
            raise CorruptDocumentError("not a complete PDF file", format="pdf") from error
        self.limits = limits
        self._deadline = Deadline(limits)
        self._unpacked = 0
        # Forms that a page or an appearance draws; the others hold text that nobody sees.
        self.drawn: set[tuple[int, int]] = set()
        self._glyphs: dict[Any, Any] | None = None
        self._fonts: dict[Any, fonts.Font] = {}
        self._off: frozenset[Any] | None = None

    def check(self) -> None:
        """LimitExceededError once the time for this file is over."""
        self._deadline.check()

    def renew(self) -> None:
        """Gives the next task its own time."""
        self._deadline = Deadline(self.limits)

    def read(self, stream: Any) -> bytes:
        """The decoded bytes of a stream; CorruptDocumentError where they cannot be decoded, LimitExceededError for bombs."""
        try:
            data = self._inflate(stream)
            if data is None:
                data = bytes(stream.read_bytes())
        except (*DAMAGE, zlib.error) as error:
            raise CorruptDocumentError("a stream is damaged", format="pdf") from error
        self._unpacked += len(data)
        self._within(self._unpacked)
        return data

    def _inflate(self, stream: Any) -> bytes | None:
        """The output of a lone Flate filter, stopped at the limit; None for other filters, which pack less."""
        names = filters(stream)
        raw = stream.read_raw_bytes()
        if len(raw) < _SMALL and names.count("/FlateDecode") < 2:
            return None
        for number, name in enumerate(names):
            if name != "/FlateDecode":
                return None
            unpacker = zlib.decompressobj()
            raw = unpacker.decompress(raw, self.limits.max_unpacked - self._unpacked + 1)
            self._within(self._unpacked + len(raw))
            if number == len(names) - 1 and stream.get("/DecodeParms") is None and unpacker.eof:
                return raw
        return None

    def _within(self, size: int) -> None:
        if size > self.limits.max_unpacked:
            raise LimitExceededError(
                f"unpacks to more than {self.limits.max_unpacked} bytes", limit="max_unpacked", maximum=self.limits.max_unpacked
            )

    def has(self, objgen: tuple[int, int]) -> bool:
        """Whether the file lists an object of this number and generation."""
        try:
            return self.pdf.get_object(objgen) is not None
        except DAMAGE:
            return False

    def resource(self, resources: Any, kind: str, name: Any) -> Any:
        """The resource ``name`` of ``kind``; None where it is missing."""
        if resources is None or not isinstance(name, str):
            return None
        group = resources.get(kind)
        return None if group is None or not isinstance(group, pikepdf.Dictionary) else group.get(name)

    def font(self, entry: Any) -> fonts.Font:
        """The font of a font dictionary."""
        key = self.font_key(entry)
        found = self._fonts.get(key)
        if found is None:
            found = self._fonts[key] = fonts.load(entry)
            found.key = key
        return found

    @staticmethod
    def font_key(entry: Any) -> Any:
        """What tells a font dictionary from others."""
        return entry.objgen if entry.is_indirect else entry.unparse()

    def is_off(self, layer: Any) -> bool:
        """Whether an optional content group (or a membership in one) is switched off when the file is opened."""
        if layer is None or not isinstance(layer, pikepdf.Dictionary):
            return False
        if self._off is None:
            self._off = self._switched_off()
        if layer.get("/Type") == pikepdf.Name("/OCMD"):
            listed = layer.get("/OCGs")
            groups: list[Any] = [listed] if isinstance(listed, pikepdf.Dictionary) else list(listed or [])
            return bool(groups) and all(group.objgen in self._off for group in groups)
        return layer.objgen in self._off

    def _switched_off(self) -> frozenset[Any]:
        properties = self.pdf.Root.get("/OCProperties")
        default = properties.get("/D") if properties is not None else None
        if default is None:
            return frozenset()
        off = {group.objgen for group in default.get("/OFF", [])}
        if str(default.get("/BaseState", "")) == "/OFF":
            off |= {group.objgen for group in properties.get("/OCGs", [])} - {group.objgen for group in default.get("/ON", [])}
        return frozenset(off)

    def resources_of(self, stream: Any) -> Any:
        """What names mean in a stream of its own; a Type 3 glyph uses the resources of its font."""
        if "/Resources" in stream:
            return stream.Resources
        if self._glyphs is None:
            self._glyphs = {}
            for entry in self.dictionaries():
                procedures = entry.get("/CharProcs")
                if isinstance(procedures, pikepdf.Dictionary) and "/Resources" in entry:
                    self._glyphs.update((glyph.objgen, entry.Resources) for _, glyph in procedures.items())
        return self._glyphs.get(stream.objgen)

    def dictionaries(self) -> Iterator[Any]:
        """All dictionaries and streams of the file, those inside other objects included."""
        for entry in self.pdf.objects:
            stack = [(entry, 0)]
            while stack:
                found, depth = stack.pop()
                if isinstance(found, pikepdf.Array):
                    inner = list(found)
                elif isinstance(found, (pikepdf.Dictionary, pikepdf.Stream)):
                    yield found
                    inner = [value for _, value in found.items()]
                else:
                    continue
                if depth < _DEEPEST:
                    stack.extend((item, depth + 1) for item in inner if isinstance(item, _CONTAINERS) and not item.is_indirect)

    def close(self) -> None:
        """Closes the file."""
        self.pdf.close()


def filters(stream: Any) -> list[str]:
    """The names of a stream's filters, the outermost first; a name that is damaged is one that nobody knows."""
    kinds = stream.get("/Filter")
    if kinds is None:
        return []
    return [_name(kind) for kind in kinds] if isinstance(kinds, pikepdf.Array) else [_name(kinds)]


def _name(value: Any) -> str:
    try:
        return str(value)
    except UnicodeDecodeError:
        return "/Unknown"


def is_picture(stream: Any) -> bool:
    """Whether a stream is a picture, whose bytes hold no text of the page."""
    return str(stream.get("/Subtype", "")) == "/Image" or not _PICTURES.isdisjoint(filters(stream))
