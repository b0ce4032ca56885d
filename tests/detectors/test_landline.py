"""Landlines are public unless a label says that they are a home's; the span is the number as a reader sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from govredact.models import Candidate

    Found = Callable[[str], list[tuple[str, Candidate]]]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("家庭电话：0571-86543210", "0571-86543210"),
        ("住宅电话（0571）86543210", "（0571）86543210"),
        ("宅电：010-8654 3210", "010-8654 3210"),
        ("宅电 656-9702", "656-9702"),
        ("姓名：张某 家庭电话：65432101 手机：无", "65432101"),
        ("姓名\t家庭电话\n张某\t0571-86543210\n李某\t65432102\n", "65432102"),
    ],
)
def test_a_number_of_a_home_is_private(text: str, value: str, found: Found) -> None:
    assert (value, "CN_LANDLINE") in [(v, c.entity) for v, c in found(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("办公电话：0571-86543210", "0571-86543210"),
        ("联系电话：0571—86543210转801", "0571—86543210转801"),
        ("咨询电话:(0571)8654-3210", "(0571)8654-3210"),
        ("座机：86543210-8001", "86543210-8001"),
        ("传真０５７１－８６５４３２１０", "０５７１－８６５４３２１０"),
        ("电话:0571--86543210", "0571--86543210"),
        ("请致电057186543210", "057186543210"),
        ("电话：0086-571-86543210", "0086-571-86543210"),
        ("020-87531903", "020-87531903"),
        ("联系电话：0571-86543210/86543211", "86543211"),
    ],
)
def test_any_other_landline_is_public(text: str, value: str, found: Found) -> None:
    results = dict(found(text))
    assert results[value].entity == "PUBLIC_PHONE"
    assert results[value].role == "office"


@pytest.mark.parametrize(
    "text",
    [
        "宗地编号0999-12345678",
        "索引号：0571-86543210/2020",
        "合同金额0571865432元",
        "账号：057186543210",
        "0571-16543210",
        "办公电话：0572-****085",
        "****-*******",
        "T0571-86543210",
    ],
)
def test_what_only_looks_like_a_landline(text: str, found: Found) -> None:
    assert [v for v, c in found(text) if c.entity in ("CN_LANDLINE", "PUBLIC_PHONE")] == []


def test_a_mobile_after_a_landline_stays_a_mobile(found: Found) -> None:
    results = [(v, c.entity) for v, c in found("电话：0571-86543210 13812345678")]
    assert results == [("0571-86543210", "PUBLIC_PHONE"), ("13812345678", "CN_MOBILE")]
