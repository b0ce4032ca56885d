"""Parses the arguments of one command with argparse, and says what is wrong in the user's language with a suggestion.

Only the chosen command's options are constructed. Operands may stand before, between and behind options.
"""

from __future__ import annotations

import argparse

from govredact.cli.convert import choice, nearest
from govredact.errors import UsageError
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

    from govredact.cli.command import Command, Option


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message, kind="other")


def parse(command: Command, argv: Sequence[str]) -> argparse.Namespace:
    """The arguments of ``command``; its operands are the list ``operands``. UsageError (2) for what does not fit.

    With ``--help`` nothing but that is checked.
    """
    parser = _parser(command)
    cut = argv.index("--") if "--" in argv else len(argv)
    try:
        args, rest = parser.parse_known_args(argv[:cut])
    except argparse.ArgumentError as error:
        raise _wrong_value(command, error.argument_name or "") from None
    if args.help:
        return args
    for text in rest:
        if text.startswith("-") and text != "-":
            raise _unknown_option(command, text)
    args.operands = [*rest, *argv[cut + 1 :]]
    _check_operands(command, args.operands)
    return args


def _parser(command: Command) -> argparse.ArgumentParser:
    # A fixed width keeps argparse from asking for the terminal's, which imports shutil; its help is never printed.
    parser = _Parser(
        add_help=False, allow_abbrev=False, exit_on_error=False, formatter_class=lambda prog: argparse.HelpFormatter(prog, width=80)
    )
    for option in command.options:
        _add(parser, option)
    return parser


def _add(parser: argparse.ArgumentParser, option: Option) -> None:
    if not option.value:
        parser.add_argument(*option.flags, action="store_true")
        return
    name, choices, convert = option.flags[-1], option.choices, option.convert

    def value(text: str) -> object:
        if choices:
            return choice(name, text, choices)
        return convert(name, text) if convert else text

    if option.many:
        parser.add_argument(*option.flags, action="append", type=value, default=[])
    else:
        parser.add_argument(*option.flags, type=value, default=option.default)


def _wrong_value(command: Command, names: str) -> UsageError:
    name = names.split("/")[-1]
    option = next((option for option in command.options if name in option.flags), None)
    if option is not None and not option.value:
        return UsageError(f"{name} takes no value", kind="no_value", option=name)
    return UsageError(f"{name} needs a value", kind="needs_value", option=name)


def _unknown_option(command: Command, text: str) -> UsageError:
    name = text.partition("=")[0]
    near = nearest(name, [flag for option in command.options for flag in option.flags if len(flag) > 2])
    hint = f"; did you mean {near}?" if near else f"; see govredact {command.name} --help"
    kind = "unknown_option" if near else "no_such_option"
    return UsageError(f"unknown option {name}{hint}", kind=kind, option=name, near=near, command=command.name)


def _check_operands(command: Command, operands: list[str]) -> None:
    required = [operand for operand in command.operands if operand.required]
    if len(operands) < len(required):
        missing = required[len(operands)]
        if missing.choices and not operands:
            choices = ", ".join(missing.choices)
            raise UsageError(f"{missing.name} is missing: {choices}", kind="missing_choice", name=missing.name, choices=choices)
        raise UsageError(f"{missing.name} is missing", kind="missing", name=missing.name, command=command.name)
    for operand, text in zip(command.operands, operands, strict=False):
        if operand.choices:
            choice(operand.name, text, operand.choices)
    if len(operands) > len(command.operands) and not (command.operands and command.operands[-1].many):
        raise UsageError("too many arguments", kind="too_many", count=len(operands) - len(command.operands), command=command.name)
