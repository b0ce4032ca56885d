"""Timing: CPU time, median of some rounds, every contender once a round, so that a busy machine hurts all alike."""

from __future__ import annotations

import gc
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


# Starts sys.argv[1:], waits, prints CPU seconds, peak memory in KB and exit code.
_LAUNCHER = """
import os, sys
null = os.open(os.devnull, os.O_RDWR)
actions = [(os.POSIX_SPAWN_DUP2, null, number) for number in (0, 1, 2)]
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=actions)
_, status, usage = os.wait4(child, 0)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status))
"""


class Child(NamedTuple):
    """What a finished process used: CPU seconds, peak memory in bytes, exit code."""

    seconds: float
    peak: int
    code: int


def medians(contenders: Mapping[str, Callable[[], object]], rounds: int = 5) -> dict[str, float]:
    """Median CPU seconds of each contender. Each runs once before, to load what it loads on first use."""
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for run in contenders.values():
        run()
    for _ in range(rounds):
        for name, run in contenders.items():
            gc.collect()
            started = time.process_time()
            run()
            times[name].append(time.process_time() - started)
    return {name: statistics.median(taken) for name, taken in times.items()}


def run_child(command: Sequence[str], cwd: str | None = None) -> Child:
    """Run `command` with its output thrown away and measure it alone.

    A small process starts it: Linux counts what the starting process held as the child's first peak.
    """
    run = subprocess.run([sys.executable, "-S", "-E", "-c", _LAUNCHER, *command], stdout=subprocess.PIPE, text=True, check=True, cwd=cwd)
    seconds, peak, code = run.stdout.split()
    return Child(float(seconds), int(peak) * 1024, int(code))


def child_medians(commands: Mapping[str, Sequence[str]], rounds: int, cwd: str | None = None) -> dict[str, float]:
    """Median CPU seconds of whole processes, one of each command a round after a first one that warms the disk.

    RuntimeError where one ends with anything but 0 or 1 (findings): a failure is quick and would look fast.
    """
    times: dict[str, list[float]] = {name: [] for name in commands}
    for i in range(rounds + 1):
        for name, command in commands.items():
            child = run_child(command, cwd)
            if child.code not in (0, 1):
                raise RuntimeError(f"{name} ended with {child.code}: {' '.join(command[:4])}")
            if i:
                times[name].append(child.seconds)
    return {name: statistics.median(taken) for name, taken in times.items()}
