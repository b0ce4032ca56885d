"""Text that is in the file and not to be seen: under a filled box or a picture, in the colour of the paper, invisible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govredact.documents.pdf.geometry import area, overlap
from govredact.models import Location, Observation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.documents.pdf.content import Content, Paint, Run
    from govredact.documents.pdf.geometry import Box

_INVISIBLE, _CLIP_ONLY = 3, 7
_MOST = 0.6
# A difference of colours, over three channels, that nobody sees.
_SAME = 0.06
_HIDDEN, _COVERED, _OFF_PAGE = frozenset(("hidden",)), frozenset(("covered",)), frozenset(("off_page",))


def hidden_runs(content: Content) -> dict[int, frozenset[str]]:
    """``covered``, ``hidden`` or ``off_page`` by the number of the run; visible ones are left out."""
    found: dict[int, frozenset[str]] = {}
    paints = content.paints
    for index, run in enumerate(content.runs):
        if run.hidden or run.mode in (_INVISIBLE, _CLIP_ONLY):
            found[index] = _HIDDEN
            continue
        if not paints and run.color != (1.0, 1.0, 1.0) and _inside(run, content.box):
            continue
        box = run.box()
        if overlap(box, content.box) <= 0 or (run.clip is not None and overlap(box, run.clip) <= 0 and area(box) > 0):
            found[index] = _OFF_PAGE
        elif any(paint.order > run.order and overlap(box, paint.box) > _MOST * area(box) for paint in paints):
            found[index] = _COVERED
        elif _is_unseen(run, box, paints):
            found[index] = _HIDDEN
    return found


def _inside(run: Run, box: Box) -> bool:
    x, y, *_ = run.baseline()
    return run.clip is None and box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _is_unseen(run: Run, box: Box, paints: list[Paint]) -> bool:
    """Whether the text has the colour of what lies under it (the paper is white)."""
    if run.color is None:
        return False
    ground: tuple[float, float, float] | None = (1.0, 1.0, 1.0)
    for paint in paints:
        if paint.order < run.order and overlap(box, paint.box) > _MOST * area(box):
            ground = paint.color
    return ground is not None and sum(abs(one - other) for one, other in zip(run.color, ground, strict=True)) < _SAME


def observations(content: Content, hidden: dict[int, frozenset[str]], part: str, page: int) -> Iterator[Observation]:
    """One Observation for each row of runs that a reader does not see and a copy gives away.

    Text off the page or in a layer that is switched off is ``hidden_text``; text under a cover, of the colour of its
    ground or invisible is ``covered_text``. ``hidden`` is what ``hidden_runs`` says.
    A text layer behind a scan is invisible by purpose: its page is a picture.
    """
    if not hidden:
        return
    pictures = [paint.box for paint in content.paints if paint.picture]
    group: list[int] = []
    kind = ""
    for index, run in enumerate(content.runs):
        found = _kind(run, hidden.get(index), pictures) if run.text.strip() else ""
        if group and (found != kind or not _same_row(content.runs[group[-1]], run)):
            yield _observation(content, group, kind, part, page)
            group = []
        kind = found
        if found:
            group.append(index)
    if group:
        yield _observation(content, group, kind, part, page)


def _kind(run: Run, traits: frozenset[str] | None, pictures: list[Box]) -> str:
    if traits is None:
        return ""
    if traits is _OFF_PAGE or run.hidden:
        return "hidden_text"
    box = run.box()
    if run.mode == _INVISIBLE and any(overlap(box, picture) > _MOST * area(box) for picture in pictures):
        return ""
    return "covered_text"


def _same_row(last: Run, run: Run) -> bool:
    return abs(last.baseline()[1] - run.baseline()[1]) < 1.0


def _observation(content: Content, group: list[int], kind: str, part: str, page: int) -> Observation:
    runs = [content.runs[index] for index in group]
    boxes = [run.box() for run in runs]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    x0, y0, x1, y1 = (round(value, 2) for value in box)
    leaves = tuple(((part, index), 0, len(run.text)) for index, run in zip(group, runs, strict=True))
    return Observation(kind, Location("pdf", page=page + 1, boxes=((x0, y0, x1, y1),)), "".join([run.text for run in runs]), leaves)
