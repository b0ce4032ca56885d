"""Allow-lists: exact values in any writing, values of one entity, patterns with a time limit, and clear errors."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from govredact.errors import ConfigError, PatternError
from govredact.filters import allow_list

if TYPE_CHECKING:
    from pathlib import Path


def load(tmp_path: Path, text: str) -> allow_list.AllowList:
    path = tmp_path / "allow.txt"
    path.write_text(text, encoding="utf-8")
    return allow_list.load([str(path)])


def test_a_value_is_allowed_in_every_writing(tmp_path: Path) -> None:
    allowed = load(tmp_path, "# 值班电话\n13800138000\n\nOffice@Example.CN\n路口交通\n")
    for value in ("13800138000", "138 0013 8000", "138-0013-8000", "１３８００１３８０００", "138.0013.8000", "138\u200b00138000"):
        assert allowed.filter_for("CN_MOBILE", value) == "allow_list"
    assert allowed.filter_for("EMAIL", "office@example.cn") == "allow_list"
    assert allowed.filter_for("KEYWORD", "路口 交通") == "allow_list"
    assert allowed.filter_for("CN_MOBILE", "13800138001") == ""
    assert allowed.filter_for("KEYWORD", "路口") == ""


def test_values_that_differ_in_more_than_writing_stay_apart(tmp_path: Path) -> None:
    allowed = load(tmp_path, "10.1.1.11\na.b@example.cn\n")
    assert allowed.filter_for("IP_ADDRESS", "10.1.1.11") == "allow_list"
    assert allowed.filter_for("IP_ADDRESS", "10.11.1.1") == ""
    assert allowed.filter_for("EMAIL", "ab@example.cn") == ""


def test_a_line_may_name_its_entity(tmp_path: Path) -> None:
    allowed = load(tmp_path, "CN_MOBILE\t13800138000\n")
    assert allowed.filter_for("CN_MOBILE", "13800138000") == "allow_list"
    assert allowed.filter_for("BANK_ACCOUNT", "13800138000") == ""


def test_a_secrecy_mark_is_allowed_only_by_its_name(tmp_path: Path) -> None:
    assert load(tmp_path, "内部资料\nre:内部.*\n").filter_for("INTERNAL_MARK", "内部资料") == ""
    assert load(tmp_path, "INTERNAL_MARK\t内部资料\n").filter_for("INTERNAL_MARK", "内部资料") == "allow_list"


def test_patterns_must_fit_the_whole_value(tmp_path: Path) -> None:
    allowed = load(tmp_path, "re:0572-2\\d{6}\nEMAIL\tre: .*@huzhou\\.gov\\.cn\n")
    assert allowed.filter_for("CN_LANDLINE", "0572-2000000") == "allow_list"
    assert allowed.filter_for("CN_LANDLINE", "0572-20000001") == ""
    assert allowed.filter_for("EMAIL", "a@huzhou.gov.cn") == "allow_list"
    assert allowed.filter_for("KEYWORD", "a@huzhou.gov.cn") == ""


def test_values_of_a_policy_are_exact_even_if_they_look_like_patterns() -> None:
    allowed = allow_list.load(values=["138 0013 8000", "re:.*"])
    assert allowed.filter_for("CN_MOBILE", "13800138000") == "allow_list"
    assert allowed.filter_for("CN_MOBILE", "13800138001") == ""


def test_a_runaway_pattern_ends_with_an_error_that_names_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allow_list, "SECONDS", 0.05)
    allowed = load(tmp_path, "# slow\nre:(?:(?:a|aa)+)+(?:b\\1?)?$\n".replace("\\1?", ""))
    with pytest.raises(PatternError, match=r"allow\.txt:2: the pattern takes more than"):
        allowed.filter_for("KEYWORD", "a" * 60 + "c")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ok\nCN_MOBIL\t13800138000\n", r"allow\.txt:2: .*did you mean CN_MOBILE"),
        ("re:(\n", r"allow\.txt:1: the pattern is wrong"),
        ("re:\n", r"allow\.txt:1: there is no pattern"),
        ("\n - \n", r"allow\.txt:2: there is no value"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        load(tmp_path, text)


def test_errors_do_not_repeat_what_may_be_a_value(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, "张伟\t13800138000\n")
    assert "张伟" not in str(caught.value)
    assert "13800138000" not in str(caught.value)


def test_files_that_cannot_be_read_are_configuration_errors(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        allow_list.load([str(tmp_path / "missing.txt")])
    path = tmp_path / "gbk.txt"
    path.write_bytes("a\n路口交通\n".encode("gbk"))
    with pytest.raises(ConfigError, match=r"gbk\.txt:2: the allow-list is not UTF-8"):
        allow_list.load([str(path)])


def test_allow_lists_are_picklable_and_show_no_value(tmp_path: Path) -> None:
    allowed = load(tmp_path, "13800138000\nre:4\\d+\n")
    assert allowed.filter_for("CN_MOBILE", "411") == "allow_list"
    copy = pickle.loads(pickle.dumps(allowed))
    assert copy.filter_for("CN_MOBILE", "13800138000") == copy.filter_for("CN_MOBILE", "411") == "allow_list"
    assert "138" not in repr(allowed)
    assert not allow_list.load()
