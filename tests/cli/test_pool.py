"""Several processes: the order of the inputs, errors of a worker, a worker that dies; progress on a terminal only."""

import io
import os
import sys

import pytest

from govredact.cli import pool, progress
from govredact.errors import LimitExceededError, PluginError
from govredact.messages import Texts


def square(number):
    return number * number


def refuse(number):
    raise LimitExceededError("too large", limit="max_bytes", maximum=number)


def die(_number):
    os._exit(9)


@pytest.mark.parametrize("jobs", [1, 2, 50])
def test_results_come_in_the_order_of_the_inputs(jobs):
    assert list(pool.run(square, range(30), jobs)) == [number * number for number in range(30)]


def test_errors_keep_their_kind_and_parameters():
    with pytest.raises(LimitExceededError) as raised:
        list(pool.run(refuse, [1, 2], 2))
    assert raised.value.params["maximum"] == 1


def test_worker_that_dies_is_an_error_with_advice():
    with pytest.raises(PluginError, match="--jobs 1"):
        list(pool.run(die, [1, 2, 3], 2))


class UnpicklableError(Exception):
    def __reduce__(self):
        raise TypeError("no")


def fail(_number):
    raise UnpicklableError


def test_error_that_cannot_travel_is_still_an_error():
    with pytest.raises(PluginError):
        list(pool.run(fail, [1, 2, 3], 2))


def test_consumer_that_stops_early_leaves_no_process_behind():
    import multiprocessing

    results = pool.run(square, range(1000), 2)
    assert next(results) == 0
    results.close()
    assert multiprocessing.active_children() == []


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_is_shown_on_a_terminal_and_wiped(monkeypatch):
    monkeypatch.setattr(progress, "_QUIET_SECONDS", 0)
    monkeypatch.setattr(progress, "_EVERY_SECONDS", 0)
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert list(progress.shown("ab", 2, Texts("zh"), quiet=False)) == ["a", "b"]
    assert "已处理 2/2 个文件" in sys.stderr.getvalue()
    assert sys.stderr.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize("quiet", [True, False])
def test_progress_says_nothing_elsewhere(monkeypatch, quiet):
    monkeypatch.setattr(progress, "_QUIET_SECONDS", 0)
    monkeypatch.setattr(sys, "stderr", Terminal() if quiet else io.StringIO())
    assert list(progress.shown("ab", 2, Texts("zh"), quiet=quiet)) == ["a", "b"]
    assert sys.stderr.getvalue() == ""
