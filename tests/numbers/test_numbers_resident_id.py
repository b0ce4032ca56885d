"""ID numbers against a naive reading of GB 11643."""

import datetime as dt
import random

import pytest
import values
from hypothesis import given
from hypothesis import strategies as st

from govredact.numbers import regions, resident_id

AS_OF = 2026
seeds = st.integers(0, 10**9)


def naive_is_valid(value):
    weights = [2 ** (17 - i) % 11 for i in range(17)]
    if len(value) != 18 or any(char not in "0123456789" for char in value[:17]) or value[:6] not in regions.known():
        return False
    try:
        born = dt.date(int(value[6:10]), int(value[10:12]), int(value[12:14]))
    except ValueError:
        return False
    check = "10X98765432"[sum(int(d) * w for d, w in zip(value, weights, strict=False)) % 11]
    return 1900 <= born.year <= AS_OF and value[17].upper() == check


@given(seeds)
def test_well_made_numbers_are_valid(seed):
    value = values.resident_id(random.Random(seed))
    assert resident_id.is_valid(value, AS_OF)
    assert resident_id.is_valid(value.lower(), AS_OF)
    assert resident_id.check_char(value[:17]) == value[17]
    assert resident_id.faults(value, AS_OF) == ()
    assert naive_is_valid(value)


@given(seeds, st.integers(0, 17), st.sampled_from("0123456789X"))
def test_a_single_wrong_character_is_always_caught(seed, position, char):
    value = values.resident_id(random.Random(seed))
    changed = value[:position] + char + value[position + 1 :]
    assert resident_id.is_valid(changed, AS_OF) == (changed == value)


@given(seeds, st.integers(0, 15))
def test_neighbours_changed_about_are_always_caught(seed, position):
    value = values.resident_id(random.Random(seed))
    changed = value[:position] + value[position + 1] + value[position] + value[position + 2 :]
    assert resident_id.is_valid(changed, AS_OF) == (changed == value)


@given(
    st.sampled_from(values.REGIONS),
    st.from_regex(r"(?:19|20)[0-9]{2}[01][0-9][0-3][0-9]", fullmatch=True),
    st.from_regex(r"[0-9]{3}[0-9Xx]", fullmatch=True),
)
def test_agrees_with_the_naive_reading(region, date, tail):
    value = region + date + tail
    assert resident_id.is_valid(value, AS_OF) == naive_is_valid(value)
    fixed = value[:17] + resident_id.check_char(value[:17])
    assert resident_id.is_valid(fixed, AS_OF) == naive_is_valid(fixed)
    assert resident_id.check_holds(fixed)


@given(st.text(max_size=24))
def test_no_text_makes_it_raise(text):
    assert resident_id.is_valid(text, AS_OF) in (True, False)
    assert resident_id.is_valid15(text) in (True, False)
    assert resident_id.check_holds(text) in (True, False)
    assert resident_id.birth_date(text) is None or len(text) in (15, 18)
    assert isinstance(resident_id.faults(text, AS_OF), tuple)


@pytest.mark.parametrize(
    "born",
    ["19900230", "19900431", "19000229", "20270101", "18991231", "19901301", "19900100", "21000101"],
)
def test_impossible_births_are_refused(born):
    value = values.resident_id(random.Random(3), born=born)
    assert not resident_id.is_valid(value, AS_OF)
    assert resident_id.faults(value, AS_OF) == ("birth_date",)


@pytest.mark.parametrize("born", ["20000229", "19000101", "19960229", "20261231"])
def test_rare_births_are_accepted(born):
    assert resident_id.is_valid(values.resident_id(random.Random(4), born=born), AS_OF)


def test_reasons_say_what_is_wrong():
    value = values.wrong_resident_id(random.Random(5))
    assert resident_id.faults(value, AS_OF) == ("check_digit",)
    assert resident_id.faults(values.resident_id(random.Random(6), region="999999"), AS_OF) == ("region",)
    assert resident_id.faults(value[:17], AS_OF) == ("length",)
    assert resident_id.faults(value + "1", AS_OF) == ("length",)


@pytest.mark.parametrize(
    "value",
    [
        "３３０１０６１９９００３０７２４１５",
        "330106 19900307 2415",
        "33010619900307241５",
        "33010619900307241",
        "3301061990030724155",
        "",
        " 30106199003072415",
    ],
)
def test_only_eighteen_plain_characters_count(value):
    assert not resident_id.is_valid(value, AS_OF)


def test_first_generation_numbers():
    rng = random.Random(7)
    for _ in range(50):
        value = values.resident_id15(rng)
        assert resident_id.is_valid15(value)
        assert resident_id.birth_date(value) == (1900 + int(value[6:8]), int(value[8:10]), int(value[10:12]))
    assert not resident_id.is_valid15("330106900230241")
    assert not resident_id.is_valid15("999999900307241")
    assert resident_id.birth_date("330106900230241") is None


def test_residence_permits_are_told_apart_by_region():
    value = values.hmt_permit(random.Random(8))
    assert resident_id.is_valid(value, AS_OF)
    assert resident_id.kind(value) == "hmt"
    assert resident_id.kind(values.resident_id(random.Random(8))) == "resident"


def test_region_is_told_only_where_known():
    assert resident_id.region("330106199003072415") == "330106"
    assert resident_id.region("339999199003072415") is None


@pytest.mark.parametrize("text", ["", "3301061990030724", "33010619900307241X", "３" * 17])
def test_check_character_needs_seventeen_digits(text):
    with pytest.raises(ValueError, match="seventeen"):
        resident_id.check_char(text)


def test_this_year_is_the_default():
    born = f"{dt.date.today().year + 1}0101"
    assert not resident_id.is_valid(values.resident_id(random.Random(9), born=born))
    assert resident_id.is_valid(values.resident_id(random.Random(9)))
