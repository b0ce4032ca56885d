"""LibreOffice without a window: conversion in a profile folder of its own."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SOFFICE = shutil.which("soffice")


def convert(data: bytes, name: str, target: str, folder: Path) -> bytes:
    """``data`` converted to the format ``target`` (``txt:Text``, ``csv``, ``pdf``)."""
    assert SOFFICE is not None
    folder.mkdir(exist_ok=True)
    source = folder / name
    source.write_bytes(data)
    out = folder / "out"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [SOFFICE, profile, "--headless", "--convert-to", target, "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (out / f"{source.stem}.{target.partition(':')[0]}").read_bytes()
