"""Completion for fish: ``govredact completion fish | source``."""

from __future__ import annotations

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govredact.cli.command import Command, Option
    from govredact.messages import Texts


def script(commands: Sequence[Command], texts: Texts) -> str:
    """The script."""
    names = " ".join(command.name for command in commands)
    lines = [f"set -l govredact_commands {names}"]
    for command in commands:
        text = _quoted(texts(f"help.command.{command.name}"))
        lines.append(f"complete -c govredact -f -n 'not __fish_seen_subcommand_from {names}' -a {command.name} -d {text}")
        seen = f"complete -c govredact -n '__fish_seen_subcommand_from {command.name}'"
        lines += [f"{seen} {_option(command, option, texts)}" for option in command.options]
        lines += [f"{seen} -f -a '{' '.join(operand.choices)}'" for operand in command.operands if operand.choices]
    return "\n".join(lines) + "\n"


def _option(command: Command, option: Option, texts: Texts) -> str:
    flags = " ".join(f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags)
    text = texts.find("help", f"{command.name}.{option.dest}") or texts(f"help.option.{option.dest}")
    if not option.value:
        return f"{flags} -d {_quoted(text)}"
    if option.choices:
        return f"{flags} -x -a '{' '.join(option.choices)}' -d {_quoted(text)}"
    return f"{flags} {'-r -F' if option.complete else '-x'} -d {_quoted(text)}"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
