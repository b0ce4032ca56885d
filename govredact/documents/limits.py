"""What a document may cost before it is refused: protection against bombs and against inputs beyond what fits in memory."""

from __future__ import annotations

from time import monotonic

from govredact.errors import LimitExceededError
from govredact.typed import NamedTuple

MEBIBYTE = 1024 * 1024


class Limits(NamedTuple):
    """Upper bounds for one file; the members of a container are measured against the same bounds.

    ``max_bytes`` and ``max_unpacked`` are bytes, ``max_ratio`` is unpacked to packed size, ``max_depth`` counts containers
    inside containers, ``max_parts`` the parts of a package or the pages of a PDF, ``seconds`` the time for reading one file.
    """

    max_bytes: int = 256 * MEBIBYTE
    max_unpacked: int = 1024 * MEBIBYTE
    max_ratio: int = 250
    max_depth: int = 5
    max_parts: int = 20_000
    seconds: float = 300.0


DEFAULT_LIMITS = Limits()


def check_size(size: int, limits: Limits) -> None:
    """LimitExceededError where ``size`` bytes are more than ``limits.max_bytes``."""
    if size > limits.max_bytes:
        raise LimitExceededError(f"larger than the limit of {limits.max_bytes} bytes", limit="max_bytes", maximum=limits.max_bytes)


class Deadline:
    """Ends the reading of one file after ``limits.seconds``; asked between parts and pages."""

    __slots__ = ("_end", "_seconds")

    def __init__(self, limits: Limits) -> None:
        self._seconds = limits.seconds
        self._end = monotonic() + limits.seconds

    def check(self) -> None:
        """LimitExceededError once the time is over."""
        if monotonic() > self._end:
            raise LimitExceededError(f"reading took longer than {self._seconds:g} seconds", limit="seconds", maximum=self._seconds)
