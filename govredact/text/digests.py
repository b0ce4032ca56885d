"""SHA-256 without loading OpenSSL for small inputs: ``hashlib`` brings it in, which takes longer than a small scan."""

from __future__ import annotations

from functools import cache

from govredact.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

# From here on OpenSSL's speed pays for loading it.
_LARGE = 1 << 20


def sha256(data: bytes) -> str:
    """The SHA-256 of ``data`` as 64 hexadecimal digits."""
    if len(data) < _LARGE:
        return str(_small()(data).hexdigest())
    from hashlib import sha256 as digest

    return str(digest(data).hexdigest())


# An import that fails is looked up in the file system again every time, which costs more than the digest.
@cache
def _small() -> Callable[[bytes], Any]:
    try:
        from _sha2 import sha256 as digest  # type: ignore[import-not-found,unused-ignore]  # CPython 3.12 and later
    except ImportError:
        try:
            from _sha256 import sha256 as digest  # type: ignore[import-not-found,no-redef,unused-ignore]  # CPython 3.11
        except ImportError:
            from hashlib import sha256 as digest
    return cast("Callable[[bytes], Any]", digest)
