"""Compiled patterns that are kept: they match as ``re`` does, and only patterns of the program are ever kept."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govredact.text import patterns

if TYPE_CHECKING:
    from collections.abc import Callable

PACKAGE = Path(patterns.__file__).parents[1]
SAMPLES = [
    ("[王李张](?P<given>[一-龥]{1,2})(?=[，。]|$)", 0),
    ("(?i:tel|电话)[:：]?\\s*([0-9-]+)", 0),
    ("a(b)?(?P<c>c)|d", re.IGNORECASE),
    ("^行$", re.MULTILINE),
    (".++尾", re.DOTALL),
]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GOVREDACT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "patterns.snapshot"


def kept(pattern: str, flags: int) -> re.Pattern[str]:
    """The pattern as a later process gets it, after an earlier one has kept it."""
    first = patterns._Store()
    first.compiled(pattern, flags)
    first.keep()
    later = patterns._Store()
    later.compiled(pattern, flags)
    assert not later._fresh
    return later.compiled(pattern, flags)


@pytest.mark.parametrize(("pattern", "flags"), SAMPLES)
def test_a_kept_pattern_is_the_pattern(cache: Path, pattern: str, flags: int) -> None:
    revived, fresh = kept(pattern, flags), re.compile(pattern, flags)
    assert (revived.pattern, revived.flags, revived.groups, dict(revived.groupindex)) == (
        fresh.pattern,
        fresh.flags,
        fresh.groups,
        dict(fresh.groupindex),
    )
    for text in ("张三，李四", "TEL：0571-1，电话 2", "abC dABC", "一\n行\n", "x\n尾"):
        assert [(m.span(), m.groupdict()) for m in revived.finditer(text)] == [(m.span(), m.groupdict()) for m in fresh.finditer(text)]


@given(st.text("ab[]-^一龥\\d(|)*+?{2}", max_size=12), st.text("ab一龥1", max_size=12))
def test_any_pattern_matches_as_re_does(pattern: str, text: str) -> None:
    try:
        fresh = re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return
    code = patterns._code_of(pattern, 0)
    assert code is not None
    assert [m.span() for m in patterns._revived(pattern, code).finditer(text)] == [m.span() for m in fresh.finditer(text)]


DAMAGE = [lambda data: data[:-1], lambda data: b"", lambda data: data[:140] + b"\x00" + data[141:]]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_is_not_used(cache: Path, damage: Callable[[bytes], bytes]) -> None:
    kept("[王李]一", 0)
    cache.write_bytes(damage(cache.read_bytes()))
    assert patterns._Store().compiled("[王李]一", 0).match("李一")


def test_a_folder_that_others_may_write_to_is_not_used(cache: Path) -> None:
    cache.parent.mkdir()
    cache.parent.chmod(0o777)
    store = patterns._Store()
    assert store.compiled("[王李]二", 0).match("李二")
    store.keep()
    assert not cache.exists()


def test_only_constants_of_the_program_are_compiled_this_way() -> None:
    """A pattern made of a text or of a user's setting would be written to the disk."""
    wrong = []
    for path in PACKAGE.rglob("*.py"):
        if path.name in ("lazy.py", "patterns.py"):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and (node.args.args or node.args.posonlyargs)]
        inside = {id(node) for function in functions for node in ast.walk(function)}
        for node in ast.walk(tree):
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if called in ("lazy.compile", "patterns.compiled") and id(node) in inside:
                wrong.append(f"{path.relative_to(PACKAGE)}:{node.lineno}")
    # There: the patterns that detectors declare, and those of the kinds of keys.
    assert [place for place in wrong if not place.startswith(("engine/plan.py", "detectors/secret_key.py"))] == []
