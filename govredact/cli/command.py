"""What a command is: its operands and options as data, from which parsing, help and shell completion are made."""

from __future__ import annotations

from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Option(NamedTuple):
    """One option. ``value`` is what stands for its value in help (empty for a switch).

    ``convert`` takes the option's name and the text and raises UsageError; ``many`` allows it again and again; ``complete``
    is ``file`` where a shell should offer files.
    """

    flags: tuple[str, ...]
    value: str = ""
    convert: Callable[[str, str], object] | None = None
    many: bool = False
    default: object = None
    choices: tuple[str, ...] = ()
    complete: str = ""

    @property
    def dest(self) -> str:
        """The attribute of the parsed arguments."""
        return self.flags[-1].lstrip("-").replace("-", "_")


class Operand(NamedTuple):
    """One positional argument, or the rest of them (``many``)."""

    name: str
    choices: tuple[str, ...] = ()
    many: bool = False
    required: bool = True
    complete: str = ""


class Command(NamedTuple):
    """One command of the program."""

    name: str
    operands: tuple[Operand, ...] = ()
    options: tuple[Option, ...] = ()


# The order is that of the help page. Each module holds COMMAND and run(args, texts) -> exit code.
COMMANDS = ("scan", "mask", "verify", "fix", "list", "config", "lexicon", "baseline", "demo", "completion")
