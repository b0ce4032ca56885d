"""The engine: everything that scans, masks and proves, behind one object.

``detect`` and ``plan`` serve without the rest (tests of detectors use them), so the Engine is imported on first use.
"""

from __future__ import annotations

from govredact import late
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.engine.core import Engine, MaskedFile, Verification

__all__ = ["Engine", "MaskedFile", "Verification"]

__getattr__ = late.names(__name__, {"core": __all__})
