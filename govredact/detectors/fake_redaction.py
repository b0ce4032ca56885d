"""Text under a cover (虚假遮盖): black on black, white on white, too small to read. Whoever copies it reads it."""

from __future__ import annotations

from govredact.detectors.base import Detector
from govredact.models import Candidate, Observation

_KINDS = frozenset(("covered_text",))
_SCORE = 0.9


def _on_observation(observation: Observation) -> Candidate:
    return Candidate(0, len(observation.text), "FAKE_REDACTION", _SCORE, (observation.kind,), "fake_redaction")


DETECTOR = Detector(
    name="fake_redaction",
    entities=("FAKE_REDACTION",),
    source="GB/T 37964-2019 (a value that can be restored is not de-identified)",
    found=(),
    clean=(),
    observations=_KINDS,
    on_observation=_on_observation,
)
