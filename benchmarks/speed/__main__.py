"""`python -m benchmarks.speed`: measure and print Markdown tables. The exit code is 0 whatever the figures are."""

from __future__ import annotations

import argparse
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.speed.result import markdown

if TYPE_CHECKING:
    from benchmarks.speed.result import Section

PARTS = ("prose", "table", "startup", "linear", "worst", "office", "pdf", "pages")
INTRODUCTION = """# Benchmarks

Each table is printed by the command above it, on synthetic text made from a fixed seed. Times are CPU time, medians of {rounds} rounds; in
a round every contender runs once over the same text. A ratio is the yardstick's time over govredact's (more is better), or for start-up,
growth and memory what was used over the base (less is better). Install `pip install -e '.[bench]'` to measure Presidio too.

Measured with Python {python} on {machine}; `python -m benchmarks.speed --markdown docs/benchmarks.md` writes this page anew.
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the chosen parts; print them, and with --markdown write the page."""
    options = _parser().parse_args(arguments)
    chosen = options.only.split(",") if options.only else list(PARTS)
    unknown = set(chosen) - set(PARTS)
    if unknown:
        sys.exit(f"unknown part {', '.join(sorted(unknown))}; choose from {', '.join(PARTS)}")
    page = [
        INTRODUCTION.format(rounds=options.rounds, python=platform.python_version(), machine=f"{platform.system()} {platform.machine()}")
    ]
    for part in chosen:
        page.append(markdown(_measure(part, options)))
        print(page[-1], flush=True)
    if options.markdown:
        options.markdown.write_text("\n".join(page), encoding="utf-8")
    return 0


def _measure(part: str, options: argparse.Namespace) -> Section:
    # Each part imports what it needs: start-up can be measured where Presidio is broken, and so on.
    if part in ("prose", "table"):
        from benchmarks.speed import texts

        measure = texts.prose_section if part == "prose" else texts.table_section
        return measure(options.size, options.rounds)
    if part == "office":
        from benchmarks.speed import office

        return office.office_section(rounds=options.rounds)
    if part == "pages":
        from benchmarks.speed import pages

        return pages.pages_section(rounds=options.rounds)
    if part == "pdf":
        from benchmarks.speed import pdf

        return pdf.section(options.pages, options.rounds)
    if part == "worst":
        from benchmarks.speed import worst

        return worst.worst_section(options.characters)
    from benchmarks.speed import processes

    if part == "startup":
        return processes.startup_section(options.rounds)
    return processes.linear_section(tuple(float(size) for size in options.sizes.split(",")), options.rounds)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--only", default="", metavar="A,B", help=f"parts to run: {', '.join(PARTS)} (default: all)")
    parser.add_argument("--size", type=float, default=10, metavar="MB", help="size of prose and table (default 10)")
    parser.add_argument("--sizes", default="1,10,100", metavar="MB,MB", help="sizes for linear (default 1,10,100)")
    parser.add_argument(
        "--characters", type=int, default=50_000, help="size of a worst case (default 50000; the second is four times that)"
    )
    parser.add_argument("--pages", type=int, default=20, help="size of the PDF files (default 20)")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the page to FILE")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
