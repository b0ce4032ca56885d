"""YAML 1.2 in block and flow style: a masked plain scalar that would read as markup is put into single quotes.

Only the scalar that an edit touches is looked at; a full reader is not needed to keep a valid file valid.
"""

from __future__ import annotations

from bisect import bisect_right

from govredact.documents.plain import TextDocument
from govredact.documents.splice import spliced
from govredact.models import Edit
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Quoted scalars of one line, where a replacement is escaped instead.
_QUOTED = lazy.compile(r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"|(?<![^\s,\[{:(-])\'[^\'\n]*(?:\'\'[^\'\n]*)*\'')
_MARKERS = lazy.compile(r"(?:[-?:](?=[ \t]|$)[ \t]*|[!&][^\s,\[\]{}]*[ \t]+)*")
_KEY_END = lazy.compile(r":(?=[ \t]|$)")
_COMMENT = lazy.compile(r"(?:^|(?<=[ \t]))#")
_BLOCK_HEADER = lazy.compile(r"^( *(?:- +)*)(\S[^\n]*)?[|>][-+0-9]{0,2}[ \t]*(?:#[^\n]*)?\r?$", lazy.MULTILINE)
_BEFORE_HEADER = lazy.compile(r"[:?-][ \t]+(?:[!&]\S+[ \t]+)?$")
_UNSAFE = lazy.compile(r"[\[\]{},&*!|>%@`\"'#]|[-?:](?:[ \t]|$)")
_UNSAFE_INSIDE = lazy.compile(r":(?:[ \t]|$)|[ \t]#")
_FLOW = "[]{},"
# A line goes on with the scalar above it unless the text before it ends with one of these.
_OPEN = frozenset(("", ":", "-", ",", "[", "{"))
_OPEN_FLOW = frozenset((",", "[", "{"))
_ABOVE = 4096


class YamlDocument(TextDocument):
    """A YAML file."""

    def fit(self, edits: list[Edit]) -> list[Edit]:
        """Quotes plain scalars that would no longer be plain, escapes replacements in quoted ones."""
        literals = _block_scalars(self.text)
        fitted: list[Edit] = []
        for start, end, touched in _by_line(self.text, edits):
            inside = bisect_right(literals, (start, len(self.text)))
            literal = inside > 0 and start < literals[inside - 1][1]
            fitted += touched if literal else _in_line(self.text, start, end, touched)
        return fitted


def _by_line(text: str, edits: list[Edit]) -> Iterator[tuple[int, int, list[Edit]]]:
    touched: list[Edit] = []
    start = end = -1
    for edit in edits:
        if edit.start > end:
            if touched:
                yield start, end, touched
            start, touched = text.rfind("\n", 0, edit.start) + 1, []
        touched.append(edit)
        end = text.find("\n", edit.end)
        end = len(text) if end < 0 else end
    if touched:
        yield start, end, touched


def _in_line(text: str, start: int, end: int, edits: list[Edit]) -> list[Edit]:
    """The edits of one line; an edit that runs over a line end is left as it is."""
    end -= text[end - 1 : end] == "\r"
    if any(edit.end > end or "\n" in text[edit.start : edit.end] for edit in edits):
        return edits
    quoted = [match.span() for match in _QUOTED.finditer(text, start, end)]
    fitted: list[Edit] = []
    groups: dict[tuple[int, int], list[Edit]] = {}
    for edit in edits:
        around = next((span for span in quoted if span[0] < edit.start and edit.end < span[1]), None)
        if around:
            fitted.append(edit._replace(replacement=_escaped(edit.replacement, text[around[0]])))
        elif scalar := _scalar(text, start, end, edit):
            groups.setdefault(scalar, []).append(edit)
        else:
            fitted.append(edit)
    for scalar, touched in groups.items():
        fitted += _plain(text, scalar, touched)
    return sorted(fitted, key=lambda edit: edit.start)


def _escaped(replacement: str, quote: str) -> str:
    if quote == "'":
        return replacement.replace("'", "''")
    return replacement.replace("\\", "\\\\").replace('"', '\\"')


def _plain(text: str, scalar: tuple[int, int], edits: list[Edit]) -> list[Edit]:
    masked = spliced(text, edits, *scalar)
    flow = any(char in edit.replacement for edit in edits for char in _FLOW)
    if not masked or not (_UNSAFE.match(masked) or _UNSAFE_INSIDE.search(masked) or flow):
        return edits
    return [Edit(0, *scalar, "'" + masked.replace("'", "''") + "'")]


def _scalar(text: str, start: int, end: int, edit: Edit) -> tuple[int, int] | None:
    """The plain scalar of the line that holds ``edit``; None in comments and on continuation lines."""
    first = start + len(text[start:end]) - len(text[start:end].lstrip(" \t"))
    above = text[max(0, start - _ABOVE) : start].rstrip()[-1:]
    if above not in _OPEN and not _KEY_END.search(text, first, end) and not text.startswith(("- ", "[", "{"), first):
        return None
    comment = next((m.start() for m in _COMMENT.finditer(text, start, end) if m.start() >= first), end)
    if edit.start >= comment:
        return None
    for left, right in _tokens(text, first, comment, depth=int(above in _OPEN_FLOW)):
        if left <= edit.start and edit.end <= right:
            return left, right
    return None


def _tokens(text: str, start: int, end: int, depth: int) -> Iterator[tuple[int, int]]:
    """The plain scalars of a line: keys, values, and items at a ``depth`` of brackets above 0."""
    position = start
    while position < end:
        marks = _MARKERS.match(text, position, end)
        position = marks.end() if marks else position
        token_end = position
        while token_end < end and not _ends_token(text, token_end, end, flow=depth > 0 or text[position] in "[{"):
            token_end += 1
        stripped = len(text[position:token_end].rstrip(" \t"))
        if stripped:
            yield position, position + stripped
        if token_end < end:
            depth += (text[token_end] in "[{") - (text[token_end] in "]}")
        position = token_end + 1
        while position < end and text[position] in " \t":
            position += 1


def _ends_token(text: str, position: int, end: int, *, flow: bool) -> bool:
    return bool(_KEY_END.match(text, position, end)) or (flow and text[position] in _FLOW)


def _block_scalars(text: str) -> list[tuple[int, int]]:
    """Spans of the literal and folded scalars, whose lines are never markup."""
    found: list[tuple[int, int]] = []
    for header in _BLOCK_HEADER.finditer(text):
        dashes, before = header[1], header[2] or ""
        if (found and header.start() < found[-1][1]) or not _BEFORE_HEADER.search(dashes + before):
            continue
        # The content is indented more than its key, or than the dash that it hangs on.
        indent = len(dashes) if before else dashes.rfind("-")
        found.append((header.end() + 1, _dedent(text, header.end() + 1, indent)))
    return found


def _dedent(text: str, start: int, indent: int) -> int:
    """The start of the first line from ``start`` that is not empty and indented by no more than ``indent``."""
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
            break
        start = end + 1
    return start
