"""Completion for bash: ``source <(govredact completion bash)``."""

from __future__ import annotations

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govredact.cli.command import Command, Option
    from govredact.messages import Texts

_HEAD = """\
_govredact() {
  local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}" cmd="" word words=""
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in
      -*) ;;
      %s) cmd="$word"; break ;;
    esac
  done
  COMPREPLY=()
  case "$cmd:$prev" in
"""
_TAIL = """\
  esac
  if [[ "$cur" == -* || -z "$cmd" ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
  else
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -W "$operands" -- "$cur") $(compgen -f -- "$cur"))
  fi
}
complete -F _govredact govredact
"""


def script(commands: Sequence[Command], texts: Texts) -> str:  # noqa: ARG001 - bash shows no descriptions
    """The script."""
    names = [command.name for command in commands]
    lines = [_HEAD % "|".join(names)]
    lines += [_values(command, option) for command in commands for option in command.options if option.value]
    lines += ['  esac\n  local operands=""\n  case "$cmd" in\n', f'    "") words="{" ".join(names)} --help --version --lang" ;;\n']
    lines += [_words(command) for command in commands]
    return "".join([*lines, _TAIL])


def _values(command: Command, option: Option) -> str:
    patterns = "|".join(f"{command.name}:{flag}" for flag in option.flags)
    if option.choices:
        return f'    {patterns}) COMPREPLY=($(compgen -W "{" ".join(option.choices)}" -- "$cur")); return ;;\n'
    if option.complete:
        return f'    {patterns}) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return ;;\n'
    return f"    {patterns}) return ;;\n"


def _words(command: Command) -> str:
    flags = " ".join(flag for option in command.options for flag in option.flags)
    operands = " ".join(choice for operand in command.operands for choice in operand.choices)
    return f'    {command.name}) words="{flags}"; operands="{operands}" ;;\n'
