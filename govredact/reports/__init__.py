"""Reports: one module a format, all fed with the same plain dictionaries of ``view.public_view``.

No writer ever holds a ``Finding``, so no writer can show a value that the user did not ask for. A writer is a module with
``pieces(view, style) -> Iterator[str]``: a report can be larger than everything that it is made from.
"""

from __future__ import annotations

from importlib import import_module

from govredact.reports.style import Style
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

__all__ = ["FORMATS", "JSON_FORMATS", "PEOPLE_FORMATS", "Style", "pieces", "render"]

FORMATS = ("console", "compact", "json", "jsonl", "sarif", "github", "gitlab", "junit", "csv")
# Written for a reader at a terminal: encoded as the terminal wishes. All others are UTF-8 in files and pipes.
PEOPLE_FORMATS = ("console", "compact")
# Can be written in ASCII alone without a change of meaning.
JSON_FORMATS = ("json", "jsonl", "sarif", "gitlab")


def pieces(name: str, view: dict[str, Any], style: Style) -> Iterator[str]:
    """The report ``view`` (see ``view.lazy_view``) in the format ``name``, which is one of ``FORMATS``, piece by piece."""
    writer: Callable[[dict[str, Any], Style], Iterator[str]] = import_module(f"govredact.reports.{name}").pieces
    return writer(view, style)


def render(name: str, view: dict[str, Any], style: Style) -> str:
    """The same in one string."""
    return "".join(pieces(name, view, style))
