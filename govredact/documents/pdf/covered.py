"""Text that is in the file and not to be seen: under a filled box or a picture, in the colour of the paper, invisible.

Each glyph is judged by itself: who blackens a value in a line of text covers a part of one run.
"""

from __future__ import annotations

from govredact.documents.pdf.geometry import area, overlap
from govredact.documents.pdf.hatching import DENSE, Surroundings
from govredact.documents.pdf.underlays import pictured
from govredact.models import Location, Observation
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govredact.documents.pdf.content import Content, Paint, Run
    from govredact.documents.pdf.geometry import Box

_INVISIBLE, _CLIP_ONLY = 3, 7
_MOST = 0.6
# A paint thinner than this share of an em is a rule of a table or under a word, and covers no glyph.
_THIN = 0.35
# Nobody reads text of this height, in points.
_TINY = 1.5
# A difference of colours, over three channels, that nobody sees.
_SAME = 0.06
# The share of a glyph's box on each side that is its edge.
_EDGE = 0.2
_HIDDEN, _COVERED, _OFF_PAGE = frozenset(("hidden",)), frozenset(("covered",)), frozenset(("off_page",))
_NONE: frozenset[str] = frozenset()


class Stretch(NamedTuple):
    """Glyphs [first, last) of a run that nobody sees; ``traits`` is ``covered``, ``hidden`` or ``off_page``."""

    first: int
    last: int
    traits: frozenset[str]


# By the number of the run; runs of which all is visible are left out.
Unseen = dict[int, list[Stretch]]


def unseen_glyphs(content: Content) -> Unseen:
    """What of each run a reader of the page does not see."""
    found: Unseen = {}
    around = Surroundings(content)
    layer = pictured(content)
    for index, run in enumerate(content.runs):
        if (
            not run.hidden
            and not content.paints
            and not content.strokes
            and run.color != (1.0, 1.0, 1.0)
            and run.mode == 0
            and _inside(run, content.box)
        ):
            continue
        stretches = _stretches(run, content.box, around, index in layer)
        if stretches:
            found[index] = stretches
    return found


def whole(run: Run, stretches: Sequence[Stretch]) -> frozenset[str]:
    """The trait of ``run`` where none of it is seen; nothing where a part of it is."""
    return stretches[0].traits if len(stretches) == 1 and stretches[0].last - stretches[0].first == len(run.codes) else _NONE


def _inside(run: Run, box: Box) -> bool:
    x, y, _, _, em = run.baseline()
    return run.clip is None and em > _TINY and box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _stretches(run: Run, page: Box, around: Surroundings, pictured: bool) -> list[Stretch]:
    box = run.box()
    if run.hidden or (run.mode in (_INVISIBLE, _CLIP_ONLY) and not pictured):
        return [Stretch(0, len(run.codes), _HIDDEN)]
    if overlap(box, page) <= 0 or (run.clip is not None and overlap(box, run.clip) <= 0 and area(box) > 0):
        return [Stretch(0, len(run.codes), _OFF_PAGE)]
    em = run.baseline()[4]
    if em <= _TINY and not pictured:
        return [Stretch(0, len(run.codes), _HIDDEN)]
    thin = _THIN * em
    near = [paint for paint in around.paints(box) if _thickness(paint.box) > thin]
    if pictured:
        # A picture shows what its text layer says; only what lies over both hides it.
        near = [paint for paint in near if not paint.picture]
    hatched = around.has_lines and around.lines_over(box, run.order) >= DENSE
    if near or hatched:
        return _joined([_judged(run, glyph, near, around if hatched else None, pictured) for glyph in run.boxes()])
    if pictured:
        return []
    return [Stretch(0, len(run.codes), _HIDDEN)] if _is_unseen(run, box, near) else []


def _thickness(box: Box) -> float:
    return min(box[2] - box[0], box[3] - box[1])


