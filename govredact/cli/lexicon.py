"""``govredact lexicon check FILE...``: every problem of a list, with file and line."""

from __future__ import annotations

import sys

from govredact.cli import options, output
from govredact.cli.command import Command, Operand
from govredact.cli.exit_codes import CLEAN, USAGE
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from types import SimpleNamespace

    from govredact.lexicon import Problem
    from govredact.messages import Texts

COMMAND = Command("lexicon", (Operand("WHAT", ("check",)), Operand("FILE", many=True, complete="file")), options.COMMON)


def run(args: SimpleNamespace, texts: Texts) -> int:
    """Print the problems; a list that would not load gives 2, warnings alone give 0."""
    from govredact.lexicon import check, load

    code = CLEAN
    for path in args.operands[1:]:
        problems = check(path)
        for problem in problems:
            output.write(f"{_line(problem, texts)}\n", sys.stdout)
        if any(problem.level == "error" for problem in problems):
            code = USAGE
        elif not args.quiet:
            output.write(texts("cli.lexicon.ok", path=path, entries=len(load(path).entries)) + "\n", sys.stdout)
    return code


def _line(problem: Problem, texts: Texts) -> str:
    level = texts(f"cli.lexicon.{problem.level}")
    return texts("cli.lexicon.problem", path=problem.path, line=problem.line, level=level, problem=problem.message)
