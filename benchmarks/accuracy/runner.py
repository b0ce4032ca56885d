"""Runs govredact over texts. The only module of this benchmark that touches it, through the two doors that users have.

Library: `govredact.Engine().scan_text`. Command line: `govredact scan DIR --format json --show-values`, one file a text.
``name_model`` is that of `--name-model`.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.accuracy.scoring import Found

if TYPE_CHECKING:
    from typing import Any


def scan_with_engine(texts: dict[int, str], name_model: str = "none") -> dict[int, list[Found]]:
    """Findings by id from one `Engine` with the built-in default policy."""
    from govredact import Engine

    engine = Engine(name_model=name_model)
    return {key: [_from_finding(f) for f in engine.scan_text(text)] for key, text in texts.items()}


def scan_everything(texts: dict[int, str], name_model: str = "none") -> dict[int, list[Found]]:
    """As `scan_with_engine`, with what the policy allows (`--all`): officials and public addresses."""
    from govredact import Engine

    engine = Engine(name_model=name_model)
    found: dict[int, list[Found]] = {}
    for key, text in texts.items():
        report = engine.scan(text.encode(), "text.txt")
        found[key] = [_from_finding(f) for f in (*report.findings, *report.filtered) if "file_name" not in f.reasons]
    return found


def scan_pages(pages: dict[str, bytes], entities: frozenset[str], name_model: str = "none") -> dict[str, tuple[str, ...]]:
    """Findings of ``entities`` in whole files by name, as short descriptions for people."""
    from govredact import Engine

    engine = Engine(name_model=name_model)
    found: dict[str, tuple[str, ...]] = {}
    for name, data in pages.items():
        findings = [f for f in engine.scan_file(data, name).findings if f.entity in entities]
        found[name] = tuple(f"{f.entity} {' '.join(f.reasons)} {f.value[:40]!r}" for f in findings)
    return found


def scan_with_cli(texts: dict[int, str], command: str = "govredact") -> dict[int, list[Found]]:
    """Findings by id from the command line, as `score.py` runs it."""
    with tempfile.TemporaryDirectory() as folder:
        for key, text in texts.items():
            (Path(folder) / f"{key:07d}.txt").write_text(text, encoding="utf-8", newline="")
        run = subprocess.run([command, "scan", folder, "--format", "json", "--show-values"], capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        raise SystemExit(f"{command} scan ended with {run.returncode}: {run.stderr.strip()}")
    return {int(Path(file["path"]).stem): [_from_report(f) for f in file["findings"]] for file in json.loads(run.stdout)["files"]}


def _from_finding(finding: Any) -> Found:
    return Found(finding.start, finding.end, finding.entity, finding.category, finding.action, finding.score)


def _from_report(finding: dict[str, Any]) -> Found:
    return Found(finding["start"], finding["end"], finding["entity"], finding["category"], finding["action"], finding["score"])
