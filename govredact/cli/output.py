"""Where text goes: standard output, standard error, report files. Never fails on an encoding nor on a closed pipe."""

from __future__ import annotations

import os
import sys

from govredact.errors import UsageError
from govredact.reports import JSON_FORMATS, PEOPLE_FORMATS, Style, pieces
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, TextIO

    from govredact.messages import Texts


def encodable(text: str, stream: TextIO) -> bool:
    """Whether the stream's encoding has every character of ``text``."""
    try:
        text.encode(stream.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def write(text: str | Iterable[str], stream: TextIO, encoding: str | None = None) -> None:
    """Write ``text``, whole or in pieces, to a stream of the process; what its encoding lacks becomes ``?``. A closed pipe is no error.

    UsageError (2) where standard output takes nothing, as on a full disk; standard error may be lost.
    """
    encoding = encoding or stream.encoding or "utf-8"
    try:
        stream.flush()
        raw = getattr(stream, "buffer", None)
        for piece in (text,) if isinstance(text, str) else text:
            data = piece.encode(encoding, "replace")
            if raw is None:  # a stream that a test or an embedding program put there
                stream.write(data.decode(encoding))
            else:
                raw.write(data)
        stream.flush()
    except BrokenPipeError:
        drop(stream)
    except OSError as error:
        drop(stream)
        if stream is not sys.stderr:
            raise UsageError(f"standard output cannot be written: {error.strerror}", kind="stdout", problem=error.strerror) from None


def diagnostic(text: str) -> None:
    """One line for the user on standard error."""
    if sys.stderr is not None:
        write(f"{text}\n", sys.stderr)


def report(name: str, view: dict[str, Any], style: Style, stream: TextIO) -> None:
    """Print a report. Formats for programs are UTF-8 in a pipe or a file, whatever the console's encoding is."""
    people = name in PEOPLE_FORMATS
    encoding = None if people or _is_terminal(stream) else "utf-8"
    if encoding is None and name in JSON_FORMATS and not all(encodable(piece, stream) for piece in pieces(name, view, style)):
        style = style._replace(ascii_only=True)
    write(pieces(name, view, style), stream, encoding)


def style(texts: Texts, args: Any, mode: str, stream: TextIO) -> Style:
    """The look that the options and the stream ask for."""
    return Style(texts, wants_colour(stream), columns(), getattr(args, "explain", False), args.quiet, mode)


def plain_style(texts: Texts, args: Any, mode: str) -> Style:
    """The look of a report in a file: no colours, a fixed width, nothing left out."""
    return Style(texts, False, 100, args.explain, False, mode)


def wants_colour(stream: TextIO) -> bool:
    """Colours only on a terminal that knows them, and never against NO_COLOR (https://no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not _is_terminal(stream):
        return False
    return os.name != "nt" or "WT_SESSION" in os.environ or "ANSICON" in os.environ


def columns() -> int:
    """The width of the terminal, 100 where there is none."""
    text = os.environ.get("COLUMNS", "")
    if text.isdecimal() and int(text) > 20:
        return int(text)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 100
    except (OSError, ValueError, AttributeError):
        return 100


def _is_terminal(stream: TextIO) -> bool:
    return stream.isatty()


def drop(stream: TextIO) -> None:
    """Send what is still buffered nowhere, so that the interpreter does not fail when it flushes at its end."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(devnull, stream.fileno())
    finally:
        os.close(devnull)
