"""Words written with something between their characters: 赌*博, 赌 博, 赌-博; 姓 名, 电　话.

No second pass over the text: for each character that may stand before a gap, the automaton also holds that character
followed by each separator. Such a *gap* is rare in text, and at each one the entries that continue on its other side
are compared directly.
"""

from __future__ import annotations

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govredact.lexicon.model import Entry

SPACES = " \u3000\u00a0"
# No sentence punctuation and no tab or line break: those separate on purpose. Full-width ＊＋－．＿ are folded before.
SEPARATORS = SPACES + "*_-.·•|/~^+=#@&$★☆◆■●▲※"
# Separators in one gap. Forms space a label out widely (姓      名).
_WIDEST, _WIDEST_LABEL = 3, 8
# Longer labels are not spaced out.
_LONGEST_LABEL = 4


class Apart:
    """Entries whose characters may stand apart.

    Keywords may have up to three separators in any gap between non-ASCII characters. Labels only spaces, up to eight, and
    then in every gap, so that 联系人 电话 stays two labels.
    """

    def __init__(self, forms: Iterable[tuple[str, Entry]]) -> None:
        self.forms = [item for item in forms if len(item[0]) > 1 and (item[1].kind != "label" or len(item[0]) <= _LONGEST_LABEL)]
        self._pairs: dict[str, list[tuple[str, int, Entry]]] | None = None

    @property
    def reach(self) -> int:
        """The most code points that one of these can take up."""
        return max((len(form) * (1 + _WIDEST_LABEL) for form, _ in self.forms), default=0)

    def triggers(self) -> list[str]:
        """The two-character strings that announce a gap."""
        narrow = {form[0] for form, entry in self.forms if entry.kind == "label"}
        wide = {char for form, entry in self.forms if entry.kind != "label" for char in form[:-1]}
        both = ((wide, SEPARATORS), (narrow - wide, SPACES))
        return [char + gap for chars, gaps in both for char in sorted(chars) if char > "\x7f" for gap in gaps]

    def _known_pairs(self) -> dict[str, list[tuple[str, int, Entry]]]:
        """The two characters around a gap → (form, index of the gap, entry); made at the first gap that a text has."""
        if self._pairs is None:
            pairs: dict[str, list[tuple[str, int, Entry]]] = {}
            for form, entry in self.forms:
                for index in range(1) if entry.kind == "label" else range(len(form) - 1):
                    pair = form[index : index + 2]
                    if pair[0] > "\x7f" and pair[1] > "\x7f":
                        pairs.setdefault(pair, []).append((form, index, entry))
            self._pairs = pairs
        return self._pairs

    def find(self, text: str, gaps: Iterable[int]) -> Iterator[tuple[int, int, Entry]]:
        """(start, end, entry) of each entry with a gap; ``gaps`` are the offsets after the triggers found in ``text``."""
        pairs = self._known_pairs()
        for gap in gaps:
            after = _skip(text, gap, SEPARATORS, _WIDEST_LABEL)
            for form, index, entry in pairs.get(text[gap - 2] + text[after : after + 1], ()):
                start = gap - 2 - index
                # Only from its first gap is an entry found, so it is found once.
                if start >= 0 and text.startswith(form[:index], start):
                    end = _end(text, form, index, gap - 1, entry.kind == "label")
                    if end:
                        yield start, end, entry


def _skip(text: str, position: int, separators: str, most: int) -> int:
    stop = min(len(text), position + most)
    while position < stop and text[position] in separators:
        position += 1
    return position


def _end(text: str, form: str, index: int, position: int, label: bool) -> int:
    """Where ``form`` ends, when its character ``index`` stands before ``position``; 0 where the text goes on otherwise."""
    separators, most = (SPACES, _WIDEST_LABEL) if label else (SEPARATORS, _WIDEST)
    for char in form[index + 1 :]:
        after = _skip(text, position, separators, most)
        if text[after : after + 1] != char or (label and after == position):
            return 0
        position = after + 1
    return position
