"""Runs a content stream (ISO 32000-2, 8 and 9) as far as text, its place, and what is painted over it are concerned."""

from __future__ import annotations

from govredact.documents.pdf.content import Content, Marked, Paint, Picture, Run, Scope, Show, Stroke
from govredact.documents.pdf.fonts import CONTRADICTION
from govredact.documents.pdf.geometry import IDENTITY, Box, Matrix, apply, area, bounds, multiply
from govredact.documents.pdf.paths import Path
from govredact.documents.pdf.source import DAMAGE
from govredact.documents.pdf.state import BLACK, State, color
from govredact.documents.pdf.tokens import Dictionary, String, comments, operations
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from govredact.documents.pdf.source import Source

_DEEPEST = 16
_CHECK_EVERY = 4096
# More strokes draw a map and no table; a stroke as wide as this can hide a line of text, in points.
_MOST_STROKES = 20_000
_THICK_STROKE = 3.0


class Interpreter:
    """Interprets the content of one page or appearance stream into ``content``."""

    def __init__(self, source: Source, scope: Scope, box: Box, matrix: Matrix = IDENTITY) -> None:
        self.content = Content(scope, box)
        self._source = source
        self._scope = scope
        self._state = State()
        self._state.ctm = matrix
        self._stack: list[State] = []
        self._tm = self._line = IDENTITY
        self._order = 0
        self._path = Path()
        # For each open marked content: whether its layer is switched off, and the texts that it carries.
        self._marks: list[tuple[bool, list[Marked]]] = []
        self._hidden = False
        self._verbs: dict[bytes, Callable[[list[Any]], None]] = {
            b"q": self._save, b"Q": self._restore, b"cm": self._concat, b"gs": self._ext_state,
            b"BT": self._begin_text, b"Tf": self._set_font, b"Td": self._move, b"TD": self._move_leading, b"Tm": self._set_matrix,
            b"T*": self._next_line, b"Tc": self._number("spacing"), b"Tw": self._number("word"), b"TL": self._number("leading"),
            b"Ts": self._number("rise"), b"Tz": self._set_scale, b"Tr": self._set_mode,
            b"g": self._color, b"rg": self._color, b"k": self._color, b"sc": self._color, b"scn": self._color, b"cs": self._color_space,
            b"re": self._rectangle, b"m": self._begin_path, b"l": self._line_to, b"c": self._line_to, b"v": self._line_to,
            b"y": self._line_to, b"h": self._close_path, b"W": self._clip, b"W*": self._clip, b"n": self._finish(),
            b"f": self._finish(fill=True), b"F": self._finish(fill=True), b"f*": self._finish(fill=True, even_odd=True),
            b"B": self._finish(fill=True, stroke=True), b"B*": self._finish(fill=True, even_odd=True, stroke=True),
            b"b": self._finish(close=True, fill=True, stroke=True),
            b"b*": self._finish(close=True, fill=True, even_odd=True, stroke=True),
            b"S": self._finish(stroke=True), b"s": self._finish(close=True, stroke=True),
            b"w": self._number("line_width"), b"G": self._stroke_color, b"RG": self._stroke_color, b"K": self._stroke_color,
            b"SC": self._stroke_color, b"SCN": self._stroke_color,
            b"BI": self._inline_image, b"sh": self._shading,
            b"BMC": self._begin_mark, b"EMC": self._end_mark,
        }  # fmt: skip

    def run(self) -> Content:
        """Interprets the whole stream; LimitExceededError when the time is over."""
        self._stream()
        if self.content.depth == 0:
            self.content.depth = len(self._stack)
        return self.content

    def _stream(self) -> None:
        verbs = self._verbs
        data = self._scope.data
        self._scope.marked.extend(Marked("%", start, end, decode(data[start + 1 : end])) for start, end in comments(data))
        for count, operation in enumerate(operations(data)):
            if count % _CHECK_EVERY == 0:
                self._source.check()
            operator, operands = operation.operator, operation.operands
            verb = verbs.get(operator)
            try:
                if verb is not None:
                    verb(operands)
                elif operator in (b"Tj", b"TJ", b"'", b'"'):
                    self._show(operator, operands, operation.start, operation.end)
                elif operator == b"Do":
                    self._draw(operands, operation.start, operation.end)
                elif operator in (b"BDC", b"DP"):
                    self._mark(operator, operands)
                elif any(isinstance(value, String) for value in operands):
                    # No viewer knows the operator or shows its text.
                    text = "\n".join(_strings(operands))
                    self._scope.marked.append(Marked("%", operation.start, operation.end, text))
            except DAMAGE:
                # Operands that do not fit: viewers ignore such an operation. What it would have shown is not known.
                self.content.gaps.add("damaged_content")

    # -- graphics state

    def _save(self, _: list[Any]) -> None:
        if len(self._stack) < 512:
            self._stack.append(self._state.copy())

    def _restore(self, _: list[Any]) -> None:
        if self._stack:
            self._state = self._stack.pop()
        elif not self._scope.depth:
            self.content.depth = -1

    def _concat(self, operands: list[Any]) -> None:
        self._state.ctm = multiply(_matrix(operands), self._state.ctm)

    def _ext_state(self, operands: list[Any]) -> None:
        entry = self._source.resource(self._scope.resources, "/ExtGState", operands[0])
        if entry is None:
            return
        self._state.opacity = float(entry.get("/ca", self._state.opacity))
        if str(entry.get("/BM", "/Normal")) not in ("/Normal", "/Compatible"):
            # A highlighter: what lies under it can be read.
            self._state.opacity = 0.0
        font = entry.get("/Font")
        if font is not None:
            self._state.font, self._state.size, self._state.font_name = self._source.font(font[0]), float(font[1]), ""

    def _color(self, operands: list[Any]) -> None:
        self._state.color = color(operands) if all(isinstance(value, float) for value in operands) else None

    def _stroke_color(self, operands: list[Any]) -> None:
        self._state.stroke = color(operands) if all(isinstance(value, float) for value in operands) else None

    def _color_space(self, _: list[Any]) -> None:
        self._state.color = BLACK

    # -- text state

    def _number(self, slot: str) -> Callable[[list[Any]], None]:
        def setter(operands: list[Any]) -> None:
            setattr(self._state, slot, float(operands[-1]))

        return setter

    def _set_scale(self, operands: list[Any]) -> None:
        self._state.scale = float(operands[-1]) / 100.0

    def _set_mode(self, operands: list[Any]) -> None:
        self._state.mode = int(operands[-1])

    def _set_font(self, operands: list[Any]) -> None:
        self._state.size = float(operands[1])
        entry = self._source.resource(self._scope.resources, "/Font", operands[0])
        self._state.font = None if entry is None else self._source.font(entry)
        self._state.font_name = operands[0]

    def _begin_text(self, _: list[Any]) -> None:
        self._tm = self._line = IDENTITY

    def _set_matrix(self, operands: list[Any]) -> None:
        self._tm = self._line = _matrix(operands)

    def _move(self, operands: list[Any]) -> None:
        x, y = operands[-2:]
        a, b, c, d, e, f = self._line
        self._tm = self._line = (a, b, c, d, a * x + c * y + e, b * x + d * y + f)

    def _move_leading(self, operands: list[Any]) -> None:
        self._state.leading = -float(operands[-1])
        self._move(operands)

    def _next_line(self, _: list[Any]) -> None:
        self._move([0.0, -self._state.leading])

    # -- text

    def _show(self, operator: bytes, operands: list[Any], start: int, end: int) -> None:
        state = self._state
        if operator == b'"':
            state.word, state.spacing = float(operands[-3]), float(operands[-2])
        if operator in (b"'", b'"'):
            self._next_line(operands)
        if state.font is None:
            self.content.gaps.add("missing_font")
            return
        given = operands[-1] if operator == b"TJ" else operands[-1:]
        show = Show(self._scope, start, end, operator, operands, [], state.font_name)
        for item in given:
            if isinstance(item, String):
                if item.value:
                    show.items.append(self._run(item.value, show))
            elif isinstance(item, float):
                moved = -item / 1000.0 * state.size
                self._advance(moved if state.font.vertical else moved * state.scale)
                show.items.append(item)
        self._scope.shows.append(show)

    def _run(self, data: bytes, show: Show) -> Run:
        state = self._state
        font = state.font
        if font is None:
            raise TypeError("no font")
        if font.contradicts and not font.contradicts.isdisjoint(data):
            self.content.gaps.add(CONTRADICTION)
        run = Run(font, data, state.size, state.scale, state.spacing, state.word)
        run.matrix = multiply(self._tm, state.ctm)
        run.rise, run.mode, run.color, run.clip = state.rise, state.mode, state.color, state.clip
        run.show, run.item, run.order, run.hidden = show, len(show.items), self._order, self._hidden
        self._order += 1
        self.content.runs.append(run)
        self._advance(run.width)
        return run

    def _advance(self, distance: float) -> None:
        a, b, c, d, e, f = self._tm
        vertical = self._state.font is not None and self._state.font.vertical
        x, y = (c * distance, d * distance) if vertical else (a * distance, b * distance)
        self._tm = (a, b, c, d, e + x, f + y)

    # -- paths and pictures

    def _rectangle(self, operands: list[Any]) -> None:
        self._path.rectangle(self._state.ctm, *operands[-4:])

    def _begin_path(self, operands: list[Any]) -> None:
        self._path.begin(*apply(self._state.ctm, operands[-2], operands[-1]))

    def _line_to(self, operands: list[Any]) -> None:
        self._path.line(*apply(self._state.ctm, operands[-2], operands[-1]))

    def _close_path(self, _: list[Any]) -> None:
        self._path.close()

    def _finish(
        self, *, close: bool = False, fill: bool = False, even_odd: bool = False, stroke: bool = False
    ) -> Callable[[list[Any]], None]:
        """The operation that paints the path, or not, and ends it."""

        def finish(_: list[Any]) -> None:
            path, state = self._path, self._state
            if close:
                path.close()
            if state.opacity > 0.5 and not self._hidden:
                for box in path.covers(even_odd=even_odd) if fill else ():
                    self._paint(box, state.color, picture=False)
                if stroke:
                    self._stroke()
            self._end_path()

        return finish

    def _stroke(self) -> None:
        state, strokes = self._state, self.content.strokes
        a, b, c, d, *_ = state.ctm
        width = state.line_width * abs(a * d - b * c) ** 0.5
        for x0, y0, x1, y1 in self._path.segments:
            if len(strokes) < _MOST_STROKES:
                strokes.append(Stroke(self._order, x0, y0, x1, y1))
            if width > _THICK_STROKE and (abs(x0 - x1) < 0.5 or abs(y0 - y1) < 0.5):
                along, across = (0.0, width / 2) if abs(y0 - y1) < 0.5 else (width / 2, 0.0)
                box = (min(x0, x1) - along, min(y0, y1) - across, max(x0, x1) + along, max(y0, y1) + across)
                self._paint(box, state.stroke, picture=False)
        self._order += 1

    def _paint(self, box: Box, shade: tuple[float, float, float] | None, *, picture: bool) -> None:
        clip = self._state.clip
        if clip is not None:
            box = (max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3]))
        if box[0] < box[2] and box[1] < box[3]:
            self.content.paints.append(Paint(self._order, box, shade, picture))
            self._order += 1

    def _clip(self, _: list[Any]) -> None:
        self._path.clips = True

    def _end_path(self) -> None:
        boxes = self._path.boxes()
        if self._path.clips and boxes:
            x0, y0 = min(box[0] for box in boxes), min(box[1] for box in boxes)
            x1, y1 = max(box[2] for box in boxes), max(box[3] for box in boxes)
            clip = self._state.clip
            self._state.clip = (
                (x0, y0, x1, y1) if clip is None else (max(x0, clip[0]), max(y0, clip[1]), min(x1, clip[2]), min(y1, clip[3]))
            )
        self._path.clear()

    def _inline_image(self, _: list[Any]) -> None:
        self._picture(None)

    def _picture(self, entry: Any) -> None:
        matrix = self._state.ctm
        box = bounds(matrix, 0.0, 0.0, 1.0, 1.0)
        if area(box):
            self.content.pictures.append(Picture(self._order, box, matrix, entry))
        self._paint(box, None, picture=True)

    def _shading(self, _: list[Any]) -> None:
        if self._state.clip is not None:
            self._paint(self._state.clip, None, picture=False)

    # -- marked content and layers

    def _begin_mark(self, _: list[Any]) -> None:
        self._marks.append((False, []))

    def _end_mark(self, _: list[Any]) -> None:
        if self._marks:
            for marked in self._marks.pop()[1]:
                marked.last = len(self.content.runs)
        self._hidden = any(off for off, _ in self._marks)

    def _mark(self, operator: bytes, operands: list[Any]) -> None:
        properties = operands[-1] if operands else None
        off = False
        texts: list[Marked] = []
        if isinstance(properties, Dictionary):
            for key, value, start, end in properties.entries:
                text = "\n".join(_strings([value]))
                if text:
                    texts.append(Marked(key, start, end, text, len(self.content.runs)))
        elif isinstance(properties, str) and operands[0] == "/OC":
            off = self._source.is_off(self._source.resource(self._scope.resources, "/Properties", properties))
        self._scope.marked += texts
        if operator == b"BDC":
            self._marks.append((off, texts))
            self._hidden = any(off for off, _ in self._marks)

    # -- forms and pictures

    def _draw(self, operands: list[Any], start: int, end: int) -> None:
        entry = self._source.resource(self._scope.resources, "/XObject", operands[-1])
        if entry is None:
            return
        subtype = str(entry.get("/Subtype", ""))
        if subtype == "/Image":
            self._picture(entry)
        elif subtype == "/Form":
            self._form(entry, operands[-1], start, end)

    def _form(self, entry: Any, name: str, start: int, end: int) -> None:
        outer, state = self._scope, self._state
        if outer.depth >= _DEEPEST:
            self.content.gaps.add("nesting")
            return
        self._source.drawn.add(entry.objgen)
        scope = Scope(self._source.read(entry), entry, entry.get("/Resources", outer.resources), outer.depth + 1)
        outer.children.append((start, end, name, scope))
        kept = (self._stack, self._tm, self._line, self._path, self._marks, self._hidden)
        self._stack, self._path, self._marks = [], Path(), []
        self._hidden = self._hidden or self._source.is_off(entry.get("/OC"))
        self._marks.append((self._hidden, []))
        self._state = state.copy()
        matrix = entry.get("/Matrix")
        if matrix is not None and len(matrix) == 6:
            self._state.ctm = multiply(_matrix([float(value) for value in matrix]), self._state.ctm)
        self._scope = scope
        self._stream()
        self._scope, self._state = outer, state
        self._stack, self._tm, self._line, self._path, self._marks, self._hidden = kept


def _matrix(operands: list[Any]) -> Matrix:
    a, b, c, d, e, f = operands[-6:]
    return float(a), float(b), float(c), float(d), float(e), float(f)


def _strings(values: list[Any]) -> Iterator[str]:
    """The texts of all strings among operands, those inside arrays and dictionaries included."""
    for value in values:
        if isinstance(value, String):
            yield decode(value.value)
        elif isinstance(value, Dictionary):
            yield from _strings([entry[1] for entry in value.entries])
        elif isinstance(value, list):
            yield from _strings(value)


def decode(data: bytes) -> str:
    """A text string (ISO 32000-2, 7.9.2.2): UTF-16 or UTF-8 with a mark, else nearly Latin-1."""
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", "replace")
    if data.startswith(b"\xff\xfe"):
        return data[2:].decode("utf-16-le", "replace")
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8", "replace")
    return data.decode("latin-1")
