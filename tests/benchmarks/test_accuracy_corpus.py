"""The generated corpus: reproducible, independent of govredact, with gold spans that hold what they say."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.accuracy import corpus, floors, scoring, tables
from benchmarks.accuracy.makers import MAKERS
from benchmarks.accuracy.negatives import PUBLIC
from benchmarks.accuracy.template import lines, placeholders

FOLDER = Path(corpus.__file__).parent
INVISIBLE = re.compile(r"[\s\u200b-\u200d\u2060\ufeff\u00ad\u00a0\u3000\u2000-\u200a\u202f.·-]")


@pytest.fixture(scope="module")
def cases() -> list[corpus.Case]:
    return corpus.generate(scale=0.3)


def imported_modules(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def test_only_the_runner_imports_govredact_and_only_its_engine() -> None:
    found = {path.name: {n for n in imported_modules(path) if n.startswith("govredact")} for path in FOLDER.glob("*.py")}
    assert {name: names for name, names in found.items() if names} == {"runner.py": {"govredact.Engine"}}


def test_no_module_reads_the_lexicons_or_loads_modules_by_name() -> None:
    for path in FOLDER.glob("*.py"):
        source = path.read_text(encoding="utf-8")
        assert "lexicons" not in source, path
        assert "importlib" not in imported_modules(path), path
        assert "__import__" not in source, path


def test_the_generator_never_loads_govredact() -> None:
    code = (
        "import sys; from benchmarks.accuracy import corpus; corpus.generate(scale=0.01); "
        "print([name for name in sys.modules if name.startswith('govredact')])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=FOLDER.parent.parent)
    assert run.stdout.strip() == "[]"


def test_the_same_seed_gives_the_same_corpus_and_another_seed_another() -> None:
    assert corpus.digest(corpus.generate(scale=0.1)) == corpus.digest(corpus.generate(scale=0.1))
    assert corpus.digest(corpus.generate(scale=0.1)) != corpus.digest(corpus.generate(seed=1, scale=0.1))


def test_gold_spans_lie_in_the_text_and_touch_no_white_space(cases: list[corpus.Case]) -> None:
    for case in cases:
        for gold in case["gold"]:
            value = case["text"][gold["start"] : gold["end"]]
            assert value
            assert value == value.strip()


def test_plain_ids_hold_eighteen_characters_after_folding(cases: list[corpus.Case]) -> None:
    seen = 0
    for case in cases:
        if case["tags"][0] != "id18":
            continue
        for gold in (g for g in case["gold"] if g["type"] == "ID_CARD"):
            folded = INVISIBLE.sub("", case["text"][gold["start"] : gold["end"]])
            assert len(folded) == 18
            seen += 1
    assert seen > 50


def test_tags_tell_clean_cases_from_leaking_ones(cases: list[corpus.Case]) -> None:
    for case in cases:
        assert case["tags"][0].startswith("neg_") == (not case["gold"]), case


def test_every_gold_type_can_be_scored(cases: list[corpus.Case]) -> None:
    assert {gold["type"] for case in cases for gold in case["gold"]} <= set(scoring.GROUPS)


def test_every_placeholder_has_a_maker() -> None:
    templates = [text for name in ("positive.tsv", "negative.tsv") for _, text in lines(name)]
    templates += [corpus.notice_template(name) for name in corpus.notice_names()]
    templates += [cell for columns in tables.SPECS.values() for _, cell in columns]
    assert {kind for text in templates for kind in placeholders(text)} <= set(MAKERS) | set(PUBLIC)


def test_lines_vary(cases: list[corpus.Case]) -> None:
    texts = [case["text"] for case in cases]
    assert len(set(texts)) > 0.93 * len(texts)
    forms = {tag for case in cases for tag in case["tags"] if tag.startswith("ID_CARD:")}
    assert forms >= {f"ID_CARD:{form}" for form in ("plain", "sep", "wide", "fullwidth", "zw", "broken", "spaced", "ragged", "lower")}


def test_the_stored_floors_belong_to_the_corpus_of_today() -> None:
    cases = corpus.generate()
    assert floors.load()["corpus"] == {"seed": corpus.SEED, "cases": len(cases), "digest": corpus.digest(cases)}
