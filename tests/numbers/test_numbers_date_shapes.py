"""Shapes of dates: the quick look for their beginnings misses none."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from govredact.numbers import date_shapes

_PIECES = st.sampled_from(
    [
        "1985",
        "85",
        "03",
        "3",
        "12",
        "一九八五",
        "二〇〇五",
        "八五",
        "十二",
        "三",
        "正",
        "农历",
        "年",
        "月",
        "日",
        "号",
        "初八",
        "-",
        ".",
        "/",
        " ",
        "’",
        "March",
        "*",
        "A",
        "生",
    ]
)


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_every_date_begins_where_the_quick_look_says(text: str) -> None:
    beginnings = {match.start() for match in re.finditer(date_shapes.BEGINNING, text, re.DOTALL)}
    for start in range(len(text)):
        if re.compile(date_shapes.LABELLED).match(text, start):
            assert start in beginnings
