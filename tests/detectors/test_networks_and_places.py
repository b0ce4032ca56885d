"""Addresses of networks and devices, and points on the map, against what has the same shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from govredact.models import Candidate

    Found = Callable[[str], list[tuple[str, Candidate]]]


@pytest.mark.parametrize(
    ("text", "value", "severity"),
    [
        ("IP地址：192.168.1.100", "192.168.1.100", "medium"),
        ("网段172.16.8.0/24", "172.16.8.0/24", "medium"),
        ("系统地址http://10.1.2.3:8080/login", "10.1.2.3", "medium"),
        ("IPv6：fe80::1a2b:3c4d:5e6f:7081", "fe80::1a2b:3c4d:5e6f:7081", "medium"),
        ("服务器123.56.78.90遭到扫描", "123.56.78.90", "low"),
        ("DNS：8.8.8.8", "8.8.8.8", "low"),
        ("源地址2408:8207:1850:2a60::4c8", "2408:8207:1850:2a60::4c8", "low"),
    ],
)
def test_addresses_are_for_review_and_internal_ones_weigh_more(text: str, value: str, severity: str, found: Found) -> None:
    assert [(v, c.action, c.severity) for v, c in found(text) if c.entity == "IP_ADDRESS"] == [(value, "review", severity)]


@pytest.mark.parametrize(
    "text",
    [
        "子网掩码255.255.255.0",
        "版本1.2.3.4",
        "软件版本为12.0.45.100",
        "V2.10.35.40",
        "见10.1.2.3条",
        "10.1.2.3 技术要求",
        "1.3.1 适用范围",
        "1.2.3.4.5",
        "本机127.0.0.1",
        "192.168.*.*",
        "192.168.1.300",
        "2021.03.05.12",
        "文档示例2001:db8::1",
        "上午9:30:00",
    ],
)
def test_versions_clauses_and_masks_are_no_addresses(text: str, found: Found) -> None:
    assert [v for v, c in found(text) if c.entity == "IP_ADDRESS"] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("MAC地址：00-1B-44-11-3A-B7", "00-1B-44-11-3A-B7"),
        ("终端3c:5a:b4:9e:01:fd接入", "3c:5a:b4:9e:01:fd"),
        ("MAC：001b-4411-3ab7", "001b-4411-3ab7"),
        ("MAC:001B44113AB7", "001B44113AB7"),
        ("MAC地址：12-34-56-78-90-12", "12-34-56-78-90-12"),
    ],
)
def test_hardware_addresses(text: str, value: str, found: Found) -> None:
    assert [(v, c.entity) for v, c in found(text)] == [(value, "MAC_ADDRESS")]


@pytest.mark.parametrize(
    "text", ["12-34-56-78-90-12", "FF:FF:FF:FF:FF:FF", "开奖10-03-40-06-39-20", "3c:5a:b4:9e:01:fd:22", "12:30:45:12:10:11", "001B44113AB7"]
)
def test_no_hardware_address(text: str, found: Found) -> None:
    assert [v for v, c in found(text) if c.entity == "MAC_ADDRESS"] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("坐标：106.551556,29.563009", ["106.551556,29.563009"]),
        ("位于29.5630, 106.5515处", ["29.5630, 106.5515"]),
        ("经度：106.551556，纬度：29.563009", ["106.551556", "29.563009"]),
        ("经度,纬度\n106.551556,29.563009\n", ["106.551556", "29.563009"]),
        ("东经106°13′25″，北纬29°35′12.5″", ["东经106°13′25″", "北纬29°35′12.5″"]),
        ("POINT(106.551556 29.563009)", ["106.551556 29.563009"]),
    ],
)
def test_exact_points_in_china(text: str, values: list[str], found: Found) -> None:
    assert [v for v, c in found(text) if c.entity == "COORDINATES"] == values


@pytest.mark.parametrize(
    "text",
    [
        "东经106°13′，北纬29°35′",
        "圆周率3.14159",
        "坐标：106.55,29.56",
        "84.1234 12.5678",
        "占比98.76543%,12.34567%",
        "用时1分25秒",
        "1,106.551556, 29.563009",
        "13.8456\t15.0237",
    ],
)
def test_rates_times_and_rough_points_are_none(text: str, found: Found) -> None:
    assert [v for v, c in found(text) if c.entity == "COORDINATES"] == []
