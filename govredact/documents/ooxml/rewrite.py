"""A package that is being changed: parts are parsed on first touch, dropped or renamed, and written back together."""

from __future__ import annotations

import posixpath
import re

from govredact.documents.ooxml import relations
from govredact.documents.ooxml.archive import pack
from govredact.documents.ooxml.names import children
from govredact.documents.ooxml.xml import parse, serialise
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any


class Rewrite:
    """``names`` in the order of the package, ``read`` gives the bytes of one part."""

    def __init__(self, names: Sequence[str], read: Callable[[str], bytes]) -> None:
        self.names = list(names)
        self._known = frozenset(names)
        self._read = read
        self._trees: dict[str, Any] = {}
        self._content: dict[str, bytes] = {}
        self._dropped: set[str] = set()
        self._names: dict[str, str] = {}

    def content(self, name: str) -> bytes:
        """The bytes of a part as they are now."""
        if name in self._trees:
            return serialise(self._trees[name])
        return self._content[name] if name in self._content else self._read(name)

    def tree(self, name: str) -> Any:
        """The root of an XML part; what is changed in it will be written."""
        if name not in self._trees:
            self._trees[name] = parse(self.content(name))
        return self._trees[name]

    def replace(self, name: str, content: bytes) -> None:
        """Puts new bytes in the place of a part."""
        self._trees.pop(name, None)
        self._content[name] = content

    def drop(self, name: str) -> None:
        """Takes a part out, its relationships with it."""
        self._dropped |= {name, relations.rels_of(name)}

    def drop_with_pointers(self, names: Sequence[str]) -> None:
        """Takes parts out, and the elements that embed them."""
        for name in names:
            self.drop(name)
        gone = frozenset(names)
        for rels in [name for name in self.names if relations.is_rels(name) and self.has(name)] if gone else ():
            source = relations.source_of(rels)
            ids = {node.get("Id") for node, part in relations.internal(rels, parse(self.content(rels))) if part in gone}
            if ids and self.has(source):
                for node in list(self.tree(source).iter("{*}OLEObject", "{*}oleObj", "{*}altChunk", "{*}externalData")):
                    if not ids.isdisjoint(node.values()):
                        node.getparent().remove(node)

    def drop_printer(self, name: str) -> None:
        """Takes a printer's settings out; sheets name them in an attribute of their page setup, texts in an element."""
        self.drop(name)
        for rels in [rels for rels in self.names if relations.is_rels(rels) and self.has(rels)]:
            source = relations.source_of(rels)
            found = relations.internal(rels, parse(self.content(rels)))
            for number in [str(node.get("Id")).encode() for node, part in found if part == name] if self.has(source) else ():
                said = re.escape(number)
                content = re.sub(rb'(<(?:\w+:)?pageSetup\b[^<>]*?)\s\w+:id="%s"' % said, rb"\1", self.content(source))
                self.replace(source, re.sub(rb'<(?:\w+:)?printerSettings\s[^<>]*"%s"[^<>]*/>' % said, b"", content))

    def rename(self, name: str, number: int) -> None:
        """Gives a part a name that says nothing."""
        folder, base = posixpath.split(name)
        suffix = posixpath.splitext(base)[1]
        suffix = suffix if suffix.isascii() and len(suffix) < 8 and not any(map(str.isdigit, suffix)) else ".bin"
        self._names[name] = posixpath.join(folder, f"renamed{number}{suffix}")

    def embed(self, name: str, content: bytes, suffix: str, kind: str) -> None:
        """Puts a package in the place of the OLE object ``name``: a new ending, a relationship and a content type that fit."""
        self.replace(name, content)
        self._names[name] = f"{posixpath.splitext(name)[0]}-embedded{suffix}"
        for rels in [rels for rels in self.names if relations.is_rels(rels) and self.has(rels)]:
            if any(part == name for _, part in relations.internal(rels, parse(self.content(rels)))):
                for node, part in relations.internal(rels, self.tree(rels)):
                    if part == name:
                        node.set("Type", node.get("Type", "").replace("/oleObject", "/package"))
        if self.has(relations.CONTENT_TYPES):
            types = self.tree(relations.CONTENT_TYPES)
            old = [node for node, part in relations.overrides(types) if part == name]
            node = old[0] if old else types.makeelement(f"{types.tag.removesuffix('Types')}Override")
            node.set("PartName", f"/{self._names[name]}")
            node.set("ContentType", kind)
            types.append(node)

    def has(self, name: str) -> bool:
        """Whether a part of that name is there and stays."""
        return name in self._known and name not in self._dropped

    def finish(self) -> bytes:
        """The package with content types and relationships that fit the parts that are left."""
        kept = [name for name in self.names if name not in self._dropped]
        self._connect(kept)
        return pack((self._new_name(name), self.content(name)) for name in kept)

    def _new_name(self, name: str) -> str:
        if relations.is_rels(name):
            source = relations.source_of(name)
            return relations.rels_of(self._names[source]) if source in self._names else name
        return self._names.get(name, name)

    def _connect(self, kept: list[str]) -> None:
        if not self._dropped and not self._names:
            return
        for rels in filter(relations.is_rels, kept):
            self._point(rels, "Relationship", "Target", list(relations.internal(rels, parse(self._read(rels)))))
        if relations.CONTENT_TYPES in kept:
            types = parse(self._read(relations.CONTENT_TYPES))
            self._point(relations.CONTENT_TYPES, "Override", "PartName", list(relations.overrides(types)))

    def _point(self, name: str, tag: str, attribute: str, targets: list[tuple[Any, str]]) -> None:
        """Drops or redirects what points to parts that are dropped or renamed; ``targets`` as they were before any edit."""
        dropped = {part.lower() for part in self._dropped}
        names = {old.lower(): new for old, new in self._names.items()}
        touched = [(element, target.lower()) for element, target in targets if target.lower() in dropped or target.lower() in names]
        if not touched:
            return
        order = list(children(touched[0][0].getparent(), tag))
        now = list(children(self.tree(name), tag))
        for element, target in touched:
            current = now[order.index(element)]
            if target in dropped:
                current.getparent().remove(current)
            else:
                current.set(attribute, f"/{names[target]}")
