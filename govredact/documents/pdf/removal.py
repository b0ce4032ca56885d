"""A masked copy: glyphs and strings taken out, the rest of the file rebuilt, and the result proved with PDFium."""

from __future__ import annotations

import pikepdf

from govredact.documents.pdf import cuts as cutting
from govredact.documents.pdf import pages, properties, strings
from govredact.documents.pdf.covered import unseen_glyphs
from govredact.documents.pdf.cuts import BOX, STAR, Cuts, Gone
from govredact.documents.pdf.pixels import UndecodableError, overwrite
from govredact.documents.pdf.prune import codes_of, prune
from govredact.documents.pdf.rebuild import rebuild, saved
from govredact.documents.pdf.rewrite import MASK_FONT, ScopeCuts, rewritten, takes_star, with_boxes
from govredact.documents.pdf.source import Source
from govredact.documents.pdf.underlays import pictured, underlays
from govredact.errors import MaskingUnsupportedError, SpanConflictError
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from typing import Any

    from govredact.documents.limits import Limits
    from govredact.documents.pdf.content import Content, Run, Scope
    from govredact.documents.pdf.geometry import Box
    from govredact.documents.pdf.prune import Codes
    from govredact.documents.pdf.underlays import Underlay
    from govredact.models import Edit

_MARKED = "marked "


def write(
    data: bytes, limits: Limits, edits: Sequence[Edit], members: Mapping[str, bytes], *, clean: bool, raster: Collection[int] | None
) -> bytes:
    """The bytes of the masked copy; ``clean`` takes out who made the file.

    The pages ``raster`` (from 0), and others that hold pictures which cannot be masked, become pictures; None where none may.
    Raises SpanConflictError for edits that do not fit the file, MaskingUnsupportedError for what cannot be masked.
    """
    source = Source(data, limits)
    try:
        removal = _Removal(source)
        gone = removal.apply(cutting.grouped(edits))
        _replace_members(source, members)
        if clean:
            properties.clean(source)
        _flatten(source, removal.unmasked, raster)
        written = rebuild(source)
    finally:
        source.close()
    from govredact.documents.pdf.proof import prove

    prove(written, gone)
    return written


def _flatten(source: Source, unmasked: set[int], raster: Collection[int] | None) -> None:
    """Makes pictures of pages, which are masked as far as they can be."""
    if unmasked and (raster is None or min(unmasked) < 0):
        place = "a drawing" if min(unmasked) < 0 else f"page {min(unmasked) + 1}"
        raise MaskingUnsupportedError(f"a picture on {place} shows a value and cannot be masked; nothing was masked", place=place)
    numbers = sorted(unmasked.union(raster or ()))
    if numbers:
        from govredact.documents.pdf.raster import rasterize

        rasterize(source, saved(source.pdf), numbers)


def _replace_members(source: Source, members: Mapping[str, bytes]) -> None:
    if not members:
        return
    seen: dict[str, int] = {}
    for entry in source.dictionaries():
        for name, stream in pages.embedded(entry):
            count = seen[name] = seen.get(name, 0) + 1
            unique = name if count == 1 else f"{name} ({count})"
            if unique in members:
                stream.write(members[unique])
                if "/Params" in stream:
                    # Size and check sum of what is no longer there.
                    del stream["/Params"]


