"""Layers override each other, and entries hold on certain days only."""

from __future__ import annotations

from datetime import date

import pytest

from govredact.lexicon import Matcher, loads

TABLE = "word\tseverity\tallow\n甲乙\tlow\t\n丙丁\tlow\t\n"


def severities(*lists: tuple[str, str], day: date = date(2026, 1, 1), text: str = "甲乙 丙丁") -> dict[str, str]:
    built = Matcher.build([loads(text, layer, layer) for text, layer in lists], (), day)
    return {hit.entry.text: hit.entry.severity for hit in built.find(text).keywords}


def test_an_office_overrides_its_province_and_the_province_the_nation() -> None:
    office = ("word\tseverity\n甲乙\tcritical\n", "office")
    province = ("word\tseverity\n甲乙\thigh\n丙丁\thigh\n", "provincial")
    nation = (TABLE, "national")
    for order in ([office, province, nation], [nation, office, province], [province, nation, office]):
        assert severities(*order) == {"甲乙": "critical", "丙丁": "high"}


def test_a_later_list_of_the_same_layer_wins() -> None:
    assert severities((TABLE, "office"), ("word\tseverity\n丙丁\tmedium\n", "office")) == {"甲乙": "low", "丙丁": "medium"}


def test_an_office_allows_a_word_of_the_national_list() -> None:
    assert severities((TABLE, "national"), ("# allow: yes\n甲乙\n", "office")) == {"丙丁": "low"}


def test_an_office_forbids_a_word_that_the_national_list_allows() -> None:
    assert severities(("# allow: yes\n甲乙\n", "national"), ("word\tseverity\n甲乙\thigh\n", "office")) == {"甲乙": "high"}


def test_labels_are_overridden_too() -> None:
    shipped = loads("label\tfield\n编号\tOTHER_NO\n", "shipped", "shipped")
    office = loads("label\tfield\n编号\tSTUDENT_NO\n", "office", "office")
    assert [hit.entry.field for hit in Matcher.build([office, shipped]).find("编号：1").labels] == ["STUDENT_NO"]


def test_a_word_of_an_upper_layer_beats_a_variant_of_a_lower_one_and_the_reverse() -> None:
    script = loads("# variants: script\n# severity: low\n赌场\n", "national", "national")
    office = loads("# severity: high\n賭場\n", "office", "office")
    for lists in ([script, office], [office, script]):
        assert [(hit.entry.text, hit.entry.severity) for hit in Matcher.build(lists).find("賭場").keywords] == [("賭場", "high")]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 12, 31), {}),
        (date(2026, 1, 1), {"甲乙": "low"}),
        (date(2026, 5, 31), {"甲乙": "low"}),
        (date(2026, 6, 1), {"甲乙": "high"}),
        (date(2030, 1, 1), {"甲乙": "high"}),
    ],
)
def test_an_entry_holds_from_its_first_day_to_its_last(day: date, expected: dict[str, str]) -> None:
    table = "word\tseverity\tvalid_from\tvalid_to\n甲乙\tlow\t2026-01-01\t2026-05-31\n甲乙\thigh\t2026-06-01\t\n"
    assert severities((table, "office"), day=day) == expected


def test_an_entry_out_of_force_overrides_nothing() -> None:
    office = "word\tseverity\tvalid_to\n甲乙\tcritical\t2020-01-01\n"
    assert severities((TABLE, "national"), (office, "office")) == {"甲乙": "low", "丙丁": "low"}
