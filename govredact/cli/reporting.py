"""Writes the reports of a run: one to a stream, others to files."""

from __future__ import annotations

from govredact.cli import output, targets
from govredact.errors import MaskingError, UsageError
from govredact.inputs import write_atomic
from govredact.models import Report
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import SimpleNamespace
    from typing import TextIO

    from govredact.engine import Engine
    from govredact.inputs import Input
    from govredact.messages import Texts
    from govredact.models import FileReport


def check_outputs(args: SimpleNamespace, found: Iterable[Input], copies: Sequence[str] = ()) -> None:
    """UsageError (2), before any work, when a report would overwrite an input, another report or a copy."""
    if args.output:
        reports = [path for _, path in args.output]
        targets.refuse_overwriting(found, reports)
        targets.refuse_sharing([*reports, *copies])


def write(engine: Engine, files: Sequence[FileReport], args: SimpleNamespace, texts: Texts, mode: str, stream: TextIO) -> None:
    """Every report that the options ask for. A file that cannot be written is a UsageError (2)."""
    from govredact.engine.settings import today
    from govredact.reports import pieces
    from govredact.reports.view import lazy_view

    policy = engine.policy
    report = Report(tuple(files), policy.name, policy.digest, today(policy))
    view = lazy_view(report, args.show_values, args.all, args.risk, policy.aggregation.kinds)
    for name, path in args.output:
        write_file(path, (piece.encode("utf-8") for piece in pieces(name, view, output.plain_style(texts, args, mode))))
    output.report(args.format, view, output.style(texts, args, mode, stream), stream)


def write_file(path: str, data: bytes | Iterable[bytes]) -> None:
    """Write a report or a baseline, whole or not at all; UsageError (2) where the system refuses."""
    try:
        write_atomic(path, data)
    except MaskingError as error:
        problem = error.params.get("problem")
        raise UsageError(f"{path} cannot be written: {problem}", kind="report_file", path=path, problem=problem) from None
