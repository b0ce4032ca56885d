"""Who made a file, with what and for whom: the Info dictionary (ISO 32000-2, 14.3.3) and XMP (ISO 16684-1)."""

from __future__ import annotations

import re

import pikepdf

from govredact.documents.pdf.strings import DATE, STRINGS
from govredact.models import Location, Observation
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from govredact.documents.pdf.source import Source

# What the document is called and about is part of it; readers and websites show it.
_CONTENT = frozenset(("/Title", "/Subject", "/Trapped"))
_XMP = frozenset((
    "creator", "contributor", "publisher", "subject", "Author", "AuthorsPosition", "CaptionWriter", "Category", "Comments", "Company",
    "CreatorTool", "Keywords", "Manager", "Owner", "Producer",
))  # fmt: skip
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
# What libraries write where their caller said nothing.
_ORDINARY = re.compile(
    r"\(?(?:anonymous|unspecified|untitled)\)?|(?:ReportLab|pikepdf|pypdf|PyPDF2|fpdf2|PDFium|Skia/PDF|Chromium|cairo)\b.*",
    re.IGNORECASE | re.DOTALL,
)


def of_info(source: Source) -> Iterator[Observation]:
    """One Observation for each text of the Info dictionary but title, subject and dates."""
    info = _info(source)
    if info is None:
        return
    objgen, path = (info.objgen, ()) if info.is_indirect else ((0, 0), ("/Info",))
    for key, value in info.items():
        if key in _CONTENT or not isinstance(value, pikepdf.String):
            continue
        text = str(value)
        if _says_something(text) and not DATE.fullmatch(text):
            place = (value.objgen, ()) if value.is_indirect else (objgen, (*path, key))
            leaf = ((STRINGS, (*place, "string")), 0, len(text))
            yield Observation("property", Location("pdf", attribute=key[1:]), text, (leaf,), "metadata")


def of_xmp(packet: str, known: set[str]) -> Iterator[Observation]:
    """One Observation for each property of the text stream ``packet`` that names people, offices or programs.

    Values in ``known`` are left out, and those that are yielded are added to it. A copy never has XMP, so there are no leaves.
    """
    if _RDF not in packet:
        return
    for name, value in _properties(packet):
        text = value.strip()
        if text not in known and _says_something(text):
            known.add(text)
            yield Observation("property", Location("pdf", attribute=name), text, (), "metadata")


def clean(source: Source) -> None:
    """Takes everything but title and subject out of the Info dictionary; what is left of the file's XMP goes in any case."""
    info = _info(source)
    if info is not None:
        for key in [key for key in info.keys() if key not in _CONTENT]:  # noqa: SIM118 - see strings.py
            del info[key]


def _info(source: Source) -> Any:
    info = source.pdf.trailer.get("/Info")
    return info if isinstance(info, pikepdf.Dictionary) else None


def _says_something(text: str) -> bool:
    return bool(text.strip()) and _ORDINARY.fullmatch(text.strip()) is None


def _properties(packet: str) -> Iterator[tuple[str, str]]:
    """(name, value) of simple properties, of the items of lists, and of properties written as attributes."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    root = etree.fromstring(packet.strip("\ufeff\0 \r\n\t").encode("utf-8", "replace"), parser)
    if root is None:
        return
    for node in root.iter("*"):
        for name, value in node.items():
            if _local(name) in _XMP:
                yield _local(name), value
        if _local(node.tag) in _XMP:
            items = list(node.iter(f"{{{_RDF}}}li")) or [node]
            for item in items:
                yield _local(node.tag), item.text or ""


def _local(name: str) -> str:
    return name.rpartition("}")[2]
