"""SHA-256 without loading OpenSSL for small inputs: ``hashlib`` brings it in, which takes longer than a small scan."""

from __future__ import annotations

# From here on OpenSSL's speed pays for loading it.
_LARGE = 1 << 20


def sha256(data: bytes) -> str:
    """The SHA-256 of ``data`` as 64 hexadecimal digits."""
    if len(data) < _LARGE:
        try:
            from _sha2 import sha256 as digest  # type: ignore[import-not-found,unused-ignore]  # CPython 3.12 and later
        except ImportError:
            try:
                from _sha256 import sha256 as digest  # type: ignore[import-not-found,no-redef,unused-ignore]  # CPython 3.11
            except ImportError:
                from hashlib import sha256 as digest
    else:
        from hashlib import sha256 as digest
    return str(digest(data).hexdigest())
