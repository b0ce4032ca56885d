"""Where masked copies go, decided for all inputs before the first one is read."""

from __future__ import annotations

import os

from govredact.errors import UsageError
from govredact.inputs import identities, is_protected
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from govredact.inputs import Input

STDOUT = "-"


def plan(out: str, sources: Sequence[Input], operands: Sequence[str], masked_name: Callable[[str], str]) -> list[str]:
    """One path for each source. UsageError (2) where an output would be an input or OUT does not fit the inputs.

    Names of copies in a folder are the inputs' names with the values in them masked; equal ones get a number.
    """
    if out == STDOUT:
        if len(sources) > 1:
            raise UsageError("standard output takes one masked copy; name a folder", kind="one_to_stdout")
        return [STDOUT] * len(sources)
    if _is_folder(out, operands):
        if os.path.exists(out) and not os.path.isdir(out):
            raise UsageError(f"{out} is not a folder, and the copies need one", kind="out_not_folder", path=out)
        taken: set[str] = set()
        targets = [_unique(os.path.join(out, *_masked_parts(source, masked_name)), taken) for source in sources]
    else:
        targets = [out] * len(sources)
    refuse_overwriting(sources, targets)
    return targets


def refuse_overwriting(sources: Iterable[Input], outputs: Iterable[str]) -> None:
    """UsageError (2) when an output is an input: by path, through a link, or as another name of the same file."""
    protected = identities(source.path for source in sources if source.kind == "file")
    if any(is_protected(path, protected) for path in outputs):
        raise UsageError("an output would overwrite an input; choose another place", kind="overwrites_input")


def refuse_sharing(outputs: Sequence[str]) -> None:
    """UsageError (2) when two outputs are one file."""
    if len(identities(outputs)) < len(outputs):
        raise UsageError("two outputs would be the same file; choose another place", kind="same_output")


def is_earlier_copy(path: str, out: str, operands: Sequence[str]) -> bool:
    """Whether ``path`` was met in ``out`` on the way through a folder around it. A folder that is named in ``out`` is input."""
    return inside(out, path) and not any(inside(out, operand) and inside(operand, path) for operand in operands)


def inside(folder: str, path: str) -> bool:
    """Whether ``path`` lies in ``folder`` (or is it)."""
    folder, path = os.path.realpath(folder), os.path.realpath(path)
    return path == folder or path.startswith(os.path.join(folder, ""))


def _is_folder(out: str, operands: Sequence[str]) -> bool:
    ends = out.endswith(("/", os.sep))
    return ends or os.path.isdir(out) or len(operands) > 1 or any(os.path.isdir(operand) for operand in operands)


def _masked_parts(source: Input, masked_name: Callable[[str], str]) -> list[str]:
    inner = "stdin.txt" if source.inner == "-" else source.inner
    return [masked_name(part) for part in inner.split(os.sep)]


def _unique(path: str, taken: set[str]) -> str:
    stem, suffix = os.path.splitext(path)
    number = 1
    while os.path.normcase(path) in taken:
        number += 1
        path = f"{stem}-{number}{suffix}"
    taken.add(os.path.normcase(path))
    return path
