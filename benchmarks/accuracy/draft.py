"""A text under construction that remembers where its values stand."""

from __future__ import annotations

from typing import Any, NamedTuple


class Gold(NamedTuple):
    """One planted value: half-open code points, the type of the set's form, and the action expected under the default policy."""

    start: int
    end: int
    type: str
    action: str = "mask"


class Piece(NamedTuple):
    """A part of a text. `type` is empty for plain words; `tolerated` marks a value that may be flagged or not."""

    text: str
    type: str = ""
    action: str = "mask"
    tolerated: bool = False
    form: str = ""


class Draft:
    """Collects pieces into text, gold spans, tolerated spans and the written forms that were used."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.gold: list[Gold] = []
        self.tolerated: list[Gold] = []
        self.forms: list[str] = []

    def add(self, piece: Piece | str) -> Draft:
        """Append a piece; returns the draft for chaining."""
        if isinstance(piece, str):
            piece = Piece(piece)
        if piece.type:
            span = Gold(self._length, self._length + len(piece.text), piece.type, piece.action)
            (self.tolerated if piece.tolerated else self.gold).append(span)
            if piece.form and not piece.tolerated:
                self.forms.append(f"{piece.type}:{piece.form}")
        self._parts.append(piece.text)
        self._length += len(piece.text)
        return self

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def case(self, number: int, tags: list[str]) -> dict[str, Any]:
        """The finished case in the form of a scoring set."""
        return {
            "id": number,
            "tags": [*tags, *dict.fromkeys(self.forms)],
            "text": self.text,
            "gold": [g._asdict() for g in self.gold],
            "tolerated": [{"start": t.start, "end": t.end, "type": t.type} for t in self.tolerated],
        }
