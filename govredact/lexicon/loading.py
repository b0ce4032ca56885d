"""Lists from files: ``load`` gives a Lexicon or raises at the first error, ``check`` collects every problem."""

from __future__ import annotations

import os

from govredact.errors import LexiconError
from govredact.lexicon import values
from govredact.lexicon.model import BOUNDARIES, LAYERS, Entry, Lexicon, Problem
from govredact.lexicon.places import shipped_file
from govredact.lexicon.reading import cells, decode, is_header_key, read, suggestion
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from govredact.lexicon.reading import Report, Row, Sheet

SHIPPED = ("labels", "approval", "fraud", "gambling", "hijack", "obscene", "health", "status", "typos")


def load(path: str, layer: str = "office") -> Lexicon:
    """The list in the file ``path`` as part of ``layer`` (see ``LAYERS``).

    LexiconError (with ``path``, ``line`` and ``problem``) for a file that cannot be read or has an error in it; warnings are
    for ``check``.
    """
    if layer not in LAYERS:
        raise LexiconError(f"unknown layer {layer!r}{suggestion(layer, LAYERS)}", kind="layer", path=path, line=0, problem="layer")
    return _loaded(_bytes(path), path, layer, _raiser(path))


def loads(data: bytes | str, name: str, layer: str = "office") -> Lexicon:
    """The list in ``data`` (for lists that are no files, such as those inside a settings file); errors as for ``load``."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return _loaded(raw, name, layer, _raiser(name))


def check(path: str) -> list[Problem]:
    """All problems of the file ``path`` in order of lines, errors and warnings; an unreadable file is one problem."""
    problems: list[Problem] = []

    def report(line: int, level: str, code: str, message: str) -> None:
        problems.append(Problem(path, line, level, code, message))

    try:
        data = _bytes(path)
    except LexiconError as error:
        return [Problem(path, 0, "error", "unreadable", error.message)]
    lexicon = _loaded(data, path, "office", report)
    if not lexicon.entries and not problems:
        report(1, "warning", "empty_list", "the list holds no words")
    return sorted(problems, key=lambda problem: problem.line)


def shipped(*names: str) -> list[Lexicon]:
    """The lists that come with the program: those named (``"labels"``, ``"gambling"`` …), else all of them."""
    for name in names:
        if name not in SHIPPED:
            message = f"unknown shipped list {name!r}{suggestion(name, SHIPPED)}"
            raise LexiconError(message, kind="name", path=name, line=0, problem="name")
    return [load(shipped_file(f"{name}.tsv"), layer="shipped") for name in names or SHIPPED]


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = f"cannot read the lexicon {path}: {reason}"
        raise LexiconError(message, kind="unreadable", path=path, line=0, problem="unreadable") from None


def _raiser(path: str) -> Report:
    def report(line: int, level: str, code: str, message: str) -> None:
        if level == "error":
            raise LexiconError(f"{path}:{line}: {message}", kind=code, path=path, line=line, problem=code)

    return report


def _loaded(data: bytes, path: str, layer: str, report: Report) -> Lexicon:
    text = decode(data, report)
    sheet = read(text, report)
    name = sheet.header.get("name") or os.path.splitext(os.path.basename(path))[0]
    rows = _Rows(sheet, _kind(sheet, report), name, layer, report)
    rows.take_header()
    return Lexicon(name, rows.kind, layer, tuple(rows.entries(values.all_plain(text))), sheet.header, path)


def _kind(sheet: Sheet, report: Report) -> str:
    given = sheet.header.get("kind")
    if given:
        try:
            values.choice("kind", given)
        except values.BadValueError as error:
            report(sheet.header_lines["kind"], "error", error.code, str(error))
            given = ""
    if given and sheet.kind and given != sheet.kind:
        report(sheet.header_lines["kind"], "error", "kind", f"the header says {given}, the columns are those of a {sheet.kind} list")
    return sheet.kind or given or "keyword"


class _Rows:
    """Turns rows into entries: defaults from the header, cells checked, duplicates seen."""

    def __init__(self, sheet: Sheet, kind: str, name: str, layer: str, report: Report) -> None:
        self.kind = kind
        self._sheet = sheet
        self._name = name
        self._layer = layer
        self._report = report
        self._defaults: dict[str, str] = {}
        # Rows differ in little but the word: each distinct remainder is checked once, and kept without its word.
        self._templates: dict[str, tuple[Any, ...]] = {}
        # Word → its entry and line; later ones (of other dates) in a list of their own.
        self._seen: dict[str, tuple[Entry, int]] = {}
        self._repeated: dict[str, list[tuple[Entry, int]]] = {}

    def take_header(self) -> None:
        """Keeps the defaults of the header; reports those that make no sense."""
        for key, cell in self._sheet.header.items():
            line = self._sheet.header_lines[key]
            if key in _PARSERS and cell:
                if self._value(line, key, cell) is not None:
                    self._defaults[key] = cell
            elif not is_header_key(key) and "did you mean" in suggestion(key, _PARSERS):
                self._report(line, "warning", "header", f"unknown key {key!r} in the header{suggestion(key, _PARSERS)}")

    def _value(self, line: int, column: str, cell: str) -> object:
        """The checked value of a cell; None after an error was reported."""
        try:
            return _PARSERS[column](column, cell)
        except values.BadValueError as error:
            self._report(line, "error", error.code, str(error))
            return None

    def entries(self, plain: bool) -> Iterator[Entry]:
        """The entries of the rows; none for a row that has an error or repeats an earlier one.

        ``plain`` says that no word of the file needs folding or holds anything invisible.
        """
        new, kind, templates, seen = tuple.__new__, self.kind, self._templates, self._seen
        for row in self._sheet.rows:
            line, text, rest = row
            if not plain or not text or text[0] == "\\" or len(text) > values.LONGEST:
                text = self._word(line, text)
                if not text:
                    continue
            template = templates.get(rest) or self._template(row)
            if template is None:
                continue
            entry = new(Entry, (kind, text, *template))
            if text in seen and self._repeats(line, entry):
                continue
            seen.setdefault(text, (entry, line))
            if len(text) == 1:
                self._report(line, "warning", "one_character", "a word of one character is found nearly everywhere; write a longer one")
            yield entry

    def _word(self, line: int, cell: str) -> str:
        """The word in ``cell``; empty after an error was reported."""
        try:
            return values.word(cell)
        except values.BadValueError as error:
            self._report(line, "error", error.code, str(error))
            return ""

    def _template(self, row: Row) -> tuple[Any, ...] | None:
        """The fields of an entry behind its word, from the other cells of a row; None after an error was reported."""
        line, _, rest = row
        own = cells(row, self._sheet.columns, self._report)
        if own is None:
            return None
        given = {column: self._value(line, column, cell) for column, cell in (self._defaults | own).items()}
        if None in given.values() or not self._consistent(line, given):
            return None
        template = Entry(self.kind, "", lexicon=self._name, layer=self._layer, **given)[2:]  # type: ignore[arg-type]
        self._templates[rest] = template
        return template

    def _consistent(self, line: int, given: dict[str, object]) -> bool:
        if self.kind == "label" and "field" not in given:
            self._report(line, "error", "field", "the label has no field; fill the column field")
            return False
        boundary = given.get("boundary", "none")
        if boundary not in BOUNDARIES[self.kind]:
            self._report(line, "error", "boundary", f"boundary {boundary} means nothing for a {self.kind}; leave it empty")
            return False
        first, last = given.get("valid_from"), given.get("valid_to")
        if isinstance(first, str) and isinstance(last, str) and first > last:
            self._report(line, "error", "valid_to", f"valid_to {last} is before valid_from {first}")
            return False
        return True

    def _repeats(self, line: int, entry: Entry) -> bool:
        """Whether an earlier line has the same word at the same time; says so, as an error if the two disagree."""
        for earlier, earlier_line in (self._seen[entry.text], *self._repeated.get(entry.text, ())):
            if _apart(entry, earlier):
                continue
            if earlier == entry:
                self._report(line, "warning", "duplicate", f"the word repeats line {earlier_line}; delete one of the two")
            else:
                self._report(line, "error", "duplicate", f"the word stands in line {earlier_line} with other values; keep one of the two")
            return True
        self._repeated.setdefault(entry.text, []).append((entry, line))
        return False


def _apart(one: Entry, other: Entry) -> bool:
    """Whether the two are never in force on the same day."""
    return bool(one.valid_to and one.valid_to < other.valid_from) or bool(other.valid_to and other.valid_to < one.valid_from)


def _text(_column: str, cell: str) -> str:
    return cell


_PARSERS: dict[str, Callable[[str, str], object]] = {
    **dict.fromkeys(("field", "entity", "category", "severity", "action", "boundary"), values.choice),
    "suggestion": _text,
    "valid_from": values.date,
    "valid_to": values.date,
    "variants": values.variants,
    "allow": values.flag,
}
