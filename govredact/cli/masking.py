"""Masks one file: read, mask, prove, write. Picklable, so that it can run in another process."""

from __future__ import annotations

import sys

from govredact.cli import output, scanning, targets
from govredact.errors import MaskingError
from govredact.inputs import write_atomic
from govredact.models import FileError, MaskedCopy
from govredact.reports.cover import FILE_NAME
from govredact.text.digests import sha256
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.engine import Engine, MaskedFile
    from govredact.inputs import Input
    from govredact.models import FileReport


class MaskTask:
    """Called with an input and the place of its copy; gives the report of the copy, or of the original with an error."""

    proved = True

    def __init__(self, engine: Engine, in_place: bool) -> None:
        self.engine = engine
        self.in_place = in_place
        self.names = scanning.Names(engine)

    def __call__(self, job: tuple[Input, str]) -> FileReport:
        """The outcome for one input. Nothing is written unless the copy was proved."""
        source, target = job
        return scanning.guarded(source, self.names, lambda: self._mask(source, target))

    def change(self, data: bytes, path: str) -> MaskedFile:
        """The masked copy of one file, proved; MaskingError where there is none."""
        return self.engine.mask_file(data, path, path)

    def _mask(self, source: Input, target: str) -> FileReport:
        data = scanning.read(self.engine, source)
        try:
            done = self.change(data, source.path)
            written = self._write(done, data, target)
        except MaskingError as error:
            report = self.engine.scan_file(data, source.path, source.path)
            return report._replace(error=FileError(error.code, error.message, error.params))
        copy = MaskedCopy(target, done.report.sha256, self.proved, len(done.decisions)) if written else None
        report = done.report._replace(path=source.path, sha256=sha256(data), masked=copy)
        return report if self.in_place else self._under_new_name(report)

    def _under_new_name(self, report: FileReport) -> FileReport:
        """What remains in the copy: not what stood in the original's name, unless the copy was given that name as well."""
        target = "" if report.masked is None else report.masked.path
        kept = tuple(f for f in report.findings if f.location.attribute != FILE_NAME or f.value in target)
        if len(kept) == len(report.findings):
            return report
        return report._replace(path=self.names.whole(report.path), findings=kept)

    def _write(self, done: MaskedFile, data: bytes, target: str) -> bool:
        """Write the copy; in place only where something changed. MaskingError where it cannot be written."""
        if self.in_place and done.data == data:
            return False
        if target == targets.STDOUT:
            _print(done.data)
        else:
            write_atomic(target, done.data, in_place=self.in_place, parents=not self.in_place)
        return True


def _print(data: bytes) -> None:
    """The copy on standard output; MaskingError where it takes nothing. A reader that leaves early has what it wanted."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except OSError as error:
        output.drop(sys.stdout)
        if not isinstance(error, BrokenPipeError):
            raise MaskingError(f"the copy cannot be written: {error.strerror}", kind="write", problem=error.strerror) from None
