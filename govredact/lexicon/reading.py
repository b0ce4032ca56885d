"""The text form of a list: bytes to header and rows. Knows lines and cells, not what they mean.

A list is a text file. First a block of ``# key: value`` lines, then either a column line and tab-separated rows, or one
word a line. Later lines that begin with ``#`` are comments; a word that begins with ``#`` is written ``\\#``.
"""

from __future__ import annotations

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    # Takes line, level, code, message.
    Report = Callable[[int, str, str, str], None]

# Columns by their English and Chinese names.
COLUMNS = {
    "word": "word",
    "label": "label",
    "field": "field",
    "entity": "entity",
    "category": "category",
    "severity": "severity",
    "action": "action",
    "suggestion": "suggestion",
    "valid_from": "valid_from",
    "valid_to": "valid_to",
    "boundary": "boundary",
    "variants": "variants",
    "allow": "allow",
    "词": "word",
    "词语": "word",
    "标签": "label",
    "字段": "field",
    "实体": "entity",
    "类别": "category",
    "级别": "severity",
    "处理": "action",
    "建议": "suggestion",
    "生效日期": "valid_from",
    "失效日期": "valid_to",
    "边界": "boundary",
    "变体": "variants",
    "放行": "allow",
}
_KEYS = {"名称": "name", "用途": "purpose", "来源": "source", "许可": "licence", "license": "licence", "日期": "date", "种类": "kind"}
_WORDS = ("word", "label")
_ABOUT = ("name", "purpose", "source", "licence", "date", "kind")


# One data line: its number from 1, its word, and the other cells, joined by tabs as they stand.
Row = tuple[int, str, str]


class Sheet:
    """A list as text: header, its lines, the kind that the columns tell, the names of the columns besides the word, rows."""

    __slots__ = ("columns", "header", "header_lines", "kind", "rows")

    def __init__(self, header: dict[str, str], lines: dict[str, int], kind: str, columns: tuple[str, ...], rows: Iterator[Row]) -> None:
        self.header = header
        self.header_lines = lines
        self.kind = kind
        self.columns = columns
        self.rows = rows


def decode(data: bytes, report: Report) -> str:
    """The text of a list file: UTF-8 with or without BOM; UTF-16 with BOM and GB18030 are read with a warning."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        report(1, "warning", "encoding", "the file is UTF-16; save it as UTF-8")
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        report(line, "error", "binary", "the file holds NUL bytes and is no text; save the list as a UTF-8 text file (not as a workbook)")
        return ""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _decode_chinese(data, line, report)


def _decode_chinese(data: bytes, line: int, report: Report) -> str:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        report(line, "error", "encoding", "the line is neither UTF-8 nor GBK; save the list as UTF-8")
        return ""
    report(line, "warning", "encoding", "the file is not UTF-8 and was read as GBK (GB18030); save it as UTF-8")
    return text


def read(text: str, report: Report) -> Sheet:
    """Splits ``text`` into header and rows; the rows are read while they are iterated."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    header, header_lines, first = _header(lines)
    columns = _columns(lines[first], first + 1, report) if first < len(lines) else []
    if not columns:
        return Sheet(header, header_lines, "", (), _plain_rows(lines, first))
    kind = "label" if "label" in columns else "keyword"
    at = next((at for at, name in enumerate(columns) if name in _WORDS), 0)
    others = tuple("" if name in _WORDS else name for name in columns[:at] + columns[at + 1 :])
    return Sheet(header, header_lines, kind, others, _rows(lines, first + 1, at))


def _header(lines: list[str]) -> tuple[dict[str, str], dict[str, int], int]:
    """The ``# key: value`` lines above the first row, and the index of that row."""
    header: dict[str, str] = {}
    at: dict[str, int] = {}
    for index, line in enumerate(lines):
        if line.strip() and not line.startswith("#"):
            return header, at, index
        name, colon, value = line[1:].replace("：", ":", 1).partition(":")
        name = name.strip()
        if colon and name.isidentifier():
            key = _KEYS.get(name, COLUMNS.get(name, name.lower()))
            header[key] = value.strip()
            at[key] = index + 1
    return header, at, len(lines)


def is_header_key(key: str) -> bool:
    """Whether a ``# key: value`` line with this key means something: about the list, or a default for one of its columns."""
    return key in _ABOUT or (key in COLUMNS and key not in _WORDS)


def _columns(line: str, number: int, report: Report) -> list[str]:
    """The column names, if ``line`` is a column line; [] where it is the first word of a plain list."""
    cells = [cell.strip().lower() for cell in line.split("\t")]
    names = [COLUMNS.get(cell, "") for cell in cells]
    if len(cells) == 1 and names[0] not in _WORDS:
        return []
    for cell, name in zip(cells, names, strict=True):
        if not name:
            report(number, "error", "column", f"unknown column {cell!r}{suggestion(cell, COLUMNS)}")
    if all(names):
        _check_columns(names, number, report)
    return names


def _check_columns(names: list[str], number: int, report: Report) -> None:
    if len(set(names)) < len(names):
        report(number, "error", "column", "a column stands twice in the column line")
    if len(set(_WORDS) & set(names)) != 1:
        report(number, "error", "column", "the column line needs either the column word (keywords) or label (labels)")


def _plain_rows(lines: list[str], first: int) -> Iterator[Row]:
    for number, line in enumerate(lines[first:], first + 1):
        word = line.strip()
        if word and word[0] != "#":
            yield number, word, ""


def _rows(lines: list[str], first: int, at: int) -> Iterator[Row]:
    for number, line in enumerate(lines[first:], first + 1):
        if line[:1] == "#" or not line or line.isspace():
            continue
        if at:
            cells = line.split("\t")
            word = cells.pop(at) if at < len(cells) else ""
            yield number, word.strip(), "\t".join(cells)
        else:
            word, _, rest = line.partition("\t")
            yield number, word.strip(), rest


def cells(row: Row, columns: tuple[str, ...], report: Report) -> dict[str, str] | None:
    """The filled cells of a row by column name, stripped; None after a report where there are more cells than columns."""
    parts = [part.strip() for part in row[2].split("\t")]
    extra = sum(1 for part in parts[len(columns) :] if part)
    if extra:
        report(row[0], "error", "cells", f"{extra} more cells than columns; check the tabs of this line")
        return None
    return {name: part for name, part in zip(columns, parts, strict=False) if part and name}


def suggestion(word: str, known: Iterable[str]) -> str:
    """``"; did you mean …?"`` with the nearest of ``known`` names, or the whole choice where it is short."""
    import difflib  # only needed to help after a mistake

    names = sorted(known)
    for spelling in (word, word.upper(), word.lower()):
        near = difflib.get_close_matches(spelling, names, n=1, cutoff=0.5)
        if near:
            return f"; did you mean {near[0]}?"
    return f"; choose one of {', '.join(names)}" if len(names) <= 8 else ""
