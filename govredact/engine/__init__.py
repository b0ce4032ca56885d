"""The engine: everything that scans, masks and proves, behind one object.

``detect`` and ``plan`` serve without the rest (tests of detectors use them), so the Engine is imported on first use.
"""

from __future__ import annotations

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.engine.core import Engine, MaskedFile, Verification

__all__ = ["Engine", "MaskedFile", "Verification"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'govredact.engine' has no attribute {name!r}")
    from govredact.engine import core

    return getattr(core, name)
