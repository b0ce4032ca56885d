"""Readers and writers, one file (or folder) per format, behind one interface.

``open_document`` looks at the bytes first and at the name second. Reading a format imports only what that format needs.
"""

from __future__ import annotations

from govredact.documents.base import Coverage, Document, FileNamePassage, printable
from govredact.documents.formats import FORMATS, Format, by_name
from govredact.documents.limits import DEFAULT_LIMITS, Deadline, Limits, check_size
from govredact.documents.sniff import format_of

__all__ = [
    "DEFAULT_LIMITS",
    "FORMATS",
    "Coverage",
    "Deadline",
    "Document",
    "FileNamePassage",
    "Format",
    "Limits",
    "check_size",
    "open_document",
    "printable",
]


def open_document(data: bytes, name: str = "", limits: Limits = DEFAULT_LIMITS) -> Document:
    """The document in ``data``; ``name`` (a path or ``""``) helps only where the bytes leave a choice.

    Raises DocumentError: unsupported format, password, damage, encoding, or a limit that is exceeded.
    """
    check_size(len(data), limits)
    row = by_name(format_of(data, name))
    return row.reader_class(data, row.name, limits)
