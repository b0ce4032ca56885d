"""Opens a document with all its members, scans every passage, and gathers what was found where.

What is kept per finding is slim: the candidate, its original span, the value as read and the characters beside it.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from govredact.documents import open_document
from govredact.documents.base import FileNamePassage
from govredact.engine.decoded import DecodedText
from govredact.engine.detect import detect
from govredact.engine.found import Found, make
from govredact.engine.reuse import repeated
from govredact.errors import DocumentError, LimitExceededError
from govredact.models import Gap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.documents import Document, Limits
    from govredact.engine.plan import Plan
    from govredact.models import Passage


class Unit(NamedTuple):
    """One document: the file itself (``member`` is None) or something embedded in it."""

    member: str | None
    document: Document
    passages: tuple[Passage, ...]
    found: tuple[Found, ...]


class Examined(NamedTuple):
    """Everything that was read of one file."""

    units: tuple[Unit, ...]
    places: int
    gaps: tuple[Gap, ...]

    @property
    def format(self) -> str:
        """The format of the file itself."""
        return self.units[0].document.format


def examine(plan: Plan, data: bytes, name: str, limits: Limits) -> Examined:
    """Reads and scans ``data``; DocumentError when the file itself cannot be read."""
    deadline = time.monotonic() + limits.seconds
    gaps: list[Gap] = []
    places = 0
    units = []
    for member, document in _open(data, name, limits, gaps):
        unit = _scan_unit(plan, member, document, member or name, deadline)
        units.append(unit)
        read, unread = document.coverage
        places += read
        gaps.extend(gap if member is None else gap._replace(place=f"{member}: {gap.place}") for gap in unread)
    return Examined(tuple(units), places, tuple(gaps))


def _open(data: bytes, name: str, limits: Limits, gaps: list[Gap]) -> Iterator[tuple[str | None, Document]]:
    """The file and its members, depth first; a member that cannot be read becomes a blocking gap."""
    document = open_document(data, name, limits)
    yield None, document
    pending = [(f"{member.name}", member, 1) for member in document.members()]
    while pending:
        path, member, depth = pending.pop(0)
        if depth > limits.max_depth:
            gaps.append(Gap(path, "depth", True))
            continue
        try:
            inner = open_document(member.read(), member.name, limits)
        except DocumentError as error:
            gaps.append(Gap(path, error.code, True))
            continue
        yield path, inner
        pending[:0] = [(f"{path}/{deeper.name}", deeper, depth + 1) for deeper in inner.members()]


def _scan_unit(plan: Plan, member: str | None, document: Document, name: str, deadline: float) -> Unit:
    passages: list[Passage] = [FileNamePassage(name.replace("\\", "/").rsplit("/", 1)[-1], document.format)]
    found = _found(plan, passages[0])
    for passage in document.passages():
        if time.monotonic() > deadline:
            raise LimitExceededError("reading took longer than the time limit of the policy (limits.seconds)", limit="seconds")
        passages.append(passage)
        found.extend(_found(plan, passage))
    found.extend(repeated(passages, found))
    return Unit(member, document, tuple(passages), tuple(found))


def _found(plan: Plan, passage: Passage) -> list[Found]:
    scan, candidates = detect(plan, passage)
    return [make(passage, scan.normalized.span(c.start, c.end), scan.text[c.start : c.end], c) for c in candidates]


def examine_text(plan: Plan, text: str) -> Examined:
    """Scans a text that is already decoded, as a document of the format ``text`` without a name."""
    document = DecodedText(text)
    passages = tuple(document.passages())
    found = [item for passage in passages for item in _found(plan, passage)]
    found.extend(repeated(passages, found))
    return Examined((Unit(None, document, passages, tuple(found)),), 1, ())
