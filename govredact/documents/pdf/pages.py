"""The content of pages and of the appearance streams of their annotations, interpreted."""

from __future__ import annotations

import re

import pikepdf

from govredact.documents.pdf.content import Content, Paint, Scope
from govredact.documents.pdf.interpreter import Interpreter
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from govredact.documents.pdf.geometry import Box
    from govredact.documents.pdf.source import Source

_A4: Box = (0.0, 0.0, 595.0, 842.0)
_ABOVE_ALL = 1 << 40
_DARK = 0.3
_SHOWS = re.compile(rb"T[jJ]\b")
_STATES = ("/N", "/R", "/D")


def page_content(source: Source, page: Any) -> Content:
    """What page ``page`` (a pikepdf page) draws itself, without its annotations."""
    scope = Scope(_joined(source, page.obj), page.obj, page.resources if "/Resources" in page else None, 0)
    content = Interpreter(source, scope, page_box(page)).run()
    content.paints.extend(Paint(_ABOVE_ALL, box, None, picture=False) for box in _covers(page))
    return content


def page_box(page: Any) -> Box:
    """The visible part of a page."""
    try:
        x0, y0, x1, y1 = (float(value) for value in page.cropbox)
    except (TypeError, ValueError, AttributeError, pikepdf.PdfError):
        return _A4
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _covers(page: Any) -> Iterator[Box]:
    """Boxes of annotations that hide what lies under them: redactions never applied, filled squares, black highlights."""
    for entry in annotation_entries(page):
        subtype = str(entry.get("/Subtype", ""))
        shade = entry.get("/IC") if subtype in ("/Square", "/Polygon") else entry.get("/C")
        filled = isinstance(shade, pikepdf.Array) and len(shade) > 0
        dark = filled and sum(float(value) for value in shade) < _DARK * len(shade)
        if subtype == "/Redact" or (subtype in ("/Square", "/Polygon") and filled) or (subtype in ("/Highlight", "/Ink") and dark):
            yield from _quads(entry)


def _quads(entry: Any) -> Iterator[Box]:
    points = entry.get("/QuadPoints")
    values = [float(value) for value in (points if isinstance(points, pikepdf.Array) and len(points) >= 8 else entry.get("/Rect", []))]
    size = 8 if len(values) >= 8 else 4
    for start in range(0, len(values) - size + 1, size):
        xs, ys = values[start : start + size : 2], values[start + 1 : start + size : 2]
        yield min(xs), min(ys), max(xs), max(ys)


def _joined(source: Source, page: Any) -> bytes:
    contents = page.get("/Contents")
    if contents is None:
        return b""
    streams = [contents] if isinstance(contents, pikepdf.Stream) else list(contents)
    return b"\n".join([source.read(stream) for stream in streams if isinstance(stream, pikepdf.Stream)])


def annotation_entries(page: Any) -> list[Any]:
    """The annotation dictionaries of a page."""
    entries = page.obj.get("/Annots")
    return [entry for entry in entries if isinstance(entry, pikepdf.Dictionary)] if isinstance(entries, pikepdf.Array) else []


def appearances(annotation: Any) -> Iterator[Any]:
    """The appearance streams of an annotation, in all their states."""
    entry = annotation.get("/AP")
    if not isinstance(entry, pikepdf.Dictionary):
        return
    for state in _STATES:
        found = entry.get(state)
        if isinstance(found, pikepdf.Stream):
            yield found
        elif isinstance(found, pikepdf.Dictionary):
            yield from (stream for stream in found.values() if isinstance(stream, pikepdf.Stream))


def other_drawings(source: Source) -> Iterator[Any]:
    """Streams with text that no page draws by itself: appearances, patterns, Type 3 glyphs, forms nobody refers to.

    Complete only after all pages were interpreted.
    """
    procedures: list[Any] = []
    for entry in source.dictionaries():
        if isinstance(entry, pikepdf.Stream):
            if (entry.get("/Subtype") == pikepdf.Name("/Form") and entry.objgen not in source.drawn) or entry.get("/PatternType") == 1:
                yield entry
        elif isinstance(entry, pikepdf.Dictionary) and isinstance(entry.get("/CharProcs"), pikepdf.Dictionary):
            procedures.extend(stream for stream in entry.CharProcs.values() if isinstance(stream, pikepdf.Stream))
    yield from (stream for stream in procedures if _SHOWS.search(source.read(stream)))


def appearance_content(source: Source, stream: Any) -> Content:
    """What one appearance stream draws, in its own space."""
    scope = Scope(source.read(stream), stream, source.resources_of(stream), 0)
    return Interpreter(source, scope, (-1e6, -1e6, 1e6, 1e6)).run()


def interpret(source: Source, part: str) -> Content:
    """The content that ``part`` names: ``page 3`` or ``drawing 12 0`` (number and generation of the stream)."""
    kind, number, *rest = part.split()
    if kind == "page":
        return page_content(source, source.pages[int(number) - 1])
    return appearance_content(source, source.pdf.get_object((int(number), int(rest[0]))))


def embedded(entry: Any) -> Iterator[tuple[str, Any]]:
    """(name, stream) of the file that a file specification embeds; nothing for other objects."""
    if not isinstance(entry, pikepdf.Dictionary) or isinstance(entry, pikepdf.Stream):
        return
    files = entry.get("/EF")
    if not isinstance(files, pikepdf.Dictionary):
        return
    name = str(entry.get("/UF", entry.get("/F", "attachment")))
    seen = set()
    for stream in files.values():
        if isinstance(stream, pikepdf.Stream) and stream.objgen not in seen:
            seen.add(stream.objgen)
            yield name, stream
