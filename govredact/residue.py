"""The proof that masked values are gone: searches the written document for every value that was masked.

Numbers are compared as numbers (separators, width and zero-width characters do not hide one), with boundaries, wherever
they stand. Other values are compared as text without white space; short ones (names, ages) are left to the second
detection, since 张三 may lawfully stand elsewhere.
"""

from __future__ import annotations

from govredact.context.runs import PLAIN, SHORTEST, broken_runs, celled_runs, grouped_runs
from govredact.text import lazy
from govredact.text.normalized import NormalizedText
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from govredact.models import Passage

_SIGNIFICANT = lazy.compile("[^0-9A-Za-z\u4e00-\u9fff@]+")
_NUMBER = lazy.compile("[0-9A-Z]*[0-9][0-9A-Z]*")
_SHORTEST_TEXT = 8
# Text is searched without boundaries, so only what does not stand inside other words by chance: an address, a mailbox.
_TELLING = lazy.compile("[@\u4e00-\u9fff]")
# Numbers this long do not come into being by chance where cells and lines are pushed together.
_LONG = 15
# So many characters of a text are looked at at a time.
_PART = 1 << 20


class Secrets:
    """The masked values of one document, in the two forms that are searched. Never printed."""

    __slots__ = ("_numbers", "_texts", "lengths")

    def __init__(self, values: Iterable[str]) -> None:
        forms = {significant(value) for value in values}
        self._numbers: Collection[str] = frozenset(filter(is_number, forms))
        self._texts = frozenset(form for form in forms if len(form) >= _SHORTEST_TEXT and _TELLING.search(form))
        self.lengths = frozenset(map(len, self._numbers))

    @classmethod
    def of_numbers(cls, numbers: Collection[str]) -> Secrets:
        """The secrets that are ``numbers``: numbers in their significant form, in a collection that knows quickly what it holds."""
        secrets = cls(())
        secrets._numbers = numbers
        secrets.lengths = frozenset(map(len, numbers))
        return secrets

    def __bool__(self) -> bool:
        return bool(self._numbers or self._texts)

    def __repr__(self) -> str:
        return f"<Secrets {len(self._numbers)} numbers, {len(self._texts)} texts>"

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a masked number stands in ``text`` (normalised): plain, grouped, over a line end, one digit a cell."""
        if not self._numbers:
            return
        for match in PLAIN.finditer(text):
            if match[0].upper() in self._numbers:
                yield match.span()
        for runs in (grouped_runs, broken_runs, celled_runs):
            for run in runs(text, self.lengths):
                if run.value in self._numbers:
                    yield run.start, run.end

    def plain_spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a masked number stands in ``text`` in one piece."""
        for match in PLAIN.finditer(text) if self._numbers else ():
            if match[0].upper() in self._numbers:
                yield match.span()

    def holds_text(self, text: str) -> bool:
        """Whether a masked value that is not a number (an address, a mailbox) stands in ``text`` (normalised)."""
        return _holds(text, self._texts)

    def holds_squeezed(self, text: str) -> bool:
        """Whether the digits of a long masked number stand in ``text`` with anything but letters and digits between them."""
        return _holds(text, [number for number in self._numbers if len(number) >= _LONG])


def _holds(text: str, forms: Collection[str]) -> bool:
    """Whether one of ``forms`` stands in the significant characters of ``text``, of which a part is looked at at a time."""
    if not forms:
        return False
    reach = max(map(len, forms)) - 1
    squeezed = ""
    for start in range(0, len(text), _PART):
        squeezed = (squeezed[-reach:] if reach else "") + significant(text[start : start + _PART])
        if any(form in squeezed for form in forms):
            return True
    return False


def significant(text: str) -> str:
    """``text`` without separators, letters in upper case; what makes two writings of one value equal."""
    return _SIGNIFICANT.sub("", text).upper()


def is_number(value: str) -> bool:
    """Whether ``value`` is searched as a number: letters and digits, long enough to identify."""
    form = significant(value)
    return len(form) >= SHORTEST and _NUMBER.fullmatch(form) is not None


def residues_in(secrets: Secrets, passage: Passage, thorough: bool = False) -> list[tuple[int, int]]:
    """Spans of ``passage.text`` that still hold a masked value; the whole passage for one that is no number."""
    normalized = NormalizedText(passage.text, passage.escapes)
    spans = [normalized.span(start, end) for start, end in secrets.spans(normalized.text)]
    if secrets.holds_text(normalized.text) or (thorough and secrets.holds_squeezed(normalized.text)):
        spans.append((0, len(passage.text)))
    return spans
