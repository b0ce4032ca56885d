"""Whole processes: start-up against `python -c pass`, time and memory against the size of the input."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.speed import clock, prose
from benchmarks.speed.result import Row, Section, at_most
from benchmarks.speed.words import vocabulary
from govredact import Engine

# Two characters of a shipped list that are also met inside and across other words; segmentation decides.
WITH_KEYWORD = "有人推广黄网。"
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
            folder,  # this project has settings of its own, which take time to read
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
    block = _without_keywords(prose.generate(min(max(sizes), 10), vocabulary()))
    with tempfile.TemporaryDirectory() as folder:
        base = _scan(folder, 1).seconds
        path = Path(folder) / "prose.txt"
        rows: list[Row] = []
        first = 0.0
        for size in sizes:
            length = _write(path, block, size) / 1e6
            child = _scan(str(path), rounds if size < 50 else 1)
            rate = (child.seconds - base) / length
            first = first or rate
            rows.append(at_most(f"{size:g} MB: CPU time per MB against the smallest", f"{rate * 1000:.0f} ms/MB", rate / first, 1.5))
            rows.append(
                at_most(
                    f"{size:g} MB: peak memory against 4 × size + 60 MB",
                    f"{child.peak / 1e6:.0f} MB",
                    child.peak / 1e6 / (4 * length + 60),
                    1,
                )
            )
        _write(path, WITH_KEYWORD + block, sizes[0])
        child = _scan(str(path), rounds)
        rows.append(Row(f"{sizes[0]:g} MB with a word that needs segmentation: {child.seconds - base:.2f} s", f"{child.peak / 1e6:.0f} MB"))
    notes = (
        f"The whole command, start-up taken off (an empty folder takes {base * 1000:.0f} ms); prose beyond 10 MB repeats itself.",
        "Words of the shipped lists, which random characters make now and then, are taken out: the first that needs word boundaries loads "
        "jieba's dictionary once a process. The last row shows what that costs.",
    )
    return Section(
        "Growing input", f"python -m benchmarks.speed --only linear --sizes {','.join(f'{s:g}' for s in sizes)}", notes, tuple(rows)
    )


def _scan(path: str, rounds: int) -> clock.Child:
    """The median process of `govredact scan` on `path`, with the highest peak."""
    children = [clock.run_child([sys.executable, "-m", "govredact", "scan", path, "--format", "json"]) for _ in range(rounds)]
    if any(child.code not in (0, 1) for child in children):
        raise RuntimeError(f"govredact scan ended with {[child.code for child in children]}")
    middle = sorted(children)[len(children) // 2]
    return middle._replace(peak=max(child.peak for child in children))


def _without_keywords(text: str) -> str:
    parts, done = [], 0
    for start, end, entity in Engine().find_spans(text):
        if entity == "KEYWORD" and start >= done:
            parts.append(text[done:start])
            done = end
    return "".join(parts) + text[done:]


def _write(path: Path, block: str, megabytes: float) -> int:
    """Write about `megabytes` MB made of `block`; returns the bytes written."""
    wanted, written = int(megabytes * 1_000_000), 0
    with path.open("w", encoding="utf-8", newline="") as file:
        while written < wanted:
            part = block if wanted - written > len(block.encode()) else block[: (wanted - written) // 3 + 1]
            file.write(part)
            written += len(part.encode())
    return path.stat().st_size
