"""Completion for PowerShell: ``govredact completion powershell | Out-String | Invoke-Expression``."""

from __future__ import annotations

from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govredact.cli.command import Command
    from govredact.messages import Texts

_BODY = """\
Register-ArgumentCompleter -Native -CommandName govredact -ScriptBlock {
  param($word, $ast, $position)
  $commands = @(%(commands)s)
  $options = @{
%(options)s  }
  $values = @{
%(values)s  }
  $words = @($ast.CommandElements | ForEach-Object { $_.ToString() })
  $command = $words | Where-Object { $commands -contains $_ } | Select-Object -First 1
  $last = $words | Select-Object -Last 1
  if ($word -and $words.Count -gt 1) { $last = $words[$words.Count - 2] }
  if (-not $command) { $candidates = $commands }
  elseif ($values.ContainsKey("$command $last")) { $candidates = $values["$command $last"] }
  else { $candidates = $options[$command] }
  $candidates | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
"""


def script(commands: Sequence[Command], texts: Texts) -> str:  # noqa: ARG001 - the descriptions are not shown
    """The script."""
    options, values = [], []
    for command in commands:
        words = [choice for operand in command.operands for choice in operand.choices]
        words += [flag for option in command.options for flag in option.flags]
        options.append(f"    '{command.name}' = @({_listed(words)})\n")
        for option in command.options:
            if option.choices:
                values += [f"    '{command.name} {flag}' = @({_listed(option.choices)})\n" for flag in option.flags]
    return _BODY % {"commands": _listed(command.name for command in commands), "options": "".join(options), "values": "".join(values)}


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)