class _Removal:
    """Carries out edits on one open file. A form that is drawn in several places loses the glyphs in all of them."""

    def __init__(self, source: Source) -> None:
        self._source = source
        # By object: a scope of it, and what goes from it in any of its places.
        self._forms: dict[Any, tuple[Scope, ScopeCuts]] = {}
        self._boxes: dict[Any, tuple[list[Box], int]] = {}
        # By object: pieces of its stream that say something and go.
        self._stripped: dict[Any, set[tuple[int, int]]] = {}
        self._codes: Codes = {}
        # What rewritten pages still show; those with forms are read again, since forms lose glyphs for other pages too.
        self._shown: dict[int, Codes] = {}
        # By object of the picture: pages (from 0, -1 for drawings) and what goes from its pixels.
        self._pictures: dict[Any, list[tuple[int, Underlay]]] = {}
        # Pages (from 0) with pictures that show a value and could not be changed.
        self.unmasked: set[int] = set()

    def apply(self, parts: dict[str, list[Edit]]) -> dict[int, list[Gone]]:
        """Applies all edits; returns what went from each page, for the proof."""
        # Before anything else: what is stripped below may hold one of these strings.
        self._replace_strings(parts.get(strings.STRINGS, []))
        found: dict[int, list[Gone]] = {}
        drawings = {part.removeprefix(_MARKED) for part in parts} - {strings.STRINGS}
        for part in sorted(drawings):
            content = self._interpret(part)
            cuts = self._cuts(content, parts.get(part, []), part)
            self._plan(content, cuts, part)
            if part.startswith("page "):
                number = int(part.split()[1]) - 1
                found[number] = cutting.gone(content, cuts)
                if not content.scope.children:
                    self._shown[number] = codes_of(content, cuts)
                # A page is drawn once, so it need not wait in memory for the others; forms do.
                self._rewrite(_key(content.scope))
                del self._forms[_key(content.scope)]
        for key in self._forms:
            self._rewrite(key)
        self._overwrite()
        prune(self._source, self._codes, self._shown)
        return found

    def _interpret(self, part: str) -> Content:
        try:
            return pages.interpret(self._source, part)
        except (ValueError, IndexError, AttributeError) as error:
            raise SpanConflictError("an edit names a part that the file does not have") from error

    def _cuts(self, content: Content, edits: list[Edit], part: str) -> dict[int, Cuts]:
        shown = pictured(content)
        try:
            cuts = cutting.of_edits(content, edits, part, shown)
        except (IndexError, TypeError) as error:
            raise SpanConflictError("an edit reaches beyond the text of its leaf") from error
        page = int(part.split()[1]) - 1 if part.startswith("page ") else -1
        for underlay in underlays(content, cuts, shown):
            entry = underlay.picture.entry
            if entry is not None:
                self._pictures.setdefault(entry.objgen, []).append((page, underlay))
            elif underlay.blank:
                self.unmasked.add(page)
        cutting.add_copies(content, cuts)
        return cuts

    def _overwrite(self) -> None:
        for found in self._pictures.values():
            entry = found[0][1].picture.entry
            try:
                for blank in (False, True):
                    shares = [underlay.share for _, underlay in found if underlay.blank == blank]
                    if shares:
                        overwrite(self._source.pdf, entry, shares, self._source.limits, blank=blank)
            except UndecodableError:
                self.unmasked.update(page for page, _ in found)

    def _plan(self, content: Content, cuts: dict[int, Cuts], part: str) -> None:
        root = content.scope
        boxes: list[Box] = []
        # What nobody sees leaves no box behind: the page looks as it did.
        unseen, shown = unseen_glyphs(content), pictured(content)
        for index, own in cuts.items():
            run = content.runs[index]
            codes = run.codes
            self._codes.setdefault(run.font.key, set()).update(codes[glyph] for glyph in own)
            scope = run.show.scope
            number = next(i for i, show in enumerate(scope.shows) if show is run.show)
            planned = self._forms.setdefault(_key(scope), (scope, {}))[1].setdefault((number, run.item), {})
            for glyph, verdict in own.items():
                planned[glyph] = verdict if planned.get(glyph, verdict) == verdict else BOX
            if index in shown:
                boxes.append(run.box(min(own), max(own) + 1))
                continue
            dark = {glyph for first, last, _ in unseen.get(index, ()) for glyph in range(first, last)}
            boxes.extend(_boxes(run, {glyph: verdict for glyph, verdict in own.items() if glyph not in dark}))
        self._boxes[_key(root)] = (boxes, content.depth)
        self._strip(root, content.runs, cuts)

    def _strip(self, scope: Scope, runs: list[Run], cuts: dict[int, Cuts]) -> None:
        """Texts of marked content go from every stream of a page that changes, but those that say what glyphs that stay show."""
        self._forms.setdefault(_key(scope), (scope, {}))
        self._stripped.setdefault(_key(scope), set()).update(
            (marked.start, marked.end)
            for marked in scope.marked
            if not marked.repeats(runs) or any(index in cuts for index in range(marked.first, marked.last))
        )
        properties = scope.resources.get("/Properties") if scope.resources is not None else None
        if isinstance(properties, pikepdf.Dictionary):
            for entry in properties.values():
                strip_speaking(entry)
        for _, _, _, child in scope.children:
            self._strip(child, runs, cuts)

    def _rewrite(self, key: Any) -> None:
        scope, cuts = self._forms[key]
        boxes, depth = self._boxes.get(key, ([], 0))
        data = with_boxes(rewritten(scope, cuts, self._stripped.get(key, ())), boxes, depth)
        if data == scope.data:
            return
        if isinstance(scope.holder, pikepdf.Stream):
            scope.holder.write(data)
        else:
            scope.holder.Contents = self._source.pdf.make_stream(data)
        if any(STAR in own.values() for own in cuts.values()):
            self._add_font(scope)

    def _add_font(self, scope: Scope) -> None:
        resources = scope.resources
        if resources is None:
            resources = scope.holder.Resources = pikepdf.Dictionary()
        if "/Font" not in resources:
            resources.Font = pikepdf.Dictionary()
        resources.Font["/" + MASK_FONT] = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier, Encoding=pikepdf.Name.WinAnsiEncoding
        )

    def _replace_strings(self, edits: list[Edit]) -> None:
        wanted: dict[Any, list[Edit]] = {}
        for edit in edits:
            wanted.setdefault(edit.leaf[1], []).append(edit)  # type: ignore[index]
        if not wanted:
            return
        changed = []
        for text in list(strings.texts(self._source)):
            own = wanted.pop((text.objgen, text.path, text.kind), None)
            if own is not None:
                if text.kind == "key":
                    raise MaskingUnsupportedError("a name that the file is built on holds a value; it cannot be masked", place=text.key)
                strings.replace(self._source, text.objgen, text.path, _edited(text.text, own))
                changed.append(text)
        for text in changed:
            _drop_rich_text(self._source, text)
        if wanted:
            raise SpanConflictError("an edit names a string that the file does not have")


