"""How a report is to look, as far as a format leaves a choice."""

from __future__ import annotations

from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from govredact.messages import Texts


class Style(NamedTuple):
    """Choices of the user and of the terminal. ``width`` is in columns; ``ascii_only`` asks JSON for \\u escapes."""

    texts: Texts
    colour: bool = False
    width: int = 100
    explain: bool = False
    quiet: bool = False
    mode: str = "scan"
    ascii_only: bool = False
