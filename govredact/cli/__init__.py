"""The command line: one module a command, and the one place where errors become exit codes."""

from __future__ import annotations

import atexit
import gc
import os
import sys

from govredact.errors import GovRedactError
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govredact.messages import Texts

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``govredact`` with ``argv`` (the process's arguments by default) and return its exit code.

    An error is one line on standard error. GOVREDACT_DEBUG=1 lets an unexpected one through with its traceback, for
    people who work on the program.
    """
    # Nothing that start-up makes is garbage, and looking for it takes a tenth of the time; ``session`` switches it on again.
    gc.disable()
    _open_missing_streams()
    try:
        return _run(argv)
    finally:
        gc.enable()
        atexit.register(gc.freeze)  # nor does the collector need to look through everything when the process ends


def _open_missing_streams() -> None:
    """Where the caller closed standard output or error, what would go there goes nowhere, and no file gets its number."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - it stays open until the end


def _run(argv: Sequence[str] | None) -> int:
    from govredact.cli.dispatch import message_texts, run

    arguments = list(sys.argv[1:] if argv is None else argv)
    texts = message_texts(arguments)
    try:
        return run(arguments, texts)
    except GovRedactError as error:
        return _fail(texts("cli.error", error=texts.error(error.code, error.message, error.params)), error.exit_code)
    except KeyboardInterrupt:
        return _fail(texts("cli.interrupted"), 130)
    except Exception as error:
        if os.environ.get("GOVREDACT_DEBUG"):
            raise
        return _fail(_internal(error, texts), 3)


def _internal(error: Exception, texts: Texts) -> str:
    """A line that names the kind of an unexpected error; its message may hold text of a document and is left out."""
    return texts("cli.internal", kind=type(error).__name__)


def _fail(line: str, code: int) -> int:
    from govredact.cli.output import diagnostic

    diagnostic(line)
    return code
