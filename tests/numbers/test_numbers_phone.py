"""Telephone numbers against the numbering plan as DOMAIN section 2 writes it."""

import random
import re

import pytest
import values
from hypothesis import given
from hypothesis import strategies as st

from govredact.numbers import phone

PLAN = re.compile(r"(?:13\d|14[5-9]|15[0-35-9]|16[2567]|17[0-35-8]|18\d|19[0-35-9]|1349|1740|1619)\d*", re.ASCII)


def test_every_prefix_of_the_plan_and_no_other():
    for prefix in range(1000, 10000):
        digits = f"{prefix}0000000"
        assert phone.is_mobile(digits) == bool(PLAN.fullmatch(digits)), prefix


@given(st.integers(0, 10**9))
def test_made_numbers_are_mobile(seed):
    value = values.mobile(random.Random(seed))
    assert phone.is_mobile(value)
    assert not phone.is_mobile(value[:-1])
    assert not phone.is_mobile(value + "0")
    assert phone.public_kind(value) == ""
    for prefix in ("86", "0086", "+86"):
        assert phone.without_country_code(prefix + value) == value


def test_country_code_stays_where_no_mobile_follows():
    assert phone.without_country_code("8657188880000") == "8657188880000"
    assert phone.without_country_code("13812345678") == "13812345678"


@pytest.mark.parametrize("digits", ["１３８１２３４５６７８", "1381234567a", "", "138 1234567", "138-1234567"])
def test_only_plain_digits_count(digits):
    assert not phone.is_mobile(digits)


def test_kinds():
    assert phone.mobile_kind("13491234567") == "satellite"
    assert phone.mobile_kind("16191234567") == "satellite"
    assert phone.mobile_kind("1440123456789") == "iot"
    assert phone.mobile_kind("13812345678") == "mobile"
    assert phone.mobile_kind("15412345678") == ""
    assert not phone.is_mobile("14401234567")


def test_area_codes():
    areas = phone.area_codes()
    assert len(areas) == 329
    assert {"010", "023", "0571", "0755", "0898", "0999"} <= areas
    assert all(area[0] == "0" and len(area) in (3, 4) for area in areas)
    assert not {"026", "0100", "0200", "0999 "} & areas


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("01066668888", ("010", "66668888")),
        ("057188880000", ("0571", "88880000")),
        ("05722080085", ("0572", "2080085")),
        ("0102066888", None),  # seven digits behind a three-digit area
        ("057118880000", None),  # local numbers begin with 2-8
        ("026866688880", None),
        ("13812345678", None),
        ("0571888800001", None),
        ("０57188880000", None),
    ],
)
def test_landlines_are_split(digits, expected):
    assert phone.split_landline(digits) == expected


@given(st.integers(0, 10**9))
def test_made_landlines_are_split_where_the_hyphen_stands(seed):
    value = values.landline(random.Random(seed))
    assert phone.split_landline(value.replace("-", "")) == tuple(value.split("-"))


@pytest.mark.parametrize(
    ("digits", "kind"),
    [
        ("110", "emergency"),
        ("119", "emergency"),
        ("120", "emergency"),
        ("122", "emergency"),
        ("12345", "hotline"),
        ("12388", "hotline"),
        ("12337", "hotline"),
        ("12309", "hotline"),
        ("4008001234", "toll_free"),
        ("8008101234", "toll_free"),
        ("10086", "service"),
        ("95588", "service"),
        ("95013", "service"),
        ("950618", "service"),
        ("96110", "service"),
        ("111", ""),
        ("13812345678", ""),
        ("57188880000", ""),
        ("1234", ""),
        ("123456", ""),
        ("4001234567890", ""),
        ("", ""),
        ("１２３４５", ""),
        ("88880000", ""),
    ],
)
def test_public_numbers(digits, kind):
    assert phone.public_kind(digits) == kind
