"""Region codes of the places that stand in addresses."""

from __future__ import annotations

import pytest

from govredact.addresses.codes import codes
from govredact.numbers import regions


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("浙江省杭州市西湖区望山路12号", {"330106"}),
        ("浙江绍兴柯桥区", {"330603"}),
        ("璧山区", {"500120", "500227", "510232"}),
        ("重庆市璧山区", {"500120", "500227", "510232"}),
        ("七塘镇望山村", {"500120", "500227", "510232"}),
        ("天津市和平区", {"120101"}),
    ],
)
def test_a_county_or_town_has_the_codes_that_its_people_were_given(address: str, expected: set[str]) -> None:
    assert codes(address) == expected


@pytest.mark.parametrize("address", ["", "阳光小区3幢", "望山路12号", "浙江省", "三合乡望山村"])
def test_codes_are_those_of_known_regions(address: str) -> None:
    assert all(regions.is_region(code) for code in codes(address))
    assert address.startswith("三合乡") or not codes(address)


def test_a_name_that_several_towns_bear_leaves_all_of_their_counties() -> None:
    assert len(codes("城关镇")) > 50
