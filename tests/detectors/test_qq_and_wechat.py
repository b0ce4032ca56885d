"""QQ and WeChat accounts have no form of their own: a label must say so, and groups and public accounts are nobody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from govredact.models import Candidate

    Found = Callable[[str], list[tuple[str, Candidate]]]


@pytest.mark.parametrize(
    ("text", "value", "entity"),
    [
        ("个人QQ：3336717229，验证信息填姓名", "3336717229", "QQ"),
        ("QQ：12345", "12345", "QQ"),
        ("加QQ 3336717229 咨询", "3336717229", "QQ"),
        ("QQ:3336717229或微信同号", "3336717229", "QQ"),
        ("姓名,QQ,微信\n张某,12345678,zhang_88\n李某,87654321,li_99abc\n", "87654321", "QQ"),
        ("姓名,QQ,微信\n张某,12345678,zhang_88\n李某,87654321,li_99abc\n", "li_99abc", "WECHAT"),
        ("微信：zhangsan_1988", "zhangsan_1988", "WECHAT"),
        ("微信号为lily-2020", "lily-2020", "WECHAT"),
        ("添加微信wxid_abc123def咨询", "wxid_abc123def", "WECHAT"),
        ("加微信zhang_88 咨询", "zhang_88", "WECHAT"),
        ("微信：123456789", "123456789", "WECHAT"),
        ("微信：13812345678", "13812345678", "CN_MOBILE"),
        ("微信同号18272660914", "18272660914", "CN_MOBILE"),
        ("QQ：13812345678", "13812345678", "CN_MOBILE"),
        ("QQ：123456789@qq.com", "123456789@qq.com", "EMAIL"),
    ],
)
def test_accounts_by_label(text: str, value: str, entity: str, found: Found) -> None:
    assert [c.entity for v, c in found(text) if v == value] == [entity]


@pytest.mark.parametrize(
    "text",
    [
        "QQ群：123456789",
        "不加陌生人微信、QQ等社交软件",
        "QQ2015版",
        "订单号：3336717229",
        "微信公众号：bishanfabu",
        "微信小程序：shenzhengtong",
        "微信同号",
        "微信号同手机",
        "请下载微信Android版",
        "微信支付",
        "QQ：12****78",
        "微信：zh********8",
    ],
)
def test_nobodys_account(text: str, found: Found) -> None:
    assert [v for v, c in found(text) if c.entity in ("QQ", "WECHAT")] == []


@pytest.mark.parametrize("text", ["单位QQ：123456789", "客服微信：kefu-001"])
def test_the_account_of_an_office_is_for_review(text: str, found: Found) -> None:
    assert [c.action for _, c in found(text)] == ["review"]
