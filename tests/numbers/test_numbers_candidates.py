"""How many values a mask leaves: the table of DOMAIN section 3, and brute force on small cases."""

import datetime as dt
import itertools
import random
import statistics

import pytest
import values
from hypothesis import given
from hypothesis import strategies as st

from govredact.numbers import candidates, dates, regions, resident_id
from govredact.numbers.candidates import combine, digits_candidates, mobile_candidates, resident_id_candidates

AS_OF = 2026


def ids(count=60, seed=1):
    rng = random.Random(seed)
    return [values.resident_id(rng, born=values.birth(rng, 1931, 2025)) for _ in range(count)]


def show(value, *spans):
    """`value` with everything hidden but these spans."""
    shown = {i for start, end in spans for i in range(start, end)}
    return "".join(char if i in shown else "*" for i, char in enumerate(value))


def median(spans, count=60, **row):
    """The median over made numbers; a row fact may be made from the value."""
    results = []
    for value in ids(count):
        facts = {name: fact(value) if callable(fact) else fact for name, fact in row.items()}
        results.append(resident_id_candidates(show(value, *spans), as_of_year=AS_OF, **facts))
    return statistics.median(results)


CUSTOMARY = ((0, 6), (14, 18))
NOTICE = ((0, 2), (15, 18))


def test_table_first_6_and_last_4():
    assert median(CUSTOMARY, 200) == pytest.approx(3218, abs=5)
    assert median(CUSTOMARY, birth=resident_id.birth_date) == 1
    assert median(CUSTOMARY, birth=lambda value: resident_id.birth_date(value)[:2]) == 3
    assert median(CUSTOMARY, birth=lambda value: int(value[6:10])) == 33


def test_table_all_but_month_and_day():
    assert median(((0, 10), (14, 18))) == pytest.approx(34, abs=1)


def test_table_all_but_the_end():
    assert median(((0, 14),)) == 1000
    assert median(((0, 17),)) == 1


def test_table_first_2_and_last_3():
    # The table speaks of a province of about 110 counties; Guangxi (45) has 111.
    assert regions.county_count("45") == 111
    pattern = "45" + "*" * 13 + "326"
    assert resident_id_candidates(pattern, as_of_year=AS_OF) == pytest.approx(3.5e6, rel=0.03)
    assert resident_id_candidates(pattern, (1990, 3, 7)) == pytest.approx(100, abs=2)
    assert resident_id_candidates(pattern, (1990, 3)) == pytest.approx(3000, rel=0.06)
    assert resident_id_candidates(pattern, 1990) == pytest.approx(36000, rel=0.03)
    assert resident_id_candidates("33" + "*" * 13 + "415", (1990, 3, 7), region="330106") == 1


def test_table_two_documents_complement_each_other():
    value = ids(1)[0]
    both = combine(show(value, *CUSTOMARY), show(value, (0, 14)))
    assert both == value
    assert resident_id_candidates(both, as_of_year=AS_OF) == 1


@given(st.integers(0, 10**6), st.sets(st.integers(6, 16), max_size=5), st.booleans())
def test_equals_brute_force(seed, hidden, check_hidden):
    value = values.resident_id(random.Random(seed), born=values.birth(random.Random(seed), 1931, 2025))
    hidden = sorted(hidden)[:3]
    pattern = "".join("*" if i in hidden or (i == 17 and check_hidden) else char for i, char in enumerate(value))
    count = 0
    for digits in itertools.product("0123456789", repeat=len(hidden)):
        chars = list(value[:17])
        for i, digit in zip(hidden, digits, strict=True):
            chars[i] = digit
        number = "".join(chars) + (resident_id.check_char("".join(chars)) if check_hidden else value[17])
        few = 6 in hidden or 7 in hidden or 8 in hidden or 9 in hidden
        count += resident_id.is_valid(number, AS_OF) and (not few or int(number[6:10]) >= 1930)
    assert resident_id_candidates(pattern, as_of_year=AS_OF) == count


@given(st.integers(0, 10**6), st.sets(st.integers(0, 17)))
def test_more_hidden_never_leaves_fewer(seed, hidden):
    value = values.resident_id(random.Random(seed), region="330106", born=values.birth(random.Random(seed), 1931, 2025))
    counts = []
    pattern = value
    for position in sorted(hidden):
        pattern = pattern[:position] + "*" + pattern[position + 1 :]
        counts.append(resident_id_candidates(pattern, as_of_year=AS_OF))
    assert counts == sorted(counts)
    assert all(count >= 1 for count in counts)


