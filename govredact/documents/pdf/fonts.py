"""Fonts as far as text needs them: codes of a string, the text and the advance of each (ISO 32000-2, 9.5 to 9.10).

Text comes from ToUnicode, else from the encoding and the glyph names (simple fonts), else from the character collection
(CID fonts). A glyph whose text nothing tells is ``UNMAPPED``.
"""

from __future__ import annotations

import re
from functools import lru_cache

import pikepdf

from govredact.documents.pdf import cmaps
from govredact.documents.pdf.radicals import folded
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

UNMAPPED = "\ufffd"
# A gap of content: glyphs that show something else than they say.
CONTRADICTION = "contradictory_font"
_SUBSET = re.compile(r"[A-Z]{6}\+")
_DINGBATS = re.compile("Symbol|Dingbats|Wingdings|Webdings", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x1f\x7f]")
_ENCODED = re.compile(rb"dup\s+([0-9]{1,3})\s*/(\S+)\s+put")
_PROGRAM_HEAD = 16 * 1024
_BULLET = "\u25cf"
_THOUSAND = 1000.0
_MOST_WIDTHS = 200_000


class Glyphs(dict[bytes, tuple[str, float]]):
    """(text, advance in thousandths of an em) by code, worked out on first use."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[bytes], tuple[str, float]]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, code: bytes) -> tuple[str, float]:
        text, advance = self._make(code)
        # Some fonts give a blank the code of a tab or a line end; the layout decides where lines end.
        value = self[code] = (_CONTROL.sub(" ", folded(text)), advance)
        return value


class Font:
    """One font: ``split`` cuts a string into codes, ``glyphs`` tells text and advance, ``wide`` that codes have two bytes.

    ``cid`` tells the CID of a code; None for simple fonts. ``contradicts`` are codes of simple fonts that are shown as one letter or
    digit and read as another. ``type3`` says that its sizes mean nothing to other fonts.
    """

    __slots__ = ("cid", "contradicts", "glyphs", "key", "name", "split", "type3", "vertical", "wide")

    def __init__(self, name: str, split: Callable[[bytes], list[bytes]], make: Callable[[bytes], tuple[str, float]]) -> None:
        self.name = name
        # The object that the font was read from.
        self.key: object = None
        self.split = split
        self.glyphs = Glyphs(make)
        self.vertical = self.wide = self.type3 = False
        self.cid: Callable[[bytes], int] | None = None
        self.contradicts: frozenset[int] = frozenset()

    def read(self, data: bytes) -> tuple[str, float, int, int]:
        """Text of a string, the sum of its advances in thousandths of an em, its number of codes and of one-byte blanks."""
        codes = self.split(data)
        glyphs = self.glyphs
        found = [glyphs[code] for code in codes]
        return "".join([text for text, _ in found]), sum([width for _, width in found]), len(codes), codes.count(b" ")


class SimpleFont(Font):
    """A font whose codes are single bytes, which can be looked up without cutting strings into codes."""

    __slots__ = ("_texts", "_widths")

    def __init__(self, name: str, make: Callable[[bytes], tuple[str, float]]) -> None:
        super().__init__(name, one_byte, make)
        found = [self.glyphs[bytes((code,))] for code in range(256)]
        self._texts = [text for text, _ in found]
        self._widths = [width for _, width in found]

    def read(self, data: bytes) -> tuple[str, float, int, int]:
        """As for every font."""
        text = "".join(map(self._texts.__getitem__, data))
        return text, sum(map(self._widths.__getitem__, data)), len(data), data.count(b" ")


def load(font: Any) -> Font:
    """The font that a font dictionary describes; whatever is missing in it reads as unmapped glyphs of half an em."""
    subtype = str(font.get("/Subtype", ""))
    name = _SUBSET.sub("", str(font.get("/BaseFont", "")).lstrip("/"))
    stream = font.get("/ToUnicode")
    to_unicode = cmaps.parse(stream.read_bytes()) if isinstance(stream, pikepdf.Stream) else None
    texts = to_unicode.texts if to_unicode else {}
    if subtype == "/Type0":
        return _composite(font, name, texts)
    return _simple(font, name, texts, subtype)


def one_byte(data: bytes) -> list[bytes]:
    """The codes of a simple font."""
    return [data[i : i + 1] for i in range(len(data))]


def _simple(font: Any, name: str, texts: dict[bytes, str], subtype: str) -> Font:
    encoding = _encoding(font, name, subtype)
    widths = _simple_widths(font, name, encoding)

    def make(code: bytes) -> tuple[str, float]:
        text = texts.get(code) or encoding.get(code[0]) or UNMAPPED
        return text, widths.get(code[0], widths.get(-1, 0.0))

    made = SimpleFont(name, make)
    descriptor = font.get("/FontDescriptor")
    if subtype != "/Type3" and (descriptor is None or not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))):
        made.contradicts = frozenset(code for code, text in encoding.items() if _differ(text, texts.get(bytes((code,)), "")))
    made.type3 = subtype == "/Type3" and not _is_ordinary(font.get("/FontMatrix"))
    return made


def _differ(shown: str, said: str) -> bool:
    """Whether a reader sees another letter or digit than a program reads; only fonts of the viewer's own show what they say."""
    return shown.isascii() and shown.isalnum() and said.isalnum() and folded(said) != shown


