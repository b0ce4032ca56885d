"""Comparisons over one text: prose with a lexicon, and a table full of numbers."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.speed import clock, keywords, prose, tables, yardsticks
from benchmarks.speed.result import Row, Section, at_least
from benchmarks.speed.words import of_dictionary, vocabulary
from govredact import Engine

if TYPE_CHECKING:
    from collections.abc import Callable

# Presidio and helan are slow; they run over the first part of the text, and all rates are per MB.
SLICE = 200_000


def _rate(size: float, seconds: float) -> str:
    return f"{size / max(seconds, 1e-9):.1f} MB/s"


# Whom we want to be how many times as fast as. The last setting of Presidio is little more than its `regex` patterns.
TARGETS = {"Presidio as it installs, plus equal patterns": 40.0, "Presidio, only equal patterns": 40.0}


def _others(kinds: tuple[str, ...]) -> dict[str, Callable[[str], object]]:
    return {**yardsticks.presidio(kinds), **yardsticks.helan()}


def prose_section(megabytes: float, rounds: int) -> Section:
    """All detectors and a 10,000-entry lexicon on prose of made-up words, and without the lexicon on prose of the dictionary's words."""
    words, natural = vocabulary(), of_dictionary()
    entries = keywords.entries(words)
    text = prose.generate(megabytes, words)
    size = len(text.encode()) / 1e6
    automaton, as_latin, data = yardsticks.LatinAutomaton(entries), yardsticks.latin(text), text.encode()
    read = prose.generate(megabytes, natural)
    natural_automaton, read_as_latin = yardsticks.LatinAutomaton(keywords.entries(natural)), yardsticks.latin(read)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "benchmark.txt"
        keywords.write(path, entries)
        engine = Engine(lexicons=[str(path)])
        plain = Engine()
    part = text[:SLICE]
    others = _others(tuple(yardsticks.NINE))
    times = clock.medians(
        {
            "govredact find_spans": lambda: engine.find_spans(text),
            "govredact scan_text": lambda: engine.scan_text(text),
            "govredact find_spans without the lexicon": lambda: plain.find_spans(text),
            "pyahocorasick": lambda: automaton.count(as_latin),
            "govredact, natural": lambda: plain.find_spans(read),
            "pyahocorasick, natural": lambda: natural_automaton.count(read_as_latin),
            "decode": data.decode,
            "govredact, slice": lambda: engine.find_spans(part),
            **{name: _bound(run, part) for name, run in others.items()},
        },
        rounds,
    )
    own = times["govredact find_spans"]
    hits = automaton.count(as_latin)
    rows = [
        at_least(
            "govredact with the lexicon, made-up words, against one pyahocorasick (latin-1) pass",
            _rate(size, own),
            times["pyahocorasick"] / own,
            0.5,
        ),
        Row("pyahocorasick on latin-1, the same lexicon", _rate(size, times["pyahocorasick"])),
        Row("govredact with findings made (`scan_text`)", _rate(size, times["govredact scan_text"])),
        Row("govredact without the lexicon", _rate(size, times["govredact find_spans without the lexicon"])),
        at_least(
            "govredact on words of the dictionary, against one such pass there",
            _rate(len(read_as_latin) / 1e6, times["govredact, natural"]),
            times["pyahocorasick, natural"] / times["govredact, natural"],
            0.1,
        ),
        Row("decoding UTF-8", _rate(size, times["decode"])),
        *_other_rows(times, others, len(part.encode()) / 1e6, targets=True),
    ]
    notes = (
        f"{size:.1f} MB of prose, {len(text):,} characters, {len(set(text)):,} different; seeded.",
        f"Lexicon of {len(entries):,} entries, seeded; {hits:,} hits, {hits / (size * 1000):.2f} per KB; "
        f"govredact reports {sum(entity == 'KEYWORD' for *_, entity in engine.find_spans(text)):,} after overlaps are settled.",
        f"Persons found: {_persons(plain, text):,} in the made-up words, {_persons(plain, read):,} in as much of a dictionary's words.",
        *_missing(others),
    )
    return Section("Prose with a lexicon", f"python -m benchmarks.speed --only prose --size {megabytes:g}", notes, tuple(rows))


