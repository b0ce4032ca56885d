"""A line of progress on a terminal; nothing anywhere else."""

from __future__ import annotations

import sys
import time

from govredact.cli import output
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeVar

    from govredact.messages import Texts

    T = TypeVar("T")

# Short runs show nothing; then the line changes often enough to be alive and seldom enough to cost nothing.
_QUIET_SECONDS, _EVERY_SECONDS = 0.7, 0.1


def shown(items: Iterable[T], total: int, texts: Texts, quiet: bool) -> Iterator[T]:
    """The items, counted on standard error while they pass. Names are not shown: they may hold values."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    due = time.monotonic() + _QUIET_SECONDS
    written = False
    try:
        for done, item in enumerate(items, 1):
            if time.monotonic() >= due:
                output.write(f"\r{texts('cli.progress', done=done, total=total)}", sys.stderr)
                written, due = True, time.monotonic() + _EVERY_SECONDS
            yield item
    finally:
        if written:
            output.write("\r\x1b[K", sys.stderr)
