"""A name that shows one character of the given name is for review; customary masks and prose are not."""

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
        ("患者陈某燕已治愈出院", "陈某燕"),
        ("姓名：李*明", "李*明"),
        ("姓名：李＊明", "李＊明"),
        ("王×平\t男", "王×平"),
        ("信访人李某明。", "李某明"),
        ("欧阳某慧，女", "欧阳某慧"),
        ("张某伟、刘某强", "刘某强"),
    ],
)
def test_names_that_show_a_given_name(text: str, value: str, found: Found) -> None:
    results = {v: c for v, c in found(text) if c.entity == "WEAK_MASK"}
    assert (results[value].action, results[value].severity) == ("review", "low")


@pytest.mark.parametrize(
    "text",
    [
        "姓名：张*",
        "姓名：王**",
        "陈某",
        "陈某某诉李某甲",
        "法定代表人：杨XX",
        "被告人王某在网上",
        "李某通过互联网邮箱",
        "李某明知故犯",
        "金某将存储卡带走",
        "居民胡某报称",
        "王某平时住在城关",
        "张某国家赔偿案",
        "某市某局某某科",
        "××市××局",
        "高*质量*发展",
        "单价*数量",
        "李某一、李某二",
    ],
)
def test_customary_masks_and_prose(text: str, found: Found) -> None:
    assert [v for v, c in found(text) if c.entity == "WEAK_MASK"] == []