def _persons(engine: Engine, text: str) -> int:
    return sum(entity == "PERSON" for *_, entity in engine.find_spans(text))


def _bound(run: Callable[[str], object], text: str) -> Callable[[], object]:
    return lambda: run(text)


def _missing(others: dict[str, Callable[[str], object]]) -> list[str]:
    packages = {"Presidio": "presidio-analyzer", "helan": "helan"}
    present = " ".join(others)
    return [f"`{package}` is not installed and was not measured." for name, package in packages.items() if name not in present]


def _other_rows(times: dict[str, float], others: dict[str, Callable[[str], object]], size: float, *, targets: bool) -> list[Row]:
    rows = []
    own = times["govredact, slice"]
    for name in others:
        ratio = times[name] / own
        target = TARGETS.get(name, 0.0) if targets else 0.0
        row = at_least(f"{name} (first {size:.1f} MB; govredact there {_rate(size, own)})", _rate(size, times[name]), ratio, target)
        rows.append(row if target else Row(row.what, row.figure, row.ratio))
    return rows


def table_section(megabytes: float, rounds: int) -> Section:
    """A table full of numbers against one combined pattern with the same validators; equal spans are asserted first."""
    text = tables.generate(megabytes)
    size = len(text.encode()) / 1e6
    engine = Engine()
    nine, four = yardsticks.CombinedPatterns(tuple(yardsticks.NINE)), yardsticks.CombinedPatterns(yardsticks.IN_TABLE)
    count = assert_equal_spans(engine, text)
    part = text[: SLICE // 4]
    others = _others(yardsticks.IN_TABLE)
    contenders = {
        "govredact": lambda: engine.find_spans(text),
        "findings": lambda: engine.scan_text(text),
        "nine": lambda: nine.find(text),
        "four": lambda: four.find(text),
        "govredact, slice": lambda: engine.find_spans(part),
        **{name: _bound(run, part) for name, run in others.items()},
    }
    times = clock.medians(contenders, rounds)
    own = times["govredact"]
    rows = [
        at_least(
            "govredact, spans, against one combined `re` of nine kinds with the same validators", _rate(size, own), times["nine"] / own, 0.7
        ),
        Row("combined `re`, nine kinds", _rate(size, times["nine"])),
        Row("combined `re`, only the four kinds that stand in the table", _rate(size, times["four"]), f"{times['four'] / own:.2f}"),
        Row("govredact with findings made (`scan_text`)", _rate(size, times["findings"])),
        *_other_rows(times, others, len(part.encode()) / 1e6, targets=False),
    ]
    rows += _ripgrep_row(text, size, rounds)
    notes = (f"{size:.1f} MB, {text.count(chr(10)):,} rows of nine columns, seeded; {count:,} spans, equal for both.", *_missing(others))
    return Section("Tables full of numbers", f"python -m benchmarks.speed --only table --size {megabytes:g}", notes, tuple(rows))


def assert_equal_spans(engine: Engine, text: str) -> int:
    """AssertionError unless the engine and the combined pattern find the same numbers; returns how many."""
    expected = yardsticks.CombinedPatterns(tuple(yardsticks.NINE)).find(text)
    found = sorted(span for span in engine.find_spans(text) if span[2] in yardsticks.NINE)
    if found != expected:
        different = sorted(set(found) ^ set(expected))
        raise AssertionError(f"{len(different)} spans differ, the first at {different[0][:2]}: {different[0][2]}")
    return len(expected)


def _ripgrep_row(text: str, size: float, rounds: int) -> list[Row]:
    command = yardsticks.ripgrep(text)
    if command is None:
        return [Row("ripgrep", "not installed")]
    seconds = clock.child_medians({"rg": command}, rounds)["rg"]
    Path(command[-1]).unlink()
    return [Row("ripgrep, four patterns without validators or look-around, the whole process", _rate(size, seconds))]
