"""What docs/policy.md says is true."""

from __future__ import annotations

import re
from pathlib import Path

from govredact.policy import BUILTIN_NAMES, load
from govredact.policy.model import CLEAN_UP, LimitSettings
from govredact.policy.schema import SCHEMA
from govredact.policy.specs import NAMES

TEXT = (Path(__file__).parents[2] / "docs" / "policy.md").read_text(encoding="utf-8")


def test_the_example_loads_and_does_what_its_comments_say(tmp_path: Path) -> None:
    example = re.search("```toml\n(.*?)```", TEXT, re.DOTALL)
    assert example is not None
    (tmp_path / "govredact.toml").write_text(example[1], encoding="utf-8")
    policy = load(cwd=str(tmp_path))
    assert policy.genre == "aid-list"
    assert policy.fail_on == "high"
    assert policy.rule("CN_MOBILE").act == 0.7
    assert str(policy.operator("CN_MOBILE")) == "mask 3+4"
    assert policy.register.domains == ("huzhou.gov.cn",)
    assert policy.lexicons == (str(tmp_path / "lists" / "office.txt"),)


def test_every_policy_key_operator_and_limit_is_described() -> None:
    for word in (*BUILTIN_NAMES, *SCHEMA, *CLEAN_UP, *LimitSettings._fields):
        assert re.search(rf"\b{word}\b", TEXT), word
    for name in NAMES:
        assert f"`{name}" in TEXT


def test_the_stated_defaults_are_the_real_ones() -> None:
    limits = LimitSettings()
    assert (limits.file_bytes, limits.unpacked_bytes) == (256 * 1024**2, 1024**3)
    assert f"256 MB, 1 GB, {limits.ratio}, {limits.depth}, {limits.parts:,}, {limits.seconds} |" in TEXT
