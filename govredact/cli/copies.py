"""What ``mask`` and ``fix`` share: copies of files in another place, or the files themselves changed in place."""

from __future__ import annotations

import sys

from govredact.cli import exit_codes, options, reporting, scanning, session, targets
from govredact.cli.command import Option
from govredact.errors import UsageError
from govredact.inputs import git_tracked
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from types import SimpleNamespace

    from govredact.cli.masking import MaskTask
    from govredact.engine import Engine
    from govredact.inputs import Input
    from govredact.messages import Texts

OPTIONS = (
    *options.COMMON,
    Option(("-o", "--out"), "OUT", complete="file"),
    Option(("--in-place",)),
    *options.INPUT,
    *options.POLICY,
    options.BASELINE,
    *options.ORIGIN,
    *options.REPORT,
)


def run(args: SimpleNamespace, texts: Texts, task: type[MaskTask], mode: str) -> int:
    """Write the copies that ``task`` makes and report what remains in them; see DESIGN section 5 for the exit codes."""
    if bool(args.out) == args.in_place:
        raise UsageError(f"{mode} needs either -o OUT or --in-place", kind="copy_where", command=mode)
    engine = session.engine_for(args)
    found = _found(engine, args)
    jobs = _jobs(engine, found, args)
    reporting.check_outputs(args, found, [] if args.in_place else [place for _, place in jobs if place])
    files = scanning.run(task(engine, args.in_place), jobs, args, texts)
    mode = f"{mode}_in_place" if args.in_place else mode
    reporting.write(engine, files, args, texts, mode, sys.stderr if args.out == targets.STDOUT else sys.stdout)
    codes = [exit_codes.of_file(file, engine.policy.fail_on) for file in files]
    if args.in_place and engine.policy.fail_on != "never" and any(file.masked for file in files):
        codes.append(exit_codes.FINDINGS)
    return exit_codes.combine(codes)


def _found(engine: Engine, args: SimpleNamespace) -> list[Input]:
    found = scanning.collect(engine, args.operands, args)
    if args.in_place:
        return _tracked(found)
    if args.out != targets.STDOUT:
        found = [source for source in found if source.explicit or not targets.is_earlier_copy(source.path, args.out, args.operands)]
    return found


def _tracked(found: list[Input]) -> list[Input]:
    """The inputs that git's index holds; a named file that it does not hold is a UsageError, others are skipped."""
    known = git_tracked(source.path for source in found if source.kind == "file")
    kept = []
    for source in found:
        if source.kind in ("file", "stdin") and source.path not in known:
            if source.explicit:
                raise UsageError("--in-place changes only files that git tracks; use -o OUT", kind="not_tracked")
            source = source._replace(kind="skipped", reason="untracked")
        kept.append(source)
    return kept


def _jobs(engine: Engine, found: list[Input], args: SimpleNamespace) -> list[tuple[Input, str]]:
    readable = [source for source in found if source.kind in ("file", "stdin")]
    if args.in_place:
        places = iter([source.path for source in readable])
    else:
        places = iter(targets.plan(args.out, readable, args.operands, engine.masked_name))
    return [(source, next(places) if source.kind in ("file", "stdin") else "") for source in found]
