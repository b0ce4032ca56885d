"""Accounts to which fines are paid or that a public body holds, beside those of persons."""

from __future__ import annotations

import pytest

import govredact


@pytest.fixture(scope="module")
def engine() -> govredact.Engine:
    return govredact.Engine()


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("户名：云栖市财政局，开户行：建行支行，账号：45001607452050500138", "allow"),
        ("户名：云栖市某某有限公司，账号：45001607452050500138", "review"),
        ("罚款缴至建行云栖支行罚没账户45001607452050500138", "review"),
        ("补贴转入罗小珍账户，账号：45001607452050500138", "mask"),
        ("户名：罗小珍，账号：45001607452050500138\n户名：云栖市某某有限公司，账号：45001607452050500146", "mask"),
        ("户名：云栖市财政局；户名：罗小珍，账号：45001607452050500138", "mask"),
    ],
)
def test_whose_account_it_is_decides(engine: govredact.Engine, text: str, action: str) -> None:
    accounts = [f for f in engine.scan_text(text) if text[f.start : f.end] == "45001607452050500138"]
    assert [f.action for f in accounts] in ([action], [] if action == "allow" else [action])
