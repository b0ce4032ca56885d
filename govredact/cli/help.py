"""The help pages, made from the commands' own descriptions, in the user's language and the terminal's width."""

from __future__ import annotations

from govredact.cli.command import COMMANDS
from govredact.reports.terminal import pad, width
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.cli.command import Command, Operand, Option
    from govredact.messages import Texts

_COLUMN = 32
_CLOSING = frozenset("，。；：、）！？")


def overview(texts: Texts, columns: int) -> str:
    """The page of ``govredact --help``."""
    usage = texts("help.usage", rest=texts("help.usage_command"))
    lines = [*wrap(texts("help.title"), columns), "", usage, "", texts("help.commands")]
    for name in COMMANDS:
        lines += _entry(name, texts(f"help.command.{name}"), columns)
    lines += ["", *wrap(texts("help.exit_codes"), columns), "", *wrap(texts("help.more"), columns)]
    return "\n".join(lines) + "\n"


def page(command: Command, texts: Texts, columns: int) -> str:
    """The page of ``govredact COMMAND --help``."""
    operands = " ".join(map(_operand, command.operands))
    usage = texts("help.usage", rest=f"{command.name} {texts('help.options_short')} {operands}".rstrip())
    lines = [usage, "", *wrap(texts(f"help.command.{command.name}"), columns), ""]
    extra = texts.find("help", f"about.{command.name}")
    if extra:
        lines += [*wrap(extra, columns), ""]
    lines.append(texts("help.options"))
    for option in command.options:
        lines += _entry(_flags(option), _option_text(command, option, texts), columns)
    return "\n".join(lines) + "\n"


def _operand(operand: Operand) -> str:
    text = "|".join(operand.choices) or operand.name
    text = f"{text}..." if operand.many else text
    return text if operand.required else f"[{text}]"


def _flags(option: Option) -> str:
    flags = ", ".join(option.flags)
    return f"{flags} {option.value}" if option.value else flags


def _option_text(command: Command, option: Option, texts: Texts) -> str:
    text = texts.find("help", f"{command.name}.{option.dest}") or texts(f"help.option.{option.dest}")
    if len(option.choices) > 1:
        text += texts("help.choices", choices=" ".join(option.choices))
    return text + texts("help.repeatable") if option.many else text


def _entry(head: str, text: str, columns: int) -> list[str]:
    lines = wrap(text, max(30, columns - _COLUMN - 2))
    if width(head) > _COLUMN - 2:
        return [f"  {head}", *(f"  {' ' * _COLUMN}{line}" for line in lines)]
    return [f"  {pad(head, _COLUMN)}{lines[0]}", *(f"  {' ' * _COLUMN}{line}" for line in lines[1:])]


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most ``columns``; Chinese breaks anywhere, words of Latin letters stay whole."""
    lines, line = [], ""
    for token in _tokens(text):
        # Room for one full-width mark stays free, because such a mark never begins a line.
        if line and width(line) + width(token.rstrip()) > columns - 2 and token not in _CLOSING:
            lines.append(line.rstrip())
            line = ""
        line += token
    return [*lines, line.rstrip()]


def _tokens(text: str) -> list[str]:
    import re

    return re.findall(r"[!-~]+ *|[^!-~]", text)
