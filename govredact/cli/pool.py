"""Runs one task over many inputs, in this process or in several; results come in the order of the inputs either way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govredact.errors import PluginError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import FrameType

# How many inputs are handed out ahead of the results, for each process: enough to keep it busy, few enough for memory.
_AHEAD = 4
_task: Callable[[Any], Any] | None = None
_leaving = False


def run(task: Callable[[Any], Any], items: Sequence[Any], jobs: int) -> Iterator[Any]:
    """``task(item)`` for each item, in order. ``task`` is picklable where ``jobs`` is more than 1."""
    if jobs > 1 and len(items) > 1:
        return _parallel(task, items, min(jobs, len(items)))
    return map(task, items)


def _parallel(task: Callable[[Any], Any], items: Sequence[Any], jobs: int) -> Iterator[Any]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    pool = ProcessPoolExecutor(jobs, initializer=_start, initargs=(task,))
    try:
        waiting = [pool.submit(_work, item) for item in items[: jobs * _AHEAD]]
        for number in range(len(items)):
            result = waiting.pop(0).result()
            if number + jobs * _AHEAD < len(items):
                waiting.append(pool.submit(_work, items[number + jobs * _AHEAD]))
            yield result
    except BrokenProcessPool:
        raise PluginError("a worker process ended early, perhaps for lack of memory; try --jobs 1", kind="worker") from None
    except BaseException:
        _stop()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _start(task: Callable[[Any], Any]) -> None:
    """In a worker: remember the task; leave Ctrl-C to the parent, and tidy up when it asks for an end."""
    import signal

    global _task  # noqa: PLW0603 - a worker's only way to keep its task between calls
    _task = task
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)


def _leave(_signal: int, _frame: FrameType | None) -> None:
    global _leaving  # noqa: PLW0603 - the pool catches SystemExit and goes on with the next item
    _leaving = True
    raise SystemExit(130)


def _work(item: Any) -> Any:
    if _leaving or _task is None:
        raise SystemExit(130)
    return _task(item)


def _stop() -> None:
    """End the workers now; files that they were writing are removed on their way out."""
    import multiprocessing

    for child in multiprocessing.active_children():
        child.terminate()
