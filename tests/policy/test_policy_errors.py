"""Every mistake in a policy gives one line that names the file and the key, and helps."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govredact.errors import ConfigError, PolicyError
from govredact.policy import load, sources

if TYPE_CHECKING:
    from pathlib import Path

MISTAKES = [
    ('fail_onn = "low"', ["unknown key 'fail_onn'", "did you mean 'fail_on'"]),
    ('[entities.CN_MOBILE]\nacton = "mask"', ["unknown key 'entities.CN_MOBILE.acton'", "did you mean 'action'"]),
    ('[entities.CN_MOBIL]\naction = "mask"', ["unknown key 'entities.CN_MOBIL'", "did you mean 'CN_MOBILE'"]),
    ('[categories.privat]\naction = "mask"', ["unknown key 'categories.privat'", "did you mean 'private'"]),
    ('[entities.PERSON.roles."Minor Person"]\naction = "mask"', ["unknown key 'entities.PERSON.roles.Minor Person'"]),
    ("[limits]\nfile_byte = 3", ["unknown key 'limits.file_byte'", "did you mean 'file_bytes'"]),
    ('fail_on = "hihg"', ["'fail_on'", "must be one of low, medium, high, critical, never", "did you mean 'high'"]),
    ('name_model = "lca"', ["'name_model'", "must be one of lac, none", "did you mean 'lac'"]),
    ("fail_on = 3", ["'fail_on'", "must be one of", "got a number"]),
    ('[entities.QQ]\nenabled = "no"', ["'entities.QQ.enabled'", "must be true or false, got a text"]),
    ("[thresholds]\nreport = 2", ["'thresholds.report'", "from 0 to 1"]),
    ("[thresholds]\nreport = true", ["'thresholds.report'", "got true or false"]),
    ("lexicons = 'a.txt'", ["'lexicons'", "must be a list of texts, got a text"]),
    ("lexicons = [3]", ["'lexicons'", "got a number in it"]),
    ('lexicons = [""]', ["'lexicons'", "must be a path"]),
    ("[limits]\ndepth = 0", ["'limits.depth'", "above 0"]),
    ('[limits]\nfile_bytes = "many"', ["'limits.file_bytes'", "256 MB"]),
    ('as_of = "2026-02-30"', ["'as_of'", "date that exists"]),
    ("as_of = 2026-11-21T00:00:00", ["'as_of'", "a date like"]),
    ('[entities.QQ]\noperator = "maks 2+1"', ["'entities.QQ.operator'", "no operator"]),
    ('[entities.QQ]\noperator = "mask two"', ["'entities.QQ.operator'", "is not understood"]),
    ('[entities.QQ]\noperator = "mask surname"', ["only for PERSON"]),
    ('[entities.QQ]\noperator = "generalize year"', ["does not fit"]),
    ('[entities.QQ]\noperator = "replace 1234"', ["without digits"]),
    ('[categories.private]\noperator = "generalize year"', ["'categories.private.operator'", "does not fit"]),
    ('[categories.private]\noperator = "hash"', ["'categories.private.operator' is wrong for CREDENTIAL", "use 'remove'"]),
    ('[clean_up]\nmetadata = "accept"', ["'clean_up.metadata'", "remove, keep"]),
    ("entities = 3", ["'entities'", "must be a table, got a number"]),
    ("extends = 3", ["'extends'", "must be a text"]),
    ('extends = "student-ad"', ["no policy or file 'student-ad'", "did you mean 'student-aid'"]),
]


@pytest.mark.parametrize(("text", "expected"), MISTAKES)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, text: str, expected: list[str]) -> None:
    path = tmp_path / "govredact.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PolicyError) as caught:
        load(str(path))
    message = str(caught.value)
    assert str(path) in message
    for part in expected:
        assert part in message, message
    assert "\n" not in message
    assert caught.value.exit_code == 2


def test_keys_of_a_pyproject_are_named_in_full(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text("[tool.govredact.limits]\ndeep = 3\n", encoding="utf-8")
    with pytest.raises(PolicyError, match=r"'tool\.govredact\.limits\.deep'; did you mean 'depth'"):
        load(cwd=str(tmp_path))
    path.write_text("[tool]\ngovredact = 3\n", encoding="utf-8")
    with pytest.raises(PolicyError, match=r"'tool\.govredact' must be a table"):
        load(cwd=str(tmp_path))


def test_broken_toml_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "govredact.toml"
    path.write_text('fail_on = "low"\n[entities.QQ\n', encoding="utf-8")
    with pytest.raises(PolicyError) as caught:
        load(cwd=str(tmp_path))
    assert f"{path}:2:" in str(caught.value)
    assert caught.value.params["line"] == 2


def test_files_that_cannot_be_read_are_errors_not_tracebacks(tmp_path: Path) -> None:
    (tmp_path / "gbk.toml").write_bytes('name = "策略"'.encode("gbk"))
    with pytest.raises(PolicyError, match="not UTF-8"):
        load("gbk.toml", cwd=str(tmp_path))
    (tmp_path / "deep.toml").write_text("a = " + "[" * 5000 + "]" * 5000, encoding="utf-8")
    with pytest.raises(PolicyError):
        load("deep.toml", cwd=str(tmp_path))
    with pytest.raises(PolicyError, match="no policy or file"):
        load(str(tmp_path), cwd=str(tmp_path))
    (tmp_path / "large.toml").write_bytes(b"#" * (5 * 1024 * 1024))
    with pytest.raises(PolicyError, match="larger than"):
        load("large.toml", cwd=str(tmp_path))


def test_a_file_without_permission_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, mode: str) -> NoReturn:
        raise PermissionError(13, "Permission denied", path)

    (tmp_path / "govredact.toml").write_text("", encoding="utf-8")
    monkeypatch.setattr(sources, "open", refuse, raising=False)
    with pytest.raises(PolicyError, match="cannot be read"):
        load(cwd=str(tmp_path))


def test_mistakes_in_options_say_option(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match=r"^option: unknown key 'fial_on'; did you mean 'fail_on'"):
        load(overrides={"fial_on": "low"}, cwd=str(tmp_path))
    with pytest.raises(PolicyError, match="'extends' belongs in a file"):
        load(overrides={"extends": "strict"}, cwd=str(tmp_path))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_no_bytes_give_anything_but_a_policy_or_a_config_error(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any.toml"
    path.write_bytes(data)
    with contextlib.suppress(ConfigError):
        assert load(str(path)).digest
