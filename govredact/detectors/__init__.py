"""The detectors: one module each, found by looking at this folder. See ``base`` for what a detector declares."""

from __future__ import annotations

import os
from importlib import import_module

from govredact.detectors.base import Detector

__all__ = ["Detector", "all_detectors"]


def all_detectors() -> list[Detector]:
    """Every detector of this package, ordered by module name."""
    return list(by_module().values())


def by_module() -> dict[str, Detector]:
    """The modules that define a detector, in order, and the detector of each."""
    found = {name: getattr(import_module(name), "DETECTOR", None) for name in _modules()}
    return {name: detector for name, detector in found.items() if detector is not None}


def _modules() -> list[str]:
    # pkgutil would do, and imports inspect, which takes longer than all detectors.
    files = os.listdir(os.path.dirname(__file__))
    names = {name.partition(".")[0] for name in files if name.endswith((".py", ".pyc")) and not name.startswith("_")}
    return [f"{__name__}.{name}" for name in sorted(names)]
