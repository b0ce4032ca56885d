"""The names of divisions, as far as addresses need them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from govredact.addresses import divisions


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("浙江省", divisions.PROVINCE),
        ("重庆市", divisions.PROVINCE),
        ("湖州市", divisions.PREFECTURE),
        ("阿克苏地区", divisions.PREFECTURE),
        ("璧山区", divisions.COUNTY),
        ("七塘镇", divisions.TOWN),
        ("璧泉街道", divisions.TOWN),
        ("呼和浩特市", divisions.PREFECTURE),
        ("和平区", divisions.COUNTY),
        ("和田地区", divisions.PREFECTURE),
        ("阳光小区", 0),
        ("市辖区", 0),
    ],
)
def test_the_level_of_a_full_name(name: str, level: int) -> None:
    assert divisions.level(name) == level


@pytest.mark.parametrize("name", ["璧山县", "下城区", "崇文区", "巢湖地区"])
def test_former_names_are_known_because_people_go_on_writing_them(name: str) -> None:
    assert divisions.level(name) > 0


@pytest.mark.parametrize("name", ["湖州", "广西", "延边", "内蒙古", "浦东"])
def test_everyday_names_are_known(name: str) -> None:
    assert divisions.is_short(name)


def test_an_autonomous_prefecture_may_be_called_by_its_place_alone() -> None:
    assert divisions.is_short_prefecture("文山")
    assert not divisions.is_short_prefecture("湖州")


def test_a_single_character_is_no_everyday_name() -> None:
    assert not divisions.is_short("沪")
    assert not divisions.is_short("东")


def test_the_list_is_not_read_for_text_without_addresses() -> None:
    script = (
        "import govredact\n"
        "govredact.Engine().scan_text('张某于2021年3月领取补助1200元，账号6222021234567890123，共3人')\n"
        "from govredact.addresses import divisions\n"
        "print(divisions._sections.cache_info().misses)\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "0"
