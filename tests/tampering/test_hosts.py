"""Hosts: whose they are, and what is wrong with them by their form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govredact.context.scan import LinkRules
from govredact.tampering import hosts

RULES = LinkRules(own=("huzhou.cn",), allowed=("paper.example.com",), refused=frozenset({"shop.example.com"}))


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("http://www.example.com/a?b=c", "www.example.com"),
        ("HTTPS://User:pw@Example.COM:8443", "example.com"),
        ("//cdn.example.com/x.js", "cdn.example.com"),
        ("http://[fd00::1]:80/", "fd00::1"),
        ("/col/index.html", ""),
        ("index.html", ""),
        ("javascript:void(0)", ""),
        ("http://example.com\\@evil.example.net/", "example.com"),
    ],
)
def test_host_of(address: str, host: str) -> None:
    assert hosts.host_of(address) == host


@given(st.text(max_size=80))
def test_any_text_has_a_host_or_none(text: str) -> None:
    assert isinstance(hosts.host_of(text), str)
    assert isinstance(hosts.fault(hosts.host_of(text), RULES), str)


@pytest.mark.parametrize(
    ("host", "owner"),
    [("www.a.example.com.cn", "example.com.cn"), ("a.b.gov.cn", "b.gov.cn"), ("example.com", "example.com"), ("localhost", "localhost")],
)
def test_owner(host: str, owner: str) -> None:
    assert hosts.owner(host) == owner


@pytest.mark.parametrize(
    ("host", "reason"),
    [
        ("10.1.2.3", "internal_network"),
        ("192.168.0.1", "internal_network"),
        ("fd00::1", "internal_network"),
        ("localhost", "internal_network"),
        ("oa.local", "internal_network"),
        ("114.114.114.114", "plain_address"),
        ("www.qingshan.gov-cn.com", "look_alike_domain"),
        ("qingshan.gov.cn.example.com", "look_alike_domain"),
        ("www.qingshan.g0v.cn", "look_alike_domain"),
        ("xn--pple-43d.com", "punycode_domain"),
        ("www.bet36588.com", "irregular_domain"),
        ("726000.be70000d4s.shop", "irregular_domain"),
        ("www.888888.vip", "irregular_domain"),
        ("pay.shop.example.com", "refused_domain"),
        ("www.qingshan.gov.cn", ""),
        ("www.gov.uk", ""),
        ("www.usa.gov", ""),
        ("www.info.gov.hk", ""),
        ("www.mit.edu", ""),
        ("www.cam.ac.uk", ""),
        ("xn--fiqs8s.xn--zfr164b", ""),
        ("www.12306.cn", ""),
        ("www.10086.cn", ""),
        ("www.95598.cn", ""),
        ("www.163.com", ""),
        ("www.51job.com", ""),
        ("www.example.com", ""),
        ("alphabet.com", ""),
        ("paper.example.com", ""),
        ("", ""),
    ],
)
def test_fault(host: str, reason: str) -> None:
    assert hosts.fault(host, RULES) == reason


def test_a_strict_policy_reports_what_no_list_allows() -> None:
    strict = RULES._replace(strict=True)
    assert hosts.fault("www.example.com", strict) == "not_allowed_domain"
    known = ("www.a.gov.cn", "x.people.com.cn", "b.huzhou.cn", "paper.example.com", "xn--fiqs8s.xn--zfr164b")
    assert [hosts.fault(host, strict) for host in known] == [""] * 5


def test_the_shipped_list_says_whence_it_comes() -> None:
    with open(hosts.shipped_file("domains.txt"), encoding="utf-8") as file:
        header = dict(line[2:].rstrip().split(": ", 1) for line in file if line.startswith("# ") and ": " in line)
    assert {"name", "purpose", "source", "licence", "date"} <= header.keys()
    assert len(set(hosts.shipped())) == len(hosts.shipped()) > 50
