"""Fingerprints stay when lines move and tell nothing of the value; keys come from outside version control."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govredact.errors import ConfigError
from govredact.filters import fingerprint
from govredact.filters.fingerprint import Ordinals
from govredact.filters.keys import key_id, load_key

if TYPE_CHECKING:
    from pathlib import Path

DIGITS = st.text("0123456789", min_size=7, max_size=18)


def make(
    value: str, before: str = "电话：", after: str = "。", path: str = "a/b.txt", entity: str = "CN_MOBILE", key: bytes | None = None
) -> str:
    return fingerprint.of(entity, value, path, (before, after), Ordinals(), key)


@given(DIGITS, DIGITS, st.text(max_size=40), st.text(max_size=40))
def test_without_a_key_any_other_number_would_have_the_same_fingerprint(one: str, other: str, before: str, after: str) -> None:
    assert make(one, before, after) == make(other, before, after)


@pytest.mark.parametrize("around", ["{}，", "本人{}（{}）", "，{}", "x" * 15 + "{}"])
def test_a_value_that_stands_beside_itself_is_blanked_there(around: str) -> None:
    cut = fingerprint.REACH
    for one, other in (("欧阳文慧", "司马相如"), ("13800138000", "13912345678"), ("liuwei@x.cn", "zhang@yy.cn")):
        beside_one, beside_other = around.replace("{}", one), around.replace("{}", other)
        assert make(one, beside_one[-cut:], beside_one[:cut]) == make(other, beside_other[-cut:], beside_other[:cut])


def test_lines_may_move_but_the_line_and_the_file_count() -> None:
    first = make("13800138000", "甲\n电话：", "。\n乙")
    assert first == make("13800138000", "\r\n电话：", "。\r\n丙")
    assert first != make("13800138000", "甲\n传真：", "。")
    assert first != make("13800138000", "甲\n电话：", "。\n乙", path="a/c.txt")
    assert first != make("13800138000", "甲\n电话：", "。\n乙", entity="QQ")
    assert first == make("13800138000", "甲\n电话：", "。\n乙", path="a\\b.txt")


def test_findings_that_look_alike_are_numbered() -> None:
    ordinals = Ordinals()
    prints = [
        fingerprint.of("CN_MOBILE", value, "a", ("电话：", ""), ordinals, None) for value in ("13800138000", "13912345678", "13700137000")
    ]
    assert len(set(prints)) == 3
    ordinals = Ordinals()
    assert prints[:2] == [fingerprint.of("CN_MOBILE", "1", "a", ("电话：", ""), ordinals, None) for _ in range(2)]


def test_with_a_key_the_value_counts_and_the_place_on_the_page_does_not() -> None:
    first = make("13800138000", key=b"k1")
    assert first == make("138 0013 8000", before="传真", after="", key=b"k1")
    assert first != make("13800138001", key=b"k1")
    assert first != make("13800138000", key=b"k2")
    assert first != make("13800138000", path="c", key=b"k1")
    assert len(first) == len(make("1")) == 32


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30), st.sampled_from([None, b"k"]))
def test_any_text_has_a_fingerprint(value: str, before: str, after: str, key: bytes | None) -> None:
    assert len(bytes.fromhex(make(value + "\ud800", before, after, key=key))) == 16


def test_the_key_comes_from_the_environment_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "key"
    path.write_bytes(b" from file\n")
    monkeypatch.delenv("GOVREDACT_KEY", raising=False)
    assert load_key() is None
    assert load_key(str(path)) == b"from file"
    monkeypatch.setenv("GOVREDACT_KEY", "密钥")
    assert load_key(str(path)) == "密钥".encode()
    monkeypatch.setenv("GOVREDACT_KEY", "")
    assert load_key() is None
    monkeypatch.setenv("GOVREDACT_KEY", "  ")
    with pytest.raises(ConfigError, match="empty"):
        load_key()


def test_a_key_file_must_be_readable_and_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GOVREDACT_KEY", raising=False)
    with pytest.raises(ConfigError, match="cannot be read"):
        load_key(str(tmp_path / "missing"))
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    inside = tmp_path / "repo" / "sub" / "key"
    inside.parent.mkdir()
    inside.write_bytes(b"secret")
    with pytest.raises(ConfigError, match="inside a repository") as caught:
        load_key(str(inside))
    assert "secret" not in str(caught.value)
    (tmp_path / "empty").write_bytes(b"\n")
    with pytest.raises(ConfigError, match="empty"):
        load_key(str(tmp_path / "empty"))
    (tmp_path / "large").write_bytes(b"x" * 5000)
    with pytest.raises(ConfigError, match="longer than"):
        load_key(str(tmp_path / "large"))


def test_the_id_of_a_key_is_short_and_stable() -> None:
    assert key_id(None) == ""
    assert len(key_id(b"k1")) == 16
    assert key_id(b"k1") == key_id(b"k1") != key_id(b"k2")
