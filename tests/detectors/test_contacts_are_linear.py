"""Scanning four times as much takes about four times as long, whatever a hostile text repeats."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from govredact.models import Candidate

UNITS = [
    "1 * ",
    "*1",
    "1xx",
    "a@",
    "a@b.",
    "zhang # 163.",
    "00:00:",
    "106.55555,29.55555,",
    "1°1′1″",
    "密码：a1",
    "账号：aaaa ",
    "330106********2415 ",
    "李*明",
    "x://a:b@",
    "eyJaaaaaaaaa.",
    "-----BEGIN PRIVATE KEY-----\n",
    "jdbc:mysql:",
    "token=",
    "fe80:",
    "QQ：1",
    "微信：a",
    "12345",
]


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_text(unit: str, found: Callable[[str], list[tuple[str, Candidate]]]) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        times = []
        for _ in range(2):
            began = time.process_time()
            found(text)
            times.append(time.process_time() - began)
        return min(times)

    small = max(seconds(5_000), 0.002)
    assert seconds(40_000) < small * 24  # quadratic would be 64
