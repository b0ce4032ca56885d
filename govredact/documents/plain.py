"""Text, Markdown, logs and subtitles: one passage that is the decoded file, masked by splicing bytes.

The other text kinds inherit from here and say how a replacement must be written so that the file still parses.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import accumulate, islice

from govredact.documents.base import Document
from govredact.documents.encoding import decode
from govredact.documents.splice import encodable, ordered, spliced, spliced_bytes
from govredact.errors import MaskingError
from govredact.models import Edit, Gap, Location, Passage
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govredact.documents.encoding import Decoded
    from govredact.documents.limits import Limits

_LINE_END = lazy.compile("\r\n|\r|\n")
# So many characters are split into lines at a time.
_PIECE = 1 << 20


class TextPassage(Passage):
    """A decoded file. Lines are counted on the first question, so that a file without findings costs nothing."""

    __slots__ = ("_kind", "_lines")

    def __init__(self, text: str, kind: str = "text", escapes: str = "") -> None:
        super().__init__(text, "", escapes)
        self._kind = kind
        self._lines: array[int] | None = None

    @property
    def written(self) -> str:
        """The file itself, as long as ``text``."""
        return self.text

    def stored(self, start: int, end: int) -> tuple[int, int, str]:
        """The place and the value as they stand in the file."""
        return start, end, self.written[start:end]

    def locate(self, start: int, end: int) -> Location:
        """Line and column of ``start``, both from 1; CR LF, CR and LF end a line."""
        if self._lines is None:
            self._lines = _line_starts(self.written)
        line = bisect_right(self._lines, start)
        return Location(self._kind, line=line, column=start - self._lines[line - 1] + 1)


def _line_starts(text: str) -> array[int]:
    starts = array("Q", (0,))
    if "\r" in text:
        starts.extend(match.end() for match in _LINE_END.finditer(text))
        return starts
    for base in range(0, len(text), _PIECE):
        lines = text[base : base + _PIECE].split("\n")
        starts.extend(islice(accumulate((len(line) + 1 for line in lines), initial=base), 1, len(lines)))
    return starts


class TextDocument(Document):
    """A file of text. ``write`` keeps encoding, byte order mark, line ends and every byte outside the edits."""

    text_kind = True
    escapes = ""
    # Whether ``still_parses`` has anything to look at.
    has_syntax = False

    def __init__(self, data: bytes, format_name: str, limits: Limits) -> None:
        super().__init__(data, format_name, limits)
        self._source = self.decoded(data)
        self._passage = self.passage()
        self._places = 1
        zero = self._source.text.find("\0")
        if zero >= 0:
            # A zero inside a number hides it from every pattern, and viewers show nothing there.
            self._gaps.append(Gap(f"line {self._passage.locate(zero, zero).line}", "zero_character", blocking=True))

    def decoded(self, data: bytes) -> Decoded:
        """``data`` as text; UnsupportedFormatError or EncodingError where it is none."""
        return decode(data)

    @property
    def text(self) -> str:
        """The decoded file, without its byte order mark."""
        return self._source.text

    @property
    def encoding(self) -> str:
        """The name of the codec that reads and writes the file."""
        return self._source.encoding

    def passage(self) -> TextPassage:
        """The buffer that is read: the decoded file."""
        return TextPassage(self.text, self.format, self.escapes)

    def passages(self) -> Iterator[Passage]:
        """The whole file as one buffer."""
        yield self._passage

    def write(self, edits: Sequence[Edit]) -> bytes:
        """The file with ``edits`` (leaf 0, code points) applied, in its own encoding.

        A replacement is written as the format demands (escaped, quoted), a character that the encoding lacks becomes ``*``.
        Raises SpanConflictError for edits that overlap or lie outside, MaskingError where the result would no longer parse.
        """
        if not edits:
            return self.data
        fitted = self.fit(encodable(ordered(edits, len(self.text)), self.encoding))
        if self.has_syntax and not self.still_parses(spliced(self.text, fitted)):
            raise MaskingError(f"the masked copy would no longer be valid {self.format}", format=self.format)
        return spliced_bytes(self.data, self._source, fitted)

    def fit(self, edits: list[Edit]) -> list[Edit]:
        """``edits`` (ordered) with replacements as this format writes them; spans may widen to a whole literal."""
        return edits

    def still_parses(self, masked: str) -> bool:
        """Whether ``masked`` parses like the original did; an original that did not parse demands nothing."""
        return True
