"""govredact: finds what must not be published and masks it for good, in text, Word, PDF and other files. Offline.

>>> import govredact
>>> [f.entity for f in govredact.Engine().scan_text("联系电话:138 0013 8000")]
['CN_MOBILE']
"""

from __future__ import annotations

from govredact import late
from govredact._version import __version__
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.api import mask, scan, verify
    from govredact.engine import Engine, MaskedFile, Verification
    from govredact.errors import (
        BlockedDocumentError,
        ConfigError,
        DocumentError,
        GovRedactError,
        MaskingError,
        ResidueError,
        UsageError,
    )
    from govredact.models import Decision, FileReport, Finding, Location, MaskResult, Origin, Report
    from govredact.names.model import NameModel, NameSpan
    from govredact.policy import Policy

__all__ = [
    "BlockedDocumentError",
    "ConfigError",
    "Decision",
    "DocumentError",
    "Engine",
    "FileReport",
    "Finding",
    "GovRedactError",
    "Location",
    "MaskResult",
    "MaskedFile",
    "MaskingError",
    "NameModel",
    "NameSpan",
    "Origin",
    "Policy",
    "Report",
    "ResidueError",
    "UsageError",
    "Verification",
    "__version__",
    "mask",
    "scan",
    "verify",
]

__getattr__ = late.names(
    __name__,
    {
        "api": ("mask", "scan", "verify"),
        "engine": ("Engine", "MaskedFile", "Verification"),
        "errors": [name for name in __all__ if name.endswith("Error")],
        "models": ("Decision", "FileReport", "Finding", "Location", "MaskResult", "Origin", "Report"),
        "names.model": ("NameModel", "NameSpan"),
        "policy": ("Policy",),
    },
)


def __dir__() -> list[str]:
    return sorted(__all__)
