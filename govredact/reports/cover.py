"""Covers found values in the names of files, parts and sheets, so that a report leaks nothing through a path."""

from __future__ import annotations

import os

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.models import Finding


# The place of a finding in a document's own name (see documents.base.FileNamePassage).
FILE_NAME = "file_name"


def clean(text: str) -> str:
    """The text with lone surrogates written as escapes: it can always be encoded. Other text is returned as it is."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace").decode("utf-8")
    return text


def clean_path(path: str) -> str:
    """A path with ``/`` between its parts and undecodable bytes as ``\\xff`` escapes."""
    path = path.replace(os.sep, "/")
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return clean(path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace") if _is_bytes(path) else path)
    return path


def _is_bytes(path: str) -> bool:
    """Whether every lone surrogate stands for a byte, as ``os.fsdecode`` leaves them."""
    return all("\udc80" <= c <= "\udcff" for c in path if "\ud800" <= c <= "\udfff")


class Cover:
    """Replaces the values of one file's findings by their previews; longest first, so that no part of a value is left.

    Values found in the file's own name count whatever they are; of the others those that are private. The work depends
    on the length of the name that is covered and not on the number of findings.
    """

    __slots__ = ("_done", "_lengths", "_previews")

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._previews = {f.value: f.preview for f in findings if len(f.value) > 1 and _must_be_covered(f)}
        self._lengths = sorted({len(value) for value in self._previews}, reverse=True)
        self._done: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        """``text`` (the name of a part, a sheet, a place) with the values covered."""
        return clean(self._cover(text))

    def path(self, path: str) -> str:
        """``path`` with the values covered, in the form in which reports write paths."""
        return clean_path(self._cover(path))

    def cell(self, cell: str) -> str:
        """``Sheet!B3`` with the values in the sheet's name covered."""
        sheet, mark, reference = cell.rpartition("!")
        return f"{self(sheet)}{mark}{reference}"

    def _cover(self, text: str) -> str:
        if self._previews and text not in self._done:
            self._done[text] = self._replace(text)
        return self._done.get(text, text)

    def _replace(self, text: str) -> str:
        for length in self._lengths:
            position = 0
            while position + length <= len(text):
                preview = self._previews.get(text[position : position + length])
                if preview is None:
                    position += 1
                else:
                    text = text[:position] + preview + text[position + length :]
                    position += len(preview)
        return text


def _must_be_covered(finding: Finding) -> bool:
    return finding.action != "allow" and (finding.category == "private" or finding.location.attribute == FILE_NAME)
