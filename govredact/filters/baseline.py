"""Baselines: the findings that were there when an office began to check, as fingerprints without values or places.

The file is JSON, sorted, without a date, so that the same findings give the same bytes. ``key_id`` names the key of the
fingerprints; with another key, or none, they could not be compared, and that is an error (2), not a clean result.
"""


from __future__ import annotations

import json
import re

from govredact.entities import ENTITIES
from govredact.errors import BaselineError
from govredact.filters.keys import key_id
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from govredact.models import Finding

NAME = "baseline"
VERSION = "1.0"
_LARGEST = 256 * 1024 * 1024
_FINGERPRINT = "[0-9a-f]{32}"


class Known(NamedTuple):
    """One accepted finding; ``note`` is free text of the people who audited it."""

    entity: str
    note: str = ""


class Audit(NamedTuple):
    """A baseline beside the findings of today, as fingerprints: still there, gone, and not in the baseline."""

    known: tuple[str, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]


class Baseline(NamedTuple):
    """Accepted fingerprints and the key they were made with (``""``: none)."""

    entries: Mapping[str, Known]
    key_id: str = ""

    def filter_for(self, fingerprint: str) -> str:
        """``"baseline"`` when the finding was accepted, else ``""``."""
        return NAME if fingerprint in self.entries else ""


def create(findings: Iterable[Finding], key: bytes | None = None) -> Baseline:
    """A baseline of these findings; those that are public or already filtered by something else do not belong in it."""
    entries = {f.fingerprint: Known(f.entity) for f in findings if f.fingerprint and f.action != "allow" and f.filtered_by in ("", NAME)}
    return Baseline(dict(sorted(entries.items())), key_id(key))


def update(baseline: Baseline, findings: Iterable[Finding], key: bytes | None = None) -> Baseline:
    """The baseline of today: gone findings leave, new ones come, notes stay."""
    fresh = create(findings, key)
    entries = {print_: baseline.entries.get(print_, known) for print_, known in fresh.entries.items()}
    return Baseline(entries, fresh.key_id)


def audit(baseline: Baseline, findings: Iterable[Finding]) -> Audit:
    """What has become of the accepted findings; all three sorted."""
    today = create(findings).entries.keys()
    accepted = baseline.entries.keys()
    return Audit(tuple(sorted(accepted & today)), tuple(sorted(accepted - today)), tuple(sorted(today - accepted)))


def dumps(baseline: Baseline) -> str:
    """The text of a baseline file."""
    entries = [_written(fingerprint, known) for fingerprint, known in sorted(baseline.entries.items())]
    data = {"tool": "govredact", "version": VERSION, "key_id": baseline.key_id, "findings": entries}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def load(path: str, key: bytes | None = None, any_key: bool = False) -> Baseline:
    """The baseline in a file; BaselineError when it is damaged or its key is not ``key`` (``any_key``: do not look, for update)."""
    data = _parsed(path)
    try:
        baseline = _baseline(data)
    except (KeyError, TypeError, ValueError) as problem:
        raise BaselineError(
            f"{path}: is not a baseline ({_what(problem)}); make it again with 'govredact baseline create'", kind="damaged", file=path
        ) from None
    if not any_key:
        _check_key(path, baseline.key_id, key)
    return baseline


def _written(fingerprint: str, known: Known) -> dict[str, str]:
    entry = {"fingerprint": fingerprint, "entity": known.entity}
    return {**entry, "note": known.note} if known.note else entry


def _parsed(path: str) -> Any:
    try:
        with open(path, "rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as problem:
        raise BaselineError(f"{path}: the baseline cannot be read ({problem.strerror})", kind="unreadable", file=path) from None
    if len(data) > _LARGEST:
        raise BaselineError(f"{path}: larger than {_LARGEST} bytes, which no baseline is", kind="too_large", file=path, maximum=_LARGEST)
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, RecursionError):
        raise BaselineError(f"{path}: is damaged (not JSON in UTF-8)", kind="damaged", file=path) from None
    except json.JSONDecodeError as problem:
        message = f"{path}:{problem.lineno}: is damaged ({problem.msg})"
        raise BaselineError(message, kind="damaged", file=path, line=problem.lineno) from None


def _baseline(data: Any) -> Baseline:
    if data["tool"] != "govredact" or str(data["version"]).partition(".")[0] != VERSION.partition(".")[0]:
        raise ValueError("another tool or version")
    used = data["key_id"]
    if not isinstance(used, str):
        raise ValueError("key_id is no text")
    return Baseline(dict(_entry(entry) for entry in data["findings"]), used)


def _entry(entry: Any) -> tuple[str, Known]:
    fingerprint, entity, note = entry["fingerprint"], entry["entity"], entry.get("note", "")
    if not re.fullmatch(_FINGERPRINT, fingerprint) or entity not in ENTITIES or not isinstance(note, str):
        raise ValueError("an entry is damaged")
    return fingerprint, Known(entity, note)


def _what(problem: Exception) -> str:
    if isinstance(problem, KeyError):
        return f"{problem.args[0]!r} is missing"
    return str(problem) if type(problem) is ValueError else "not the expected form"


def _check_key(path: str, used: str, key: bytes | None) -> None:
    if used == key_id(key):
        return
    if not used:
        kind, problem = "no_key", "was made without a key and this run has one; run 'govredact baseline update'"
    elif not key:
        kind, problem = "needs_key", "was made with a key; set GOVREDACT_KEY or key_file to the same one"
    else:
        kind, problem = "other_key", "was made with another key; set the same one or run 'govredact baseline update'"
    raise BaselineError(f"{path}: the baseline {problem}", kind=kind, file=path)