def _is_ordinary(matrix: Any) -> bool:
    """Whether glyphs are drawn in thousandths of an em, so that a size means what it means for other fonts."""
    if matrix is None or len(matrix) != 6:
        return False
    a, b, c, d = (_number(value) * _THOUSAND for value in list(matrix)[:4])
    return abs(a - 1) < 0.01 and abs(abs(d) - 1) < 0.01 and b == c == 0


def _encoding(font: Any, name: str, subtype: str) -> dict[int, str]:
    entry = font.get("/Encoding")
    base, differences = ("", []) if entry is None else _base_and_differences(entry)
    embedded = _program_encoding(font) if not base else {}
    if embedded:
        table = embedded
    elif _DINGBATS.search(name) and not base:
        table = {code: chr(code) if chr(code) in "0123456789()[]{}+-.,:;/<=>%!? " else _BULLET for code in range(256)}
    elif subtype == "/Type3" and not base:
        table = {}
    else:
        table = dict(_base_encoding(base or ("WinAnsiEncoding" if subtype == "/TrueType" else "StandardEncoding")))
    code = 0
    for item in differences:
        if isinstance(item, int):
            code = item
            continue
        text = _glyph_text(str(item).lstrip("/"))
        if text:
            table[code] = text
        else:
            table.pop(code, None)
        code += 1
    return table


def _program_encoding(font: Any) -> dict[int, str]:
    """The encoding that an embedded Type 1 program brings along, in the part of it that is plain text."""
    descriptor = font.get("/FontDescriptor")
    program = descriptor.get("/FontFile") if isinstance(descriptor, pikepdf.Dictionary) else None
    if not isinstance(program, pikepdf.Stream):
        return {}
    plain = program.read_bytes()[:_PROGRAM_HEAD]
    found = {int(code): _glyph_text(glyph.decode("latin-1")) for code, glyph in _ENCODED.findall(plain)}
    return {code: text for code, text in found.items() if text}


def _base_and_differences(entry: Any) -> tuple[str, list[Any]]:
    if isinstance(entry, pikepdf.Dictionary):
        return str(entry.get("/BaseEncoding", "")).lstrip("/"), list(entry.get("/Differences", []))
    return str(entry).lstrip("/"), []


@lru_cache(maxsize=8)
def _base_encoding(name: str) -> dict[int, str]:
    from pdfminer.encodingdb import EncodingDB

    return {code: str(text) for code, text in EncodingDB.get_encoding(name).items()}


def _glyph_text(name: str) -> str:
    from pdfminer.encodingdb import name2unicode

    try:
        return name2unicode(name)
    except (KeyError, ValueError):
        return ""


def _number(value: Any, default: float = 0.0) -> float:
    try:
        return float(value)
    except (TypeError, ValueError, ArithmeticError):
        return default


