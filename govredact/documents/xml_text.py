"""XML as stored text: replacements are escaped unless they stand where markup has no escapes."""

from __future__ import annotations

from govredact.documents.plain import TextDocument
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.models import Edit

_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", ord("'"): "&#39;"}
_CDATA = lazy.compile(r"<!\[CDATA\[.*?\]\]>|<!--.*?-->", lazy.DOTALL)
# What may not stand in CDATA, a comment, whose content knows no escapes.
_CLOSERS = lazy.compile(r"\]\]>|--|[<>&]|-$")


class XmlDocument(TextDocument):
    """An XML file; the masked copy is parsed again, with entities disabled, before it is returned."""

    escapes = "xml"
    has_syntax = True
    _unescaped = _CDATA

    def fit(self, edits: list[Edit]) -> list[Edit]:
        """Escapes ``& < > " '`` in replacements; in CDATA and comments such characters become ``*``."""
        if not any(edit.replacement.translate(_ESCAPES) != edit.replacement or "-" in edit.replacement for edit in edits):
            return edits
        fitted, raw = [], self._unescaped.finditer(self.text)
        region = next(raw, None)
        for edit in edits:
            while region and region.end() <= edit.start:
                region = next(raw, None)
            inside = region is not None and region.start() < edit.start
            replacement = _CLOSERS.sub("*", edit.replacement) if inside else edit.replacement.translate(_ESCAPES)
            fitted.append(edit._replace(replacement=replacement))
        return fitted

    def still_parses(self, masked: str) -> bool:
        """Well-formedness, tested with expat; a file with entity declarations is not expanded and demands nothing."""
        return _well_formed(masked) or not _well_formed(self.text)


class _EntityDeclaredError(Exception):
    """The file declares entities of its own, which are never expanded here."""


def _well_formed(text: str) -> bool:
    from xml.parsers import expat

    def refuse(*_: object) -> None:
        raise _EntityDeclaredError

    # The text is decoded already, so that the encoding it declares no longer counts.
    parser = expat.ParserCreate("utf-8")
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(text.encode(), True)
    except (expat.ExpatError, _EntityDeclaredError):
        return False
    return True
