"""The graphics state as far as text and what covers it need it."""

from __future__ import annotations

from govredact.documents.pdf.geometry import IDENTITY, Box, Matrix
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.documents.pdf.fonts import Font

Color = tuple[float, float, float] | None
BLACK: Color = (0.0, 0.0, 0.0)


class State:
    """Everything that q saves and Q restores."""

    __slots__ = (
        "clip", "color", "ctm", "font", "font_name", "leading", "line_width", "mode", "opacity", "rise", "scale", "size", "spacing",
        "stroke", "word",
    )  # fmt: skip

    def __init__(self) -> None:
        self.ctm: Matrix = IDENTITY
        self.font: Font | None = None
        self.font_name = ""
        self.size = 0.0
        self.scale = 1.0
        self.spacing = self.word = self.leading = self.rise = 0.0
        self.mode = 0
        self.color: Color = BLACK
        self.stroke: Color = BLACK
        self.line_width = 1.0
        self.opacity = 1.0
        self.clip: Box | None = None

    def copy(self) -> State:
        """A state that can change without this one."""
        other = State.__new__(State)
        for slot in State.__slots__:
            setattr(other, slot, getattr(self, slot))
        return other


def color(values: list[float]) -> Color:
    """Red, green and blue of a device colour with one, three or four components; None for anything else."""
    if len(values) == 1:
        return values[0], values[0], values[0]
    if len(values) == 3:
        return values[0], values[1], values[2]
    if len(values) == 4:
        c, m, y, k = values
        return max(0.0, 1 - c - k), max(0.0, 1 - m - k), max(0.0, 1 - y - k)
    return None
