"""``govredact config show``: every setting in force and where it comes from."""

from __future__ import annotations

from govredact.cli import options, session, tables
from govredact.cli.command import Command, Operand, Option
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from types import SimpleNamespace

    from govredact.messages import Texts

COMMAND = Command(
    "config",
    (Operand("WHAT", ("show",)),),
    (*options.COMMON, *options.POLICY, Option(("--format",), "FORMAT", choices=("console", "json"), default="console")),
)


def run(args: SimpleNamespace, texts: Texts) -> int:
    """Print one row for each setting, the options of the command line included."""
    from govredact.policy.explain import explain

    rows: list[dict[str, object]] = [
        {"key": setting.key, "value": setting.value, "origin": setting.origin} for setting in explain(session.policy_for(args))
    ]
    tables.show(rows, args.format, texts("cli.list.empty"))
    return 0
