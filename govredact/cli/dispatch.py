"""From the raw arguments to the command that they name."""

from __future__ import annotations

import os
import sys
from importlib import import_module

from govredact.cli.command import COMMANDS, Command, Option
from govredact.errors import UsageError
from govredact.messages import LANGUAGES, Texts, language
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType


# A module called list would hide the built-in inside this package.
_MODULES = {"list": "listing"}


def message_texts(arguments: Sequence[str]) -> Texts:
    """The messages in the user's language: ``--lang``, GOVREDACT_LANG, the locale, else Chinese.

    On a console that has no Chinese characters nobody could read them: without an explicit wish it gets English.
    """
    from govredact.cli.output import encodable

    wish = _lang_option(arguments) or os.environ.get("GOVREDACT_LANG")
    streams = [stream for stream in (sys.stdout, sys.stderr) if stream is not None]
    if not wish and not all(encodable("中", stream) for stream in streams):
        return Texts("en")
    return Texts(language(wish))


def _lang_option(arguments: Sequence[str]) -> str | None:
    for position, text in enumerate(arguments):
        value = text.partition("=")[2] if text.startswith("--lang=") else ""
        if text == "--lang" and position + 1 < len(arguments):
            value = arguments[position + 1]
        if value in LANGUAGES:
            return value
    return None


def run(arguments: Sequence[str], texts: Texts) -> int:
    """Run the command that ``arguments`` name; UsageError where they name none."""
    name, rest = _split(arguments)
    if not name:
        return _overview(rest, texts)
    from govredact.cli.parser import parse

    module = command_module(name)
    command: Command = module.COMMAND
    args = parse(command, rest)
    if args.help:
        return _show_page(command, texts)
    code: int = module.run(args, texts)
    return code


def command_module(name: str) -> ModuleType:
    """The module of a command: it holds ``COMMAND`` and ``run(args, texts)``."""
    return import_module(f"govredact.cli.{_MODULES.get(name, name)}")


def _split(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """The command, and all other arguments: options may stand before it (``--lang en scan``)."""
    position = 0
    while position < len(arguments) and arguments[position].startswith("-"):
        position += 2 if arguments[position] == "--lang" else 1
    if position >= len(arguments):
        return "", list(arguments)
    name = arguments[position]
    if name not in COMMANDS:
        raise _unknown_command(name)
    return name, [*arguments[:position], *arguments[position + 1 :]]


def _unknown_command(name: str) -> UsageError:
    from govredact.cli.convert import nearest

    if os.path.exists(name):
        return UsageError("a command comes first: govredact scan PATH", kind="path_first")
    near = nearest(name, COMMANDS)
    hint = f"; did you mean govredact {near}?" if near else "; see govredact --help"
    return UsageError(f"unknown command {name}{hint}", kind="unknown_command" if near else "no_such_command", name=name, near=near)


def _overview(arguments: list[str], texts: Texts) -> int:
    from govredact._version import __version__
    from govredact.cli import help as pages
    from govredact.cli import options, output
    from govredact.cli.parser import parse

    args = parse(Command("", options=(options.HELP, options.LANG, Option(("--version",)))), arguments)
    if args.version:
        output.write(f"govredact {__version__}\n", sys.stdout)
        return 0
    output.write(pages.overview(texts, output.columns()), sys.stdout if args.help else sys.stderr)
    return 0 if args.help else 2


def _show_page(command: Command, texts: Texts) -> int:
    from govredact.cli import help as pages
    from govredact.cli import output

    output.write(pages.page(command, texts, output.columns()), sys.stdout)
    return 0