def _simple_widths(font: Any, name: str, encoding: dict[int, str]) -> dict[int, float]:
    """Advances by code in thousandths; key -1 is the advance of codes that have none of their own."""
    listed = font.get("/Widths")
    if listed is None:
        return _standard_widths(name, encoding)
    first = int(_number(font.get("/FirstChar", 0)))
    descriptor = font.get("/FontDescriptor")
    missing = _number(descriptor.get("/MissingWidth", 0)) if descriptor is not None else 0.0
    matrix = font.get("/FontMatrix")
    scale = _number(matrix[0]) * _THOUSAND if matrix is not None and len(matrix) == 6 else 1.0
    widths = {first + step: _number(width) * scale for step, width in enumerate(list(listed)[:256])}
    widths[-1] = missing * scale
    return widths


def _standard_widths(name: str, encoding: dict[int, str]) -> dict[int, float]:
    from pdfminer.fontmetrics import FONT_METRICS

    bold = "-Bold" if "Bold" in name else ""
    if name in FONT_METRICS:
        known = name
    elif "Courier" in name:
        known = "Courier"
    elif "Times" in name:
        known = "Times-Bold" if bold else "Times-Roman"
    else:
        known = "Helvetica" + bold
    metrics: dict[str, Any] = FONT_METRICS[known][1]
    widths = {code: float(metrics.get(text, 0)) for code, text in encoding.items()}
    widths[-1] = 0.0
    return widths


def _composite(font: Any, name: str, texts: dict[bytes, str]) -> Font:
    entry = font.get("/Encoding")
    cmap: Any = cmaps.parse(entry.read_bytes()) if isinstance(entry, pikepdf.Stream) else cmaps.predefined(str(entry).lstrip("/"))
    known = cmap is not None
    cmap = cmap or cmaps.Identity(vertical=False)
    descendants = font.get("/DescendantFonts")
    inner = descendants[0] if descendants is not None and len(descendants) else {}
    vertical = bool(cmap.vertical)
    default, widths = _vertical_advances(inner) if vertical else _cid_widths(inner)
    collection = _collection(inner)

    def make(code: bytes) -> tuple[str, float]:
        cid = cmap.cid(code)
        text = texts.get(code) or (cmap.text(code) or cmaps.collection(collection, vertical).get(cid, "") if known and collection else "")
        return text or UNMAPPED, widths.get(cid, default)

    made = Font(name, cmap.split, make)
    made.vertical, made.wide, made.cid = vertical, True, cmap.cid
    return made


def _collection(inner: Any) -> str:
    info = inner.get("/CIDSystemInfo")
    if not isinstance(info, pikepdf.Dictionary):
        return ""
    name = f"{info.get('/Registry', '')}-{info.get('/Ordering', '')}"
    return "" if name.endswith("-Identity") else name


def _cid_widths(inner: Any) -> tuple[float, dict[int, float]]:
    widths: dict[int, float] = {}
    rows = list(inner.get("/W", []))
    position = 0
    while position + 1 < len(rows) and len(widths) < _MOST_WIDTHS:
        first, second = int(_number(rows[position])), rows[position + 1]
        if isinstance(second, pikepdf.Array):
            widths.update((first + step, _number(width)) for step, width in enumerate(list(second)))
            position += 2
        elif position + 2 < len(rows):
            width = _number(rows[position + 2])
            widths.update(dict.fromkeys(range(first, min(int(_number(second)), first + 0xFFFF) + 1), width))
            position += 3
        else:
            break
    return _number(inner.get("/DW", 1000), 1000.0), widths


def _vertical_advances(inner: Any) -> tuple[float, dict[int, float]]:
    """Advances downwards (negative). W2 is read only in its array form; the default of 1,000 holds for almost all."""
    widths: dict[int, float] = {}
    rows = list(inner.get("/W2", []))
    position = 0
    while position + 1 < len(rows) and len(widths) < _MOST_WIDTHS:
        first, second = int(_number(rows[position])), rows[position + 1]
        if isinstance(second, pikepdf.Array):
            listed = list(second)
            widths.update((first + step, _number(listed[step * 3])) for step in range(len(listed) // 3))
            position += 2
        else:
            advance = _number(rows[position + 2]) if position + 2 < len(rows) else -_THOUSAND
            widths.update(dict.fromkeys(range(first, min(int(_number(second)), first + 0xFFFF) + 1), advance))
            position += 5
    default = inner.get("/DW2")
    return (_number(default[1], -_THOUSAND) if default is not None and len(default) > 1 else -_THOUSAND), widths
