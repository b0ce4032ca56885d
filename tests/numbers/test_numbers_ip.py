"""Addresses of networks against the `ipaddress` module."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govredact.numbers import ip


@given(st.ip_addresses(v=4))
def test_ipv4_agrees_with_the_standard_library(address):
    assert ip.parse_ipv4(str(address)) == int(address)


@given(st.ip_addresses(v=6))
def test_ipv6_agrees_with_the_standard_library(address):
    assert ip.parse_ipv6(str(address)) == int(address)
    assert ip.parse_ipv6(address.exploded.upper()) == int(address)


@given(st.text("0123456789abcf:.", max_size=20))
def test_odd_texts_agree_with_the_standard_library(text):
    try:
        expected = int(ipaddress.ip_address(text))
    except ValueError:
        assert ip.kind(text) == ""
    else:
        assert (ip.parse_ipv4(text) if ":" not in text else ip.parse_ipv6(text)) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("10.0.0.1", "private"),
        ("172.16.0.1", "private"),
        ("172.31.255.255", "private"),
        ("172.32.0.1", "public"),
        ("192.168.255.1", "private"),
        ("192.169.0.1", "public"),
        ("100.64.0.1", "shared"),
        ("169.254.1.1", "link_local"),
        ("127.0.0.1", "loopback"),
        ("203.0.113.7", "documentation"),
        ("0.0.0.0", "reserved"),
        ("255.255.255.255", "reserved"),
        ("114.114.114.114", "public"),
        ("fd12:3456::1", "private"),
        ("fe80::1", "link_local"),
        ("::1", "loopback"),
        ("::", "reserved"),
        ("2001:db8::1", "documentation"),
        ("240e::1", "public"),
        ("1.2.3", ""),
        ("1.2.3.256", ""),
        ("01.2.3.4", ""),
        ("1.2.3.4.5", ""),
        ("１.2.3.4", ""),
        ("1:2", ""),
        ("1::2::3", ""),
        ("12:30", ""),
    ],
)
def test_kinds(text, kind):
    assert ip.kind(text) == kind
    assert ip.is_private(text) == (kind in ("private", "shared", "link_local"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("00:1A:2b:3c:4d:5E", True),
        ("00-1A-2B-3C-4D-5E", True),
        ("00:1A-2B:3C:4D:5E", False),
        ("00:1A:2B:3C:4D", False),
        ("00:1A:2B:3C:4D:5G", False),
        ("001A2B3C4D5E", False),
        ("", False),
        ("ab", False),
    ],
)
def test_hardware_addresses(text, expected):
    assert ip.is_mac(text) == expected
