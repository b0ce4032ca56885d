"""Pictures that show what is masked: a scan under or over its text layer, a picture under a masked value."""

from __future__ import annotations

from govredact.documents.pdf.geometry import area, bounds, inverse, overlap
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from govredact.documents.pdf.content import Content, Picture
    from govredact.documents.pdf.geometry import Box
    from govredact.documents.pdf.pixels import Share

_INVISIBLE = 3
_SOME, _MOST_OF_PAGE = 0.05, 0.9
# A text layer fits its picture only roughly: so much, as a share of an em, is taken on each side.
_ROUGHLY = 0.15


class Underlay(NamedTuple):
    """A part of a picture that goes with a masked value; ``blank`` says that the picture shows the value and turns black there."""

    picture: Picture
    share: Share
    blank: bool


def pictured(content: Content) -> frozenset[int]:
    """The numbers of the runs that a picture shows to the reader: invisible text on one, and all text behind a picture of the page."""
    if not content.pictures:
        return frozenset()
    behind = _text_is_behind(content)
    return frozenset(
        index
        for index, run in enumerate(content.runs)
        if (run.mode == _INVISIBLE or behind) and any(_holds(picture.box, run.box()) for picture in content.pictures)
    )


def _holds(picture: Box, box: Box) -> bool:
    return overlap(box, picture) > 0.5 * area(box) > 0


def _text_is_behind(content: Content) -> bool:
    """Whether the page is one picture with its text behind it, as some programs that read scans write it."""
    whole = [picture.order for picture in content.pictures if overlap(picture.box, content.box) >= _MOST_OF_PAGE * area(content.box)]
    return bool(whole) and sum(run.order < whole[0] for run in content.runs) > _MOST_OF_PAGE * len(content.runs)


def underlays(content: Content, cuts: Mapping[int, Collection[int]], shown: frozenset[int]) -> Iterator[Underlay]:
    """What of which picture goes with the glyphs ``cuts``; ``shown`` is what ``pictured`` says.

    A picture that was laid over text to hide it stays as it is.
    """
    for index in cuts:
        run = content.runs[index]
        box = run.box(min(cuts[index]), max(cuts[index]) + 1)
        near = [picture for picture in content.pictures if overlap(box, picture.box) > _SOME * area(box)]
        if not near:
            continue
        blank = index in shown
        glyphs = run.boxes()
        margin = run.baseline()[4] * _ROUGHLY if blank else 0.0
        boxes = [box] if blank else [glyphs[glyph] for glyph in cuts[index]]
        for picture in near:
            if blank or picture.order < run.order:
                yield from (Underlay(picture, _share(picture, each, margin), blank) for each in boxes)


def _share(picture: Picture, box: Box, margin: float) -> Share:
    """Where ``box`` lies in the picture, which fills the unit square of its own space and counts its rows from the top."""
    x0, y0, x1, y1 = bounds(inverse(picture.matrix), box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin)
    return x0, 1 - y1, x1, 1 - y0
