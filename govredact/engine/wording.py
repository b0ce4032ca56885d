"""Corrects misspelt words where their findings say what is right; done on request only, since a program cannot know what was meant."""

from __future__ import annotations

from govredact.engine.rewriting import rewrite
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.engine.examine import Examined
    from govredact.engine.findings import Reported
    from govredact.engine.found import Found
    from govredact.models import Decision


def correct(examined: Examined, reported: Iterable[Reported]) -> tuple[bytes, tuple[Decision, ...]]:
    """The bytes of the file with the suggestions of its TYPO findings in place, and one decision for each; no clean-up."""
    chosen = [item for item in reported if _is_correction(item)]
    data, decisions = rewrite(examined, chosen, _suggested, _keep)
    return data, tuple(decisions)


def _is_correction(item: Reported) -> bool:
    finding = item.finding
    in_name = "file_name" in item.found.passage.traits(item.found.start)
    return finding.entity == "TYPO" and bool(finding.suggestion) and not finding.filtered_by and not in_name


def _keep(_kind: str) -> str:
    return "keep"


def _suggested(found: Found) -> tuple[str, str]:
    return found.candidate.suggestion, "correct"
