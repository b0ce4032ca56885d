"""Whole processes: start-up against `python -c pass`, time and memory against the size of the input."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.speed import clock, prose, tables
from benchmarks.speed.result import Row, Section, at_most
from benchmarks.speed.words import vocabulary
from govredact import Engine

# Sizes in MB: from here on a file is scanned once and not masked; the list that is nothing but findings.
LARGE, LIST = 50, 2.0
# Bytes of memory for each finding, beyond those for the text; where findings are masked.
PER_FINDING, PER_CHANGE = 700, 1300
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
    """`govredact` on prose of growing size: CPU time per MB, and peak memory against 4 × size + 60 MB and a little for each finding."""
    block = _without_keywords(prose.generate(min(max(sizes), 10), vocabulary()))
    density = len(Engine().scan_text(block)) / len(block.encode())
    with tempfile.TemporaryDirectory() as folder:
        base = _run("scan", folder, rounds=1).seconds
        path, copy = Path(folder) / "prose.txt", Path(folder) / "masked.txt"
        rows: list[Row] = []
        first = 0.0
        for size in sizes:
            length = _write(path, block, size)
            child = _run("scan", str(path), rounds=rounds if size < LARGE else 1)
            rate = (child.seconds - base) / length * 1e6
            first = first or rate
            rows.append(at_most(f"{size:g} MB: CPU time per MB against the smallest", f"{rate * 1000:.0f} ms/MB", rate / first, 1.5))
            rows.append(_memory(f"{size:g} MB: scan", child, length, density * length, PER_FINDING))
            if size < LARGE:
                child = _run("mask", str(path), "-o", str(copy), rounds=1)
                rows.append(_memory(f"{size:g} MB: mask", child, length, density * length, PER_CHANGE))
                child = _run("verify", str(path), str(copy), rounds=1)
                rows.append(_memory(f"{size:g} MB: verify", child, length, density * length, PER_CHANGE))
        text = tables.generate(LIST)
        path = path.with_name("list.tsv")
        path.write_text(text, encoding="utf-8")
        length, findings = len(text.encode()), len(Engine().scan_text(text))
        rows.append(_memory(f"a list of {LIST:g} MB: scan", _run("scan", str(path), rounds=1), length, findings, PER_FINDING))
        child = _run("mask", str(path), "-o", str(copy), rounds=1)
        rows.append(_memory(f"a list of {LIST:g} MB: mask", child, length, findings, PER_CHANGE))
    notes = (
        f"The whole command, start-up taken off (an empty folder takes {base * 1000:.0f} ms); prose beyond 10 MB repeats itself.",
        f"Peak memory against 4 × size + 60 MB + {PER_FINDING} bytes a finding, {PER_CHANGE} where they are masked; a finding takes some "
        "900 bytes of the JSON report that is written. The list has four or five findings a row.",
        "Words of the shipped lists, which random characters make now and then, are taken out.",
    )
    return Section(
        "Growing input", f"python -m benchmarks.speed --only linear --sizes {','.join(f'{s:g}' for s in sizes)}", notes, tuple(rows)
    )


def _memory(what: str, child: clock.Child, length: int, findings: float, each: int) -> Row:
    bound = 4 * length + 60e6 + each * findings
    return at_most(f"{what}: peak memory against the bound", f"{child.peak / 1e6:.0f} MB, {findings:,.0f} findings", child.peak / bound, 1)


def _run(command: str, *arguments: str, rounds: int) -> clock.Child:
    """The median process of `govredact` with these arguments, with the highest peak."""
    line = [sys.executable, "-m", "govredact", command, *arguments, "--format", "json"]
    children = [clock.run_child(line) for _ in range(rounds)]
    if any(child.code not in (0, 1) for child in children):
        raise RuntimeError(f"govredact {command} ended with {[child.code for child in children]}")
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
