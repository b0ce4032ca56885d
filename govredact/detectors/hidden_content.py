"""Content that a reader of the printed page does not see (隐藏内容): hidden text and sheets, comments, tracked changes."""

from __future__ import annotations

from govredact.detectors.base import Detector
from govredact.models import Candidate, Observation

_KINDS = frozenset(
    (
        "comment",
        "hidden_cell",
        "hidden_columns",
        "hidden_rows",
        "hidden_sheet",
        "hidden_slide",
        "hidden_text",
        "notes",
        "shape_hidden",
        "tracked_change",
    )
)
_SCORE = 0.9


def _on_observation(observation: Observation) -> Candidate:
    return Candidate(0, len(observation.text), "HIDDEN_CONTENT", _SCORE, (observation.kind,), "hidden_content")


DETECTOR = Detector(
    name="hidden_content",
    entities=("HIDDEN_CONTENT",),
    source="ECMA-376 part 1, 17.3.2.41 (vanish), 17.13 (annotations); clean-up list of the policy",
    found=(),
    clean=(),
    observations=_KINDS,
    on_observation=_on_observation,
)
