"""LibreOffice without a window: conversion in a profile folder of its own."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SOFFICE = shutil.which("soffice")


def convert(data: bytes, name: str, target: str, folder: Path, *options: str) -> bytes:
    """``data`` converted to the format ``target`` (``txt:Text``, ``csv``, ``pdf``)."""
    return convert_all({name: data}, target, folder, *options)[name]


def convert_all(files: dict[str, bytes], target: str, folder: Path, *options: str) -> dict[str, bytes]:
    """Several files converted by one start of the program."""
    assert SOFFICE is not None
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    out = folder / "out"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [SOFFICE, profile, "--headless", *options, "--convert-to", target, "--outdir", str(out)]
    subprocess.run([*command, *(str(folder / name) for name in files)], check=True, capture_output=True, timeout=120)
    ending = target.partition(":")[0]
    return {name: (out / f"{name.rpartition('.')[0]}.{ending}").read_bytes() for name in files}
