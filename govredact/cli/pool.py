"""Runs one task over many inputs, in this process or in several; results come in the order of the inputs either way.

Each worker has a pipe of its own and shares no lock with others, so that it can be stopped at any moment: Ctrl-C ends all
of them at once, and what they were writing is removed on their way out.
"""

from __future__ import annotations

from contextlib import suppress

from govredact.errors import PluginError
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from types import FrameType
    from typing import Any

# How many inputs may be handed out ahead of the results, for each worker: results that wait for their turn cost memory.
_AHEAD = 4
_MOST = 60
_PATIENCE_SECONDS = 5


class _Worker(NamedTuple):
    process: BaseProcess
    pipe: Connection


def run(task: Callable[[Any], Any], items: Sequence[Any], jobs: int) -> Iterator[Any]:
    """``task(item)`` for each item, in order. ``task`` is picklable where ``jobs`` is more than 1."""
    if jobs > 1 and len(items) > 1:
        return _parallel(task, items, min(jobs, len(items), _MOST))
    return map(task, items)


def _parallel(task: Callable[[Any], Any], items: Sequence[Any], jobs: int) -> Iterator[Any]:
    workers: list[_Worker] = []
    finished = False
    try:
        _hire(workers, task, jobs)
        yield from _in_order([worker.pipe for worker in workers], items, jobs * _AHEAD)
        finished = True
    finally:
        _dismiss(workers, finished)


def _in_order(pipes: list[Connection], items: Sequence[Any], ahead: int) -> Iterator[Any]:
    from multiprocessing.connection import wait

    idle = list(pipes)
    busy: dict[Any, int] = {}
    done: dict[int, tuple[Any, Exception | None]] = {}
    handed_out = 0
    for number in range(len(items)):
        while number not in done:
            while idle and handed_out < min(len(items), number + ahead):
                pipe = idle.pop()
                pipe.send(items[handed_out])
                busy[pipe] = handed_out
                handed_out += 1
            for ready in wait(list(busy)):
                done[busy.pop(ready)] = _received(ready)
                idle.append(ready)  # type: ignore[arg-type]  # only pipes were waited for
        result, error = done.pop(number)
        if error is not None:
            raise error
        yield result


def _received(pipe: Any) -> tuple[Any, Exception | None]:
    try:
        answer: tuple[Any, Exception | None] = pipe.recv()
    except (EOFError, OSError):
        raise PluginError("a worker process ended early, perhaps for lack of memory; try --jobs 1", kind="worker") from None
    return answer


def _hire(workers: list[_Worker], task: Callable[[Any], Any], jobs: int) -> None:
    """Start the workers. Ctrl-C waits until they are there: none of them is to hear it before it can leave quietly."""
    import multiprocessing
    import signal

    mask = getattr(signal, "pthread_sigmask", None)
    if mask is not None:
        mask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        for _ in range(jobs):
            here, there = multiprocessing.Pipe()
            process = multiprocessing.Process(target=_work, args=(there, task), daemon=True)
            process.start()
            there.close()
            workers.append(_Worker(process, here))
    finally:
        if mask is not None:
            mask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _dismiss(workers: list[_Worker], finished: bool) -> None:
    for worker in workers:
        if not finished:
            worker.process.terminate()
            continue
        with suppress(OSError):  # it may have ended by itself
            worker.pipe.send(None)
    for worker in workers:
        worker.process.join(_PATIENCE_SECONDS)
        if worker.process.is_alive():
            worker.process.kill()
        worker.pipe.close()


def _work(pipe: Connection, task: Callable[[Any], Any]) -> None:
    """A worker's life: leaves Ctrl-C to its parent, ends when it is told to or when its parent is gone."""
    import signal
    from multiprocessing import parent_process
    from pickle import PicklingError

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    parent = parent_process()
    while True:
        while not pipe.poll(_PATIENCE_SECONDS):
            if parent is None or not parent.is_alive():
                return
        item = pipe.recv()
        if item is None:
            return
        answer = _answer(task, item)
        try:
            pipe.send(answer)
        except (TypeError, AttributeError, ValueError, PicklingError):
            pipe.send((None, PluginError("a result cannot leave its worker process", kind="worker")))


def _answer(task: Callable[[Any], Any], item: Any) -> tuple[Any, Exception | None]:
    try:
        return task(item), None
    except Exception as error:  # it is raised again in the parent
        return None, error


def _leave(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(130)
