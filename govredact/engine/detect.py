"""From one passage to its candidates: the pass over runs, labels, anchors and patterns, then the settling of conflicts."""

from __future__ import annotations

from govredact.context.runs import PLAIN, Run, broken_runs, celled_runs, grouped_runs
from govredact.context.scan import Scan
from govredact.resolve import resolve
from govredact.text.normalized import NormalizedText
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.engine.plan import Handlers, Plan
    from govredact.models import Candidate, Passage


def detect(plan: Plan, passage: Passage) -> tuple[Scan, list[Candidate]]:
    """The settled candidates of ``passage``, in order; offsets are those of the scan's normalised text."""
    normalized = NormalizedText(passage.text, passage.escapes)
    hits = plan.matcher.find(normalized.text)
    scan = Scan(passage, normalized, hits.labels, hits.keywords, plan.settings, plan.header_evidence)
    found: list[Candidate] = []
    _plain(plan, scan, found)
    _separated(plan, scan, found)
    for pattern in plan.patterns:
        for match in pattern.expression.finditer(scan.text):
            found.extend(pattern.on_match(scan, match))
    for anchor in hits.anchors:
        for on_anchor in plan.anchors[anchor.entry.text]:
            found.extend(on_anchor(scan, anchor.start, anchor.end))
    _values(plan, scan, found)
    for on_passage in plan.passages:
        found.extend(on_passage(scan))
    settled = resolve(found)
    entities = {candidate.entity for candidate in settled}
    asked = [on_settled for needs, on_settled in plan.records if not needs or not needs.isdisjoint(entities)]
    further = [candidate for on_settled in asked for candidate in on_settled(scan, settled)]
    scan.kept.clear()
    return scan, settled_with(settled, further)


def settled_with(settled: list[Candidate], further: list[Candidate]) -> list[Candidate]:
    """``settled`` and ``further`` settled together; one with start, end and entity of a settled candidate takes its place."""
    if not further:
        return settled
    places = {(c.start, c.end, c.entity): c for c in settled}
    places.update({(c.start, c.end, c.entity): c for c in further})
    return resolve(list(places.values()))


def _plain(plan: Plan, scan: Scan, found: list[Candidate]) -> None:
    digits, tokens, evidence = plan.digits, plan.tokens, scan.evidence
    for match in PLAIN.finditer(scan.text):
        value = match[0]
        if value.isdigit():
            handlers = digits.get(len(value))
        else:
            handlers = None if value.isalpha() else tokens.get(len(value))
            value = value.upper()
        if handlers is not None:
            start, end = match.span()
            _ask(handlers, scan, Run(start, end, value, evidence(start, end)), found)


def _separated(plan: Plan, scan: Scan, found: list[Candidate]) -> None:
    for runs in (grouped_runs, broken_runs, celled_runs):
        for run in runs(scan.text, plan.lengths):
            handlers = (plan.digits if run.value.isdigit() else plan.tokens).get(len(run.value))
            if handlers is not None and not scan.spans_cells(run.start, run.end):
                _ask(handlers, scan, run._replace(evidence=scan.evidence(run.start, run.end)), found)


def _ask(handlers: Handlers, scan: Scan, run: Run, found: list[Candidate]) -> None:
    """Adds what the detectors make of ``run``: those whose label stands there first, the others if these found nothing."""
    answered = False
    for on_run in handlers.own.get(run.evidence.field, ()):
        candidate = on_run(scan, run)
        if candidate is not None:
            found.append(candidate)
            answered = True
    if answered:
        return
    for on_run in handlers.always:
        candidate = on_run(scan, run)
        if candidate is not None:
            found.append(candidate)


def _values(plan: Plan, scan: Scan, found: list[Candidate]) -> None:
    wanted = plan.values
    for hit in scan.labels:
        handlers = wanted.get(hit.entry.field)
        if handlers is None:
            continue
        for value in scan.values(hit):
            for on_value in handlers:
                found.extend(on_value(scan, value))
