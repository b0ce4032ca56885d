"""Fonts forget what was taken out: the tables of a subset font spell its characters in the order in which they were first used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf

from govredact.documents.pdf import cmaps, pages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govredact.documents.pdf.content import Content
    from govredact.documents.pdf.source import Source

_HEAD = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
_TAIL = b"endcmap CMapName currentdict /CMap defineresource pop end end\n"
# ISO 32000 allows so many rows in one section.
_ROWS = 100

# Codes by the object of their font.
Codes = dict[Any, set[bytes]]


def codes_of(content: Content, cuts: Mapping[int, Mapping[int, str]]) -> Codes:
    """The codes that ``content`` shows, by font, without the glyphs (by number of the run) that ``cuts`` takes out."""
    found: Codes = {}
    for index, run in enumerate(content.runs):
        own = cuts.get(index)
        codes = run.codes if own is None else [code for glyph, code in enumerate(run.codes) if glyph not in own]
        found.setdefault(run.font.key, set()).update(codes)
    return found


def prune(source: Source, removed: Codes, shown: Mapping[int, Codes]) -> None:
    """Takes those of the ``removed`` codes that nothing shows any more out of ToUnicode and of the names of the encoding.

    ``shown`` says what pages show that need not be read again, by their number from 0.
    """
    if not removed:
        return
    used: Codes = {key: set() for key in removed}
    for number, page in enumerate(source.pages):
        _add(used, shown[number] if number in shown else codes_of(pages.page_content(source, page), {}))
    for stream in pages.other_drawings(source):
        _add(used, codes_of(pages.appearance_content(source, stream), {}))
    for entry in source.dictionaries():
        key = source.font_key(entry) if entry.get("/Type") == pikepdf.Name.Font else None
        if key in removed and removed[key] - used[key]:
            _prune_font(source, entry, used[key], removed[key] - used[key])


def _add(used: Codes, codes: Codes) -> None:
    for key, own in codes.items():
        if key in used:
            used[key] |= own


def _prune_font(source: Source, font: Any, used: set[bytes], gone: set[bytes]) -> None:
    stream = font.get("/ToUnicode")
    if isinstance(stream, pikepdf.Stream):
        texts = cmaps.parse(stream.read_bytes()).texts
        font.ToUnicode = source.pdf.make_stream(to_unicode({code: text for code, text in texts.items() if code in used}))
    encoding = font.get("/Encoding")
    if isinstance(encoding, pikepdf.Dictionary) and "/Differences" in encoding and not isinstance(encoding, pikepdf.Stream):
        encoding.Differences = pikepdf.Array(_differences(list(encoding.Differences), {code[0] for code in gone if len(code) == 1}))
    descriptor = font.get("/FontDescriptor")
    if isinstance(descriptor, pikepdf.Dictionary) and "/CharSet" in descriptor:
        del descriptor["/CharSet"]


def _differences(items: list[Any], gone: set[int]) -> list[Any]:
    code = 0
    kept: list[Any] = []
    for item in items:
        if isinstance(item, int):
            code = item
            kept.append(item)
            continue
        kept.append(pikepdf.Name("/.notdef") if code in gone else item)
        code += 1
    return kept


def to_unicode(texts: dict[bytes, str]) -> bytes:
    """A ToUnicode CMap of ``texts``, ordered by code."""
    size = max((len(code) for code in texts), default=1)
    pieces = [_HEAD, b"1 begincodespacerange <%s> <%s> endcodespacerange\n" % (b"00" * size, b"FF" * size)]
    rows = [b"<%s> <%s>" % (code.hex().encode(), text.encode("utf-16-be").hex().encode()) for code, text in sorted(texts.items())]
    for start in range(0, len(rows), _ROWS):
        part = rows[start : start + _ROWS]
        pieces.append(b"%d beginbfchar\n%s\nendbfchar\n" % (len(part), b"\n".join(part)))
    return b"".join([*pieces, _TAIL])
