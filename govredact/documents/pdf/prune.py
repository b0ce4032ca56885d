"""Fonts forget what was taken out: the tables of a subset font spell its characters in the order in which they were first used."""

from __future__ import annotations

import struct

import pikepdf

from govredact.documents.pdf import cmaps, pages
from govredact.documents.pdf.outlines import Program
from govredact.documents.pdf.source import DAMAGE
from govredact.documents.pdf.type1 import Type1Program
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from govredact.documents.pdf.content import Content
    from govredact.documents.pdf.source import Source

    # Codes by the object of their font.
    Codes = dict[Any, set[bytes]]

_HEAD = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
_TAIL = b"endcmap CMapName currentdict /CMap defineresource pop end end\n"
# ISO 32000 allows so many rows in one section.
_ROWS = 100


def codes_of(content: Content, cuts: Mapping[int, Mapping[int, str]]) -> Codes:
    """The codes that ``content`` shows, by font, without the glyphs (by number of the run) that ``cuts`` takes out."""
    found: Codes = {}
    for index, run in enumerate(content.runs):
        own = cuts.get(index)
        codes = run.codes if own is None else [code for glyph, code in enumerate(run.codes) if glyph not in own]
        found.setdefault(run.font.key, set()).update(codes)
    return found


def prune(source: Source, removed: Codes, shown: Mapping[int, Codes]) -> None:
    """Takes those of the ``removed`` codes that nothing shows any more out of fonts: ToUnicode, names of the encoding, outlines.

    ``shown`` says what pages show that need not be read again, by their number from 0.
    """
    if not removed:
        return
    entries = {source.font_key(entry): entry for entry in source.dictionaries() if entry.get("/Type") == pikepdf.Name.Font}
    files = {key: file.objgen for key, entry in entries.items() if (file := _file(entry)) is not None}
    touched = {files[key] for key in removed if key in files}
    # Fonts that share a program with one that loses codes: what they show stays in it.
    used: Codes = {key: set() for key in entries if key in removed or files.get(key) in touched}
    for number, page in enumerate(source.pages):
        _add(used, shown[number] if number in shown else codes_of(pages.page_content(source, page), {}))
    for stream in pages.other_drawings(source):
        _add(used, codes_of(pages.appearance_content(source, stream), {}))
    gone = {key: codes - used.get(key, set()) for key, codes in removed.items() if key in entries}
    for objgen in sorted(touched):
        sharing = [key for key in used if files.get(key) == objgen]
        if any(gone.get(key) for key in sharing):
            _blank(source, {key: entries[key] for key in sharing}, gone, used)
    for key, codes in gone.items():
        if codes:
            _prune_font(source, entries[key], used[key], codes)


def _add(used: Codes, codes: Codes) -> None:
    for key, own in codes.items():
        if key in used:
            used[key] |= own


def _file(font: Any) -> Any:
    """The font program of a font dictionary; None where it has none."""
    inner = font.get("/DescendantFonts")
    descriptor = (inner[0] if isinstance(inner, pikepdf.Array) and len(inner) else font).get("/FontDescriptor")
    if not isinstance(descriptor, pikepdf.Dictionary):
        return None
    found = next((descriptor[key] for key in ("/FontFile2", "/FontFile3", "/FontFile") if key in descriptor), None)
    return found if isinstance(found, pikepdf.Stream) else None


def _program(data: bytes) -> Program | Type1Program:
    return Type1Program(data) if data.startswith(b"%!") else Program(data)


def _blank(source: Source, fonts: dict[Any, Any], gone: Codes, used: Codes) -> None:
    """Empties the glyphs of ``gone`` codes in the program that ``fonts`` share; a damaged program stays as it is."""
    file = _file(next(iter(fonts.values())))
    try:
        program = _program(source.read(file))
        lost = {glyph for key, font in fonts.items() for glyph in _glyphs(source, font, program, gone.get(key, set()))}
        kept = {glyph for key, font in fonts.items() for glyph in _glyphs(source, font, program, used[key])}
        changed = program.blank(lost, kept)
    except (*DAMAGE, struct.error):
        return
    if changed:
        file.write(bytes(program.data))


