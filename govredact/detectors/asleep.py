"""Detectors that are known by their triggers only: the module of each is imported when a trigger fires.

Few detectors have anything to say about a small text, and importing all of them takes longer than scanning it. What the modules declare is
kept in the user's cache folder, for exactly these files: a module that is new, gone or changed makes it anew.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

from govredact.detectors import by_module
from govredact.detectors.base import Detector
from govredact.text import kept
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_FILE = "detectors.snapshot"
_FOLDER = os.path.dirname(__file__)
_TRIGGERS = tuple(field for field in Detector._fields if field.startswith("on_"))
# What only lists, tests and documents want to know.
_EXAMPLES = {"found": (), "clean": ()}


def detectors() -> list[Detector]:
    """``all_detectors()``, without their examples; each is imported when it is needed."""
    modules = kept.files_in(_FOLDER)
    value = kept.read(_FILE, kept.key(modules))
    if value is not None:
        stamp, files, rows = value
        if _stamp(files) == stamp:
            return [_asleep(*row) for row in rows]
    awake = by_module()
    # What a detector declares may come from any module that its own imports.
    files = sorted({module.__file__ or "" for name, module in sys.modules.items() if name.startswith("govredact.")} - {""})
    rows = [(module, _declared(detector)) for module, detector in awake.items()]
    stamp = _stamp(files)
    if stamp:
        kept.write(_FILE, kept.key(modules), (stamp, files, rows))
    return list(awake.values())


def _stamp(files: list[str]) -> str:
    """What tells these files from others of the same names; empty where one of them is gone."""
    try:
        return kept.key((), files)
    except OSError:
        return ""


def _declared(detector: Detector) -> dict[str, Any]:
    """What a detector declares; True for a function."""
    plain = {field: True if callable(value) else value for field, value in detector._asdict().items()}
    return {field: value for field, value in plain.items() if value != detector._field_defaults.get(field)} | _EXAMPLES


def _asleep(module: str, declared: dict[str, Any]) -> Detector:
    for trigger in _TRIGGERS:
        if trigger in declared:
            declared[trigger] = _Asleep(module, trigger)
    return Detector(**declared)


class _Asleep:
    """The function that ``DETECTOR`` of ``module`` has for ``trigger``."""

    __slots__ = ("_function", "_module", "_trigger")

    def __init__(self, module: str, trigger: str) -> None:
        self._module = module
        self._trigger = trigger
        self._function: Callable[..., Any] | None = None

    def __call__(self, *arguments: Any) -> Any:
        if self._function is None:
            self._function = getattr(import_module(self._module).DETECTOR, self._trigger)
        return self._function(*arguments)
