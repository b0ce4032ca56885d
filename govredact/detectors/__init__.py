"""The detectors: one module each, found by looking at this folder. See ``base`` for what a detector declares."""

from __future__ import annotations

import importlib
import pkgutil

from govredact.detectors.base import Detector

__all__ = ["Detector", "all_detectors"]


def all_detectors() -> list[Detector]:
    """Every detector of this package, ordered by module name."""
    detectors: list[Detector] = []
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name):
        detector = getattr(importlib.import_module(f"{__name__}.{module.name}"), "DETECTOR", None)
        if detector is not None:
            detectors.append(detector)
    return detectors
