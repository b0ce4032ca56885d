"""Where the lists that ship with the program lie: in the wheel as ``govredact/_lexicons``, in a checkout as ``lexicons/``."""

from __future__ import annotations

import os

from govredact.errors import LexiconError

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def folder(package: str = _PACKAGE) -> str:
    """The folder of the shipped lists for the package folder ``package``; LexiconError where an installation lacks it."""
    for candidate in (os.path.join(package, "_lexicons"), os.path.join(os.path.dirname(package), "lexicons")):
        if os.path.isfile(os.path.join(candidate, "labels.tsv")):
            return candidate
    message = f"the lists that ship with govredact are missing beside {package}; install govredact again"
    raise LexiconError(message, kind="not_installed", path=package, line=0)


def shipped_file(name: str) -> str:
    """The path of the shipped file ``name`` (with its ending)."""
    return os.path.join(folder(), name)
