"""Region codes: what the shipped data file holds."""

import os
import subprocess
import sys

import pytest

from govredact.numbers import regions


def test_holds_current_and_abolished_codes():
    assert len(regions.known()) == 7207
    assert len(regions.current()) == 3215
    assert regions.current() < regions.known()
    assert all(len(code) == 6 and code.isascii() and code.isdecimal() for code in regions.known())


def test_knows_abolished_counties():
    for code in ("110103", "110104", "130223", "440182", "330103"):  # 崇文, 宣武, 滦县, 番禺市, 下城区
        assert regions.is_region(code)
        assert not regions.is_current(code)


def test_knows_counties_that_are_younger_than_one_of_its_sources():
    for code in ("330113", "330114", "653228", "659012"):  # 临平, 钱塘, founded after 2020
        assert regions.is_current(code)


@pytest.mark.parametrize("code", ["810000", "820000", "830000"])
def test_knows_the_regions_of_residence_permits(code):
    assert regions.is_current(code)


@pytest.mark.parametrize("code", ["000000", "999999", "339999", "11010", "1101011", "", "１１０１０１", "ABCDEF"])
def test_knows_no_other_codes(code):
    assert not regions.is_region(code)


def test_counties_are_what_people_are_born_under():
    counties = set(regions.counties())
    assert {"441900", "442000", "620200", "110101"} <= counties  # 东莞, 中山, 嘉峪关 have no counties
    assert not {"110000", "330100", "710000", "810000"} & counties
    assert regions.county_count("33") == 90
    assert 2840 <= len(counties) <= 2860
    assert regions.county_count("99") == 0


def test_data_is_read_only_when_asked_for():
    code = (
        "import govredact.numbers.resident_id as r, govredact.numbers.candidates, govredact.numbers.regions as g;"
        "assert g.known.cache_info().currsize == 0; r.is_valid('1' * 18, 2026); import sys;"
        "assert not {'ipaddress', 'pathlib', 'dataclasses', 'datetime', 'inspect', 'enum'} & (set(sys.modules) - BASE)"
    )
    base = "import re, argparse, json, typing; import sys; BASE = set(sys.modules); "
    result = subprocess.run([sys.executable, "-c", base + code], env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, check=False)
    assert result.returncode == 0
