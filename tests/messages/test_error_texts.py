"""Every error of settings that the source raises has words of its own in both languages, and no Chinese line falls back to English."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import govredact
from govredact.errors import GovRedactError
from govredact.messages import Texts
from govredact.policy import BUILTIN_NAMES, builtin_policies

CODES = {f"{code.capitalize()}Error": code for code in ("policy", "lexicon", "pattern", "baseline", "config")}
SOURCES = sorted(Path(govredact.__file__).parent.rglob("*.py"))
HAN = re.compile("[\u4e00-\u9fff]")


def constants(node: ast.AST | None) -> set[str]:
    """The texts that an expression or a pair of assigned values can be."""
    if isinstance(node, ast.IfExp):
        return constants(node.body) | constants(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


def raised() -> tuple[set[str], list[str]]:
    """``code.kind`` of the errors in the source, and the calls that name no kind."""
    kinds: set[str] = set()
    bare: list[str] = []
    for path in SOURCES:
        tree = ast.parse(path.read_text("utf-8"))
        assigned = {
            value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign)
            for target in node.targets
            for value in (
                constants(node.value)
                if isinstance(target, ast.Name) and target.id == "kind"
                else constants(node.value.elts[0])
                if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple) and getattr(target.elts[0], "id", "") == "kind"
                else ()
            )
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            name = node.func.id
            if name in CODES:
                kind = next((word.value for word in node.keywords if word.arg == "kind"), None)
                if kind is None:
                    bare.append(f"{path.name}:{node.lineno}")
                kinds |= {f"{CODES[name]}.{value}" for value in constants(kind) or (assigned if isinstance(kind, ast.Name) else ())}
            elif name == "_error" and path.name == "user_patterns.py":
                kinds |= {f"pattern.{value}" for value in constants(node.args[0])}
            elif name in ("BadValueError", "_expected") and path.parent.name in ("policy", "lexicon"):
                kinds |= {f"{path.parent.name}.{value}" for value in constants(node.args[0])}
        if path.parent.name == "lexicon":
            calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and len(node.args) == 4)
            kinds |= {f"lexicon.{value}" for call in calls if constants(call.args[1]) == {"error"} for value in constants(call.args[2])}
    return kinds, bare


def test_every_error_of_settings_has_a_kind_with_words_in_both_languages() -> None:
    kinds, bare = raised()
    assert bare == []
    assert {"policy.missing_near", "baseline.other_key", "pattern.not_clean", "lexicon.cells", "config.key_empty"} <= kinds
    for lang in ("zh", "en"):
        assert sorted(kind for kind in kinds if Texts(lang).find("errors", kind) is None) == []


def test_columns_of_a_word_list_that_hold_a_wrong_value_have_words() -> None:
    for column in ("kind", "field", "entity", "category", "severity", "action", "boundary", "variants", "valid_from", "valid_to", "allow"):
        assert Texts("zh").find("errors", f"lexicon.{column}") is not None


WRONG = {
    "no such policy": lambda folder: govredact.Engine("aidlist"),
    "a key that is none": lambda folder: govredact.Engine(written(folder, "p.toml", "fail_onn = 'high'")),
    "a value that does not fit": lambda folder: govredact.Engine(written(folder, "p.toml", "min_score = 7")),
    "no TOML": lambda folder: govredact.Engine(written(folder, "p.toml", "a = = b")),
    "a mask that shows too much": lambda folder: govredact.Engine(written(folder, "p.toml", "[entities.CN_MOBILE]\noperator = 'mask 9+2'")),
    "an operator that is none": lambda folder: govredact.Engine(written(folder, "p.toml", "[entities.CN_MOBILE]\noperator = 'hide'")),
    "no such allow-list": lambda folder: govredact.Engine(allow_lists=[f"{folder}/none.txt"]),
    "no such baseline": lambda folder: govredact.Engine(baseline=f"{folder}/none.json"),
    "a baseline that is none": lambda folder: govredact.Engine(baseline=written(folder, "b.json", "{}")),
    "no such lexicon": lambda folder: govredact.Engine(lexicons=[f"{folder}/none.tsv"]),
    "a lexicon with a wrong value": lambda folder: govredact.Engine(lexicons=[written(folder, "w.tsv", "word\taction\n甲乙\tdance\n")]),
    "no such name model": lambda folder: govredact.Engine(name_model="lca"),
    "patterns that are none": lambda folder: govredact.Engine(patterns=[written(folder, "p.toml", "[[pattern]]\nname = 'a'\n")]),
}


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_chinese_run_says_it_in_chinese(wrong, tmp_path: Path) -> None:
    with pytest.raises(GovRedactError) as caught:
        wrong(tmp_path)
    error = caught.value
    line = Texts("zh").error(error.code, error.message, error.params)
    assert HAN.search(line)
    assert error.message not in line
    assert not re.search("[a-z]{3,} [a-z]{2,} [a-z]{2,}", line.replace("govredact baseline create", ""))
    assert not HAN.search(Texts("en").error(error.code, error.message, error.params))


def test_every_built_in_policy_says_what_it_is_for_in_both_languages() -> None:
    for lang in ("zh", "en"):
        assert {name for name in BUILTIN_NAMES if Texts(lang).find("policies", name)} == set(BUILTIN_NAMES)
    assert all(HAN.search(str(Texts("zh").find("policies", name))) for name in BUILTIN_NAMES)
    assert {name: Texts("en").find("policies", name) for name in BUILTIN_NAMES} == dict(builtin_policies())


def test_what_the_system_says_is_translated_inside_a_line() -> None:
    params = {"kind": "report_file", "path": "out/r.json", "problem": "No such file or directory"}
    assert Texts("zh").error("usage", "", params) == "out/r.json 无法写入：没有这个文件或文件夹"
    assert Texts("en").error("usage", "", params) == "out/r.json cannot be written: No such file or directory"
    assert Texts("zh").error("usage", "", {**params, "problem": "some other words"}) == "out/r.json 无法写入：some other words"