def _glyphs(source: Source, entry: Any, program: Program | Type1Program, codes: set[bytes]) -> Iterator[int]:
    font = source.font(entry)
    if font.cid is None:
        names = _names(entry)
        for code in codes:
            yield from program.glyphs_of_code(code[0], names.get(code[0], ""), font.glyphs[code][0])
        return
    mapping = entry.DescendantFonts[0].get("/CIDToGIDMap")
    table = source.read(mapping) if isinstance(mapping, pikepdf.Stream) else b""
    for code in codes:
        cid = font.cid(code)
        yield int.from_bytes(table[2 * cid : 2 * cid + 2], "big") if table else program.glyph_of_cid(cid)


def _names(entry: Any) -> dict[int, str]:
    """Glyph names by code, as far as the dictionary of a simple font gives them."""
    encoding = entry.get("/Encoding")
    differences = encoding.get("/Differences") if isinstance(encoding, pikepdf.Dictionary) else None
    found: dict[int, str] = {}
    code = 0
    for item in [] if differences is None else list(differences):
        if isinstance(item, int):
            code = item
        else:
            found[code] = str(item).lstrip("/")
            code += 1
    return found


def _prune_font(source: Source, font: Any, used: set[bytes], gone: set[bytes]) -> None:
    stream = font.get("/ToUnicode")
    if isinstance(stream, pikepdf.Stream):
        texts = cmaps.parse(stream.read_bytes()).texts
        font.ToUnicode = source.pdf.make_stream(to_unicode({code: text for code, text in texts.items() if code in used}))
    procedures, names = font.get("/CharProcs"), _names(font)
    if isinstance(procedures, pikepdf.Dictionary):
        kept = {names.get(code[0]) for code in used}
        for name in {names.get(code[0]) for code in gone} - kept:
            if name and "/" + name in procedures:
                del procedures["/" + name]
    loaded = source.font(font)
    if loaded.cid is not None:
        _prune_cids(source, font.DescendantFonts[0], {loaded.cid(code) for code in gone} - {loaded.cid(code) for code in used})
    encoding = font.get("/Encoding")
    if isinstance(encoding, pikepdf.Dictionary) and "/Differences" in encoding and not isinstance(encoding, pikepdf.Stream):
        encoding.Differences = pikepdf.Array(_differences(list(encoding.Differences), {code[0] for code in gone if len(code) == 1}))
    descriptor = font.get("/FontDescriptor")
    if isinstance(descriptor, pikepdf.Dictionary) and "/CharSet" in descriptor:
        del descriptor["/CharSet"]


def _prune_cids(source: Source, inner: Any, gone: set[int]) -> None:
    """Takes CIDs out of the tables that list them; they can be glyph numbers of a font that everybody has."""
    if "/W" in inner:
        inner.W = pikepdf.Array(_widths(list(inner.W), gone))
    mapping = inner.get("/CIDToGIDMap")
    if isinstance(mapping, pikepdf.Stream):
        table = bytearray(source.read(mapping))
        for cid in gone:
            table[2 * cid : 2 * cid + 2] = b"\0\0"[: max(0, len(table) - 2 * cid)]
        mapping.write(bytes(table))
    descriptor = inner.get("/FontDescriptor")
    if isinstance(descriptor, pikepdf.Dictionary) and "/CIDSet" in descriptor:
        del descriptor["/CIDSet"]


def _widths(rows: list[Any], gone: set[int]) -> list[Any]:
    """A W array without the CIDs ``gone`` where it lists them one by one."""
    kept: list[Any] = []
    position = 0
    while position + 1 < len(rows):
        if not isinstance(rows[position + 1], pikepdf.Array):
            kept += rows[position : position + 3]
            position += 3
            continue
        first, listed = int(rows[position]), list(rows[position + 1])
        start = 0
        for step in range(len(listed) + 1):
            if step == len(listed) or first + step in gone:
                if step > start:
                    kept += [first + start, pikepdf.Array(listed[start:step])]
                start = step + 1
        position += 2
    return kept


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
