"""What every reader offers: a Document gives Passages to scan, says what it did not understand, and writes Edits."""

from __future__ import annotations

from abc import ABC, abstractmethod

from govredact.documents.limits import DEFAULT_LIMITS, Limits
from govredact.errors import MaskingUnsupportedError
from govredact.models import Edit, Gap, Location, Member, Observation, Passage
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

FILE_NAME = frozenset(("file_name",))
# So many digits in a name are a number of their own and no date or index; the shortest telephone has seven.
_LONG = 7
_ENDING = lazy.compile(r"(?<=.)\.(?=[0-9]*[A-Za-z])[A-Za-z0-9]{1,8}$")
_BETWEEN_NUMBERS = lazy.compile(rf"(?<=\d{{{_LONG}}})[_.](?=\d)|(?<=\d)[_.](?=\d{{{_LONG}}})")
_BESIDE_NUMBER = lazy.compile(rf"(?<=\d{{{_LONG - 1}}}[\dXx])[_.]|[_.](?=\d{{{_LONG}}})")


class Coverage(NamedTuple):
    """How many places were read, and which were not understood. Complete once ``passages`` was read to its end."""

    places: int
    gaps: tuple[Gap, ...]


class Document(ABC):
    """One file in memory. Subclasses read one format each and are found through ``documents.formats``.

    ``format`` is the name in reports; ``text_kind`` says that offsets are code points of the decoded file and that inline
    ignores count. Construction raises DocumentError where the bytes cannot be read at all.
    """

    text_kind = False

    def __init__(self, data: bytes, format_name: str, limits: Limits = DEFAULT_LIMITS) -> None:
        self.data = data
        self.format = format_name
        self.limits = limits
        self._places = 0
        self._gaps: list[Gap] = []

    @abstractmethod
    def passages(self) -> Iterator[Passage]:
        """The buffers to scan; different views of the same characters share their leaves."""

    @property
    def text(self) -> str:
        """The decoded file of a text kind, which the offsets of a report count; "" for all others."""
        return ""

    def observations(self) -> Iterator[Observation]:
        """What the document knows without reading language."""
        return iter(())

    def members(self) -> Iterator[Member]:
        """Embedded documents, to be opened by the caller within the same limits."""
        return iter(())

    @property
    def coverage(self) -> Coverage:
        """Places read and gaps found so far."""
        return Coverage(self._places, tuple(self._gaps))

    def write(self, edits: Sequence[Edit]) -> bytes:
        """The file with ``edits`` applied and everything else byte for byte as it was.

        Raises SpanConflictError for edits that overlap, MaskingUnsupportedError where the format cannot be written.
        """
        raise MaskingUnsupportedError(
            f"{self.format} files can be scanned but not masked by this version; mask the source text instead", format=self.format
        )

    def raw(self) -> Iterator[Passage]:
        """The stored bytes read once more, by means that ``passages`` does not use; for the proof of a masked copy only."""
        return iter(())

    def write_clean(self, edits: Sequence[Edit], cleaning: Callable[[str], str]) -> bytes:
        """``write``, and everything taken out that ``cleaning`` (kind -> remove, keep, accept, reject) says and the format knows.

        What it takes out are the observations whose ``cleaning`` names such a kind.
        """
        del cleaning  # most formats hold nothing of the kind
        return self.write(edits)

    def pending(self, cleaning: Callable[[str], str]) -> bool:
        """Whether ``write_clean`` would change the document though nothing in it is masked or observed."""
        del cleaning
        return False

    def replace_member(self, name: str, data: bytes) -> None:
        """Puts ``data`` in the place of the embedded document ``name`` when the file is written.

        Raises MaskingUnsupportedError where the format cannot be written.
        """
        del data
        raise MaskingUnsupportedError(f"{name} is embedded and cannot be masked in place; take it out first", member=name)

    def close(self) -> None:
        """Releases what the reader holds; the document is not used afterwards."""
        self.data = b""


class FileNamePassage(Passage):
    """The name of a file without its ending, which is published like the content; offsets are those of the name."""

    __slots__ = ("_kind",)

    def __init__(self, name: str, kind: str = "text") -> None:
        super().__init__(readable(printable(split_name(name)[0])), "file name")
        self._kind = kind

    def locate(self, start: int, end: int) -> Location:
        """The name itself is the place."""
        return Location(self._kind, attribute="file_name")

    def traits(self, position: int) -> frozenset[str]:
        """Always ``file_name``."""
        return FILE_NAME

    def leaves(self, start: int, end: int) -> Sequence[tuple[str, int, int]]:
        """The leaf ``file_name``, which no edit of the content can reach."""
        return (("file_name", start, end),)


def split_name(name: str) -> tuple[str, str]:
    """A name and its ending with the dot (``""`` where it has none). Digits alone are no ending: ``名单.13800138000``."""
    ending = _ENDING.search(name)
    return (name[: ending.start()], ending[0]) if ending else (name, "")


def readable(stem: str) -> str:
    """A name as people read it: what joins a long number to the rest separates it. The length stays the same.

    In running text ``_138…`` and ``138….html`` are parts of addresses and no telephones; in a name ``_`` is a space.
    """
    if sum(map(str.isdigit, stem)) < _LONG:
        return stem
    return _BESIDE_NUMBER.sub(" ", _BETWEEN_NUMBERS.sub(";", stem))


def printable(name: str) -> str:
    r"""A name that any stream can take: what stands for undecodable bytes (lone surrogates) becomes ``\udcNN``."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
