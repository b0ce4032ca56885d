"""The office's own register makes its telephones, addresses, officials and mailboxes public."""

from __future__ import annotations

import pickle

import pytest

from govredact.filters.register import Register

OFFICE = Register(
    telephones=["0572-2000000", "+86 138 0013 8000"],
    addresses=["湖州市吴兴区人民路1号", "短"],
    officials=["张伟"],
    domains=["@Huzhou.gov.cn", "example.cn"],
)


@pytest.mark.parametrize(
    ("entity", "value"),
    [
        ("CN_LANDLINE", "0572-2000000"),
        ("CN_LANDLINE", "(0572) 2000000"),
        ("CN_LANDLINE", "0572-2000000转8001"),
        ("CN_MOBILE", "13800138000"),
        ("CN_MOBILE", "138-0013-8000"),
        ("HOME_ADDRESS", "湖州市吴兴区人民路1号"),
        ("HOME_ADDRESS", "浙江省湖州市吴兴区人民路1号"),
        ("HOME_ADDRESS", "吴兴区人民路1号"),
        ("PERSON", "张伟"),
        ("PERSON", "张 伟"),
        ("EMAIL", "zhangwei@huzhou.gov.cn"),
        ("EMAIL", "ZW@mail.example.cn"),
    ],
)
def test_what_is_the_offices_own_is_public(entity: str, value: str) -> None:
    assert OFFICE.filter_for(entity, value) == "register"
    assert OFFICE.role_for(entity, value) == "public"


@pytest.mark.parametrize(
    ("entity", "value"),
    [
        ("CN_LANDLINE", "0572-2000001"),
        ("CN_LANDLINE", "2000000"),
        ("CN_MOBILE", "13800138001"),
        ("BANK_ACCOUNT", "13800138000"),
        ("HOME_ADDRESS", "湖州市吴兴区人民路1号3栋302室"),
        ("HOME_ADDRESS", "人民路11号"),
        ("HOME_ADDRESS", "路1号"),
        ("HOME_ADDRESS", "短"),
        ("PERSON", "张伟民"),
        ("EMAIL", "a@notexample.cn"),
        ("EMAIL", "a@example.cn.evil.com"),
    ],
)
def test_what_only_looks_like_it_is_not(entity: str, value: str) -> None:
    assert OFFICE.filter_for(entity, value) == ""
    assert OFFICE.role_for(entity, value) == ""


def test_an_empty_register_holds_nothing_and_registers_are_picklable() -> None:
    assert not Register()
    assert Register().filter_for("EMAIL", "") == ""
    assert Register(domains=["", "@"]).filter_for("EMAIL", "a@b.cn") == ""
    assert pickle.loads(pickle.dumps(OFFICE)).filter_for("PERSON", "张伟") == "register"
