"""Relationships and content types: which part points to which, and what is left when parts go or change their name."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from govredact.documents.ooxml.names import children
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

CONTENT_TYPES = "[Content_Types].xml"


def rels_of(part: str) -> str:
    """The name of the relationships part of ``part`` ("" for the package itself)."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def source_of(rels: str) -> str:
    """The part whose relationships ``rels`` holds; "" for those of the package."""
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def is_rels(part: str) -> bool:
    """Whether ``part`` holds relationships."""
    return part.endswith(".rels") and posixpath.basename(posixpath.dirname(part)) == "_rels"


def overrides(root: Any) -> Iterator[tuple[Any, str]]:
    """The content types of single parts: their element and the name of the part."""
    return ((override, override.get("PartName", "").lstrip("/")) for override in children(root, "Override"))


def internal(rels: str, root: Any) -> Iterator[tuple[Any, str]]:
    """The relationships inside the package: their element and the name of the part that they point to."""
    folder = posixpath.dirname(source_of(rels))
    for relationship in children(root, "Relationship"):
        if relationship.get("TargetMode") != "External":
            target = unquote(relationship.get("Target", "").partition("#")[0])
            name = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield relationship, name