def strip_speaking(entry: Any) -> None:
    """Takes ActualText, Alt and E out of a dictionary."""
    if isinstance(entry, pikepdf.Dictionary):
        for name in ("/ActualText", "/Alt", "/E"):
            if name in entry:
                del entry[name]


def _drop_rich_text(source: Source, text: strings.Text) -> None:
    """The formatted copy of an annotation's text goes with it; viewers fall back to the plain one."""
    if len(text.path) == 1 and text.path[0] in ("/Contents", "/V", "/DV") and text.objgen != (0, 0):
        entry = source.pdf.get_object(text.objgen)
        for name in ("/RC", "/RV"):
            if name in entry:
                del entry[name]


def _edited(text: str, edits: list[Edit]) -> str:
    """``text`` with edits applied; where two of them meet, the wider one stands."""
    end = len(text)
    for edit in sorted(edits, key=lambda edit: (-edit.start, -edit.end)):
        if edit.end > len(text) or edit.end > end:
            edit = edit._replace(end=min(edit.end, end), replacement="*" * max(0, min(edit.end, end) - edit.start))
        text = text[: edit.start] + edit.replacement + text[edit.end :]
        end = edit.start
    return text


def _key(scope: Scope) -> Any:
    return scope.holder.objgen


def _boxes(run: Run, own: Cuts) -> Iterator[Box]:
    """Boxes for neighbouring glyphs that no asterisk replaces; blanks and copies get none."""
    texts = run.texts
    first = -1
    for glyph in range(len(texts) + 1):
        verdict = own.get(glyph)
        boxed = verdict is not None and verdict != cutting.GAP and (verdict == BOX or not takes_star(run))
        if boxed and first < 0:
            first = glyph
        elif not boxed and first >= 0:
            yield run.box(first, glyph)
            first = -1
