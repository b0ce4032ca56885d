"""What a page says of itself in its head, compared with what stands on it: the title and keywords of another trade, blocks of junk tags."""

from __future__ import annotations

from govredact.tampering import trades
from govredact.tampering.provenance import text_pages
from govredact.tampering.text import PageText
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.context.whole import Whole
    from govredact.models import Observation

_FIELDS = frozenset(("title", "keywords", "description"))
_HAN = lazy.compile("[\u4e00-\u9fff]{2,}")
# Shorter titles (首页) and bodies say nothing about each other.
_SHORTEST_TITLE, _SHORTEST_BODY = 6, 200


class Noticed(NamedTuple):
    """An observation that is a sign, with the kind of sign and its weight as for ``Sign``."""

    observation: Observation
    kind: str
    weight: float


def signs(whole: Whole) -> Iterator[Noticed]:
    """The signs in the head of the page ``whole`` and in its markup."""
    for observation in whole.observed("junk_tags"):
        yield Noticed(observation, "junk_tags", 1.0)
    is_spam = whole.pages[0].scan.settings.is_spam if whole.pages else None
    for observation in whole.observed("page_meta"):
        if observation.about.get("field") not in _FIELDS:
            continue
        if (is_spam is not None and is_spam(observation.text)) or _is_of_trade(observation.text):
            yield Noticed(observation, "spam_in_head", 1.0)
        elif observation.about.get("field") == "title" and _is_strange(observation.text, whole):
            yield Noticed(observation, "title_of_another_page", 0.4)


def _is_of_trade(text: str) -> bool:
    """Whether a title or keywords advertise another trade or in another language."""
    return any(sign.weight >= 1.0 for sign in trades.signs(PageText(text)))


def _is_strange(title: str, whole: Whole) -> bool:
    """Whether no two characters of the title stand together anywhere in a long body."""
    pairs = {run[at : at + 2] for run in _HAN.findall(title) for at in range(len(run) - 1)}
    if len(pairs) < _SHORTEST_TITLE:
        return False
    bodies = [page.scan.text for page in text_pages(whole)]
    if sum(map(len, bodies)) < _SHORTEST_BODY:
        return False
    # The title itself may be one of the texts; there its pairs stand once, and nowhere else.
    return not any(pair in body for body in bodies if title not in body for pair in pairs)
