"""``govredact baseline create|update|audit``: the findings that an office knows, as fingerprints without values."""

from __future__ import annotations

import sys

from govredact.cli import exit_codes, options, output, reporting, scanning, session, targets
from govredact.cli.command import Command, Operand
from govredact.errors import UsageError
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import SimpleNamespace
    from typing import Any

    from govredact.filters.baseline import Baseline
    from govredact.messages import Texts
    from govredact.models import FileReport, Finding

DEFAULT = ".govredact-baseline.json"
COMMAND = Command(
    "baseline",
    (Operand("ACTION", ("create", "update", "audit")), Operand("PATH", many=True, required=False, complete="file")),
    (*options.COMMON, *options.INPUT, *options.POLICY, options.BASELINE, *options.ORIGIN),
)


def run(args: SimpleNamespace, texts: Texts) -> int:
    """Scan without the baseline and compare; ``create`` refuses to replace a file, ``audit`` gives 1 for any difference."""
    action, paths = args.operands[0], args.operands[1:] or ["."]
    target = args.baseline or DEFAULT
    known = _known(action, target, args)
    args.baseline = None
    engine = session.engine_for(args)
    found = [source for source in scanning.collect(engine, paths, args) if not targets.inside(target, source.path)]
    files = scanning.run(scanning.ScanTask(engine, paths), found, args, texts)
    findings = [finding for file in files for finding in (*file.findings, *file.filtered)]
    unread = exit_codes.combine(exit_codes.of_file(file, "never") for file in files)
    _complain(files, texts)
    return exit_codes.combine((_ACTIONS[action](known, findings, target, args, texts), unread))


def _known(action: str, target: str, args: SimpleNamespace) -> Baseline:
    import os

    from govredact.filters import baseline

    if action == "create":
        if os.path.lexists(target):
            raise UsageError(f"{target} exists; use govredact baseline update", kind="baseline_exists", path=target)
        return baseline.Baseline({})
    return baseline.load(target, _key(args), any_key=action == "update")


def _create(_known: Baseline, findings: Sequence[Finding], target: str, args: SimpleNamespace, texts: Texts) -> int:
    from govredact.filters import baseline

    made = baseline.create(findings, _key(args))
    _write(target, made)
    _say(texts("cli.baseline.created", path=target, count=len(made.entries)), args)
    return exit_codes.CLEAN


def _update(known: Baseline, findings: Sequence[Finding], target: str, args: SimpleNamespace, texts: Texts) -> int:
    from govredact.filters import baseline

    made = baseline.update(known, findings, _key(args))
    _write(target, made)
    added, removed = len(made.entries.keys() - known.entries.keys()), len(known.entries.keys() - made.entries.keys())
    _say(texts("cli.baseline.updated", path=target, added=added, removed=removed, count=len(made.entries)), args)
    return exit_codes.CLEAN


def _audit(known: Baseline, findings: Sequence[Finding], target: str, args: SimpleNamespace, texts: Texts) -> int:
    from govredact.filters import baseline

    audit = baseline.audit(known, findings)
    counts = {"present": len(audit.known), "gone": len(audit.gone), "new": len(audit.new)}
    _say(texts("cli.baseline.audit", path=target, count=len(known.entries), **counts), args)
    fresh = {finding.fingerprint: finding for finding in findings}
    for fingerprint in audit.gone:
        _entry(fingerprint, known.entries[fingerprint].entity, "gone", texts)
    for fingerprint in audit.new:
        _entry(fingerprint, fresh[fingerprint].entity, "new", texts)
    return exit_codes.FINDINGS if audit.gone or audit.new else exit_codes.CLEAN


_ACTIONS = {"create": _create, "update": _update, "audit": _audit}


def _key(args: SimpleNamespace) -> bytes | None:
    from govredact.filters import keys

    return keys.load_key(session.policy_for(args).key_file)


def _write(target: str, baseline: Baseline) -> None:
    from govredact.filters.baseline import dumps

    reporting.write_file(target, dumps(baseline).encode("utf-8"))


def _entry(fingerprint: str, entity: str, state: str, texts: Texts) -> None:
    line = texts("cli.baseline.entry", fingerprint=fingerprint, entity=entity, state=texts(f"cli.baseline.{state}"))
    output.write(f"{line}\n", sys.stdout)


def _say(line: str, args: Any) -> None:
    if not args.quiet:
        output.write(f"{line}\n", sys.stdout)


def _complain(files: Sequence[FileReport], texts: Texts) -> None:
    for file in files:
        if file.status == "unreadable" and file.error is not None:
            error = texts.error(file.error.code, file.error.message, file.error.params)
            output.diagnostic(f"{file.path}: {texts('report.unreadable', error=error)}")
