"""``govredact scan``: find, and change nothing."""

from __future__ import annotations

import sys

from govredact.cli import exit_codes, options, reporting, scanning, session
from govredact.cli.command import Command
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from types import SimpleNamespace

    from govredact.messages import Texts

COMMAND = Command(
    "scan",
    (options.PATHS,),
    (*options.COMMON, *options.INPUT, *options.POLICY, options.BASELINE, *options.ORIGIN, *options.REPORT),
)


def run(args: SimpleNamespace, texts: Texts) -> int:
    """Scan everything that was named, write the reports, and give the exit code of the contract."""
    engine = session.engine_for(args)
    found = scanning.collect(engine, args.operands, args)
    reporting.check_outputs(args, found)
    files = scanning.run(scanning.ScanTask(engine, args.operands), found, args, texts)
    reporting.write(engine, files, args, texts, "scan", sys.stdout)
    return exit_codes.combine(exit_codes.of_file(file, engine.policy.fail_on) for file in files)
