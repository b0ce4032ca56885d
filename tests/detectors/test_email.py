"""Mailboxes of people are masked, those of offices are published on purpose; spelt signs are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from govredact.detectors.email import is_office_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from govredact.models import Candidate

    Found = Callable[[str], list[tuple[str, Candidate]]]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Email：liu-min@sina.com.cn", "liu-min@sina.com.cn"),
        ("邮箱zhangsan1988@163.com。", "zhangsan1988@163.com"),
        ("电子邮箱：zhang.san@zju.edu.cn，", "zhang.san@zju.edu.cn"),
        ("邮箱：13812345678@139.com", "13812345678@139.com"),
        ("ｚｈａｎｇ＠１６３.com", "ｚｈａｎｇ＠１６３.com"),
        ("ZHANG@QQ.COM", "ZHANG@QQ.COM"),
        ("mailto:zhang@163.com", "zhang@163.com"),
        ("zhang @163.com", "zhang @163.com"),
        ("zhang(at)163.com", "zhang(at)163.com"),
        ("zhang（at）163.com", "zhang（at）163.com"),
        ("zhang[at]163[dot]com", "zhang[at]163[dot]com"),
        ("zhang # 163.com", "zhang # 163.com"),
        ("zhang#qq.com", "zhang#qq.com"),
        ("投诉人邮箱：zhang@163.com", "zhang@163.com"),
        ("lyj1990@163.com", "lyj1990@163.com"),
    ],
)
def test_a_persons_mailbox_is_masked(text: str, value: str, found: Found) -> None:
    assert [(v, c.entity, c.action) for v, c in found(text)] == [(value, "EMAIL", "")]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("邮箱：zhangsan@hz.gov.cn", "gov_domain"),
        ("zfxxgk@163.com", "office_name"),
        ("bgs2020@126.com", "office_name"),
        ("hzsrsj@163.com", "office_name"),
        ("简历发至hr@example.com.cn", "office_name"),
        ("招生办 zsb@example.edu.cn", "office_name"),
        ("举报邮箱：liangshi2024@163.com", "office_label"),
        ("采购人邮箱：xiangmu@126.com", "office_label"),
    ],
)
def test_an_offices_mailbox_is_allowed(text: str, reason: str, found: Found) -> None:
    ((_, candidate),) = found(text)
    assert candidate.action == "allow"
    assert reason in candidate.reasons


def test_an_office_with_somebodys_number_at_a_provider_is_for_review(found: Found) -> None:
    assert [c.action for _, c in found("单位邮箱：12345678@qq.com")] == ["review"]


@pytest.mark.parametrize(
    "text",
    [
        "*@*q.com",
        "z*****@163.com",
        "xxx@163.com",
        "zh***g@163.com",
        "z___@163.com",
        "logo@2x.png",
        "#163 号楼",
        "@media screen",
        "作者@张三",
        "提醒 @zhangsan.com",
    ],
)
def test_no_address(text: str, found: Found) -> None:
    assert found(text) == []


def test_the_password_of_an_address_on_the_web_is_no_local_part(found: Found) -> None:
    assert [c.entity for _, c in found("https://user:secret1@host.example.cn/")] == ["CREDENTIAL"]


@pytest.mark.parametrize(
    ("local", "at_provider", "office"), [("zsb", False, True), ("zsb", True, False), ("zhangsan", False, False), ("hr", True, True)]
)
def test_initials_name_an_office_at_its_own_domain_only(local: str, at_provider: bool, office: bool) -> None:
    assert is_office_name(local, at_provider) is office
