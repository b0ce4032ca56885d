"""What a page knows about itself: texts that nobody sees, and blocks of junk tags."""

from __future__ import annotations

from collections import defaultdict

from govredact.documents.html.links import in_text
from govredact.documents.html.page import NOWHERE
from govredact.models import Observation
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.documents.html.look import Look
    from govredact.documents.html.page import Page
    from govredact.documents.html.views import Locate

# Ways to hide a text that no menu and no tab needs; a script cannot show what stands there by a click.
_TRICKS = frozenset(("size", "color", "offscreen", "opacity", "zero_size", "clip"))
# What takes a text off the screen is also how pages speak to readers for the blind, in a few words (跳转到主要内容).
_ALSO_SPOKEN = frozenset(("offscreen", "zero_size", "clip"))
_FEW_WORDS = 16
_PUBLISHED = frozenset(("page", "rest", "srcdoc"))
_FEWEST_NAMES = 5
_SHOWN = 200


def hidden_texts(page: Page, locate: Locate) -> Iterator[Observation]:
    """``hidden_text`` for what a trick hides, which goes by the clean-up list; ``hidden_element`` for what scripts may show."""
    if page.kind not in _PUBLISHED:
        return
    run: list[int] = []
    for number in page.hidden:
        if run and (page.hidden[run[-1]] != page.hidden[number] or not _adjoin(page, run[-1], number)):
            yield from _of_run(page, locate, run)
            run = []
        run.append(number)
    if run:
        yield from _of_run(page, locate, run)


def _adjoin(page: Page, before: int, number: int) -> bool:
    return all(page.sources[between] == NOWHERE for between in range(before + 1, number))


def _of_run(page: Page, locate: Locate, run: list[int]) -> Iterator[Observation]:
    text = in_text("".join(page.pieces[run[0] : run[-1] + 1]))
    if any(map(str.isalnum, text)):
        look: Look = page.hidden[run[0]]
        spoken = look.reason in _ALSO_SPOKEN and len(text.strip()) <= _FEW_WORDS
        trick = look.reason in _TRICKS and not look.ruled and not spoken
        spans = [page.region.span(page.sources[number], page.sources[number] + len(page.pieces[number])) for number in run]
        leaves = tuple((0, start, end) for start, end in spans)
        kind, cleaning = ("hidden_text", "hidden_content") if trick else ("hidden_element", "")
        yield Observation(kind, locate(spans[0][0], None), text, leaves, cleaning, {"hidden": look.reason})


def junk_tags(page: Page, locate: Locate) -> Iterator[Observation]:
    """One observation for each id that elements of five and more names share: nobody's page has such, injected blocks do."""
    found: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for identity, name, start, end in page.identities:
        found[identity].append((name, start, end))
    text = page.region.text
    for identity, tags in found.items():
        names = {name for name, _, _ in tags}
        if len(names) >= _FEWEST_NAMES:
            start, end = tags[0][1], tags[-1][2]
            about = {"id": identity, "count": str(len(tags)), "names": str(len(names))}
            first, last = page.region.span(start, end)
            yield Observation("junk_tags", locate(first, None), text[start : min(end, start + _SHOWN)], ((0, first, last),), "", about)
