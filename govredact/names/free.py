"""Names in running text: cheap tests first, the split into words only for what survives them.

A place where a surname stands before a character of given names costs little; most of them begin a frequent word (高度, 时间) or
are the end of one (提高). What is left is compared with the words around it, and cue words shift the balance.
"""

from __future__ import annotations

from govredact.lexicon.script import to_simplified
from govredact.names import lattice, search, store
from govredact.names.evidence import Evidence, Window, evidence
from govredact.names.possible import A_NAME, possible
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govredact.names.lattice import Words

# Below, a guess is not looked at; neighbours in a list can lift it by _NEIGHBOUR.
_LEAST, LEAST = search.SLACK, 15
_NEIGHBOUR = 18
# The most that what stands before a name can add.
_MOST_BEFORE = 35
_REACH_BEFORE, _REACH_AFTER = 4, 5
_HAN = lazy.compile(f"[\u4e00-\u9fff]{{1,{_REACH_AFTER}}}")
# Frequent characters that simplified text never uses.
_TRADITIONAL = lazy.compile("[國會為時對關個們來說過發經學產業現萬龍溫團區後於與從開長門問實際點當應這還進動機辦務員]")
_JOINS = "、和与及,，"
_BLOCK, _CUT = 1 << 16, lazy.compile("[\n。]")


class Guess(NamedTuple):
    """A name in running text; ``margin`` says by how many tenths of log odds it beats the words."""

    start: int
    end: int
    margin: int
    evidence: Evidence


def find(text: str) -> Iterator[Guess]:
    """The names of ``text``, in order and without overlaps."""
    if text.isascii():
        return
    if _TRADITIONAL.search(text):
        text = text.translate(to_simplified())  # as many characters, and words that the dictionary knows
    start = 0
    while start < len(text):
        # Nothing ties names over a line end or a full stop: what was weighed before it is kept no longer.
        cut = _CUT.search(text, start + _BLOCK)
        end = cut.end() if cut else len(text)
        yield from _in_block(text, start, end)
        start = end


def _in_block(text: str, start: int, end: int) -> list[Guess]:
    """The names that begin in ``text[start:end]``."""
    words = store.words("")  # the search reads those of the block, where it finds a place at all
    places = search.places(text, start, end)
    guesses = [guess for begin, most in places for guess in _weigh(text, begin, most, 0, words)]
    chosen: list[Guess] = []
    for guess in _voted(text, guesses):
        # They come by their beginning, so that only the last ones can overlap.
        while chosen and guess.start < chosen[-1].end and guess.margin > chosen[-1].margin:
            chosen.pop()
        if not chosen or guess.start >= chosen[-1].end:
            chosen.append(guess)
    return [guess for guess in chosen if guess.margin >= LEAST]


def at(text: str, begin: int, lift: int) -> Guess | None:
    """The best name that begins at ``begin``, where something else already speaks for one with the weight ``lift``."""
    words = store.words(text, begin, begin)
    guesses = [guess for guess in _weigh(text, begin, _MOST_BEFORE, lift, words) if guess.margin >= LEAST]
    return max(guesses, key=lambda guess: guess.margin, default=None)


def _weigh(text: str, begin: int, most: int, lift: int, words: Words) -> list[Guess]:
    """The names that could begin at ``begin``, before which stands what can add ``most``; ``lift`` counts where that is no title."""
    names = possible(text, begin)
    if not names:
        return []
    last = _han_end(text, begin)
    right = lattice.behind(text, begin, last, words)
    least = _LEAST - lift - most
    # The words before the place, and one across it, can only speak against a name.
    names = [
        (end, cost)
        for end, cost in names
        if right.costs[0] - right.costs[end - begin] - cost - A_NAME + search.after(text[end : end + 1]) >= least
    ]
    if not names:
        return []
    first = begin
    while first > 0 and begin - first < _REACH_BEFORE and "\u4e00" <= text[first - 1] <= "\u9fff":
        first -= 1
    left = lattice.before(text, first, begin, words)
    split = min(right.costs[0], lattice.across(text, first, begin, left, right, words) - left.costs[-1])
    window = Window(text, first, last, begin, left.ends[-1], right.ends)
    guesses = []
    for end, cost in names:
        margin = split - right.costs[end - begin] - cost - A_NAME
        if margin + search.after(text[end : end + 1]) < least:
            continue
        found = evidence(window, begin, end)
        if lift and not found.title:
            margin += lift
        if margin + found.weight >= _LEAST:
            guesses.append(Guess(begin, end, margin + found.weight, found))
    return guesses


def _han_end(text: str, begin: int) -> int:
    run = _HAN.match(text, begin)
    return run.end() if run else begin


def _voted(text: str, guesses: list[Guess]) -> Iterable[Guess]:
    """Names that a list sign joins speak for each other, and a title before the first is that of all: 村民张三、李四和王五."""
    begins = {guess.start for guess in guesses}
    ended: dict[int, Guess] = {}
    for guess in guesses:
        joined = ended.get(guess.start - 1) if guess.start and text[guess.start - 1] in _JOINS else None
        votes = (text[guess.end : guess.end + 1] in _JOINS and guess.end + 1 in begins) + (joined is not None)
        seen = guess.evidence
        if joined is not None and joined.evidence.title and not seen.title:
            seen = seen._replace(before=joined.evidence.before, title=joined.evidence.title)
        if votes:
            guess = Guess(guess.start, guess.end, guess.margin + _NEIGHBOUR * votes, seen)
        ended[guess.end] = guess
        yield guess
