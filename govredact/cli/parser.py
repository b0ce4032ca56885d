"""Parses the arguments of one command, and says what is wrong in the user's language with a suggestion.

The rules are those of ``argparse``, which takes longer to import than a small file to scan: ``--name value`` and ``--name=value``,
``-n value`` and ``-nvalue``, switches joined as in ``-qh``, no abbreviations. Operands may stand before, between and behind options.
"""

from __future__ import annotations

from types import SimpleNamespace

from govredact.cli.convert import choice, nearest
from govredact.errors import UsageError
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govredact.cli.command import Command, Option


def parse(command: Command, argv: Sequence[str]) -> SimpleNamespace:
    """The values of the options of ``command`` by name; its operands are the list ``operands``. UsageError (2) for what does not fit.

    With ``--help`` nothing but the options is checked.
    """
    args = SimpleNamespace(**{option.dest: [] if option.many else option.default if option.value else False for option in command.options})
    cut = argv.index("--") if "--" in argv else len(argv)
    arguments = iter(argv[:cut])
    rest = [text for text in arguments if not _read(command, args, text, arguments)]
    if args.help:
        return args
    for text in rest:
        if text.startswith("-") and text != "-":
            raise _unknown_option(command, text)
    args.operands = [*rest, *argv[cut + 1 :]]
    _check_operands(command, args.operands)
    return args


def _read(command: Command, args: SimpleNamespace, text: str, following: Iterator[str]) -> bool:
    """Reads the option that ``text`` is, and its value, which may be the next of the ``following``; whether it is one."""
    option, attached = _option(command, text)
    while option is not None:
        if option.value:
            _store(args, option, _value(command, option, following) if attached is None else attached)
            return True
        setattr(args, option.dest, True)
        if attached is None:
            return True
        # Switches of one letter may be joined: -qh.
        joined = _named(command, f"-{attached[:1]}") if attached and not text.startswith("--") else None
        if joined is None:
            name = option.flags[-1]
            raise UsageError(f"{name} takes no value", kind="no_value", option=name)
        option, attached = joined, attached[1:] or None
    return False


def _option(command: Command, text: str) -> tuple[Option | None, str | None]:
    """The option that ``text`` begins with (None where it begins with none), and the value that is attached to it."""
    if text.startswith("-"):
        name, equals, attached = text.partition("=")
        for known, value in ((text, None), (name, attached if equals else None), (text[:2], text[2:])):
            option = _named(command, known)
            if option is not None:
                return option, value
    return None, None


def _named(command: Command, name: str) -> Option | None:
    return next((option for option in command.options if name in option.flags), None)


def _value(command: Command, option: Option, following: Iterator[str]) -> str:
    text = next(following, None)
    if text is None or _is_option(command, text):
        name = option.flags[-1]
        raise UsageError(f"{name} needs a value", kind="needs_value", option=name)
    return text


def _is_option(command: Command, text: str) -> bool:
    """Whether ``text`` is an option, known or not, and no value: a number and a phrase may begin with a hyphen."""
    if not text.startswith("-") or text == "-":
        return False
    whole, dot, decimals = text[1:].partition(".")
    number = decimals.isdecimal() and (whole.isdecimal() or not whole) if dot else whole.isdecimal()
    return _option(command, text)[0] is not None or not (number or " " in text)


def _store(args: SimpleNamespace, option: Option, text: str) -> None:
    name = option.flags[-1]
    value: object = choice(name, text, option.choices) if option.choices else option.convert(name, text) if option.convert else text
    if option.many:
        getattr(args, option.dest).append(value)
    else:
        setattr(args, option.dest, value)


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
