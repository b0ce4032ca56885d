"""How text looks inside an element."""

from __future__ import annotations

from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from govredact.documents.html.colors import Color

_NORMAL = 16.0


class Look(NamedTuple):
    """How text looks inside an element. ``reason`` says why nobody sees it ("" where it is seen), ``ruled`` that a rule of the page,
    not the element itself, hides it. ``ground`` is the colour behind it as far as the page says."""

    reason: str = ""
    ruled: bool = False
    color: Color | None = None
    ground: Color | None = None
    size: float = _NORMAL
    own: str = ""


SEEN = Look()
