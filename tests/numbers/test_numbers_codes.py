"""Credit codes, bank cards and vehicle numbers: the check digits against naive readings of their standards."""

import random

import pytest
import values
from hypothesis import given
from hypothesis import strategies as st

from govredact.numbers import bank_card, resident_id, uscc, vin

seeds = st.integers(0, 10**9)


def naive_luhn(digits):
    doubled = [int(d) * (2 if i % 2 else 1) for i, d in enumerate(reversed(digits))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


@given(st.text("0123456789", min_size=1, max_size=30))
def test_luhn_agrees_with_the_naive_reading(digits):
    assert bank_card.luhn_holds(digits) == naive_luhn(digits)
    assert bank_card.luhn_holds(digits + bank_card.check_digit(digits))
    assert bank_card.check_digit(digits) == values.luhn_digit(digits)


@given(seeds, st.integers(13, 19), st.integers(0, 18), st.sampled_from("0123456789"))
def test_a_single_wrong_digit_of_a_card_is_always_caught(seed, length, position, digit):
    value = values.bank_card(random.Random(seed), length)
    assert bank_card.is_valid(value)
    changed = value[: position % length] + digit + value[position % length + 1 :]
    assert bank_card.luhn_holds(changed) == (changed == value)


@given(seeds, st.integers(0, 17))
def test_neighbours_changed_about_on_a_card_are_caught_but_for_09_and_90(seed, position):
    value = values.bank_card(random.Random(seed), 19)
    pair = value[position : position + 2]
    changed = value[:position] + pair[::-1] + value[position + 2 :]
    assert bank_card.luhn_holds(changed) == (changed == value or set(pair) == {"0", "9"})


@pytest.mark.parametrize(
    "value",
    ["", "622202123456", "62220212345678901280", "6222 0212 3456 7890 128", "６２２２０２１２３４５６７８９０１２８", "0000000000000000"],
)
def test_what_is_no_card(value):
    assert not bank_card.is_valid(value)


@pytest.mark.parametrize(
    ("prefix", "length", "network"),
    [
        ("62", 19, "unionpay"),
        ("62", 16, "unionpay"),
        ("62", 15, ""),
        ("4367", 16, "visa"),
        ("5187", 16, "mastercard"),
        ("2221", 16, "mastercard"),
        ("37", 15, "amex"),
        ("3528", 16, "jcb"),
        ("36", 14, "diners"),
        ("95588", 19, "domestic"),
        ("6013", 19, "domestic"),
        ("103", 19, "domestic"),
        ("77", 16, ""),
    ],
)
def test_network_by_prefix_and_length(prefix, length, network):
    assert bank_card.network(values.bank_card(random.Random(1), length, prefix)) == network


def test_luhn_digit_needs_digits():
    with pytest.raises(ValueError, match="digits"):
        bank_card.check_digit("62A")


@given(seeds, st.integers(0, 17), st.sampled_from(values.USCC_ALPHABET))
def test_a_single_wrong_character_of_a_credit_code_is_always_caught(seed, position, char):
    value = values.uscc(random.Random(seed))
    assert uscc.is_valid(value)
    assert uscc.check_char(value[:17]) == value[17]
    changed = value[:position] + char + value[position + 1 :]
    if changed != value:
        assert not uscc.is_valid(changed)


@given(seeds)
def test_a_credit_code_is_no_id_number(seed):
    assert not resident_id.is_valid(values.uscc(random.Random(seed)), 2026)


@given(st.text(max_size=20))
def test_no_text_makes_them_raise(text):
    assert uscc.is_valid(text) in (True, False)
    assert vin.is_valid(text) in (True, False)
    assert bank_card.is_valid(text) in (True, False)
    assert uscc.is_organisation_code(text) in (True, False)


@pytest.mark.parametrize("text", ["9133010", "I" * 17, "９" * 17])
def test_check_character_of_a_credit_code_needs_its_alphabet(text):
    with pytest.raises(ValueError, match="seventeen"):
        uscc.check_char(text)


def test_organisation_codes():
    # GB 11714: D2143569 is the example of the standard, its check is X.
    assert uscc.organisation_check_char("D2143569") == "X"
    assert uscc.is_organisation_code("D2143569X")
    assert uscc.is_organisation_code("D2143569-X")
    assert not uscc.is_organisation_code("D2143569-1")
    assert not uscc.is_organisation_code("D2143569-")
    with pytest.raises(ValueError, match="eight"):
        uscc.organisation_check_char("D214356")


@given(seeds)
def test_vehicle_numbers(seed):
    value = values.vin(random.Random(seed))
    assert vin.is_valid(value)
    assert vin.check_char(value) == value[8]
    other = "0" if value[8] != "0" else "1"
    assert not vin.is_valid(value[:8] + other + value[9:])


def test_known_vehicle_number():
    assert vin.is_valid("1M8GDM9AXKP042788")  # the worked example that everybody uses
    assert not vin.is_valid("1M8GDM9AXKPO42788")
    with pytest.raises(ValueError, match="seventeen"):
        vin.check_char("1M8GDM9AXKPO42788")