def _judged(run: Run, box: Box, paints: list[Paint], around: Surroundings | None, pictured: bool) -> frozenset[str] | None:
    """The trait of the glyph in ``box``; None for one without width or with few lines, which goes with the glyph before it."""
    size = _MOST * area(box)
    if size <= 0:
        return None
    if any(paint.order > run.order and overlap(box, paint.box) > size for paint in paints):
        return _COVERED
    lines = 0 if around is None else around.lines_over(_inner(box), run.order)
    if lines:
        # A narrow character between others that are hatched has fewer lines over it.
        return _COVERED if lines >= DENSE else None
    return _HIDDEN if not pictured and _is_unseen(run, box, paints) else _NONE


def _inner(box: Box) -> Box:
    """The middle of a glyph, where underlining and the borders of cells do not come."""
    x0, y0, x1, y1 = box
    width, height = (x1 - x0) * _EDGE, (y1 - y0) * _EDGE
    return x0 + width, y0 + height, x1 - width, y1 - height


def _joined(verdicts: list[frozenset[str] | None]) -> list[Stretch]:
    found: list[Stretch] = []
    last = _NONE
    for glyph, verdict in enumerate(verdicts):
        traits = last if verdict is None else verdict
        if traits and found and found[-1].last == glyph and found[-1].traits == traits:
            found[-1] = found[-1]._replace(last=glyph + 1)
        elif traits:
            found.append(Stretch(glyph, glyph + 1, traits))
        last = traits
    return found


def _is_unseen(run: Run, box: Box, paints: list[Paint]) -> bool:
    """Whether the text has the colour of what lies under it (the paper is white)."""
    if run.color is None:
        return False
    ground: tuple[float, float, float] | None = (1.0, 1.0, 1.0)
    for paint in paints:
        if paint.order < run.order and overlap(box, paint.box) > _MOST * area(box):
            ground = paint.color
    return ground is not None and sum(abs(one - other) for one, other in zip(run.color, ground, strict=True)) < _SAME


def observations(content: Content, unseen: Unseen, part: str, page: int) -> Iterator[Observation]:
    """One Observation for each row of neighbouring glyphs that a reader does not see and a copy gives away.

    Text off the page or in a layer that is switched off is ``hidden_text``; text under a cover, of the colour of its
    ground or invisible is ``covered_text``. ``unseen`` is what ``unseen_glyphs`` says.
    The text layer of a scan is not: its page is a picture that shows it.
    """
    if not unseen:
        return
    group: list[tuple[int, Stretch]] = []
    kind = ""
    for index, stretches in unseen.items():
        for stretch in stretches:
            found = _kind(content.runs[index], stretch.traits)
            if group and (found != kind or not _goes_on(content.runs, group[-1], (index, stretch))):
                yield from _observation(content, group, kind, part, page)
                group = []
            kind = found
            group.append((index, stretch))
    yield from _observation(content, group, kind, part, page)


def _kind(run: Run, traits: frozenset[str]) -> str:
    return "hidden_text" if traits is _OFF_PAGE or run.hidden else "covered_text"


def _goes_on(runs: list[Run], last: tuple[int, Stretch], following: tuple[int, Stretch]) -> bool:
    """Whether nothing that can be seen stands between two stretches, and they are in one row."""
    (before, left), (after, right) = last, following
    if before == after:
        return left.last == right.first
    between = [run.text for run in runs[before + 1 : after]]
    ends = left.last == len(runs[before].codes) and right.first == 0
    return ends and not any(between) and abs(runs[before].baseline()[1] - runs[after].baseline()[1]) < 1.0


def _observation(content: Content, group: list[tuple[int, Stretch]], kind: str, part: str, page: int) -> Iterator[Observation]:
    runs = [content.runs[index] for index, _ in group]
    leaves, texts, boxes = [], [], []
    for run, (index, stretch) in zip(runs, group, strict=True):
        start, end = run.offset_of(stretch.first), run.offset_of(stretch.last)
        leaves.append(((part, index), start, end))
        texts.append(run.text[start:end])
        boxes.append(run.box(stretch.first, stretch.last))
    text = "".join(texts)
    # A mask that stands under a cover hides nothing.
    if not any(character.isalnum() for character in text):
        return
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    x0, y0, x1, y1 = (round(value, 2) for value in box)
    yield Observation(kind, Location("pdf", page=page + 1, boxes=((x0, y0, x1, y1),)), text, tuple(leaves))
