"""Numbers that everybody may call are recognised, so that nothing else claims them."""

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
        ("监督举报电话：12345", "12345"),
        ("请拨打12345热线或110报警", "12345"),
        ("举报电话0715—12388;8126400", "0715—12388"),
        ("客服电话：95588", "95588"),
        ("供水热线 96510", "96510"),
        ("咨询热线：4008-123-456", "4008-123-456"),
        ("全国统一热线400 810 0123", "400 810 0123"),
        ("电话：8008100123", "8008100123"),
    ],
)
def test_public_numbers(text: str, value: str, found: Found) -> None:
    results = dict(found(text))
    assert results[value].entity == "PUBLIC_PHONE"
    assert results[value].reasons[0] == "public_number"


@pytest.mark.parametrize(
    "text",
    [
        "全年办理12345件",
        "合同金额4008100123元",
        "项目编号A12345",
        "1.12345",
        "13845×12345",
        "手机：138****12345号",
        "QQ：12345",
    ],
)
def test_counts_codes_and_parts_are_none(text: str, found: Found) -> None:
    assert [v for v, c in found(text) if c.entity == "PUBLIC_PHONE"] == []


def test_a_hotline_is_never_masked(masked: Callable[[str], list[tuple[str, str]]]) -> None:
    assert masked("举报电话：12388，投诉电话：12315、96333，客服4001234567，QQ群：12345678") == []
