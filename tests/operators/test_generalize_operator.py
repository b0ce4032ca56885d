"""Birth dates become years, addresses end at the town, coordinates lose their decimals."""

from __future__ import annotations

import pytest

from govredact.operators import OperatorContext, apply


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1985年3月12日", "1985年"),
        ("1985年3月", "1985年"),
        ("1985-03-12", "1985年"),
        ("1985.3.12", "1985年"),
        ("1985/3/12", "1985年"),
        ("12/03/1985", "1985年"),
        ("19850312", "1985年"),
        ("198503", "1985年"),
        ("1985-03-12 00:00:00", "1985年"),
        ("一九八五年三月十二日", "一九八五年"),
        ("二〇〇一年三月", "二〇〇一年"),
        ("85.3.12", "**.*.**"),
        ("三月十二日", "*****"),
        ("18850312", "********"),
    ],
)
def test_a_birth_date_becomes_its_year(value: str, expected: str) -> None:
    context = OperatorContext("BIRTH_DATE")
    assert apply("generalize", ("year",), value, context) == expected
    assert apply("generalize", ("year",), expected, context) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("浙江省湖州市吴兴区织里镇吴兴大道100号", "浙江省湖州市吴兴区织里镇**"),
        ("浙江省 湖州市 吴兴区 织里镇 1号", "浙江省 湖州市 吴兴区 织里镇**"),
        ("湖州市吴兴区人民路55号", "湖州市吴兴区**"),
        ("湖州市阳光小区5栋", "湖州市**"),
        ("景德镇市珠山区新村街道阳光小区3栋", "景德镇市珠山区新村街道**"),
        ("北京市海淀区中关村街道科学院南路6号", "北京市海淀区中关村街道**"),
        ("上海浦东新区川沙新镇新德路1号", "上海浦东新区川沙新镇**"),
        ("台州市路桥区路桥街道银安街1号", "台州市路桥区路桥街道**"),
        ("嘉兴市海宁市许村镇新益村1组", "嘉兴市海宁市许村镇**"),
        ("桐乡市梧桐街道庆丰南路1号", "桐乡市梧桐街道**"),
        ("东乡族自治县锁南镇1号", "东乡族自治县锁南镇**"),
        ("新乡市红旗区平原路1号", "新乡市红旗区**"),
        ("荆州市沙市区中山路1号", "荆州市沙市区**"),
        ("沙市区胜利街道1号", "沙市区胜利街道**"),
        ("宁波市镇海区镇海路1号", "宁波市镇海区**"),
        ("内蒙古自治区锡林郭勒盟东乌珠穆沁旗乌里雅斯太镇1号", "内蒙古自治区锡林郭勒盟东乌珠穆沁旗乌里雅斯太镇**"),
        ("新疆维吾尔自治区阿克苏地区库车市东城街道1号", "新疆维吾尔自治区阿克苏地区库车市东城街道**"),
        ("安庆市潜山县痘姆乡求知村李屋组", "安庆市潜山县痘姆乡**"),
        ("浙江省嘉兴市城南路超市旁", "浙江省嘉兴市**"),
        ("湖州市吴兴区省府路3号", "湖州市吴兴区**"),
        ("吴兴区织里镇城市花园1栋", "吴兴区织里镇**"),
        ("织里镇大河村12号", "织里镇**"),
        ("杭州文三路10号", "********"),
        ("人民路10号302室", "**********"),
        ("湖州市吴兴区织里镇", "湖州市吴兴区织里镇"),
    ],
)
def test_an_address_ends_at_the_town(value: str, expected: str) -> None:
    context = OperatorContext("HOME_ADDRESS")
    assert apply("generalize", ("town",), value, context) == expected
    assert apply("generalize", ("town",), expected, context) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("30.274085,120.155070", "30.2,120.1"),
        ("120.15507", "120.1"),
        ("东经120°9′18.5″，北纬30°16′", "东经120°，北纬30°"),
        ("E120°9'18\"N30°16'", "E120°N30°"),
        ("0.00.00", "0.0"),
        ("XY", "**"),
    ],
)
def test_coordinates_keep_one_decimal(value: str, expected: str) -> None:
    context = OperatorContext("COORDINATES")
    assert apply("generalize", ("decimal",), value, context) == expected
    assert apply("generalize", ("decimal",), expected, context) == expected
