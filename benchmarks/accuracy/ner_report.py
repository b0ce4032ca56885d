"""Runs sets of the form of `ner` and prints their scores, confident and uncertain findings apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.accuracy import ner, runner

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.accuracy.ner import Line, Scored, Tally
    from benchmarks.accuracy.scoring import Found

# The policy's default threshold `act`: what scores less is uncertain.
ACT = 0.6
_HEAD = "| set | findings | gold | found | right | precision | recall | F1 | covered | characters | numbers | false per 10,000 |"


def report(paths: list[Path], entity: str, part: str, verbose: bool, name_model: str = "none") -> int:
    """Scores each set in ``paths``, or what "K/N" of ``part`` takes of it; returns the exit code."""
    print(_HEAD)
    print("|" + " --- |" * 2 + " ---: |" * 10)
    for path in paths:
        lines = ner.read(path, part)
        wanted = entity or ner.entity_of(path)
        findings = runner.scan_everything({i: line.text for i, line in enumerate(lines)}, name_model)
        for name, numbers in ner.labelled_parts(lines):
            _rows(f"{path.name} {name}", [lines[i] for i in numbers], {i: findings.get(n, []) for i, n in enumerate(numbers)}, wanted)
        if verbose:
            _errors(ner.score(lines, findings, wanted), findings)
    return 0


def report_clean(texts: dict[int, str], entity: str, verbose: bool, name_model: str = "none") -> int:
    """The findings of ``entity`` in texts that should have none of it but public ones."""
    findings = runner.scan_everything(texts, name_model)
    lines = [ner.Line(texts[key], ()) for key in texts]
    numbered = {i: [f for f in findings.get(key, []) if f.entity == entity and f.action != "allow"] for i, key in enumerate(texts)}
    print(_HEAD)
    print("|" + " --- |" * 2 + " ---: |" * 10)
    _rows("clean texts", lines, numbered, entity)
    if verbose:
        _errors(ner.score(lines, numbered, entity), numbered)
    return 0


def _rows(name: str, lines: list[Line], findings: dict[int, list[Found]], entity: str) -> None:
    for kind, least, most in (("confident", ACT, 2.0), ("uncertain", 0.0, ACT), ("together", 0.0, 2.0)):
        _row(name, kind, ner.score(lines, findings, entity, least, most).tally)


def _row(name: str, kind: str, tally: Tally) -> None:
    figures = [
        ner.rate(tally.right, tally.found),
        ner.rate(tally.right, tally.gold),
        ner.f1(tally),
        ner.rate(tally.covered, tally.gold),
        ner.rate(tally.characters, tally.gold_characters),
        ner.rate(tally.numbers, tally.gold),
    ]
    shown = " | ".join(f"{figure:.3f}" for figure in figures)
    false = 10_000 * ner.rate(tally.found - tally.right, tally.text_characters)
    print(f"| {name} | {kind} | {tally.gold} | {tally.found} | {tally.right} | {shown} | {false:.2f} |")


def _errors(scored: Scored, findings: dict[int, list[Found]]) -> None:
    scores = {(f.start, f.end): f.score for found in findings.values() for f in found}
    for kind, line, start, end in scored.errors:
        score = f" {scores.get((start, end), 0):.2f}" if kind == "FALSE" else ""
        print(f"{kind}{score} {line.text[start:end]!r} in {line.text[max(0, start - 20) : end + 20]!r}")
