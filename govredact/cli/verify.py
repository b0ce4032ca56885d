"""``govredact verify ORIGINAL MASKED``: proves that nothing that the policy masks is left."""

from __future__ import annotations

import sys

from govredact.cli import exit_codes, options, output, scanning, session
from govredact.cli.command import Command, Operand, Option
from govredact.errors import DocumentError
from govredact.inputs import Input
from govredact.models import Gap
from govredact.reports.cover import clean_path
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from types import SimpleNamespace

    from govredact.engine import Verification
    from govredact.messages import Texts

COMMAND = Command(
    "verify",
    (Operand("ORIGINAL", complete="file"), Operand("MASKED", complete="file")),
    (
        *options.COMMON,
        *options.POLICY,
        options.BASELINE,
        *options.ORIGIN,
        Option(("--thorough",)),
        Option(("--format",), "FORMAT", choices=("console", "json"), default="console"),
    ),
)


def run(args: SimpleNamespace, texts: Texts) -> int:
    """0 when nothing is left, 4 when something is, 3 when a file or a place of the copy cannot be read."""
    original, masked = args.operands
    engine = session.engine_for(args)
    data = []
    for path in (original, masked):
        try:
            data.append(scanning.read(engine, Input(path, path)))
        except DocumentError as error:
            name = clean_path(scanning.Names(engine).whole(path))
            output.diagnostic(texts("cli.error", error=f"{name}: {texts.error(error.code, error.message, error.params)}"))
            return error.exit_code
    before, after = data
    outcome = engine.verify(before, after, original, masked, args.thorough)
    show = _as_json if args.format == "json" else _as_text
    names = scanning.Names(engine)
    unread = [Gap(clean_path(names.whole(gap.place)), gap.reason, gap.blocking) for gap in outcome.unread]
    output.write(show(outcome._replace(unread=tuple(unread)), texts, args.quiet), sys.stdout)
    if outcome.residues:
        return exit_codes.UNVERIFIED
    return exit_codes.UNREADABLE if outcome.unread else exit_codes.CLEAN


def _as_json(outcome: Verification, _texts: Texts, _quiet: bool) -> str:
    import json

    residues = [residue._asdict() for residue in outcome.residues]
    unread = [{"place": gap.place, "reason": gap.reason} for gap in outcome.unread]
    verdict = {"verified": outcome.passed, "masked": outcome.masked, "exempt": outcome.exempt, "residues": residues, "unread": unread}
    return json.dumps(verdict, indent=2) + "\n"


def _as_text(outcome: Verification, texts: Texts, quiet: bool) -> str:
    """The verdict and the places of residues, never a value."""
    from govredact.reports.places import phrase
    from govredact.reports.terminal import printable

    unread = [_gap(gap, texts) for gap in outcome.unread]
    if unread and not outcome.residues:
        return "\n".join([texts("cli.verify.unread", count=len(unread)), *unread]) + "\n"
    if not outcome.residues:
        lines = [texts("cli.verify.ok")]
        if outcome.exempt:
            lines.append(texts("cli.verify.exempt", count=outcome.exempt))
        return "" if quiet else "\n".join(lines) + "\n"
    lines = [texts("cli.verify.residue", count=len(outcome.residues))]
    lines += [f"  {printable(phrase(residue._asdict(), 0, texts))}" for residue in outcome.residues]
    return "\n".join([*lines, *unread]) + "\n"


def _gap(gap: Gap, texts: Texts) -> str:
    from govredact.reports.terminal import printable

    reason = texts.find("gaps", gap.reason) or gap.reason
    return "  " + printable(texts("report.gap.blocking", place=gap.place, reason=reason))
