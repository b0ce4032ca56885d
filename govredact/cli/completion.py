"""``govredact completion SHELL``: completion scripts made from the commands' own descriptions; no file is touched."""

from __future__ import annotations

import sys
from importlib import import_module

from govredact.cli import options, output
from govredact.cli.command import COMMANDS, Command, Operand
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from types import SimpleNamespace

    from govredact.messages import Texts

SHELLS = ("bash", "zsh", "fish", "powershell")
COMMAND = Command("completion", (Operand("SHELL", SHELLS),), options.COMMON)


def run(args: SimpleNamespace, texts: Texts) -> int:
    """Print the script."""
    from govredact.cli.dispatch import command_module

    commands = [command_module(name).COMMAND for name in COMMANDS]
    script = import_module(f"govredact.cli.shells.{args.operands[0]}").script(commands, texts)
    output.write(script, sys.stdout)
    return 0
