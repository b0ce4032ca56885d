"""Public names of a package that are imported when somebody asks for them, so that a start loads what it uses and no more."""

from __future__ import annotations

import sys

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


def names(package: str, modules: Mapping[str, Sequence[str]]) -> Callable[[str], object]:
    """A ``__getattr__`` for the module of ``package``: ``modules`` of it and the public names that are defined there."""
    homes = {name: module for module, names in modules.items() for name in names}

    def imported(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f"{package}.{homes[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return imported
