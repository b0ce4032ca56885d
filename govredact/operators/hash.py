"""``hash``: 24 letters made from the value with the office's key (HMAC over SHA-256 or SM3, GB/T 32905-2016).

Only letters, and more than any account name has, so that no detector takes it for a value. The last four are a check under
the same key: what this operator wrote is recognised and not hashed again.
"""

from __future__ import annotations

import hashlib

from govredact.errors import ConfigError
from govredact.operators.base import significant
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govredact.operators.base import OperatorContext

LENGTH, _CHECK = 24, 4
_SHAPE = lazy.compile(f"[a-z]{{{LENGTH}}}")


def apply(value: str, args: Sequence[str], context: OperatorContext) -> str:
    """The hash of ``value`` with the algorithm in ``args`` (``sha256`` or ``sm3``).

    ConfigError without a key, or where this Python's OpenSSL has no SM3.
    """
    if not context.key:
        raise ConfigError("the operator 'hash' needs a key: set GOVREDACT_KEY or key_file", kind="hash_key", operator="hash")
    algorithm = args[0]
    if algorithm not in hashlib.algorithms_available:
        message = f"this Python offers no {algorithm.upper()}; use 'hash sha256'"
        raise ConfigError(message, kind="hash_algorithm", operator="hash", algorithm=algorithm.upper())
    if _SHAPE.fullmatch(value) and _check(value[:-_CHECK], context.key, algorithm) == value[-_CHECK:]:
        return value
    read = "".join([value[position] for position in significant(value)]).upper()
    body = _letters(f"{context.entity}\0{read}", context.key, algorithm, LENGTH - _CHECK)
    return body + _check(body, context.key, algorithm)


def _check(body: str, key: bytes, algorithm: str) -> str:
    return _letters(f"check\0{body}", key, algorithm, _CHECK)


def _letters(text: str, key: bytes, algorithm: str, length: int) -> str:
    import hmac  # only with a key

    number = int.from_bytes(hmac.digest(key, text.encode("utf-8", "surrogatepass"), algorithm), "big")
    letters = []
    for _ in range(length):
        number, digit = divmod(number, 26)
        letters.append(chr(ord("a") + digit))
    return "".join(letters)
