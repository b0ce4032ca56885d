"""One thing that the walk met: a file to read, standard input, something skipped, or something that cannot be read."""

from __future__ import annotations

import sys

from govredact.errors import AccessError
from govredact.files import read_bounded, read_file
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from govredact.documents.limits import Limits
    from govredact.errors import DocumentError

STDIN = "-"


class Input(NamedTuple):
    """An entry of the walk. It can be sent to another process (standard input can not be read there).

    ``path`` is as reports show it and may hold lone surrogates for undecodable bytes. ``inner`` is the path below the named
    folder, for copies; the file's own name where the file was named. ``kind`` is ``file``, ``stdin``, ``skipped`` (with
    ``reason`` hidden, gitignored, excluded, ignored, symlink, special_file) or ``error`` (with ``error``). ``explicit``
    says that the user named it.
    """

    path: str
    inner: str
    kind: str = "file"
    explicit: bool = False
    reason: str = ""
    error: DocumentError | None = None

    def read(self, limits: Limits) -> bytes:
        """All bytes. LimitExceededError before anything large is read, NotFoundError, AccessError; its own ``error`` if it has one."""
        if self.error is not None:
            raise self.error
        if self.kind == "stdin":
            if sys.stdin is None:  # the caller closed it
                raise AccessError("standard input is closed", kind="stdin")
            return read_bounded(sys.stdin.buffer, limits)
        return read_file(self.path, limits)
