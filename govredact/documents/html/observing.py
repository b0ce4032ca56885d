"""What a page knows about itself: texts that nobody sees, and blocks of junk tags."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from govredact.documents.html.links import in_text
from govredact.documents.html.page import NOWHERE
from govredact.models import Observation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.documents.html.looks import Look
    from govredact.documents.html.page import Page
    from govredact.documents.html.views import Locate

# Ways to hide a text that no menu and no tab needs; a script cannot show what stands there by a click.
_TRICKS = frozenset(("size", "color", "offscreen", "opacity", "zero_size", "clip"))
_PUBLISHED = frozenset(("page", "rest", "srcdoc"))
_TAG_WITH_ID = re.compile(r"""<([a-zA-Z][\w-]*+)(?:\s++[^\s>]*?)??\s++id\s*+=\s*+["']?([^\s"'>]{3,40})""")
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
        trick = look.reason in _TRICKS and not look.ruled
        spans = [page.region.span(page.sources[number], page.sources[number] + len(page.pieces[number])) for number in run]
        leaves = tuple((0, start, end) for start, end in spans)
        kind, cleaning = ("hidden_text", "hidden_content") if trick else ("hidden_element", "")
        yield Observation(kind, locate(spans[0][0], None), text, leaves, cleaning, {"hidden": look.reason})


def junk_tags(text: str, locate: Locate) -> Iterator[Observation]:
    """One observation for each id that elements of five and more names share: nobody's page has such, injected blocks do."""
    found: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _TAG_WITH_ID.finditer(text):
        found[match[2]].append(match)
    for identity, matches in found.items():
        names = {match[1].lower() for match in matches}
        if len(names) >= _FEWEST_NAMES:
            start, end = matches[0].start(), matches[-1].end()
            about = {"id": identity, "count": str(len(matches)), "names": str(len(names))}
            yield Observation("junk_tags", locate(start, None), text[start : min(end, start + _SHOWN)], ((0, start, end),), "", about)
