"""Runs over the inputs: what was named becomes one FileReport each, whatever happens to it."""

from __future__ import annotations

import os

from govredact.cli import progress
from govredact.documents.limits import Limits
from govredact.errors import DocumentError, GovRedactError, PluginError
from govredact.inputs import Input, Manifests, walk
from govredact.models import FileError, FileReport
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from types import SimpleNamespace
    from typing import Any

    from govredact.engine import Engine
    from govredact.messages import Texts


def collect(engine: Engine, operands: Sequence[str], args: SimpleNamespace) -> list[Input]:
    """The inputs that the operands name, in a fixed order; options and settings say what folders leave out."""
    policy = engine.policy
    found = walk(operands, exclude=(*policy.exclude, *args.exclude), ignore=policy.ignore, stdin_name=args.stdin_filename or "")
    return list(found)


def run(task: Callable[[Any], FileReport], items: Sequence[Any], args: SimpleNamespace, texts: Texts) -> list[FileReport]:
    """``task`` over the items, in as many processes as asked for; standard input can be read in this process only."""
    if args.jobs > 1 and "-" not in args.operands:
        from govredact.cli import pool

        results: Iterable[FileReport] = pool.run(task, items, args.jobs)
    else:
        results = map(task, items)
    return list(progress.shown(results, len(items), texts, args.quiet))


def read(engine: Engine, source: Input) -> bytes:
    """The bytes of an input within the policy's limits; DocumentError."""
    return source.read(Limits(max_bytes=engine.policy.limits.file_bytes))


class ScanTask:
    """Called with an input, gives its report. Picklable."""

    def __init__(self, engine: Engine, operands: Sequence[str] = ()) -> None:
        self.engine = engine
        self.names = Names(engine)
        self.manifests = Manifests(operands)

    def __call__(self, source: Input) -> FileReport:
        """The report of one input; skipped and unreadable ones have theirs as well."""
        return guarded(source, self.names, lambda: self._scan(source))

    def _scan(self, source: Input) -> FileReport:
        origin = self.manifests.origin(source.path) if source.kind == "file" else None
        return self.engine.scan_file(read(self.engine, source), source.path, source.path, origin)


def guarded(source: Input, names: Names, work: Callable[[], FileReport]) -> FileReport:
    """The report that ``work`` gives, or one that says why there is none. Errors of settings pass through."""
    if source.kind == "skipped":
        return FileReport(names.whole(source.path), "", "", "skipped", error=FileError(source.reason, f"skipped: {source.reason}", {}))
    try:
        report = work()
    except (DocumentError, PluginError) as error:
        return unreadable(names.whole(source.path), error)
    except GovRedactError:
        raise
    except Exception as error:
        if os.environ.get("GOVREDACT_DEBUG"):
            raise
        # One bad file does not stop the others. The message may hold text of the document; its kind does not.
        name = type(error).__name__
        return unreadable(names.whole(source.path), PluginError(f"unexpected {name}", kind="unexpected", name=name))
    # Without findings the report does not know what to cover in the file's own name.
    return report._replace(path=(names.folders if report.status == "scanned" else names.whole)(report.path))


def unreadable(path: str, error: DocumentError | PluginError) -> FileReport:
    """The report of a file that could not be read."""
    return FileReport(path, "", "", "unreadable", error=FileError(error.code, error.message, error.params))


class Names:
    """Paths as reports may show them: values in the names of folders are masked. The file's own name is left to the report."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[str, str] = {}

    def folders(self, path: str) -> str:
        """``path`` with its folders masked."""
        head, tail = os.path.split(path)
        return os.path.join(self._masked(head), tail) if head else path

    def whole(self, path: str) -> str:
        """``path`` with folders and name masked, for a file of which no finding can tell."""
        return self._masked(path)

    def _masked(self, path: str) -> str:
        if path not in self._known:
            self._known[path] = os.sep.join(self._engine.masked_name(part) if part else part for part in path.split(os.sep))
        return self._known[path]
