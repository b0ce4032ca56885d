"""Whether a few words, such as the text of a link or a page's keywords, advertise gambling, lotteries, prostitution or pornography."""

from __future__ import annotations

from govredact.tampering import brands, spam
from govredact.tampering.text import PageText
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govredact.lexicon import Hit

_ENOUGH = 0.6


def is_spam(text: str, keywords: Sequence[Hit]) -> bool:
    """Whether ``text``, in which ``keywords`` were found, is such an advertisement; words of enforcement speak against it."""
    page = PageText(text, keywords)
    if not page.seeds or page.against(1):
        return False
    return any(sign.weight >= _ENOUGH for family in (brands, spam) for sign in family.signs(page))
