"""Record scope and document scope: what detectors of these scopes say is settled with everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from govredact.context.scan import Scan, Settings
from govredact.detectors import Detector
from govredact.documents.base import Document
from govredact.engine.plan import Plan
from govredact.engine.scanned import Scanned
from govredact.lexicon import Matcher
from govredact.models import Candidate, Location, Observation, Origin, Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govredact.context.whole import Page, Whole

LINK = Observation("link", Location("html", line=3), "http://example.com/", about={"tag": "a"})


class TwoPages(Document):
    """Two passages and a link."""

    def passages(self) -> Iterator[Passage]:
        yield Passage("one marked text")
        yield Passage("another")

    def observations(self) -> Iterator[Observation]:
        yield LINK


def words(scan: Scan) -> Iterable[Candidate]:
    at = scan.text.find("marked")
    return [Candidate(at, at + 6, "KEYWORD", 0.5, ("word",), "words")] if at >= 0 else []


def roles(scan: Scan, settled: Sequence[Candidate]) -> Iterable[Candidate]:
    return [candidate._replace(role="minor") for candidate in settled]


def everywhere(whole: Whole) -> Iterable[tuple[Page | Observation, Candidate]]:
    assert whole.origin.url == "https://www.example.gov.cn/"
    for page in whole.pages:
        yield page, Candidate(0, 3, "KEYWORD", 0.5, (page.scan.text[:3],), "everywhere")
    for link in whole.observed("link"):
        yield link, Candidate(7, 18, "BAD_LINK", 0.9, (link.about["tag"],), "everywhere")


@pytest.fixture
def scanned() -> Scanned:
    detectors = [
        Detector("words", ("KEYWORD",), "", (), (), on_passage=words),
        Detector("roles", ("KEYWORD",), "", (), (), on_settled=roles),
        Detector("everywhere", ("KEYWORD", "BAD_LINK"), "", (), (), on_document=everywhere),
    ]
    plan = Plan(detectors, Matcher.build([], [], None), Settings(), Origin(url="https://www.example.gov.cn/"))
    scanned = Scanned(plan, "page.html", TwoPages(b"", "text"))
    for passage in TwoPages(b"", "text").passages():
        scanned.add(passage)
    return scanned


def test_a_record_detector_replaces_what_was_settled(scanned: Scanned) -> None:
    marked = [item.candidate for item in scanned.found(everything=False) if item.value == "marked"]
    assert [candidate.role for candidate in marked] == ["minor"]


def test_a_document_detector_adds_to_pages_and_observations(scanned: Scanned) -> None:
    found = list(scanned.found(everything=False))
    assert [(item.value, item.candidate.detector) for item in found] == [
        ("one", "everywhere"),
        ("marked", "words"),
        ("ano", "everywhere"),
        ("example.com", "everywhere"),
    ]
    assert found[-1].passage.locate(7, 18) == LINK.location


@pytest.mark.parametrize(
    ("needs", "asked"),
    [(set(), (2, 1)), ({"KEYWORD"}, (1, 1)), ({"link", "PERSON"}, (0, 1)), ({"PERSON"}, (0, 0))],
)
def test_detectors_of_these_scopes_are_asked_where_there_is_what_they_need(needs: set[str], asked: tuple[int, int]) -> None:
    settled: list[str] = []
    whole: list[str] = []

    def on_settled(scan: Scan, _: Sequence[Candidate]) -> Iterable[Candidate]:
        settled.append(scan.text)
        return []

    def on_document(document: Whole) -> Iterable[tuple[Page | Observation, Candidate]]:
        whole.append(document.name)
        return []

    needing = Detector("needing", ("KEYWORD",), "", (), (), on_settled=on_settled, needs=frozenset(needs), on_document=on_document)
    plan = Plan([Detector("words", ("KEYWORD",), "", (), (), on_passage=words), needing], Matcher.build([], [], None), Settings())
    scanned = Scanned(plan, "page.html", TwoPages(b"", "text"))
    for passage in TwoPages(b"", "text").passages():
        scanned.add(passage)
    scanned.found(everything=False)
    assert (len(settled), len(whole)) == asked
