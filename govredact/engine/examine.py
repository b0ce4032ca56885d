"""Opens a document with all its members, scans every passage, and gathers what was found where.

What is kept per finding is slim: the candidate.
"""

from __future__ import annotations

import time

from govredact.documents import open_document
from govredact.documents.base import FileNamePassage
from govredact.engine.decoded import DecodedText
from govredact.engine.scanned import Scanned
from govredact.errors import DocumentError, LimitExceededError
from govredact.models import Gap
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.documents import Document, Limits
    from govredact.engine.found import AllFound
    from govredact.engine.plan import Plan
    from govredact.models import Passage


class Unit(NamedTuple):
    """One document: the file itself (``member`` is None) or something embedded in it.

    ``parent`` is the number of the unit that holds it and ``inner`` its name there.
    """

    member: str | None
    document: Document
    found: AllFound
    parent: int = -1
    inner: str = ""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages that were scanned, in order."""
        return self.found.passages


class _Opened(NamedTuple):
    member: str | None
    document: Document
    parent: int = -1
    inner: str = ""


class Examined(NamedTuple):
    """Everything that was read of one file."""

    units: tuple[Unit, ...]
    places: int
    gaps: tuple[Gap, ...]

    @property
    def format(self) -> str:
        """The format of the file itself."""
        return self.units[0].document.format


def examine(plan: Plan, data: bytes, name: str, limits: Limits, everything: bool = False) -> Examined:
    """Reads and scans ``data``; DocumentError when the file itself cannot be read. ``everything`` as for ``repeated``."""
    deadline = time.monotonic() + limits.seconds
    gaps: list[Gap] = []
    places = 0
    units = []
    for opened in _open(data, name, limits, gaps):
        member, document = opened.member, opened.document
        unit = _scan_unit(plan, opened, member or name, deadline, everything)
        units.append(unit)
        read, unread = document.coverage
        places += read
        gaps.extend(gap if member is None else gap._replace(place=f"{member}: {gap.place}") for gap in unread)
    return Examined(tuple(units), places, tuple(gaps))


def _open(data: bytes, name: str, limits: Limits, gaps: list[Gap]) -> Iterator[_Opened]:
    """The file and its members, depth first; a member that cannot be read becomes a blocking gap."""
    document = open_document(data, name, limits)
    yield _Opened(None, document)
    count = 1
    pending = [(f"{member.name}", member, 1, 0) for member in document.members()]
    while pending:
        path, member, depth, parent = pending.pop(0)
        if depth > limits.max_depth:
            gaps.append(Gap(path, "depth", True))
            continue
        try:
            inner = open_document(member.read(), member.name, limits)
        except DocumentError as error:
            gaps.append(Gap(path, error.code, True))
            continue
        yield _Opened(path, inner, parent, member.name)
        pending[:0] = [(f"{path}/{deeper.name}", deeper, depth + 1, count) for deeper in inner.members()]
        count += 1


def _scan_unit(plan: Plan, opened: _Opened, name: str, deadline: float, everything: bool) -> Unit:
    document = opened.document
    scanned = Scanned(plan, name, document)
    scanned.add(FileNamePassage(name.replace("\\", "/").rsplit("/", 1)[-1], document.format))
    for passage in document.passages():
        if time.monotonic() > deadline:
            raise LimitExceededError("reading took longer than the time limit of the policy (limits.seconds)", limit="seconds")
        scanned.add(passage)
    return Unit(opened.member, document, scanned.found(everything), opened.parent, opened.inner)


def examine_text(plan: Plan, text: str, everything: bool = False) -> Examined:
    """Scans a text that is already decoded, as a document of the format ``text`` without a name."""
    document = DecodedText(text)
    scanned = Scanned(plan, "", document)
    for passage in document.passages():
        scanned.add(passage)
    return Examined((Unit(None, document, scanned.found(everything)),), 1, ())
