"""Addresses in running text: where they begin and end, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govredact.addresses.reading import find

PIECES = [
    "在",
    "望山",
    "路",
    "12",
    "号",
    "，",
    "云湖",
    "小区",
    "3",
    "幢",
    "单元",
    "湖州市",
    "村",
    "一",
    "组",
    "室",
    "-",
    "（",
    "）",
    "\n",
    "的",
]


def spans(text: str) -> list[str]:
    return [text[found.start : found.end] for found in find(text)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("昨晚在望山路118号附近云湖苑", "望山路118号附近云湖苑"),
        ("货送到云栖大道112号小海豚鞋业，已签收", "云栖大道112号小海豚鞋业"),
        ("浙江省湖州市吴兴区织里镇望山路16弄4号楼8室", "浙江省湖州市吴兴区织里镇望山路16弄4号楼8室"),
        ("租了湖州吴兴区云湖新村7-5的房子", "湖州吴兴区云湖新村7-5"),
        ("位于七塘镇望山村2社", "七塘镇望山村2社"),
        ("荣景二期12幢1-7-3", "荣景二期12幢1-7-3"),
        ("望山路28号附6号5-3", "望山路28号附6号5-3"),
        ("教师公寓九栋三单元地下室", "教师公寓九栋三单元地下室"),
        ("云湖国际城A座1575", "云湖国际城A座1575"),
        ("仁德街道三白潭村冷泉坝9-3号", "仁德街道三白潭村冷泉坝9-3号"),
        ("望山路85号（原东街12号）", "望山路85号（原东街12号）"),
        ("住于洪区望山路5号", "于洪区望山路5号"),
        ("在向阳路5号", "向阳路5号"),
        ("芦山县龙门镇望山村河湾组村民程某", "芦山县龙门镇望山村河湾组"),
        ("凌海市大有街道望山村西屯的村民", "凌海市大有街道望山村西屯"),
        ("营根镇望山村南边岭队", "营根镇望山村南边岭队"),
        ("学田镇工农村4屯", "学田镇工农村4屯"),
        ("肖桥行政村肖庄7组", "肖桥行政村肖庄7组"),
        ("修水县黄沙港林场岭下组", "修水县黄沙港林场岭下组"),
    ],
)
def test_an_address_is_found_whole(text: str, address: str) -> None:
    assert spans(text) == [address]


@pytest.mark.parametrize(
    "text",
    [
        "乘地铁3号线到站",
        "国务院令第711号",
        "（2024）浙0106民初1234号",
        "第3组运动员",
        "8月12号开会",
        "全市共120个村3500户",
        "公司2号高炉停产",
        "超市5层货架",
        "比分2-1结束",
        "社区工作人员3名",
        "长江路一带停水",
        "浙江省湖州市吴兴区",
        "青海北部有4—6级偏北风",
        "山西、安徽4起事故",
        "甲书店公布55号作品",
        "望山路12号令已废止",
        "织里镇望山村成立工作组",
        "织里镇望山村志愿服务队开展活动",
        "涉及8个小区、126栋楼、3521户居民",
        "国道318线K2205+300米处",
        "楼栋牌1,265块",
        "两侧有明清民居76幢",
        "金桂社区12栋居民楼",
        "国办发〔2020〕55号",
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert spans(text) == []


def test_an_address_ends_where_the_sentence_goes_on() -> None:
    assert spans("家住望山路12号的王某说") == ["望山路12号"]
    assert spans("在望山路12号将其抓获") == ["望山路12号"]
    assert spans("望山路12号联系电话13800138000") == ["望山路12号"]


def test_an_address_in_brackets_does_not_begin_with_the_office_before_them() -> None:
    assert spans("便民服务中心（吴兴区望山路27号）") == ["吴兴区望山路27号"]


def test_two_addresses_in_one_line_are_two() -> None:
    assert spans("从望山路1号，到云栖路2号") == ["望山路1号", "云栖路2号"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_addresses_come_in_order_and_do_not_overlap(text: str) -> None:
    reach = 0
    for found in find(text):
        assert reach <= found.start < found.end <= len(text)
        reach = found.end
