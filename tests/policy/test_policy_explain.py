"""`govredact config show`: every setting with its value and where it came from."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from govredact.policy import load
from govredact.policy.explain import explain

if TYPE_CHECKING:
    from pathlib import Path


def rows(path: Path, **overrides: object) -> dict[str, tuple[str, str]]:
    return {key: (value, origin) for key, value, origin in explain(load(str(path), overrides=overrides))}


def test_each_setting_names_its_origin(tmp_path: Path) -> None:
    path = tmp_path / "office.toml"
    text = 'extends = "strict"\nlexicons = ["a.txt"]\n[thresholds]\nact = 0.7\n[entities.QQ]\naction = "review"\n'
    path.write_text(text, encoding="utf-8")
    shown = rows(path, fail_on="low")
    assert shown["fail_on"] == ('"low"', "option")
    assert shown["entities.QQ.action"] == ('"review"', f"{path}: entities.QQ.action")
    assert shown["entities.WECHAT.action"] == ('"mask"', "strict")
    assert shown["entities.WECHAT.act"] == ("0.7", f"{path}: thresholds.act")
    assert shown["entities.CN_MOBILE.operator"] == ('"mask 3+4"', "gov-website")
    assert shown["entities.CN_MOBILE.roles.office.action"] == ('"mask"', "strict")
    assert shown["lexicons"][1] == f"{path}: lexicons"


def test_only_explains_why_an_entity_is_off(tmp_path: Path) -> None:
    path = tmp_path / "office.toml"
    path.write_text('only = ["QQ"]', encoding="utf-8")
    assert rows(path)["entities.WECHAT.enabled"] == ("false", f"{path}: only")


def test_allowed_values_are_counted_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "office.toml"
    path.write_text('[allow]\nvalues = ["13800138000"]\n', encoding="utf-8")
    shown = explain(load(str(path)))
    assert "(1 values)" in {row.value for row in shown}
    assert not any("13800138000" in part for row in shown for part in row)


def test_values_are_toml(tmp_path: Path) -> None:
    path = tmp_path / "office.toml"
    path.write_text('name = "a \\"b\\" \\\\ c"\nexclude = ["*.bak", "草稿/**"]\n', encoding="utf-8")
    for row in explain(load(str(path))):
        if not row.value.startswith("("):
            assert "v" in tomllib.loads(f"v = {row.value}"), row
