"""One document under examination, as document-scope detectors see it: its passages with what was settled in each, and its observations."""

from __future__ import annotations

from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from govredact.context.scan import Scan
    from govredact.models import Candidate, Observation, Origin


class Page(NamedTuple):
    """A passage that was scanned; the candidates are settled, in order, with offsets of ``scan.text``."""

    scan: Scan
    candidates: tuple[Candidate, ...]

    def __repr__(self) -> str:
        return f"<Page {self.scan.passage.place!r} {len(self.candidates)} candidates>"


class Whole(NamedTuple):
    """A file or an embedded document. ``pages[0]`` is the file's name where there is one (trait ``file_name``).

    ``origin`` is what the caller knows of where the document comes from; empty fields mean that nothing is known.
    """

    name: str
    format: str
    pages: tuple[Page, ...]
    observations: tuple[Observation, ...]
    origin: Origin

    def __repr__(self) -> str:
        return f"<Whole {self.format} {len(self.pages)} pages>"

    def observed(self, kind: str) -> list[Observation]:
        """The observations of one kind, in order."""
        return [observation for observation in self.observations if observation.kind == kind]
