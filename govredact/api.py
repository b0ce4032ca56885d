"""The three verbs as functions on paths, for scripts that do not need an Engine of their own."""

from __future__ import annotations

from govredact.engine import Engine
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import os
    from typing import Any, BinaryIO

    from govredact.engine import MaskedFile, Verification
    from govredact.models import FileReport


def scan(source: str | os.PathLike[str] | bytes | BinaryIO, name: str | None = None, **options: Any) -> FileReport:
    """The findings in one document: a path, its bytes with a ``name``, or an open binary file. ``options`` as for Engine.

    A document that cannot be read raises DocumentError; settings that do not make sense raise ConfigError.
    """
    return Engine(**options).scan(source, name)


def mask(source: str | os.PathLike[str], target: str | os.PathLike[str], **options: Any) -> MaskedFile:
    """Writes a verified masked copy of ``source`` to ``target``; raises MaskingError and leaves nothing behind otherwise."""
    return Engine(**options).mask(source, target)


def verify(original: str | os.PathLike[str], masked: str | os.PathLike[str], thorough: bool = False, **options: Any) -> Verification:
    """Whether ``masked`` holds nothing that the policy masks in ``original``."""
    return Engine(**options).verify_files(original, masked, thorough)