def test_gender_halves_the_sequences():
    pattern = "33010619900307****"
    assert resident_id_candidates(pattern, gender="男") == 500
    assert resident_id_candidates(pattern, gender="女") == 500
    assert resident_id_candidates("330106199003072415", gender="男") == 1
    assert resident_id_candidates("330106199003072415", gender="女") == 0


def test_partial_dates_of_the_row_are_understood():
    pattern = "330106********2415"
    assert resident_id_candidates(pattern, dates.parse_date("1990年3月7日")) == 1
    assert resident_id_candidates(pattern, dates.parse_date("1990年")) == resident_id_candidates(pattern, 1990)


def test_facts_that_contradict_the_mask_leave_nothing():
    assert resident_id_candidates("330106199003072415", birth=1991) == 0
    assert resident_id_candidates("330106********2415", region="3302") == 0
    assert resident_id_candidates("330106********241?") == 0


def test_abolished_regions_count_where_no_current_one_fits():
    assert resident_id_candidates("11022*199003072415") == 1
    assert resident_id_candidates("999***1990030724**") == 0
    assert resident_id_candidates("99999919900307241*") == 1  # a visible region is taken as it is


def test_an_old_birth_counts_only_when_it_shows():
    assert resident_id_candidates("33010619280307241*", as_of_year=AS_OF) == 1
    assert resident_id_candidates("3301061***0307241*", as_of_year=AS_OF) == 70


def test_first_generation_numbers():
    assert resident_id_candidates("330106900307***") == 1000
    assert resident_id_candidates("330106****07241") == sum(
        dates.is_date(year, month, 7) for year in range(1930, 2000) for month in range(1, 13)
    )


def test_hidden_wholly_leaves_all_days_of_all_counties():
    days = (dt.date(AS_OF, 12, 31) - dt.date(1929, 12, 31)).days
    assert resident_id_candidates("*" * 18, as_of_year=AS_OF) == days * 1000 * len(regions.counties())


def test_other_lengths_are_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="fifteen or eighteen"):
        resident_id_candidates("3301*415")


def test_telephones_and_cards():
    assert digits_candidates("138****1234") == 10_000
    assert digits_candidates("0572-****085") == 10_000
    assert digits_candidates("6222021234567890128") == 1
    assert digits_candidates("622202*********0128", luhn=True) == 10**8
    assert digits_candidates("622202******1234", luhn=True) == 10**5
    assert mobile_candidates("138****1234") == 10_000
    assert mobile_candidates("***12345678") == 55
    assert mobile_candidates("154****1234") == 0
    assert mobile_candidates("138****123") == 0
    assert candidates.MIN_CANDIDATES == 5000


@given(st.text("0123456789", min_size=4, max_size=6), st.sets(st.integers(0, 5), min_size=1, max_size=3))
def test_luhn_count_equals_brute_force(digits, hidden):
    body = digits + values.luhn_digit(digits)
    pattern = "".join("*" if i in hidden else char for i, char in enumerate(body))
    places = [i for i, char in enumerate(pattern) if char == "*"]
    count = 0
    for guess in itertools.product("0123456789", repeat=len(places)):
        chars = list(body)
        for i, digit in zip(places, guess, strict=True):
            chars[i] = digit
        count += values.luhn_digit("".join(chars[:-1])) == chars[-1]
    assert digits_candidates(pattern, luhn=True) == count


def test_combine():
    assert combine("12**", "1*3*") == "123*"
    assert combine("12**", "13**") is None
    assert combine("12**", "12***") is None
    assert combine("1*x", "*2X") == "12X"


@given(st.text("0123456789", min_size=1, max_size=19), st.data())
def test_two_masks_of_one_value_always_combine(value, data):
    masks = [st.lists(st.booleans(), min_size=len(value), max_size=len(value)) for _ in range(2)]
    first, second = ("".join("*" if hide else char for char, hide in zip(value, data.draw(mask), strict=True)) for mask in masks)
    both = combine(first, second)
    assert both == combine(second, first)
    assert both is not None
    assert candidates.fits(value, both)
