"""Values in the names of files are found whatever joins them to the rest of the name, and masked in the names of copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from govredact import Engine

ID = "110101199003074258"
MOBILE = "13800138000"
SHORT = "138＊＊＊＊8000"


@pytest.mark.parametrize(
    "name",
    [
        f"{MOBILE}.txt",
        f"王某某{MOBILE}.txt",
        f"王某某 {MOBILE}.txt",
        f"王某某_{MOBILE}.txt",
        f"{MOBILE}_王某某.txt",
        f"20260101_{MOBILE}.txt",
        f"{MOBILE}.tar.gz",
        f"1_{MOBILE}_2.txt",
    ],
)
def test_a_mobile_in_a_name_is_found_and_masked(engine: Engine, name: str) -> None:
    found = engine.scan_file("通知\n".encode(), name).findings
    assert [(f.entity, f.value, f.location.attribute) for f in found] == [("CN_MOBILE", MOBILE, "file_name")]
    assert engine.masked_name(name) == name.replace(MOBILE, SHORT)


@pytest.mark.parametrize("name", [f"{ID}.txt", f"王某某_{ID}.txt", f"身份证号_{ID}_正面.txt", f"20260101_{ID}.txt"])
def test_an_identity_number_in_a_name_is_found_and_masked(engine: Engine, name: str) -> None:
    found = engine.scan_file("通知\n".encode(), name).findings
    assert [(f.entity, f.value) for f in found] == [("CN_RESIDENT_ID", ID)]
    assert ID not in engine.masked_name(name)


def test_digits_are_no_ending(engine: Engine) -> None:
    assert engine.masked_name(f"名单.{MOBILE}") == f"名单.{SHORT}"


def test_an_address_ends_before_the_ending_of_the_name(engine: Engine) -> None:
    found = engine.scan_file("通知\n".encode(), "zhang_san@163.com.txt").findings
    assert [f.value for f in found] == ["zhang_san@163.com"]


@pytest.mark.parametrize("name", ["IMG_20240101_123456.txt", "2024_12.txt", "t20240101_337822.txt", "公告.2024.txt", ".hidden", "a.", "."])
def test_a_name_without_a_value_stays(engine: Engine, name: str) -> None:
    assert engine.scan_file("通知\n".encode(), name).findings == ()
    assert engine.masked_name(name) == name
