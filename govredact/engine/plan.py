"""The plan of a scan: which detector is woken by what. Built once an engine, read by every scan."""

from __future__ import annotations

from govredact.context.runs import NO_EVIDENCE, Evidence
from govredact.models import Origin
from govredact.text import patterns
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from govredact.context.runs import Run
    from govredact.context.scan import Scan, Settings, Value
    from govredact.context.whole import Page, Whole
    from govredact.detectors import Detector
    from govredact.lexicon import Matcher
    from govredact.models import Candidate, Observation

    OnRun = Callable[[Scan, Run], Candidate | None]
    OnValue = Callable[[Scan, Value], Iterable[Candidate]]
    OnAnchor = Callable[[Scan, int, int], Iterable[Candidate]]
    OnMatch = Callable[[Scan, re.Match[str]], Iterable[Candidate]]
    OnPassage = Callable[[Scan], Iterable[Candidate]]
    OnObservation = Callable[[Observation], Candidate | None]
    OnSettled = Callable[[Scan, Sequence[Candidate]], Iterable[Candidate]]
    OnDocument = Callable[[Whole], Iterable[tuple[Page | Observation, Candidate]]]


_UNKNOWN = Origin()


class Pattern(NamedTuple):
    """A compiled pattern trigger."""

    expression: re.Pattern[str]
    on_match: OnMatch


class Handlers(NamedTuple):
    """Who looks at a run of one length. Under a label of a detector's own field that detector is asked first, and the others
    only when it found nothing: a label decides before form does (see ``resolve``)."""

    always: tuple[OnRun, ...] = ()
    own: Mapping[str, tuple[OnRun, ...]] = {}


class Plan:
    """Dispatch tables from trigger to detector, and the automaton of labels, keywords and anchors."""

    def __init__(self, detectors: Iterable[Detector], matcher: Matcher, settings: Settings, origin: Origin = _UNKNOWN) -> None:
        self.matcher = matcher
        self.settings = settings
        self.origin = origin
        self.digits: dict[int, Handlers] = {}
        self.tokens: dict[int, Handlers] = {}
        self.values: dict[str, tuple[OnValue, ...]] = {}
        self.anchors: dict[str, tuple[OnAnchor, ...]] = {}
        self.patterns: list[Pattern] = []
        self.passages: list[OnPassage] = []
        self.observers: dict[str, tuple[OnObservation, ...]] = {}
        self.records: list[tuple[frozenset[str], OnSettled]] = []
        self.documents: list[tuple[frozenset[str], OnDocument]] = []
        self._headers: dict[str, Evidence] = {}
        for detector in detectors:
            self._add(detector)
        self.lengths = frozenset(self.digits) | frozenset(self.tokens)

    def _add(self, detector: Detector) -> None:
        if detector.on_run:
            for table, lengths in ((self.digits, detector.digits), (self.tokens, detector.tokens)):
                for length in lengths:
                    table[length] = _extended(table.get(length, Handlers()), detector.on_run, detector)
        if detector.on_value:
            for field in detector.fields:
                self.values[field] = (*self.values.get(field, ()), detector.on_value)
        if detector.on_anchor:
            for anchor in detector.anchors:
                self.anchors[anchor] = (*self.anchors.get(anchor, ()), detector.on_anchor)
        if detector.on_match:
            self.patterns.append(Pattern(patterns.compiled(detector.pattern, 0), detector.on_match))
        if detector.on_passage:
            self.passages.append(detector.on_passage)
        if detector.on_settled:
            self.records.append((detector.needs, detector.on_settled))
        if detector.on_document:
            self.documents.append((detector.needs, detector.on_document))
        if detector.on_observation:
            for kind in detector.observations:
                self.observers[kind] = (*self.observers.get(kind, ()), detector.on_observation)

    def for_origin(self, origin: Origin) -> Plan:
        """This plan for a document of which ``origin`` is known; what it leaves open stays as it was."""
        plan = Plan.__new__(Plan)
        plan.__dict__.update(self.__dict__)
        plan.origin = Origin(*(given or known for given, known in zip(origin, self.origin, strict=True)))
        return plan

    def header_evidence(self, header: str) -> Evidence:
        """The field of a header or label cell that a document gives as a string; the label that ends last counts."""
        known = self._headers.get(header)
        if known is None:
            text = "".join(header.split())
            hits = self.matcher.find(text).labels
            best = max(hits, key=lambda hit: (hit.end, -hit.start), default=None)
            known = Evidence(best.entry.field, best.entry.text, "column") if best else NO_EVIDENCE
            self._headers[header] = known
        return known


def _extended(handlers: Handlers, on_run: OnRun, detector: Detector) -> Handlers:
    own = dict(handlers.own)
    for field in detector.labels:
        own[field] = (*own.get(field, ()), on_run)
    return Handlers(handlers.always if detector.labelled_only else (*handlers.always, on_run), own)
