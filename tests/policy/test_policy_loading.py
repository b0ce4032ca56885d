"""Where a policy comes from, how files are layered, and what the result is."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from govredact.entities import ENTITIES
from govredact.errors import PolicyError, UnknownEntityError
from govredact.policy import BUILTIN_NAMES, builtin_policies, discover, load
from govredact.policy.loader import ROLES
from govredact.policy.specs import NO_OPERATOR, parse


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_default_is_exactly_the_entity_table(folder: Path) -> None:
    policy = load(cwd=str(folder))
    assert policy.name == "gov-website"
    assert policy.fail_on == "medium"
    assert [rule.entity for rule in policy.rules] == list(ENTITIES)
    for rule in policy.rules:
        row = ENTITIES[rule.entity]
        assert (rule.enabled, rule.action, rule.severity) == (True, row.action, row.severity)
        assert rule.operator == (parse(row.operator, row.name) if row.operator else NO_OPERATOR)
        assert {role.role for role in rule.roles} == set(ROLES.get(rule.entity, {}))


def test_the_named_default_equals_the_implied_one(folder: Path) -> None:
    assert load("gov-website", cwd=str(folder)) == load(cwd=str(folder))


def test_policies_survive_pickling_and_cannot_be_changed(folder: Path) -> None:
    for name in BUILTIN_NAMES:
        policy = load(name, cwd=str(folder))
        assert pickle.loads(pickle.dumps(policy)) == policy
        assert hash(policy) == hash(load(name, cwd=str(folder)))
    with pytest.raises(AttributeError):
        policy.name = "x"  # type: ignore[misc]


def test_a_file_is_found_upwards_and_not_beyond_the_repository(tmp_path: Path) -> None:
    write(tmp_path / "govredact.toml", 'fail_on = "low"')
    inner = tmp_path / "repo" / "a" / "b"
    inner.mkdir(parents=True)
    assert discover(str(inner)) == str(tmp_path / "govredact.toml")
    (tmp_path / "repo" / ".git").mkdir()
    assert discover(str(inner)) is None
    write(tmp_path / "repo" / "a" / "govredact.toml", 'fail_on = "high"')
    assert load(cwd=str(inner)).fail_on == "high"


def test_the_search_ends_at_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "govredact.toml", 'fail_on = "low"')
    home = tmp_path / "home"
    (home / "work").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    assert discover(str(home / "work")) is None


def test_pyproject_counts_only_with_its_table(folder: Path) -> None:
    write(folder / "sub" / "pyproject.toml", '[project]\nname = "uses-govredact"\n')
    write(folder / "pyproject.toml", '[tool.govredact]\nfail_on = "critical"\n[tool.govredact.entities.QQ]\nenabled = false\n')
    policy = load(cwd=str(folder / "sub"))
    assert policy.fail_on == "critical"
    assert not policy.rule("QQ").enabled
    assert policy.name == "pyproject.toml"


def test_govredact_toml_goes_before_pyproject(folder: Path) -> None:
    write(folder / "pyproject.toml", '[tool.govredact]\nfail_on = "critical"\n')
    write(folder / "govredact.toml", 'fail_on = "low"\n')
    assert load(cwd=str(folder)).fail_on == "low"


def test_files_extend_built_in_policies_and_each_other(folder: Path) -> None:
    write(folder / "lists" / "office.toml", 'extends = "student-aid"\nlexicons = ["office.txt"]\n[entities.PERSON]\naction = "review"\n')
    write(folder / "govredact.toml", 'extends = "lists/office.toml"\nlexicons = ["own.txt"]\n[register]\ntelephones = ["0572-2000000"]\n')
    policy = load(cwd=str(folder))
    assert policy.genre == "student-aid"
    assert policy.rule("PERSON").action == "review"
    assert policy.lexicons == (str(folder / "lists" / "office.txt"), str(folder / "own.txt"))
    assert policy.register.telephones == ("0572-2000000",)


def test_a_named_policy_replaces_the_file_that_would_be_found(folder: Path) -> None:
    write(folder / "govredact.toml", 'fail_on = "low"\n')
    assert load("strict", cwd=str(folder)).fail_on == "medium"


def test_options_win_and_say_so(folder: Path) -> None:
    write(folder / "govredact.toml", 'fail_on = "low"\n')
    options = {"fail_on": "never", "entities.QQ.enabled": False, "entities.WECHAT": {"action": "review"}, "as_of": None}
    policy = load(overrides=options, cwd=str(folder))
    assert policy.fail_on == "never"
    assert not policy.rule("QQ").enabled
    assert policy.rule("WECHAT").action == "review"
    assert dict(policy.origins)["fail_on"] == "option"


def test_only_the_named_entities_are_looked_for(folder: Path) -> None:
    policy = load(overrides={"only": ["CN_MOBILE", "EMAIL"]}, cwd=str(folder))
    assert [rule.entity for rule in policy.rules if rule.enabled] == ["CN_MOBILE", "EMAIL"]
    with pytest.raises(UnknownEntityError, match="did you mean CN_MOBILE"):
        load(overrides={"only": ["CN_MOBIL"]}, cwd=str(folder))


def test_category_settings_reach_every_entity_and_give_way_to_its_own(folder: Path) -> None:
    write(folder / "govredact.toml", '[entities.PERSON]\naction = "allow"\n[categories.private]\naction = "mask"\noperator = "remove"\n')
    policy = load(cwd=str(folder))
    assert policy.rule("PERSON").action == "allow"
    assert str(policy.rule("HEALTH_FACT").operator) == "remove"
    assert policy.rule("KEYWORD").action == "review"


def test_what_does_not_fit_an_entity_may_be_set_for_its_category_if_the_entity_says_otherwise(folder: Path) -> None:
    write(folder / "govredact.toml", '[categories.private]\noperator = "hash sm3"\n[entities.CREDENTIAL]\noperator = "remove"\n')
    policy = load(cwd=str(folder))
    assert (str(policy.operator("QQ")), str(policy.operator("CREDENTIAL"))) == ("hash sm3", "remove")


def test_a_file_with_a_byte_order_mark_and_sizes_in_words(folder: Path) -> None:
    (folder / "govredact.toml").write_bytes('﻿as_of = 2026-11-21\n[limits]\nfile_bytes = "16 MB"\ndepth = 2\n'.encode())
    policy = load(cwd=str(folder))
    assert policy.limits.file_bytes == 16 * 1024 * 1024
    assert policy.limits.depth == 2
    assert policy.as_of == "2026-11-21"


def test_the_digest_depends_on_settings_not_on_names_places_or_order(folder: Path, tmp_path: Path) -> None:
    here = write(folder / "a" / "one.toml", 'name = "one"\nlexicons = ["x.txt"]\nfail_on = "low"\n')
    there = write(folder / "b" / "two.toml", 'fail_on = "low"\nlexicons = ["x.txt"]\nkey_file = "~/key"\n')
    other = write(folder / "b" / "three.toml", 'fail_on = "high"\nlexicons = ["x.txt"]\n')
    assert load(str(here)).digest == load(str(there)).digest != load(str(other)).digest
    assert len({load(name, cwd=str(folder)).digest for name in BUILTIN_NAMES}) == len(BUILTIN_NAMES)


def test_extends_must_not_go_in_circles_or_too_deep(folder: Path) -> None:
    write(folder / "a.toml", 'extends = "b.toml"')
    write(folder / "b.toml", 'extends = "./a.toml"')
    with pytest.raises(PolicyError, match="goes in a circle"):
        load("a.toml", cwd=str(folder))
    for number in range(12):
        write(folder / f"{number}.toml", f'extends = "{number + 1}.toml"')
    with pytest.raises(PolicyError, match="8 files deep"):
        load("0.toml", cwd=str(folder))


def test_built_in_files_and_names_agree_and_are_described() -> None:
    import govredact.policy

    files = {path.stem for path in (Path(govredact.policy.__file__).parent / "builtin").glob("*.toml")}
    assert files == set(BUILTIN_NAMES)
    assert [name for name, _ in builtin_policies()] == list(BUILTIN_NAMES)
    assert all(len(text) > 20 for _, text in builtin_policies())


def test_the_default_reads_no_toml_and_imports_nothing_heavy(folder: Path) -> None:
    script = "import sys, json, govredact.policy as p; p.load(); print(json.dumps(sorted(sys.modules)))"
    source = str(Path(__file__).parents[2])
    environment = {**os.environ, "PYTHONPATH": source}
    run = subprocess.run([sys.executable, "-c", script], cwd=folder, env=environment, capture_output=True, check=True)
    modules = set(json.loads(run.stdout))
    assert not modules & {"tomllib", "difflib", "datetime", "pathlib", "regex", "dataclasses", "inspect", "hmac", "govredact.numbers"}
