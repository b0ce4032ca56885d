"""Numbers of passports, permits, cards and plates: what has their shape and what has not."""

import random

import pytest
import values
from hypothesis import given
from hypothesis import strategies as st

from govredact.numbers import disability_id, foreigner_id, passport, permits, plate, student_id

seeds = st.integers(0, 10**9)


@given(seeds)
def test_made_values_are_recognised(seed):
    rng = random.Random(seed)
    assert foreigner_id.is_valid(values.foreigner_id(rng), 2026)
    assert disability_id.is_valid(values.disability_id(rng), 2026)
    assert student_id.is_valid(values.student_id(rng), 2026)
    assert passport.kind(values.passport(rng)) == "ordinary"
    assert permits.kind(values.hkm_permit(rng)) == "hkm_to_mainland"
    assert permits.kind(values.tw_permit(rng)) == "taiwan_to_mainland"
    assert plate.kind(values.plate(rng)) == "ordinary"
    assert plate.kind(values.new_energy_plate(rng)) == "new_energy"


@given(st.text(max_size=22))
def test_no_text_makes_them_raise(text):
    assert isinstance(passport.kind(text) + permits.kind(text) + plate.kind(text), str)
    assert foreigner_id.is_valid(text, 2026) in (True, False)
    assert foreigner_id.is_old_form(text) in (True, False)
    assert disability_id.is_valid(text, 2026) in (True, False)
    assert student_id.is_valid(text, 2026) in (True, False)


@pytest.mark.parametrize(
    "value",
    [
        "911840199003072414",
        "811840199003072415",
        "91184019900230241X",
        "91184019900307241",
        "USA11019003071",
        "usa110190030712",
        "美国A110190030712",
    ],
)
def test_what_is_no_foreigner_id(value):
    assert not foreigner_id.is_valid(value, 2026)
    assert not foreigner_id.is_old_form(value)


@pytest.mark.parametrize(
    ("suffix", "valid"),
    [
        ("11", True),
        ("74", True),
        ("43B1", True),
        ("43B12", True),
        ("01", False),
        ("81", False),
        ("15", False),
        ("43B", False),
        ("43A1", False),
        ("4", False),
        ("", False),
        ("43B123", False),
    ],
)
def test_suffix_of_a_disability_card(suffix, valid):
    assert disability_id.is_valid("330106199003072415" + suffix, 2026) == valid


def test_disability_card_needs_a_valid_id_number():
    assert not disability_id.is_valid("33010619900307241444", 2026)


@pytest.mark.parametrize(
    ("value", "valid"),
    [
        ("L330106201503070012", True),
        ("L330106201502300012", False),
        ("L999999201503070012", False),
        ("L33010620150307001", False),
        ("G330106201503072412", False),
        ("330106201503072411", False),
    ],
)
def test_school_register_numbers(value, valid):
    assert student_id.is_valid(value, 2026) == valid


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("E12345678", "ordinary"),
        ("EH1234567", "ordinary"),
        ("G12345678", "ordinary"),
        ("141234567", "ordinary_old"),
        ("151234567", "ordinary_old"),
        ("D1234567", "diplomatic"),
        ("DE1234567", "diplomatic"),
        ("S12345678", "service"),
        ("SE1234567", "service"),
        ("PE12345678", "public_affairs"),
        ("H12345678", "hong_kong"),
        ("K12345678", "hong_kong"),
        ("MA1234567", "macao"),
        ("E1234567", ""),
        ("E123456789", ""),
        ("EO1234567", ""),
        ("e12345678", ""),
        ("161234567", ""),
        ("Ｅ12345678", ""),
        ("EAB123456", ""),
        ("G1234567", ""),
    ],
)
def test_passports(value, kind):
    assert passport.kind(value) == kind


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("H12345678", "hkm_to_mainland"),
        ("M1234567801", "hkm_to_mainland"),
        ("C12345678", "to_hkm"),
        ("CD1234567", "to_hkm"),
        ("W12345678", "to_hkm"),
        ("L12345678", "to_taiwan"),
        ("T12345678", "to_taiwan"),
        ("12345678", "taiwan_to_mainland"),
        ("1234567890A", "taiwan_to_mainland"),
        ("1234567890(A)", "taiwan_to_mainland"),
        ("H1234567", ""),
        ("H123456789", ""),
        ("CO1234567", ""),
        ("L1234567890", ""),
        ("1234567890", ""),
        ("1234567890(A", ""),
        ("1234567890()", ""),
        ("123456789", ""),
        ("", ""),
    ],
)
def test_travel_permits(value, kind):
    assert permits.kind(value) == kind


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("浙A12345", "ordinary"),
        ("皖BF7Q20", "ordinary"),
        ("京N8P8F8", "ordinary"),
        ("浙AD12345", "new_energy"),
        ("浙AFA1234", "new_energy"),
        ("浙A12345D", "new_energy"),
        ("浙A1234学", "special"),
        ("粤Z1234港", "special"),
        ("粤Z1234澳", "special"),
        ("京A1234警", "special"),
        ("鲁B1234挂", "special"),
        ("使123456", "embassy"),
        ("WJ12345", "police"),
        ("WJ浙1234X", "police"),
        ("VA12345", "military"),
        ("浙A1234", ""),
        ("浙A1234I", ""),
        ("浙O12345", ""),
        ("浙I12345", ""),
        ("浙ABCDEF", ""),
        ("浙A123456", ""),
        ("中A12345", ""),
        ("浙A1２345", ""),
        ("使12345", ""),
        ("WJ123", ""),
        ("", ""),
    ],
)
def test_plates(value, kind):
    assert plate.kind(value) == kind
