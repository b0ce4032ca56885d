"""Whole processes: start-up against `python -c pass`, time and memory against the size of the input."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.speed import clock, prose
from benchmarks.speed.result import Row, Section, at_most
from benchmarks.speed.words import vocabulary

SMALL = "关于{0}号公告的通知\n联系电话：0571-8765432{0}\n当事人李某，联系方式1380013800{0}，已告知。\n"


def startup_section(rounds: int) -> Section:
    """`import govredact` and a scan of ten small files as multiples of `python -c pass`."""
    with tempfile.TemporaryDirectory() as folder:
        for i in range(10):
            (Path(folder) / f"notice{i}.txt").write_text(SMALL.format(i), encoding="utf-8")
        times = clock.child_medians(
            {
                "pass": [sys.executable, "-c", "pass"],
                "import": [sys.executable, "-c", "import govredact"],
                "scan": [sys.executable, "-m", "govredact", "scan", folder],
            },
            rounds * 3,
        )
    base = times["pass"]
    rows = (
        Row("`python -c pass`", f"{base * 1000:.1f} ms"),
        at_most("`import govredact`", f"{times['import'] * 1000:.1f} ms", times["import"] / base, 5),
        at_most("`govredact scan` on ten small files", f"{times['scan'] * 1000:.1f} ms", times["scan"] / base, 8),
    )
    notes = (f"CPU time (user and system) of the whole process, median of {rounds * 3}; byte code is compiled before.",)
    return Section("Start-up", "python -m benchmarks.speed --only startup", notes, rows)


def linear_section(sizes: tuple[float, ...], rounds: int) -> Section:
    """`govredact scan` on prose of growing size: CPU time per MB, and peak memory against 4 × size + 60 MB."""
    words = vocabulary()
    block = prose.generate(min(max(sizes), 10), words)
    rows: list[Row] = []
    first = 0.0
    with tempfile.TemporaryDirectory() as folder:
        base = clock.run_child([sys.executable, "-m", "govredact", "scan", folder]).seconds
        for size in sizes:
            path = Path(folder) / f"prose{size:g}.txt"
            length = _write(path, block, size)
            measured = [
                clock.run_child([sys.executable, "-m", "govredact", "scan", str(path), "--format", "json"])
                for _ in range(rounds if size < 50 else 1)
            ]
            if any(child.code not in (0, 1) for child in measured):
                raise AssertionError(f"govredact scan ended with {measured[0].code} on {size:g} MB of prose")
            seconds = (sorted(child.seconds for child in measured)[len(measured) // 2] - base) / length * 1e6
            first = first or seconds
            peak, bound = max(child.peak for child in measured) / 1e6, 4 * length / 1e6 + 60
            rows.append(at_most(f"{size:g} MB: CPU time per MB against the smallest", f"{seconds * 1000:.0f} ms/MB", seconds / first, 1.5))
            rows.append(
                Row(f"{size:g} MB: peak memory, bound 4 × size + 60 MB", f"{peak:.0f} MB", f"{peak / bound:.2f}", "≤ 1", peak <= bound)
            )
            path.unlink()
    notes = (
        "The whole command, start-up taken off; prose of 10 MB and more repeats the same 10 MB.",
        f"An empty folder takes {base * 1000:.0f} ms.",
    )
    return Section(
        "Growing input", f"python -m benchmarks.speed --only linear --sizes {','.join(f'{s:g}' for s in sizes)}", notes, tuple(rows)
    )


def _write(path: Path, block: str, megabytes: float) -> int:
    """Write about `megabytes` MB made of `block`; returns the bytes written."""
    wanted, written = int(megabytes * 1_000_000), 0
    with path.open("w", encoding="utf-8", newline="") as file:
        while written < wanted:
            part = block if wanted - written > len(block.encode()) else block[: (wanted - written) // 3 + 1]
            file.write(part)
            written += len(part.encode())
    return path.stat().st_size
