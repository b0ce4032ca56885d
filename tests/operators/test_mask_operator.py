"""The mask operator on the values of government notices, written in the ways people write them."""

from __future__ import annotations

import pytest

from govredact.operators import OperatorContext, apply

CASES = [
    ("CN_RESIDENT_ID", "2 3", "330106197806080022", "33*************022"),
    ("CN_RESIDENT_ID", "2 3", "330106 19780608 0022", "33**** ******** *022"),
    ("CN_RESIDENT_ID", "2 3", "33010619780608002X", "33*************02X"),
    ("CN_RESIDENT_ID", "2 3", "330106780608002", "33**********002"),
    ("CN_RESIDENT_ID", "2 3", "33010619780608002", "33************002"),
    ("CN_RESIDENT_ID", "2 3", "3301061978060800221", "33**************221"),
    ("CN_RESIDENT_ID", "2 3", "3|3|0|1|0|6|1|9|7|8|0|6|0|8|0|0|2|2", "3|3|*|*|*|*|*|*|*|*|*|*|*|*|*|0|2|2"),
    ("CN_DISABILITY_ID", "2 0", "33010619780608002244", "33" + "*" * 18),
    ("CN_PASSPORT", "1 2", "E12345678", "E******78"),
    ("CN_HKM_PERMIT", "1 2", "H12345678", "H******78"),
    ("CN_MOBILE", "3 4", "13800138000", "138****8000"),
    ("CN_MOBILE", "3 4", "138 0013 8000", "138 **** 8000"),
    ("CN_MOBILE", "3 4", "+86 138-0013-8000", "+86 138-****-8000"),
    ("CN_MOBILE", "3 4", "008613800138000", "0086138****8000"),
    ("CN_MOBILE", "3 4", "8613800138000", "86138****8000"),
    ("CN_MOBILE", "3 4", "(+86)13800138000", "(+86)138****8000"),
    ("CN_MOBILE", "3 4", "1380013\n8000", "138****\n8000"),
    ("CN_MOBILE", "3 4", "1410012345678", "141******5678"),
    ("CN_LANDLINE", "area 2", "0572-65697027", "0572-******27"),
    ("CN_LANDLINE", "area 2", "（0572）6569702", "（0572）*****02"),
    ("CN_LANDLINE", "area 2", "010-65697027", "010-******27"),
    ("CN_LANDLINE", "area 2", "021 6569 7027", "021 **** **27"),
    ("CN_LANDLINE", "area 2", "+86 572 6569702", "+86 572 *****02"),
    ("CN_LANDLINE", "area 2", "65697027", "******27"),
    ("CN_LANDLINE", "area 2", "0572-6569702转801", "0572-*****02转***"),
    ("CN_LANDLINE", "area 2", "0572-65697027-801", "0572-******27-***"),
    ("BANK_CARD", "4 4", "6222 0212 0200 0000 007", "6222 **** **** ***0 007"),
    ("BANK_ACCOUNT", "0 4", "33001234567890", "**********7890"),
    ("EMAIL", "1 domain", "liuwei@sina.com.cn", "l*****@sina.com.cn"),
    ("EMAIL", "1 domain", "liu@sina.com.cn", "***@sina.com.cn"),
    ("EMAIL", "1 domain", "a.b_c@example.cn", "a****@example.cn"),
    ("EMAIL", "1 domain", "ab@example.cn", "**********.**"),
    ("CN_VEHICLE_PLATE", "2 1", "皖B·F7Q20", "皖B·****0"),
    ("CN_VEHICLE_PLATE", "2 1", "皖BF7Q20", "皖B****0"),
    ("VIN", "3 2", "LSVAA4182E2123456", "LSV************56"),
    ("PROPERTY_NO", "0 3", "皖(2020)安庆市不动产权第0012345号", "*(****)" + "*" * 13 + "45号"),
    ("IP_ADDRESS", "fully", "192.168.1.20", "***.***.*.**"),
    ("MAC_ADDRESS", "fully", "00:1A:2B:3C:4D:5E", "**:**:**:**:**:**"),
    ("WEAK_MASK", "fully", "110110********1234", "*" * 18),
    ("WEAK_MASK", "fully", "陈某燕", "***"),
    ("CREDENTIAL", "fully", "P@ss-w0 rd", "*" * 10),
]


@pytest.mark.parametrize(("entity", "args", "value", "expected"), CASES)
def test_masks_look_as_people_expect(entity: str, args: str, value: str, expected: str) -> None:
    assert apply("mask", args.split(), value, OperatorContext(entity)) == expected


@pytest.mark.parametrize(("entity", "args", "value", "expected"), CASES)
def test_masking_a_mask_changes_nothing(entity: str, args: str, value: str, expected: str) -> None:
    assert apply("mask", args.split(), expected, OperatorContext(entity)) == expected


@pytest.mark.parametrize(
    ("entity", "args", "value"),
    [
        ("CN_MOBILE", "3 4", "1380013"),
        ("CN_MOBILE", "3 4", "1380013800"),  # three hidden digits are a thousand
        ("QQ", "2 1", "123456"),
        ("CN_LANDLINE", "area 2", "65697"),
        ("BANK_CARD", "4 4", "622202120200"),  # the Luhn digit takes away nine in ten
        ("CN_RESIDENT_ID", "9 9", "330106197806080022"),
        ("MEDICAL_RECORD_NO", "0 2", "123"),
    ],
)
def test_a_value_too_short_for_its_mask_is_hidden_altogether(entity: str, args: str, value: str) -> None:
    assert set(apply("mask", args.split(), value, OperatorContext(entity))) == {"*"}


def test_what_the_row_shows_about_the_person_counts() -> None:
    number = "330106197806080022"

    def masked(**row: object) -> str:
        return apply("mask", ("2", "3"), number, OperatorContext("CN_RESIDENT_ID", **row))  # type: ignore[arg-type]

    assert masked(birth=(1978,)) == "33*************022"
    assert masked(birth=(1978, 6, 8)) == "*" * 18
    assert masked(birth=(1978,), region="330106") == "*" * 18
    mobile = OperatorContext("CN_MOBILE", birth=(1978, 6, 8), region="330106")
    assert apply("mask", ("3", "4"), "13800138000", mobile) == "138****8000"


def test_the_policy_may_choose_another_mask() -> None:
    assert apply("mask", ("3", "4"), "13800138000", OperatorContext("CN_MOBILE", mask_character="＊")) == "138＊＊＊＊8000"
    assert apply("mask", ("3", "4"), "138＊＊＊＊8000", OperatorContext("CN_MOBILE")) == "138＊＊＊＊8000"


@pytest.mark.parametrize(
    ("name", "stars", "some"),
    [
        ("张伟", "张*", "张某"),
        ("陈小明", "陈**", "陈某某"),
        ("欧阳文慧", "欧阳**", "欧阳某某"),
        ("司马光", "司马*", "司马某"),
        ("欧阳", "欧*", "欧某"),
        ("陈王文慧", "陈***", "陈某某某"),
        ("买买提·艾力", "买**·**", "买某某·某某"),
        ("张 伟", "张 *", "张 某"),
        ("张", "*", "某"),
        ("John Smith", "J*** *****", "J*** *****"),
    ],
)
def test_names_keep_the_surname_only(name: str, stars: str, some: str) -> None:
    context = OperatorContext("PERSON")
    assert apply("mask", ("surname",), name, context) == stars
    assert apply("mask", ("surname", "某"), name, context) == some
    assert apply("mask", ("surname",), stars, context) == stars
    assert apply("mask", ("surname", "某"), some, context) == some
