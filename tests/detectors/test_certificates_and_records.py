"""Certificates and records: found in every layout under their labels, told apart from each other, and from what only looks alike."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
import values
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from govredact.models import Candidate

    Found = Callable[[str], list[tuple[str, Candidate]]]
    Masked = Callable[[str], list[tuple[str, str]]]

LAYOUTS = (
    "{label}：{a}",
    "{label}:{a}",
    "{label} {a}",
    "{label}为{a}",
    "（{label}：{a}）",
    "{label}：\n{a}",
    "{label}\t{a}",
    "|{label}|{a}|",
    "姓名：张某，{label}：{a}，备注：无",
    "姓名\t{label}\t备注\n张某\t{a}\t无\n李某\t{b}\t无",
    "姓名,{label},备注\n张某,{a},无\n李某,{b},无",
    "| 姓名 | {label} |\n|---|---|\n| 张某 | {a} |\n| 李某 | {b} |",
    '{{"{label}": "{a}"}}',
)


def _military(rng: random.Random) -> str:
    return rng.choice((f"军字第{values.digits(rng, 7)}号", f"南字第{values.digits(rng, 8)}号", values.digits(rng, 8)))


def _property(rng: random.Random) -> str:
    return rng.choice((f"浙（2020）杭州市不动产权第{values.digits(rng, 7)}号", f"杭房权证西移字第{values.digits(rng, 8)}号"))


KINDS: dict[str, tuple[tuple[str, ...], Callable[[random.Random], str]]] = {
    "CN_FOREIGNER_ID": (("外国人永久居留身份证号码", "永久居留证号"), values.foreigner_id),
    "CN_PASSPORT": (("护照号", "护照号码", "护照", "Passport No."), values.passport),
    "CN_HKM_PERMIT": (("港澳居民来往内地通行证", "回乡证号", "往来港澳通行证号"), values.hkm_permit),
    "CN_TW_PERMIT": (("台湾居民来往大陆通行证", "台胞证号"), values.tw_permit),
    "CN_MILITARY_ID": (("军官证号", "士兵证", "退役证号"), _military),
    "CN_DISABILITY_ID": (("残疾证号", "残疾人证号"), values.disability_id),
    "CN_STUDENT_ID": (("学籍号", "全国学籍号"), values.student_id),
    "CN_SOCIAL_SECURITY_CARD": (("社会保障卡号", "社保卡号", "医保编号"), lambda rng: "A" + values.digits(rng, 8)),
    "CN_DRIVER_LICENCE": (("驾驶证档案编号",), lambda rng: "3301" + values.digits(rng, 8)),
    "EXAM_NO": (("准考证号", "报名序号"), lambda rng: values.digits(rng, 12)),
    "MEDICAL_RECORD_NO": (("住院号", "病历号"), lambda rng: values.digits(rng, 8)),
    "HOUSEHOLD_NO": (("户口簿号", "户口本号"), lambda rng: values.digits(rng, 9)),
    "PROPERTY_NO": (("不动产权证号", "房产证号"), _property),
    "CN_VEHICLE_PLATE": (("车牌号", "号牌号码"), lambda rng: rng.choice((values.plate, values.new_energy_plate))(rng)),
    "VIN": (("车架号", "车辆识别代号"), values.vin),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("entity", KINDS)
def test_labelled_values_are_found_in_every_layout(entity: str, layout: str, found: Found) -> None:
    rng = random.Random(f"{entity} {layout}")
    labels, make = KINDS[entity]
    for label in labels:
        a, b = make(rng), make(rng)
        text = layout.format(label=label, a=a, b=b)
        results = [(value, candidate.entity) for value, candidate in found(text)]
        assert (a, entity) in results, text
        assert "{b}" not in layout or (b, entity) in results, text


@pytest.mark.parametrize("entity", sorted(set(KINDS) - {"CN_MILITARY_ID", "PROPERTY_NO", "CN_VEHICLE_PLATE", "VIN"}))
def test_further_values_of_a_list_are_found(entity: str, found: Found) -> None:
    rng = random.Random(entity)
    labels, make = KINDS[entity]
    a, b = make(rng), make(rng)
    assert [value for value, c in found(f"{labels[0]}：{a}、{b}") if c.entity == entity] == [a, b]


@pytest.mark.parametrize("entity", sorted(set(KINDS) - {"CN_VEHICLE_PLATE", "PROPERTY_NO", "CN_MILITARY_ID"}))
def test_half_masked_values_are_left_to_the_detector_of_weak_masks(entity: str, found: Found) -> None:
    labels, make = KINDS[entity]
    value = make(random.Random(entity))
    masked = value[:2] + "*" * (len(value) - 4) + value[-2:]
    assert [c.entity for _, c in found(f"{labels[0]}：{masked}") if c.entity == entity] == []


@pytest.mark.parametrize(
    ("text", "value", "entity"),
    [
        # An ID number is an ID number, whatever the label calls it: the exemption of another type must not publish it.
        ("驾驶证号：330106199003072415", "330106199003072415", "CN_RESIDENT_ID"),
        ("社会保障卡号：330106199003072415", "330106199003072415", "CN_RESIDENT_ID"),
        ("户号：330106199003072415", "330106199003072415", "CN_RESIDENT_ID"),
        ("准考证号\t成绩\n330106199003072415\t82\n330106199003072415\t75\n", "330106199003072415", "CN_RESIDENT_ID"),
        ("残疾证号：330106199003072415", "330106199003072415", "CN_RESIDENT_ID"),
        # The longer number wins over the ID inside it.
        ("身份证号：33010619900307241544", "33010619900307241544", "CN_DISABILITY_ID"),
        ("身份证号：G330106201503072411", "G330106201503072411", "CN_STUDENT_ID"),
        # One form, several documents: the label decides.
        ("护照号：H12345678", "H12345678", "CN_PASSPORT"),
        ("证件号码：H12345678", "H12345678", "CN_HKM_PERMIT"),
        ("证件号码：L12345678", "L12345678", "CN_TW_PERMIT"),
        ("证件号码：EA1234567", "EA1234567", "CN_PASSPORT"),
        ("证件类型：台胞证 证件号码：12345678", "12345678", "CN_TW_PERMIT"),
        ("证件类型\t证件号码\n军官证\t20150123\n护照\tN1234567\n", "20150123", "CN_MILITARY_ID"),
        ("证件类型\t证件号码\n军官证\t20150123\n护照\tN1234567\n", "N1234567", "CN_PASSPORT"),
        ("证件号码：911840199003072415", "911840199003072415", "CN_FOREIGNER_ID"),
        ("身份证号码：911840199003072410", "911840199003072410", "CN_FOREIGNER_ID"),
        ("证件号码：91330106MA2ABCDE3N", "91330106MA2ABCDE3N", "CN_USCC"),
        ("证件号码：113417030032499282", "113417030032499282", "CN_USCC"),
        # Digits of a plate equal a hotline.
        ("车牌号：京A12345", "京A12345", "CN_VEHICLE_PLATE"),
        ("证件号码：800000019900307", "", ""),
    ],
)
def test_conflicts_between_types(text: str, value: str, entity: str, found: Found) -> None:
    results = [(got, candidate.entity) for got, candidate in found(text)]
    assert (value, entity) in results if value else results == []


def test_numbers_of_candidates_are_lawful_in_a_list_of_results_only(found: Found) -> None:
    results = "姓名,准考证号,笔试成绩\n张某,202133010123,72.5\n李某,202133010124,70\n"
    assert {c.action for _, c in found(results) if c.entity == "EXAM_NO"} == {"allow"}
    plain = "姓名,准考证号,考场\n张某,202133010123,3\n李某,202133010124,4\n"
    assert {c.action for _, c in found(plain) if c.entity == "EXAM_NO"} == {""}
    apart = "考试成绩已公布。\n准考证号：202133010123"
    assert {c.action for _, c in found(apart) if c.entity == "EXAM_NO"} == {""}


@pytest.mark.parametrize(
    "plate",
    [
        "浙A12345",
        "浙A·12345",
        "浙A•12345",
        "浙A 12345",
        "浙A-12B45",
        "浙AD12345",
        "浙A12345D",
        "浙A1234挂",
        "粤Z1234港",
        "沪A1234领",
        "WJ京1234X",
    ],
)
def test_plates_stand_alone_in_running_text(plate: str, found: Found) -> None:
    assert [(value, c.entity) for value, c in found(f"当事人驾驶{plate}沿文三路行驶")] == [(plate, "CN_VEHICLE_PLATE")]


@pytest.mark.parametrize("plate", ["浙Ａ·１２３４５", "浙a12b45", "WJ12345", "使123456", "VA12345", "浙 A12345"])
def test_plates_in_unusual_writing_are_found_by_label(plate: str, found: Found) -> None:
    assert [(value, c.entity) for value, c in found(f"车牌号：{plate}")] == [(plate, "CN_VEHICLE_PLATE")]


LOOK_ALIKES = """
索引号：113417030032499282/202011-00140
113417030032499282/202011-00140
113715250043286799/2017-26749960
000014349/2019-00005
111423LL00100/2013-01026
项目代码：2020-330106-48-01-123456
2019-620102-48-03-012345
（2024）浙0106民初1234号
(2015)甘刑执字第00065号
政务服务事项编码 11330106002489284X3330105001000
事项编码：11330106002489284Y4331022001000
HHCR-2023-01005
采购编号：ZJZC-2021-0012345
ISBN 978-7-5001-1234-5
浙ICP备05012345号-1
浙公网安备 33010602001234号
京ICP证030173号
浙B2-20080001
G(2024)043
杭政储出[2020]12号
宗地编号330106004001GB00123
招标编号：E3301000000012345
E3301060001012345678
sha1 3f786850e387550fdb86d9b6e2b0e3f1b2c3d4e5
快递单号：SF345306488244
运单YT1234567890123
国药准字H20013812
批准文号：国药准字Z20020001
国食健字G20110123
卫食健字(2003)第0123号
批号20210512A
许可证编号JY13301060123456
执业证号13301201011234567
沪A股600000
药品经营许可证浙AA5710001
G318国道
E20210512
3301062020051200012345
护照办理20210512起
通行证制度2021
军字第12号
组织机构代码 MA2ABCDE-3
不动产权第三方
房权证遗失公告2020年第12号
国用设备
川A5678-9
豫C12345-2
粤B20200101
使100000人受益
t20170207_337822
c12345678.shtml
5c4829ad7f8b9a6f388be521
发动机号5121994N62B40A
A2-B1 1234567
""".strip().splitlines()


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alikes_stay(text: str, masked: Masked) -> None:
    assert masked(text) == []


def _codes(rng: random.Random) -> list[str]:
    region, year = rng.choice(values.REGIONS), rng.randint(2005, 2026)
    d = values.digits
    return [
        f"{year}-{region}-{d(rng, 2)}-{d(rng, 2)}-{d(rng, 6)}",
        f"{year}-6201{d(rng, 2)}-{d(rng, 2)}-{d(rng, 2)}-{d(rng, 6)}",
        f"11{region}{d(rng, 10)}/{year}{d(rng, 2)}-{d(rng, 5)}",
        f"{d(rng, 9)}/{year}-{d(rng, 5)}",
        f"{values.uscc(rng)}{d(rng, 13)}",
        f"（{year}）浙{region[:4]}民初{d(rng, 4)}号",
        f"{rng.choice('EGHMCLTDSP')}{d(rng, 8)}",
        f"E{rng.choice('ABCD')}{d(rng, 7)}",
        f"{rng.choice('ABCXYZ')}{d(rng, 14)}",
        f"{rng.getrandbits(96):024x}",
        f"{rng.getrandbits(160):040x}",
    ]


def test_codes_of_administration_and_machines_stay(masked: Masked) -> None:
    rng = random.Random(20261122)
    for _ in range(60):
        for code in _codes(rng):
            for text in (code, f"编号：{code}", f"附件{code}。"):
                assert masked(text) == [], text


def test_ids_inside_longer_numbers(found: Found) -> None:
    rng = random.Random(7)
    for _ in range(50):
        value = values.resident_id(rng, born=values.birth(rng, 1950, 2005))
        for text in (f"SFZ{value}", f"{value}ZS", f"编目A{value}B"):
            assert [(got, c.entity) for got, c in found(text)] == [(value, "CN_RESIDENT_ID")], text
        wrong = values.wrong_resident_id(rng)
        assert [got for got, c in found(f"SFZ{wrong}") if c.score >= 0.6] == []


def test_no_public_code_hides_a_number_of_a_person(found: Found) -> None:
    """One row of eighteen digits in thirty-one passes the check of the credit code; a label of people comes first."""
    rng = random.Random(3)
    for _ in range(150):
        account = values.digits(rng, 18).replace("0", "1", 1)
        assert [c.entity for _, c in found(f"银行账号：{account}")] == ["BANK_ACCOUNT"], account
        foreigner = values.foreigner_id(rng)
        assert [c.entity for _, c in found(f"证件号码：{foreigner}")] == ["CN_FOREIGNER_ID"], foreigner
        disabled = values.disability_id(rng)
        assert [c.entity for _, c in found(f"发放对象{disabled}") if c.entity != "MINOR_DATA"] == ["CN_DISABILITY_ID"], disabled


FRAGMENTS = [
    *("证件号码：", "护照", "军字第", "不动产权第", "房权证", "国用", "浙A", "WJ浙", "车架号", "台胞证"),
    *("准考证号", "成绩", "（2020）", "No.", "号", "第"),
    *("330106199003072415", "33010619900307241544B1", "G330106201503072411", "E12345678", "CA1234567"),
    *("L5FSG398XGCBA2994", "12345", "·", "-", "\t", "|", ",", "\n", " ", "\u3000"),
    *("*", "(", "）", "\u200b", "x", "９１", "①②③④⑤⑥⑦⑧"),
]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join))
def test_spans_lie_in_the_text_and_no_mixture_of_forms_breaks_a_detector(found: Found, text: str) -> None:
    for value, candidate in found(text):
        assert value
        assert candidate.start < candidate.end
