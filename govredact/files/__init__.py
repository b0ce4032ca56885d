"""Files on disk: bounded reading, and writing that happens whole or not at all."""

from __future__ import annotations

from govredact.files.reading import Source, access_error, read_bounded, read_file, read_source
from govredact.files.writing import identities, is_protected, write_atomic

__all__ = ["Source", "access_error", "identities", "is_protected", "read_bounded", "read_file", "read_source", "write_atomic"]
