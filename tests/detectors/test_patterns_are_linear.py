"""No pattern that looks at a document can be made to run for ever: quantifiers are checked without running anything."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from regex_shapes import begins_unbounded, problems

import govredact.addresses
import govredact.context
import govredact.detectors
import govredact.tampering
import govredact.text
from govredact.detectors import all_detectors
from govredact.text import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

PACKAGES = (govredact.detectors, govredact.context, govredact.addresses, govredact.tampering, govredact.text)
RE_CALLS = {("re", name) for name in ("compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")}


def modules() -> list[ModuleType]:
    return [importlib.import_module(f"{p.__name__}.{m.name}") for p in PACKAGES for m in pkgutil.iter_modules(p.__path__)]


def patterns_in(value: object) -> list[re.Pattern[str]]:
    if isinstance(value, lazy.Lazy):
        return [re.compile(value.pattern, value.flags)]
    if isinstance(value, re.Pattern):
        return [value]
    if isinstance(value, dict):
        return [pattern for item in value.values() for pattern in patterns_in(item)]
    if isinstance(value, list | tuple | set | frozenset):
        return [pattern for item in value for pattern in patterns_in(item)]
    return []


def all_patterns() -> dict[str, re.Pattern[str]]:
    found = {f"{m.__name__}.{name}": p for m in modules() for name, value in vars(m).items() for p in patterns_in(value)}
    return found | {f"{d.name}.DETECTOR.pattern": re.compile(d.pattern) for d in all_detectors() if d.pattern}


def calls_inside_functions() -> Iterator[tuple[ModuleType, ast.Call]]:
    """Every call of ``re`` inside a function, whose pattern `all_patterns` cannot see."""
    for module in modules():
        tree = ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        for call in (node for function in functions for node in ast.walk(function) if isinstance(node, ast.Call)):
            target = call.func
            if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name) and (target.value.id, target.attr) in RE_CALLS:
                yield module, call


def strings_in(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return [text for item in items for text in strings_in(item)]


def private_strings(module: ModuleType) -> list[str]:
    """What a module that compiles late can have as patterns: all strings in its private constants."""
    return [text for name, value in vars(module).items() if re.fullmatch("_[A-Z0-9_]+", name) for text in strings_in(value)]


PATTERNS = all_patterns()


def test_all_patterns_are_seen() -> None:
    assert len(PATTERNS) > 40
    assert "govredact.context.scan._LINK" in PATTERNS


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_no_pattern_has_quantifiers_that_fight_for_the_same_characters(name: str) -> None:
    assert problems(PATTERNS[name]) == []


def test_patterns_inside_functions_are_linear() -> None:
    for module, call in calls_inside_functions():
        pattern = call.args[0]
        late = [pattern.value] if isinstance(pattern, ast.Constant) else private_strings(module)
        assert late, f"{module.__name__}:{call.lineno}: keep the pattern in a constant of the module, so that this test sees it"
        assert [(text, problems(text)) for text in late if problems(text)] == [], f"{module.__name__}:{call.lineno}"


def test_patterns_over_whole_texts_do_not_begin_with_an_unbounded_quantifier() -> None:
    assert [d.name for d in all_detectors() if d.pattern and begins_unbounded(d.pattern)] == []


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+",
        "a*a*b",
        "(?:a*)*",
        "(?:a|b*)+c",
        r"\s*[\s,]*;",
        "a+b?a+",
        ".*,.*;",
        "(?:a?a)+b",
        "(?:a|ab?)+c",
        "(?:x[0-9]{1,3}[0-9]*)+",
        "(?:[0-9]{1,3})+x",
        "(?i:[a-c]+)B+",
        "(?=(?:a+)+b)c",
        "[^,]*x[^;]*y",
        r"(\w+)\s\1",
        "(?:[a-z]{1,100}){1,100}",
    ],
)
def test_what_backtracks_is_caught(pattern: str) -> None:
    flags = re.IGNORECASE if pattern.startswith("(?i") else 0
    assert problems(re.compile(pattern, flags)) != []


@pytest.mark.parametrize(
    "pattern",
    [
        "[0-9A-Za-z]{7,}",
        "[a-z]*[0-9]*",
        "(?:[- ]?[0-9]){6,}",
        "[^,]*,[^,]*",
        "(?:a+b)?c",
        "a*ba*",
        "(?:ab|cd)+",
        "a{0,9}a{0,9}b",
    ],
)
def test_what_does_not_backtrack_passes(pattern: str) -> None:
    assert problems(pattern) == []


def test_nested_quantifiers_are_refused_even_where_a_border_keeps_them_linear() -> None:
    assert "an unbounded quantifier inside another one" in problems("[0-9]+(?:,[0-9]+)*")


def test_begins_unbounded() -> None:
    assert begins_unbounded("[0-9]+x")
    assert begins_unbounded("(?:a*)b")
    assert begins_unbounded("(?<![0-9])[0-9]*x")
    assert not begins_unbounded("a[0-9]+")
