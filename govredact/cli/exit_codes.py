"""The exit codes of the contract (DESIGN section 5)."""

from __future__ import annotations

from govredact import errors
from govredact.models import SEVERITIES
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.models import FileReport, Finding

CLEAN, FINDINGS, USAGE, UNREADABLE, UNVERIFIED, INTERRUPTED = 0, 1, 2, 3, 4, 130
_ORDER = (INTERRUPTED, USAGE, UNVERIFIED, UNREADABLE, FINDINGS)


def combine(codes: Iterable[int]) -> int:
    """The code of a run from the codes of its files: 130, 2, 4, 3, 1, 0, the first that occurs."""
    present = set(codes)
    return next((code for code in _ORDER if code in present), CLEAN)


def of_file(file: FileReport, fail_on: str) -> int:
    """The code that one file stands for. A skipped file that carries no error counts for nothing."""
    if file.error is not None and file.error.code in _masking_codes():
        return UNVERIFIED
    if file.status == "unreadable" or file.blocking_gaps:
        return UNREADABLE
    return FINDINGS if any(counts(finding, fail_on) for finding in file.findings) else CLEAN


def counts(finding: Finding, fail_on: str) -> bool:
    """Whether a finding is at or above ``fail_on``; what is lawful to publish never is."""
    if fail_on == "never" or finding.action == "allow":
        return False
    return SEVERITIES.index(finding.severity) >= SEVERITIES.index(fail_on)


def _masking_codes() -> frozenset[str]:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.MaskingError)]
    return frozenset(kind.code for kind in kinds)
