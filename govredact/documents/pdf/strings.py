"""Every string outside the content of pages: one walk over all objects, whether anything refers to them or not.

That is annotations, form fields, outline, destinations, labels, Info, XMP, scripts, link targets, the structure tree, private data
and whatever else a writer put there. A leaf is (object, path of keys inside it); a text stream is the leaf (object, ()).
"""

from __future__ import annotations

import re

import pikepdf

from govredact.documents.pdf.source import is_picture
from govredact.errors import CorruptDocumentError
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from govredact.documents.pdf.source import Source

Path = tuple[int | str, ...]
# The part of a file, as leaves name it, that these strings are.
STRINGS = "strings"
# What writers put there by themselves; anything else in a date property is text.
DATE = re.compile(r"D:[0-9]{4,14}(?:Z|[-+])?(?:[0-9]{2})?'?[0-9]{0,2}'?")
# Keys whose strings are bytes and no text.
_BINARY = frozenset((
    "/CheckSum", "/Registry", "/Ordering", "/CharSet", "/Panose", "/ByteRange", "/Cert", "/Lookup",
))  # fmt: skip
# Entries of the trailer that are bytes: the file's identity, the keys of its encryption.
_TRAILER = frozenset(("/ID", "/Encrypt"))
_DEEPEST = 40
_MOST_TEXT = 0.02
_NAME = re.compile("[0-9]{6}|[^\x00-\x7f]")


class Text(NamedTuple):
    """A string: the object it stands in, the path inside it, its key for people, what it says, and its kind.

    ``kind`` is ``string``, ``name`` or ``stream`` (a whole text stream; XML where it begins like XML).
    """

    objgen: tuple[int, int]
    path: Path
    key: str
    text: str
    kind: str


def texts(source: Source) -> Iterator[Text]:
    """All strings of the file, dates of writers left out."""
    used = _streams_in_use(source)
    for entry in source.pdf.objects:
        source.check()
        if isinstance(entry, pikepdf.Stream):
            if entry.objgen not in used and _may_be_text(entry):
                yield from _stream_text(source, entry)
            if is_picture(entry) or "/ObjStm" in str(entry.get("/Type", "")):
                continue
        if isinstance(entry, (pikepdf.Dictionary, pikepdf.Array, pikepdf.Stream, pikepdf.String)):
            yield from _walk(entry, entry.objgen, (), "", 0)
    trailer = source.pdf.trailer
    for key in list(trailer.keys()):
        if key not in _TRAILER and not _is_indirect(trailer[key]):
            yield from _value(trailer[key], (0, 0), (key,), key, 0)


def _is_indirect(value: Any) -> bool:
    return isinstance(value, pikepdf.Object) and value.is_indirect


def _walk(entry: Any, objgen: tuple[int, int], path: Path, key: str, depth: int) -> Iterator[Text]:
    if depth > _DEEPEST:
        return
    if isinstance(entry, pikepdf.String):
        yield from _value(entry, objgen, path, key, depth)
    elif isinstance(entry, pikepdf.Array):
        items = list(entry)
        if items and items[0] == pikepdf.Name("/Indexed"):
            return
        for index, item in enumerate(items):
            if not _is_indirect(item):
                yield from _value(item, objgen, (*path, index), key, depth + 1)
    else:
        signature = "/ByteRange" in entry
        for name in entry.keys():  # noqa: SIM118 - a pikepdf dictionary does not iterate over its keys in all versions
            if _NAME.search(name):
                yield Text(objgen, (*path, name), "Name", name[1:], "key")
            item = entry[name]
            if name in _BINARY or (signature and name == "/Contents") or _is_indirect(item):
                continue
            yield from _value(item, objgen, (*path, name), name, depth + 1)


def _value(value: Any, objgen: tuple[int, int], path: Path, key: str, depth: int) -> Iterator[Text]:
    if key in _BINARY:
        return
    if isinstance(value, pikepdf.String):
        text = str(value)
        if text and not DATE.fullmatch(text):
            yield Text(objgen, path, key.lstrip("/"), text, "string")
    elif isinstance(value, pikepdf.Name):
        if _NAME.search(str(value)):
            yield Text(objgen, path, key.lstrip("/"), str(value)[1:], "name")
    elif isinstance(value, (pikepdf.Array, pikepdf.Dictionary)):
        yield from _walk(value, objgen, path, key, depth)


def _may_be_text(stream: Any) -> bool:
    """Whether a stream whose use is not known can be text; drawings are read as such, and compressed objects one by one."""
    kinds = {str(stream.get(key, "")) for key in ("/Type", "/Subtype")}
    return not (is_picture(stream) or kinds & {"/Form", "/ObjStm", "/XRef"} or stream.get("/PatternType") == 1)


def _stream_text(source: Source, stream: Any) -> Iterator[Text]:
    try:
        data = source.read(stream)
    except CorruptDocumentError:
        return
    for codec in ("utf-8-sig", "utf-16") if data[:2] in (b"\xfe\xff", b"\xff\xfe") else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if sum(character < " " and character not in "\t\r\n\f" for character in text) <= _MOST_TEXT * len(text):
            key = str(stream.get("/Subtype", stream.get("/Type", "/Stream"))).lstrip("/")
            yield Text(stream.objgen, (), key, text, "stream")
            return


def _streams_in_use(source: Source) -> set[tuple[int, int]]:
    """Streams whose meaning is known: contents of pages, parts of fonts."""
    used: set[tuple[int, int]] = set()
    for entry in source.dictionaries():
        if not isinstance(entry, pikepdf.Dictionary) or isinstance(entry, pikepdf.Stream):
            continue
        contents = entry.get("/Contents")
        if isinstance(contents, pikepdf.Stream):
            used.add(contents.objgen)
        elif isinstance(contents, pikepdf.Array):
            used.update(item.objgen for item in contents if isinstance(item, pikepdf.Stream))
        files = entry.get("/EF")
        if isinstance(files, pikepdf.Dictionary):
            used.update(item.objgen for item in files.values() if isinstance(item, pikepdf.Stream))
        for key in ("/ToUnicode", "/Encoding", "/CIDToGIDMap", "/FontFile", "/FontFile2", "/FontFile3", "/CIDSet", "/DestOutputProfile"):
            value = entry.get(key)
            if isinstance(value, pikepdf.Stream):
                used.add(value.objgen)
        procedures = entry.get("/CharProcs")
        if isinstance(procedures, pikepdf.Dictionary):
            used.update(item.objgen for item in procedures.values() if isinstance(item, pikepdf.Stream))
    return used


def replace(source: Source, objgen: tuple[int, int], path: Path, text: str) -> None:
    """Writes ``text`` where the leaf stands."""
    entry = source.pdf.trailer if objgen == (0, 0) else source.pdf.get_object(objgen)
    if not path:
        if isinstance(entry, pikepdf.Stream):
            entry.write(text.encode("utf-8"))
        return
    for step in path[:-1]:
        entry = entry[step]
    old = entry[path[-1]]
    entry[path[-1]] = pikepdf.Name("/" + text) if isinstance(old, pikepdf.Name) else pikepdf.String(text)
