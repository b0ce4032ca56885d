"""Document properties (文档属性): who made the file, and parts that publication does not need."""

from __future__ import annotations

from govredact.detectors.base import Detector
from govredact.models import Candidate, Observation

_KINDS = frozenset(
    (
        "custom_properties",
        "custom_xml",
        "document_variables",
        "external_data",
        "embedded_file",
        "macro",
        "picture_data",
        "property",
        "signature",
        "thumbnail",
    )
)
_SCORE = 0.9


def _on_observation(observation: Observation) -> Candidate:
    return Candidate(0, len(observation.text), "DOCUMENT_METADATA", _SCORE, (observation.kind,), "document_metadata")


DETECTOR = Detector(
    name="document_metadata",
    entities=("DOCUMENT_METADATA",),
    source="ECMA-376 part 2, clause 11 (core properties); clean-up list of the policy",
    found=(),
    clean=(),
    observations=_KINDS,
    on_observation=_on_observation,
)
