"""The office's key for fingerprints, hashes and pseudonyms: ``GOVREDACT_KEY``, else a key file outside version control."""


from __future__ import annotations

import os

from govredact.errors import ConfigError

VARIABLE = "GOVREDACT_KEY"
_LARGEST = 4096


def load_key(key_file: str = "") -> bytes | None:
    """The key, or ``None`` where none is set (an empty variable is none). White space around it does not count.

    ConfigError for an empty key file, one that cannot be read, or one that lies inside a repository, where it would be
    published together with what it protects.
    """
    from_environment = os.environ.get(VARIABLE)
    if from_environment:
        return _checked(from_environment.encode("utf-8", "surrogateescape"), VARIABLE)
    if not key_file:
        return None
    _refuse_repository(key_file)
    try:
        with open(key_file, "rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as problem:
        message = f"{key_file}: the key file cannot be read ({problem.strerror})"
        raise ConfigError(message, kind="key_unreadable", file=key_file) from None
    return _checked(data, key_file)


def key_id(key: bytes | None) -> str:
    """A short name of the key that tells nothing about it; ``""`` without a key."""
    if not key:
        return ""
    import hmac  # only with a key

    return hmac.digest(key, b"govredact key id", "sha256").hex()[:16]


def _checked(data: bytes, source: str) -> bytes:
    key = data.strip()
    if not key:
        raise ConfigError(f"{source}: the key is empty", kind="key_empty", source=source)
    if len(key) > _LARGEST:
        raise ConfigError(f"{source}: the key is longer than {_LARGEST} bytes", kind="key_long", source=source, maximum=_LARGEST)
    return key


def _refuse_repository(key_file: str) -> None:
    folder = os.path.dirname(os.path.abspath(key_file))
    while True:
        if os.path.exists(os.path.join(folder, ".git")):
            raise ConfigError(
                f"{key_file}: the key file lies inside a repository; move it out or set {VARIABLE}",
                kind="key_in_repository",
                file=key_file,
                repository=folder,
                variable=VARIABLE,
            )
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above
