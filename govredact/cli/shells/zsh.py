"""Completion for zsh: ``source <(govredact completion zsh)`` after ``compinit``."""

from __future__ import annotations

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govredact.cli.command import Command, Operand, Option
    from govredact.messages import Texts


def script(commands: Sequence[Command], texts: Texts) -> str:
    """The script."""
    entries = "".join(f"    {_quoted(command.name + ':' + texts(f'help.command.{command.name}'))}\n" for command in commands)
    cases = "".join(_case(command, texts) for command in commands)
    return (
        "#compdef govredact\n_govredact() {\n  local -a commands\n  commands=(\n" + entries + "  )\n"
        "  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n"
        "  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n"
        "  case $command in\n" + cases + "  esac\n}\ncompdef _govredact govredact\n"
    )


def _case(command: Command, texts: Texts) -> str:
    specs = [spec for option in command.options for spec in _option(command, option, texts)]
    specs += [_operand(operand) for operand in command.operands]
    return f"    {command.name}) _arguments {' '.join(map(_quoted, specs))} ;;\n"


def _option(command: Command, option: Option, texts: Texts) -> list[str]:
    text = texts.find("help", f"{command.name}.{option.dest}") or texts(f"help.option.{option.dest}")
    text = text.replace("[", "(").replace("]", ")").replace(":", " ")
    value = f":{option.value.replace(':', ' ')}:{_action(option.choices, option.complete)}" if option.value else ""
    return [f"{'*' if option.many else ''}{flag}[{text}]{value}" for flag in option.flags]


def _operand(operand: Operand) -> str:
    return f"{'*' if operand.many else ''}:{operand.name}:{_action(operand.choices, operand.complete)}"


def _action(choices: tuple[str, ...], complete: str) -> str:
    if choices:
        return f"({' '.join(choices)})"
    return "_files" if complete else " "


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
