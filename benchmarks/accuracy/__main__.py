"""`python -m benchmarks.accuracy`: measure, compare with the floors, or score another set. Exit code 1 below a floor."""

from __future__ import annotations

import argparse
import csv
import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.accuracy import corpus, floors, made_pages, ner, ner_report, pages, runner, show
from benchmarks.accuracy.scoring import STRUCTURED, Found, score, stopped

if TYPE_CHECKING:
    from typing import Any


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    options = _parser().parse_args(arguments)
    model = options.name_model
    engine = partial(runner.scan_with_engine, name_model=model)
    scan = partial(runner.scan_with_cli, command=options.cli) if options.cli else engine
    if options.pages:
        return pages.report(options.pages, options.split, options.verbose, partial(runner.scan_pages, name_model=model))
    if options.negatives:
        return _untouched(_read_negatives(options.negatives), scan, "negatives", options.verbose)
    if options.clean and options.entity:
        return ner_report.report_clean(_read_folder(options.clean), options.entity, options.verbose, model)
    if options.clean:
        return _untouched(_read_folder(options.clean), scan, "clean texts", options.verbose)
    sets = ner.files(options.data, options.entity) if options.data else []
    if sets:
        return ner_report.report(sets, options.entity, options.split, options.verbose, model)
    cases = _read_jsonl(options.data) if options.data else corpus.generate(options.seed, options.scale)
    cases = ner.every(cases, options.split)
    if options.write:
        options.write.write_text(corpus.to_jsonl(cases), encoding="utf-8")
        print(f"{len(cases)} cases written to {options.write}")
        return 0
    if options.tag:
        cases = [case for case in cases if options.tag in case["tags"]]
    findings = scan({case["id"]: case["text"] for case in cases})
    return _measure(cases, findings, options)


def _measure(cases: list[dict[str, Any]], findings: dict[int, list[Found]], options: argparse.Namespace) -> int:
    types = [t for t in options.types.split(",") if t] or STRUCTURED
    structured, overall = score(cases, findings, types), score(cases, findings)
    negatives = [case for case in cases if not case["gold"]]
    hit = [case for case in negatives if stopped(findings.get(case["id"], []))]
    show.scores(structured, overall, len(negatives), len(hit))
    if options.by_tag:
        show.by_tag(cases, structured)
    if options.verbose:
        show.details(cases, structured, hit, findings)
    if not (options.check or options.raise_floors):
        return 0
    identity = {"seed": options.seed, "cases": len(cases), "digest": corpus.digest(cases)}
    made = pages.judge(made_pages.generate(options.seed), runner.scan_pages)
    pages.show(made, options.verbose)
    act = floors.raise_floors if options.raise_floors else floors.check
    problems = act(floors.load(), identity, floors.measured(structured, len(negatives), len(hit), pages.figures(made), overall))
    print("\n".join(problems) if problems else "floors: raised" if options.raise_floors else "floors: all reached")
    return 1 if problems else 0


def _untouched(texts: dict[int, str], scan: Any, what: str, verbose: bool) -> int:
    """Report how many of `texts` got a mask or block finding; 1 where any did."""
    findings = scan(texts)
    hit = [key for key in texts if stopped(findings.get(key, []))]
    print(f"{what} with a mask or block finding: {len(hit)}/{len(texts)}")
    for key in hit if verbose else ():
        print("  ", [(f.entity, f.action, texts[key][f.start : f.end]) for f in stopped(findings[key])], repr(texts[key][:80]))
    return 1 if hit else 0


def _read_jsonl(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _read_negatives(path: Path) -> dict[int, str]:
    """The third column of a TSV with the columns genre, kind, text, what it looks like."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if len(row) > 2 and not row[0].startswith("#")]
    return {i: row[2] for i, row in enumerate(rows)}


def _read_folder(path: Path) -> dict[int, str]:
    files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    return {i: file.read_text(encoding="utf-8") for i, file in enumerate(files)}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("--data", type=Path, help="score this set (JSON lines), or a folder of sets with spans")
    parser.add_argument("--entity", choices=sorted(ner.ENTITIES), default="", help="for sets with spans and --clean: what is scored")
    parser.add_argument("--split", default="", metavar="K/N", help="every N-th line of a set, beginning with the K-th")
    parser.add_argument("--negatives", type=Path, metavar="TSV", help="lines that must get no mask or block finding")
    parser.add_argument("--clean", type=Path, metavar="DIR", help="texts that must get no mask or block finding")
    parser.add_argument("--pages", type=Path, metavar="DIR", help="labelled pages: tampered ones to notice, lawful ones to leave alone")
    parser.add_argument("--types", default="", help="gold types, separated by commas (default: all numbers)")
    parser.add_argument("--tag", default="", help="only cases with this tag")
    parser.add_argument("--by-tag", action="store_true", help="recall for each tag, worst first")
    parser.add_argument("--seed", type=int, default=corpus.SEED)
    parser.add_argument("--scale", type=float, default=1.0, help="how often each template is used, relative to the default")
    parser.add_argument("--cli", default="", metavar="COMMAND", help="run this govredact command instead of the library")
    parser.add_argument("--name-model", default="none", metavar="MODEL", help="scan with this model of names (library only)")
    parser.add_argument("--check", action="store_true", help="exit 1 below a floor")
    parser.add_argument("--raise-floors", action="store_true", help="store the measured figures as floors; never lowers one")
    parser.add_argument("--write", type=Path, metavar="JSONL", help="write the corpus and stop")
    parser.add_argument("--verbose", action="store_true", help="print misses and false findings")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
