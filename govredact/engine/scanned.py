"""One document while it is scanned: its passages one after the other, then what needs the whole of it."""

from __future__ import annotations

from govredact.context.whole import Page, Whole
from govredact.engine.detect import detect, settled_with
from govredact.engine.found import AllFound, Found, Settled
from govredact.engine.observed import ObservedPassage, observed
from govredact.engine.reuse import repeated
from govredact.models import CHECK, JOINED, Observation, Passage
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.documents import Document
    from govredact.engine.plan import Plan
    from govredact.models import Candidate


class Scanned:
    """Collects passages with ``add``; ``found`` gives everything that was found, once the last one was added."""

    def __init__(self, plan: Plan, name: str, document: Document) -> None:
        self._plan = plan
        self._name = name
        self._document = document
        self._pages: list[Page] = []

    def add(self, passage: Passage) -> None:
        """Scans ``passage``."""
        scan, candidates = detect(self._plan, passage)
        if type(passage).traits is not Passage.traits:
            candidates = [c for c in candidates if _may_stand(passage, scan.normalized.span(c.start, c.end)[0], c)]
        self._pages.append(Page(scan, tuple(candidates)))

    def found(self, everything: bool) -> AllFound:
        """What was found in the document, which is asked for once; ``everything`` as for ``repeated``."""
        observations = tuple(self._document.observations())
        noticed = self._in_the_whole(observations)
        settled = tuple(Settled(page.scan.passage, page.scan.normalized, list(page.candidates)) for page in self._pages)
        self._pages.clear()  # labels, tables and the like are not needed any more
        return AllFound(settled, (*repeated(settled, everything), *observed(self._plan, observations), *noticed))

    def _in_the_whole(self, observations: tuple[Observation, ...]) -> list[Found]:
        """Asks the document-scope detectors: what they say of pages goes into these, what they say of observations is returned."""
        whole = Whole(self._name, self._document.format, tuple(self._pages), observations, self._plan.origin)
        numbers = {id(place): number for number, place in enumerate((*whole.pages, *observations))}
        further: dict[int, list[Candidate]] = {}
        noticed: list[Found] = []
        known = {candidate.entity for page in whole.pages for candidate in page.candidates} | {item.kind for item in observations}
        for needs, on_document in self._plan.documents:
            if needs and needs.isdisjoint(known):
                continue
            for place, candidate in on_document(whole):
                number = numbers[id(place)]
                if isinstance(place, Observation):
                    passage = ObservedPassage(place, number - len(whole.pages))
                    start, end = candidate[:2]
                    noticed.append(Found(passage, start, end, place.text[start:end], candidate))
                else:
                    further.setdefault(number, []).append(candidate)
        for number, candidates in further.items():
            page = self._pages[number]
            self._pages[number] = page._replace(candidates=tuple(settled_with(list(page.candidates), candidates)))
        return noticed


def _may_stand(passage: Passage, start: int, candidate: Candidate) -> bool:
    """Whether a number in two cells proves itself, by check digits or as a mobile; an account and the amount beside it do not."""
    if candidate.rank & CHECK or candidate.entity == "CN_MOBILE":
        return True
    return passage.traits(start).isdisjoint(JOINED)
