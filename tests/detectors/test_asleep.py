"""Detectors that are known by their triggers find what they find awake; what is kept of them counts only while the files are the same."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import govredact
from govredact.detectors import Detector, all_detectors, asleep

if TYPE_CHECKING:
    from pathlib import Path

TRIGGERS = [field for field in Detector._fields if field.startswith("on_")]
PLAIN = [field for field in Detector._fields if field not in (*TRIGGERS, "found", "clean")]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GOVREDACT_CACHE", str(tmp_path))
    return tmp_path / "detectors.snapshot"


def is_asleep() -> bool:
    return all(not detector.found for detector in asleep.detectors())


def test_they_declare_what_they_declare_awake(cache: Path) -> None:
    assert asleep.detectors() == all_detectors()  # made now
    for sleeping, awake in zip(asleep.detectors(), all_detectors(), strict=True):  # read now
        assert [bool(getattr(sleeping, field)) for field in TRIGGERS] == [bool(getattr(awake, field)) for field in TRIGGERS]
        assert [getattr(sleeping, field) for field in PLAIN] == [getattr(awake, field) for field in PLAIN]
        assert not sleeping.found


def test_they_find_what_they_find_awake(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    awake = govredact.Engine()
    assert is_asleep()
    sleeping = govredact.Engine()
    for detector in all_detectors():
        for text in (*(example.text for example in detector.found), *detector.clean):
            assert sleeping.find_spans(text) == awake.find_spans(text)


def test_a_changed_or_missing_module_wakes_them(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "module.py"
    path.write_text("1")
    module = type(sys)("made_of")
    module.__file__ = str(path)
    monkeypatch.setitem(sys.modules, "govredact.made_of", module)
    assert not is_asleep()
    assert is_asleep()
    path.write_text("12")
    assert not is_asleep()
    os.utime(path, ns=(1, 1))
    assert not is_asleep()
    assert is_asleep()
    path.unlink()
    assert not is_asleep()


def test_a_small_text_wakes_few(cache: Path) -> None:
    program = (
        "import sys, govredact\n"
        "assert [f.entity for f in govredact.Engine().scan_text('电话：13800138000')] == ['CN_MOBILE']\n"
        "print(*sys.modules)"
    )
    first, second = (
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split() for _ in range(2)
    )
    assert {"govredact.detectors.mobile", "govredact.detectors.vin"} <= set(first)
    assert "govredact.detectors.mobile" in second
    assert "govredact.detectors.vin" not in second
